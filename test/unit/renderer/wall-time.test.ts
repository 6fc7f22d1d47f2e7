import { expect, it } from 'vitest';
import { wallTimeInWords } from '../../../src/renderer/src/features/external-apis/wall-time-words.ts';

it.each([
  [0.04, '0.0 ms'],
  [0.84, '0.8 ms'],
  [9.94, '9.9 ms'],
  [9.96, '10 ms'],
  [421.4, '421 ms'],
  [999.6, '1.00 s'],
  [1_254, '1.25 s'],
  [30_040, '30.0 s'],
])('%d ms in words: %s', (wallMs, words) => {
  expect(wallTimeInWords(wallMs)).toBe(words);
});
