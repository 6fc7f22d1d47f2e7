/** The filters above the list of what waits for people: by queue, by person, by status. */
import type { Action } from '../../../../shared/model.ts';
import type { People } from '../../../../views/rows/people-rows.ts';
import type { Filter, FilterOption, ListQuery } from '../../components/filter-bar.tsx';

/** Stands in the address for no queue and for nobody; no queue and no user is called so. */
export const NONE = '';
/** Beyond so many queues or people the tables above the list choose. */
const MOST_CHIPS = 6;

const STATUSES = ['To Do', 'In Progress'] as const;

/** The Actions that the search and the chosen chips leave. */
export function matching(work: readonly Action[], query: ListQuery): readonly Action[] {
  if (!query.isFiltered) return work;
  return work.filter(
    (action) =>
      query.allows('queue', action.queue ?? NONE) &&
      query.allows('person', action.assignee ?? NONE) &&
      query.allows('status', action.status) &&
      (query.q === '' ||
        [action.ref, action.title, action.rejectedReason ?? ''].some((text) => text.toLowerCase().includes(query.q))),
  );
}

/** The chips, with how many Actions each stands for. */
export function filtersOf({ queues, people, work }: People, query: ListQuery): Filter[] {
  const unassignedCount = work.filter(({ assignee }) => assignee === null).length;
  const queueOptions = queues.map(({ queue, waitingCount }) => ({
    value: queue ?? NONE,
    label: queue ?? 'No queue',
    count: waitingCount,
  }));
  const personOptions = [
    { value: NONE, label: 'Unassigned', count: unassignedCount },
    ...people.map(({ user, actionCount }) => ({ value: user, label: user, count: actionCount })),
  ];
  const statusOptions = STATUSES.map((status) => ({
    value: status,
    count: work.filter((action) => action.status === status).length,
  }));
  return [
    { key: 'queue', label: 'Queue', options: worthShowing(queueOptions, query.chosen('queue')) },
    { key: 'person', label: 'Assigned to', options: worthShowing(personOptions, query.chosen('person')) },
    { key: 'status', label: 'Status', options: worthShowing(statusOptions, query.chosen('status')) },
  ].filter(({ key, options }) => options.length > 1 || query.chosen(key).size > 0);
}

/** What is chosen always; of the rest what stands for something, the most frequent where there are many. */
function worthShowing(options: readonly Counted[], chosen: ReadonlySet<string>): FilterOption[] {
  const frequent = options
    .filter(({ count }) => count > 0)
    .toSorted((left, right) => right.count - left.count)
    .slice(0, MOST_CHIPS);
  return options.filter((option) => chosen.has(option.value) || frequent.includes(option));
}

interface Counted extends FilterOption {
  readonly count: number;
}
