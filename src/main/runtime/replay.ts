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
    case 'wentTo':
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

/**
 * The workspace after `entries`; its world is changed in place. Entries it holds already (`seq` not above its own) are
 * passed over, and so is what was gone back on; a gap or an entry that the rules refuse throws, since then journal and document
 * do not belong together.
 */
export function replay(workspace: Workspace, entries: readonly JournalEntry[]): Workspace {
  const news = entries.filter(({ seq }) => seq > workspace.seq);
  const history = [...workspace.history];
  let { now, player } = workspace;
  for (const entry of pathThrough(news, workspace.seq)) {
    if (entry.input.type === 'stepTaken') {
      player = withStepTaken(player, entry.input.step);
    } else if (entry.input.type !== 'advanced' && entry.input.type !== 'wentTo') {
      const outcome = handle(workspace.world, entry.input, entry.at);
      if (isRejection(outcome)) throw new Error(`journal entry ${entry.seq} cannot be replayed: ${outcome.message}`);
    }
    const acted = historyEntry(entry);
    if (acted) history.push(acted);
    now = entry.at;
  }
  return { ...workspace, now, seq: news.at(-1)?.seq ?? workspace.seq, history, player };
}

/**
 * Whether the last of `entries` goes to before the document, which holds entry `seq`. Whoever goes there stores the workspace before
 * saying so: here that was interrupted, and it counts as not gone. It has to be stored before anything else is recorded.
 */
export function endsInterrupted(entries: readonly JournalEntry[], seq: number): boolean {
  const input = entries.at(-1)?.input;
  return input?.type === 'wentTo' && input.seq < seq;
}

/**
 * The entries that lead from the document, which holds entry `first`, to where the last one leads: walked back from the end, each
 * `wentTo` goes on where it went to.
 */
function pathThrough(entries: readonly JournalEntry[], first: number): JournalEntry[] {
  for (const [index, { seq }] of entries.entries()) {
    const before = first + index;
    if (seq !== before + 1) throw new Error(`the journal has a gap: after entry ${before} comes entry ${seq}`);
  }
  const path: JournalEntry[] = [];
  let seq = first + entries.length;
  while (seq > first) {
    const entry = entries[seq - first - 1] as JournalEntry;
    if (entry.input.type !== 'wentTo') path.push(entry);
    else if (entry.input.seq >= seq)
      throw new Error(`journal entry ${seq} goes to ${entry.input.seq}, which is not before it`);
    else if (entry.input.seq < first && seq < first + entries.length) {
      throw new Error(`journal entry ${seq} goes to entry ${entry.input.seq}, which is no longer there`);
    }
    seq = entry.input.type === 'wentTo' && entry.input.seq >= first ? entry.input.seq : seq - 1;
  }
  return path.reverse();
}
