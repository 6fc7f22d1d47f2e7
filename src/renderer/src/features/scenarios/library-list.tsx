/** The course and the built-in scenarios: what each is about, and opening it. */

import { Button, Menu } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { LibraryEntry } from '../../../../shared/contract.ts';
import { counted } from '../../../../shared/counted.ts';
import { LESSON_TAG } from '../../../../shared/scenario.ts';
import { attempt, showDone } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { editLibrary } from '../../client/edit-scenario.ts';
import { startLesson } from '../../client/lesson.ts';
import { openLibrary } from '../../client/open-scenario.ts';
import { saveExport } from '../../client/save-export.ts';
import { useLibrary } from '../../client/use-library.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar, type FilterOption, useListQuery } from '../../components/filter-bar.tsx';
import { IconChevronDown } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './library.module.css';

export function LibrarySection() {
  const library = useLibrary();
  const query = useListQuery();
  const entries = library.state === 'loaded' ? library.entries : NONE;
  const filters = useMemo(() => [{ key: 'tag', label: 'Tag', options: tagsOf(entries) }], [entries]);
  const shown = useMemo(
    () =>
      entries.filter(
        ({ title, summary, tags }) =>
          `${title} ${summary ?? ''} ${tags.join(' ')}`.toLowerCase().includes(query.q) &&
          (tags.length === 0 ? [''] : tags).some((tag) => query.allows('tag', tag)),
      ),
    [entries, query],
  );
  const lessons = shown.filter(({ group }) => group === 'course');
  const scenarios = shown.filter(({ group }) => group === 'library');
  return (
    <Section title="Library" aside={entries.length > 0 ? inAll(entries) : undefined} flush>
      {library.state === 'loading' && <TableSkeleton rows={10} />}
      {library.state === 'failed' && <EmptyState sentence={`The library could not be read: ${library.message}`} />}
      {library.state === 'loaded' && (
        <>
          <div className={classes.search}>
            <FilterBar query={query} searchLabel="Search scenarios" filters={filters} />
          </div>
          {shown.length === 0 ? (
            <EmptyState sentence="No matching scenarios. Clear the filters to see all of them." />
          ) : (
            <Lists lessons={lessons} scenarios={scenarios} />
          )}
        </>
      )}
    </Section>
  );
}

/** The lessons' own tag says no more than their list. */
const isTelling = (tag: string) => tag !== LESSON_TAG;

function tagsOf(entries: readonly LibraryEntry[]): FilterOption[] {
  const tags = new Set(entries.flatMap((entry) => entry.tags.filter(isTelling)));
  return [...tags].sort().map((value) => ({ value }));
}

function inAll(entries: readonly LibraryEntry[]): string {
  const lessonCount = entries.filter(({ group }) => group === 'course').length;
  return `${counted(lessonCount, 'lesson')}, ${counted(entries.length - lessonCount, 'scenario')}`;
}

const NONE: readonly LibraryEntry[] = [];

interface ListsProps {
  readonly lessons: readonly LibraryEntry[];
  readonly scenarios: readonly LibraryEntry[];
}

function Lists({ lessons, scenarios }: ListsProps) {
  const openId = useWorkspace((state) => state.player?.id ?? null);
  const lists = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const entry = openId === null ? null : lists.current?.querySelector<HTMLElement>('[data-open]');
    if (lists.current === null || !entry) return;
    const { scrollTop, clientHeight } = lists.current;
    const isSeen = entry.offsetTop >= scrollTop && entry.offsetTop + entry.offsetHeight <= scrollTop + clientHeight;
    if (!isSeen) lists.current.scrollTop = entry.offsetTop - 40;
  }, [openId]);
  return (
    <div ref={lists} className={classes.library}>
      <EntryList name="Course" heading="Course" entries={lessons} openId={openId} />
      <EntryList name="Scenario library" heading="Scenarios" entries={scenarios} openId={openId} />
    </div>
  );
}

interface EntryListProps {
  readonly name: string;
  readonly heading: string;
  readonly entries: readonly LibraryEntry[];
  readonly openId: string | null;
}

function EntryList({ name, heading, entries, openId }: EntryListProps) {
  const isSomeOpen = useWorkspace((state) => state.player !== null);
  if (entries.length === 0) return null;
  return (
    <>
      <h3 className={classes.heading}>{heading}</h3>
      <ul className={classes.list} aria-label={name}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} isOpen={entry.id === openId} isSomeOpen={isSomeOpen} />
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  readonly entry: LibraryEntry;
  readonly isOpen: boolean;
  /** Where a scenario is open, what is called Run is about that one: here it has the title in its name. */
  readonly isSomeOpen: boolean;
}

function Entry({ entry, isOpen, isSomeOpen }: EntryProps) {
  const { id, title, summary, tags, stepCount, questionCount } = entry;
  const isLesson = entry.group === 'course';
  const run = async () => {
    if (await openLibrary(id, title)) await attempt(client().scenarios.run());
  };
  return (
    <li className={classes.entry} data-open={isOpen || undefined} aria-current={isOpen || undefined}>
      <div className={classes.entryTitle}>{title}</div>
      {summary !== null && <p className={classes.summary}>{summary}</p>}
      <span className={classes.meta}>
        {tags.filter(isTelling).map((tag) => (
          <span key={tag} className={classes.tag}>
            {tag}
          </span>
        ))}
        {isLesson ? counted(questionCount, 'question') : counted(stepCount, 'step')}
        {isOpen && ', open'}
      </span>
      <div className={classes.entryButtons}>
        <FileMenu id={id} title={title} />
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => void (isLesson ? startLesson(entry) : openLibrary(id, title))}
        >
          Open
        </Button>
        {/* A lesson is played step by step: run at once it would ask nobody anything. */}
        {!isLesson && (
          <Button
            size="compact-xs"
            variant="default"
            {...(isSomeOpen && { 'aria-label': `Run ${title}` })}
            onClick={() => void run()}
          >
            Run
          </Button>
        )}
      </div>
    </li>
  );
}

/** Its text, for a file of one's own. */
function FileMenu({ id, title }: { readonly id: string; readonly title: string }) {
  const download = async () => {
    const file = await attempt(client().scenarios.text({ id }));
    if (file !== null) saveExport(file.fileName, file.text);
  };
  const copy = async () => {
    const file = await attempt(client().scenarios.text({ id }));
    if (file === null || (await attempt(navigator.clipboard.writeText(file.text).then(() => true))) === null) return;
    showDone(`The text of ${file.fileName} was copied.`);
  };
  return (
    <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          rightSection={<IconChevronDown size={11} />}
          aria-label={`File of ${title}`}
        >
          File
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void download()}>Download</Menu.Item>
        <Menu.Item onClick={() => void copy()}>Copy text</Menu.Item>
        <Menu.Item onClick={() => void editLibrary(id)}>Edit a copy</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
