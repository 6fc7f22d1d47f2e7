/** An event of the past as people see it. */
import type { EventEntry } from '../../shared/history-contract.ts';
import type { Instant } from '../../shared/model.ts';
import type { WhatChanged } from '../../shared/what-changed.ts';
import { whatChanged } from '../../views/what-changed/what-changed.ts';
import { eventWords } from '../../views/words/event-words.ts';
import { upperFirst } from '../../views/words/figures.ts';
import { nameOf, type PastEvent, type Point } from '../runtime/point.ts';

/** What happened on the way to a point; `null` where nothing did. */
export function entryOf(point: Point, state: EventEntry['state']): EventEntry | null {
  return point.event && eventEntry(point.event, nameOf(point), state);
}

export function eventEntry({ at, telling, count }: PastEvent, seq: number, state: EventEntry['state']): EventEntry {
  return { seq, at, state, ...eventWords(telling, count) };
}

/** What an event changed; of one that nothing is seen of its own words. `startAt`: of the clock. */
export function changeBy({ telling, count, facts }: PastEvent, startAt: Instant): WhatChanged {
  const change = whatChanged(facts.length === 0 ? [telling] : facts, startAt);
  if (change !== null) return change;
  const { subject, text } = eventWords(telling, count);
  const sentence = `${subject !== null && text.startsWith(subject) ? text : upperFirst(text)}.`;
  return { sentence, actions: [], cases: [], externalApis: [], users: [] };
}
