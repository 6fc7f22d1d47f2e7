/** The runs that are kept: opened, renamed, forgotten. */
import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { counted, countText } from '../../../../../shared/counted.ts';
import type { RunInfo } from '../../../../../shared/lab.ts';
import { settingTitle } from '../../../../../views/lab/change-words.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { confirm } from '../../../components/confirm.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Section } from '../../../components/section.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import { type PlainColumn, PlainTable } from '../../../table/plain-table.tsx';
import { realTime, stateText } from '../words/run-words.ts';
import { RunNameField } from './run-name-field.tsx';
import classes from './runs.module.css';

interface RunsTableProps {
  readonly runs: readonly RunInfo[];
  readonly onChanged: () => void;
}

export function RunsTable({ runs, onChanged }: RunsTableProps) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [renamed, setRenamed] = useState<string | null>(null);
  const compared = runs.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const choose = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const rename = async ({ id, name }: RunInfo, wanted: string) => {
    setRenamed(null);
    if (wanted === '' || wanted === name) return;
    await attempt(client().lab.rename({ id, name: wanted }));
    onChanged();
  };
  const remove = async ({ id, name }: RunInfo) => {
    const question = {
      title: `Delete the run “${name}”?`,
      message: 'Playing it again gives the same results.',
      danger: true,
    };
    if (!(await confirm({ ...question, confirmLabel: 'Delete' }))) return;
    await attempt(client().lab.remove({ id }));
    onChanged();
  };

  const columns: readonly PlainColumn<RunInfo>[] = [
    {
      key: 'chosen',
      header: <span className="visually-hidden">Chosen</span>,
      width: 40,
      render: ({ id, name }) => (
        <Checkbox size="xs" aria-label={`Choose ${name}`} checked={chosen.has(id)} onChange={() => choose(id)} />
      ),
    },
    {
      key: 'name',
      header: 'Name',
      isName: true,
      render: (run) =>
        run.id === renamed ? (
          <RunNameField
            name={run.name}
            onDone={(wanted) => void rename(run, wanted)}
            onCancel={() => setRenamed(null)}
          />
        ) : (
          <AppLink to={paths.labRun(run.id)}>{run.name}</AppLink>
        ),
    },
    ...FACTS,
    {
      key: 'verbs',
      header: <span className="visually-hidden">What can be done</span>,
      align: 'right',
      render: (run) => (
        <>
          <Button variant="subtle" size="compact-xs" onClick={() => setRenamed(run.id)}>
            Rename
          </Button>
          <Button variant="subtle" color="red" size="compact-xs" onClick={() => void remove(run)}>
            Delete
          </Button>
        </>
      ),
    },
  ];
  return (
    <Section
      title="Runs"
      aside={runs.length > 0 ? countText(runs.length) : undefined}
      actions={
        compared.length > 1 && (
          <Button variant="default" size="compact-sm" onClick={() => navigate(paths.labCompare(compared))}>
            Compare runs
          </Button>
        )
      }
      flush
    >
      {runs.length === 0 ? (
        <EmptyState sentence="The Lab plays an Action type many thousands of times and says how those trials end, how long they take and who gets the work. Runs are saved here." />
      ) : (
        <PlainTable
          label="Runs"
          columns={columns}
          rows={runs}
          rowKey={({ id }) => id}
          rowName={({ name }) => name}
          className={classes.runs}
        />
      )}
    </Section>
  );
}

const FACTS: readonly PlainColumn<RunInfo>[] = [
  { key: 'type', header: 'Action type', render: ({ actionTypeName }) => actionTypeName },
  {
    key: 'tried',
    header: 'What is tried',
    render: ({ axes, variantCount }) =>
      axes.length > 0 ? axes.map(({ path }) => settingTitle(path)).join(' × ') : counted(variantCount, 'variant'),
  },
  { key: 'trials', header: 'Trials', align: 'right', render: ({ trialCount }) => countText(trialCount) },
  { key: 'seed', header: 'Seed', align: 'right', render: ({ seed }) => seed },
  { key: 'state', header: 'State', render: stateText },
  {
    key: 'started',
    header: 'Started',
    render: ({ startedAt }) => realTime(startedAt),
  },
];
