import { expect, it } from 'vitest';
import { batchesOf } from '../../../scripts/lib/hostile-inputs.ts';

it('a million hostile inputs come in batches that a process can hold, none of which repeats another', () => {
  const batches = batchesOf(1_000_000, 7);
  expect(Math.max(...batches.map(({ count }) => count))).toBeLessThanOrEqual(10_000);
  expect(new Set(batches.map(({ file, seed }) => `${file} ${seed}`)).size).toBe(batches.length);
  const sent = (file: string) => batches.reduce((sum, batch) => sum + (batch.file === file ? batch.count : 0), 0);
  const kinds = {
    'attack-inputs': 4,
    'attack-loopback': 3,
    'attack-sealed': 2,
    'attack-command-line': 1,
    'attack-api': 1,
  };
  expect(Object.entries(kinds).reduce((sum, [file, count]) => sum + count * sent(file), 0)).toBe(1_000_000);
  // Every kind has its part.
  for (const file of Object.keys(kinds)) expect(sent(file)).toBeGreaterThanOrEqual(40_000);
});

it('a few inputs are one batch of each file, long enough to meet every kind of answer', () => {
  expect(batchesOf(1, 1).map(({ count, seed }) => [count, seed])).toEqual(
    Array.from({ length: 5 }, () => [200, 1_000]),
  );
});

it('the inputs of one seed are not those of the next', () => {
  const names = (seed: number) => batchesOf(1_000_000, seed).map((batch) => `${batch.file} ${batch.seed}`);
  expect(new Set([...names(1), ...names(2)]).size).toBe(2 * names(1).length);
});
