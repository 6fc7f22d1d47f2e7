/** The options of `trigger-lab run`, checked. */
import { parseDuration } from '../../shared/duration.ts';
import type { Asked } from '../runner/play-file.ts';
import type { Shard } from '../runner/shard.ts';
import { WARNING_KINDS, type WarningKind } from '../scenario/result.ts';
import { scalarOf } from '../scenario/scalar.ts';
import { TRANSPORTS } from '../scenario/transport.ts';
import { UsageError } from './exit-status.ts';
import { oneOf, wholeNumber } from './options.ts';
import type { RunValues } from './run-values.ts';

export interface RunOptions {
  readonly asked: Omit<Asked, 'wants'>;
  /** So many failures end the run; `null` where none does. */
  readonly bail: number | null;
  readonly shard: Shard | null;
  readonly jobCount: number;
  readonly timeoutMs: number | null;
}

const MAX_JOBS = 64;
/** The longest that a timer waits. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1;

/** A `UsageError` says what is wrong with the first that is. */
export function runOptions(values: RunValues): RunOptions {
  return {
    asked: {
      transport: oneOf('--transport', values.transport, TRANSPORTS),
      seed: values.seed === undefined ? undefined : wholeNumber('--seed', values.seed),
      vars: new Map(values.var.map(variable)),
      grep: values.grep === undefined ? null : pattern(values.grep),
      tags: values.tag,
      strict: values.strict === undefined ? [] : kinds(values.strict),
    },
    bail: values.bail === undefined ? null : atLeastOne('--bail', values.bail || '1'),
    shard: values.shard === undefined ? null : shard(values.shard),
    jobCount: atLeastOne('--jobs', values.jobs, MAX_JOBS),
    timeoutMs: values.timeout === undefined ? null : timeout(values.timeout),
  };
}

function variable(text: string): [string, unknown] {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new UsageError(`--var ${text}: expected NAME=VALUE`);
  return [name, scalarOf(value)];
}

function pattern(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch (error) {
    throw new UsageError(`--grep ${text}: expected a regular expression`, { cause: error });
  }
}

/** Given without a value, the option means all kinds. */
function kinds(text: string): WarningKind[] {
  return text === '' ? [...WARNING_KINDS] : text.split(',').map((kind) => oneOf('--strict', kind, WARNING_KINDS));
}

function atLeastOne(option: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const number = wholeNumber(option, text);
  if (number < 1 || number > most) {
    throw new UsageError(`${option} ${text}: expected ${most === MAX_JOBS ? `1 to ${most}` : '1 or more'}`);
  }
  return number;
}

function shard(text: string): Shard {
  const [number = 0, count = 0] = (/^(\d+)\/(\d+)$/.exec(text)?.slice(1) ?? []).map(Number);
  if (number < 1 || number > count) throw new UsageError(`--shard ${text}: expected i/n, such as 1/4`);
  return { number, count };
}

function timeout(text: string): number {
  const durationMs = parseDuration(text);
  if (durationMs === null || durationMs <= 0) {
    throw new UsageError(`--timeout ${text}: expected a duration such as 30s`);
  }
  return Math.min(durationMs, MAX_TIMEOUT_MS);
}
