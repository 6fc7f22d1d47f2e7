/** Where a lesson looks into somebody's inbox, this window looks as that person: until it looks elsewhere, ends, or is left. */
import { useEffect } from 'react';
import type { LessonState } from '../../../../shared/lesson-contract.ts';
import { lendEyes, takeEyesBack } from '../../stores/view.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** `null` where no lesson is open, or its dock is not. */
export function useLentEyes(lesson: LessonState | null): void {
  const user = useWorkspace(({ world }) => {
    const show = lesson?.show ?? null;
    return show !== null && 'inbox' in show && world?.users.has(show.inbox) ? show.inbox : null;
  });
  useEffect(() => {
    if (user === null) takeEyesBack();
    else lendEyes(user);
  }, [user]);
}
