import { describe, expect, it } from 'vitest';
import type { CallPlan } from '../../../src/shared/model.ts';
import { planCall } from '../../../src/simulated-api/behaviour.ts';
import { type ApiText, callRequest, START_AT } from '../../support/call-request.ts';

const MINUTE_MS = 60_000;
const TIMEOUT_MS = 30_000;

const accepted = (latencyMs = 0, status = 200): CallPlan => ({
  result: { connected: true, status },
  latencyMs,
  answers: [],
});
const failed = (kind: 'refused' | 'dns' | 'reset' | 'tls' | 'hang', latencyMs = 0): CallPlan => ({
  result: { connected: false, failure: { kind } },
  latencyMs,
  answers: [],
});
const hang = failed('hang', TIMEOUT_MS);

describe('a scripted API', () => {
  it('accepts at once and never answers when nothing is said', () => {
    expect(planCall(callRequest())).toEqual(accepted());
    expect(planCall(callRequest({ otherwise: 'accept' }))).toEqual(accepted());
    expect(planCall(callRequest({ otherwise: { accept: true } }))).toEqual(accepted());
  });

  it('does with the nth call of an Action what is listed nth, then what `otherwise` says', () => {
    const api: ApiText = {
      calls: [{ fail: 'refused' }, { status: 503 }],
      otherwise: { acceptAfter: '200ms', acceptStatus: 202 },
    };
    expect(planCall(callRequest(api, { callNumber: 1 }))).toEqual(failed('refused'));
    expect(planCall(callRequest(api, { callNumber: 2 })).result).toEqual({
      connected: false,
      failure: { kind: 'status', status: 503 },
    });
    expect(planCall(callRequest(api, { callNumber: 3 }))).toEqual(accepted(200, 202));
    expect(planCall(callRequest(api, { callNumber: 99 }))).toEqual(accepted(200, 202));
  });

  it.each(['refused', 'dns', 'reset', 'tls'] as const)('fails: %s, after the time it takes (R7)', (fail) => {
    expect(planCall(callRequest({ otherwise: { fail } }))).toEqual(failed(fail));
    expect(planCall(callRequest({ otherwise: { fail, after: '2s' } }))).toEqual(failed(fail, 2_000));
  });

  it('hangs until the call timeout, whatever `after` says (R7, S4)', () => {
    expect(planCall(callRequest({ otherwise: { fail: 'hang' } }))).toEqual(hang);
    expect(planCall(callRequest({ otherwise: { fail: 'hang', after: '2s' } }))).toEqual(hang);
  });

  it.each([
    { fail: 'refused', after: '30001ms' } as const,
    { status: 503, after: '30001ms' },
    { acceptAfter: '30001ms', respond: { outcome: 'success' } } as const,
  ])('that takes longer than the call timeout hangs: %j (R7, S4)', (otherwise) => {
    expect(planCall(callRequest({ otherwise }))).toEqual(hang);
  });

  it('is in time exactly at the call timeout (S4)', () => {
    expect(planCall(callRequest({ otherwise: { acceptAfter: '30s' } }))).toEqual(accepted(TIMEOUT_MS));
    expect(planCall(callRequest({ otherwise: { fail: 'reset', after: '30s' } }))).toEqual(failed('reset', TIMEOUT_MS));
  });

  it('asks for a later retry in whole seconds, as Retry-After does', () => {
    const failureOf = (retryAfter: string) => planCall(callRequest({ otherwise: { status: 429, retryAfter } })).result;
    expect(failureOf('2m')).toEqual({
      connected: false,
      failure: { kind: 'status', status: 429, retryAfterMs: 120_000 },
    });
    expect(failureOf('1ms')).toEqual({
      connected: false,
      failure: { kind: 'status', status: 429, retryAfterMs: 1_000 },
    });
  });
});

describe('the answers of an API', () => {
  it('come `after` the acceptance, at once when nothing is said', () => {
    const plan = planCall(callRequest({ otherwise: { acceptAfter: '2s', respond: { outcome: 'success' } } }));
    expect(plan).toEqual({
      ...accepted(2_000),
      answers: [{ afterMs: 0, delivery: { body: { outcome: 'success' }, token: 'right' } }],
    });
  });

  it('come in the order of time; those of one instant in the order listed', () => {
    const respond = [
      { after: '2m', outcome: 'success', reason: 'third' },
      { after: '1m', outcome: 'success', reason: 'first' },
      { after: '1m', outcome: 'unsuccessful', reason: 'second' },
    ] as const;
    const { answers } = planCall(callRequest({ otherwise: { respond: [...respond] } }));
    expect(answers.map(({ delivery }) => delivery.body?.reason)).toEqual(['first', 'second', 'third']);
    expect(answers.map(({ afterMs }) => afterMs)).toEqual([MINUTE_MS, MINUTE_MS, 2 * MINUTE_MS]);
  });

  it('are sent `repeat` times at the same instant', () => {
    const { answers } = planCall(
      callRequest({ otherwise: { respond: { after: '1m', outcome: 'success', data: { po: '4711' }, repeat: 3 } } }),
    );
    expect(answers).toHaveLength(3);
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"afterMs":60000,"delivery":{"body":{"outcome":"success","data":{"po":"4711"}},"token":"right"}}']),
    );
  });

  it('may be malformed, or have the wrong token (R30)', () => {
    const { answers } = planCall(
      callRequest({
        otherwise: {
          respond: [{ malformed: true }, { token: 'wrong' }, { token: 'wrong', outcome: 'unsuccessful', reason: 'no' }],
        },
      }),
    );
    expect(answers.map(({ delivery }) => delivery)).toEqual([
      { body: null, token: 'right' },
      { body: { outcome: 'success' }, token: 'wrong' },
      { body: { outcome: 'unsuccessful', reason: 'no' }, token: 'wrong' },
    ]);
  });
});

