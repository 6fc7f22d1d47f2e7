/** What is recommended, or that nothing keeps the limits and what comes nearest; its figures, its waits, and *Use these settings*. */
import type { Run } from '../../../../../shared/lab.ts';
import { variantName } from '../../../../../views/lab/change-words.ts';
import { waitsOf } from '../../../../../views/lab/configured-words.ts';
import { edgesOf } from '../../../../../views/lab/edge.ts';
import { hasGoal } from '../../../../../views/lab/recommend.ts';
import { figuresOf, GOAL_MISSING, NONE_KEEPS, SURENESS_WORDS } from '../../../../../views/lab/recommend-words.ts';
import { upperFirst } from '../../../../../views/words/figures.ts';
import { EdgeNote } from './edge-note.tsx';
import classes from './run.module.css';
import type { Choosing } from './use-choosing.ts';
import { UseSettings } from './use-settings.tsx';

interface RecommendAnswerProps {
  readonly run: Run;
  readonly choosing: Choosing;
  readonly onApplied: () => void;
}

export function RecommendAnswer({ run, choosing, onApplied }: RecommendAnswerProps) {
  const { limits, isWhole, cost, best, wish } = choosing;
  if (!isWhole) return null;
  if (!hasGoal(limits)) {
    return (
      <p role="status" className={classes.answer}>
        {GOAL_MISSING}
      </p>
    );
  }
  const variant = best === null ? undefined : run.variants[best.index];
  if (best === null || variant === undefined) return null;
  const figures = figuresOf(variant.measures, [...limits.map(({ measure }) => measure), cost]);
  // What is given stands below, where it is chosen.
  const chosen = variant.changes.filter(({ path }) => path !== wish.given?.path);
  const name = <strong>{upperFirst(variantName(chosen))}</strong>;
  return (
    <div className={classes.answer}>
      <p role="status">
        {best.sureness === 'none' ? (
          <>
            {NONE_KEEPS} The best tried: {name}.
          </>
        ) : (
          <>
            {name} {SURENESS_WORDS[best.sureness]}.
          </>
        )}
      </p>
      <ul className={classes.list}>
        {figures.map((figure) => (
          <li key={figure}>{figure}</li>
        ))}
        <li>It waits: {waitsOf(variant)}</li>
      </ul>
      {edgesOf(run.axes, variant.changes).map((edge) => (
        <EdgeNote key={edge.path} run={run} edge={edge} />
      ))}
      <UseSettings run={run} variant={variant} onApplied={onApplied} />
    </div>
  );
}
