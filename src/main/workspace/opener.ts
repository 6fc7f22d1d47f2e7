/** Replaces the current workspace with another; one can go back to it, and it is kept as a backup. */
import type { Scenario } from '../../shared/scenario.ts';
import { freshWorkspace } from '../runtime/fresh-workspace.ts';
import type { Library } from '../scenario/library.ts';
import { loadAside } from '../scenario/load-aside.ts';
import type { Problem } from '../scenario/problem.ts';
import { type NewCallbackKey, withCallbackKey } from './callback-key.ts';
import type { LiveWorkspace } from './live-workspace.ts';
import type { Player } from './player.ts';

export interface OpenerOptions {
  readonly library: Library;
  readonly newCallbackKey: NewCallbackKey;
  /** The file that the threads run which load long scenario texts; without it they are loaded in this one. */
  readonly scenarioWorkerUrl?: URL | null | undefined;
}

/** Where a scenario comes from: its id in the library, the text of its file. */
export interface OpenedFrom {
  readonly id?: string | null | undefined;
  readonly source?: string | undefined;
}

export type OpenResult = { readonly ok: true } | { readonly ok: false; readonly problems: readonly Problem[] };

/** What restoring a backup came to; why not, in a sentence. */
export type RestoreResult =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'missing' | 'damaged'; readonly message: string };

export class Opener {
  readonly #workspace: LiveWorkspace;
  readonly #player: Player;
  readonly #options: OpenerOptions;
  readonly #closing = new AbortController();

  constructor(workspace: LiveWorkspace, player: Player, options: OpenerOptions) {
    this.#workspace = workspace;
    this.#player = player;
    this.#options = options;
  }

  /** Opens a library scenario as the workspace, none of its steps taken. */
  async openLibrary(id: string): Promise<OpenResult> {
    const file = await this.#options.library.text(id);
    if (file) return this.openText(file.fileName, file.text, id);
    const message = `the library has no scenario ${JSON.stringify(id)}`;
    return { ok: false, problems: [{ file: id, line: 1, column: 1, path: '$', message }] };
  }

  /** The same with a file's text; a file with problems changes nothing. */
  openText(fileName: string, text: string, id: string | null = null): Promise<OpenResult> {
    const { signal } = this.#closing;
    const { scenarioWorkerUrl: workerUrl = null } = this.#options;
    return this.#workspace.prepareAndOpen(
      () => loadAside(text, fileName, { workerUrl, signal }),
      async (loaded, onOccasion) => {
        if (!loaded.ok) return loaded;
        await onOccasion(null, () => this.#replaceBy(loaded.scenario, loaded.title, { id, source: text }));
        return { ok: true };
      },
    );
  }

  /** Opens a scenario that was loaded already. */
  openScenario(scenario: Scenario, title: string, from: OpenedFrom = {}): Promise<void> {
    return this.#workspace.open((onOccasion) => onOccasion(null, () => this.#replaceBy(scenario, title, from)));
  }

  /** Starts over with the sample workspace. */
  openSample(): Promise<void> {
    return this.#workspace.prepareAndOpen(
      () => this.#options.library.sample(),
      async (sample, onOccasion) => {
        const title = sample.title ?? 'Sample workspace';
        await onOccasion(null, () => this.#replaceBy({ ...sample, steps: [] }, title));
        await this.#player.takeSilently(sample, onOccasion);
      },
    );
  }

  /** Starts over with nothing in it. */
  openEmpty(): Promise<void> {
    return this.openScenario(this.#options.library.empty(), 'Empty workspace');
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
        await onOccasion(null, () => this.#workspace.replace(restored));
        return { ok: true };
      },
    );
  }

  /** Reads no more files. */
  close(): void {
    this.#closing.abort();
  }

  #replaceBy(scenario: Scenario, title: string, from: OpenedFrom = {}): Promise<void> {
    const { id = null, source = null } = from;
    const player = scenario.steps.length > 0 ? { title, id, steps: scenario.steps, taken: [] } : null;
    const callbackKey = this.#options.newCallbackKey();
    return this.#workspace.replace({ ...freshWorkspace(scenario, { source, callbackKey }), title, player });
  }
}
