/** Cumulative distributions read off: the share that is there by an instant. */
import type { CumulativePoint } from '../../shared/lab.ts';

/** From launch on, so that a line starts at the ground. */
export function fromLaunch(points: readonly CumulativePoint[]): CumulativePoint[] {
  const [first] = points;
  if (first === undefined) return [];
  return [[0, 0], ...(first[1] > 0 ? [[first[0], 0] as const] : []), ...points];
}

/** The share by `ms`: along a straight line between points, the upper end of a jump at its instant. */
export function shareAt(points: readonly CumulativePoint[], ms: number): number {
  let low = 0;
  let high = points.length;
  // The last point at or before `ms`.
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as CumulativePoint)[0] <= ms) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (before === undefined) return 0;
  if (after === undefined) return before[1];
  return before[1] + ((after[1] - before[1]) * (ms - before[0])) / (after[0] - before[0]);
}
