/** Which candidates nobody beats: the front of two measures that pull against each other. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export type Better = 'lower' | 'higher';

/**
 * The indices of the points on the front, best `x` first: no other point is at least as good in both and better in one.
 * Points with the same values are on it together.
 */
export function paretoFront(points: readonly Point[], betterX: Better, betterY: Better): number[] {
  const signX = betterX === 'lower' ? 1 : -1;
  const signY = betterY === 'lower' ? 1 : -1;
  const costs = points.map(({ x, y }, index) => ({ x: x * signX, y: y * signY, index }));
  const ordered = costs.sort((left, right) => left.x - right.x || left.y - right.y || left.index - right.index);
  const front: number[] = [];
  let last: (typeof ordered)[number] | null = null;
  for (const point of ordered) {
    const isSame = last !== null && point.x === last.x && point.y === last.y;
    if (last !== null && !isSame && point.y >= last.y) continue;
    front.push(point.index);
    last = point;
  }
  return front;
}
