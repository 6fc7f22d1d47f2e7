import { expect, it } from 'vitest';
import { tellsMore } from '../../../../src/engine/history/telling.ts';
import type { Fact } from '../../../../src/shared/facts.ts';
import type { EventEntry } from '../../../../src/shared/history-contract.ts';
import { whatChanged } from '../../../../src/views/what-changed/what-changed.ts';
import { whatChangedAt } from '../../../../src/views/what-changed/what-changed-at.ts';
import { eventWords } from '../../../../src/views/words/event-words.ts';
import { type Given, given, REFUSED, START } from '../../../support/given.ts';

/** As the event strip has it. */
function eventOf(facts: readonly Fact[]): EventEntry {
  const telling = facts.reduce((best, fact) => (tellsMore(fact, best) ? fact : best));
  return { seq: 1, at: telling.at, state: 'present', ...eventWords(telling, 1) };
}

function brought(world: Given, act: (world: Given) => unknown): readonly Fact[] {
  const { length } = world.facts;
  act(world);
  return world.facts.slice(length);
}

it('R14: says the same of an event that is gone back to as when it happened', () => {
  const world = given().launched().callEnds(REFUSED);
  for (let retry = 1; retry <= 5; retry += 1) {
    const facts = brought(world, (each) => each.retryDue().callEnds(REFUSED));
    expect(whatChangedAt(world.world, eventOf(facts), START)).toEqual(whatChanged(facts, START));
  }
});

it('in its own words where more happened to its subject at that instant', () => {
  const world = given().launched();
  const facts = brought(world, (each) => each.when({ type: 'caseVerb', case: 'C1', do: 'pause' }));
  expect(whatChangedAt(world.world, eventOf(facts), START)).toMatchObject({
    sentence: 'C1 was paused.',
    cases: new Set(['C1']),
  });
});

it('in its own words where it is about no Case', () => {
  const world = given();
  const facts = brought(world, (each) => each.when({ type: 'switchApi', name: 'erp', to: 'Down' }));
  expect(whatChangedAt(world.world, eventOf(facts), START)).toMatchObject({
    sentence: 'erp was switched to Down.',
    externalApis: new Set(['erp']),
  });
});
