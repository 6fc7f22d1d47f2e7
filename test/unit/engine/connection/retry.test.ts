import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalArithmetic, intervalBefore, retryPatternFor } from '../../../../src/engine/connection/retry.ts';
import { RETRY_DEFAULTS } from '../../../../src/shared/definitions.ts';
import { given, MINUTE, REFUSED, withPost } from '../../../support/given.ts';

const HOUR = 60 * MINUTE;

describe('intervals', () => {
  it('S2 grow exponentially: 1, 2, 4, 8 and 16 minutes by default', () => {
    expect([1, 2, 3, 4, 5].map((k) => intervalBefore(RETRY_DEFAULTS, k) / MINUTE)).toEqual([1, 2, 4, 8, 16]);
  });

  it('S2 end at the cap, also where the power overflows', () => {
    const pattern = { ...RETRY_DEFAULTS, factor: 1000, cap: HOUR };
    expect([1, 2, 3, 100].map((k) => intervalBefore(pattern, k))).toEqual([MINUTE, HOUR, HOUR, HOUR]);
  });

  it('S2 the cap holds for the first one too, and a factor of 1 keeps them all alike', () => {
    expect(intervalBefore({ ...RETRY_DEFAULTS, first: 2 * HOUR, cap: HOUR }, 1)).toBe(HOUR);
    expect(intervalBefore({ ...RETRY_DEFAULTS, factor: 1 }, 9)).toBe(MINUTE);
  });

  it('S2 are whole milliseconds, jittered by at most their share, whatever the pattern and the draw', () => {
    const pattern = fc.record({
      max: fc.constant(100),
      first: fc.integer({ min: 1, max: 10 * HOUR }),
      factor: fc.double({ min: 1, max: 1000, noNaN: true }),
      cap: fc.integer({ min: 1, max: 100 * HOUR }),
      jitter: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(pattern, fc.integer({ min: 1, max: 100 }), draw, (each, k, drawn) => {
        const plain = Math.min(each.first * each.factor ** (k - 1), each.cap);
        const interval = intervalBefore(each, k, drawn);
        expect(Number.isSafeInteger(interval)).toBe(true);
        expect(interval).toBeGreaterThanOrEqual(Math.floor(plain * (1 - each.jitter)));
        expect(interval).toBeLessThanOrEqual(Math.ceil(plain * (1 + each.jitter)));
      }),
    );
  });

  it('S2 without jitter draw nothing; with it the draw is told', () => {
    const draw = () => 0.75;
    expect(intervalArithmetic(RETRY_DEFAULTS, 2, () => expect.fail('drew'))).toEqual({
      firstMs: MINUTE,
      factor: 2,
      capMs: 24 * HOUR,
      jitter: 0,
      draw: undefined,
      intervalMs: 2 * MINUTE,
    });
    expect(intervalArithmetic({ ...RETRY_DEFAULTS, jitter: 0.2 }, 2, draw)).toMatchObject({
      draw: 0.75,
      intervalMs: 132_000,
    });
  });

  it('S2 with jitter differ from Action to Action and repeat with the seed', () => {
    const intervals = (seed: number) => {
      const world = given({
        seed,
        settings: { retry: { jitter: 0.5 } },
        cases: { C1: { owner: 'dana', process: [['post', 'post']] } },
      }).launched();
      return ['C1/post/1', 'C1/post/2'].map((reference) => {
        world.callEnds(REFUSED, reference);
        return (world.action(reference).nextRetryAt ?? 0) - world.now;
      });
    };
    const [first, second] = intervals(1);
    expect(first).not.toBe(second);
    expect(intervals(1)).toEqual([first, second]);
    expect(intervals(2)).not.toEqual([first, second]);
  });
});

describe('the pattern in force', () => {
  it('S1 is 5 retries by default', () => {
    expect(given().world.settings.retry).toEqual({ max: 5, first: MINUTE, factor: 2, cap: 24 * HOUR, jitter: 0 });
  });

  it('S3 is the type’s own, whole: a key left out takes the default, not the system-wide value', () => {
    const world = given({ settings: { retry: { max: 9, first: '7m' } }, ...withPost({ retry: { max: 3 } }) });
    expect(retryPatternFor(world.world.settings, world.world.actionTypes.get('post'))).toEqual({
      ...RETRY_DEFAULTS,
      max: 3,
    });
    expect(retryPatternFor(world.world.settings, world.world.actionTypes.get('check'))).toMatchObject({
      max: 9,
      first: 7 * MINUTE,
    });
  });
});

describe('counting', () => {
  it('R11 n rises when a retry starts, not when it is scheduled or ends', () => {
    const world = given().launched().callEnds(REFUSED);
    expect(world.shown()).toBe('0/5');
    world.retryDue();
    expect(world.shown()).toBe('1/5');
    world.callEnds(REFUSED);
    expect(world.shown()).toBe('1/5');
  });

  it('R11 a manual retry counts like an automatic one, and may be the last', () => {
    const world = given({ settings: { retry: { max: 2 } } })
      .launched()
      .callEnds(REFUSED);
    world.when({ type: 'retry', action: 'C1/post', by: 'omar' });
    world.callEnds(REFUSED);
    world.when({ type: 'retry', action: 'C1/post', by: 'omar' });
    expect(world.shown()).toBe('2/2');
    world.callEnds(REFUSED);
    expect(world.action()).toMatchObject({ phase: 'closed', callCount: 3 });
  });

  it('R12 a manual retry takes the place of the pending one; the next interval is that of the new n, from its failure', () => {
    const world = given().launched().callEnds(REFUSED).after(20_000);
    world.when({ type: 'retry', action: 'C1/post', by: 'dana' });
    expect(world.timers()).toEqual([]);
    world.callEnds({ ...REFUSED, latencyMs: 5_000 });
    expect(world.action().nextRetryAt).toBe(world.now + 2 * MINUTE);
    expect(world.timers()).toHaveLength(1);
  });

  it('R13, R15, R12 Retry is refused while a call is in flight, once connected, with people, and once closed', () => {
    const world = given().launched();
    const refused = () => world.tries({ type: 'retry', action: 'C1/post', by: 'dana' });
    expect(refused()).toMatchObject({ code: 'callInFlight', rules: ['R13'] });
    world.callEnds(REFUSED).retryDue();
    expect(refused()).toMatchObject({ code: 'callInFlight', rules: ['R13'] });
    world.callEnds({ result: { connected: true, status: 200 }, latencyMs: 0, answers: [] });
    expect(refused()).toMatchObject({ code: 'notAllowed' });
    world.answers({ outcome: 'unsuccessful' });
    expect(refused()).toMatchObject({ code: 'notAllowed' });
    world.when({ type: 'complete', action: 'C1/post', by: 'omar' });
    expect(refused()).toMatchObject({ code: 'closed', rules: ['R15'] });
  });

  it('R15 a retry that was pending never starts once the Action is closed', () => {
    const world = given().launched().callEnds(REFUSED);
    world.answers({ outcome: 'success' });
    expect(world.timers()).toEqual([]);
    expect(world.when({ type: 'retryDue', actionRef: 'C1/post' })).toEqual([]);
  });

  it('R17 never resets on one Action; a fresh copy starts at 0 with the maximum of now', () => {
    const world = given().launched().failedUntil(3).maximum(7);
    world.when({ type: 'relaunch', action: 'C1/post', by: 'dana' });
    expect(world.shown('C1/post/1')).toBe('3/7');
    expect(world.shown()).toBe('0/7');
    expect(world.action()).toMatchObject({ ref: 'C1/post/2', callCount: 1, lastFailure: null });
  });

  it('S5 Retry by somebody unknown is refused', () => {
    const world = given().launched().callEnds(REFUSED);
    expect(world.tries({ type: 'retry', action: 'C1/post', by: 'nobody' })).toMatchObject({ code: 'unknown' });
    expect(world.tries({ type: 'retry', action: 'C1/nothing', by: 'dana' })).toMatchObject({ code: 'unknown' });
  });
});
