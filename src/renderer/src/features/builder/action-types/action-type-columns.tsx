/** The columns of the Action types: what each calls, how long it waits, who gets it, how it retries. */

import { retryPatternFor } from '../../../../../engine/connection/retry.ts';
import type { ActionType, Allocation, Settings } from '../../../../../shared/definitions.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { DurationText } from '../../../components/duration-text.tsx';
import type { OrderedRow } from '../../../definition-list/ordered-table.tsx';
import { paths } from '../../../stores/address.ts';
import type { Column } from '../../../table/column.ts';
import classes from '../builder.module.css';

export interface ActionTypeRow extends OrderedRow {
  readonly actionType: ActionType;
}

const none = <span className={classes.dimmed}>–</span>;

export const actionTypeColumns = (settings: Settings): readonly Column<ActionTypeRow>[] => [
  {
    key: 'title',
    header: 'Title',
    long: true,
    render: ({ name, actionType }) => <AppLink to={paths.builderActionType(name)}>{actionType.title ?? name}</AppLink>,
    sortValue: ({ name, actionType }) => actionType.title ?? name,
  },
  { key: 'name', header: 'Name', width: 140, long: true, render: ({ name }) => name, sortValue: ({ name }) => name },
  {
    key: 'api',
    header: 'Calls',
    width: 104,
    long: true,
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
    width: 116,
    render: ({ actionType }) => <ResponseWithin actionType={actionType} />,
    sortValue: ({ actionType }) => actionType.responseWithin ?? null,
  },
  {
    key: 'due',
    header: 'Due',
    width: 150,
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
    width: 128,
    long: true,
    render: ({ actionType }) => allocationInWords(actionType.allocation) ?? none,
  },
  {
    key: 'retry',
    header: 'Retries',
    width: 122,
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
