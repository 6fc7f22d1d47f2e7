/** A part of a study played elsewhere: a file that `trigger-lab lab merge` adds up with the others. */
import { z } from 'zod';
import { type Experiment, Result } from '../../lab/experiment.ts';
import type { TrialSetup } from '../../lab/trial-model.ts';
import { actionType, type Definitions, externalApi, settings, user } from '../../shared/definitions.ts';
import { MAX_DURATION_MS } from '../../shared/duration.ts';
import {
  launchHours,
  MAX_PAIRED,
  MAX_TRIALS,
  MAX_VARIANTS,
  type RunInfo,
  settingValue,
  variant,
} from '../../shared/lab.ts';
import { wrongWithResult } from './check-result.ts';
import { readResult, resultText, writeResult } from './result-text.ts';
import type { Study } from './study.ts';
import { ExperimentError } from './vary.ts';

/** Shard `number` of `count`, from 1. */
export interface Shard {
  readonly number: number;
  readonly count: number;
}

const FORMAT = 'trigger-lab shard 1';

/** Custom data is the deepest part of a file, and no file's is deeper (scenario-format.md). */
const MAX_DEPTH = 120;

/** A shard's file that is damaged, or none; the message names the file. */
export class ShardFileError extends Error {
  override readonly name = 'ShardFileError';
}

/** A value as it is in memory, durations in milliseconds: right where a file could say it. */
const inMemory = <T>(schema: z.ZodType<T>) =>
  z.custom<T>((value) => z.safeEncode(schema, value as T).success, 'expected a file written by trigger-lab lab');

const variantCount = <T extends z.ZodType>(each: T) => z.array(each).min(1).max(MAX_VARIANTS);

const setup = z.strictObject({
  actionTypeName: z.string(),
  actionType: inMemory(actionType),
  externalApiName: z.string(),
  externalApi: inMemory(externalApi),
  settings: inMemory(settings),
  startAt: z.int(),
});

const spread = { windowMs: z.int().min(0).max(MAX_DURATION_MS), launchHours: launchHours.optional() };

const shardFile = z.object({
  format: z.literal(FORMAT),
  shard: z
    .object({ number: z.int().min(1), count: z.int().min(1) })
    .refine(({ number, count }) => number <= count, 'expected a number of at most the count'),
  study: z.strictObject({
    actionTypeName: z.string(),
    trialCount: z.int().min(1).max(MAX_TRIALS),
    seed: z.int(),
    ...spread,
    variants: variantCount(variant),
  }),
  experiment: z.strictObject({
    seed: z.int(),
    ...spread,
    variants: variantCount(setup),
    paired: z.boolean(),
  }),
  settings: variantCount(z.record(z.string(), z.unknown())),
  base: setup,
  users: z.record(z.string(), inMemory(user)),
  axes: z.array(z.object({ path: z.string(), values: z.array(settingValue) })),
  result: resultText,
});
type ShardFile = z.output<typeof shardFile>;

/** What a merged or whole study came to. */
export interface StudyResult {
  readonly study: Study;
  readonly settings: readonly Readonly<Record<string, unknown>>[];
  /** What was played, and of which configuration it is a study. */
  readonly experiment: Experiment;
  readonly base: TrialSetup;
  readonly users: Definitions['users'];
  readonly axes: RunInfo['axes'];
  readonly result: Result;
}

/** The trials of a shard: `from ≤ index < to`. Shards cover all trials, each once. */
export function trialsOf({ number, count }: Shard, trialCount: number): { from: number; to: number } {
  return { from: Math.floor((trialCount * (number - 1)) / count), to: Math.floor((trialCount * number) / count) };
}

/** Reads `i/n`. */
export function parseShard(text: string): Shard {
  const [number, count] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (number === undefined || count === undefined || number < 1 || number > count) {
    throw new ExperimentError(`${text}: expected i/n, such as 1/4`);
  }
  return { number, count };
}

/** The text of a shard's file. */
export function shardText(shard: Shard, { result, ...studied }: StudyResult): string {
  const file = {
    format: FORMAT,
    shard,
    ...studied,
    result: writeResult(result.state),
  };
  return `${JSON.stringify(file)}\n`;
}

