import { describe, expect, it } from 'vitest';
import { ACCEPTED, type Given, given, MINUTE, REFUSED, START, SUCCESS, withPost } from '../../../support/given.ts';

const HOUR = 60 * MINUTE;
const launchClock = { settings: { responseClock: 'launch' as const } };

describe('the response clock', () => {
  it('R32, R45 runs out: To Do, Timeout, allocated; the owner is not told, the Case left alone', () => {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * MINUTE);
    const facts = world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    expect(facts.map(({ type }) => type)).toEqual(['statusChanged', 'allocated']);
    expect(world.action()).toMatchObject({
      status: 'To Do',
      reason: 'Timeout',
      assignee: 'omar',
      queue: 'AP',
      owner: null,
    });
    expect(world.case()).toMatchObject({ status: 'In Progress', needsAttention: false });
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  it('R35 starts on connection, not on launch', () => {
    const world = given()
      .launched()
      .failedUntil(2)
      .retryDue()
      .callEnds({ ...ACCEPTED, latencyMs: 2_000 });
    expect(world.now).toBe(START + 7 * MINUTE + 2_000);
    expect(world.action().responseDeadlineAt).toBe(world.now + 30 * MINUTE);
  });

  it('R35 starts at launch where it is set so, for every copy anew', () => {
    const world = given(launchClock).launched().failedUntil(2).retryDue().callEnds(ACCEPTED);
    expect(world.action().responseDeadlineAt).toBe(START + 30 * MINUTE);
    world.after(10 * MINUTE).when({ type: 'relaunch', action: 'C1/post' });
    expect(world.action().responseDeadlineAt).toBe(world.now + 30 * MINUTE);
  });

  it.each([
    ['calling', (world: Given) => world.launched()],
    ['retry pending', (world: Given) => world.launched().failedUntil(1)],
    ['awaiting response', (world: Given) => world.launched().callEnds(ACCEPTED)],
  ])('R32, R35 started at launch it runs out in %s', (phase, reach) => {
    const world = reach(given({ ...launchClock, ...withPost({ responseWithin: '90s' }) }));
    expect(world.action().phase).toBe(phase);
    expect(world.timers()).toContainEqual(
      expect.objectContaining({ at: START + 90_000, input: { type: 'responseTimeout', actionRef: 'C1/post' } }),
    );
    world.now = START + 90_000;
    world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    expect(world.action()).toMatchObject({
      status: 'To Do',
      reason: 'Timeout',
      assignee: 'omar',
      nextRetryAt: null,
      lastFailure: null,
      callStartedAt: null,
    });
    expect(world.timers()).toEqual([]);
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  it('R32 started on connection it does not run out before', () => {
    for (const world of [given().launched(), given().launched().failedUntil(1)]) {
      expect(world.timers().map(({ input }) => input.type)).not.toContain('responseTimeout');
      expect(world.when({ type: 'responseTimeout', actionRef: 'C1/post' })).toEqual([]);
    }
  });

  it('R35 from launch it runs only where a response is expected', () => {
    const world = given({ ...launchClock, ...withPost({ responseExpected: false }) }).launched();
    expect(world.action().responseDeadlineAt).toBeNull();
    expect(world.timers()).toEqual([]);
  });

  it('R35, R38 launched while it was blank, an Action has no clock, whatever is saved later', () => {
    const world = given({ ...launchClock, ...withPost({ responseWithin: undefined }) }).launched();
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { responseWithin: 5 * MINUTE } },
    });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { responseClock: 'connection' } },
    });
    world.callEnds(ACCEPTED);
    expect(world.action()).toMatchObject({ phase: 'awaiting response', responseDeadlineAt: null });
    expect(world.timers()).toEqual([]);
  });

  it('R34 not set, with no due date: waits for ever', () => {
    const { post } = { post: { externalApi: 'erp' } };
    const world = given({ actionTypes: { post } }).launched().callEnds(ACCEPTED);
    expect(world.timers()).toEqual([]);
    expect(world.action().responseDeadlineAt).toBeNull();
  });

  it('R38 is not moved by saving Response expected within, only the next one is', () => {
    const world = given().launched().callEnds(ACCEPTED);
    const { responseDeadlineAt } = world.action();
    for (const responseWithin of [5 * MINUTE, 5 * HOUR, null]) {
      world.when({
        type: 'saveDefinition',
        definition: { section: 'actionTypes', name: 'post', change: { responseWithin } },
      });
      expect(world.action().responseDeadlineAt).toBe(responseDeadlineAt);
    }
    world.when({ type: 'relaunch', action: 'C1/post' });
    world.callEnds(ACCEPTED);
    expect(world.action().responseDeadlineAt).toBeNull();
  });

  it('R35, R38 a change of the option leaves the Actions alone that live', () => {
    const running = given(launchClock).launched();
    running
      .after(MINUTE)
      .when({ type: 'saveDefinition', definition: { section: 'settings', change: { responseClock: 'connection' } } });
    running.callEnds(ACCEPTED);
    expect(running.action().responseDeadlineAt).toBe(START + 30 * MINUTE);
    const toStart = given().launched();
    toStart
      .after(MINUTE)
      .when({ type: 'saveDefinition', definition: { section: 'settings', change: { responseClock: 'launch' } } });
    toStart.callEnds(ACCEPTED);
    expect(toStart.action().responseDeadlineAt).toBe(START + 31 * MINUTE);
  });
});

