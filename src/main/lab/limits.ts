/** Limits that a configuration has to keep: `escalatedPer1000<=10`, `timeToEnd.p95<=2h`, `doneSuccessfully>=97%`. */
import { MEASURES, type Measure } from '../../lab/measures.ts';
import type { Tally } from '../../lab/tally.ts';
import { describeDuration, MINUTE_MS, parseDuration, SECOND_MS } from '../../shared/duration.ts';
import type { Unit } from '../../shared/lab.ts';
import { share } from '../../views/words/figures.ts';
import { ExperimentError } from './vary.ts';

export interface Limit {
  /** As it was given. */
  readonly text: string;
  readonly measureName: string;
  readonly measure: Measure;
  readonly sense: '<=' | '>=';
  readonly bound: number;
}

/** Whether a limit holds, and how sure that is: `sure` where the whole 95 % interval keeps or breaks it. */
export interface LimitVerdict {
  readonly limit: Limit;
  readonly value: number | null;
  readonly holds: boolean;
  readonly sure: boolean;
}

/** Reads a limit; throws an `ExperimentError` for anything else. */
export function parseLimit(text: string): Limit {
  const match = /^\s*([\w.]+)\s*(<=|>=|≤|≥)\s*(\S(?:.*\S)?)\s*$/.exec(text);
  if (match === null) throw new ExperimentError(`${text}: expected MEASURE<=VALUE, such as escalatedPer1000<=10`);
  const [, measureName = '', sense, value = ''] = match;
  const measure = measureNamed(measureName);
  return {
    text: text.trim(),
    measureName,
    measure,
    sense: sense === '>=' || sense === '≥' ? '>=' : '<=',
    bound: boundOf(value, measure.unit, text),
  };
}

/** The measure of this name; an `ExperimentError` names them all if there is none. */
export function measureNamed(name: string): Measure {
  const measure = MEASURES.get(name);
  if (measure === undefined) {
    throw new ExperimentError(`${name}: no such measure; expected one of ${[...MEASURES.keys()].join(', ')}`);
  }
  return measure;
}

function boundOf(value: string, unit: Unit, text: string): number {
  if (unit === 'duration') {
    const duration = parseDuration(value);
    if (duration === null) throw new ExperimentError(`${text}: expected a duration such as 2h, not ${value}`);
    return duration;
  }
  const percent = /^(.+)%$/.exec(value)?.[1];
  const number = Number(percent ?? value);
  const isWrong = !Number.isFinite(number) || (percent !== undefined && (unit === 'count' || percent === ''));
  if (isWrong)
    throw new ExperimentError(`${text}: expected a number${unit === 'count' ? '' : ' or per cent'}, not ${value}`);
  if (percent === undefined) return number;
  return unit === 'share' ? number / 100 : number * 10;
}

/** What a tally makes of a limit. Where nothing was measured (no trial ended, say) it does not hold. */
export function judge(limit: Limit, tally: Tally): LimitVerdict {
  const { value, low, high } = limit.measure.of(tally);
  if (value === null || low === null || high === null) return { limit, value: null, holds: false, sure: false };
  const keeps = (each: number) => (limit.sense === '<=' ? each <= limit.bound : each >= limit.bound);
  return { limit, value, holds: keeps(value), sure: keeps(low) === keeps(high) };
}

/** A measured value for people: `1.2 %`, `31 min`, `4.1`. */
export function formatMeasured(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  // Histograms are within 0.2 %: finer units would pretend.
  if (unit === 'duration')
    return describeDuration(value < MINUTE_MS ? value : Math.round(value / SECOND_MS) * SECOND_MS);
  if (unit === 'share') return share(value);
  return value.toFixed(unit === 'count' ? 2 : 1);
}
