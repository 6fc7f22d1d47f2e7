/** *Expect this*: what is offered of a thing, in words, and that each holds where it is offered. */
import { describe, expect, it } from 'vitest';
import { checkExpectation } from '../../../../src/main/scenario/read-world.ts';
import type { Expectable } from '../../../../src/shared/recording.ts';
import { whatToExpect } from '../../../../src/views/expected/expect-this.ts';
import { Given, REFUSED } from '../../../support/given.ts';

const given = () => new Given().launched().callEnds(REFUSED);
const words = (of: Expectable, { world } = given()) => whatToExpect(world, of).map((each) => each.words);

describe('what can be expected', () => {
  it('of an Action that could not connect', () => {
    expect(words({ action: 'C1/post/1' })).toEqual([
      'is Waiting',
      'has the reason “Updated by Enate”',
      'has made 0 of 5 retries',
      'has made 1 call',
      'shows a connection error with its next retry at 1 min after the start and with Retry to click',
      'is assigned to nobody',
      'is in no queue',
      'has the owner dana',
      'is not overdue',
    ]);
  });
  it('of a Case, its owner and a queue', () => {
    expect(words({ case: 'C1' })).toContain('needs no attention');
    expect(words({ notifications: 'dana' })).toEqual(['has 0 notifications', 'has no newest notification']);
    expect(words({ queue: 'AP' })).toEqual(['holds no Action']);
  });
  it('of a thing whose name is a word of the sentence', () => {
    const world = new Given({
      queues: ['queue'],
      users: { that: {} },
      externalApis: { erp: { url: 'https://erp.example.test/x' } },
      actionTypes: { post: { externalApi: 'erp' } },
      cases: { Expects: { owner: 'that', process: ['post'] } },
    });
    world.when({ type: 'launchCase', case: 'Expects', by: 'that' });
    expect(words({ queue: 'queue' }, world)).toEqual(['holds no Action']);
    expect(words({ notifications: 'that' }, world)).toContain('has 0 notifications');
    expect(words({ case: 'Expects' }, world)[0]).toBe('is In Progress');
  });
  it('of what is not there: nothing', () => {
    for (const of of [{ action: 'C9/post' }, { case: 'C9' }, { notifications: 'nobody' }, { queue: 'None' }]) {
      expect(words(of)).toEqual([]);
    }
  });
});

it('names the copy that is meant, as short as it can be, and holds', () => {
  const then = given();
  then.when({ type: 'launchAction', case: 'C1', actionType: 'check' });
  then.when({ type: 'launchAction', case: 'C1', actionType: 'check' });
  then.when({ type: 'take', action: 'C1/check/1', by: 'omar' });
  const subjects = (of: Expectable) =>
    whatToExpect(then.world, of).map(({ expectation }) => Object.values(expectation)[0]);
  expect(new Set(subjects({ action: 'C1/check/1' }))).toEqual(new Set(['C1/check/1']));
  expect(new Set(subjects({ action: 'C1/check/2' }))).toEqual(new Set(['C1/check']));
  const observed = { world: then.world, now: then.now, scheduledCount: 0, callbackBase: '' };
  for (const of of [{ action: 'C1/check/1' }, { action: 'C1/check/2' }, { case: 'C1' }, { queue: 'AP' }]) {
    for (const { expectation } of whatToExpect(then.world, of)) {
      expect(checkExpectation(observed, expectation)).toEqual([]);
    }
  }
});
