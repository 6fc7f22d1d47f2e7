import { describe, expect, it } from 'vitest';
import { draw, drawFrom, normalDeviate, purposeCode, streamKey } from '../../../src/engine/random.ts';

const DRAWS = 100_000;

/** Pearson's χ² of deviates over equal bins; about `bins` for uniform ones. */
function chiSquare(deviates: Iterable<number>, bins: number): number {
  const counts = new Array<number>(bins).fill(0);
  let total = 0;
  for (const deviate of deviates) {
    const bin = Math.floor(deviate * bins);
    counts[bin] = (counts[bin] ?? 0) + 1;
    total += 1;
  }
  const expected = total / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

function correlation(xs: readonly number[], ys: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [index, x] of xs.entries()) {
    const [dx, dy] = [x - meanX, (ys[index] ?? 0) - meanY];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

/** With 63 degrees of freedom χ² exceeds this less than once in a million uniform samples. */
const CHI_SQUARE_64 = 130;

describe('keyed draws', () => {
  it('always draw the same for the same key', () => {
    expect(draw(1, 'erp', 3, 'fail')).toBe(draw(1, 'erp', 3, 'fail'));
    expect(draw(1, 'erp', 3, 'fail')).toBe(drawFrom(streamKey(1, 'erp'), 3, purposeCode('fail')));
  });

  it('stay the same from one version to the next, as stored runs rely on it', () => {
    expect(draw(1, 'erp', 1, 'fail')).toMatchInlineSnapshot(`0.641227285255535`);
    expect(drawFrom(streamKey(7, 'bank', 'C1/pay'), 2, purposeCode('success'))).toMatchInlineSnapshot(
      `0.9695317072346334`,
    );
    expect(drawFrom(streamKey(1, 'C1/pay', 'jitter'), 1, 0)).toMatchInlineSnapshot(`0.6042930530528444`);
  });

  it('differ when any part of the key differs', () => {
    const deviates = [
      draw(1, 'erp', 1, 'fail'),
      draw(2, 'erp', 1, 'fail'),
      draw(-1, 'erp', 1, 'fail'),
      draw(1 + 2 ** 32, 'erp', 1, 'fail'),
      draw(1, 'erq', 1, 'fail'),
      draw(1, 'erp', 2, 'fail'),
      draw(1, 'erp', 1, 'success'),
      draw(1, '', 1, 'fail'),
    ];
    expect(new Set(deviates).size).toBe(deviates.length);
  });

  it('keep names apart however they are cut', () => {
    const keys = [streamKey(1, 'ab', 'c'), streamKey(1, 'a', 'bc'), streamKey(1, 'abc'), streamKey(1, 'abc', '')];
    expect(new Set(keys.map(({ high, low }) => `${high}:${low}`)).size).toBe(keys.length);
  });

  it('lie in [0, 1)', () => {
    const deviates = Array.from({ length: DRAWS }, (_, call) => draw(1, 'erp', call, 'fail'));
    expect(deviates.every((deviate) => deviate >= 0 && deviate < 1)).toBe(true);
  });

  it.each([
    ['over the calls of one stream', (n: number) => draw(1, 'erp', n, 'fail')],
    ['over Actions', (n: number) => draw(1, `C${n}/post-invoice`, 1, 'fail')],
    ['over seeds', (n: number) => draw(n, 'erp', 1, 'fail')],
    ['over purposes', (n: number) => drawFrom(streamKey(1, 'erp'), 1, n)],
    ['in the low bits', (n: number) => (draw(1, 'erp', n, 'fail') * 2 ** 40) % 1],
  ])('are uniform %s', (_, deviateOf) => {
    const deviates = Array.from({ length: DRAWS }, (_unused, index) => deviateOf(index));
    expect(chiSquare(deviates, 64)).toBeLessThan(CHI_SQUARE_64);
  });

  it('of neighbouring keys are independent', () => {
    const numbers = Array.from({ length: DRAWS }, (_, index) => index);
    const here = numbers.map((n) => draw(1, 'erp', n, 'fail'));
    const limit = 4.5 / Math.sqrt(DRAWS);
    expect(
      Math.abs(
        correlation(
          here,
          numbers.map((n) => draw(1, 'erp', n + 1, 'fail')),
        ),
      ),
    ).toBeLessThan(limit);
    expect(
      Math.abs(
        correlation(
          here,
          numbers.map((n) => draw(1, 'erp', n, 'failKind')),
        ),
      ),
    ).toBeLessThan(limit);
    expect(
      Math.abs(
        correlation(
          here,
          numbers.map((n) => draw(2, 'erp', n, 'fail')),
        ),
      ),
    ).toBeLessThan(limit);
    expect(
      Math.abs(
        correlation(
          here,
          numbers.map((n) => draw(1, 'bank', n, 'fail')),
        ),
      ),
    ).toBeLessThan(limit);
  });

  it('change about half of their bits with one bit of the call number', () => {
    const upper = (call: number) => Math.floor(draw(1, 'erp', call, 'fail') * 2 ** 32);
    const flipped = (difference: number) => difference.toString(2).replaceAll('0', '').length;
    for (let bit = 0; bit < 20; bit += 1) {
      let flips = 0;
      for (let call = 0; call < 500; call += 1) flips += flipped((upper(call) ^ upper(call ^ (1 << bit))) >>> 0);
      expect(flips / 500 / 32).toBeGreaterThan(0.47);
      expect(flips / 500 / 32).toBeLessThan(0.53);
    }
  });
});

describe('the normal deviate', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.95, 1.6448536269514722],
    [0.01, -2.3263478740408408],
    [1e-10, -6.361340902404056],
    [1 - 2 ** -53, 8.209536151601387],
  ])('of %d is %d', (uniform, deviate) => {
    expect(normalDeviate(uniform)).toBeCloseTo(deviate, 12);
  });

  it('is finite at the end of the range', () => {
    expect(normalDeviate(0)).toBeGreaterThan(-9);
    expect(normalDeviate(0)).toBeLessThan(-8);
  });

  it('never falls as the uniform deviate rises', () => {
    const deviates = Array.from({ length: DRAWS }, (_, step) => normalDeviate(step / DRAWS));
    expect(deviates.every((deviate, index) => deviate >= (deviates[index - 1] ?? deviate))).toBe(true);
  });
});
