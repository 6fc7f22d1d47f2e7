/** Bringing a stored workspace up to date: the journal's entries through the same engine, without calling anybody. */
import { handle } from '../../engine/handle.ts';
import { isRejection } from '../../shared/errors.ts';
import type { HistoryEntry, JournalEntry, Workspace } from './ports.ts';
import { withStepTaken } from './step-taken.ts';

/** What an input adds to the history: people's and outside systems' acts; the rest follows of itself. */
export function historyEntry({ at, input }: Pick<JournalEntry, 'at' | 'input'>): HistoryEntry | null {
  switch (input.type) {
    case 'advanced':
    case 'stepTaken':
    case 'callPlanned':
    case 'callResultDue':
    case 'retryDue':
    case 'responseTimeout':
    case 'dueDate':
    case 'plannedLaunch':
      return null;
    case 'response':
      return input.plannedId === undefined ? { at, input } : null;
    default:
      return { at, input };
  }
}

/** Takes a workspace on, entry by entry; its world is changed in place. */
export class Replay {
  readonly #begun: Workspace;
  readonly #history: HistoryEntry[];
  #now: number;
  #seq: number;
  #player: Workspace['player'];

  constructor(workspace: Workspace) {
    this.#begun = workspace;
    this.#history = [...workspace.history];
    this.#now = workspace.now;
    this.#seq = workspace.seq;
    this.#player = workspace.player;
  }

  /** Throws where the rules refuse the entry: then journal and document do not belong together. */
  take(entry: JournalEntry): void {
    if (entry.input.type === 'stepTaken') {
      this.#player = withStepTaken(this.#player, entry.input.step);
    } else if (entry.input.type !== 'advanced') {
      const outcome = handle(this.#begun.world, entry.input, entry.at);
      if (isRejection(outcome)) throw new Error(`journal entry ${entry.seq} cannot be replayed: ${outcome.message}`);
    }
    const acted = historyEntry(entry);
    if (acted) this.#history.push(acted);
    this.#now = entry.at;
    this.#seq = entry.seq;
  }

  /** The workspace as it is now; `seq` is that of the last entry, or a later one that led back to it. */
  workspace(seq = this.#seq): Workspace {
    return { ...this.#begun, now: this.#now, seq, history: this.#history, player: this.#player };
  }
}

/**
 * The workspace after `entries`; its world is changed in place. Entries it holds already (`seq` not above its own) are
 * passed over; a gap or an entry that the rules refuse throws.
 */
export function replay(workspace: Workspace, entries: readonly JournalEntry[]): Workspace {
  const replaying = new Replay(workspace);
  let { seq } = workspace;
  for (const entry of entries) {
    if (entry.seq <= seq) continue;
    if (entry.seq !== seq + 1) throw new Error(`the journal has a gap: after entry ${seq} comes entry ${entry.seq}`);
    replaying.take(entry);
    seq = entry.seq;
  }
  return replaying.workspace();
}
