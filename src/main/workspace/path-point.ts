/** Where the path of the scenario in the player is, for whoever left it or went back into the middle of a step. */
import type { Past } from '../runtime/past.ts';
import { type Point, parentOf } from '../runtime/point.ts';
import type { PlayedScenario } from '../runtime/ports.ts';
import { isInStep } from '../runtime/step-taken.ts';

/** Whether the next step can be taken from here. */
export const isOnPath = (player: PlayedScenario) => !player.isLeft && !isInStep(player);

/**
 * The end of the step that one went back into, or the last point on the path before it was left; `null` where neither is known.
 * `player`: as it is now.
 */
export function pathPoint(past: Past, player: PlayedScenario): Point | null {
  const isWhole = (point: Point) => {
    const there = point.standing.player;
    return there !== null && there.steps === player.steps && isOnPath(there);
  };
  if (!player.isLeft) {
    for (let each = past.head.next; each !== null; each = each.next) if (isWhole(each)) return each;
  }
  for (let each: Point | null = past.head; each !== null; each = parentOf(each)) if (isWhole(each)) return each;
  return null;
}

/** The first point from here on, as it was lived before, at which `position` steps have been taken; `null` where it was not. */
export function visitedPoint(past: Past, player: PlayedScenario, position: number): Point | null {
  for (let each = past.head.next; each !== null; each = each.next) {
    const there = each.standing.player;
    if (there === null || there.steps !== player.steps || there.isLeft) return null;
    if (there.taken.length === position && !isInStep(there)) return each;
  }
  return null;
}

/** The last point before this one at which no more than `position` steps had been taken; `null` where it is no longer known. */
export function earlierPoint(past: Past, player: PlayedScenario, position: number): Point | null {
  for (let each: Point | null = past.head; each !== null; each = parentOf(each)) {
    const there = each.standing.player;
    if (there === null || there.steps !== player.steps) return null;
    if (isOnPath(there) && there.taken.length <= position) return each;
  }
  return null;
}
