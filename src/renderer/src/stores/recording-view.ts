/** What of a recording is open in this window: the steps so far, what is being said, where it is being saved. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SpokenStep } from '../../../shared/recording.ts';

/** What a person says in a dialog of its own. */
export const SPOKEN_KINDS = ['say', 'chapter', 'ask'] as const;
export type SpokenKind = (typeof SPOKEN_KINDS)[number];

/** A step that is being said: a new one, or another wording of the one with this id. */
export interface Speaking {
  readonly kind: SpokenKind;
  readonly before: { readonly id: number; readonly step: SpokenStep } | null;
}

interface RecordingView {
  /** Whether the steps so far stand beside the screen. */
  readonly isOpen: boolean;
  readonly speaking: Speaking | null;
  readonly isSaving: boolean;
}

const recordingView = createStore<RecordingView>(() => ({ isOpen: false, speaking: null, isSaving: false }));

export const useRecordingView = (): RecordingView => useStore(recordingView);
export const showRecordedSteps = (isOpen: boolean): void => recordingView.setState({ isOpen });
export const speak = (kind: SpokenKind, before: Speaking['before'] = null): void =>
  recordingView.setState({ speaking: { kind, before } });
export const stopSpeaking = (): void => recordingView.setState({ speaking: null });
/** Asks what to call what was recorded, or all that was done so far. */
export const askToSave = (): void => recordingView.setState({ isSaving: true });
export const stopSaving = (): void => recordingView.setState({ isSaving: false });
