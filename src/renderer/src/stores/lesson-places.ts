/** As which workspace each lesson was opened on this machine: starting it again replaces that one, and no other. */
import { createJSONStorage, persist } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';

interface LessonPlaces {
  /** The workspace's id by the lesson's. */
  readonly places: Readonly<Record<string, string>>;
}

const store = createStore<LessonPlaces>()(
  persist((): LessonPlaces => ({ places: {} }), {
    name: 'trigger-lab:lesson-places',
    storage: createJSONStorage(() => localStorage),
  }),
);

/** `null` where it was never opened here. */
export const placeOf = (lessonId: string): string | null => store.getState().places[lessonId] ?? null;

export const rememberPlace = (lessonId: string, workspaceId: string): void => {
  store.setState(({ places }) => ({ places: { ...places, [lessonId]: workspaceId } }));
};
