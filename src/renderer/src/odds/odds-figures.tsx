/** What came of the lives: how they end, who gets the work, until when they succeed. */
import type { Allocated } from '../../../engine/people/allocation.ts';
import type { Odds, OddsQuestion } from '../../../lab/odds.ts';
import type { Ending } from '../../../shared/lab.ts';
import { intervalText, measureText } from '../../../views/words/figure-text.ts';
import { Swatch } from '../chart/legend.tsx';
import { PlainTable } from '../table/plain-table.tsx';
import { ENDING_STYLES, type EndingStyle } from '../theme/endings.ts';
import classes from './odds.module.css';
import { behindOdds, successSentences, whoGets } from './odds-words.ts';

interface OddsFiguresProps {
  readonly odds: Odds;
  /** What it is of. */
  readonly question: OddsQuestion;
  /** Who gets what is handed to people. */
  readonly allocated: Allocated;
}

export function OddsFigures({ odds, question, allocated }: OddsFiguresProps) {
  const { outcomes, playedCount } = odds;
  const present = ENDING_STYLES.filter(({ ending }) => outcomes[ending].share > 0);
  return (
    <>
      {/* The table below says the same in figures. */}
      <div className={classes.bar} aria-hidden="true">
        {present.map(({ ending, fill }) => (
          <span key={ending} style={{ flexGrow: outcomes[ending].share, background: fill }} />
        ))}
      </div>
      <PlainTable
        label="Odds"
        isTight
        rows={present}
        rowKey={({ ending }) => ending}
        columns={[
          {
            key: 'ending',
            header: 'How it ends',
            isName: true,
            render: ({ ending, fill }) => <EndingWord ending={ending} fill={fill} />,
          },
          { key: 'who', header: 'Who gets the work', render: ({ ending }) => whoGets(ending, allocated) },
          {
            key: 'share',
            header: 'Odds',
            align: 'right',
            render: ({ ending }) => <Share outcome={outcomes[ending]} />,
          },
        ]}
      />
      <ul className={classes.sentences}>
        {successSentences(odds).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <p className={classes.note}>{behindOdds(playedCount, question)}</p>
    </>
  );
}

function EndingWord({ ending, fill }: Pick<EndingStyle, 'ending' | 'fill'>) {
  return (
    <span className={classes.ending}>
      <Swatch colour={fill} />
      {ending}
    </span>
  );
}

function Share({ outcome: { share, low, high } }: { readonly outcome: Odds['outcomes'][Ending] }) {
  return (
    <>
      <b>{measureText('share', share)}</b>
      <span className={classes.interval}>{intervalText('share', { value: share, low, high })}</span>
    </>
  );
}
