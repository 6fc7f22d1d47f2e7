/** Figures in words: `12.3 %`, `4 min 10 s`, each with its interval or its sign. */
import { DAY_MS, describeDuration, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';
import type { Estimate, Unit } from '../../shared/lab.ts';
import { share, shareFigure } from './figures.ts';

/** Where there is no figure. */
const NONE = '–';
const MINUS = '\u2212';

const DIGITS: Readonly<Record<Exclude<Unit, 'duration' | 'share'>, number>> = { 'per 1,000': 1, count: 2 };

function fixed(value: number, digits: number): string {
  const text = Math.abs(value).toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return value < 0 && Number(value.toFixed(digits)) !== 0 ? `${MINUS}${text}` : text;
}

/** As many digits as it takes that what is not nothing is never `0.0`, up to five more. */
function digitsFor(value: number, digits: number): number {
  const needed = value === 0 ? digits : Math.ceil(-Math.log10(Math.abs(value)) + Number.EPSILON);
  return Math.min(Math.max(digits, needed), digits + 5);
}

/** From which duration on what is estimated is read no finer than what: a histogram is no finer than 0.2 %. */
const FINENESS = [
  [DAY_MS, HOUR_MS],
  [HOUR_MS, MINUTE_MS],
  [MINUTE_MS, SECOND_MS],
  [10 * SECOND_MS, 100],
] as const;

/** A duration that was estimated, rounded not cut: `5 min`, never `5 min 200 ms`. What is set is written whole (`exactDuration`). */
function estimatedDuration(ms: number): string {
  const size = FINENESS.find(([from]) => ms >= from)?.[1] ?? 1;
  return describeDuration(Math.round(ms / size) * size);
}

/** A figure without its unit, except that durations always have theirs. */
function figureText(unit: Unit, value: number): string {
  if (unit === 'duration') return `${value <= -0.5 ? MINUS : ''}${estimatedDuration(Math.abs(value))}`;
  return unit === 'share' ? shareFigure(value) : fixed(value, digitsFor(value, DIGITS[unit]));
}

/** `12.3 %`, `12.3`, `4 min 10 s`, `2.31`. */
export function measureText(unit: Unit, value: number | null): string {
  if (value === null) return NONE;
  return unit === 'share' ? share(value) : figureText(unit, value);
}

/** `12.1 to 12.6 %`; empty where there is none. */
export function intervalText(unit: Unit, { low, high }: Estimate): string {
  if (low === null || high === null) return '';
  return `${figureText(unit, low)} to ${measureText(unit, high)}`;
}

/** `12.3 % (12.1 to 12.6 %)`. */
export function estimateText(unit: Unit, estimate: Estimate): string {
  const interval = intervalText(unit, estimate);
  return interval === '' ? measureText(unit, estimate.value) : `${measureText(unit, estimate.value)} (${interval})`;
}

/** On an axis: round, so without decimals that say nothing. */
export function tickText(unit: Unit, value: number): string {
  if (unit === 'duration' || unit === 'share') return measureText(unit, value);
  return value.toLocaleString('en', { maximumFractionDigits: 3 });
}

/** Between two shares there are percentage points, not per cent. */
const pointed = (text: string) => text.replace(/ %$/, ' points');

/** With its sign: `+1.20`, `−3.40`; of shares in percentage points: `+1.2 points`. */
export function differenceText(unit: Unit, value: number | null): string {
  if (value === null) return NONE;
  const text = pointed(measureText(unit, value));
  return value > 0 && Number.parseFloat(figureText(unit, value)) !== 0 ? `+${text}` : text;
}

/** The interval of a difference: `1.1 to 1.3 points`. */
export const differenceIntervalText = (unit: Unit, estimate: Estimate): string => pointed(intervalText(unit, estimate));

/** Whether the interval of a difference leaves 0 out. */
export const isClear = ({ low, high }: Estimate): boolean => (low ?? 0) > 0 || (high ?? 0) < 0;
