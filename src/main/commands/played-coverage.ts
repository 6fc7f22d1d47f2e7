/** Plays scenarios to find out what they exercise, and reads what others found out. */
import { z } from 'zod';
import { type CoverageReport, type Exercised, exercisedBy } from '../../coverage/coverage.ts';
import { openStage } from '../open-stage.ts';
import type { ReadScenario } from '../scenario/load.ts';
import { runScenario } from '../scenario/run.ts';

/** What a scenario exercises, and how many of its expectations did not hold. */
export async function playForCoverage({ scenario }: ReadScenario): Promise<Exercised & { readonly failed: number }> {
  const stage = await openStage(scenario);
  try {
    const { failures, refusedBy } = await runScenario(stage.target, scenario);
    return { ...exercisedBy(scenario, stage.target.world, refusedBy), failed: failures.length };
  } finally {
    await stage.close();
  }
}

const covered = { covered: z.boolean(), by: z.array(z.string()) };
const report = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      from: z.string(),
      event: z.string(),
      guard: z.string().nullable(),
      to: z.string(),
      ...covered,
    }),
  ),
  endings: z.array(z.object({ ending: z.string(), ...covered })),
  rules: z.array(z.object({ rule: z.string(), ...covered })),
  settings: z.array(z.object({ setting: z.string(), ...covered })),
  percent: z.number(),
});

/** What `run --coverage` or `coverage --reporter json` wrote; `null` where a text is something else, such as a scenario. */
export function readCoverage(text: string): CoverageReport | null {
  try {
    const read = report.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
