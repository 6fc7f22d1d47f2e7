/** The figures of both sides with what differs; a table for each story. */

import type { Figure } from '../../../../views/compare/figures.ts';
import { STORIES, STORY_WORDS, type Story } from '../../../../views/compare/stories.ts';
import { Section } from '../../components/section.tsx';
import { type PlainColumn, PlainTable } from '../../table/plain-table.tsx';
import classes from './compare.module.css';

const columnsOf = (story: Story): readonly PlainColumn<Figure>[] => [
  { key: 'figure', header: STORY_WORDS[story], isName: true, width: '28%', render: ({ label }) => label },
  { key: 'A', header: 'A', width: '24%', render: ({ A }) => A },
  { key: 'B', header: 'B', width: '24%', render: ({ B }) => B },
  { key: 'difference', header: 'Difference', render: ({ difference }) => <Difference difference={difference} /> },
];

function Difference({ difference }: Pick<Figure, 'difference'>) {
  if (difference === null) return <span className={classes.same}>the same</span>;
  return <b className={classes.different}>{difference}</b>;
}

export function FiguresTable({ figures }: { readonly figures: readonly Figure[] }) {
  return (
    <Section title="Figures" aside="since launch" flush>
      {STORIES.map((story) => (
        <PlainTable
          key={story}
          className={classes.figures}
          label={`Figures, ${STORY_WORDS[story]}`}
          columns={columnsOf(story)}
          rows={figures.filter((figure) => figure.story === story)}
          rowKey={({ label }) => label}
        />
      ))}
    </Section>
  );
}
