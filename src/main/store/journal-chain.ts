/** Bringing a document up to date from the journals that go on from it, as far as they do. */

import type { JournalEntry, Workspace } from '../runtime/ports.ts';
import { replay } from '../runtime/replay.ts';
import { messageOf } from './describe-issue.ts';
import type { StoredWorkspace } from './document.ts';
import type { JournalReading } from './journal-text.ts';

/** A journal of the chain, as it was read. */
export interface Link {
  readonly name: string;
  readonly reading: JournalReading;
}

/** The first place that does not belong to what comes before it. */
export interface Break {
  readonly link: Link;
  /** Starts at 1. */
  readonly line: number;
  /** Where in the journal's text the rest begins. */
  readonly offset: number;
  readonly problem: string;
}

/** Entries in order, without gaps, from the one after the document's last. */
export interface Chain {
  readonly entries: readonly JournalEntry[];
  readonly break: Break | null;
}

/** Strings the links together; entries that the document holds already are passed over. */
export function chainOf({ workspaceId, workspace }: StoredWorkspace, links: readonly Link[]): Chain {
  const entries: JournalEntry[] = [];
  let { seq } = workspace;
  for (const link of links) {
    const { header, entries: read, damage } = link.reading;
    if (header && header.workspaceId !== workspaceId) {
      return { entries, break: { link, line: 1, offset: 0, problem: 'it belongs to another course of events' } };
    }
    for (const entry of read) {
      if (entry.seq <= seq) continue;
      if (entry.seq !== seq + 1) {
        return { entries, break: breakAt([link], entry.seq, `after entry ${seq} comes entry ${entry.seq}`) };
      }
      entries.push(entry);
      seq = entry.seq;
    }
    if (damage) return { entries, break: { link, ...damage } };
  }
  return { entries, break: null };
}

/** The workspace after as many entries as the rules take. */
export interface Replayed {
  readonly workspace: Workspace;
  /** Where the rules refused an entry, or could make nothing of it. */
  readonly break: Break | null;
}

/**
 * Replays a chain. `readAgain` gives the document's workspace anew: an entry that fails may leave a world behind in which half of it
 * happened, so the good entries are then replayed on a fresh one.
 */
export async function replayChain(
  { workspace }: StoredWorkspace,
  chain: Chain,
  links: readonly Link[],
  readAgain: () => Promise<Workspace>,
): Promise<Replayed> {
  try {
    return { workspace: replay(workspace, chain.entries), break: chain.break };
  } catch {
    const { goodCount, problem } = replayOneByOne(await readAgain(), chain.entries);
    const bad = chain.entries[goodCount];
    return {
      workspace: replay(await readAgain(), chain.entries.slice(0, goodCount)),
      break: bad ? breakAt(links, bad.seq, problem) : chain.break,
    };
  }
}

function replayOneByOne(
  workspace: Workspace,
  entries: readonly JournalEntry[],
): { goodCount: number; problem: string } {
  let { seq } = workspace;
  for (const [index, entry] of entries.entries()) {
    try {
      // Without the history, which `replay` copies each time.
      seq = replay({ ...workspace, seq, history: [] }, [entry]).seq;
    } catch (error) {
      return { goodCount: index, problem: messageOf(error) };
    }
  }
  return { goodCount: entries.length, problem: '' };
}

function breakAt(links: readonly Link[], seq: number, problem: string): Break | null {
  for (const link of links) {
    const index = link.reading.entries.findIndex((entry) => entry.seq === seq);
    const offset = link.reading.offsets[index];
    // The first line is the header.
    if (offset !== undefined) return { link, line: index + 2, offset, problem };
  }
  return null;
}
