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

/**
 * The workspace after `entries`; its world is changed in place. Entries it holds already (`seq` not above its own) are
 * passed over; a gap or an entry that the rules refuse throws, since then journal and document do not belong together.
 */
export function replay(workspace: Workspace, entries: readonly JournalEntry[]): Workspace {
  const history = [...workspace.history];
  let { now, seq, player } = workspace;
  for (const entry of entries) {
    if (entry.seq <= seq) continue;
    if (entry.seq !== seq + 1) throw new Error(`the journal has a gap: after entry ${seq} comes entry ${entry.seq}`);
    if (entry.input.type === 'stepTaken') {
      player = withStepTaken(player, entry.input.step);
    } else if (entry.input.type !== 'advanced') {
      const outcome = handle(workspace.world, entry.input, entry.at);
      if (isRejection(outcome)) throw new Error(`journal entry ${entry.seq} cannot be replayed: ${outcome.message}`);
    }
    const acted = historyEntry(entry);
    if (acted) history.push(acted);
    now = entry.at;
    seq = entry.seq;
  }
  return { ...workspace, now, seq, history, player };
}
