/** Ways between points: what is to be undone and then done again. */
import type { Point } from './point.ts';

export interface Way {
  /** To be undone, in order. */
  readonly up: readonly Point[];
  /** To be done again, in order. */
  readonly down: readonly Point[];
}

/** `null` where the way is no longer in memory. */
export function wayBetween(from: Point, to: Point): Way | null {
  const up: Point[] = [];
  const down: Point[] = [];
  let [left, right] = [from, to];
  while (left !== right) {
    const isLeft = left.depth >= right.depth;
    const point = isLeft ? left : right;
    if (point.change === null || point.parent === null) return null;
    (isLeft ? up : down).push(point);
    if (isLeft) left = point.parent;
    else right = point.parent;
  }
  return { up, down: down.reverse() };
}
