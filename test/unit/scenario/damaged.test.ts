import fc from 'fast-check';
import { expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { EVERYTHING } from './samples.ts';

const garbage = fc.constantFrom(
  '',
  '\n',
  ' ',
  ':',
  '- ',
  '{',
  ']',
  '"',
  '*a ',
  '&a ',
  '#',
  'x',
  '0',
  '__proto__: ',
  '\t',
  '~',
);

/** A valid file with a few pieces cut out and something else put in. */
const damaged = fc
  .array(fc.tuple(fc.nat(EVERYTHING.length), fc.nat(12), garbage), { minLength: 1, maxLength: 3 })
  .map((cuts) =>
    cuts.reduce((text, [at, length, put]) => text.slice(0, at) + put + text.slice(at + length), EVERYTHING),
  );

it('a damaged file loads or has problems that stand in its text; it never throws', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const loaded = loadScenario(text, 'f.yaml');
      if (loaded.ok) return;
      const lines = text.split('\n');
      expect(loaded.problems.length).toBeGreaterThan(0);
      for (const { line, column, path, message } of loaded.problems) {
        expect(lines.length).toBeGreaterThanOrEqual(line);
        expect((lines[line - 1] ?? '').length + 1).toBeGreaterThanOrEqual(column);
        expect(path).not.toBe('');
        expect(message).toMatch(/\S/);
        expect(message).not.toMatch(/undefined|\[object|Invalid|\n/);
      }
    }),
    { numRuns: 50 },
  );
});
