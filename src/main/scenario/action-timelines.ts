/** What happened to every Action of a world, in words and data. */
import { formatInstant } from '../../shared/instant.ts';
import type { World } from '../../shared/world.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import type { ActionTimeline } from './result.ts';

/** In creation order. */
export function timelinesOf(world: World): ActionTimeline[] {
  return [...world.actions.values()].map(({ ref }) => ({
    action: ref,
    entries: timelineOf(world.timelines.get(ref)).map(({ at, kind, who, text }) => ({
      since: formatInstant(at, world.startAt),
      kind,
      who,
      text,
    })),
  }));
}
