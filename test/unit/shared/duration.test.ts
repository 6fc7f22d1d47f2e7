import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTyped } from '../../../src/renderer/src/form/typed-duration.ts';
import { describeDuration, formatDuration, MAX_DURATION_MS, parseDuration } from '../../../src/shared/duration.ts';
import { exactDuration } from '../../../src/views/words/time-words.ts';

const anyDuration = fc.oneof(fc.nat(MAX_DURATION_MS), fc.nat(3 * 86_400_000));

describe('durations are read as the app writes them (scenario-format.md)', () => {
  test('as files write them, and in words with nothing cut off: the same number', () => {
    fc.assert(
      fc.property(anyDuration, (ms) => {
        for (const write of [formatDuration, exactDuration]) {
          expect(parseDuration(write(ms))).toBe(ms);
          expect(parseTyped(write(ms))).toBe(ms);
        }
      }),
    );
  });

  test('in words of at most two units: the number that those words show', () => {
    fc.assert(
      fc.property(anyDuration, (ms) => {
        const shown = parseDuration(describeDuration(ms)) ?? Number.NaN;
        expect(shown).toBeLessThanOrEqual(ms);
        expect(describeDuration(shown)).toBe(describeDuration(ms));
      }),
    );
  });

  test.each([
    ['12 min', 720_000],
    ['1 h 30 min', 5_400_000],
    ['1h 30min', 5_400_000],
    ['2 d', 172_800_000],
    ['20min', 1_200_000],
    ['1 d 250 ms', 86_400_250],
    ['0 s', 0],
  ])('%s', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    '',
    ' ',
    '20',
    '20 ',
    ' 20m',
    '20  min',
    'min',
    '30 min 1 h',
    '5m 5 min',
    '30sec',
    '20 minutes',
    '1:30',
    '-5 min',
    '1.5 h',
  ])('files refuse %j', (text) => {
    expect(parseDuration(text)).toBeNull();
  });
});

describe('durations in forms', () => {
  test.each([
    ['1:30', 5_400_000],
    ['0:05', 300_000],
    [' 20  minutes ', 1_200_000],
    ['1 Hour 30 mins', 5_400_000],
    ['2 days', 172_800_000],
    ['90 seconds', 90_000],
    ['20\u00a0min', 1_200_000],
    ['90s', 90_000],
  ])('%j', (text, ms) => {
    expect(parseTyped(text)).toBe(ms);
  });

  test.each(['', '1:75', '1:3', '20', 'soon', '5 constructor', '20 minutes ago'])('refuse %j', (text) => {
    expect(parseTyped(text)).toBeNull();
  });
});
