/** In a lesson time may pass and nothing happen: then that is what changed, and not the event before. */
import type { Instant } from '../../shared/model.ts';
import type { WhatChanged } from '../../shared/what-changed.ts';
import { nothingChanged } from '../../views/what-changed/what-changed.ts';
import type { Past } from '../runtime/past.ts';
import { type Point, parentOf } from '../runtime/point.ts';
import type { PlayedScenario } from '../runtime/ports.ts';
import { nextBeat } from '../scenario/lesson-beats.ts';
import { isOnPath } from './path-point.ts';

/** `null` where something has happened since the last beat in which the time went on, and beside the path of a lesson. */
export function silence(past: Past, player: PlayedScenario | null, now: Instant, startAt: Instant): WhatChanged | null {
  if (player?.isLesson !== true || !isOnPath(player) || past.event !== null) return null;
  const since: Point[] = [];
  let last: Point | null = past.head;
  for (; last !== null && last.event === null; last = parentOf(last)) since.push(last);
  if (last !== null) since.push(last);
  const taken = last?.standing.player?.steps === player.steps ? last.standing.player.taken.length : 0;
  const end = taken === 0 ? 0 : nextBeat(player.steps, taken - 1);
  const ended = since.find(({ standing: { player: there } }) => there?.taken.length === end && isOnPath(there));
  return ended !== undefined && ended.standing.at < now ? nothingChanged(now, startAt) : null;
}
