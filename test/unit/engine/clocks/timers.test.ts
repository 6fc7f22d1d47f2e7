import { describe, expect, it } from 'vitest';
import {
  compareTimers,
  RANK,
  type Timer,
  timerOfLaunch,
  timerOfResponse,
} from '../../../../src/engine/clocks/timers.ts';
import { ACCEPTED, given, MINUTE, REFUSED, START, withPost } from '../../../support/given.ts';

const timer = (at: number, rank: number, sequence: number, order = 0): Timer => ({
  at,
  rank,
  sequence,
  order,
  input: { type: 'retryDue', actionRef: 'x' },
});

const world = () => given(withPost({ due: '8h' })).launched();

describe('R37 the order at one instant', () => {
  it('people, results of calls, responses, response timeout, due date, retries', () => {
    const { people, callResult, response, responseTimeout, dueDate, retry } = RANK;
    const ranks = [people, callResult, response, responseTimeout, dueDate, retry];
    expect(ranks.toSorted((left, right) => left - right)).toEqual(ranks);
    expect(new Set(ranks).size).toBe(6);
  });

  it('the instant comes first, then the rank, then creation order', () => {
    const timers = [timer(2, 0, 1), timer(1, 5, 1), timer(1, 1, 9), timer(1, 1, 2)];
    expect(timers.toSorted(compareTimers)).toEqual([timers[3], timers[2], timers[1], timers[0]]);
  });

  it('of responses too: by the creation of their Actions, then as they were scheduled', () => {
    const timers = [timer(1, 2, 9, 1), timer(1, 2, 4, 8), timer(1, 2, 4, 7)];
    expect(timers.toSorted(compareTimers)).toEqual([timers[2], timers[1], timers[0]]);
  });

  it('a planned launch counts as what people do, a planned response as a response', () => {
    const launch = timerOfLaunch({ id: 'inv-2', sequence: 3, at: START, caseType: 'invoice', caseRef: 'inv-2' });
    expect(launch).toMatchObject({ rank: RANK.people, sequence: 3, input: { type: 'plannedLaunch', id: 'inv-2' } });
    const delivery = { body: null, token: 'right' } as const;
    const { sequence } = world().action();
    const planned = { id: 'r', sequence: 40, at: START, actionRef: 'C1/post', delivery };
    const response = timerOfResponse(planned, world().action());
    expect(response).toMatchObject({
      rank: RANK.response,
      sequence,
      order: 40,
      input: { type: 'response', plannedId: 'r', delivery },
    });
  });
});

describe('what an Action waits for', () => {
  const dueDate = { at: START + 8 * 60 * MINUTE, rank: RANK.dueDate };

  it('R36 in every open phase its due date, and what its phase waits for', () => {
    expect(world().timers()).toMatchObject([dueDate]);
    const inFlight = world();
    inFlight.when({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan: { ...REFUSED, latencyMs: 700 } });
    expect(inFlight.timers()).toMatchObject([{ at: START + 700, rank: RANK.callResult }, dueDate]);
    expect(world().callEnds(REFUSED).timers()).toMatchObject([{ at: START + MINUTE, rank: RANK.retry }, dueDate]);
    expect(world().callEnds(ACCEPTED).timers()).toMatchObject([
      { at: START + 30 * MINUTE, rank: RANK.responseTimeout },
      dueDate,
    ]);
    const manual = world();
    manual.answers({ outcome: 'unsuccessful' });
    expect(manual.timers()).toMatchObject([dueDate]);
  });

  it('R15 nothing once it is closed', () => {
    const closed = world();
    closed.answers({ outcome: 'success' });
    expect(closed.timers()).toEqual([]);
  });
});
