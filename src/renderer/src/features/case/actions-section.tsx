/** The Actions of a Case, every copy; one that was not done successfully cannot be missed (R14). */
import { Button } from '@mantine/core';
import { memo, useMemo } from 'react';
import type { Action, Instant } from '../../../../shared/model.ts';
import { dueDateOf } from '../../../../views/case/due.ts';
import { refusesRelaunch } from '../../../../views/options/owner-options.ts';
import { act } from '../../client/act.ts';
import { about } from '../../components/about.ts';
import { AppLink } from '../../components/app-link.tsx';
import { DueMark } from '../../components/due-mark.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Countdown, InstantText } from '../../components/instant-text.tsx';
import { Section } from '../../components/section.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { navigate } from '../../stores/address.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { actionPath, newestCopies } from './action-path.ts';
import classes from './actions-section.module.css';
import { AdHocLaunch } from './ad-hoc-launch.tsx';
import type { CaseView } from './use-case-view.ts';

interface ActionRow {
  readonly action: Action;
  /** When it is or was due. */
  readonly dueAt: Instant | null;
  readonly path: string;
  /** A fresh copy may be started here: not of what the banner or the notice above has a button for. */
  readonly canRelaunch: boolean;
}

const isFailed = ({ action }: ActionRow) => action.resolutionMethod === 'Not Done Successfully';

const COLUMNS: readonly Column<ActionRow>[] = [
  {
    key: 'state',
    header: 'State',
    width: 244,
    render: ({ action }) => <State action={action} />,
    sortValue: ({ action: { status, resolutionMethod } }) => `${status} ${resolutionMethod ?? ''}`,
  },
  {
    key: 'reference',
    header: 'Reference',
    long: true,
    render: ({ action: { ref }, path }) => <AppLink to={path}>{ref}</AppLink>,
    sortValue: ({ action: { ref } }) => ref,
  },
  {
    key: 'title',
    header: 'Title',
    long: true,
    render: ({ action }) => action.title,
    sortValue: ({ action }) => action.title,
  },
  {
    key: 'due',
    header: 'Due',
    width: 126,
    render: ({ action: { overdue }, dueAt }) => <DueMark dueAt={dueAt} overdue={overdue} />,
    sortValue: ({ dueAt }) => dueAt,
  },
  {
    key: 'assignee',
    header: 'Assignee',
    width: 80,
    render: ({ action }) => action.assignee ?? '–',
    sortValue: ({ action }) => action.assignee,
  },
  {
    key: 'queue',
    header: 'Queue',
    long: true,
    width: 100,
    render: ({ action }) => action.queue ?? '–',
    sortValue: ({ action }) => action.queue,
  },
  {
    key: 'retries',
    header: 'Retries',
    width: 72,
    align: 'right',
    render: ({ action }) => (action.token === undefined ? '–' : `${action.retryCount}/${action.displayedMaximum}`),
    sortValue: ({ action }) => (action.token === undefined ? null : action.retryCount),
  },
  {
    key: 'since',
    header: 'Since',
    width: 116,
    render: ({ action }) => <InstantText at={action.statusSince} />,
    sortValue: ({ action }) => action.statusSince,
  },
];

/** There only while there is a button in it: most Cases never need the room. */
const WITH_RELAUNCH: readonly Column<ActionRow>[] = [
  ...COLUMNS,
  { key: 'relaunch', header: 'Relaunch', width: 98, align: 'right', render: (row) => <Relaunch row={row} /> },
];

function Relaunch({ row: { action, canRelaunch } }: { readonly row: ActionRow }) {
  if (!canRelaunch) return null;
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`Relaunch ${action.ref}`}
      onClick={() => void act({ type: 'relaunch', action: action.ref })}
    >
      Relaunch
    </Button>
  );
}

/** The status, and what a waiting Action waits for. */
function State({ action }: { readonly action: Action }) {
  return (
    <span className={classes.state}>
      <StatusChip status={action.status} resolutionMethod={action.resolutionMethod} full />
      {action.phase === 'calling' && <span className={classes.phase}>calling</span>}
      {action.phase === 'awaiting response' && <span className={classes.phase}>for the response</span>}
      {action.nextRetryAt !== null && (
        <span className={classes.phase}>
          retry {action.retryCount + 1} <Countdown to={action.nextRetryAt} />
        </span>
      )}
    </span>
  );
}

interface ActionsSectionProps {
  readonly view: CaseView;
  /** The Actions that hold the Case up. */
  readonly holding: readonly Action[];
}

export function ActionsSection({ view, holding }: ActionsSectionProps) {
  const { world, caseInstance, actions } = view;
  const rows = useMemo(() => {
    const newest = newestCopies(actions);
    return actions.map((action): ActionRow => {
      const isAbove = action.ref === caseInstance.problemAction || holding.includes(action);
      const isFailed = action.resolutionMethod === 'Not Done Successfully';
      return {
        action,
        dueAt: dueDateOf(action, world.timelines.get(action.ref)),
        path: actionPath(action, newest.get(action.actionType) ?? 1),
        canRelaunch: isFailed && !isAbove && refusesRelaunch(world, action, world.startAt) === null,
      };
    });
  }, [world, caseInstance, actions, holding]);
  const doneCount = actions.filter(({ phase }) => phase === 'closed').length;
  return (
    <Section
      title="Actions"
      aside={actions.length === 0 ? undefined : `${actions.length}, ${doneCount} closed`}
      actions={<AdHocLaunch caseInstance={caseInstance} />}
      flush
    >
      <ActionsTable rows={rows} isDraft={caseInstance.status === 'Draft'} />
    </Section>
  );
}

/** Drawn again only when an Action changed. */
const ActionsTable = memo(function ActionsTable({
  rows,
  isDraft,
}: {
  readonly rows: readonly ActionRow[];
  readonly isDraft: boolean;
}) {
  return (
    <div className={classes.table}>
      <DataTable
        label="Actions"
        rows={rows}
        columns={rows.some(({ canRelaunch }) => canRelaunch) ? WITH_RELAUNCH : COLUMNS}
        rowKey={refOf}
        rowName={refOf}
        rowAbout={aboutAction}
        onOpen={open}
        rowTone={toneOf}
        maxHeight="max(420px, 56dvh)"
        empty={
          <EmptyState
            sentence={
              isDraft
                ? 'This Case is a draft: its Actions start when it is launched.'
                : 'No Action has started in this Case yet.'
            }
          />
        }
      />
    </div>
  );
});

const refOf = ({ action }: ActionRow) => action.ref;
const aboutAction = ({ action }: ActionRow) => about(action.ref);
const open = ({ path }: ActionRow) => navigate(path);
const toneOf = (row: ActionRow) => (isFailed(row) ? 'danger' : undefined);
