/** The ordinary screens follow the lesson: with each of its steps the window goes where it looks. */
import { useEffect, useRef } from 'react';
import type { LessonState } from '../../../../shared/lesson-contract.ts';
import { lookWhereItLooks } from '../../client/lesson.ts';
import { useWorkspace } from '../../stores/workspace.ts';

/** What a step of the lesson, or a return to its path, changes. */
interface Place {
  readonly id: string;
  readonly step: number;
  readonly isLeft: boolean;
}

/** Follows as long as it is mounted; a window that was just opened stays where its address leads. */
export function useFollowLesson({ step }: LessonState): void {
  const id = useWorkspace((state) => state.workspace.id);
  const isLeft = useWorkspace((state) => state.player?.isLeft === true);
  const before = useRef<Place | null>(null);
  useEffect(() => {
    const { current: known } = before;
    before.current = { id, step, isLeft };
    if (known?.id !== id) return;
    const hasReturned = known.isLeft && !isLeft;
    if (known.step !== step || hasReturned) lookWhereItLooks();
  }, [id, step, isLeft]);
}
