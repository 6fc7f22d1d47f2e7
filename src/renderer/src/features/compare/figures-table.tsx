/** The figures of both sides with what differs. */

import { Section } from '../../components/section.tsx';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import classes from './compare.module.css';
import type { Figure } from './figures.ts';
import { Differs } from './sentences.tsx';

const COLUMNS: readonly PlainColumn<Figure>[] = [
  { key: 'figure', header: 'Figure', isName: true, render: ({ label }) => label },
  { key: 'A', header: 'A', render: ({ A }) => A },
  { key: 'B', header: 'B', render: ({ B }) => B },
  { key: 'difference', header: 'Difference', render: ({ difference }) => <Difference difference={difference} /> },
];

function Difference({ difference }: Pick<Figure, 'difference'>) {
  if (difference === null) return <span className={classes.same}>the same</span>;
  return (
    <>
      {difference}
      <Differs />
    </>
  );
}

export function FiguresTable({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <Section title="Figures" aside="if the API never connects; since launch" flush>
      <PlainTable label="Figures" columns={COLUMNS} rows={figures} rowKey={({ label }) => label} />
    </Section>
  );
}
