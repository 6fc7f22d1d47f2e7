/** How a workspace came to where it is: an older document of it, and all that was journalled since, what was left again too. */
import { Breath } from '../runtime/breath.ts';
import type { JournalEntry, Story } from '../runtime/ports.ts';
import { loadBase } from './base.ts';
import type { WorkspaceDocument } from './document.ts';
import { documentIn } from './document-adapter.ts';
import type { StoreFiles } from './files.ts';
import { chainFromBackup } from './journal-chain.ts';
import { entriesOf, type Surveyed } from './journal-reading.ts';
import { backupDocument, listBackups } from './names.ts';

/** What is told again when a workspace is opened: so many entries, from a document of so many Cases and Actions. */
export const STORY_LIMITS = { entryCount: 30_000, valueCount: 20_000 };

interface Asked {
  readonly workspaceId: string;
  /** The last entry. More may be journalled meanwhile. */
  readonly last: number;
  /** Asked now and then. */
  readonly isWanted: () => boolean;
}

/** The story of a workspace up to an entry; see `Store.story`. */
export async function storyOf(files: StoreFiles, asked: Asked): Promise<Story | null> {
  const { workspaceId, last } = asked;
  const { documents, journals } = await listBackups(files);
  for (const number of documents) {
    const name = backupDocument(number);
    const reading = await documentIn(files, name);
    if (!asked.isWanted()) return null;
    if (reading?.kind !== 'read' || reading.document.workspaceId !== workspaceId) continue;
    const { document } = reading;
    if (last - document.seq > STORY_LIMITS.entryCount) continue;
    // Later ones hold no less.
    if (valueCount(document) > STORY_LIMITS.valueCount) return null;
    const base = await loadBase(files, name, document);
    if (typeof base === 'string') continue;
    const chain = await chainFromBackup(files, base, number, journals);
    if (chain.last < last) continue;
    const entries = await entriesAfter(files, base.workspace.seq, chain.journals, asked);
    return entries && { base: base.workspace, entries };
  }
  return null;
}

/** How many Cases and Actions a document holds. */
export function valueCount({ parts }: WorkspaceDocument): number {
  return parts.reduce((sum, { kind, count }) => sum + (kind === 'cases' || kind === 'actions' ? count : 0), 0);
}

/** Those after the entry `seq`; `null` where nobody wants them any more. */
async function entriesAfter(
  files: StoreFiles,
  seq: number,
  journals: readonly Surveyed[],
  { last, isWanted }: Asked,
): Promise<JournalEntry[] | null> {
  const entries: JournalEntry[] = [];
  const breath = new Breath();
  for (const journal of journals) {
    for await (const each of entriesOf(files, journal)) {
      if (!each.ok) throw new Error(`${journal.name}, line ${each.line}: ${each.problem}`);
      if (each.entry.seq > last) break;
      if (each.entry.seq > seq) entries.push(each.entry);
      if (breath.isDue) await breath.take();
      if (!isWanted()) return null;
    }
  }
  return entries;
}
