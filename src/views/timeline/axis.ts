/**
 * A time axis for what happens in bursts: seconds of calls, minutes or days of waiting. Time runs to scale between two
 * landmarks; a stretch that is much longer than the others is folded: it gets no more room than the longest that is drawn
 * to scale. So order and growth stay readable, and a longer stretch is never drawn shorter than a short one.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';
import type { Instant } from '../../shared/model.ts';

/** `to scale` folds nothing, `folded` the stretches that dwarf the rest, `calls` all that is longer than a few calls. */
export const DENSITIES = ['to scale', 'folded', 'calls'] as const;
export type Density = (typeof DENSITIES)[number];

/** The time between two neighbouring landmarks. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
  readonly x: number;
  readonly width: number;
  /** Longer than what fits the scale. */
  readonly isLong: boolean;
  /** Long, and not opened. */
  readonly isFolded: boolean;
}

export interface TimeAxis {
  readonly from: Instant;
  readonly to: Instant;
  readonly width: number;
  readonly stretches: readonly Stretch[];
}

export interface AxisRequest {
  /** Instants something happens at, in any order. */
  readonly landmarks: readonly Instant[];
  /** When something is under way that is never idle time: calls in flight. */
  readonly busy: readonly { readonly from: Instant; readonly to: Instant }[];
  readonly width: number;
  readonly density: Density;
  /** Where the stretches begin that a person opened. */
  readonly opened: ReadonlySet<Instant>;
}

/** A stretch is folded from so many times the length of a short one. */
const FOLD_FACTOR = 3;
/** Whatever has a duration can be seen and pointed at. */
const SMALLEST_WIDTH = 10;
/** How much of the width the smallest ones may take together. */
const SMALLEST_SHARE = 0.5;

/** Lays the landmarks out over the width. */
export function timeAxis({ landmarks, busy, width, density, opened }: AxisRequest): TimeAxis {
  const instants = [...new Set(landmarks)].sort((left, right) => left - right);
  const from = instants[0] ?? 0;
  const to = instants.at(-1) ?? from;
  const bounds = instants.slice(1).map((end, index) => ({ from: instants[index] ?? from, to: end }));
  const limitMs = longestToScale(bounds, busy, density);
  const weights = bounds.map((each) => (opened.has(each.from) ? length(each) : Math.min(length(each), limitMs)));
  const widths = shareOut(weights, width);
  let x = 0;
  const stretches = bounds.map((each, index) => {
    const stretch: Stretch = {
      ...each,
      x,
      width: widths[index] ?? 0,
      isLong: length(each) > limitMs,
      isFolded: length(each) > limitMs && !opened.has(each.from),
    };
    x += stretch.width;
    return stretch;
  });
  return { from, to, width, stretches };
}

type Bounds = { readonly from: Instant; readonly to: Instant };
const length = ({ from, to }: Bounds) => to - from;

/** The longest stretch drawn to scale, measured by the shorter quarter of the idle ones (or of the calls). */
function longestToScale(bounds: readonly Bounds[], busy: readonly Bounds[], density: Density): number {
  if (density === 'to scale') return Number.POSITIVE_INFINITY;
  const isBusy = (each: Bounds) => busy.some((call) => call.from <= each.from && each.to <= call.to);
  const idle = bounds.filter((each) => !isBusy(each)).map(length);
  const calls = busy.map(length).filter((each) => each > 0);
  const measured = density === 'calls' && calls.length > 0 ? calls : idle;
  const shortFirst = measured.toSorted((left, right) => left - right);
  const typical = shortFirst[Math.floor((shortFirst.length - 1) / 4)];
  return typical === undefined ? Number.POSITIVE_INFINITY : typical * FOLD_FACTOR;
}

/** Shares `width` by weight, with something for each: whatever would get too little gets the smallest width. */
function shareOut(weights: readonly number[], width: number): number[] {
  const smallest = Math.min(SMALLEST_WIDTH, (width * SMALLEST_SHARE) / Math.max(weights.length, 1));
  const isSmall = weights.map(() => false);
  for (;;) {
    const smallCount = isSmall.filter(Boolean).length;
    const rest = weights.reduce((sum, weight, index) => (isSmall[index] ? sum : sum + weight), 0);
    const scale = rest === 0 ? 0 : (width - smallCount * smallest) / rest;
    const next = weights.findIndex((weight, index) => !isSmall[index] && weight * scale < smallest);
    if (next === -1) return weights.map((weight, index) => (isSmall[index] ? smallest : weight * scale));
    // Those that are too small at this scale are too small at any smaller one.
    for (const [index, weight] of weights.entries()) if (weight * scale < smallest) isSmall[index] = true;
  }
}

/** Where an instant lies; what is before or after the axis lies at its ends. */
export function positionOn(axis: TimeAxis, at: Instant): number {
  const stretch = axis.stretches.find((each) => at < each.to);
  if (!stretch) return axis.stretches.length === 0 ? 0 : axis.width;
  if (at <= stretch.from) return stretch.x;
  return stretch.x + (stretch.width * (at - stretch.from)) / length(stretch);
}

export interface Tick {
  readonly at: Instant;
  readonly x: number;
}

const STEPS_MS = [1, 2, 5, 10, 15, 30]
  .map((count) => count * SECOND_MS)
  .concat([1, 2, 5, 10, 15, 30].map((count) => count * MINUTE_MS))
  .concat([1, 2, 3, 6, 12].map((count) => count * HOUR_MS))
  .concat([1, 2, 7, 14, 30, 90, 365].map((count) => count * DAY_MS));

/**
 * The instants that get a label, none nearer than `labelWidth` to another: first the ends, then the instants in `first`, then
 * every other landmark, then round ones within wide stretches.
 */
export function ticksOn(axis: TimeAxis, first: readonly Instant[], labelWidth: number): Tick[] {
  const ticks: Tick[] = [];
  const offer = (at: Instant) => {
    const x = positionOn(axis, at);
    if (ticks.every((tick) => Math.abs(tick.x - x) >= labelWidth)) ticks.push({ at, x });
  };
  for (const at of [axis.from, axis.to, ...first, ...axis.stretches.map((each) => each.to)]) offer(at);
  for (const stretch of axis.stretches) {
    if (stretch.isFolded || stretch.width < 3 * labelWidth) continue;
    const stepMs = STEPS_MS.find((step) => (stretch.width * step) / length(stretch) >= 1.5 * labelWidth);
    if (stepMs === undefined) continue;
    for (let at = Math.ceil(stretch.from / stepMs) * stepMs; at < stretch.to; at += stepMs) offer(at);
  }
  return ticks.sort((left, right) => left.x - right.x);
}
