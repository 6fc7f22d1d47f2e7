/** Kinds of timeline entries that are misspelled in what a scenario expects. */
import { expectationOf, type Scenario } from '../../shared/scenario.ts';
import { WORDS } from '../../shared/word-table.ts';
import { ENTRY_KINDS } from '../../views/timeline/entries.ts';
import { PATTERNS } from '../../views/timeline/sentences.ts';
import { callInWords } from '../../views/words/call-words.ts';
import type { Fault } from './problem.ts';
import { suggest } from './suggest.ts';
import { oneOf, show } from './wording.ts';

/** What is near to the name of a kind and means a part of a text: of an entry's own words, or of those that others lend it. */
const TEXTS = [
  ...PATTERNS,
  ...Object.values(WORDS.verdict).map(({ noun }) => noun),
  ...Object.values(WORDS.failure).map(({ sentence }) => sentence),
  ...(['automatic', 'manual'] as const).map((trigger) => callInWords({ trigger, retryNumber: 1, by: '…' })),
].map((text) => text.toLowerCase());
const KINDS: ReadonlySet<string> = new Set(ENTRY_KINDS);

/**
 * An entry of a `timeline` may be any part of a text. One of letters alone that is nearly the name of a kind, and part neither of
 * an entry's sentence nor of a name in the file, can only be a kind that is misspelled.
 */
export function checkTimelineWords(scenario: Scenario): Fault[] {
  let named: string | undefined;
  const isNamed = (word: string) => {
    named ??= JSON.stringify({ ...scenario, steps: [] }).toLowerCase();
    return named.includes(word);
  };
  return scenario.steps.flatMap((step, index) => {
    const expected = expectationOf(step);
    if (expected === null || !('timeline' in expected.expectation)) return [];
    return (expected.expectation.timeline ?? []).flatMap((text, entry) => {
      const suggestion = misspelledKind(text.toLowerCase(), isNamed);
      if (suggestion === undefined) return [];
      const path = ['steps', index, ...expected.path, 'timeline', entry];
      const wanted = `a part of an entry’s text, or ${oneOf(ENTRY_KINDS)}`;
      return [{ path, what: `unknown kind of entry ${show(text)}`, expected: wanted, suggestion }];
    });
  });
}

function misspelledKind(word: string, isNamed: (word: string) => boolean): string | undefined {
  if (KINDS.has(word) || !/^[a-z ]{4,}$/.test(word)) return undefined;
  if (TEXTS.some((text) => text.includes(word)) || isNamed(word)) return undefined;
  return suggest(word, ENTRY_KINDS);
}
