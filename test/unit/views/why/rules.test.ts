/** Every rule of behaviour.md in one plain sentence. */
import { expect, it } from 'vitest';
import { isRule, RULE_CHAPTERS, ruleInWords } from '../../../../src/views/why/rules.ts';
import { RULES, SETTINGS } from '../../../support/rule-numbers.ts';

const LISTED = RULE_CHAPTERS.flatMap(({ rules }) => rules);

it('has exactly the rules of behaviour.md, in its order', () => {
  expect(LISTED.map(({ rule }) => rule)).toEqual([...SETTINGS, ...RULES]);
});

it('says each of them in whole sentences, short enough to read at a glance', () => {
  const wrong = LISTED.filter(({ sentence }) => !/^[A-Z].*\.$/.test(sentence) || sentence.length > 190);
  expect(wrong).toEqual([]);
});

it('uses no letter of the state table for a count: nobody reads n, M or k', () => {
  expect(LISTED.filter(({ sentence }) => /(?<!’)\b(?![aA]\b)[a-zA-Z]\b|≥|≤/.test(sentence))).toEqual([]);
});

it('finds a rule by its number, and nothing by another', () => {
  expect(ruleInWords('R14')).toMatch(/closes the Action as Not Done Successfully/);
  expect([isRule('R14'), isRule('R31'), isRule('rules')]).toEqual([true, false, false]);
});
