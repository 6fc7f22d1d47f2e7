/** An event of the past as people see it. */
import type { EventEntry } from '../../shared/history-contract.ts';
import { eventWords } from '../../views/words/event-words.ts';
import { nameOf, type PastEvent, type Point } from '../runtime/point.ts';

/** What happened on the way to a point; `null` where nothing did. */
export function entryOf(point: Point, state: EventEntry['state']): EventEntry | null {
  return point.event && eventEntry(point.event, nameOf(point), state);
}

export function eventEntry({ at, telling, count }: PastEvent, seq: number, state: EventEntry['state']): EventEntry {
  return { seq, at, state, ...eventWords(telling, count) };
}
