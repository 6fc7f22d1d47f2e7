/** The documents, one at a time; where something is searched for, the sections that have it. */
import { NativeSelect, UnstyledButton } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { openHelp } from '../../stores/help.ts';
import classes from './help.module.css';
import { Html } from './html.tsx';
import { PAGES, type Page, type PageSection, pageAt, textOf } from './pages.ts';

/** `at`: a document with or without a section, `docs/lab.md#assumptions`; the first one without it. */
export function Documents({ at = '' }: { readonly at?: string | undefined }) {
  const page = pageAt(at) ?? PAGES[0];
  if (page === undefined) return null;
  return (
    <>
      <NativeSelect
        label="Document"
        value={page.path}
        onChange={(event) => openHelp({ part: 'documents', at: event.currentTarget.value })}
        data={PAGES.map(({ path, title }) => ({ value: path, label: title }))}
      />
      <article aria-label={page.title}>
        {page.sections.map((section) => (
          <Section key={section.id} section={section} isHere={at.endsWith(`#${section.id}`)} />
        ))}
      </article>
    </>
  );
}

function Section({ section, isHere }: { readonly section: PageSection; readonly isHere: boolean }) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isHere) element.current?.scrollIntoView({ block: 'start' });
  }, [isHere]);
  return (
    <section ref={element}>
      <h3 className={classes.pageHeading}>{section.heading}</h3>
      <Html html={section.html} />
    </section>
  );
}

/** What is said in each section, worked out once: nobody waits for it while typing. */
const TEXTS = PAGES.flatMap((page) => page.sections.map((section) => ({ page, section, text: textOf(section.html) })));

interface Found {
  readonly page: Page;
  readonly section: PageSection;
  readonly text: string;
}

/** The sections that have all of the words, which are in lower case. */
export function sectionsWith(words: readonly string[]): readonly Found[] {
  return TEXTS.filter(({ page, section, text }) => {
    const all = `${page.title} ${section.heading} ${text}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
}

/** Around the first of the words, about a line of what is said. */
function excerpt(text: string, words: readonly string[]): string {
  const at = text.toLowerCase().indexOf(words[0] ?? '');
  const from = Math.max(0, at - 50);
  const part = text
    .slice(from, from + 150)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return `${from > 0 ? '… ' : ''}${part}${from + 150 < text.length ? ' …' : ''}`;
}

interface FoundSectionsProps {
  readonly found: readonly Found[];
  readonly words: readonly string[];
}

export function FoundSections({ found, words }: FoundSectionsProps) {
  return (
    <ul className={classes.found}>
      {found.map(({ page, section, text }) => (
        <li key={`${page.path}#${section.id}`}>
          <UnstyledButton
            className={classes.foundButton}
            onClick={() => openHelp({ part: 'documents', at: `${page.path}#${section.id}` })}
          >
            <b>
              {page.title} › {section.heading}
            </b>
            <span className={classes.excerpt}>{excerpt(text, words)}</span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
