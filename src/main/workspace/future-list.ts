/** The futures of a workspace as people see them: their names, where they leave the present one, and how two of them end. */
import type {
  EventPage,
  FutureComparison,
  FutureCourse,
  FutureEnding,
  Future as ShownFuture,
} from '../../shared/history-contract.ts';
import type { Action } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { eventWords } from '../../views/words/event-words.ts';
import { clockTime } from '../../views/words/time-words.ts';
import { eventsBetween, type Future, partingOf } from '../runtime/futures.ts';
import type { Past } from '../runtime/past.ts';
import { nameOf, type Point, type Standing } from '../runtime/point.ts';
import { entryOf } from './event-entry.ts';

/** At most so many events of each are compared. */
const EVENTS_COMPARED = 1_000;

/** All futures, and the name of the last one that was dropped. */
export function shownFutures(
  past: Past,
  standing: Pick<Standing, 'seq' | 'at'>,
): Pick<EventPage, 'futures' | 'droppedFuture'> {
  const { list, present, dropped } = past.futures;
  const futures = list.map((future): ShownFuture => {
    const parting = future === present ? future.tip : (partingOf(past.head, future.tip) ?? future.tip);
    // What is happening at the end of the present one is none of its points yet.
    const isGoingOn = future.tip === past.head && past.head.standing.seq !== standing.seq;
    const tip = isGoingOn ? standing : { seq: nameOf(future.tip), at: future.tip.standing.at };
    return {
      id: future.id,
      name: nameOfFuture(future),
      isNamedByHand: future.name !== null,
      partedAt: future === present ? tip.at : parting.standing.at,
      partedSeq: future === present ? tip.seq : nameOf(parting),
      tipSeq: tip.seq,
      tipAt: tip.at,
      eventCount: eventsBetween(parting, future.tip).length,
      isPresent: future === present,
    };
  });
  return { futures, droppedFuture: dropped && nameOfFuture(dropped) };
}

/** By hand, or after its first event that is in no other: `retry 3 of C1/post failed, 09:07`. */
function nameOfFuture({ name, namesake }: Future): string {
  if (name !== null) return name;
  if (namesake === null) return 'The first course';
  const { text } = eventWords(namesake.telling, namesake.count);
  return `${text}, ${clockTime(namesake.at)}`;
}

/** `null` where the way to one of them is no longer in memory. The past must be closed where the workspace stands. */
export function comparedFutures(past: Past, world: World, left: Future, right: Future): FutureComparison | null {
  const parting = partingOf(left.tip, right.tip);
  const [leftActions, rightActions] = [past.read(left.tip, world.actions), past.read(right.tip, world.actions)];
  if (parting === null || leftActions === null || rightActions === null) return null;
  const refs = new Set([...leftActions.keys(), ...rightActions.keys()]);
  const at = (actions: ReadonlyMap<string, unknown>) => (ref: string) =>
    (actions.has(ref) ? actions.get(ref) : world.actions.get(ref)) as Action | undefined;
  const [inLeft, inRight] = [at(leftActions), at(rightActions)];
  const endings = (own: typeof inLeft, other: typeof inLeft) =>
    [...refs].flatMap((ref) => {
      const [action, counterpart] = [own(ref), other(ref)];
      return action !== undefined && action !== counterpart ? [ending(action)] : [];
    });
  return {
    partedAt: parting.standing.at,
    partedSeq: nameOf(parting),
    left: course(left, parting, endings(inLeft, inRight)),
    right: course(right, parting, endings(inRight, inLeft)),
  };
}

function course(future: Future, parting: Point, endings: readonly FutureEnding[]): FutureCourse {
  const events = eventsBetween(parting, future.tip).slice(0, EVENTS_COMPARED);
  return {
    id: future.id,
    name: nameOfFuture(future),
    tipAt: future.tip.standing.at,
    events: events.flatMap((point) => entryOf(point, 'past') ?? []),
    endings,
  };
}

function ending(action: Action): FutureEnding {
  const { ref, title, status, phase, reason, resolutionMethod, retryCount, displayedMaximum, statusSince } = action;
  return {
    ref,
    title,
    status,
    phase,
    reason,
    resolutionMethod,
    retryCount,
    maximum: displayedMaximum,
    at: statusSince,
  };
}
