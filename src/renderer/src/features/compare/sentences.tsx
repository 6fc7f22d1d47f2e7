/** The verdict of one side in sentences; those that the other side does not have are marked. */
import classes from './compare.module.css';

interface SentencesProps {
  readonly sentences: readonly string[];
  /** Of the other side; `null` while it has none. */
  readonly others: readonly string[] | null;
}

export function Sentences({ sentences, others }: SentencesProps) {
  return (
    <ul className={classes.sentences} aria-label="Verdict">
      {sentences.map((sentence) => (
        <li key={sentence}>
          {sentence}
          {others !== null && !others.includes(sentence) && <Differs />}
        </li>
      ))}
    </ul>
  );
}

/** Icon and word. */
export function Differs() {
  return (
    <span className={classes.differs}>
      <svg width="13" height="13" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M3 6h10M3 10h10M10.5 2.5l-5 11"
          fill="none"
          strokeWidth="1.7"
          strokeLinecap="round"
          stroke="currentColor"
        />
      </svg>
      differs
    </span>
  );
}
