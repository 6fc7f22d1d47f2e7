/** Things that can be exercised, and by what each was; a row opens which they are. */
import { useState } from 'react';
import { EmptyState } from '../../components/empty-state.tsx';
import { RuleLink } from '../../components/rule-link.tsx';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import classes from './coverage.module.css';
import { ByCount, ByList, type Noun, SCENARIOS, type Scenarios } from './exercised-by.tsx';
import type { NamedThing, RowThing, Thing } from './things.ts';

interface CoverageTableProps<T> {
  readonly label: string;
  readonly things: readonly T[];
  readonly columns: readonly PlainColumn<T>[];
  readonly scenarios: Scenarios;
  /** Of a workspace, what it happens to. */
  readonly places?: Noun;
}

const ACTIONS: Noun = ['Action', 'Actions'];
/** Rules are behind what happens to both. */
export const BOTH: Noun = ['Action or Case', 'Actions and Cases'];

export function CoverageTable<T extends Thing>({
  label,
  things,
  columns,
  scenarios,
  places = ACTIONS,
}: CoverageTableProps<T>) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = ({ id }: Thing) =>
    setOpen((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  const isOpen = (thing: Thing) => thing.isCovered && open.has(thing.id);
  const by: PlainColumn<T> = {
    key: 'by',
    header: scenarios === null ? 'Happened to' : 'Exercised by',
    width: 150,
    render: (thing) => (
      <ByCount
        thing={thing}
        noun={scenarios === null ? places : SCENARIOS}
        isOpen={isOpen(thing)}
        onToggle={() => toggle(thing)}
      />
    ),
  };
  if (things.length === 0) return <EmptyState sentence="Nothing matches. Clear the filters to see all there is." />;
  return (
    <PlainTable
      label={label}
      columns={[...columns, by]}
      rows={things}
      rowKey={({ id }) => id}
      rowName={({ id }) => id}
      rowClass={({ isCovered }) => (isCovered ? classes.opens : undefined)}
      onRow={(thing) => thing.isCovered && toggle(thing)}
      detailOf={(thing) => (isOpen(thing) ? <ByList thing={thing} scenarios={scenarios} /> : null)}
    />
  );
}

export const ROW_COLUMNS: readonly PlainColumn<RowThing>[] = [
  { key: 'from', header: 'Phase', width: 130, render: ({ from }) => from },
  {
    key: 'event',
    header: 'Event',
    isName: true,
    render: ({ event, guard }) => (
      <>
        {event}
        {guard !== null && <span className={classes.guard}> if {guard}</span>}
      </>
    ),
  },
  { key: 'to', header: 'Leads to', width: 130, render: ({ to }) => to },
  { key: 'happens', header: 'What happens', render: ({ happens }) => happens },
];

const name: PlainColumn<NamedThing> = { key: 'name', header: 'Ending', isName: true, render: (thing) => thing.name };

export const ENDING_COLUMNS: readonly PlainColumn<NamedThing>[] = [name];

export const RULE_COLUMNS: readonly PlainColumn<NamedThing>[] = [
  { ...name, header: 'Rule', width: 70, render: (thing) => <RuleLink rule={thing.name} /> },
  { key: 'sentence', header: 'What it says', render: ({ sentence }) => sentence },
];

export const SETTING_COLUMNS: readonly PlainColumn<NamedThing>[] = [
  { ...name, header: 'Setting', render: (thing) => <span title={thing.id}>{thing.name}</span> },
  { key: 'of', header: 'Of', render: ({ sentence }) => sentence },
];
