/** The filters above the list of what waits for people: by queue, by person, by status. */
import type { Action } from '../../../../shared/model.ts';
import type { People } from '../../../../views/rows/people-rows.ts';
import type { Filter, FilterOption, ListQuery } from '../../components/filter-bar.tsx';
import type { WorkRow } from './work-row.ts';

/** Stands in the address for no queue and for nobody; no queue and no user is called so. */
export const NONE = '';
/** Beyond so many queues or people the tables above the list choose. */
const MOST_CHIPS = 6;

const STATUSES = ['To Do', 'In Progress'] as const;

/** The rows that the search and the chosen chips leave, by what each is placed as. */
export function matching(rows: readonly WorkRow[], query: ListQuery): readonly WorkRow[] {
  if (!query.isFiltered) return rows;
  return rows.filter(
    ({ placedAs: action }) =>
      query.allows('queue', action.queue ?? NONE) &&
      query.allows('person', action.assignee ?? NONE) &&
      query.allows('status', action.status) &&
      query.allows('due', dueOf(action)) &&
      (query.q === '' ||
        [action.ref, action.title, action.rejectedReason ?? ''].some((text) => text.toLowerCase().includes(query.q))),
  );
}

const dueOf = ({ dueAt, overdue }: Action) => (overdue ? 'overdue' : dueAt === null ? 'none' : 'due');

/** Whether one asked for everything, though one looks as a person. */
export const showsEverything = (query: ListQuery): boolean => query.chosen(EVERYTHING.key).has(EVERYTHING.value);

/** In the address: `?show=all`. */
const EVERYTHING = { key: 'show', value: 'all' };

/**
 * The chips, with how many of the rows each stands for. Who looks as a person can ask for everything there is; `canShowAll` says
 * so.
 */
export function filtersOf(
  { queues, people, work }: People,
  rows: readonly WorkRow[],
  query: ListQuery,
  canShowAll: boolean,
): Filter[] {
  const byQueue = counted(rows, ({ queue }) => queue ?? NONE);
  const byPerson = counted(rows, ({ assignee }) => assignee ?? NONE);
  const byStatus = counted(rows, ({ status }) => status);
  const byDue = counted(rows, dueOf);
  const showOptions = canShowAll ? [{ value: EVERYTHING.value, label: 'Everybody’s', count: work.length }] : [];
  const queueOptions = queues.map(({ queue }) => ({
    value: queue ?? NONE,
    label: queue ?? 'No queue',
    count: byQueue(queue ?? NONE),
  }));
  const personOptions = [
    { value: NONE, label: 'Unassigned', count: byPerson(NONE) },
    ...people.map(({ user }) => ({ value: user, label: user, count: byPerson(user) })),
  ];
  const statusOptions = STATUSES.map((value) => ({ value, count: byStatus(value) }));
  const dueOptions = [
    { value: 'overdue', label: 'Overdue', count: byDue('overdue') },
    { value: 'due', label: 'Due later', count: byDue('due') },
  ];
  return [
    { key: EVERYTHING.key, label: 'Show', options: showOptions },
    { key: 'queue', label: 'Queue', options: worthShowing(queueOptions, query.chosen('queue')) },
    { key: 'person', label: 'Assigned to', options: worthShowing(personOptions, query.chosen('person')) },
    { key: 'status', label: 'Status', options: worthShowing(statusOptions, query.chosen('status')) },
    { key: 'due', label: 'Due', options: worthShowing(dueOptions, query.chosen('due')) },
  ].filter(
    ({ key, options: { length } }) => length > 1 || (length === 1 && (LONELY.has(key) || query.chosen(key).size > 0)),
  );
}

/** Filters whose single chip leaves something out. */
const LONELY: ReadonlySet<string> = new Set(['due', EVERYTHING.key]);

/** How many rows have each value. */
function counted(rows: readonly WorkRow[], keyOf: (action: Action) => string): (value: string) => number {
  const counts = new Map<string, number>();
  for (const { action } of rows) counts.set(keyOf(action), (counts.get(keyOf(action)) ?? 0) + 1);
  return (value) => counts.get(value) ?? 0;
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
