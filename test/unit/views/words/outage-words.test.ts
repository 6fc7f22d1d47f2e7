import { describe, expect, test } from 'vitest';
import { outage } from '../../../../src/shared/api-behaviour.ts';
import { outageInWords } from '../../../../src/views/words/outage-words.ts';

describe('an outage in words', () => {
  test.each([
    [{ from: '+0s', for: '1h' }, 'down from the start for 1 h'],
    [{ from: '+1h30m', for: '20m' }, 'down from 1 h 30 min after the start for 20 min'],
    [{ from: '2026-01-06 10:00', for: '20m' }, 'down from 6 Jan 2026 10:00:00 for 20 min'],
    [{ from: '10:00', for: '20m', every: '1d' }, 'down from 10:00 for 20 min, every day'],
    [{ from: '10:00', for: '20m', every: '2h' }, 'down from 10:00 for 20 min, every 2 h'],
    [
      { from: '10:00', for: '20m', every: '1d', on: ['Fri', 'Mon', 'Tue', 'Wed', 'Thu'] },
      'down from 10:00 for 20 min, Monday to Friday',
    ],
    [
      { from: '10:00', for: '20m', every: '1d', on: ['Sun', 'Mon', 'Sat'] },
      'down from 10:00 for 20 min, every Monday, Saturday and Sunday',
    ],
    [{ from: '10:00', for: '20m', every: '1d', on: ['Thu'] }, 'down from 10:00 for 20 min, every Thursday'],
  ])('%j', (text, words) => {
    expect(outageInWords(outage.parse(text))).toBe(words);
  });
});
