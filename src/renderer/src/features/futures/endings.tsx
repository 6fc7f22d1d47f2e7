/** How each Action stands at the end of two futures. Those that stand alike are left out. */
import type { FutureComparison, FutureEnding } from '../../../../shared/history-contract.ts';
import { describeRetries } from '../../../../views/words/call-words.ts';
import { ActionLink } from '../../components/action-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { InstantText } from '../../components/instant-text.tsx';
import { StatusChip } from '../../components/status-chip.tsx';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import classes from './futures.module.css';

interface Row {
  readonly ref: string;
  readonly title: string;
  readonly left: FutureEnding | undefined;
  readonly right: FutureEnding | undefined;
}

export function Endings({ comparison: { left, right } }: { readonly comparison: FutureComparison }) {
  const rows = rowsOf(left.endings, right.endings);
  if (rows.length === 0) return <EmptyState sentence="Every Action ends alike in both." />;
  return (
    <PlainTable
      label="How each Action ends"
      columns={columns(left.name, right.name)}
      rows={rows}
      rowKey={refOf}
      rowName={refOf}
    />
  );
}

const refOf = ({ ref }: Row) => ref;

function rowsOf(left: readonly FutureEnding[], right: readonly FutureEnding[]): Row[] {
  const byRef = new Map([...left, ...right].map(({ ref, title }) => [ref, title]));
  const of = (endings: readonly FutureEnding[], ref: string) => endings.find((ending) => ending.ref === ref);
  return [...byRef]
    .map(([ref, title]) => ({ ref, title, left: of(left, ref), right: of(right, ref) }))
    .filter((row) => shown(row.left) !== shown(row.right));
}

/** All that is told of an ending: what differs besides is nothing that one would see here. */
const shown = (ending: FutureEnding | undefined) => JSON.stringify(ending);

const columns = (left: string, right: string): readonly PlainColumn<Row>[] => [
  {
    key: 'action',
    header: 'Action',
    isName: true,
    render: ({ ref, title }) => (
      <>
        <ActionLink actionRef={ref}>{title}</ActionLink>
        <span className={classes.note}>{ref}</span>
      </>
    ),
  },
  { key: 'left', header: left, begins: true, render: (row) => <Ending ending={row.left} /> },
  { key: 'right', header: right, begins: true, render: (row) => <Ending ending={row.right} /> },
];

function Ending({ ending }: { readonly ending: FutureEnding | undefined }) {
  if (ending === undefined) return <span className={classes.note}>not launched</span>;
  const { status, resolutionMethod, reason, retryCount, maximum, at } = ending;
  return (
    <>
      <StatusChip status={status} resolutionMethod={resolutionMethod} full />
      <span className={classes.note}>
        {reason}, since <InstantText at={at} />.{retryCount > 0 && ` ${describeRetries(retryCount, maximum)}.`}
      </span>
    </>
  );
}
