/** The Actions that wait for one API, and the way to answer one by hand. */
import { nextOf } from '../../../../engine/case-next.ts';
import { exactReference } from '../../../../engine/decide.ts';
import type { Action } from '../../../../shared/model.ts';
import { AppLink } from '../../components/app-link.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Countdown, InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { navigate, paths } from '../../stores/address.ts';
import classes from './external-apis.module.css';

const COLUMNS: readonly Column<Action>[] = [
  {
    key: 'reference',
    header: 'Action',
    render: (action) => <AppLink to={addressOf(action)}>{action.ref}</AppLink>,
    sortValue: ({ ref }) => ref,
  },
  { key: 'phase', header: 'Phase', width: 150, render: ({ phase }) => phase, sortValue: ({ phase }) => phase },
  {
    key: 'retries',
    header: 'Retries',
    width: 84,
    align: 'right',
    render: ({ retryCount, displayedMaximum }) => `${retryCount}/${displayedMaximum}`,
    sortValue: ({ retryCount }) => retryCount,
  },
  {
    key: 'next',
    header: 'Next',
    width: 250,
    render: (action) => <Next action={action} />,
    sortValue: (action) => nextOf([action])?.at ?? null,
  },
  {
    key: 'since',
    header: 'Since',
    width: 128,
    render: ({ statusSince }) => <InstantText at={statusSince} />,
    sortValue: ({ statusSince }) => statusSince,
  },
  {
    key: 'answer',
    header: 'Answer',
    width: 134,
    render: (action) => <AppLink to={addressOf(action)}>Answer by hand</AppLink>,
  },
];

function Next({ action }: { readonly action: Action }) {
  const next = nextOf([action]);
  if (next === null) return <span className={classes.dimmed}>nothing: it waits for ever</span>;
  return (
    <>
      {next.text} <Countdown to={next.at} />
    </>
  );
}

/** Of this very copy, also where there is a newer one. */
const addressOf = (action: Action) => paths.action(exactReference(action));

const refOf = ({ ref }: Action) => ref;
const open = (action: Action) => navigate(addressOf(action));
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
          maxHeight="324px"
          empty={<EmptyState sentence="No Action waits for this API now." />}
        />
      </div>
    </Section>
  );
}
