/** One step of the process: the Action types that start together in it, and what can be done with it. */
import { Button } from '@mantine/core';
import { AppLink } from '../../../components/app-link.tsx';
import type { DragList } from '../../../components/drag-list.ts';
import { IconButton } from '../../../components/icon-button.tsx';
import { IconClose, IconDown, IconUp } from '../../../components/icons.tsx';
import { paths } from '../../../stores/address.ts';
import type { Spot, Step } from './process-draft.ts';
import classes from './process-editor.module.css';

interface StepRowProps {
  /** From 0. */
  readonly step: number;
  readonly names: Step;
  readonly titleOf: (name: string) => string;
  readonly drag: DragList;
  readonly onMove: (spot: Spot, by: -1 | 1) => void;
  readonly onGroup: (spot: Spot) => void;
  readonly onSplit: (spot: Spot) => void;
  readonly onRemove: (spot: Spot) => void;
}

export function StepRow({ step, names, titleOf, drag, onMove, onGroup, onSplit, onRemove }: StepRowProps) {
  const first = { step, member: 0 };
  const isGroup = names.length > 1;
  const remove = (member: number) => (
    <IconButton
      name={`Remove ${titleOf(names[member] ?? '')}`}
      title="Remove from the process"
      icon={IconClose}
      onClick={() => onRemove({ step, member })}
    />
  );
  return (
    <li ref={drag.target(String(step))} className={classes.step} aria-label={`Step ${step + 1}`}>
      <span className={classes.number} aria-hidden="true">
        {step + 1}
      </span>
      <ul className={classes.members} aria-label={isGroup ? 'These start together' : 'This starts alone'}>
        {names.map((name, member) => (
          // The same Action type may appear here twice.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={member} className={classes.member}>
            <button
              type="button"
              className={classes.handle}
              ref={drag.handle(`${step}.${member}`)}
              data-spot={`${step}.${member}`}
              aria-label={`Place of ${titleOf(name)}`}
              title="Drag, or press Alt and an arrow key"
            />
            <AppLink
              to={paths.builderActionType(name)}
              underline="hover"
              className={classes.title}
              title={titleOf(name)}
            >
              {titleOf(name)}
            </AppLink>
            {titleOf(name) !== name && <span className={classes.name}>{name}</span>}
            <span className={classes.memberVerbs}>
              {isGroup && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  title="Starts after the others, as a step of its own"
                  onClick={() => onSplit({ step, member })}
                >
                  Split off
                </Button>
              )}
              {isGroup && remove(member)}
            </span>
          </li>
        ))}
      </ul>
      <span className={classes.verbs}>
        {step > 0 && (
          <Button
            variant="subtle"
            size="compact-xs"
            title={`Starts together with step ${step}`}
            onClick={() => onGroup(first)}
          >
            Group with previous
          </Button>
        )}
        <IconButton name="Move up" icon={IconUp} onClick={() => onMove(first, -1)} />
        <IconButton name="Move down" icon={IconDown} onClick={() => onMove(first, 1)} />
        {!isGroup && remove(0)}
      </span>
    </li>
  );
}
