/** The Action types of the workspace: what each calls, how long it waits, who gets it, how it retries. */
import { useMemo } from 'react';
import { retryPatternFor } from '../../../../engine/retry.ts';
import type { ActionType, Allocation, Settings } from '../../../../shared/definitions.ts';
import { AppLink } from '../../components/app-link.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { DurationText } from '../../components/duration-text.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { navigate, paths } from '../../stores/address.ts';
import classes from './builder.module.css';

export interface ActionTypeRow {
  readonly name: string;
  readonly actionType: ActionType;
}

export const addressOf = (name: string) => `${paths.builder}/${encodeURIComponent(name)}`;

const none = <span className={classes.dimmed}>–</span>;

const columnsOf = (settings: Settings, selected: string | null): readonly Column<ActionTypeRow>[] => [
  {
    key: 'title',
    header: 'Title',
    render: ({ name, actionType }) => (
      <AppLink to={addressOf(name)} className={name === selected ? classes.selected : undefined}>
        {actionType.title ?? name}
      </AppLink>
    ),
    sortValue: ({ name, actionType }) => actionType.title ?? name,
  },
  { key: 'name', header: 'Name', width: 140, render: ({ name }) => name, sortValue: ({ name }) => name },
  {
    key: 'api',
    header: 'Calls',
    width: 110,
    render: ({ actionType: { externalApi } }) =>
      externalApi === undefined ? (
        <span className={classes.dimmed}>manual</span>
      ) : (
        <AppLink to={paths.externalApi(externalApi)}>{externalApi}</AppLink>
      ),
    sortValue: ({ actionType }) => actionType.externalApi ?? null,
  },
  {
    key: 'response',
    header: 'Response within',
    width: 126,
    render: ({ actionType }) => <ResponseWithin actionType={actionType} />,
    sortValue: ({ actionType }) => actionType.responseWithin ?? null,
  },
  {
    key: 'due',
    header: 'Due',
    width: 158,
    render: ({ actionType: { due, autoCompleteOnTimeout } }) =>
      due === undefined ? (
        none
      ) : (
        <>
          <DurationText ms={due} />
          <span className={classes.dimmed}>{autoCompleteOnTimeout ? ', then closes' : ', then overdue'}</span>
        </>
      ),
    sortValue: ({ actionType }) => actionType.due ?? null,
  },
  {
    key: 'allocation',
    header: 'Allocation',
    render: ({ actionType }) => allocationInWords(actionType.allocation) ?? none,
  },
  {
    key: 'retry',
    header: 'Retries',
    width: 132,
    render: ({ actionType }) => <Retries actionType={actionType} settings={settings} />,
    sortValue: ({ actionType }) =>
      actionType.externalApi === undefined ? null : retryPatternFor(settings, actionType).max,
  },
];

function ResponseWithin({
  actionType: { externalApi, responseExpected, responseWithin },
}: {
  readonly actionType: ActionType;
}) {
  if (externalApi === undefined) return none;
  if (!responseExpected) return <span className={classes.dimmed}>none expected</span>;
  return responseWithin === undefined ? (
    <span className={classes.dimmed}>no limit</span>
  ) : (
    <DurationText ms={responseWithin} />
  );
}

function Retries({ actionType, settings }: { readonly actionType: ActionType; readonly settings: Settings }) {
  if (actionType.externalApi === undefined) return none;
  return (
    <>
      {retryPatternFor(settings, actionType).max}
      <span className={classes.dimmed}>{actionType.retry === undefined ? ', system-wide' : ', its own'}</span>
    </>
  );
}

/** `AP Exceptions: omar, else dana`. */
function allocationInWords(allocation: Allocation | undefined): string | null {
  const { queue, user, secondaryUser } = allocation ?? {};
  const people = [user, secondaryUser].filter((each) => each !== undefined).join(', else ');
  return [queue, people].filter((each) => each !== undefined && each !== '').join(': ') || null;
}

const nameOf = ({ name }: ActionTypeRow) => name;
const open = ({ name }: ActionTypeRow) => navigate(addressOf(name));

interface ActionTypesTableProps {
  readonly rows: readonly ActionTypeRow[];
  readonly settings: Settings;
  readonly selected: string | null;
}

export function ActionTypesTable({ rows, settings, selected }: ActionTypesTableProps) {
  const columns = useMemo(() => columnsOf(settings, selected), [settings, selected]);
  return (
    <DataTable
      label="Action types"
      rows={rows}
      columns={columns}
      rowKey={nameOf}
      rowName={nameOf}
      onOpen={open}
      maxHeight="max(220px, 32dvh)"
      empty={
        <EmptyState
          sentence="This workspace has no Action types yet. A scenario brings its own."
          action={<AppLink to={paths.scenarios}>Open a scenario</AppLink>}
        />
      }
    />
  );
}
