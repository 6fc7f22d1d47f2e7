import { describe, expect, it } from 'vitest';
import type { CallPlan } from '../../../src/shared/model.ts';
import { planCall } from '../../../src/simulated-api/behaviour.ts';
import { type ApiText, callRequest } from '../../support/call-request.ts';

const CALLS = 50_000;

type RandomText = NonNullable<ApiText['random']>;

function plans(random: RandomText, count = CALLS): CallPlan[] {
  const { definition } = callRequest({ random });
  return Array.from({ length: count }, (_, index) => planCall({ ...callRequest(), definition, callNumber: index + 1 }));
}

/** The share of those that satisfy the test. */
function share<T>(values: readonly T[], satisfies: (value: T) => boolean): number {
  return values.filter(satisfies).length / values.length;
}

const kindOf = ({ result }: CallPlan) =>
  result.connected ? 'connected' : result.failure.kind === 'status' ? result.failure.status : result.failure.kind;
const bodyOf = ({ answers }: CallPlan) => answers[0]?.delivery.body;

describe('an API with random behaviour', () => {
  it('succeeds at once and always when nothing is said', () => {
    expect(plans({}, 1)).toEqual([
      {
        result: { connected: true, status: 200 },
        latencyMs: 0,
        answers: [{ afterMs: 0, delivery: { body: { outcome: 'success' }, token: 'right' } }],
      },
    ]);
  });

  it('fails, stays silent and succeeds in the shares given', () => {
    const all = plans({ failRate: 0.15, noResponseRate: 0.02, successRate: 0.9 });
    expect(share(all, ({ result }) => !result.connected)).toBeCloseTo(0.15, 1.9);
    const connected = all.filter(({ result }) => result.connected);
    expect(share(connected, ({ answers }) => answers.length === 0)).toBeCloseTo(0.02, 2);
    const answered = connected.filter(({ answers }) => answers.length > 0);
    expect(share(answered, (plan) => bodyOf(plan)?.outcome === 'success')).toBeCloseTo(0.9, 1.9);
  });

  it('fails in the kinds given, by weight; a hang lasts to the call timeout', () => {
    const all = plans({ failRate: 1, fail: { refused: 3, hang: 1, 503: 2, dns: 0 } });
    expect(share(all, (plan) => kindOf(plan) === 'refused')).toBeCloseTo(3 / 6, 1.9);
    expect(share(all, (plan) => kindOf(plan) === 503)).toBeCloseTo(2 / 6, 1.9);
    expect(share(all, (plan) => kindOf(plan) === 'hang')).toBeCloseTo(1 / 6, 1.9);
    expect(all.every((plan) => plan.latencyMs === (kindOf(plan) === 'hang' ? 30_000 : 0))).toBe(true);
  });

  it('accepts and answers after the times given; acceptance beyond the call timeout hangs (S4)', () => {
    const all = plans({ acceptAfter: { uniform: ['50ms', '400ms'] }, responseAfter: { exponential: { mean: '5m' } } });
    expect(all.every(({ latencyMs }) => latencyMs >= 50 && latencyMs <= 400)).toBe(true);
    const mean = all.reduce((sum, { answers }) => sum + (answers[0]?.afterMs ?? 0), 0) / all.length;
    expect(Math.abs(mean / 300_000 - 1)).toBeLessThan(0.02);
    expect(plans({ acceptAfter: '31s' }, 1).map(kindOf)).toEqual(['hang']);
  });

  it('gives its data with every successful response, and with no other (R25)', () => {
    const data = { poNumber: '4711' };
    const bodies = plans({ successRate: 0.5, data }, 100).map(bodyOf);
    expect(bodies.some((body) => body?.outcome === 'unsuccessful')).toBe(true);
    for (const body of bodies) expect(body?.data).toEqual(body?.outcome === 'success' ? data : undefined);
  });

  it('explains what was unsuccessful by the reasons given, and not where there are none', () => {
    const all = plans({ successRate: 0, reasons: { 'Unknown supplier': 2, 'Amount mismatch': 1, Never: 0 } });
    expect(share(all, (plan) => bodyOf(plan)?.reason === 'Unknown supplier')).toBeCloseTo(2 / 3, 1.9);
    expect(share(all, (plan) => bodyOf(plan)?.reason === 'Never')).toBe(0);
    expect(plans({ successRate: 0 }, 1).map(bodyOf)).toEqual([{ outcome: 'unsuccessful' }]);
    expect(plans({ successRate: 0, reasons: { Never: 0 } }, 1).map(bodyOf)).toEqual([{ outcome: 'unsuccessful' }]);
  });

  it('draws by seed, API, Action and call, and each question for itself', () => {
    const random: RandomText = { failRate: 0.5, successRate: 0.5, responseAfter: { uniform: ['0s', '1h'] } };
    const first20 = (overrides: Parameters<typeof callRequest>[1]) =>
      Array.from({ length: 20 }, (_, index) =>
        planCall(callRequest({ random }, { ...overrides, callNumber: index + 1 })),
      );
    expect(first20({})).toEqual(first20({}));
    for (const other of [{ seed: 2 }, { externalApi: 'bank' }, { actionRef: 'C2/post-invoice' }]) {
      expect(first20(other)).not.toEqual(first20({}));
    }
    // Another fail rate moves the calls that fail, and nothing else.
    const never = plans({ ...random, failRate: 0 }, 200);
    const half = plans(random, 200);
    expect(half.filter(({ result }) => result.connected)).toEqual(
      never.filter((_, index) => half[index]?.result.connected),
    );
  });
});
