/** What the settings lead to when the API never connects, live while one types. */
import { verdictSentences } from '../../../../engine/verdict.ts';
import type { ActionType, RetryPattern, Settings } from '../../../../shared/definitions.ts';
import { Section } from '../../components/section.tsx';
import classes from './builder.module.css';

interface VerdictProps {
  readonly actionType: ActionType;
  readonly settings: Settings;
  /** The pattern in the form; `null` while something in it is wrong. */
  readonly pattern: RetryPattern | null;
}

export function Verdict({ actionType, settings, pattern }: VerdictProps) {
  return (
    <Section title="Verdict" aside="if the API never connects">
      {pattern === null ? (
        <p className={classes.note}>The verdict is back as soon as the fields beside it are right.</p>
      ) : (
        <ul className={classes.sentences}>
          {verdictSentences(settings, { ...actionType, retry: pattern }).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
