/** Every response that reached the Action's callback, and what became of it (R25–R30). */
import { useMemo, useState } from 'react';
import { UNHEEDED_KEPT } from '../../../../engine/response/unheeded.ts';
import { counted } from '../../../../shared/counted.ts';
import type { Fact, FactOf } from '../../../../shared/facts.ts';
import type { Action } from '../../../../shared/model.ts';
import { WORDS } from '../../../../shared/word-table.ts';
import { isType } from '../../../../views/facts.ts';
import { toneOf } from '../../../../views/timeline/entries.ts';
import { whyResponse } from '../../../../views/why/response.ts';
import { upperFirst } from '../../../../views/words/figures.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { Why } from '../../components/why.tsx';
import { useFacts, useWorkspace } from '../../stores/workspace.ts';
import { DataTable } from '../../table/data-table.tsx';
import { JsonBlock } from './json-block.tsx';
import classes from './records.module.css';

type Received = FactOf<'responseReceived'>;
interface Row {
  readonly number: number;
  readonly fact: Received;
}

export function Responses({ action }: { readonly action: Action }) {
  const facts = useFacts(action.ref);
  const factCount = facts.length;
  const rows = useMemo(() => responsesOf(facts.slice(0, factCount)), [facts, factCount]);
  const [openNumber, setOpenNumber] = useState<number | null>(null);
  const open = rows.find((row) => row.number === openNumber);
  return (
    <>
      {action.unheededResponses > 0 && <p className={classes.unheeded}>{unheededInWords(action)}</p>}
      <DataTable
        label="Responses"
        rows={rows}
        columns={COLUMNS}
        rowKey={keyOf}
        rowName={nameOf}
        onOpen={({ number }) => setOpenNumber((before) => (before === number ? null : number))}
        {...(open ? { selected: new Set([keyOf(open)]) } : {})}
        maxHeight="398px"
        empty={<EmptyState sentence={emptySentence(action)} />}
      />
      {open && (
        <section className={classes.details} aria-label={nameOf(open)}>
          <JsonBlock
            title={open.fact.cutFromBytes === undefined ? 'Body' : beginningInWords(open.fact.cutFromBytes)}
            value={open.fact.body ?? 'It could not be read as a response.'}
          />
        </section>
      )}
    </>
  );
}

const COLUMNS = [
  { key: 'number', header: '#', width: 42, align: 'right' as const, render: ({ number }: Row) => number },
  { key: 'at', header: 'At', width: 120, render: ({ fact }: Row) => <InstantText at={fact.at} /> },
  {
    key: 'verdict',
    header: 'Verdict',
    width: 240,
    render: ({ fact }: Row) => <Verdict fact={fact} />,
  },
  {
    key: 'body',
    header: 'Body',
    render: ({ fact }: Row) =>
      fact.body === null ? (
        <span className={classes.note}>{fact.verdict === 'malformed' ? 'not a response' : '–'}</span>
      ) : (
        <code>{JSON.stringify(fact.body)}</code>
      ),
  },
  { key: 'http', header: 'HTTP', width: 68, align: 'right' as const, render: ({ fact }: Row) => fact.httpStatus },
];

const CLASSES = { good: classes.good, warning: classes.bad, bad: classes.bad, none: undefined } as const;

function Verdict({ fact }: { readonly fact: Received }) {
  const world = useWorkspace((state) => state.world);
  return (
    <span className={classes.explained}>
      <span className={CLASSES[toneOf(fact) ?? 'none']}>{upperFirst(WORDS.verdict[fact.verdict].noun)}</span>
      <Why of={world && whyResponse(world, fact)} compact />
    </span>
  );
}

const keyOf = ({ number }: Row) => String(number);
const nameOf = ({ number }: Row) => `Response ${number}`;

function responsesOf(facts: readonly Fact[]): Row[] {
  return facts.filter(isType('responseReceived')).map((fact, index) => ({ number: index + 1, fact }));
}

/** *25 responses changed nothing; the last 20 of them are kept.* */
function unheededInWords({ unheededResponses: count }: Action): string {
  const changed = `${counted(count, 'response')} changed nothing`;
  return count <= UNHEEDED_KEPT ? `${changed}.` : `${changed}; the last ${UNHEEDED_KEPT} of them are kept.`;
}

const beginningInWords = (bytes: number) => `Beginning of a body of ${bytes.toLocaleString('en')} bytes`;

function emptySentence({ phase, token }: Action): string {
  if (token === undefined) return 'This Action expects no response: people do it by hand.';
  return phase === 'awaiting response' ? 'No response yet.' : 'No response came.';
}
