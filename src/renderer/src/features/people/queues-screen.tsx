/** Queues and people: who has what, what waits unassigned, who is available. */

import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { concerning, type People, peopleOf } from '../../../../views/rows/people-rows.ts';
import { shownOf } from '../../../../views/words/figures.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import { useView } from '../../stores/view.ts';
import classes from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import { QueuesTable } from './queues-table.tsx';
import { filtersOf, matching, showsEverything } from './work-filters.ts';
import { useHeldRows, workRows } from './work-row.ts';
import { WorkTable } from './work-table.tsx';

const NOTHING: People = { queues: [], people: [], work: [] };

export function QueuesScreen() {
  const query = useListQuery();
  const all = useFromSettledWorld(peopleOf, []) ?? NOTHING;
  const viewAs = useView((state) => state.viewAs);
  const held = useHeldRows();
  const isAll = viewAs === null || showsEverything(query);
  const rows = useMemo(() => workRows(all, held.placeOf, viewAs, isAll), [all, held, viewAs, isAll]);
  const shown = useMemo(() => matching(rows, query), [rows, query]);
  const tables = useMemo(() => (isAll ? all : concerning(all, viewAs)), [all, viewAs, isAll]);
  const filters = useMemo(() => filtersOf(all, rows, query, viewAs !== null), [all, rows, query, viewAs]);

  if (all.queues.length === 0 && all.people.length === 0) {
    return (
      <Page title="Queues">
        <EmptyState
          sentence="This workspace has no queues and no people yet. Make them in the Builder, or open a scenario that has some."
          action={
            <div className={classes.emptyActions}>
              <Button onClick={() => navigate(paths.builderQueues)}>Make a queue</Button>
              <Button variant="default" onClick={() => navigate(paths.builderUsers)}>
                Make a user
              </Button>
              <AppLink to={paths.scenarios}>Open a scenario</AppLink>
            </div>
          }
        />
      </Page>
    );
  }
  return (
    <Page title="Queues">
      <div className={classes.top}>
        <QueuesTable queues={tables.queues} viewAs={isAll ? null : viewAs} />
        <PeopleTable people={tables.people} />
      </div>
      <Section
        title="Waiting for a person"
        aside={<span role="status">{summary(shown.length, rows.length, isAll ? null : viewAs)}</span>}
        flush
      >
        {(all.work.length > 0 || query.isFiltered || viewAs !== null) && (
          <div className={classes.bar}>
            <FilterBar query={query} searchLabel="Search Actions" filters={filters} />
          </div>
        )}
        <WorkTable
          rows={shown}
          held={held}
          empty={
            rows.length === 0 && !isAll ? (
              <EmptyState
                sentence={`Nothing is assigned to ${viewAs}, and no queue that they work has anything to take.`}
              />
            ) : rows.length === 0 ? (
              <EmptyState sentence="Nothing is waiting for a person now. An Action comes here when its response is unsuccessful or does not come in time, and when a process reaches a manual one." />
            ) : (
              <EmptyState
                sentence="No matching Actions."
                action={
                  <Button variant="default" onClick={query.clear}>
                    Show all
                  </Button>
                }
              />
            )
          }
        />
      </Section>
    </Page>
  );
}

/** `12 of 40 Actions`; `3 Actions for omar`, through whose eyes one looks. */
function summary(shownCount: number, allCount: number, user: string | null): string {
  return allCount === 0 ? '' : `${shownOf(shownCount, allCount, 'Action')}${user === null ? '' : ` for ${user}`}`;
}
