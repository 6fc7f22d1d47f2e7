/** What a study comes to, what that rests on, and whether its settings are in use. */
import type { Run } from '../../../../../shared/lab.ts';
import { basisWords } from '../../../../../views/lab/assumptions.ts';
import { headlineOf } from '../../../../../views/lab/headline.ts';
import { Section } from '../../../components/section.tsx';
import { InUse } from './in-use.tsx';
import classes from './run.module.css';
import type { Choosing } from './use-choosing.ts';

export function InShort({ run, choosing }: { readonly run: Run; readonly choosing: Choosing }) {
  const { sentences, axes } = run;
  return (
    <Section title="In short">
      <div className={classes.headline}>
        {headlineOf(run, choosing.wish).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {sentences.length > 0 && axes.length === 0 && (
        <ul className={classes.sentences}>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <p className={classes.note}>{basisWords(run)}</p>
      <InUse run={run} />
    </Section>
  );
}
