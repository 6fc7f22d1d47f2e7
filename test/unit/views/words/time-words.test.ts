import { expect, test } from 'vitest';
import { idleInWords } from '../../../../src/views/words/idle-words.ts';
import { briefInstant, untilInWords } from '../../../../src/views/words/time-words.ts';

test.each([
  [0, 'now', 'now'],
  [300, 'in 300 ms', 'in less than 1 s'],
  [-300, '300 ms ago', 'less than 1 s ago'],
  [1_300, 'in 1 s 300 ms', 'in 2 s'],
  [10_300, 'in 11 s', 'in 11 s'],
  [240_000, 'in 4 min', 'in 4 min'],
  [239_001, 'in 4 min', 'in 4 min'],
])('how long until an instant, %i ms away: standing still %s, moving %s', (distance, still, moving) => {
  expect(untilInWords(distance, 0)).toBe(still);
  expect(untilInWords(distance, 0, true)).toBe(moving);
});

test.each([
  [0, 'Nothing is scheduled'],
  [1, 'Nothing is scheduled; 1 Action waits for people'],
  [23, 'Nothing is scheduled; 23 Actions wait for people'],
])('nothing happens by itself while %i Actions wait for people', (count, words) => {
  expect(idleInWords(count)).toBe(words);
});

test.each([
  ['2026-01-05T09:15:00Z', '09:15'],
  ['2026-01-05T09:15:30.250Z', '09:15:30.250'],
  ['2026-01-06T09:15:00Z', '6 Jan 09:15'],
  ['2027-01-06T09:15:01Z', '6 Jan 2027 09:15:01'],
])('briefly, %s is %s', (iso, words) => {
  expect(briefInstant(Date.parse(iso), Date.parse('2026-01-05T09:00:00Z'))).toBe(words);
});
