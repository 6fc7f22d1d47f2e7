/**
 * What stands beside a screen, or over it, while something is open in it: each has a file of its own. A lesson has none: it takes the
 * focus from what opened it, so it must be there at once.
 */
import { type ComponentType, useState } from 'react';
import { useIsRecording } from './client/record.ts';
import { type Part, part } from './components/part.tsx';
import { useAboutIsOpen } from './stores/about.ts';
import { useRecordingView } from './stores/recording-view.ts';
import { useShownLife } from './stores/shown-life.ts';

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

export const AboutDialog = aside(
  async () => (await import('./features/about/about.tsx')).AboutDialog,
  () => useAboutIsOpen(),
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
export const ASIDES_AHEAD = [Recorder, RecordingPanel, LifePanel, AboutDialog] as const;
