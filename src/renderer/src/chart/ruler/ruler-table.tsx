/** The ruler as a table: the same instants, to read and to copy. */
import type { Outage } from '../../../../views/verdict/outage.ts';
import { sinceLaunch } from '../../../../views/words/time-words.ts';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import type { RulerModel } from './ruler-model.ts';
import { type RulerFact, rulerFacts } from './ruler-words.ts';

interface RulerTableProps {
  readonly name: string;
  readonly model: RulerModel;
  readonly outage: Outage | null;
}

const COLUMNS: readonly PlainColumn<RulerFact>[] = [
  { key: 'at', header: 'Since launch', width: 130, render: ({ at }) => sinceLaunch(at) },
  { key: 'words', header: 'What happens if no call connects', render: ({ words }) => words },
];

export function RulerTable({ name, model, outage }: RulerTableProps) {
  const facts = rulerFacts(model, outage);
  return (
    <PlainTable
      label={name}
      columns={COLUMNS}
      rows={facts}
      rowKey={({ at, words }) => `${at} ${words}`}
      isTight
      maxHeight={260}
    />
  );
}
