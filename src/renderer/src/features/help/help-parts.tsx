/** What is in each part of Help that is a list of terms, and what search finds in them. */
import { Kbd } from '@mantine/core';
import { RULE_CHAPTERS } from '../../../../views/why/rules.ts';
import type { KeyGroup } from './help-slots.ts';
import { Html } from './html.tsx';
import { GLOSSARY, textOf } from './pages.ts';
import { wordsOf } from './screen-words.ts';
import type { Term } from './terms.tsx';

export const keyTerms = (groups: readonly KeyGroup[]): readonly Term[] =>
  groups.flatMap(({ title, entries }) =>
    entries.map(({ keys, does }) => ({
      id: `${title} ${does}`,
      group: title,
      term: keys.map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      )),
      meaning: does,
      text: `${title} ${does} ${keys.join(' ')}`.toLowerCase(),
    })),
  );

export const WORD_TERMS: readonly Term[] = GLOSSARY.map(({ word, meaning }) => ({
  id: word,
  term: <Html html={word} />,
  meaning: <Html html={meaning} />,
  text: textOf(`${word} ${meaning}`).toLowerCase(),
}));

/** The words of the screen at a path, under its name. */
export function wordTermsOn(path: string): readonly Term[] {
  const { screen, words } = wordsOf(path);
  const isHere = new Set(words);
  return WORD_TERMS.filter(({ id }) => isHere.has(textOf(id))).map((term) => ({
    ...term,
    group: `Words of ${screen}`,
  }));
}

export const RULE_TERMS: readonly Term[] = RULE_CHAPTERS.flatMap(({ title, rules }) =>
  rules.map(({ rule, sentence }) => ({
    id: rule,
    group: title,
    term: rule,
    meaning: sentence,
    text: `${rule} ${title} ${sentence}`.toLowerCase(),
  })),
);

/** Those that have all of the words, which are in lower case. */
export const termsWith = (terms: readonly Term[], words: readonly string[]): readonly Term[] =>
  terms.filter(({ text }) => words.every((word) => text.includes(word)));
