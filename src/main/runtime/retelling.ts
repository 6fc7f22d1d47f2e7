/**
 * The past of a workspace that was opened, as it was before the app was closed: what the journals hold, lived again from an older
 * document, with the futures that were left. It is lived in a world beside the one that was opened, which decides: where the two
 * are not the same in the end, there is no past.
 */
import { handle } from '../../engine/handle.ts';
import { isRejection } from '../../shared/errors.ts';
import type { World } from '../../shared/world.ts';
import { isActed, isNote } from './entry-kinds.ts';
import { growsAlike, type KeptWorld } from './kept-world.ts';
import { Ledger } from './ledger.ts';
import type { Past } from './past.ts';
import type { JournalEntry, Workspace } from './ports.ts';
import { isInStep as isInStepOf, isInterrupted } from './step-taken.ts';

export class Retelling {
  readonly #world: World;
  readonly #ledger: Ledger;
  #now: number;

  /** Begins with `base`, whose world is changed. About `limitBytes` are kept of what is replaced. */
  constructor(base: Workspace, limitBytes: number) {
    this.#world = base.world;
    this.#now = base.now;
    this.#ledger = new Ledger({
      ...base,
      historyBytes: limitBytes,
      journal: { record: () => undefined, flush: () => undefined },
    });
  }

  /**
   * Lives an entry again; false where it does not fit. What was one occasion is not in the journal: without `occasion`, whatever is done,
   * each step of a scenario, and each instant, counts as one.
   */
  take(entry: JournalEntry, occasion = this.#occasionOf(entry)): boolean {
    const ledger = this.#ledger;
    const { seq, at, input } = entry;
    if (seq !== ledger.seq + 1) return false;
    ledger.occasion = occasion;
    this.#now = at;
    if (!isNote(input)) {
      ledger.before(input, at);
      const facts = handle(this.#world, input, at, ledger.past?.log ?? null);
      if (isRejection(facts)) return false;
      ledger.record(input, facts, at);
      return true;
    }
    switch (input.type) {
      case 'noted':
        ledger.occasion = null;
        ledger.noteDown(input, at);
        return true;
      case 'advanced':
      case 'stepTaken':
        ledger.noteDown(input, at);
        return true;
      case 'futureNamed': {
        ledger.occasion = null;
        const tip = ledger.past?.close(ledger.standing()) && ledger.past.at(input.seq);
        const future = tip && ledger.past?.futures.endingAt(tip);
        return future ? ledger.nameFuture(future, input.name) : false;
      }
      case 'wentTo': {
        const point = ledger.past?.at(input.seq);
        ledger.occasion = null;
        return point ? ledger.goTo(point) !== null : false;
      }
    }
  }

  /** Whether it has come to what was kept. Looks at it in slices. */
  isAt(kept: KeptWorld): Promise<boolean> {
    return kept.isSameAs(this.#world);
  }

  /** The past as that of `world`, which holds the same after the entry `seq`, at `now`; `null` where that is not where it has come to. */
  pastIn({ world, seq, now }: Pick<Workspace, 'world' | 'seq' | 'now'>): Past | null {
    const { past } = this.#ledger;
    if (past === null || this.#ledger.seq !== seq || this.#now !== now || !growsAlike(this.#world, world)) return null;
    past.close(this.#ledger.standing());
    past.moveTo(world);
    return past;
  }

  #occasionOf({ at, input }: JournalEntry): object | null {
    const { player, past } = this.#ledger;
    const beginsStep = input.type === 'stepTaken' && isInterrupted(input.step);
    const isInStep = player !== null && isInStepOf(player);
    const isAct = input.type !== 'noted' && isActed(input);
    return beginsStep || (!isInStep && (at !== this.#now || isAct)) ? {} : (past?.occasion ?? null);
  }
}