describe('the due date', () => {
  const auto = withPost({ due: '8h', autoCompleteOnTimeout: true });

  it('R33, R45 with auto-complete closes as No response returned, the owner is not told, the Case goes on', () => {
    const world = given({ ...auto, cases: { C1: { owner: 'dana', process: ['post', 'check'] } } })
      .launched()
      .callEnds(ACCEPTED);
    world.after(8 * HOUR).when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(world.action()).toMatchObject({
      status: 'Closed',
      resolutionMethod: 'No response returned',
      overdue: false,
    });
    expect(world.action('C1/check').status).toBe('To Do');
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  it('R33 without auto-complete only marks the Action overdue, once, also a manual one', () => {
    const world = given({
      actionTypes: { check: { manual: true, due: '4h', autoCompleteOnTimeout: true } },
      cases: { C1: { owner: 'dana', process: ['check'] } },
    }).launched();
    world.after(4 * HOUR).when({ type: 'dueDate', actionRef: 'C1/check' });
    expect(world.action('C1/check')).toMatchObject({ status: 'To Do', overdue: true });
    expect(world.timers('C1/check')).toEqual([]);
  });

  it('R36 counts from launch in every phase', () => {
    const world = given(auto).launched();
    for (const step of [() => world.callEnds(REFUSED), () => world.retryDue(), () => world.callEnds(ACCEPTED)]) {
      step();
      expect(world.action().dueAt).toBe(START + 8 * HOUR);
    }
  });

  it.each([
    ['calling', () => given(auto).launched()],
    ['retry pending', () => given(auto).launched().callEnds(REFUSED)],
  ])('R36 in %s cancels what was to come', (_, start) => {
    const world = start();
    world.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(world.timers()).toEqual([]);
    expect(world.action()).toMatchObject({ nextRetryAt: null, plan: null, escalated: false });
  });

  it('R34 set beside the response clock: the first to come wins', () => {
    const timeout = given(withPost({ due: '31m', autoCompleteOnTimeout: true }))
      .launched()
      .callEnds(ACCEPTED);
    timeout.after(30 * MINUTE).when({ type: 'responseTimeout', actionRef: 'C1/post' });
    timeout.after(MINUTE).when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(timeout.action()).toMatchObject({ status: 'To Do', reason: 'Timeout', overdue: true });
    const due = given(withPost({ due: '29m', autoCompleteOnTimeout: true }))
      .launched()
      .callEnds(ACCEPTED);
    due.after(29 * MINUTE).when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(due.when({ type: 'responseTimeout', actionRef: 'C1/post' })).toEqual([]);
    expect(due.action().resolutionMethod).toBe('No response returned');
  });

  it('R29, R36 closes for good: a response after it is late', () => {
    const world = given(auto).launched().callEnds(ACCEPTED);
    world.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(world.answers(SUCCESS)).toMatchObject([{ verdict: 'late' }]);
  });
});
