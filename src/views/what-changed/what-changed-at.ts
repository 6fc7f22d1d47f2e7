/** What an event changed, for who comes back to it: read from the timelines of what it is about. */
import type { Fact } from '../../shared/facts.ts';
import type { EventEntry } from '../../shared/history-contract.ts';
import type { Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { eventWords } from '../words/event-words.ts';
import { upperFirst } from '../words/figures.ts';
import { mostTelling, type WhatChanged, whatChanged } from './what-changed.ts';

/**
 * The same as when it happened, where the timelines tell it apart from what else happened to its subject at that instant; else its
 * own words. `world` stands at the end of the event.
 */
export function whatChangedAt(world: World, event: EventEntry, startAt: Instant): WhatChanged {
  const facts = factsOf(world, event);
  const telling = mostTelling(facts);
  if (telling !== undefined) {
    const change = event.text.startsWith(eventWords(telling, 1).text) ? whatChanged(facts, startAt) : null;
    if (change !== null) return change;
  }
  return inOwnWords(world, event);
}

function factsOf(world: World, { subject, at }: EventEntry): Fact[] {
  const caseRef = subject?.split('/')[0];
  if (subject === null || caseRef === undefined) return [];
  const own = lastAt(world.timelines.get(subject), at);
  // What is about the Action is in its own timeline already.
  const ofCase = caseRef === subject ? [] : lastAt(world.timelines.get(caseRef), at);
  return [...own, ...ofCase.filter((fact) => !('actionRef' in fact))];
}

/** The latest facts of a timeline, those of the instant `at`. */
function lastAt(timeline: readonly Fact[] = [], at: Instant): readonly Fact[] {
  const end = timeline.findLastIndex((fact) => fact.at === at) + 1;
  return timeline.slice(timeline.findLastIndex((fact, index) => index < end && fact.at !== at) + 1, end);
}

function inOwnWords(world: World, { subject, text }: EventEntry): WhatChanged {
  const only = (names: ReadonlyMap<string, unknown>) =>
    new Set(subject !== null && names.has(subject) ? [subject] : []);
  const beginsWithName = subject !== null && text.startsWith(subject);
  return {
    sentence: `${beginsWithName ? text : upperFirst(text)}.`,
    actions: only(world.actions),
    cases: only(world.cases),
    externalApis: only(world.externalApis),
    users: new Set(),
  };
}
