/** Queues and people: who has what, what waits unassigned, who is available. */

import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { type People, peopleOf } from '../../../../views/rows/people-rows.ts';
import { shownOf } from '../../../../views/words/figures.ts';
import { AppLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FilterBar, useListQuery } from '../../components/filter-bar.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { navigate, paths } from '../../stores/address.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';
import classes from './people.module.css';
import { PeopleTable } from './people-table.tsx';
import { QueuesTable } from './queues-table.tsx';
import { filtersOf, matching } from './work-filters.ts';
import { WorkTable } from './work-table.tsx';

const NOTHING: People = { queues: [], people: [], work: [] };

export function QueuesScreen() {
  const query = useListQuery();
  const content = useFromSettledWorld(peopleOf, []) ?? NOTHING;
  const shown = useMemo(() => matching(content.work, query), [content.work, query]);
  const { work } = content;

  if (content.queues.length === 0 && content.people.length === 0) {
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
        <QueuesTable queues={content.queues} />
        <PeopleTable people={content.people} />
      </div>
      <Section
        title="Waiting for a person"
        aside={<span role="status">{summary(shown.length, work.length)}</span>}
        flush
      >
        {(work.length > 0 || query.isFiltered) && (
          <div className={classes.bar}>
            <FilterBar query={query} searchLabel="Search Actions" filters={filtersOf(content, query)} />
          </div>
        )}
        <div className={classes.inCard}>
          <WorkTable
            work={shown}
            empty={
              work.length === 0 ? (
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
        </div>
      </Section>
    </Page>
  );
}

function summary(shownCount: number, allCount: number): string {
  return allCount === 0 ? '' : shownOf(shownCount, allCount, 'Action');
}
