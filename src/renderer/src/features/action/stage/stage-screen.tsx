/** The stage: an Action for a projector, with what a presenter changes below it; Esc leads back to its screen. */
import { useEffect } from 'react';
import { findAction } from '../../../../../engine/decide.ts';
import { AppLink } from '../../../components/app-link.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { IconClose } from '../../../components/icons.tsx';
import { isTyping } from '../../../components/typing.ts';
import { useWindowTitle } from '../../../components/window-title.ts';
import { navigate, paths } from '../../../stores/address.ts';
import { ProjectedOn } from '../../../stores/projection.ts';
import { useWorkspace } from '../../../stores/workspace.ts';
import classes from './stage.module.css';
import { StageControls } from './stage-controls.tsx';
import { StagePicture } from './stage-picture.tsx';

/** `reference`: of the Action; without a copy's number the newest one. */
export function StageScreen({ reference }: { readonly reference: string }) {
  const action = useWorkspace(({ world }) => (world === null ? undefined : findAction(world, reference)));
  const leave = () => navigate(paths.action(reference));
  useWindowTitle(action?.title ?? reference, 'Stage');
  useEscape(leave);
  if (action === undefined) {
    const [caseRef = ''] = reference.split('/');
    return (
      <section aria-label="Stage">
        <EmptyState
          sentence={`There is no Action ${reference} now: its Case has not reached it, or its name is different.`}
          action={<AppLink to={paths.case(caseRef)}>Open the Case {caseRef}</AppLink>}
        />
      </section>
    );
  }
  return (
    <ProjectedOn value="stage">
      <StagePicture key={action.ref} action={action} beside={<LeaveButton onClick={leave} />}>
        <StageControls action={action} />
      </StagePicture>
    </ProjectedOn>
  );
}

function LeaveButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <button
      type="button"
      aria-label="Leave stage"
      title="Leave stage (Esc)"
      className={classes.button}
      onClick={onClick}
    >
      <IconClose size={20} />
    </button>
  );
}

/** What is open on top of the stage closes first. */
function useEscape(leave: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event)) return;
      event.preventDefault();
      leave();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}
