/** The workspaces beside the one that is open: listing, opening, naming, copying and deleting them. Nothing in them is replaced. */
import type { WorkspaceInfo } from '../../shared/workspaces-contract.ts';
import type { Store, WayBack, Workspace, Workspaces } from '../runtime/ports.ts';
import { type NewCallbackKey, withCallbackKey } from './callback-key.ts';
import type { LiveWorkspace, OnOccasion } from './live-workspace.ts';

export interface SwitcherOptions {
  readonly workspaces: Workspaces;
  readonly newCallbackKey: NewCallbackKey;
}

/** What was asked for was done, or why not, in a sentence. */
export type Switched<T = object> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly reason: 'missing' | 'impossible'; readonly message: string };

/** The backup that holds what was replaced within the open workspace. */
export interface Replaced {
  readonly saveNumber: number;
  readonly name: string;
}

const OK = { ok: true } as const;
const MISSING = { ok: false, reason: 'missing', message: 'There is no such workspace.' } as const;
const impossible = (message: string) => ({ ok: false, reason: 'impossible', message }) as const;

export class Switcher {
  readonly #workspace: LiveWorkspace;
  readonly #options: SwitcherOptions;
  #replaced: Replaced | null = null;

  constructor(workspace: LiveWorkspace, options: SwitcherOptions) {
    this.#workspace = workspace;
    this.#options = options;
    // What was replaced is back, or something else is: `noteReplaced` comes after it.
    workspace.subscribe((event) => {
      if (event.type === 'replaced') this.#replaced = null;
    });
  }

  /** The id of the open workspace. */
  get openId(): string {
    return this.#workspaces.openId;
  }

  /** What one can return to: what was replaced within the open workspace, or the one that was open before it; `null` if neither. */
  get wayBack(): Replaced | WayBack | null {
    return this.#replaced ?? this.#workspaces.wayBack;
  }

