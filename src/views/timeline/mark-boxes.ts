/** The boxes in which the marks of a timeline are drawn, along their axis. */
import type { Instant } from '../../shared/model.ts';
import { positionOn, type TimeAxis } from './axis.ts';
import { type Cluster, clustersOf } from './clusters.ts';
import { byTime, isBand, isCall, type Lane, type Mark } from './mark.ts';

/** Where a mark is drawn, or a cluster of them. */
export interface MarkBox {
  /** The mark's; a cluster's stays as long as it begins with the same mark. */
  readonly id: string;
  readonly marks: Cluster;
  readonly lane: Lane;
  readonly from: Instant;
  /** When the last of them ended: `from` for a moment, `null` as long as one of them goes on. */
  readonly to: Instant | null;
  /** The left edge of what has a width; the middle of a moment. */
  readonly x: number;
  /** 0 for a moment. What goes on reaches from `x` to the clock, which the screen follows. */
  readonly width: number;
}

export interface BoxRules {
  /** A call is so wide around its middle, unless it lasts longer or another one is nearer. */
  readonly callWidth: number;
  /** A call is at least so wide: nearer ones are a cluster. */
  readonly smallestCall: number;
  /** Moments of one lane that are nearer are a cluster. */
  readonly momentDistance: number;
  /** A cluster takes so much more, for its number. */
  readonly countWidth: number;
}

/** Every mark that can be seen, by time, then top to bottom. */
export function boxesOf(marks: readonly Mark[], axis: TimeAxis, rules: BoxRules): MarkBox[] {
  const calls = boxesOfCalls(marks.filter(isCall), axis, rules);
  const bands = marks.filter(isBand).flatMap((band) => boxOfBand(band, axis, calls));
  const moments = boxesOfMoments(
    marks.filter((mark) => !isCall(mark) && !isBand(mark)),
    axis,
    rules,
  );
  return [...calls, ...bands, ...moments].sort(byTime);
}

function boxesOfCalls(calls: readonly Mark[], axis: TimeAxis, rules: BoxRules): MarkBox[] {
  const { callWidth, smallestCall, countWidth } = rules;
  // A pixel between two calls tells them apart.
  const room = { mark: smallestCall + 1, cluster: 1.5 * callWidth + countWidth + 1 };
  // The call in flight joins no cluster: all of it would look in flight.
  const [ended, inFlight] = [calls.filter(({ to }) => to !== null), calls.filter(({ to }) => to === null)];
  const clusters = clustersOf(ended, (call) => positionOn(axis, call.from), room);
  const boxes = [...clusters, ...inFlight.map((call): Cluster => [call])].map((cluster) => boxOf(cluster, axis));
  return boxes.map((box, index) =>
    box.to === null
      ? { ...box, width: Math.max(box.width, callWidth) }
      : widened(box, boxes[index - 1], boxes[index + 1], rules),
  );
}

/** A call too short to be seen, drawn as wide as its neighbours let it: its middle stays where it was, like that of a moment. */
function widened(box: MarkBox, before: MarkBox | undefined, after: MarkBox | undefined, rules: BoxRules): MarkBox {
  const free = Math.min(
    before === undefined ? Number.POSITIVE_INFINITY : box.x - (before.x + before.width),
    after === undefined ? Number.POSITIVE_INFINITY : after.x - (box.x + box.width),
  );
  const width = Math.max(box.width, rules.smallestCall, Math.min(rules.callWidth, box.width + free - 1));
  return { ...box, x: box.x - (width - box.width) / 2, width };
}

function boxesOfMoments(moments: readonly Mark[], axis: TimeAxis, { momentDistance, countWidth }: BoxRules): MarkBox[] {
  const room = { mark: momentDistance, cluster: momentDistance + countWidth };
  const lanes = Map.groupBy(moments, ({ lane }) => lane);
  return [...lanes.values()]
    .flatMap((lane) => clustersOf(lane, (moment) => positionOn(axis, moment.from), room))
    .map((cluster) => ({ ...boxOf(cluster, axis), width: 0 }));
}

const isGap = ({ kind }: Mark): boolean => kind === 'gap' || kind === 'dropped gap';

/** None for what lasted no time, or was over before the bar of its call ends: it could not be seen. */
function boxOfBand(band: Mark, axis: TimeAxis, calls: readonly MarkBox[]): MarkBox[] {
  const box = boxOf([band], axis);
  if (band.kind === 'status') return [box];
  const call = isGap(band) ? calls.findLast(({ from }) => from <= band.from) : undefined;
  const x = call ? Math.max(box.x, call.x + call.width) : box.x;
  const width = box.x + box.width - x;
  return width > 0 || band.to === null ? [{ ...box, x, width }] : [];
}

function boxOf(marks: Cluster, axis: TimeAxis): MarkBox {
  const [{ id, lane, from }] = marks;
  const ends = marks.map(({ to }) => to);
  const to = ends.reduce((latest, end) => (latest === null || end === null ? null : Math.max(latest, end)), from);
  const x = positionOn(axis, from);
  const width = positionOn(axis, to ?? axis.to) - x;
  return { id: marks.length === 1 ? id : `cluster-${id}`, marks, lane, from, to, x, width };
}
