/** Bringing a stored workspace up to date: the journal's entries through the same engine, without calling anybody. */
import { handle } from '../../engine/handle.ts';
import { isRejection } from '../../shared/errors.ts';
import { LAST_INSTANT, LAST_INSTANT_WORDS } from '../../shared/instant.ts';
import { isActed, isNote } from './entry-kinds.ts';
import { pathOf } from './path.ts';
import type { HistoryEntry, JournalEntry, Workspace } from './ports.ts';
import { playerAfter } from './step-taken.ts';

/** What an input adds to the history: people's and outside systems' acts; the rest follows by itself. */
export const historyEntry = ({ at, input }: Pick<JournalEntry, 'at' | 'input'>): HistoryEntry | null =>
  isActed(input) ? { at, input } : null;

/** Takes a workspace on, entry by entry; its world is changed in place. */
export class Replay {
  readonly #begun: Workspace;
  readonly #history: HistoryEntry[];
  #now: number;
  #player: Workspace['player'];

  constructor(workspace: Workspace) {
    this.#begun = workspace;
    this.#history = [...workspace.history];
    this.#now = workspace.now;
    this.#player = workspace.player;
  }

  /** Throws where the rules refuse the entry: then journal and document do not belong together. A `wentTo` is for `pathOf`. */
  take(entry: JournalEntry): void {
    // Versions before 4 let time run on.
    if (entry.at > LAST_INSTANT) throw new Error(`journal entry ${entry.seq} lies beyond ${LAST_INSTANT_WORDS}`);
    if (!isNote(entry.input)) {
      const outcome = handle(this.#begun.world, entry.input, entry.at);
      if (isRejection(outcome)) throw new Error(`journal entry ${entry.seq} cannot be replayed: ${outcome.message}`);
    }
    const acted = historyEntry(entry);
    if (acted) this.#history.push(acted);
    this.#player = playerAfter(this.#player, entry.input);
    this.#now = entry.at;
  }

  /** The workspace as it is now; `seq` is the last entry, which may have led back to this. */
  workspace(seq: number): Workspace {
    return { ...this.#begun, now: this.#now, seq, history: this.#history, player: this.#player };
  }
}

/**
 * The workspace after `entries`; its world is changed in place. Entries it holds already (`seq` not above its own) are
 * passed over, and so is what was gone back on; a gap or an entry that the rules refuse throws, since then journal and document
 * do not belong together.
 */
export function replay(workspace: Workspace, entries: readonly JournalEntry[]): Workspace {
  const news = entries.filter(({ seq }) => seq > workspace.seq);
  const jumps = new Map<number, number>();
  for (const [index, { seq, input }] of news.entries()) {
    const before = workspace.seq + index;
    if (seq !== before + 1) throw new Error(`the journal has a gap: after entry ${before} comes entry ${seq}`);
    if (input.type === 'wentTo') jumps.set(seq, input.seq);
  }
  const last = workspace.seq + news.length;
  const isOnPath = pathOf(workspace.seq, last, jumps);
  const replaying = new Replay(workspace);
  for (const entry of news) if (isOnPath(entry.seq)) replaying.take(entry);
  return replaying.workspace(last);
}
