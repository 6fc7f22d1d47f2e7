import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { counted } from '../../../../src/shared/counted.ts';
import { share, shareFigure } from '../../../../src/views/words/figures.ts';

describe('a share', () => {
  test.each([
    [0, '0 %'],
    [0.12, '12 %'],
    [0.07, '7 %'],
    [0.1234, '12.3 %'],
    [1 / 3, '33.3 %'],
    [0.005, '0.5 %'],
    [1, '100 %'],
    // What is not nothing is never 0 %, what is not the whole never 100 %.
    [0.0004, '0.04 %'],
    [0.000_02, '0.002 %'],
    [0.9995, '99.95 %'],
    [0.999_99, '99.999 %'],
  ])('%d is %s', (value, words) => {
    expect(share(value)).toBe(words);
  });

  it('that is less than nothing, as a difference is, has a sign', () => {
    expect(shareFigure(-0.0451)).toBe('−4.5');
    expect(shareFigure(-0)).toBe('0');
  });

  it('is written by share() alone: nothing else in the sources puts the sign behind a figure', () => {
    const sources = join(import.meta.dirname, '../../../../src');
    const writing = globSync('**/*.{ts,tsx}', { cwd: sources }).filter((file) =>
      /\$\{[^`]*\} %/.test(readFileSync(join(sources, file), 'utf8')),
    );
    expect(writing).toEqual([join('views', 'words', 'figures.ts')]);
  });
});

it('counts one and many', () => {
  expect([0, 1, 1_200].map((count) => counted(count, 'variant'))).toEqual([
    '0 variants',
    '1 variant',
    '1,200 variants',
  ]);
  expect([1, 2].map((count) => counted(count, 'retry', 'retries'))).toEqual(['1 retry', '2 retries']);
});
