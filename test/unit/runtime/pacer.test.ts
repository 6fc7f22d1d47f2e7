import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Pacer } from '../../../src/main/runtime/pacer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function pacing(playFor: (durationMs: number) => Promise<unknown> = async () => undefined) {
  const moves: number[] = [];
  const errors: unknown[] = [];
  const pacer = new Pacer({
    playFor: (durationMs) => {
      moves.push(durationMs);
      return playFor(durationMs);
    },
    onError: (error) => errors.push(error),
  });
  const moved = () => moves.reduce((sum, move) => sum + move, 0);
  return { pacer, moves, moved, errors };
}

describe('the pacer', () => {
  it.each([0.5, 1, 60, 10_000])('moves virtual time %s times as fast as real time', async (speed) => {
    const { pacer, moved } = pacing();
    pacer.setSpeed(speed);
    pacer.play();
    await vi.advanceTimersByTimeAsync(3_300);
    expect(moved() / 3_300).toBeGreaterThan(speed * 0.95);
    expect(moved() / 3_300).toBeLessThan(speed * 1.05);
    pacer.pause();
  });

  it('says beside each move how long it is at 1×, for while time is held there', async () => {
    const real: number[] = [];
    const pacer = new Pacer({ playFor: async (_, realMs) => real.push(realMs), onError: () => undefined });
    pacer.setSpeed(10_000);
    pacer.play();
    await vi.advanceTimersByTimeAsync(3_300);
    pacer.pause();
    expect(real.reduce((sum, move) => sum + move, 0) / 3_300).toBeCloseTo(1, 1);
    expect(Math.max(...real)).toBeLessThanOrEqual(250);
  });

  it('moves nothing before it plays and after it is paused', async () => {
    const { pacer, moves } = pacing();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([moves.length, pacer.isPlaying]).toEqual([0, false]);
    pacer.play();
    pacer.play();
    await vi.advanceTimersByTimeAsync(100);
    const { length } = moves;
    expect(length).toBeGreaterThan(0);
    pacer.pause();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([moves.length, pacer.isPlaying]).toEqual([length, false]);
  });

  it('waits for one move to end before it makes the next, and does not catch up on a sleep', async () => {
    let end: (value?: unknown) => void = () => undefined;
    const { pacer, moves } = pacing(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    pacer.play();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(moves).toHaveLength(1);
    end();
    await vi.advanceTimersByTimeAsync(33);
    expect(moves).toHaveLength(2);
    expect(moves[1]).toBeLessThanOrEqual(250);
    pacer.pause();
  });

  it('paused during a move, it makes no further one', async () => {
    let end: (value?: unknown) => void = () => undefined;
    const { pacer, moves } = pacing(
      () =>
        new Promise((resolve) => {
          end = resolve;
        }),
    );
    pacer.play();
    await vi.advanceTimersByTimeAsync(33);
    pacer.pause();
    end();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(moves).toHaveLength(1);
  });

  it('paused and played again during a move, it keeps its pace', async () => {
    let end: (value?: unknown) => void = () => undefined;
    const { pacer, moves } = pacing(() =>
      moves.length > 1
        ? Promise.resolve()
        : new Promise((resolve) => {
            end = resolve;
          }),
    );
    pacer.play();
    await vi.advanceTimersByTimeAsync(40);
    pacer.pause();
    pacer.play();
    end();
    await vi.advanceTimersByTimeAsync(990);
    expect(moves.length).toBeLessThanOrEqual(32);
    pacer.pause();
    const { length } = moves;
    await vi.advanceTimersByTimeAsync(990);
    expect(moves).toHaveLength(length);
  });

  it('stops and tells when a move fails', async () => {
    const failure = new Error('stopped after 3 steps');
    const { pacer, moves, errors } = pacing(() => Promise.reject(failure));
    pacer.play();
    await vi.advanceTimersByTimeAsync(1_000);
    expect([moves.length, pacer.isPlaying, errors]).toEqual([1, false, [failure]]);
  });

  it.each([0, 0.49, -1, 10_001, Number.NaN, Number.POSITIVE_INFINITY])('refuses the speed %s', (speed) => {
    const { pacer } = pacing();
    expect(() => pacer.setSpeed(speed)).toThrow(RangeError);
    expect(pacer.speed).toBe(1);
  });
});
