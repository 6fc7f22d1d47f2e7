/** The verdict of one side in sentences, story by story; those that the other side does not have are marked. */

import { STORIES, STORY_WORDS, type Story } from '../../../../views/compare/stories.ts';
import classes from './compare.module.css';

/** The sentences of one side. */
export type Told = Readonly<Record<Story, readonly string[]>>;

interface SentencesProps {
  readonly sentences: Told;
  /** Of the other side; `null` while it has none. */
  readonly others: Told | null;
}

export function Sentences({ sentences, others }: SentencesProps) {
  return (
    <div className={classes.verdict}>
      {STORIES.map((story) => (
        <div key={story}>
          <h3 className={classes.story}>{STORY_WORDS[story]}</h3>
          <ul className={classes.sentences} aria-label={`Verdict, ${STORY_WORDS[story]}`}>
            {sentences[story].map((sentence) => (
              <li key={sentence}>
                <span className={classes.sentence}>
                  <span>{sentence}</span>
                  {others !== null && !others[story].includes(sentence) && <Differs />}
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

/** Icon and word. */
function Differs() {
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