  /** All workspaces: the open one first, then those saved last. */
  async list(): Promise<WorkspaceInfo[]> {
    const [stored, open] = await Promise.all([this.#workspaces.list(), this.#workspace.look(() => this.#openInfo())]);
    const savedAt = stored.find(({ isOpen }) => isOpen)?.savedAt ?? null;
    const others = stored.filter(({ id }) => id !== open.id);
    others.sort((one, other) => (other.savedAt ?? '').localeCompare(one.savedAt ?? ''));
    return [{ ...open, savedAt }, ...others];
  }

  /** Opens another workspace; the current one is saved and stays among them. */
  open(id: string): Promise<Switched> {
    return this.#workspace.open((onOccasion) => this.#enter(id, this.#here(), onOccasion));
  }

  /** Returns to the workspace that was open before, if that is another one; the offer to return is gone then. */
  returnTo({ workspace }: WayBack): Promise<Switched> {
    return this.#workspace.open((onOccasion) => this.#enter(workspace, null, onOccasion));
  }

  /** Opens a workspace that is not stored yet, as one of its own; a part of what `LiveWorkspace.open` does. */
  async openNew(fresh: Omit<Workspace, 'seq'>, onOccasion: OnOccasion): Promise<void> {
    const wayBack = this.#here();
    const title = await this.#freeName(fresh.title);
    await this.openAs({ ...fresh, title }, (id) => this.#workspaces.note(id, wayBack), onOccasion);
  }

  /** The same under its own name, whoever has it too; `note` notes which one is open, by its id. */
  async openAs(
    fresh: Omit<Workspace, 'seq'>,
    note: (id: string) => Promise<void>,
    onOccasion: OnOccasion,
  ): Promise<void> {
    const workspaces = this.#workspaces;
    const id = workspaces.newId();
    const workspace = { ...fresh, seq: 0 };
    const store = workspaces.storeOf(id);
    await orClose(store, async () => {
      await store.open();
      await store.save(workspace);
      const next = { store, workspace, recovered: [], readOnly: null };
      await onOccasion(null, () => this.#workspace.switchTo(next, () => note(id)));
    });
  }

  /** Gives a workspace a name that no other has. */
  rename(id: string, name: string): Promise<Switched> {
    return this.#workspace.open(async (onOccasion) => {
      const isTaken = (await this.list()).some((each) => each.id !== id && each.name === name);
      if (isTaken) return impossible(`There is already a workspace “${name}”: expected another name.`);
      if (id === this.openId) await onOccasion(null, () => this.#workspace.rename(name));
      else {
        const renamed = await this.#within(id, async (store, workspace) => {
          await store.save({ ...workspace, title: name }, { supersedes: true });
          return OK;
        });
        if (!renamed.ok) return renamed;
      }
      const { wayBack } = this.#workspaces;
      if (wayBack?.workspace === id) await this.#workspaces.note(this.openId, { workspace: id, name });
      this.#workspace.tell({ type: 'workspace' });
      return OK;
    });
  }

  /** Copies a workspace as it is now, with its past and the backups that this is read from; the open one stays open. */
  duplicate(id: string): Promise<Switched<{ readonly id: string; readonly name: string }>> {
    return this.#workspace.open(async (onOccasion) => {
      const original = (await this.list()).find((each) => each.id === id);
      if (original === undefined) return MISSING;
      const copy = { id: this.#workspaces.newId(), name: await this.#freeName(`${original.name} copy`) };
      const copied = () => this.#workspaces.copy(id, { id: copy.id, title: copy.name });
      if (id === this.openId) {
        await onOccasion(null, () => this.#workspace.whileStored(copied));
        return { ok: true, ...copy };
      }
      return this.#within(id, async () => {
        await copied();
        return { ok: true, ...copy };
      });
    });
  }

  /** Deletes a workspace that is not open: its files are moved aside. */
  remove(id: string): Promise<Switched> {
    return this.#workspace.open(async () => {
      if (id === this.openId) {
        return impossible(`“${this.#workspace.title}” is open: open another workspace first, then delete it.`);
      }
      if (!(await this.#workspaces.list()).some((each) => each.id === id)) return MISSING;
      await this.#workspaces.remove(id);
      this.#workspace.tell({ type: 'workspace' });
      return OK;
    });
  }

  /** What was in the open workspace was replaced; a backup holds it. */
  noteReplaced(replaced: Replaced): void {
    this.#replaced = replaced;
    this.#workspace.tell({ type: 'workspace' });
  }

  /** Dismisses the offer to return. */
  stay(): Promise<void> {
    return this.#workspace.open(async () => {
      this.#replaced = null;
      if (this.#workspaces.wayBack !== null) await this.#workspaces.note(this.openId, null);
      this.#workspace.tell({ type: 'workspace' });
    });
  }

  get #workspaces(): Workspaces {
    return this.#options.workspaces;
  }

  #here(): WayBack {
    return { workspace: this.openId, name: this.#workspace.title };
  }

  #openInfo(): WorkspaceInfo {
    const { title, now, world } = this.#workspace;
    const counts = { caseCount: world.cases.size, actionCount: world.actions.size };
    return { id: this.openId, name: title, savedAt: null, now, ...counts, isOpen: true, problem: null };
  }

  async #enter(id: string, wayBack: WayBack | null, onOccasion: OnOccasion): Promise<Switched> {
    if (id === this.openId) return OK;
    const workspaces = this.#workspaces;
    const entered = await workspaces.enter(id);
    if (entered === null) return MISSING;
    if (typeof entered === 'string') return impossible(entered);
    const { store, opened } = entered;
    await orClose(store, async () => {
      const workspace = withCallbackKey(opened.workspace, this.#options.newCallbackKey);
      // Before any token is told that could not be told again.
      if (workspace !== opened.workspace) await store.save(workspace);
      const next = { ...opened, store, workspace };
      await onOccasion(null, () => this.#workspace.switchTo(next, () => workspaces.note(id, wayBack)));
    });
    return OK;
  }

  /** Does something with a workspace that is not open, and closes it again. */
  async #within<T extends Switched>(
    id: string,
    job: (store: Store, workspace: Workspace) => Promise<T>,
  ): Promise<T | Extract<Switched, { ok: false }>> {
    const entered = await this.#workspaces.enter(id);
    if (entered === null) return MISSING;
    if (typeof entered === 'string') return impossible(entered);
    const { store, opened } = entered;
    try {
      return await job(store, opened.workspace);
    } finally {
      await store.close();
    }
  }

  /** `name`, or with a number behind it where a workspace has that name. */
  async #freeName(name: string): Promise<string> {
    const taken = new Set((await this.list()).map((each) => each.name));
    for (let number = 1; ; number += 1) {
      const free = number === 1 ? name : `${name} ${number}`;
      if (!taken.has(free)) return free;
    }
  }
}

/** Closes the store where `job` fails, which then lets go of it. */
async function orClose(store: Store, job: () => Promise<void>): Promise<void> {
  try {
    await job();
  } catch (error) {
    await store.close().catch(() => undefined);
    throw error;
  }
}
