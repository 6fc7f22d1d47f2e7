import { expect, test } from 'vitest';
import { launchedInWords } from '../../../../src/views/words/launch-words.ts';

test.each([
  [1, 0, '1 Case was launched.'],
  [20, 0, '20 Cases were launched.'],
  [20, 300_000, '1 Case was launched; 19 more are planned, one every 5 min.'],
  [2, 30_000, '1 Case was launched; 1 more is planned, in 30 s.'],
  [1_500, 1_000, '1 Case was launched; 1,499 more are planned, one every 1 s.'],
])('R1 only what starts now is said to be launched: %i every %i', (count, everyMs, words) => {
  expect(launchedInWords({ count, everyMs })).toBe(words);
});
