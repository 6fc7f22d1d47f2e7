/**
 * The past of a workspace that was opened, as it was before the app was closed: what the journals hold, lived again from an older
 * document, with the futures that were left. It is lived in a world beside the one that was opened, which decides: where the two
 * are not the same in the end, there is no past.
 */
import { handle } from '../../engine/handle.ts';
import { isRejection } from '../../shared/errors.ts';
import { worldToJson } from '../../shared/world-json.ts';
import { isActed, isNote } from './entry-kinds.ts';
import { Ledger } from './ledger.ts';
import type { Past } from './past.ts';
import type { JournalEntry, Story, Workspace } from './ports.ts';
import { isInStep as isInStepOf, isInterrupted } from './step-taken.ts';

/** About `limitBytes` are kept of what was replaced. `null` where the story does not lead to the workspace. */
export async function pastOf(workspace: Workspace, { base, entries }: Story, limitBytes: number): Promise<Past | null> {
  const { player } = workspace;
  // The same steps, so that one can tell that they are.
  const playing = player && base.player ? { ...base.player, steps: player.steps } : base.player;
  const retelling = new Retelling({ ...base, player: playing }, limitBytes);
  for await (const entry of entries) if (!retelling.take(entry)) return null;
  return retelling.pastIn(workspace);
}

class Retelling {
  readonly #base: Workspace;
  readonly #ledger: Ledger;
  #now: number;

  constructor(base: Workspace, limitBytes: number) {
    this.#base = base;
    this.#now = base.now;
    this.#ledger = new Ledger({
      ...base,
      historyBytes: limitBytes,
      journal: { record: () => undefined, flush: () => undefined },
    });
  }

  /** False where the entry does not fit. */
  take({ seq, at, input }: JournalEntry): boolean {
    const ledger = this.#ledger;
    if (seq !== ledger.seq + 1) return false;
    // What was one occasion is not in the journal: whatever is done, each step of a scenario, and each instant, counts as one.
    const beginsStep = input.type === 'stepTaken' && isInterrupted(input.step);
    const isInStep = ledger.player !== null && isInStepOf(ledger.player);
    const isAct = input.type !== 'noted' && isActed(input);
    const begins = beginsStep || (!isInStep && (at !== this.#now || isAct));
    ledger.occasion = begins ? {} : (ledger.past?.occasion ?? null);
    this.#now = at;
    if (!isNote(input)) {
      ledger.before(input, at);
      const facts = handle(this.#base.world, input, at, ledger.past?.log ?? null);
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

  /** The past in the world of `workspace`. */
  pastIn(workspace: Workspace): Past | null {
    const { seq, past } = this.#ledger;
    if (past === null || seq !== workspace.seq || this.#now !== workspace.now) return null;
    if (JSON.stringify(worldToJson(this.#base.world)) !== JSON.stringify(worldToJson(workspace.world))) return null;
    past.close(this.#ledger.standing());
    past.moveTo(workspace.world);
    return past;
  }
}
