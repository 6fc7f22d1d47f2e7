/** What stands beside a screen, or over it, while something is open in it: each has a file of its own. */
import { type ComponentType, useState } from 'react';
import { useIsRecording } from './client/record.ts';
import { type Part, part } from './components/part.tsx';
import { useDockedLesson } from './stores/lesson-view.ts';
import { useRecordingView } from './stores/recording-view.ts';
import { useShownLife } from './stores/shown-life.ts';
import { useView } from './stores/view.ts';

type NoProps = Record<never, never>;

/** Loaded when something is to be shown for the first time; from then on it knows by itself what to show, if anything. */
function aside(load: () => Promise<ComponentType<NoProps>>, useIsWanted: () => boolean): Part<NoProps> {
  const Loaded = part(load);
  function Aside() {
    const isWanted = useIsWanted();
    const [wasWanted, setWasWanted] = useState(isWanted);
    if (isWanted && !wasWanted) setWasWanted(true);
    return wasWanted && <Loaded />;
  }
  return Object.assign(Aside, { load: Loaded.load });
}

/** A life of a Lab run. */
export const LifePanel = aside(
  async () => (await import('./features/action/life-panel.tsx')).LifePanel,
  () => useShownLife() !== null,
);

/** It also gives back the eyes that a lesson lent, in a window that was loaded again after it. */
export const LessonDock = aside(
  async () => (await import('./features/lesson/lesson-dock.tsx')).LessonDock,
  () => {
    const isLent = useView(({ lent }) => lent !== null);
    return useDockedLesson() !== null || isLent;
  },
);

export const Recorder = aside(
  async () => (await import('./features/recorder/recorder.tsx')).Recorder,
  () => {
    const { speaking, isSaving } = useRecordingView();
    return useIsRecording() || speaking !== null || isSaving;
  },
);

export const RecordingPanel = aside(
  async () => (await import('./features/recorder/recording-panel.tsx')).RecordingPanel,
  () => useRecordingView().isOpen,
);

/** What is loaded once the first screen shows, after the screens. */
export const ASIDES_AHEAD = [LessonDock, Recorder, RecordingPanel, LifePanel] as const;
