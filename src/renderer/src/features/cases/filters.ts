/** The filters above the list of Cases: what can be chosen, how many have it, which rows remain. */
import { createElement } from 'react';
import type { Instant } from '../../../../shared/model.ts';
import { STATUSES, type Status } from '../../../../shared/words.ts';
import { holderInWords, isLongWithPeople } from '../../../../views/case/holder.ts';
import type { CaseRow } from '../../../../views/rows/case-rows.ts';
import type { Filter, FilterOption, ListQuery } from '../../components/filter-bar.tsx';
import { IconWaiting, IconWarning } from '../../components/icons.tsx';
import { statusStyle } from '../../theme/status.ts';

/** The statuses that a Case can have; their chips stay in place whether or not one has it now. */
const OF_CASES: readonly Status[] = ['Draft', 'To Do', 'In Progress', 'Closed'];
const NO_TYPE = 'no type';
/** Beyond so many owners or types the rest is found by searching. */
const MOST_CHIPS = 6;

const VALUES = {
  status: (row: CaseRow) => row.status,
  attention: attentionOf,
  due: (row: CaseRow) => (row.overdue ? 'overdue' : row.dueAt === null ? null : 'due'),
  owner: (row: CaseRow) => row.owner,
  type: (row: CaseRow) => row.caseType ?? NO_TYPE,
} as const satisfies Record<string, (row: CaseRow, now: Instant) => string | null>;
type FilterKey = keyof typeof VALUES;
const KEYS = Object.keys(VALUES) as FilterKey[];

/** What the owner is asked for comes before what has only taken long. */
function attentionOf({ attention, holder }: CaseRow, now: Instant): string | null {
  if (attention !== null) return 'yes';
  return isLongWithPeople(holder, now) ? 'people' : null;
}

/** The rows that the search and the chosen chips leave at `now`. */
export function matching(rows: readonly CaseRow[], query: ListQuery, now: Instant): readonly CaseRow[] {
  if (!query.isFiltered) return rows;
  const chosen = KEYS.map((key) => [VALUES[key], query.chosen(key)] as const).filter(([, values]) => values.size > 0);
  return rows.filter(
    (row) =>
      chosen.every(([read, values]) => values.has(read(row, now) ?? '')) &&
      (query.q === '' || textsOf(row).some((text) => text.toLowerCase().includes(query.q))),
  );
}

/** What of a row is searched. */
const textsOf = ({ ref, caseType, owner, attention, heldUp, holder }: CaseRow): readonly string[] => [
  ref,
  caseType ?? '',
  owner,
  attention ?? '',
  heldUp ?? '',
  holder === null ? '' : holderInWords(holder),
];

/** The chips, with how many Cases each stands for. */
export function filtersOf(counts: Counts, query: ListQuery): Filter[] {
  // What was chosen stays there to be unchosen.
  const options = (key: FilterKey, values: readonly string[]): FilterOption[] =>
    [...new Set([...values, ...query.chosen(key)])].map((value) => ({
      value,
      label: cut(value),
      count: counts[key].get(value) ?? 0,
    }));
  const mostFrequent = (key: FilterKey) =>
    [...counts[key]]
      .sort(([, left], [, right]) => right - left)
      .slice(0, MOST_CHIPS)
      .map(([value]) => value)
      .sort();
  const status = options('status', OF_CASES).map((option) => ({ ...option, icon: statusIcon(option.value) }));
  const attention = options('attention', ['yes', 'people']).map((option) => ({
    ...option,
    ...(option.value === 'people'
      ? { label: 'Long with people', icon: createElement(IconWaiting, { size: 13 }) }
      : { label: 'Needs attention', icon: createElement(IconWarning, { size: 13 }) }),
  }));
  const due = options('due', ['overdue', 'due']).map((option) => ({
    ...option,
    label: option.value === 'overdue' ? 'Overdue' : 'Due later',
  }));
  const owners = options('owner', mostFrequent('owner'));
  const types = options('type', mostFrequent('type'));
  return [
    { key: 'status', label: 'Status', options: status },
    { key: 'attention', label: 'Attention', options: attention },
    { key: 'due', label: 'Due', options: counts.due.size > 0 || query.chosen('due').size > 0 ? due : [] },
    { key: 'owner', label: 'Owner', options: owners },
    { key: 'type', label: 'Type', options: types },
    // A single chip that every Case has leaves nothing out.
  ].filter(
    ({ key, options: { length } }) => length > 1 || key === 'attention' || query.chosen(key as FilterKey).size > 0,
  );
}

/** Longer names would push the other chips away; searching finds them too. */
const LONGEST = 24;
const cut = (name: string) => (name.length > LONGEST ? `${name.slice(0, LONGEST - 1)}…` : name);

function statusIcon(value: string) {
  const status = STATUSES.find((known) => known === value);
  return status === undefined ? null : createElement(statusStyle(status).icon, { size: 13 });
}

type Counts = Readonly<Record<FilterKey, ReadonlyMap<string, number>>>;

/** How many Cases have each value at `now`, whatever is searched for. */
export function countedBy(rows: readonly CaseRow[], now: Instant): Counts {
  const counts = Object.fromEntries(KEYS.map((key) => [key, new Map<string, number>()])) as Record<
    FilterKey,
    Map<string, number>
  >;
  for (const row of rows) {
    for (const key of KEYS) {
      const value = VALUES[key](row, now);
      if (value !== null) counts[key].set(value, (counts[key].get(value) ?? 0) + 1);
    }
  }
  return counts;
}
