import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ABSENT_RULES, RULES, SETTINGS } from '../support/rule-numbers.ts';

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
    const known = new Set([...RULES, ...SETTINGS, ...ABSENT_RULES]);
    expect([...cited.keys()].filter((rule) => !known.has(rule))).toEqual([]);
  });
});
