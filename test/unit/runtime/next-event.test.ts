import { describe, expect, it } from 'vitest';
import { timerOfLaunch, timerOfResponse } from '../../../src/engine/clocks/timers.ts';
import { nextEvent } from '../../../src/main/runtime/next-event.ts';
import { ACCEPTED, type Given, given, MINUTE, REFUSED, START, withPost } from '../../support/given.ts';

const next = (world: Given) => {
  const [timer] = world.timers();
  return timer && nextEvent(world.world, timer);
};

describe('the next event in words', () => {
  it('of an Action, in every phase', () => {
    const world = given(withPost({ due: '8h' })).launched();
    expect(next(world)).toEqual({
      at: START + 480 * MINUTE,
      kind: 'due date',
      subject: 'C1/post',
      text: 'due date of C1/post',
    });
    world.when({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan: { ...REFUSED, latencyMs: 250 } });
    expect(next(world)).toEqual({
      at: START + 250,
      kind: 'call result',
      subject: 'C1/post',
      text: 'result of the call of C1/post',
    });
    world.after(250).when({ type: 'callResultDue', actionRef: 'C1/post' });
    expect(next(world)).toMatchObject({ kind: 'retry', text: 'retry 1 of C1/post' });
    world.retryDue().callEnds(ACCEPTED);
    expect(next(world)).toMatchObject({ kind: 'response timeout', text: 'response timeout of C1/post' });
  });

  it('of a planned launch and a planned response', () => {
    const it = given().launched();
    const { world } = it;
    const launch = timerOfLaunch({ id: 'inv-2', sequence: 1, at: START, caseType: 'invoice', caseRef: 'inv-2' });
    expect(nextEvent(world, launch)).toEqual({ at: START, kind: 'launch', subject: 'inv-2', text: 'launch of inv-2' });
    const delivery = { body: null, token: 'right' } as const;
    const response = timerOfResponse({ id: 'r', sequence: 1, at: START, actionRef: 'C1/post', delivery }, it.action());
    expect(nextEvent(world, response)).toMatchObject({ kind: 'response', text: 'response to C1/post' });
  });
});
