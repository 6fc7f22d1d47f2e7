/** What Help shows: its parts as tabs, or what search finds in all of them. */
import { Tabs, TextInput } from '@mantine/core';
import { Fragment, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { HELP_PARTS, HELP_TITLES, type HelpPart } from '../../../../shared/help.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { IconSearch } from '../../components/icons.tsx';
import { shownPath } from '../../stores/address.ts';
import { type HelpPlace, openHelp } from '../../stores/help.ts';
import { Documents, FoundSections, sectionsWith } from './documents.tsx';
import classes from './help.module.css';
import { keyTerms, RULE_TERMS, termsWith, WORD_TERMS, wordTermsOn } from './help-parts.tsx';
import type { HelpSlots, MarkLegend } from './help-slots.ts';
import { Legends, legendHas } from './legends.tsx';
import { Terms } from './terms.tsx';

interface HelpPanelProps extends HelpSlots {
  readonly place: HelpPlace;
  /** Of this place among those that were asked for: each leads there, without what was searched for before. */
  readonly number: number;
}

export function HelpPanel({ place: { part, at }, number, keys, start, marks }: HelpPanelProps) {
  const [searched, setSearched] = useState({ number, query: '' });
  const query = searched.number === number ? searched.query : '';
  const field = useRef<HTMLInputElement>(null);
  // It may come long after the dialog, which gave the focus to what was there; what was asked for stays in sight.
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const terms = useMemo(() => ({ keys: keyTerms(keys), words: WORD_TERMS, rules: RULE_TERMS }), [keys]);
  const content: Record<HelpPart, ReactNode> = {
    here: <Terms terms={[...wordTermsOn(shownPath()), ...terms.keys]} />,
    start,
    keys: <Terms terms={terms.keys} />,
    words: <Terms terms={terms.words} />,
    legend: <Legends marks={marks} />,
    rules: <Terms terms={terms.rules} at={at} />,
    documents: <Documents at={at} />,
  };
  return (
    <div className={classes.help}>
      <TextInput
        ref={field}
        type="search"
        aria-label="Search help"
        placeholder="Search keys, words, rules and documents"
        leftSection={<IconSearch />}
        value={query}
        onChange={(event) => setSearched({ number, query: event.currentTarget.value })}
        data-autofocus
      />
      {words.length > 0 ? (
        <Found terms={terms} words={words} marks={marks} />
      ) : (
        <Tabs value={part} onChange={(to) => openHelp({ part: to as HelpPart })} keepMounted={false}>
          <Tabs.List>
            {HELP_PARTS.map((each) => (
              <Tabs.Tab key={each} value={each}>
                {HELP_TITLES[each]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {HELP_PARTS.map((each) => (
            <Tabs.Panel key={each} value={each} className={classes.part ?? ''}>
              <Fragment key={number}>{content[each]}</Fragment>
            </Tabs.Panel>
          ))}
        </Tabs>
      )}
    </div>
  );
}

interface FoundProps {
  readonly terms: Readonly<Record<'keys' | 'words' | 'rules', ReturnType<typeof keyTerms>>>;
  readonly words: readonly string[];
  readonly marks: MarkLegend;
}

function Found({ terms, words, marks }: FoundProps) {
  const lists = (['keys', 'words', 'rules'] as const).map((part) => ({ part, found: termsWith(terms[part], words) }));
  const sections = sectionsWith(words);
  const showsLegends = legendHas(words, marks);
  const isEmpty = sections.length === 0 && !showsLegends && lists.every(({ found }) => found.length === 0);
  return (
    <section aria-label="Found" className={classes.part}>
      {isEmpty && <EmptyState sentence={`Nothing matches “${words.join(' ')}”.`} />}
      {lists.map(
        ({ part, found }) =>
          found.length > 0 && (
            <section key={part}>
              <h2 className={classes.partTitle}>{HELP_TITLES[part]}</h2>
              <Terms terms={found} />
            </section>
          ),
      )}
      {showsLegends && (
        <section>
          <h2 className={classes.partTitle}>{HELP_TITLES.legend}</h2>
          <Legends marks={marks} />
        </section>
      )}
      {sections.length > 0 && (
        <section>
          <h2 className={classes.partTitle}>{HELP_TITLES.documents}</h2>
          <FoundSections found={sections} words={words} />
        </section>
      )}
    </section>
  );
}
