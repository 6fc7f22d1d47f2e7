/** Every response that reached the Action's callback, and what became of it (R25–R30). */
import { useMemo } from 'react';
import type { ActionFact, Fact, ResponseVerdict } from '../../../../shared/facts.ts';
import type { Action } from '../../../../shared/model.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { useFacts } from '../../stores/workspace.ts';
import classes from './records.module.css';

type Received = Extract<ActionFact, { type: 'responseReceived' }>;
interface Row {
  readonly number: number;
  readonly fact: Received;
}

const VERDICTS: Record<ResponseVerdict, string> = {
  accepted: 'Accepted: it decided the Action',
  duplicate: 'Repeated: the same was accepted before, nothing changed',
  conflicting: 'Refused: another response decided before',
  late: 'Refused as late: the Action no longer waited for one',
  malformed: 'Refused: its body could not be read',
  'wrong token': 'Refused: the token is not this Action’s',
};

export function Responses({ action }: { readonly action: Action }) {
  const facts = useFacts(action.ref);
  const factCount = facts.length;
  const rows = useMemo(() => responsesOf(facts.slice(0, factCount)), [facts, factCount]);
  return (
    <DataTable
      label="Responses"
      rows={rows}
      columns={COLUMNS}
      rowKey={keyOf}
      rowName={nameOf}
      maxHeight="398px"
      empty={<EmptyState sentence={emptySentence(action)} />}
    />
  );
}

const COLUMNS = [
  { key: 'number', header: '#', width: 52, align: 'right' as const, render: ({ number }: Row) => number },
  { key: 'at', header: 'At', width: 130, render: ({ fact }: Row) => <InstantText at={fact.at} /> },
  {
    key: 'verdict',
    header: 'Verdict',
    render: ({ fact }: Row) => (
      <span className={fact.verdict === 'accepted' ? classes.good : fact.verdict === 'duplicate' ? '' : classes.bad}>
        {VERDICTS[fact.verdict]}
      </span>
    ),
  },
  {
    key: 'body',
    header: 'Body',
    render: ({ fact }: Row) =>
      fact.body === null ? (
        <span className={classes.note}>{fact.verdict === 'malformed' ? 'not a response' : '–'}</span>
      ) : (
        <code title={JSON.stringify(fact.body, null, 2)}>{JSON.stringify(fact.body)}</code>
      ),
  },
  { key: 'http', header: 'HTTP', width: 68, align: 'right' as const, render: ({ fact }: Row) => fact.httpStatus },
];

const keyOf = ({ number }: Row) => String(number);
const nameOf = ({ number }: Row) => `Response ${number}`;

function responsesOf(facts: readonly Fact[]): Row[] {
  return facts
    .filter((fact) => fact.type === 'responseReceived')
    .map((fact, index) => ({ number: index + 1, fact: fact as Received }));
}

function emptySentence({ phase, token }: Action): string {
  if (token === undefined) return 'This Action awaits no response: people do it by hand.';
  return phase === 'awaiting response' ? 'No response yet.' : 'No response came.';
}
