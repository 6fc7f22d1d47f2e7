import { expect, it } from 'vitest';
import { tellsMore } from '../../../../src/engine/history/telling.ts';
import type { Fact } from '../../../../src/shared/facts.ts';
import { eventWords } from '../../../../src/views/words/event-words.ts';
import { type Given, given, REFUSED, UNSUCCESSFUL } from '../../../support/given.ts';

/** What the strip says of what `act` brought about. */
function told(world: Given, act: (world: Given) => unknown): string {
  const { length } = world.facts;
  act(world);
  const facts = world.facts.slice(length);
  const telling = facts.reduce((best, fact) => (tellsMore(fact, best) ? fact : best));
  return eventWords(telling, facts.filter(({ type }) => type === telling.type).length).text;
}

it('says of every event the one thing that tells most', () => {
  const world = given();
  expect(told(world, (each) => each.launched())).toBe('C1/post was launched');
  expect(told(world, (each) => each.callEnds(REFUSED))).toBe('first call of C1/post failed');
  expect(told(world, (each) => each.retryDue())).toBe('retry 1 of C1/post started');
  expect(told(world, (each) => each.answers(UNSUCCESSFUL))).toBe('response to C1/post: accepted');
  expect(told(world, (each) => each.when({ type: 'caseVerb', case: 'C1', do: 'pause' }))).toBe('C1 was paused');
  expect(told(world, (each) => each.when({ type: 'switchApi', name: 'erp', to: 'Down' }))).toBe(
    'erp was switched to Down',
  );
  const definition = { section: 'queues', name: 'Late' } as const;
  expect(told(world, (each) => each.when({ type: 'createDefinition', definition }))).toBe('new queue Late');
  expect(told(world, (each) => each.when({ type: 'undoEdit' }))).toBe('undone: new queue Late');
  expect(told(world, (each) => each.maximum(9))).toBe('change of the system-wide settings');
});

it('counts what happened to others in the same instant', () => {
  const fact: Fact = { at: 0, type: 'becameOverdue', actionRef: 'C1/post' };
  expect(eventWords(fact, 1)).toEqual({ kind: 'overdue', subject: 'C1/post', text: 'C1/post is overdue' });
  expect(eventWords(fact, 1_200).text).toBe('C1/post is overdue, and 1,199 more');
});
