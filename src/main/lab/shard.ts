/** A part of a study played elsewhere: a file that `trigger-lab lab merge` adds up with the others. */
import { z } from 'zod';
import { type Experiment, Result } from './experiment.ts';
import { readResult, resultText, writeResult } from './result-text.ts';
import type { Study } from './study.ts';
import { ExperimentError } from './vary.ts';

/** Shard `number` of `count`, from 1. */
export interface Shard {
  readonly number: number;
  readonly count: number;
}

const FORMAT = 'trigger-lab shard 1';

const shardFile = z.object({
  format: z.literal(FORMAT),
  shard: z.object({ number: z.int().min(1), count: z.int().min(1) }),
  study: z.custom<Study>((value) => typeof value === 'object' && value !== null),
  experiment: z.custom<Experiment>((value) => typeof value === 'object' && value !== null),
  settings: z.array(z.record(z.string(), z.unknown())),
  result: resultText,
});
type ShardFile = z.output<typeof shardFile>;

/** What a merged or whole study came to. */
export interface StudyResult {
  readonly study: Study;
  readonly settings: readonly Readonly<Record<string, unknown>>[];
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
export function shardText(shard: Shard, { study, settings, result }: StudyResult, experiment: Experiment): string {
  const file: ShardFile = {
    format: FORMAT,
    shard,
    study,
    experiment,
    settings: [...settings],
    result: writeResult(result.state),
  };
  return `${JSON.stringify(file)}\n`;
}

/** Adds shards up; an `ExperimentError` where one is no shard, of another study, missing or there twice. */
export function mergeShards(files: readonly { readonly name: string; readonly text: string }[]): StudyResult {
  const shards = files.map(({ name, text }) => ({ name, file: parseFile(name, text) }));
  const [first, ...others] = shards;
  if (first === undefined) throw new ExperimentError('no shard given');
  const identity = ({ file }: { file: ShardFile }) => JSON.stringify([file.shard.count, file.study, file.experiment]);
  for (const other of others) {
    if (identity(other) !== identity(first)) {
      throw new ExperimentError(`${other.name}: is of another study than ${first.name}`);
    }
  }
  const { count } = first.file.shard;
  for (let number = 1; number <= count; number += 1) {
    const found = shards.filter(({ file }) => file.shard.number === number);
    if (found.length === 0) throw new ExperimentError(`shard ${number}/${count} is missing`);
    if (found.length > 1) {
      throw new ExperimentError(`shard ${number}/${count} is there twice: ${found.map(({ name }) => name).join(', ')}`);
    }
  }
  const result = new Result(first.file.experiment);
  for (const { file } of shards) result.merge(readResult(file.result));
  return { study: first.file.study, settings: first.file.settings, result };
}

function parseFile(name: string, text: string): ShardFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new ExperimentError(`${name}: is no JSON`, { cause });
  }
  const parsed = shardFile.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ExperimentError(`${name}: is no shard of trigger-lab lab: ${issue?.path.join('.')}: ${issue?.message}`);
}
