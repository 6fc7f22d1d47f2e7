/** Plays scenarios to find out what they exercise, and reads what others found out. */
import { exercisedBy } from '../../coverage/coverage.ts';
import type { Exercised } from '../../coverage/coverage-tally.ts';
import { type CoverageReport, coverageReport } from '../../shared/coverage.ts';
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

/** What `run --coverage` or `coverage --reporter json` wrote; `null` where a text is something else, such as a scenario. */
export function readCoverage(text: string): CoverageReport | null {
  try {
    const read = coverageReport.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