describe('what lies over the configuration', () => {
  const otherwise = { respond: { outcome: 'success' } } as const;

  it('Down refuses every call, Silent accepts it and never answers', () => {
    expect(planCall(callRequest({ otherwise }, { switch: 'Down' }))).toEqual(failed('refused'));
    expect(planCall(callRequest({ otherwise: { fail: 'dns' } }, { switch: 'Silent' }))).toEqual(accepted());
  });

  it('Up accepts every call at once and responds with success, as its configuration does where it succeeds', () => {
    const up = (api: ApiText, callNumber = 1) => planCall(callRequest(api, { switch: 'Up', callNumber }));
    const success = (afterMs: number, data?: object) => ({
      ...accepted(),
      answers: [{ afterMs, delivery: { body: { outcome: 'success', ...(data && { data }) }, token: 'right' } }],
    });
    expect(up({})).toEqual(success(0));
    expect(up({ otherwise: { fail: 'dns' }, outages: [{ from: '+0s', for: '1h' }] })).toEqual(success(0));
    const responds: ApiText = {
      calls: [{ fail: 'refused' }, { respond: { after: '2m', outcome: 'unsuccessful' } }],
      otherwise: {
        acceptAfter: '40s',
        respond: [{ malformed: true }, { after: '5m', outcome: 'success', data: { po: '4711' } }],
      },
    };
    for (const callNumber of [1, 2, 3]) expect(up(responds, callNumber)).toEqual(success(300_000, { po: '4711' }));
    const byScript: ApiText = {
      calls: [{ status: 503 }, { respond: { after: '1m', outcome: 'success' } }],
      otherwise: {},
    };
    expect(up(byScript)).toEqual(success(60_000));
    const random = { failRate: 1, noResponseRate: 1, successRate: 0, acceptAfter: '50s', responseAfter: '3m' } as const;
    expect(up({ random })).toEqual(success(180_000));
  });

  it('the switch wins over an outage', () => {
    const outages = [{ from: '+0s', for: '1h', fail: 'tls' as const }];
    expect(planCall(callRequest({ outages }, { switch: 'Silent' }))).toEqual(accepted());
  });

  it('an outage covers from ≤ t < from + for', () => {
    const outages = [{ from: '+1h', for: '20m', fail: 'dns' as const }];
    const planAt = (afterMs: number) => planCall(callRequest({ outages }, { at: START_AT + afterMs }));
    expect(planAt(60 * MINUTE_MS - 1)).toEqual(accepted());
    expect(planAt(60 * MINUTE_MS)).toEqual(failed('dns'));
    expect(planAt(80 * MINUTE_MS - 1)).toEqual(failed('dns'));
    expect(planAt(80 * MINUTE_MS)).toEqual(accepted());
  });

  it('an outage may be given by the clock, refuses unless told otherwise, and may have a status', () => {
    const refusing = { from: '2026-01-05T10:00:00+01:00', for: '1m' };
    expect(planCall(callRequest({ outages: [refusing] }))).toEqual(failed('refused'));
    expect(planCall(callRequest({ outages: [{ ...refusing, status: 503, after: '1s', retryAfter: '1m' }] }))).toEqual({
      result: { connected: false, failure: { kind: 'status', status: 503, retryAfterMs: 60_000 } },
      latencyMs: 1_000,
      answers: [],
    });
    expect(planCall(callRequest({ outages: [{ ...refusing, fail: 'reset', after: '31s' }] }))).toEqual(hang);
  });

  it('an outage that comes again covers each of its times', () => {
    const outages = [{ from: '10:00', for: '20 min', every: '1d', on: ['Tue' as const], fail: 'dns' as const }];
    const planAt = (text: string) => planCall(callRequest({ outages }, { at: Date.parse(`${text}Z`) }));
    expect(planAt('2026-01-05T10:05:00')).toEqual(accepted());
    expect(planAt('2026-01-06T10:05:00')).toEqual(failed('dns'));
    expect(planAt('2026-01-06T10:20:00')).toEqual(accepted());
    expect(planAt('2026-01-13T10:19:59')).toEqual(failed('dns'));
  });

  it('of two outages at one time the first listed decides', () => {
    const outages = [
      { from: '+0s', for: '1h', fail: 'tls' as const },
      { from: '+0s', for: '1h', fail: 'dns' as const },
    ];
    expect(planCall(callRequest({ outages }))).toEqual(failed('tls'));
  });
});
