/** The built-in scenarios: what each shows, and opening it. */

import { Button, Menu } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { LibraryEntry } from '../../../../shared/contract.ts';
import { counted } from '../../../../shared/counted.ts';
import { attempt, showDone } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { editLibrary } from '../../client/edit-scenario.ts';
import { openLibrary } from '../../client/open-scenario.ts';
import { saveExport } from '../../client/save-export.ts';
import { useLibrary } from '../../client/use-library.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../components/filter-bar.tsx';
import { IconChevronDown } from '../../components/icons.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { useWorkspace } from '../../stores/workspace.ts';
import classes from './library.module.css';

export function LibrarySection() {
  const library = useLibrary();
  const query = useListQuery();
  const entries = library.state === 'loaded' ? library.entries : NONE;
  const shown = useMemo(
    () => entries.filter(({ title, summary }) => `${title} ${summary ?? ''}`.toLowerCase().includes(query.q)),
    [entries, query.q],
  );
  return (
    <Section title="Library" aside={entries.length > 0 ? `${entries.length} scenarios` : undefined} flush>
      {library.state === 'loading' && <TableSkeleton rows={10} />}
      {library.state === 'failed' && <EmptyState sentence={`The library could not be read: ${library.message}`} />}
      {library.state === 'loaded' && (
        <>
          <div className={classes.search}>
            <FilterBar query={query} searchLabel="Search scenarios" />
          </div>
          {shown.length === 0 ? <EmptyState sentence="No matching scenarios." /> : <LibraryList entries={shown} />}
        </>
      )}
    </Section>
  );
}

const NONE: readonly LibraryEntry[] = [];

function LibraryList({ entries }: { readonly entries: readonly LibraryEntry[] }) {
  const isSomeOpen = useWorkspace((state) => state.player !== null);
  const openId = useWorkspace((state) => state.player?.id ?? null);
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    const entry = openId === null ? null : list.current?.querySelector<HTMLElement>('[data-open]');
    if (list.current === null || !entry) return;
    const { scrollTop, clientHeight } = list.current;
    const isSeen = entry.offsetTop >= scrollTop && entry.offsetTop + entry.offsetHeight <= scrollTop + clientHeight;
    if (!isSeen) list.current.scrollTop = entry.offsetTop - 40;
  }, [openId]);
  return (
    <ul ref={list} className={classes.library} aria-label="Scenario library">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} isOpen={entry.id === openId} isSomeOpen={isSomeOpen} />
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly entry: LibraryEntry;
  readonly isOpen: boolean;
  /** Where a scenario is open, what is called Run is about that one: here it has the title in its name. */
  readonly isSomeOpen: boolean;
}

function Entry({ entry: { id, title, stepCount, summary }, isOpen, isSomeOpen }: EntryProps) {
  const run = async () => {
    if (await openLibrary(id, title)) await attempt(client().scenarios.run());
  };
  return (
    <li className={classes.entry} data-open={isOpen || undefined} aria-current={isOpen || undefined}>
      <div className={classes.entryTitle}>{title}</div>
      {summary !== null && (
        <p className={classes.summary} title={summary}>
          {summary}
        </p>
      )}
      <span className={classes.meta}>
        {counted(stepCount, 'step')}
        {isOpen && ', open'}
      </span>
      <div className={classes.entryButtons}>
        <FileMenu id={id} title={title} />
        <Button size="compact-xs" variant="default" onClick={() => void openLibrary(id, title)}>
          Open
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          {...(isSomeOpen && { 'aria-label': `Run ${title}` })}
          onClick={() => void run()}
        >
          Run
        </Button>
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
