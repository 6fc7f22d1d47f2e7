import { describe, expect, it } from 'vitest';
import type { CallPlan } from '../../../../src/shared/model.ts';
import { ACCEPTED, given, MINUTE, REFUSED, withPost } from '../../../support/given.ts';

describe('the first call', () => {
  it('R1 is made at once when the Case reaches the Action, no person involved, reason Updated by Enate', () => {
    const world = given();
    const facts = world.when({ type: 'launchCase', case: 'C1' });
    expect(facts.map(({ type }) => type)).toEqual([
      'caseStatusChanged',
      'processStepStarted',
      'actionCreated',
      'statusChanged',
      'callStarted',
    ]);
    expect(facts.every(({ at }) => at === world.now)).toBe(true);
    expect(world.action()).toMatchObject({ status: 'Waiting', reason: 'Updated by Enate', statusBy: 'System' });
    expect(facts.at(-1)).toMatchObject({ trigger: 'first', by: 'System', callNumber: 1, retryCount: 0 });
  });

  it('R2 is no retry: a maximum of 5 means at most 6 calls', () => {
    const world = given().launched();
    expect(world.action()).toMatchObject({ retryCount: 0, callCount: 1 });
    world.failedUntil(5);
    expect(world.action()).toMatchObject({ phase: 'closed', retryCount: 5, callCount: 6 });
  });

  it('R3 sends the Action with the custom data fields that go out, S3 only those the type names', () => {
    const cases = {
      C1: { owner: 'dana', data: { invoiceId: 'INV-1', amount: 120.5, secret: 's' }, process: ['post'] },
    };
    const sent = (send?: string[]) => {
      const world = given({ ...withPost(send === undefined ? {} : { send }), cases }).launched();
      return world.world.externalApis.get('erp')?.lastRequest?.action;
    };
    expect(sent(['invoiceId', 'amount', 'unknown', 'constructor'])).toEqual({
      Reference: 'C1/post',
      Title: 'Post invoice',
      Type: 'post',
      Case: 'C1',
      Owner: 'dana',
      invoiceId: 'INV-1',
      amount: 120.5,
    });
    expect(sent([])).not.toHaveProperty('invoiceId');
    expect(sent()).toMatchObject({ invoiceId: 'INV-1', amount: 120.5, secret: 's' });
  });

  it('R3 every later call sends the Case data as it is then', () => {
    const world = given({
      cases: { C1: { owner: 'dana', process: [['post', 'post']] } },
    }).launched();
    world.callEnds(REFUSED, 'C1/post/1');
    world.callEnds(ACCEPTED, 'C1/post/2');
    world.answers({ outcome: 'success', data: { poNumber: '4711' } }, 'C1/post/2');
    world.retryDue('C1/post/1');
    expect(world.world.externalApis.get('erp')?.lastRequest).toMatchObject({
      actionRef: 'C1/post',
      action: { poNumber: '4711' },
    });
  });
});

describe('a call that connects', () => {
  it.each([200, 201, 202, 204, 299])(
    'R4, R7 by any 2xx, %i too: awaiting response, Waiting, no error bar',
    (status) => {
      const plan: CallPlan = { result: { connected: true, status }, latencyMs: 200, answers: [] };
      const world = given().launched().callEnds(REFUSED).retryDue().callEnds(plan);
      expect(world.action()).toMatchObject({
        phase: 'awaiting response',
        status: 'Waiting',
        reason: 'Updated by Enate',
        lastFailure: null,
        nextRetryAt: null,
        connectedAt: world.now,
        resolutionMethod: null,
        retryCount: 1,
      });
    },
  );

  it('R5 closes as Done Successfully where no response is expected', () => {
    const world = given(withPost({ responseExpected: false }))
      .launched()
      .callEnds(REFUSED)
      .retryDue()
      .callEnds(ACCEPTED);
    expect(world.action()).toMatchObject({
      status: 'Closed',
      resolutionMethod: 'Done Successfully',
      lastFailure: null,
    });
    expect(world.timers()).toEqual([]);
  });

  it('R7 is only received: the Action is not done until a response says so', () => {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(7 * 24 * 60 * MINUTE);
    expect(world.action()).toMatchObject({ status: 'Waiting', resolutionMethod: null });
  });
});

describe('a call that fails', () => {
  it.each([
    { kind: 'dns' },
    { kind: 'refused' },
    { kind: 'reset' },
    { kind: 'tls' },
    { kind: 'hang' },
    { kind: 'status', status: 300 },
    { kind: 'status', status: 404 },
    { kind: 'status', status: 503, retryAfterMs: 120_000 },
  ] as const)('R6, R7 by $kind $status shows the bar and schedules a retry', (failure) => {
    const world = given()
      .launched()
      .callEnds({ result: { connected: false, failure }, latencyMs: 2_000, answers: [] });
    expect(world.action()).toMatchObject({
      phase: 'retry pending',
      status: 'Waiting',
      lastFailure: { callNumber: 1, occurredAt: world.now, failure },
      // Retry-After is shown, never followed.
      nextRetryAt: world.now + MINUTE,
    });
  });

  it('R14 with n ≥ M closes as Not Done Successfully, escalated, and calls no more', () => {
    const world = given({ settings: { retry: { max: 1 } } })
      .launched()
      .failedUntil(1);
    expect(world.action()).toMatchObject({
      status: 'Closed',
      resolutionMethod: 'Not Done Successfully',
      escalated: true,
      callCount: 2,
    });
    expect(world.timers()).toEqual([]);
  });

  it('R16 with M = 0 closes at the first failure, bar 0/0', () => {
    const world = given({ settings: { retry: { max: 0 } } })
      .launched()
      .failedUntil(0);
    expect(world.action()).toMatchObject({ status: 'Closed', callCount: 1 });
    expect(world.shown()).toBe('0/0');
  });
});

describe('what is over', () => {
  it('R13, R27 a result that comes after the Action left `calling` changes nothing', () => {
    const world = given().launched();
    world.when({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan: REFUSED });
    world.answers({ outcome: 'unsuccessful' });
    const before = world.action();
    expect(world.when({ type: 'callResultDue', actionRef: 'C1/post' })).toEqual([]);
    expect(world.when({ type: 'retryDue', actionRef: 'C1/post' })).toEqual([]);
    expect(world.action()).toBe(before);
  });

  it('R13 the plan of an earlier call is passed over', () => {
    const world = given().launched().callEnds(REFUSED).retryDue();
    expect(world.when({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan: ACCEPTED })).toEqual([]);
    expect(world.action().plan).toBeNull();
  });
});
