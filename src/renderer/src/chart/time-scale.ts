/** Where an instant since launch is on an axis, linear or logarithmic; which ticks it gets, and where a slider stops. */
import { range } from 'd3-array';
import { scaleLinear, scaleSymlog } from 'd3-scale';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../shared/duration.ts';
import { durationTicks, STEPS, stepAtLeast } from '../../../views/words/duration-steps.ts';

export const SCALE_KINDS = ['linear', 'logarithmic'] as const;
export type ScaleKind = (typeof SCALE_KINDS)[number];

/** Both ways between an instant and its position, 0 to 1. */
export interface TimeScale {
  readonly kind: ScaleKind;
  readonly maxMs: number;
  /** Around it a logarithmic scale turns from nearly linear to logarithmic, so that launch has a position too. */
  readonly unitMs: number;
  readonly positionOf: (ms: number) => number;
  readonly instantAt: (position: number) => number;
}

export function timeScale(kind: ScaleKind, maxMs: number, unitMs: number): TimeScale {
  const scale = kind === 'linear' ? scaleLinear([0, maxMs], [0, 1]) : scaleSymlog([0, maxMs], [0, 1]).constant(unitMs);
  return { kind, maxMs, unitMs, positionOf: scale, instantAt: scale.invert };
}

/** Labelled first on a logarithmic axis. */
const MAIN_STEPS = new Set([
  SECOND_MS,
  ...[1, 10].map((minutes) => minutes * MINUTE_MS),
  ...[1, 6].map((hours) => hours * HOUR_MS),
  ...range(7).map((power) => 10 ** power * DAY_MS),
]);

/** The end of an axis that has room for `extentMs` and a little more, so that an outage can outlast it. */
export function axisEnd(extentMs: number): number {
  const step = stepAtLeast(extentMs / 40);
  return Math.ceil((extentMs * 1.06) / step) * step;
}

/** Instants to be labelled, so far from one another that labels of `labelWidth` fit. */
export function ticksOf(scale: TimeScale, width: number, labelWidth: number): number[] {
  if (scale.kind === 'linear') return durationTicks(scale.maxMs, Math.max(Math.floor(width / labelWidth), 1));
  const chosen = [0];
  const fits = (ms: number) =>
    chosen.every((each) => Math.abs(scale.positionOf(each) - scale.positionOf(ms)) * width >= labelWidth);
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

/** The stop nearest to a position on the axis. */
export function nearestStop(scale: TimeScale, stops: readonly number[], position: number): number {
  const distance = (stop: number) => Math.abs(scale.positionOf(stop) - position);
  return stops.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best), 0);
}
