/** Reads out what is pointed at: a mark, or the marks of a cluster as a list. */
import { describeDuration } from '../../../../../shared/duration.ts';
import { type Repeated, withoutRepeats } from '../../../../../views/timeline/clusters.ts';
import type { Mark } from '../../../../../views/timeline/mark.ts';
import type { MarkBox } from '../../../../../views/timeline/mark-boxes.ts';
import { InstantText } from '../../../components/instant-text.tsx';
import { clusterInWords } from './cluster-style.ts';
import classes from './timeline.module.css';

/** A longer list is set in columns, without the sentences. */
const LONGEST_IN_FULL = 6;

interface ReadoutProps {
  readonly box: MarkBox | undefined;
  /** The one of the box's marks that is meant. */
  readonly mark: Mark | undefined;
}

export function Readout({ box, mark }: ReadoutProps) {
  return (
    <div className={classes.readout} aria-live="polite">
      {box === undefined ? (
        <span className={classes.hint}>Point at a mark, or step through them with the arrow keys.</span>
      ) : mark === undefined ? (
        <ClusterReadout box={box} />
      ) : (
        <MarkReadout mark={mark} box={box} />
      )}
    </div>
  );
}

function MarkReadout({ mark, box: { marks } }: { readonly mark: Mark; readonly box: MarkBox }) {
  return (
    <p className={classes.line}>
      <When from={mark.from} to={mark.to} />
      {marks.length > 1 && (
        <span className={classes.hint}>
          {marks.indexOf(mark) + 1} of {marks.length}
        </span>
      )}
      <b>{mark.title}</b>
      <span>{mark.text}</span>
    </p>
  );
}

function ClusterReadout({ box: { marks, from, to } }: { readonly box: MarkBox }) {
  const lines = withoutRepeats(marks);
  const isLong = lines.length > LONGEST_IN_FULL;
  return (
    <>
      <p className={classes.line}>
        <When from={from} to={to} />
        <b>{clusterInWords(marks)}</b>
        <span className={classes.hint}>↓ reads them one by one.</span>
      </p>
      <ol className={isLong ? classes.columns : classes.list}>
        {lines.map((line) => (
          <Line key={line.mark.id} line={line} isShort={isLong} />
        ))}
      </ol>
    </>
  );
}

function Line({ line: { mark, count }, isShort }: { readonly line: Repeated; readonly isShort: boolean }) {
  return (
    <li className={classes.line}>
      <span className={classes.when}>
        <InstantText at={mark.from} />
      </span>
      <span>
        {mark.title}
        {count > 1 && ` ×${count}`}
      </span>
      {!isShort && <span className={classes.hint}>{mark.text}</span>}
    </li>
  );
}

function When({ from, to }: Pick<Mark, 'from' | 'to'>) {
  return (
    <span className={classes.when}>
      <InstantText at={from} />
      {to === null && ' – now'}
      {to !== null && to !== from && (
        <>
          {' – '}
          <InstantText at={to} /> ({describeDuration(to - from)})
        </>
      )}
    </span>
  );
}