/**
 * Adds shards up; a `ShardFileError` where a file is no shard or damaged, an `ExperimentError` where one is of another study,
 * missing or there twice. `expectedBy` says in words what may stand where an issue is.
 */
export function mergeShards(
  files: readonly { readonly name: string; readonly text: string }[],
  expectedBy: (issue: z.core.$ZodIssue) => string,
): StudyResult {
  const shards = files.map(({ name, text }) => ({ name, file: parseFile(name, text, expectedBy) }));
  const [first, ...others] = shards;
  if (first === undefined) throw new ExperimentError('no shard given');
  const identity = ({ file: { shard, study, experiment, base, users, axes } }: { file: ShardFile }) =>
    JSON.stringify([shard.count, study, experiment, base, users, axes]);
  for (const other of others) {
    if (identity(other) !== identity(first)) {
      throw new ExperimentError(`${other.name}: belongs to a different study from ${first.name}`);
    }
  }
  const { count } = first.file.shard;
  for (let number = 1; number <= count; number += 1) {
    const found = shards.filter(({ file }) => file.shard.number === number);
    if (found.length === 0)
      throw new ExperimentError(
        `shard ${number}/${count} is missing, expected all ${count} of the study of ${first.name}`,
      );
    if (found.length > 1) {
      throw new ExperimentError(
        `shard ${number}/${count} was given twice: ${found.map(({ name }) => name).join(', ')}`,
      );
    }
  }
  const result = new Result(first.file.experiment);
  for (const { file } of shards) result.merge(readResult(file.result));
  const { study, experiment, settings, base, users, axes } = first.file;
  return { study, experiment, settings, base, users, axes, result };
}

function parseFile(name: string, text: string, expectedBy: (issue: z.core.$ZodIssue) => string): ShardFile {
  const value = parseJson(name, text);
  const parsed = shardFile.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const wrong = issue === undefined ? '' : `: at ${issue.path.join('.') || 'the top'}: expected ${expectedBy(issue)}`;
    throw new ShardFileError(`${name}: is not a shard of trigger-lab lab${wrong}`);
  }
  const wrong = wrongWith(parsed.data);
  if (wrong !== null) throw new ShardFileError(`${name}: is damaged: at ${wrong}`);
  return parsed.data;
}

function parseJson(name: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ShardFileError(`${name}: is not JSON, expected a file written by trigger-lab lab --shard`, { cause });
  }
  if (isDeeperThan(MAX_DEPTH, value))
    throw new ShardFileError(`${name}: is not a shard of trigger-lab lab: nested too deeply`);
  return value;
}

/** Whether the parts of a shard belong together. */
function wrongWith({ shard, study, experiment, settings, axes, result }: ShardFile): string | null {
  const { length } = study.variants;
  const belongs =
    experiment.seed === study.seed &&
    experiment.windowMs === study.windowMs &&
    experiment.launchHours === study.launchHours &&
    experiment.variants.length === length &&
    experiment.paired === (length > 1 && length <= MAX_PAIRED);
  if (!belongs) return 'experiment: expected the one of the study beside it';
  if (settings.length !== length) return `settings: found ${settings.length} entries, expected ${length}`;
  const combined = axes.reduce((product, { values }) => product * values.length, 1);
  if (axes.length > 0 && combined !== length) return `axes: found ${combined} combinations, expected ${length}`;
  const manual = experiment.variants.findIndex((setup) => setup.actionType.manual === true);
  if (manual >= 0) return `experiment.variants.${manual}: expected an Action type that calls an API`;
  const { from, to } = trialsOf(shard, study.trialCount);
  const wrong = wrongWithResult(experiment, result, to - from);
  return wrong === null ? null : `result.${wrong}`;
}

/** Walks level by level: a file may be nested deeper than a call stack is. */
function isDeeperThan(most: number, value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= most; depth += 1) {
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []));
    if (level.length === 0) return false;
  }
  return true;
}
