/**
 * A time axis for what happens in bursts: seconds of calls, minutes or days of waiting. Time runs to scale between two
 * landmarks; a stretch that is much longer than the others is folded: beyond the longest that is drawn to scale it grows by a little for
 * every doubling. So order and growth stay readable, and a longer stretch is never drawn shorter than a short one.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../shared/duration.ts';
import type { Instant } from '../../shared/model.ts';

/** `to scale` folds nothing, `folded` the stretches that dwarf the rest. */
export type Density = 'to scale' | 'folded';

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
  /** How wide the label of an idle stretch of that length is: all get as much as the widest needs, where that fits. */
  readonly labelWidth?: (lengthMs: number) => number;
}

/** A stretch is folded from so many times the length of a short one. */
const FOLD_FACTOR = 3;
/** What a folded stretch gains by every doubling, as a part of the longest that is to scale. */
const GROWTH = 0.25;
/** How much of the width may go to labels, and to what has none. */
const LABELS_SHARE = 0.8;
/** Whatever has a duration can be seen and pointed at. */
const SMALLEST_WIDTH = 10;
/** How much of the width the smallest ones may take together. */
const SMALLEST_SHARE = 0.5;

/** Lays the landmarks out over the width. */
export function timeAxis({ landmarks, busy, width, density, opened, labelWidth }: AxisRequest): TimeAxis {
  const instants = [...new Set(landmarks)].sort((left, right) => left - right);
  const from = instants[0] ?? 0;
  const to = instants.at(-1) ?? from;
  const bounds = instants.slice(1).map((end, index) => ({ from: instants[index] ?? from, to: end }));
  const isIdle = bounds.map((each) => !busy.some((call) => call.from <= each.from && each.to <= call.to));
  const idle = bounds.filter((_, index) => isIdle[index]);
  const limitMs = density === 'to scale' ? Number.POSITIVE_INFINITY : longestToScale(idle);
  const weights = bounds.map((each) => (opened.has(each.from) ? length(each) : folded(length(each), limitMs)));
  // The widest for all: a stretch with a short label may be the longer one.
  const label = Math.max(0, ...idle.map((each) => labelWidth?.(length(each)) ?? 0));
  const visible = Math.min(SMALLEST_WIDTH, (width * SMALLEST_SHARE) / Math.max(bounds.length, 1));
  const labelled = label * idle.length + visible * (bounds.length - idle.length);
  const hasLabels = density === 'folded' && labelled <= width * LABELS_SHARE;
  const widths = shareOut(
    weights,
    isIdle.map((is) => (hasLabels && is ? Math.max(label, visible) : visible)),
    width,
  );
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

/** The longest stretch drawn to scale, measured by the shorter quarter of the idle ones. */
function longestToScale(idle: readonly Bounds[]): number {
  const shortFirst = idle.map(length).sort((left, right) => left - right);
  const typical = shortFirst[Math.floor((shortFirst.length - 1) / 4)];
  return typical === undefined ? Number.POSITIVE_INFINITY : typical * FOLD_FACTOR;
}

const folded = (lengthMs: number, limitMs: number): number =>
  lengthMs <= limitMs ? lengthMs : limitMs * (1 + GROWTH * Math.log2(lengthMs / limitMs));

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Shares `width` by weight, with at least so much for each as `smallest` says, which together are no more than it. */
function shareOut(weights: readonly number[], smallest: readonly number[], width: number): number[] {
  const isSmall = weights.map(() => false);
  const leastOf = (index: number) => smallest[index] ?? 0;
  for (;;) {
    const taken = sum(smallest.filter((_, index) => isSmall[index]));
    const rest = sum(weights.filter((_, index) => !isSmall[index]));
    const scale = rest === 0 ? 0 : (width - taken) / rest;
    const tooSmall = weights.map((weight, index) => !isSmall[index] && weight * scale < leastOf(index));
    if (!tooSmall.includes(true))
      return weights.map((weight, index) => (isSmall[index] ? leastOf(index) : weight * scale));
    // Those that are too small at this scale are too small at any smaller one.
    for (const [index, is] of tooSmall.entries()) if (is) isSmall[index] = true;
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
