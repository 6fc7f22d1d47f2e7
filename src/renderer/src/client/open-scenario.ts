/** Opening scenarios: of the library, or a file of one's own, whose problems are shown in its text. */
import { ORPCError } from '@orpc/client';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { workspace } from '../stores/workspace.ts';
import { attempt, showDone } from './act.ts';
import { client } from './client.ts';

export interface FileProblem {
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

interface ScenarioFile {
  readonly fileName: string;
  readonly text: string;
}

export interface BadFile extends ScenarioFile {
  readonly problems: readonly FileProblem[];
}

interface OpenedFile extends ScenarioFile {
  /** The workspace that it was opened as. */
  readonly workspaceId: string;
}

interface OpenedState {
  /** The file that was opened last in this window, so that it can be opened again. */
  readonly file: OpenedFile | null;
  /** The file that could not be opened. */
  readonly bad: BadFile | null;
}

const opened = createStore<OpenedState>(() => ({ file: null, bad: null }));

export const useBadFile = (): BadFile | null => useStore(opened, ({ bad }) => bad);
/** The file that the workspace with this id was opened from, if it was the last one; `null` otherwise. */
export const useOpenedFile = (workspaceId: string): ScenarioFile | null =>
  useStore(opened, ({ file }) => (file?.workspaceId === workspaceId ? file : null));
export const forgetBadFile = () => opened.setState({ bad: null });

/** Where it goes: a workspace of its own, or, to start it again, the place of the current one. */
interface Place {
  readonly keepsCurrent?: boolean;
  /** What one looks at next says it well enough. */
  readonly isSilent?: boolean;
}

/** Opens a scenario of the library as a workspace; true where that went well. */
export async function openLibrary(
  id: string,
  title: string,
  { keepsCurrent = true, isSilent = false }: Place = {},
): Promise<boolean> {
  const done = await attempt(client().scenarios.open({ id, keepsCurrent }));
  if (done === null) return false;
  opened.setState({ file: null, bad: null });
  if (!isSilent) showDone(`“${title}” is open as the workspace.`);
  return true;
}

/** Opens a file's text as a workspace; true where that went well. What is wrong with it is kept for the list of problems. */
export async function openFile(file: ScenarioFile, { keepsCurrent = true }: Place = {}): Promise<boolean> {
  const opening = client()
    .scenarios.openText({ ...file, keepsCurrent })
    .catch((error: unknown) => {
      const problems = problemsOf(error);
      if (problems === null) throw error;
      opened.setState({ bad: { ...file, problems } });
      return null;
    });
  if ((await attempt(opening)) === null) return false;
  opened.setState({ file: { ...file, workspaceId: workspace.getState().workspace.id }, bad: null });
  showDone(`${file.fileName} is open as the workspace.`);
  return true;
}

function problemsOf(error: unknown): readonly FileProblem[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'INVALID_FILE') return null;
  return (error.data as { readonly problems: readonly FileProblem[] }).problems;
}

/** More would not cross the wire. */
const MAX_CHARACTERS = 10_000_000;

/** Reads and opens a file that was chosen or dropped. */
export async function openChosen(file: File): Promise<void> {
  const text = await attempt(readText(file));
  if (text !== null) await openFile({ fileName: file.name, text });
}

/** The text of a file that was chosen; throws a sentence where it is none. */
export async function readText(file: File): Promise<string> {
  const tooLarge = new Error(`${file.name} is too large: a scenario file has at most 10 million characters.`);
  if (file.size > 4 * MAX_CHARACTERS) throw tooLarge;
  const bytes = await file.arrayBuffer();
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${file.name} is not UTF-8 text, as a scenario file must be.`, { cause });
  }
  if (text.length > MAX_CHARACTERS) throw tooLarge;
  return text;
}
