/** After the answer: *Why?* of what has happened, in the arithmetic and the rules of the simulator. */
import { findAction } from '../../../../engine/decide.ts';
import type { LessonState } from '../../../../shared/lesson-contract.ts';
import type { Action } from '../../../../shared/model.ts';
import type { World } from '../../../../shared/world.ts';
import { whyAllocationNow, whyNextRetry, whyStatusNow } from '../../../../views/why/why.ts';
import { Why } from '../../components/why.tsx';
import { useWhatChanged } from '../../stores/what-changed.ts';
import { useWorld } from '../../stores/workspace.ts';
import classes from './lesson-dock.module.css';

export function WhyItHappened({ lesson }: { readonly lesson: LessonState }) {
  const world = useWorld();
  const { change } = useWhatChanged();
  const changed = change?.actions.map(({ ref }) => ref) ?? [];
  const action = actionOf(world, lesson, changed);
  if (action === undefined) return null;
  const { ref, phase } = action;
  const status = whyStatusNow(world, ref);
  const more = phase === 'manual' ? whyAllocationNow(world, ref) : whyNextRetry(world, ref);
  if (status === null && more === null) return null;
  return (
    <p className={classes.why}>
      {status !== null && (
        <span>
          {status.title} <Why of={status} />
        </span>
      )}
      {more !== null && (
        <span>
          {more.title} <Why of={more} />
        </span>
      )}
    </p>
  );
}

/** The Action that something has just happened to, else the one that the lesson looks at. */
function actionOf(world: World, { show }: LessonState, changed: readonly string[]): Action | undefined {
  const refs = [...changed, ...(show !== null && 'action' in show ? [show.action] : [])];
  return refs.map((ref) => findAction(world, ref)).find((action) => action !== undefined);
}
