/** Colours, ticks and figures of charts. */
import { describe, expect, it } from 'vitest';
import { measureTicks } from '../../../src/renderer/src/chart/ticks.ts';
import { heatColour } from '../../../src/views/lab/heat-colour.ts';
import {
  differenceIntervalText,
  differenceText,
  intervalText,
  measureText,
  tickText,
} from '../../../src/views/words/figure-text.ts';

/** WCAG 2.2, *relative luminance* and *contrast ratio*. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

it.each(['light', 'dark'] as const)(
  'words on every colour of a map have a contrast of at least 4.5 : 1, %s',
  (scheme) => {
    for (let step = 0; step <= 1_000; step += 1) {
      const { ground, ink } = heatColour(step / 1_000, scheme);
      expect(contrast(ground, ink)).toBeGreaterThanOrEqual(4.5);
    }
  },
);

describe('axes', () => {
  it('have round ticks from 0 to the end', () => {
    expect(measureTicks('per 1,000', 138)).toEqual([0, 20, 40, 60, 80, 100, 120, 140]);
    expect(measureTicks('share', 0.93)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(measureTicks('duration', 50 * 60_000)).toEqual([0, 15, 30, 45, 60].map((minutes) => minutes * 60_000));
    expect(measureTicks('count', 0)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(measureTicks('count', 1.05, 1)).toEqual([1, 1.01, 1.02, 1.03, 1.04, 1.05]);
  });

  it('say no decimals that say nothing', () => {
    expect([tickText('per 1,000', 100), tickText('count', 0.2), tickText('share', 0.2)]).toEqual([
      '100',
      '0.2',
      '20 %',
    ]);
  });
});

it('shares differ by percentage points', () => {
  expect(differenceText('share', 0.0123)).toBe('+1.2 points');
  expect(differenceText('per 1,000', -3.4)).toBe('−3.4');
  expect(differenceIntervalText('share', { value: 0.0123, low: 0.011, high: 0.013 })).toBe('1.1 to 1.3 points');
});

it.each([
  [300_200, '5 min'],
  [342_900, '5 min 43 s'],
  [3_690_000, '1 h 2 min'],
  [94_000_000, '1 d 2 h'],
  [12_345, '12 s 300 ms'],
  [1_234, '1 s 234 ms'],
  [-342_900, '\u22125 min 43 s'],
])('an estimated duration is rounded for reading: %i ms is %s', (ms, words) => {
  expect(measureText('duration', ms)).toBe(words);
});

it('what is not nothing is never 0: an interval from 0 says how far it goes', () => {
  expect(intervalText('per 1,000', { value: 0, low: 0, high: 0.0384 })).toBe('0.0 to 0.04');
  expect(intervalText('per 1,000', { value: 12.34, low: 12.06, high: 12.55 })).toBe('12.1 to 12.6');
  expect(intervalText('count', { value: 1.05, low: 1.049, high: 1.051 })).toBe('1.05 to 1.05');
});
