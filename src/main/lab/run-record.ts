/** A run as it is kept on disk: what was asked, of which definitions, and what came of it. */
import { z } from 'zod';
import { type Experiment, Result } from '../../lab/experiment.ts';
import { definitions } from '../../shared/definitions.ts';
import { type Applied, applied, launchHours, variant } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import { wrongWithResult } from './check-result.ts';
import { readResult, resultText, writeResult } from './result-text.ts';
import { experimentOf, type Study } from './study.ts';

const RUN_FORMAT = 'trigger-lab run 1';

/** Where runs are kept; names are `runs/….json`. */
export interface RunFiles {
  read(name: string): Promise<string | null>;
  writeAtomically(name: string, text: string): Promise<void>;
  list(folder: string): Promise<string[]>;
  remove(name: string): Promise<void>;
}

const axes = z.array(
  z.object({ path: z.string(), values: z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])) }),
);

const runFile = z.object({
  format: z.literal(RUN_FORMAT),
  id: z.string(),
  name: z.string(),
  startedAt: z.string(),
  state: z.enum(['finished', 'cancelled']),
  playedCount: z.int().min(0),
  wallMs: z.number(),
  axes,
  study: z.object({
    actionTypeName: z.string(),
    trialCount: z.int().min(1),
    seed: z.int(),
    windowMs: z.number(),
    launchHours: launchHours.optional(),
    variants: z.array(variant),
  }),
  startAt: z.number(),
  /** An earlier edition wrote none. */
  applied: applied.nullable().default(null),
  definitions,
  result: resultText,
});

/** What is kept of a run. */
export interface RunRecord {
  readonly id: string;
  readonly name: string;
  readonly startedAt: string;
  readonly state: 'finished' | 'cancelled';
  readonly playedCount: number;
  readonly wallMs: number;
  readonly axes: z.output<typeof axes>;
  readonly study: Study;
  readonly startAt: Instant;
  readonly applied: Applied | null;
  readonly definitions: z.output<typeof definitions>;
  readonly experiment: Experiment;
  readonly result: Result;
}

/** The text of a run's file. */
export function writeRun({ experiment: _, result, ...run }: RunRecord): string {
  const { study, ...rest } = run;
  return `${JSON.stringify({
    format: RUN_FORMAT,
    ...rest,
    study,
    definitions: z.encode(definitions, run.definitions),
    result: writeResult(result.state),
  })}\n`;
}

/** The name of the file that a run of this id is kept in. */
export const runFileName = (id: string) => `${id}.json`;

/** The run in the text of the file `name`, or why there is none in it. A run goes by the name of its file: another would be removed with it. */
export function readRun(text: string, name: string): RunRecord | { readonly problem: string } {
  try {
    const parsed = runFile.safeParse(JSON.parse(text));
    if (!parsed.success) return { problem: problemOf(parsed.error) };
    if (runFileName(parsed.data.id) !== name) return { problem: 'at id: expected the name of its file' };
    const { result: written, format: _, ...run } = parsed.data;
    const experiment = experimentOf(run.definitions, run.startAt, run.study);
    const wrong = wrongWithResult(experiment, written, run.playedCount);
    if (wrong !== null) return { problem: `at result.${wrong}` };
    const result = new Result(experiment);
    result.merge(readResult(written));
    return { ...run, experiment, result };
  } catch (error) {
    // It is no JSON, or what it says of the study and its result does not belong together.
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function problemOf({ issues: [first] }: z.ZodError): string {
  return first === undefined ? 'it is not a run' : `at ${first.path.join('.') || 'the top'}: ${first.message}`;
}
