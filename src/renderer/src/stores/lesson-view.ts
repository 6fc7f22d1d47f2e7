/** How this window looks at the lesson that is open: in its dock or not, and what it shows beside it. Kept for a reload. */
import { useStore } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import type { LessonState } from '../../../shared/lesson-contract.ts';
import { useWorkspace, workspace } from './workspace.ts';

interface LessonView {
  /** The workspace whose lesson was left, by its id: its dock is closed. */
  readonly leftIn: string | null;
  /** Whether what the simulator knows of what comes shows in a lesson too. */
  readonly showsWhatComes: boolean;
  /** Whether the steps of the lesson show, which are for its author. */
  readonly showsSteps: boolean;
}

const FRESH: LessonView = { leftIn: null, showsWhatComes: false, showsSteps: false };

export const lessonView = createStore<LessonView>()(
  persist((): LessonView => FRESH, { name: 'trigger-lab:lesson', storage: createJSONStorage(() => sessionStorage) }),
);

export function useLessonView<T>(select: (state: LessonView) => T): T {
  return useStore(lessonView, select);
}

/** The lesson whose dock is open; `null` where none is. */
export function useDockedLesson(): LessonState | null {
  const lesson = useWorkspace((state) => state.lesson);
  const id = useWorkspace((state) => state.workspace.id);
  const leftIn = useLessonView((view) => view.leftIn);
  return leftIn === id ? null : lesson;
}

/** The same for what does not render. */
export function dockedLesson(): LessonState | null {
  const { lesson, workspace: open } = workspace.getState();
  return lessonView.getState().leftIn === open.id ? null : lesson;
}

/** Whether nothing may show of what comes, for a class is to guess it. */
export function useHidesWhatComes(): boolean {
  const isInLesson = useDockedLesson() !== null;
  const showsWhatComes = useLessonView((view) => view.showsWhatComes);
  return isInLesson && !showsWhatComes;
}

/** Closes the dock; the lesson stays where it is. */
export const leaveLesson = () => lessonView.setState({ leftIn: workspace.getState().workspace.id });
/** Opens the dock again. */
export const continueLesson = () => lessonView.setState({ leftIn: null });
/** As a class sees a lesson at its beginning. */
export const beginAfresh = () => lessonView.setState(FRESH);
