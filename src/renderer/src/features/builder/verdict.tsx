/** What the settings lead to when the API never connects, live while one types: a ruler, an outage to try out, sentences. */
import { useMemo } from 'react';
import type { ActionType, RetryPattern, Settings } from '../../../../shared/definitions.ts';
import { verdictSentences } from '../../../../views/verdict/verdict.ts';
import { VerdictRuler } from '../../chart/ruler/verdict-ruler.tsx';
import { Section } from '../../components/section.tsx';
import formClasses from '../../form/form.module.css';
import classes from './builder.module.css';

interface VerdictProps {
  readonly actionType: ActionType;
  readonly settings: Settings;
  /** The pattern in the form; `null` while something in it is wrong. */
  readonly pattern: RetryPattern | null;
}

export function Verdict({ actionType, settings, pattern }: VerdictProps) {
  const judged = useMemo(() => (pattern === null ? null : { ...actionType, retry: pattern }), [actionType, pattern]);
  return (
    <Section title="Verdict" aside="if the API never connects">
      {judged === null ? (
        <p className={formClasses.note}>The verdict returns once the fields beside it are valid.</p>
      ) : (
        <div className={classes.judged}>
          <VerdictRuler actionType={judged} settings={settings} />
          <ul className={classes.sentences}>
            {verdictSentences(settings, judged).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
