/**
 * Opens scenarios, samples and backups: in place of the current workspace, which is kept as a backup and can be returned to, or as a
 * workspace of its own beside it.
 */
import { type Rejection, reject } from '../../shared/errors.ts';
import { LESSON_TAG, type Scenario } from '../../shared/scenario.ts';
import { freshWorkspace } from '../runtime/fresh-workspace.ts';
import type { FileText, PlayedExamples, Workspace } from '../runtime/ports.ts';
import { type Reading, scenarioAmong } from '../scenario/files-beside.ts';
import type { Library } from '../scenario/library.ts';
import { loadAside } from '../scenario/load-aside.ts';
import type { Problem } from '../scenario/problem.ts';
import { type NewCallbackKey, withCallbackKey } from './callback-key.ts';
import type { LiveWorkspace, OnOccasion } from './live-workspace.ts';
import type { Player } from './player.ts';
import type { Switched, Switcher } from './switcher.ts';
import { isUntouched } from './untouched.ts';

export interface OpenerOptions {
  readonly library: Library;
  readonly newCallbackKey: NewCallbackKey;
  /** The file that the threads run which load long scenario texts; without it they are loaded in this one. */
  readonly scenarioWorkerUrl?: URL | null | undefined;
}

/** Where a scenario goes. */
export interface Place {
  /**
   * Whether the current workspace stays as it is, and the scenario gets one of its own; one that is a scenario in which nothing was
   * done gives way. Default false: the current one is replaced.
   */
  readonly keepsCurrent?: boolean | undefined;
}

/** Where a scenario comes from: its id in the library, the text of its file. */
export interface OpenedFrom {
  readonly id?: string | null | undefined;
  readonly source?: string | undefined;
  /** Of that file; left out where it has none. */
  readonly examples?: PlayedExamples | undefined;
}

export type OpenResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What restoring a backup came to; why not, in a sentence. */
export type RestoreResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged'; readonly message: string };

export class Opener {
  readonly #workspace: LiveWorkspace;
  readonly #player: Player;
  readonly #switcher: Switcher;
  readonly #options: OpenerOptions;
  readonly #closing = new AbortController();

  constructor(workspace: LiveWorkspace, player: Player, switcher: Switcher, options: OpenerOptions) {
    this.#workspace = workspace;
    this.#player = player;
    this.#switcher = switcher;
    this.#options = options;
  }

  /** Opens a library scenario as the workspace, none of its steps taken. */
  async openLibrary(id: string, place: Place = {}): Promise<OpenResult> {
    const file = await this.#options.library.text(id);
    if (file) return this.openText(file.fileName, file.text, { ...place, id });
    const message = `the library has no scenario ${JSON.stringify(id)}`;
    return { ok: false, problems: [{ file: id, line: 1, column: 1, path: '$', message }] };
  }

