/** The runs that are kept: opened, renamed, forgotten. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { RunInfo } from '../../../../../shared/lab.ts';
import { counted } from '../../../../../views/words/figures.ts';
import { attempt } from '../../../client/act.ts';
import { client } from '../../../client/client.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { confirm } from '../../../components/confirm.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Section } from '../../../components/section.tsx';
import { navigate, paths } from '../../../stores/address.ts';
import tables from '../tables.module.css';
import { countText } from '../words/count-text.ts';
import { stateText } from '../words/run-words.ts';

interface RunsTableProps {
  readonly runs: readonly RunInfo[];
  readonly onChanged: () => void;
}

export function RunsTable({ runs, onChanged }: RunsTableProps) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const compared = runs.filter(({ id }) => chosen.includes(id)).map(({ id }) => id);
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
        <EmptyState sentence="The Lab plays an Action type many thousands of times and says how those lives end, how long they take and who gets the work. Runs are kept here." />
      ) : (
        <table className={tables.table} aria-label="Runs">
          <thead>
            <tr>
              <th scope="col">
                <span className={tables.hidden}>Chosen</span>
              </th>
              <th scope="col">Name</th>
              <th scope="col">Action type</th>
              <th scope="col">What is tried</th>
              <th scope="col" className={tables.figure}>
                Trials
              </th>
              <th scope="col" className={tables.figure}>
                Seed
              </th>
              <th scope="col">State</th>
              <th scope="col">Started</th>
              <th scope="col">
                <span className={tables.hidden}>What can be done</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <Row
                key={run.id}
                run={run}
                isChosen={chosen.includes(run.id)}
                onChoose={() =>
                  setChosen(chosen.includes(run.id) ? chosen.filter((id) => id !== run.id) : [...chosen, run.id])
                }
                onChanged={onChanged}
              />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

interface RowProps {
  readonly run: RunInfo;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onChanged: () => void;
}

function Row({ run, isChosen, onChoose, onChanged }: RowProps) {
  const { id, name, actionTypeName, trialCount, seed, startedAt, axes, variantCount } = run;
  const [typed, setTyped] = useState<string | null>(null);
  const rename = async () => {
    const wanted = typed?.trim() ?? '';
    setTyped(null);
    if (wanted === '' || wanted === name) return;
    await attempt(client().lab.rename({ id, name: wanted }));
    onChanged();
  };
  const remove = async () => {
    const question = { title: `Delete the run “${name}”?`, message: 'Playing it again gives the same.', danger: true };
    if (!(await confirm({ ...question, confirmLabel: 'Delete' }))) return;
    await attempt(client().lab.remove({ id }));
    onChanged();
  };
  return (
    <tr aria-label={name}>
      <td>
        <Checkbox size="xs" aria-label={`Choose ${name}`} checked={isChosen} onChange={onChoose} />
      </td>
      <th scope="row" className={tables.name}>
        {typed === null ? (
          <AppLink to={paths.labRun(id)}>{name}</AppLink>
        ) : (
          <TextInput
            size="xs"
            aria-label={`New name of ${name}`}
            value={typed}
            autoFocus
            onChange={(event) => setTyped(event.currentTarget.value)}
            onBlur={() => void rename()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void rename();
              if (event.key === 'Escape') setTyped(null);
            }}
          />
        )}
      </th>
      <td className={tables.name}>{actionTypeName}</td>
      <td className={tables.name}>
        {axes.length > 0 ? axes.map(({ path }) => path).join(' × ') : counted(variantCount, 'variant')}
      </td>
      <td className={tables.figure}>{countText(trialCount)}</td>
      <td className={tables.figure}>{seed}</td>
      <td>{stateText(run)}</td>
      <td>{new Date(startedAt).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}</td>
      <td className={tables.buttons}>
        <Button variant="subtle" size="compact-xs" onClick={() => setTyped(name)}>
          Rename
        </Button>
        <Button variant="subtle" color="red" size="compact-xs" onClick={() => void remove()}>
          Delete
        </Button>
      </td>
    </tr>
  );
}
