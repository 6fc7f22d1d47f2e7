/** Where the marks of a timeline stand on their axis. */
import { positionOn, type TimeAxis } from './timeline-axis.ts';
import type { Lane, Mark } from './timeline-mark.ts';

export interface PlacedMark {
  readonly mark: Mark;
  /** The left edge of what has a duration; the middle of a moment. */
  readonly x: number;
  /** 0 for a moment. What goes on reaches from `x` to the clock, which the screen follows. */
  readonly width: number;
}

export interface PlaceRules {
  /** A call is at least so wide, unless the next one is nearer. */
  readonly callWidth: number;
  /** Moments on one lane keep so far apart, as long as there is room. */
  readonly momentDistance: number;
}

/** Every mark with its place, in the order given. */
export function placeMarks(marks: readonly Mark[], axis: TimeAxis, rules: PlaceRules): PlacedMark[] {
  const callWidth = fittingCallWidth(marks, axis, rules.callWidth);
  const moments = spreadMoments(marks, axis, rules.momentDistance);
  let callEnd = 0;
  return marks.map((mark) => {
    const moment = moments.get(mark);
    if (moment !== undefined) return { mark, x: moment, width: 0 };
    const from = positionOn(axis, mark.from);
    const to = positionOn(axis, mark.to ?? axis.to);
    if (isCall(mark)) {
      callEnd = Math.max(to, from + callWidth);
      return { mark, x: from, width: callEnd - from };
    }
    // What follows a call begins where the call's bar ends.
    const x = mark.kind === 'gap' ? Math.min(Math.max(from, callEnd), to) : from;
    return { mark, x, width: to - x };
  });
}

/** Calls and the next retry are drawn as bars, however short. */
export const isCall = ({ kind }: Mark) => kind.startsWith('call ') || kind === 'next retry';

/** Moments: what has no duration and is no call. */
const isMoment = (mark: Mark) => mark.to === mark.from && !isCall(mark) && mark.kind !== 'status';

function fittingCallWidth(marks: readonly Mark[], axis: TimeAxis, wanted: number): number {
  const starts = marks.filter(isCall).map(({ from }) => positionOn(axis, from));
  const distances = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  return Math.max(2, Math.min(wanted, ...distances.map((distance) => distance - 1)));
}

function spreadMoments(marks: readonly Mark[], axis: TimeAxis, distance: number): Map<Mark, number> {
  const places = new Map<Mark, number>();
  const lanes = Map.groupBy(marks.filter(isMoment), ({ lane }): Lane => lane);
  for (const moments of lanes.values()) {
    const near = Math.min(distance, axis.width / moments.length);
    let x = Number.NEGATIVE_INFINITY;
    for (const mark of moments) {
      x = Math.max(positionOn(axis, mark.from), x + near);
      places.set(mark, x);
    }
    // What was pushed over the end is pushed back from there.
    let limit = axis.width;
    for (const mark of moments.toReversed()) {
      limit = Math.min(places.get(mark) ?? limit, limit);
      places.set(mark, limit);
      limit -= near;
    }
  }
  return places;
}
