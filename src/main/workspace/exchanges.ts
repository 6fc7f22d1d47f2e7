/**
 * What takes the place of what is open: another workspace on the same store, the same one opened again, or one of another store.
 * All of it is exchanged in a turn; what made way may be gone back to.
 */
import type { Past } from '../runtime/past.ts';
import type { OpenedWorkspace, Store, Workspace } from '../runtime/ports.ts';
import { replaceStored } from '../runtime/replace-stored.ts';
import type { Turns } from '../runtime/turns.ts';
import type { History } from './history.ts';
import type { Next, Present } from './present.ts';
import type { SimulatorEvent } from './simulator-event.ts';
import type { WorkspaceOptions } from './workspace-options.ts';

export interface ExchangesOptions extends Pick<WorkspaceOptions, 'makeStore' | 'onBug' | 'wallTimes'> {
  readonly present: Present;
  readonly turns: Turns;
  readonly history: () => History;
  /** Stops the play. */
  readonly stop: () => void;
  readonly tell: (event: SimulatorEvent) => void;
}

export class Exchanges {
  readonly #options: ExchangesOptions;
  #departures = 0;
  /** The last entry that was stored because one went to before what was stored; `null` where that never was so. */
  #arrivedSeq: number | null = null;

  constructor(options: ExchangesOptions) {
    this.#options = options;
  }

  /** How often what was open has been left. */
  get departures(): number {
    return this.#departures;
  }

  /** What is open is being left: whatever goes on turn by turn ends. */
  depart(): void {
    this.#departures += 1;
  }

  /** Another workspace on the same store, stored before anybody sees it. */
  replace(workspace: Omit<Workspace, 'seq'>): Promise<void> {
    // Its calls may have the same names.
    this.#options.wallTimes.forget();
    return this.putInPlace(workspace, null, true);
  }

  /** The same with its past, where there is one; what makes way can be gone back to where it `isKept`. */
  putInPlace(workspace: Omit<Workspace, 'seq'>, past: Past | null, isKept: boolean): Promise<void> {
    const { present } = this.#options;
    return this.#exchange(
      async (seq) => {
        const { store } = present;
        const replacement = { ...workspace, seq };
        await replaceStored(store, present.stored(), replacement);
        this.depart();
        return { store, workspace: replacement, past, recovered: [], readOnly: null };
      },
      { isReopened: false, isKept },
    );
  }

  /** The same workspace, closed and opened again on what was stored. */
  restart(): Promise<void> {
    const { wallTimes, present, makeStore } = this.#options;
    return this.#exchange(
      async () => {
        wallTimes.forget();
        await present.store.close();
        const store = makeStore();
        const { workspace, ...opened } = await store.open();
        if (workspace === null) throw new Error('nothing was stored to open again');
        return { ...opened, store, workspace, past: 'stored' };
      },
      { isReopened: true, isKept: true },
    );
  }

  /** A workspace of another store; see `LiveWorkspace.switchTo`. */
  switchTo(next: OpenedWorkspace & { readonly store: Store }, note: () => Promise<void>): Promise<void> {
    const { present, history, onBug, wallTimes } = this.#options;
    return this.#exchange(
      async () => {
        const { store: left, readOnly } = present;
        if (readOnly === null && left.journalledCount > 0) await left.save(present.stored());
        await note();
        await left.close().catch(onBug);
        wallTimes.forget();
        // Where this one came from is for its own store.
        history().forget();
        this.depart();
        return { ...next, past: 'stored' };
      },
      { isReopened: false, isKept: false },
    );
  }

  /** Another point was visited. The journal says so, but cannot lead to before the document that it continues from. */
  async arrived(wentToSeq: number): Promise<void> {
    const { present } = this.#options;
    const { store } = present;
    if (wentToSeq < store.savedSeq) {
      // Going on and on through the past must not leave backups of nothing else.
      await store.save(present.stored(), {
        supersedes: this.#arrivedSeq === store.savedSeq && store.journalledCount === 1,
      });
      this.#arrivedSeq = store.savedSeq;
    }
    this.depart();
  }

  #exchange(open: (seq: number) => Promise<Next>, as: { isReopened: boolean; isKept: boolean }): Promise<void> {
    const { turns, present, history, stop, tell } = this.#options;
    return turns.take(async (asPart) => {
      stop();
      const left = await asPart(() => present.exchange(open, as));
      if (as.isKept && left !== null) history().leave(left);
      tell({ type: 'replaced' });
      await asPart(() => present.runtime.settle());
    });
  }
}
