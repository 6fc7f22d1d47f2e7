/** Scenario files of the system: opened from a second start, the system, the menu or the list of recent ones, and saved. */
import { existsSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import type { Scenario } from '../../../shared/scenario.ts';
import type { OpenedFrom, Simulator } from '../../simulator.ts';
import type { PageLink } from './page-link.ts';
import type { RecentFiles } from './recent-files.ts';

interface ScenarioFile {
  readonly title: string;
  readonly text: string;
  readonly scenario: Scenario;
  readonly examples?: OpenedFrom['examples'];
}

/** Reads a scenario file and what it includes; rejects with sentences for the user if there is none, or a wrong one. */
export type ReadScenario = (file: string) => Promise<ScenarioFile>;

/** The file in what a second instance handed over: any program of this user's may have sent it. */
export function scenarioOf(handedOver: unknown): string | null {
  if (typeof handedOver !== 'object' || handedOver === null || !('scenario' in handedOver)) return null;
  return typeof handedOver.scenario === 'string' ? handedOver.scenario : null;
}

const FILTERS = [{ name: 'Scenario files', extensions: ['yaml', 'yml', 'json'] }];

interface ScenarioFilesOptions {
  readonly simulator: Simulator;
  readonly readScenario: ReadScenario;
  readonly recent: RecentFiles;
  readonly link: PageLink;
  /** Before which dialogs stand; none where none is open. */
  readonly window: () => BrowserWindow | undefined;
}

export class ScenarioFiles {
  readonly #options: ScenarioFilesOptions;
  #file: { readonly path: string; readonly workspaceId: string } | null = null;

  constructor(options: ScenarioFilesOptions) {
    this.#options = options;
  }

  /** The file that a workspace was opened from or saved as last; empty where that is not known. */
  fileOf(workspaceId: string): string {
    return this.#file?.workspaceId === workspaceId ? this.#file.path : '';
  }

  /** Notes that the open workspace is this file. */
  noteOpened(path: string): void {
    this.#file = { path, workspaceId: this.#options.simulator.switcher.openId };
    this.#options.recent.note(path);
  }

  /** Knows no longer which file the open workspace is. */
  forget(): void {
    this.#file = null;
  }

  /** Asks whether to open a file that came from elsewhere; says what is wrong with it. */
  async offer(path: string): Promise<void> {
    const read = await this.#read(path);
    if (read === null) return;
    const { response } = await dialog.showMessageBox({
      type: 'question',
      message: `Open “${read.title}”?`,
      detail: `“${this.#options.simulator.workspace.title}” stays as it is among your workspaces.`,
      buttons: ['Open', 'Keep the current one open'],
      defaultId: 0,
      cancelId: 1,
    });
    if (response === 0) await this.#put(path, read);
  }

  /** Asks for a file and opens it. */
  async choose(): Promise<void> {
    const options: OpenDialogOptions = { title: 'Open a scenario file', filters: FILTERS, properties: ['openFile'] };
    const window = this.#options.window();
    const { filePaths } = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    const [path] = filePaths;
    if (path !== undefined) await this.#open(path);
  }

  /** Opens one of the list; one that is gone leaves the list. */
  async openRecent(path: string): Promise<void> {
    if (existsSync(path)) return this.#open(path);
    this.#options.recent.drop(path);
    await dialog.showMessageBox({
      type: 'warning',
      message: `“${basename(path)}” is no longer there.`,
      detail: `${path} was moved, renamed or deleted. It is off the list of recent files now.`,
    });
  }

  /** Asks for a place, and writes the open workspace there as a scenario file. */
  async saveAs(): Promise<void> {
    const { simulator, link, window: find } = this.#options;
    const { fileName, text } = await simulator.workspace.look(() => simulator.exportScenario());
    const options: SaveDialogOptions = {
      title: 'Save the workspace as a scenario file',
      defaultPath: join(app.getPath('documents'), fileName.replace(/(\.trigger)?\.yaml$/, '.trigger.yaml')),
      filters: FILTERS,
    };
    const window = find();
    const { canceled, filePath } = await (window === undefined
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return;
    try {
      await writeWhole(filePath, text);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox('The workspace cannot be saved', `${filePath} cannot be written: ${reason}`);
      return;
    }
    this.noteOpened(filePath);
    link.ask({ type: 'saved', file: basename(filePath) });
  }

  async #open(path: string): Promise<void> {
    const read = await this.#read(path);
    if (read !== null) await this.#put(path, read);
  }

  async #read(path: string): Promise<ScenarioFile | null> {
    try {
      return await this.#options.readScenario(path);
    } catch (error) {
      dialog.showErrorBox('The scenario cannot be opened', error instanceof Error ? error.message : String(error));
      return null;
    }
  }

  async #put(path: string, { scenario, title, text: source, examples }: ScenarioFile): Promise<void> {
    await this.#options.simulator.opener.openScenario(scenario, title, { source, examples, keepsCurrent: true });
    this.noteOpened(path);
    this.#options.link.ask({ type: 'opened', file: basename(path) });
  }
}

/** In one go: what was there before stays until all of it is written. */
async function writeWhole(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    await writeFile(beside, text);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
