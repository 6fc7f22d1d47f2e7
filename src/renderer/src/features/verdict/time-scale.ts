/** Where an instant since launch lies on an axis, linear or logarithmic; which ticks it gets, and where a slider stops. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../shared/duration.ts';

export const SCALE_KINDS = ['linear', 'logarithmic'] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];

/** Both ways between an instant and its place, 0 to 1. */
export interface TimeScale {
  readonly kind: ScaleKind;
  readonly maxMs: number;
  /** Around it a logarithmic scale turns from nearly linear to logarithmic, so that launch has a place too. */
  readonly unitMs: number;
  readonly placeOf: (ms: number) => number;
  readonly instantAt: (place: number) => number;
}

export function timeScale(kind: ScaleKind, maxMs: number, unitMs: number): TimeScale {
  if (kind === 'linear') {
    return { kind, maxMs, unitMs, placeOf: (ms) => ms / maxMs, instantAt: (place) => place * maxMs };
  }
  const span = Math.log1p(maxMs / unitMs);
  return {
    kind,
    maxMs,
    unitMs,
    placeOf: (ms) => Math.log1p(ms / unitMs) / span,
    instantAt: (place) => Math.expm1(place * span) * unitMs,
  };
}

const inUnit = (unitMs: number, amounts: readonly number[]) => amounts.map((amount) => amount * unitMs);
const DAYS = Array.from({ length: 7 }, (_, power) => inUnit(10 ** power, [1, 2, 5])).flat();

/** Steps that read well, from 1 ms to longer than any duration there is. */
const STEPS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...inUnit(SECOND_MS, [1, 2, 5, 10, 15, 30]),
  ...inUnit(MINUTE_MS, [1, 2, 5, 10, 15, 30]),
  ...inUnit(HOUR_MS, [1, 2, 3, 6, 12]),
  ...inUnit(DAY_MS, DAYS),
];
/** Labelled first on a logarithmic axis. */
const MAIN_STEPS = new Set([
  SECOND_MS,
  ...inUnit(MINUTE_MS, [1, 10]),
  ...inUnit(HOUR_MS, [1, 6]),
  ...inUnit(DAY_MS, [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]),
]);

/** The smallest step that is no shorter. */
export const stepAtLeast = (ms: number) => STEPS.find((step) => step >= ms) ?? STEPS.at(-1) ?? DAY_MS;

/** The end of an axis that has room for `extentMs` and a little more, so that an outage can outlast it. */
export function axisEnd(extentMs: number): number {
  const step = stepAtLeast(extentMs / 40);
  return Math.ceil((extentMs * 1.06) / step) * step;
}

/** Instants to be labelled, so far from one another that labels of `labelWidth` fit. */
export function ticksOf(scale: TimeScale, width: number, labelWidth: number): number[] {
  if (scale.kind === 'linear') {
    const step = stepAtLeast(scale.maxMs / Math.max(Math.floor(width / labelWidth), 1));
    return Array.from({ length: Math.floor(scale.maxMs / step) + 1 }, (_, index) => index * step);
  }
  const chosen = [0];
  const fits = (ms: number) =>
    chosen.every((each) => Math.abs(scale.placeOf(each) - scale.placeOf(ms)) * width >= labelWidth);
  const steps = STEPS.filter((step) => step <= scale.maxMs);
  for (const candidates of [steps.filter((step) => MAIN_STEPS.has(step)), steps]) {
    for (const ms of candidates) if (fits(ms)) chosen.push(ms);
  }
  return chosen.sort((left, right) => left - right);
}

/** Where a slider over the axis stops: at instants that read well, and at those given. */
export function stopsOf(scale: TimeScale, instants: readonly number[]): number[] {
  const stops = new Set(instants.filter((at) => at <= scale.maxMs));
  for (let at = 0; at < scale.maxMs; ) {
    stops.add(at);
    const step = stepAtLeast(scale.kind === 'linear' ? scale.maxMs / 240 : Math.max(at / 24, scale.unitMs / 12));
    at = (Math.floor(at / step) + 1) * step;
  }
  stops.add(scale.maxMs);
  return [...stops].sort((left, right) => left - right);
}

/** The stop nearest to a place on the axis. */
export function nearestStop(scale: TimeScale, stops: readonly number[], place: number): number {
  const distance = (stop: number) => Math.abs(scale.placeOf(stop) - place);
  return stops.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best), 0);
}
