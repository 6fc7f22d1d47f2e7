/** The last few saves of the open workspace, each of which can be put into its place. */
import { Button } from '@mantine/core';
import { counted } from '../../../../shared/counted.ts';
import type { BackupInfo } from '../../../../shared/workspace-contract.ts';
import { client } from '../../client/client.ts';
import { useAsked } from '../../client/use-asked.ts';
import { restoreBackup } from '../../client/workspaces.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { TableSkeleton } from '../../components/skeletons.tsx';
import { paths } from '../../stores/address.ts';
import { useWorkspace } from '../../stores/workspace.ts';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import { COUNT_COLUMNS } from './count-columns.ts';
import { wallClockText } from './wall-clock.ts';
import classes from './workspaces.module.css';

const askForBackups = () => client().workspace.backups();

export function BackupsScreen() {
  const name = useWorkspace((state) => state.workspace.name);
  const [backups, askAgain] = useAsked(askForBackups);
  return (
    <Page title="Backups" breadcrumbs={[{ label: 'Workspaces', to: paths.workspaces }, { label: 'Backups' }]}>
      <Section title={`Backups of ${name}`} aside={backups && counted(backups.length, 'backup')} flush>
        {backups === undefined && <TableSkeleton rows={3} />}
        {backups?.length === 0 && <EmptyState sentence="This workspace was not saved yet." />}
        {backups !== undefined && backups.length > 0 && (
          <PlainTable
            label="Backups"
            columns={columns(askAgain)}
            rows={backups}
            rowKey={({ saveNumber }) => saveNumber}
            rowName={({ savedAt }) => wallClockText(savedAt)}
            className={classes.table}
          />
        )}
      </Section>
      <p className={classes.note}>
        Each save leaves a backup: when time is paused, another workspace is opened or the app is closed. The last five
        are kept.
      </p>
    </Page>
  );
}

function columns(askAgain: () => void): readonly PlainColumn<BackupInfo>[] {
  const restore = async ({ saveNumber, savedAt }: BackupInfo) => {
    if (await restoreBackup(saveNumber, wallClockText(savedAt))) askAgain();
  };
  return [
    { key: 'saved', header: 'Saved', isName: true, render: ({ savedAt }) => wallClockText(savedAt) },
    { key: 'title', header: 'Workspace', render: ({ title, problem }) => problem ?? title },
    {
      key: 'now',
      header: 'Virtual time',
      render: ({ now, problem }) => problem === null && <InstantText at={now} />,
    },
    ...COUNT_COLUMNS,
    {
      key: 'verbs',
      header: <span className="visually-hidden">What can be done</span>,
      align: 'right',
      render: (backup) =>
        backup.problem === null && (
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={`Restore ${wallClockText(backup.savedAt)}`}
            onClick={() => void restore(backup)}
          >
            Restore
          </Button>
        ),
    },
  ];
}
