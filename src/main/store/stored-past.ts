/** The workspace as it was after an earlier entry: from the nearest document before it, and the journals from there. */
import type { Workspace } from '../runtime/ports.ts';
import { loadBase } from './base.ts';
import { documentIn } from './document-adapter.ts';
import type { StoreFiles } from './files.ts';
import { chainFromBackup, replayChain } from './journal-chain.ts';
import { backupDocument, listBackups } from './names.ts';

/**
 * `null` where no document before that entry is kept, or where the way from it is broken. A workspace that took the place of
 * another goes on counting its entries: the newest document that leads there is the one that was meant.
 */
export async function workspaceAt(files: StoreFiles, seq: number): Promise<Workspace | null> {
  const { documents, journals } = await listBackups(files);
  for (const number of documents.toReversed()) {
    const name = backupDocument(number);
    const reading = await documentIn(files, name);
    if (reading?.kind !== 'read' || reading.document.seq > seq) continue;
    const { document } = reading;
    const base = await loadBase(files, name, document);
    if (typeof base === 'string') continue;
    const chain = await chainFromBackup(files, base, number, journals);
    if (chain.last < seq) continue;
    const readAgain = async () => {
      const again = await loadBase(files, name, document);
      if (typeof again === 'string') throw new Error(again);
      return again;
    };
    const replayed = await replayChain(files, base, { ...chain, break: null }, readAgain, seq);
    if (replayed.break === null) return replayed.workspace;
  }
  return null;
}