  /** The same with a file's text; a file with problems changes nothing. */
  openText(
    fileName: string,
    text: string,
    {
      id = null,
      beside = [],
      example,
      ...place
    }: Place & Pick<OpenedFrom, 'id'> & Pick<Reading, 'beside' | 'example'> = {},
  ): Promise<OpenResult> {
    const { signal } = this.#closing;
    const { scenarioWorkerUrl: workerUrl = null } = this.#options;
    return this.#workspace.prepareAndOpen(
      () => loadAside(text, fileName, { workerUrl, signal, beside, example }),
      async (loaded, onOccasion) => {
        if (!loaded.ok) return loaded;
        const { scenario, title, examples } = loaded;
        await this.#put(this.#fresh(scenario, title, { id, source: text, examples }), place, onOccasion);
        return { ok: true };
      },
    );
  }

  /** Files that were chosen together: the one that plays something, which may include the others. */
  async openFiles(files: readonly FileText[], place: Place = {}): Promise<OpenResult> {
    const file = scenarioAmong(files);
    if (Array.isArray(file)) return { ok: false, problems: file };
    return this.openText(file.fileName, file.text, { ...place, beside: files.filter((each) => each !== file) });
  }

  /** Another example of the file that is open, from 1, in its place: none of its steps taken. */
  async openExample(example: number): Promise<OpenResult | Rejection> {
    const { player, source } = this.#workspace.stored();
    const examples = player?.examples ?? null;
    if (player === null || examples === null || source === null)
      return reject('notAllowed', 'The scenario that is open has no examples.');
    const { fileName, beside, titles } = examples;
    if (example > titles.length)
      return reject('unknown', `There is no example ${example}: expected a number from 1 to ${titles.length}.`);
    return this.openText(fileName, source, { id: player.id, beside, example });
  }

  /** Opens a scenario that was loaded already. */
  openScenario(scenario: Scenario, title: string, from: OpenedFrom & Place = {}): Promise<void> {
    return this.#workspace.open((onOccasion) => this.#put(this.#fresh(scenario, title, from), from, onOccasion));
  }

  /** Starts over with the sample workspace. */
  openSample(place: Place = {}): Promise<void> {
    return this.#workspace.prepareAndOpen(
      () => this.#options.library.sample(),
      async (sample, onOccasion) => {
        await this.#put(this.#freshSample(sample), place, onOccasion);
        await this.#player.takeSilently(sample, onOccasion);
      },
    );
  }

  /**
   * The same with nothing to return to; `note` notes, by its id, that it is the open one. A part of what `LiveWorkspace.open` does.
   */
  async openAlone(sample: Scenario, note: (id: string) => Promise<void>, onOccasion: OnOccasion): Promise<void> {
    await this.#switcher.openAs(this.#freshSample(sample), note, onOccasion);
    await this.#player.takeSilently(sample, onOccasion);
  }

  /** Starts over with nothing in it. */
  openEmpty(place: Place = {}): Promise<void> {
    return this.openScenario(this.#options.library.empty(), 'Empty workspace', place);
  }

  /**
   * Returns to what was open before it was replaced, or before another workspace was opened. False where there is nothing to return
   * to.
   */
  async back(): Promise<Switched<{ readonly moved: boolean }>> {
    const { wayBack } = this.#switcher;
    if (wayBack === null) return { ok: true, moved: false };
    if ('workspace' in wayBack) {
      const returned = await this.#switcher.returnTo(wayBack);
      return returned.ok ? { ok: true, moved: true } : returned;
    }
    const restored = await this.restoreBackup(wayBack.saveNumber);
    if (!restored.ok) return { ok: false, reason: 'impossible', message: restored.message };
    await this.#switcher.stay();
    return { ok: true, moved: true };
  }

  /** A backup as the workspace. */
  restoreBackup(saveNumber: number): Promise<RestoreResult> {
    return this.#workspace.prepareAndOpen(
      // Before anything is saved: that may remove the oldest one.
      () => this.#workspace.backup(saveNumber),
      async (backup, onOccasion) => {
        if (backup === null) return { ok: false, reason: 'missing', message: `There is no backup ${saveNumber}.` };
        if (typeof backup === 'string') return { ok: false, reason: 'damaged', message: backup };
        const restored = withCallbackKey(backup, this.#options.newCallbackKey);
        await this.#replaceBy(restored, onOccasion);
        return { ok: true };
      },
    );
  }

  /** Reads no more files. */
  close(): void {
    this.#closing.abort();
  }

  #freshSample(sample: Scenario): Workspace {
    return this.#fresh({ ...sample, steps: [] }, sample.title ?? 'Sample workspace');
  }

  #fresh(scenario: Scenario, title: string, from: OpenedFrom = {}): Workspace {
    const { id = null, source = null, examples = null } = from;
    const { steps, tags = [] } = scenario;
    const isLesson = tags.includes(LESSON_TAG);
    const player = steps.length > 0 ? { title, id, examples, steps, taken: [], isLesson, isLeft: false } : null;
    const callbackKey = this.#options.newCallbackKey();
    return { ...freshWorkspace(scenario, { source, callbackKey }), title, player };
  }

  async #put(fresh: Workspace, { keepsCurrent = false }: Place, onOccasion: OnOccasion): Promise<void> {
    if (!keepsCurrent) return this.#replaceBy(fresh, onOccasion);
    if (!isUntouched(this.#workspace.stored())) return this.#switcher.openNew(fresh, onOccasion);
    await onOccasion(null, () => this.#workspace.replace(fresh));
  }

  /** What is replaced can be returned to: its newest backup holds it as it was. */
  async #replaceBy(workspace: Workspace, onOccasion: OnOccasion): Promise<void> {
    const name = this.#workspace.title;
    await onOccasion(null, () => this.#workspace.replace(workspace));
    const [, kept] = await this.#workspace.backups();
    if (kept) this.#switcher.noteReplaced({ saveNumber: kept.saveNumber, name });
  }
}
