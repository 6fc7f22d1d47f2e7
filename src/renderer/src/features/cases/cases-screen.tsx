/** All Cases: found, filtered, sorted, launched; many at once where that helps. */

import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { MINUTE_MS } from '../../../../shared/duration.ts';
import type { World } from '../../../../shared/world.ts';
import { type CaseRow, createCaseRows } from '../../../../views/rows/case-rows.ts';
import { shownOf } from '../../../../views/words/figures.ts';
import { attempt } from '../../client/act.ts';
import { client } from '../../client/client.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../components/filter-bar.tsx';
import { IconPlus } from '../../components/icons.tsx';
import { Countdown } from '../../components/instant-text.tsx';
import { Page } from '../../components/page.tsx';
import { PageSkeleton } from '../../components/skeletons.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useAddressCommand } from '../../stores/address-command.ts';
import { useCalmClock, useCalmWorld, useFromCalmWorld } from '../../stores/settled.ts';
import classes from './cases.module.css';
import { CasesTable } from './cases-table.tsx';
import { countedBy, filtersOf, matching } from './filters.ts';
import { NewCaseDialog } from './new-case-dialog.tsx';
import { SelectionActions } from './selection-actions.tsx';

/** In virtual time. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;
const NONE: ReadonlySet<string> = new Set();
/** Remembers the rows while one is on other screens too. */
const rowsOf = createCaseRows();

export function CasesScreen() {
  const world = useCalmWorld();
  const rows = useFromCalmWorld(rowsOf, []);
  return world === null || rows === null ? <PageSkeleton /> : <Cases world={world} rows={rows} />;
}

function Cases({ world, rows }: { readonly world: World; readonly rows: readonly CaseRow[] }) {
  const query = useListQuery();
  const [selected, setSelected] = useState(NONE);
  const [creating, setCreating] = useState(false);
  useAddressCommand('new', () => setCreating(true));

  // What has taken long changes with the clock alone; nobody sees it change by the second.
  const now = useCalmClock((clock) => Math.floor(clock.now / LOOK_AGAIN_MS) * LOOK_AGAIN_MS);
  const counts = useMemo(() => countedBy(rows, now), [rows, now]);
  const shown = useMemo(() => matching(rows, query, now), [rows, query, now]);
  const filters = useMemo(() => filtersOf(counts, query), [counts, query]);
  const selectedRows = useMemo(() => rows.filter(({ ref }) => selected.has(ref)), [rows, selected]);

  const newCase = world.caseTypes.size > 0 && (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
      New case
    </Button>
  );
  return (
    <Page
      title="Cases"
      actions={
        <>
          {selectedRows.length > 0 && (
            <SelectionActions world={world} rows={selectedRows} onClear={() => setSelected(NONE)} />
          )}
          {newCase || (
            <span className={classes.note}>
              No Case type to launch yet. <AppLink to={paths.builderCaseTypes}>Make one in the Builder</AppLink>
            </span>
          )}
        </>
      }
    >
      {rows.length > 0 && (
        <FilterBar
          query={query}
          searchLabel="Search Cases"
          filters={filters}
          summary={<Summary shownCount={shown.length} allCount={rows.length} world={world} />}
        />
      )}
      <CasesTable
        rows={shown}
        selected={selected}
        onSelect={setSelected}
        empty={rows.length === 0 ? <NoCases newCase={newCase} /> : <NoMatch onClear={query.clear} />}
      />
      <NewCaseDialog opened={creating} onClose={() => setCreating(false)} />
    </Page>
  );
}

interface SummaryProps {
  readonly shownCount: number;
  readonly allCount: number;
  readonly world: World;
}

function Summary({ shownCount, allCount, world }: SummaryProps) {
  const planned = [...world.plannedLaunches.values()];
  return (
    <>
      {shownOf(shownCount, allCount, 'Case')}
      {planned.length > 0 && (
        <>
          {`, ${planned.length.toLocaleString('en')} more planned, the next `}
          <Countdown to={planned.reduce((soonest, { at }) => Math.min(soonest, at), Number.POSITIVE_INFINITY)} />
        </>
      )}
    </>
  );
}

function NoCases({ newCase }: { readonly newCase: ReactNode }) {
  return (
    <EmptyState
      sentence="There are no Cases in this workspace yet."
      action={
        <div className={classes.emptyActions}>
          {newCase || <Button onClick={() => navigate(paths.builderCaseTypes)}>Make a Case type</Button>}
          <Button variant="default" onClick={() => void attempt(client().workspace.openSample({ keepsCurrent: true }))}>
            Open the sample workspace
          </Button>
        </div>
      }
    />
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      sentence="No matching Cases."
      action={
        <Button variant="default" onClick={onClear}>
          Show all Cases
        </Button>
      }
    />
  );
}
