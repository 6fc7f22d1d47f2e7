/** How a workspace came to where it is: an older document of it, and all that was journalled since, what was left again too. */
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

/** The story up to the entry `last` of the workspace `workspaceId`; see `Store.story`. */
export async function storyOf(
  files: StoreFiles,
  { workspaceId, last }: { readonly workspaceId: string; readonly last: number },
): Promise<Story | null> {
  const { documents, journals } = await listBackups(files);
  for (const number of documents) {
    const name = backupDocument(number);
    const reading = await documentIn(files, name);
    if (reading?.kind !== 'read' || reading.document.workspaceId !== workspaceId) continue;
    const { document } = reading;
    if (last - document.seq > STORY_LIMITS.entryCount) continue;
    // Later ones hold no less.
    if (valueCount(document) > STORY_LIMITS.valueCount) return null;
    const base = await loadBase(files, name, document);
    if (typeof base === 'string') continue;
    const chain = await chainFromBackup(files, base, number, journals);
    if (chain.last !== last || chain.break !== null || chain.missing.length > 0) continue;
    return { base: base.workspace, entries: entriesAfter(files, base.workspace.seq, chain.journals) };
  }
  return null;
}

/** How many Cases and Actions a document holds. */
export function valueCount({ parts }: WorkspaceDocument): number {
  return parts.reduce((sum, { kind, count }) => sum + (kind === 'cases' || kind === 'actions' ? count : 0), 0);
}

async function* entriesAfter(
  files: StoreFiles,
  seq: number,
  journals: readonly Surveyed[],
): AsyncGenerator<JournalEntry> {
  for (const journal of journals) {
    for await (const each of entriesOf(files, journal)) {
      if (!each.ok) throw new Error(`${journal.name}, line ${each.line}: ${each.problem}`);
      if (each.entry.seq > seq) yield each.entry;
    }
  }
}
