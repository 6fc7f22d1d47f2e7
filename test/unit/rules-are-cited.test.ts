import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The numbers of behaviour.md. R31, R39 and R43 do not exist. */
const ABSENT = [31, 39, 43];
const RULES = Array.from({ length: 51 }, (_, index) => index + 1)
  .filter((number) => !ABSENT.includes(number))
  .map((number) => `R${number}`);
const SETTINGS = ['S1', 'S2', 'S3', 'S4', 'S5'];

const TESTS = join(import.meta.dirname, '..');

/** What each rule is cited by: `R18`, and every rule in between by `R18–R24`. */
function citations(): Map<string, string[]> {
  const cited = new Map<string, string[]>();
  const cite = (rule: string, file: string) => cited.set(rule, [...(cited.get(rule) ?? []), file]);
  for (const file of readdirSync(TESTS, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(test|spec)\.ts$/.test(file) || file.endsWith('rules-are-cited.test.ts')) continue;
    // Only what names a test or a group of tests counts; what a test expects of a refusal does not.
    for (const [, title = ''] of readFileSync(join(TESTS, file), 'utf8').matchAll(
      /(?:\b(?:describe|it|test)\b|\]\)\()[^\n]*?(['"`].*)$/gm,
    )) {
      for (const [, kind = '', first = '', last] of title.matchAll(/\b([RS])(\d+)(?:[–-]\1?(\d+))?\b/g)) {
        for (let number = Number(first); number <= Number(last ?? first); number += 1) cite(`${kind}${number}`, file);
      }
    }
  }
  return cited;
}

describe('the rules of behaviour.md', () => {
  const cited = citations();

  it.each([...RULES, ...SETTINGS])('%s is proven by a test that cites it', (rule) => {
    expect(cited.get(rule) ?? [], `no test names ${rule}`).not.toEqual([]);
  });

  it('no test cites a rule that does not exist', () => {
    const known = new Set([...RULES, ...SETTINGS, ...ABSENT.map((number) => `R${number}`)]);
    expect([...cited.keys()].filter((rule) => !known.has(rule))).toEqual([]);
  });
});
