/** Recording what is done, and the file that comes of it. */
import { useEffect, useState } from 'react';
import type { RecordingState } from '../../../shared/recorder-contract.ts';
import type { Expectable, SpokenStep } from '../../../shared/recording.ts';
import { saveFile } from '../components/save-file.ts';
import { navigate, paths, shownPath, shownQuery } from '../stores/address.ts';
import { showRecordedSteps } from '../stores/recording-view.ts';
import { shownAt } from '../stores/shown-here.ts';
import { useWorkspace, type WorkspaceState, workspace } from '../stores/workspace.ts';
import { attempt, showDone } from './act.ts';
import { client } from './client.ts';
import { openFile } from './open-scenario.ts';

const isRecordingIn = ({ clock }: WorkspaceState) => clock !== null && clock.recordedCount !== null;

export const useIsRecording = (): boolean => useWorkspace(isRecordingIn);
export const isRecording = (): boolean => isRecordingIn(workspace.getState());

/** Records from here on. */
export async function beginRecording(): Promise<void> {
  if ((await attempt(client().recorder.begin())) === null) return;
  showDone('Recording: what you do from here on becomes steps.');
}

export async function endRecording(): Promise<void> {
  if ((await attempt(client().recorder.end())) !== null) showRecordedSteps(false);
}

/** Adds what is said, or says a step that was added before in other words; true where that went well. */
export async function saidHere(step: SpokenStep, before: { readonly id: number } | null): Promise<boolean> {
  const { add, reword } = client().recorder;
  return (await attempt(before === null ? add({ step }) : reword({ id: before.id, step }))) !== null;
}

/** Has the lesson look at what is on screen. */
export async function showHere(): Promise<void> {
  const show = shownAt(shownPath(), shownQuery());
  if (show !== null && (await saidHere({ show }, null))) showDone('The lesson shows this screen here.');
}

/** Adds a step that expects what is so now. */
export async function expectThis(of: Expectable, field: string): Promise<void> {
  const added = await attempt(client().recorder.expect({ of, field }));
  if (added !== null) showDone(`Recorded: ${added.sentence}`);
}

export async function removeStep(id: number): Promise<void> {
  await attempt(client().recorder.remove({ id }));
}

export interface RecordingHead {
  readonly title: string;
  readonly summary?: string | undefined;
  readonly tags?: string[] | undefined;
  readonly isLesson: boolean;
}

/** Hands out the file of what was recorded and opens it in the player, as a workspace of its own; true where that went well. */
export async function saveRecording(head: RecordingHead): Promise<boolean> {
  const file = await attempt(client().recorder.file(head));
  if (file === null) return false;
  saveFile(file.fileName, file.text);
  if (isRecording()) await endRecording();
  const isOpen = await openFile(file);
  if (!isOpen || !head.isLesson) navigate(paths.scenarios);
  return true;
}

/** The recording so far, again whenever something was added to it or the clock was moved; `null` until it is there. */
export function useRecording(): RecordingState | null {
  const [recording, setRecording] = useState<RecordingState | null>(null);
  const news = useWorkspace(({ clock }) =>
    clock === null || clock.recordedCount === null ? null : `${clock.recordedCount} ${clock.playing ? '' : clock.now}`,
  );
  useEffect(() => {
    let isCurrent = true;
    const learn = async () => {
      const state = news === null ? null : await client().recorder.state();
      if (isCurrent) setRecording(state);
    };
    // Whatever is recorded next asks again; that the connection is lost is said elsewhere.
    learn().catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [news]);
  return recording;
}
