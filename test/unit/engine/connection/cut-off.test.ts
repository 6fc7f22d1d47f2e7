import { describe, expect, it } from 'vitest';
import type { CallPlan } from '../../../../src/shared/model.ts';
import { timelineOf } from '../../../../src/views/timeline/entries.ts';
import { whyFact } from '../../../../src/views/why/why.ts';
import {
  ACCEPTED,
  type Given,
  given,
  REFUSED,
  START,
  SUCCESS,
  UNSUCCESSFUL,
  withPost,
} from '../../../support/given.ts';

const REF = 'C1/post';
const answer = (afterMs: number, outcome: 'success' | 'unsuccessful') =>
  ({ afterMs, delivery: { body: { outcome }, token: 'right' } }) as const;
/** Connects after ten seconds, answers twice. */
const PLAN: CallPlan = {
  ...ACCEPTED,
  latencyMs: 10_000,
  answers: [answer(60_000, 'success'), answer(90_000, 'unsuccessful')],
};

/** Four seconds into the call. */
const inFlight = (plan: CallPlan | null = PLAN, settings = {}) => {
  const world = given({ ...withPost({ due: '4s', autoCompleteOnTimeout: true, responseWithin: '4s' }), ...settings });
  world.launched();
  if (plan !== null) world.when({ type: 'callPlanned', actionRef: REF, callNumber: 1, plan });
  return world.after(4_000);
};
const clockFromLaunch = { settings: { responseClock: 'launch' as const } };

const CUTS: readonly [string, (world: Given) => unknown][] = [
  ['a successful response', (world) => world.answers(SUCCESS)],
  ['an unsuccessful response', (world) => world.answers(UNSUCCESSFUL)],
  ['the response clock from launch', (world) => world.when({ type: 'responseTimeout', actionRef: REF })],
  ['the due date', (world) => world.when({ type: 'dueDate', actionRef: REF })],
  ['rework', (world) => world.when({ type: 'caseVerb', case: 'C1', do: 'rework' })],
  ['relaunch', (world) => world.when({ type: 'relaunch', action: REF })],
  ['cancel', (world) => world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' })],
];

describe('R39 a call in flight is cut off', () => {
  it.each(CUTS)('by %s: its entry says so, and its answers still come', (_, cut) => {
    const world = inFlight(PLAN, clockFromLaunch);
    cut(world);
    const { world: after } = world;
    const entries = timelineOf(after.timelines.get(REF)).filter(({ kind }) => kind === 'call cut off');
    expect(entries).toEqual([
      {
        at: START + 4_000,
        kind: 'call cut off',
        who: 'System',
        text: 'Call 1 cut off after 4 s: the Action went on without its result',
      },
    ]);
    const planned = [...after.plannedResponses.values()].map(({ id, at, actionRef }) => ({ id, at, actionRef }));
    expect(planned, 'where the call would have connected (R29)').toEqual([
      { id: 'C1/post#1.1', at: START + 70_000, actionRef: REF },
      { id: 'C1/post#1.2', at: START + 100_000, actionRef: REF },
    ]);
    expect(world.when({ type: 'callResultDue', actionRef: REF }), 'its result comes no more').toEqual([]);
  });

  it.each([
    ['its result', (world: Given) => world.after(6_000).when({ type: 'callResultDue', actionRef: REF })],
    ['a maximum that is saved (R22)', (world: Given) => world.maximum(0)],
    [
      'a due date that only marks it overdue',
      (world: Given) => {
        world.when({
          type: 'saveDefinition',
          definition: { section: 'actionTypes', name: 'post', change: { autoCompleteOnTimeout: false } },
        });
        world.when({ type: 'dueDate', actionRef: REF });
      },
    ],
    ['a malformed response', (world: Given) => world.answers(null as never)],
  ])('not by %s', (_, happens) => {
    const world = inFlight();
    happens(world);
    expect(timelineOf(world.world.timelines.get(REF)).map(({ kind }) => kind)).not.toContain('call cut off');
  });

  it('R29 its answers are late, and change nothing', () => {
    const world = inFlight();
    world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    const before = world.action();
    const delivery = { body: { outcome: 'success' }, token: 'right' } as const;
    const response = { type: 'response', actionRef: REF, delivery, plannedId: 'C1/post#1.1' } as const;
    expect(world.after(66_000).when(response)).toMatchObject([
      { type: 'plannedResponseSent' },
      { type: 'responseReceived', verdict: 'late', httpStatus: 409 },
    ]);
    expect(world.action()).toEqual({ ...before, unheededResponses: 1 });
    expect(whyFact(world.world, world.facts.at(-1)!)?.lines[0]).toBe(
      'call 1 was cut off, would have connected 09:00:10 + 1 min = 09:01:10',
    );
  });

  it('one that would not have connected is never answered', () => {
    const world = inFlight({ ...REFUSED, latencyMs: 10_000 });
    world.answers(SUCCESS);
    expect(world.world.plannedResponses.size).toBe(0);
  });

  it('one that was not handed over yet never goes out', () => {
    const world = inFlight(null);
    world.answers(SUCCESS);
    expect(world.when({ type: 'callPlanned', actionRef: REF, callNumber: 1, plan: PLAN })).toEqual([]);
    expect(timelineOf(world.world.timelines.get(REF)).map(({ kind }) => kind)).toContain('call cut off');
    expect(world.world.plannedResponses.size).toBe(0);
  });

  it('a retry that is pending is no call: nothing is cut off', () => {
    const world = given().launched().failedUntil(1);
    world.answers(SUCCESS);
    expect(timelineOf(world.world.timelines.get(REF)).map(({ kind }) => kind)).not.toContain('call cut off');
  });

  it('Why? says what became of the Action, and of the call', () => {
    const world = inFlight(PLAN, clockFromLaunch);
    const [cutOff] = world.when({ type: 'responseTimeout', actionRef: REF });
    expect(whyFact(world.world, cutOff!)).toEqual({
      title: 'Call 1 cut off',
      lines: [
        'The Action became To Do (Timeout) at 09:00:04, 4 s into the call and before its result.',
        'The API’s responses to it still arrive, too late to change anything.',
      ],
      rules: ['R39', 'R29'],
    });
  });
});
