/** All workspaces: opened, renamed, copied and deleted. */
import { Button } from '@mantine/core';
import { counted } from '../../../../shared/counted.ts';
import type { WorkspaceInfo } from '../../../../shared/workspaces-contract.ts';
import { client } from '../../client/client.ts';
import { eraseEverything } from '../../client/erase.ts';
import { useAsked } from '../../client/use-asked.ts';
import { duplicateWorkspace, removeWorkspace, renameWorkspace, switchTo } from '../../client/workspaces.ts';
import { AppLink } from '../../components/app-link.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { paths } from '../../stores/address.ts';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import { COUNT_COLUMNS } from './count-columns.ts';
import { wallClockText } from './wall-clock.ts';
import classes from './workspaces.module.css';

const askForWorkspaces = () => client().workspaces.list();

export function WorkspacesScreen() {
  const [workspaces, askAgain] = useAsked(askForWorkspaces);
  return (
    <Page title="Workspaces" actions={<AppLink to={paths.backups}>Backups of the open one</AppLink>}>
      <Section title="All workspaces" aside={workspaces && counted(workspaces.length, 'workspace')} flush>
        {workspaces === undefined ? (
          <TableSkeleton rows={3} />
        ) : (
          <PlainTable
            label="Workspaces"
            columns={columns(askAgain)}
            rows={workspaces}
            rowKey={({ id }) => id}
            rowName={({ name }) => name}
            className={classes.table}
          />
        )}
      </Section>
      <p className={classes.note}>
        A scenario or a file opens as a workspace of its own. Lab runs belong to no workspace: all workspaces show the
        same ones.
      </p>
      <Section title="Erase everything">
        <p className={classes.note}>
          Workspaces, backups, Lab runs and what this window remembers can be removed from this machine. You are shown
          what that is before anything goes.
        </p>
        <Button className={classes.erase} variant="default" size="xs" onClick={() => void eraseEverything()}>
          Erase everything…
        </Button>
      </Section>
    </Page>
  );
}

function columns(askAgain: () => void): readonly PlainColumn<WorkspaceInfo>[] {
  return [
    {
      key: 'name',
      header: 'Name',
      isName: true,
      render: ({ name, isOpen }) => (
        <span className={classes.name} title={name}>
          {name}
          {isOpen && <span className={classes.open}>open</span>}
        </span>
      ),
    },
    {
      key: 'saved',
      header: 'Last saved',
      render: ({ savedAt, problem }) => (problem === null ? wallClockText(savedAt) : `Cannot be read: ${problem}.`),
    },
    ...COUNT_COLUMNS,
    {
      key: 'verbs',
      header: <span className="visually-hidden">What can be done</span>,
      align: 'right',
      render: (each) => <Verbs workspace={each} askAgain={askAgain} />,
    },
  ];
}

function Verbs({ workspace, askAgain }: { readonly workspace: WorkspaceInfo; readonly askAgain: () => void }) {
  const { name, isOpen, problem } = workspace;
  const then = async (done: Promise<unknown>) => {
    await done;
    askAgain();
  };
  const verb = (label: string, run: () => Promise<unknown>, isDanger = false) => (
    <Button
      variant="subtle"
      size="compact-xs"
      {...(isDanger ? { color: 'red' } : {})}
      aria-label={`${label} ${name}`}
      onClick={() => void then(run())}
    >
      {label}
    </Button>
  );
  return (
    <span className={classes.verbs}>
      {!isOpen && problem === null && verb('Open', () => switchTo(workspace))}
      {problem === null && verb('Rename', () => renameWorkspace(workspace))}
      {problem === null && verb('Duplicate', () => duplicateWorkspace(workspace))}
      {!isOpen && verb('Delete', () => removeWorkspace(workspace), true)}
    </span>
  );
}
