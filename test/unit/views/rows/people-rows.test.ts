import { describe, expect, test } from 'vitest';
import type { ScenarioText } from '../../../../src/shared/scenario.ts';
import {
  concerning,
  likelyTakers,
  peopleOf,
  standingOf,
  withPeopleCount,
} from '../../../../src/views/rows/people-rows.ts';
import { ACCEPTED, given, MINUTE, START } from '../../../support/given.ts';

/** `check` in the queue AP for nobody, `post` for omar, `ask` in no queue. */
const SETTING: Partial<ScenarioText> = {
  queues: ['AP', 'Treasury'],
  users: { dana: {}, omar: { queues: ['AP'] }, ines: { available: false, queues: ['AP', 'Treasury'] } },
  actionTypes: {
    post: { externalApi: 'erp', allocation: { queue: 'AP', user: 'omar' } },
    check: { manual: true, allocation: { queue: 'AP' } },
    ask: { manual: true },
  },
  cases: { C1: { owner: 'dana', process: [['post', 'check', 'ask']] } },
};

const launched = () => given(SETTING).launched().callEnds(ACCEPTED);

describe('who has what', () => {
  test('an Action that waits for the external system is nobody’s and in no queue (R40)', () => {
    const { queues, work } = peopleOf(launched().world);
    expect(work.map(({ ref }) => ref)).toEqual(['C1/check', 'C1/ask']);
    expect(queues.map(({ queue, waitingCount }) => [queue, waitingCount])).toEqual([
      ['AP', 1],
      ['Treasury', 0],
      [null, 1],
    ]);
  });

  test('for one person: themselves, the queues that they work or have anything of, and what is in none', () => {
    const it = launched();
    const shown = (user: string) => {
      const { queues, people } = concerning(peopleOf(it.world), user);
      return [people.map((each) => each.user), queues.map(({ queue }) => queue)];
    };
    expect(shown('omar')).toEqual([['omar'], ['AP', null]]);
    expect(shown('dana')).toEqual([['dana'], [null]]);
    it.when({ type: 'take', action: 'C1/check', by: 'dana' });
    expect(shown('dana')).toEqual([['dana'], ['AP', null]]);
    expect(shown('gone')).toEqual([
      ['dana', 'omar', 'ines'],
      ['AP', 'Treasury', null],
    ]);
  });

  test('a queue says what waits, since when, who has it, and who works there (R41)', () => {
    const it = launched();
    it.after(MINUTE).answers({ outcome: 'unsuccessful' });
    const [ap, treasury] = peopleOf(it.world).queues;
    expect(ap).toEqual({
      queue: 'AP',
      waitingCount: 2,
      unassignedCount: 1,
      oldestSince: START,
      assigned: [{ user: 'omar', count: 1 }],
      workers: [
        { user: 'omar', available: true },
        { user: 'ines', available: false },
      ],
    });
    expect(treasury).toMatchObject({ waitingCount: 0, unassignedCount: 0, oldestSince: null, assigned: [] });
  });

  test('a person has what is assigned to them, and the Cases that need them as the owner (R44)', () => {
    const it = launched();
    it.when({ type: 'take', action: 'C1/check', by: 'omar' });
    it.answers({ outcome: 'unsuccessful' });
    it.when({ type: 'unable', action: 'C1/ask', by: 'omar' });
    const { people } = peopleOf(it.world);
    expect(people).toEqual([
      { user: 'dana', available: true, queues: [], actionCount: 0, inProgressCount: 0, attentionCount: 1 },
      { user: 'omar', available: true, queues: ['AP'], actionCount: 2, inProgressCount: 1, attentionCount: 0 },
      {
        user: 'ines',
        available: false,
        queues: ['AP', 'Treasury'],
        actionCount: 0,
        inProgressCount: 0,
        attentionCount: 0,
      },
    ]);
  });

  test('who works the queue and is there is the likeliest to take it', () => {
    const it = launched();
    expect(likelyTakers(it.world, it.action('C1/check'))).toEqual(['omar', 'dana', 'ines']);
  });

  test('how many Actions wait for people', () => {
    expect(withPeopleCount(launched().world)).toBe(2);
  });

  test('R41, R50, S5 what is assigned to one, what one can take, and what is others’', () => {
    const it = launched();
    it.answers({ outcome: 'unsuccessful' });
    const standing = (reference: string, user: string) =>
      standingOf(it.action(reference), user, it.world.users.get(user) ?? { queues: [] });
    const all = () =>
      ['dana', 'omar', 'ines'].map((user) => ['C1/post', 'C1/check', 'C1/ask'].map((ref) => standing(ref, user)));
    expect(all()).toEqual([
      // In no queue: whoever comes first.
      ['not theirs', 'not theirs', 'to take'],
      ['theirs', 'to take', 'to take'],
      ['to take', 'to take', 'to take'],
    ]);
    it.when({ type: 'take', action: 'C1/check', by: 'omar' });
    it.when({ type: 'take', action: 'C1/ask', by: 'omar' });
    expect(all()).toEqual([
      ['not theirs', 'not theirs', 'not theirs'],
      ['theirs', 'theirs', 'theirs'],
      ['to take', 'not theirs', 'not theirs'],
    ]);
  });
});
