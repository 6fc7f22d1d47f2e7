/** What the settings lead to, live while one types: when the API never connects, and apart from that in an outage to try out. */
import { useMemo } from 'react';
import type { ActionType, RetryPattern, Settings } from '../../../../shared/definitions.ts';
import { survivalSentences, worstCaseSentences } from '../../../../views/verdict/verdict.ts';
import { OutageRuler } from '../../chart/ruler/outage-ruler.tsx';
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
    <>
      <Section title="Verdict" aside="if the API never connects">
        {judged === null ? (
          <p className={formClasses.note}>The verdict returns once the fields beside it are valid.</p>
        ) : (
          <div className={classes.judged}>
            <Sentences sentences={worstCaseSentences(settings, judged)} />
            <VerdictRuler actionType={judged} settings={settings} />
          </div>
        )}
      </Section>
      {judged !== null && (
        <Section title="Outage" aside="if the API is down for a while">
          <div className={classes.judged}>
            <Sentences sentences={survivalSentences(settings, judged)} />
            <OutageRuler actionType={judged} settings={settings} />
          </div>
        </Section>
      )}
    </>
  );
}

function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className={classes.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
