/** The boxes on the right of the stage: what the Case owner was told, and with whom the Action is. */
import type { ReactNode } from 'react';
import type { Action } from '../../../../../shared/model.ts';
import { toldOf, workOf } from '../../../../../views/stage/people-of.ts';
import { type About, aboutNotified } from '../../../components/about.ts';
import { InstantText } from '../../../components/instant-text.tsx';
import { useCase, useFacts } from '../../../stores/workspace.ts';
import classes from './stage.module.css';

export function OwnerBox({ action }: { readonly action: Action }) {
  const told = toldOf(action, useFacts(action.ref));
  const owner = useCase(action.caseRef)?.owner;
  return (
    <Box
      title="Case owner"
      about={aboutNotified(owner ?? null)}
      isQuiet={told.length === 0}
      who={owner ?? null}
      area="owner"
    >
      {told.length === 0 && <p>told of nothing</p>}
      {told.map(({ at, owner: whom, that }) => (
        <p key={at}>
          {whom === owner ? '' : `${whom} was `}told at <InstantText at={at} /> that {that}
        </p>
      ))}
    </Box>
  );
}

export function WorkBox({ action }: { readonly action: Action }) {
  const { who, how } = workOf(action);
  return (
    <Box title="Work" isQuiet={action.phase !== 'manual'} who={who} area="work">
      {how !== null && <p>{how}</p>}
    </Box>
  );
}

interface BoxProps {
  readonly title: string;
  readonly who: string | null;
  /** Nothing is the matter. */
  readonly isQuiet: boolean;
  readonly about?: About;
  readonly area: 'owner' | 'work';
  readonly children: ReactNode;
}

function Box({ title, who, isQuiet, about, area, children }: BoxProps) {
  return (
    <section aria-label={title} {...about} className={classes.box} data-area={area} data-quiet={isQuiet || undefined}>
      <h2 className={classes.boxTitle}>{title}</h2>
      {who !== null && <p className={classes.who}>{who}</p>}
      {children}
    </section>
  );
}
