/** Opening scenarios: of the library, or a file of one's own, whose problems are shown in its text. */
import { ORPCError } from '@orpc/client';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { navigate, paths } from '../stores/address.ts';
import { workspace } from '../stores/workspace.ts';
import { attempt, showDone } from './act.ts';
import { chooseFiles } from './choose-files.ts';
import { client } from './client.ts';

/** What a choice of files is narrowed down to: scenarios, what they include, and their tables of examples. */
export const SCENARIO_FILES = '.yaml,.yml,.json,.csv';

export interface FileProblem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly path: string;
  readonly message: string;
}

export interface ScenarioFile {
  readonly fileName: string;
  readonly text: string;
}

/** One scenario, and what it includes. */
type ScenarioFiles = readonly [ScenarioFile, ...ScenarioFile[]];

export interface BadFiles {
  readonly files: ScenarioFiles;
  readonly problems: readonly FileProblem[];
}

interface OpenedState {
  /** The files that were opened last in this window, so that they can be opened again, and the workspace that they were opened as. */
  readonly last: { readonly files: ScenarioFiles; readonly workspaceId: string } | null;
  /** The files that could not be opened. */
  readonly bad: BadFiles | null;
}

const opened = createStore<OpenedState>(() => ({ last: null, bad: null }));

export const useBadFiles = (): BadFiles | null => useStore(opened, ({ bad }) => bad);
/** The files that the workspace with this id was opened from, if they were the last ones; `null` otherwise. */
export const useOpenedFiles = (workspaceId: string): ScenarioFiles | null =>
  useStore(opened, ({ last }) => (last?.workspaceId === workspaceId ? last.files : null));
export const forgetBadFiles = () => opened.setState({ bad: null });

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
  opened.setState({ last: null, bad: null });
  if (!isSilent) showDone(`“${title}” is open as the workspace.`);
  return true;
}

/** Opens a file's text as a workspace; true where that went well. What is wrong with it is kept for the list of problems. */
export const openFile = (file: ScenarioFile, place: Place = {}): Promise<boolean> => openFiles([file], place);

/** The same with several files: the one that plays something, which may include the others. */
export async function openFiles(files: ScenarioFiles, { keepsCurrent = true }: Place = {}): Promise<boolean> {
  const [file, ...others] = files;
  const opening =
    others.length === 0
      ? client().scenarios.openText({ ...file, keepsCurrent })
      : client().scenarios.openFiles({ files: [...files], keepsCurrent });
  if ((await attempt(opening.catch((error: unknown) => keepProblems(error, files)))) === null) return false;
  const { id: workspaceId, name } = workspace.getState().workspace;
  opened.setState({ last: { files, workspaceId }, bad: null });
  showDone(`${others.length === 0 ? file.fileName : `“${name}”`} is open as the workspace.`);
  return true;
}

/** Opens another example of the file that is open, from 1, in its place. */
export async function openExample(number: number): Promise<void> {
  await attempt(client().scenarios.example({ number }));
}

/** What is wrong with files is shown in their texts; any other error is as it was. */
function keepProblems(error: unknown, files: ScenarioFiles): null {
  const problems = problemsOf(error);
  if (problems === null) throw error;
  opened.setState({ bad: { files, problems } });
  return null;
}

function problemsOf(error: unknown): readonly FileProblem[] | null {
  if (!(error instanceof ORPCError) || error.code !== 'INVALID_FILE') return null;
  return (error.data as { readonly problems: readonly FileProblem[] }).problems;
}

/** More would not cross the wire. */
const MAX_CHARACTERS = 10_000_000;

/** Reads and opens what was chosen or dropped: a scenario, with or without the files that it includes. False where it could not be read. */
export async function openChosen(chosen: readonly File[]): Promise<boolean> {
  const read = await attempt(
    Promise.all(chosen.map(async (file) => ({ fileName: file.name, text: await readText(file) }))),
  );
  const [file, ...others] = read ?? [];
  if (file === undefined) return false;
  await openFiles([file, ...others]);
  return true;
}

/** Asks for files and opens them. */
export const openAnyFile = async (): Promise<void> => openHere(await chooseFiles(SCENARIO_FILES));

/** Opens files from whatever screen; the list of what is wrong with them, or the steps, are on Scenarios. */
export async function openHere(files: readonly File[]): Promise<void> {
  if (await openChosen(files)) navigate(paths.scenarios);
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
