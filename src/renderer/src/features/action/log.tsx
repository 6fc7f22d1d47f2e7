/** Every fact of the Action, one line each: when, who, what (R51). */
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Fact } from '../../../../shared/facts.ts';
import type { Action } from '../../../../shared/model.ts';
import { type TimelineEntry, timelineOf } from '../../../../views/timeline/entries.ts';
import { whyFact } from '../../../../views/why/why.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { useFacts, useWorkspace } from '../../stores/workspace.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './records.module.css';

type Order = 'newest' | 'oldest';
interface Row extends TimelineEntry {
  readonly number: number;
  readonly fact: Fact;
}

export function Log({ action }: { readonly action: Action }) {
  const facts = useFacts(action.ref);
  const factCount = facts.length;
  const [order, setOrder] = useState<Order>('newest');
  const rows = useMemo(() => {
    const entries = facts
      .slice(0, factCount)
      .flatMap((fact) => timelineOf([fact]).map((entry) => ({ ...entry, fact })))
      .map((entry, index): Row => ({ ...entry, number: index + 1 }));
    return order === 'newest' ? entries.reverse() : entries;
  }, [facts, factCount, order]);
  return (
    <>
      <div className={classes.order}>
        <SegmentedControl
          size="xs"
          aria-label="Order"
          value={order}
          onChange={(value) => setOrder(value as Order)}
          data={[
            { value: 'newest', label: 'Newest first' },
            { value: 'oldest', label: 'Oldest first' },
          ]}
        />
      </div>
      <DataTable
        label="Log"
        rows={rows}
        columns={COLUMNS}
        rowKey={keyOf}
        rowName={nameOf}
        maxHeight="470px"
        empty={<EmptyState sentence="Nothing has happened yet." />}
      />
    </>
  );
}

function WhyFact({ fact }: { readonly fact: Fact }) {
  const world = useWorkspace((state) => state.world);
  return <Why of={world && whyFact(world, fact)} compact />;
}

const keyOf = ({ number }: Row) => String(number);
const nameOf = ({ number, kind }: Row) => `${number}: ${kind}`;

const COLUMNS = [
  { key: 'number', header: '#', width: 48, align: 'right' as const, render: keyOf },
  { key: 'at', header: 'At', width: 120, render: ({ at }: Row) => <InstantText at={at} /> },
  { key: 'who', header: 'Who', width: 96, render: ({ who }: Row) => who },
  { key: 'kind', header: 'Kind', width: 130, render: ({ kind }: Row) => <span className={classes.note}>{kind}</span> },
  { key: 'text', header: 'What', render: ({ text }: Row) => text },
  {
    key: 'why',
    header: 'Why?',
    width: 60,
    align: 'center' as const,
    render: ({ fact }: Row) => <WhyFact fact={fact} />,
  },
];
