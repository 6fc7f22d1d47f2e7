/** The process of a Case type as a list of steps: ordered, grouped, split by buttons, by Alt and the arrow keys, or by dragging. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useDragList } from '../../../components/drag-list.ts';
import { moveOfKey } from '../../../components/list-order.ts';
import formClasses from '../../../form/form.module.css';
import { useSettledWorld } from '../../../stores/settled.ts';
import { AddActionType } from './add-action-type.tsx';
import {
  type Edited,
  type Spot,
  type Steps,
  withAdded,
  withDropped,
  withGrouped,
  withRemoved,
  withSplitOff,
  withStepMoved,
} from './process-draft.ts';
import classes from './process-editor.module.css';
import { ProcessPreview } from './process-preview.tsx';
import { StepRow } from './step-row.tsx';

/** `0.1`: the second of those that start together in the first step. */
function spotIn(text: string | undefined): Spot | null {
  const [step, member] = (text ?? '').split('.').map(Number);
  return step === undefined || member === undefined ? null : { step, member };
}

interface ProcessEditorProps {
  readonly steps: Steps;
  readonly onChange: (steps: Steps) => void;
}

export function ProcessEditor({ steps, onChange }: ProcessEditorProps) {
  const world = useSettledWorld();
  const list = useRef<HTMLOListElement>(null);
  // The focus goes with what was moved.
  const [meant, setMeant] = useState<Spot | null>(null);
  useEffect(() => {
    if (meant === null) return;
    list.current?.querySelector<HTMLElement>(`[data-spot="${meant.step}.${meant.member}"]`)?.focus();
    setMeant(null);
  }, [meant]);

  const titleOf = (name: string) => world?.actionTypes.get(name)?.title ?? name;
  const edit = ({ steps: next, spot }: Edited) => {
    if (next !== steps) onChange(next);
    setMeant(spot);
  };
  const drag = useDragList(
    ({ id, onto, as }) => {
      const from = spotIn(id);
      if (from !== null) edit(withDropped(steps, from, { step: Number(onto), as }));
    },
    { canJoin: true },
  );

  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const handle = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-spot]') : null;
    const spot = spotIn(handle?.dataset.spot);
    if (spot === null) return;
    const by = moveOfKey(event);
    const key = `${event.altKey ? 'Alt ' : ''}${event.key}`;
    if (by !== null) edit(withStepMoved(steps, spot, by));
    else if (key === 'Alt ArrowLeft') edit(withGrouped(steps, spot));
    else if (key === 'Alt ArrowRight') edit(withSplitOff(steps, spot));
    else if (key === 'Delete') edit(withRemoved(steps, spot));
    else return;
    event.preventDefault();
  };

  return (
    <div className={formClasses.sections}>
      {steps.length === 0 ? (
        <p className={formClasses.note}>
          No steps yet: a Case of this type would start with nothing to do. Add the Action types in the order they come.
        </p>
      ) : (
        <>
          <ProcessPreview steps={steps} titleOf={titleOf} />
          <ol ref={list} className={classes.steps} aria-label="Steps" onKeyDown={onKeyDown}>
            {steps.map((names, step) => (
              <StepRow
                // Steps have no name of their own; what they hold may appear in several.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                key={step}
                step={step}
                names={names}
                titleOf={titleOf}
                drag={drag}
                onMove={(spot, by) => edit(withStepMoved(steps, spot, by))}
                onGroup={(spot) => edit(withGrouped(steps, spot))}
                onSplit={(spot) => edit(withSplitOff(steps, spot))}
                onRemove={(spot) => edit(withRemoved(steps, spot))}
              />
            ))}
          </ol>
        </>
      )}
      <AddActionType onAdd={(name) => onChange(withAdded(steps, name).steps)} />
      {steps.length > 0 && (
        <p className={formClasses.note}>
          Drag a handle onto a step to start together with it, or between steps. With the keyboard, on a handle: Alt ↑
          and Alt ↓ move, Alt ← groups with the previous step, Alt → splits off, Delete removes.
        </p>
      )}
    </div>
  );
}
