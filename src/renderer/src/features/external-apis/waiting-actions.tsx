/** The Actions that wait for one API, and the way to answer one by hand. */

import type { Action } from '../../../../shared/model.ts';
import { nextOf } from '../../../../views/case/case-next.ts';
import { ActionLink, pathOfCopy } from '../../components/action-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Countdown } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { navigate } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import classes from './external-apis.module.css';

const COLUMNS: readonly Column<Action>[] = [
  {
    key: 'reference',
    header: 'Action',
    render: ({ ref }) => <ActionLink actionRef={ref} />,
    sortValue: ({ ref }) => ref,
  },
  { key: 'phase', header: 'Phase', width: 144, render: ({ phase }) => phase, sortValue: ({ phase }) => phase },
  {
    key: 'retries',
    header: 'Retries',
    width: 80,
    align: 'right',
    render: ({ retryCount, displayedMaximum }) => `${retryCount}/${displayedMaximum}`,
    sortValue: ({ retryCount }) => retryCount,
  },
  {
    key: 'next',
    header: 'Next',
    width: 216,
    render: (action) => <Next action={action} />,
    sortValue: (action) => nextOf([action])?.at ?? null,
  },
  {
    key: 'answer',
    header: 'Response',
    width: 132,
    render: ({ ref }) => <ActionLink actionRef={ref}>Respond by hand</ActionLink>,
  },
];

function Next({ action }: { readonly action: Action }) {
  const next = nextOf([action]);
  if (next === null) {
    // A call to a real API ends when it ends.
    const waitsFor = action.phase === 'calling' ? `call ${action.callCount} to end` : 'nothing: it waits indefinitely';
    return <span className={classes.dimmed}>{waitsFor}</span>;
  }
  return (
    <>
      {next.text} <Countdown to={next.at} />
    </>
  );
}

const refOf = ({ ref }: Action) => ref;
const open = ({ ref }: Action) => navigate(pathOfCopy(ref));
const SOONEST_FIRST = { key: 'next', direction: 'ascending' } as const;

export function WaitingActions({ waiting }: { readonly waiting: readonly Action[] }) {
  return (
    <Section title="Waiting Actions" aside={waiting.length > 0 ? waiting.length.toLocaleString('en') : undefined} flush>
      <div className={classes.inCard}>
        <DataTable
          label="Actions"
          rows={waiting}
          columns={COLUMNS}
          rowKey={refOf}
          rowName={refOf}
          onOpen={open}
          initialSort={SOONEST_FIRST}
          maxHeight="252px"
          empty={<EmptyState sentence="No Action is waiting for this API." />}
        />
      </div>
    </Section>
  );
}
