/** Copying all files of a workspace: what it is, and the backups and journals that its past is read from. */
import type { StoreFiles } from './files.ts';
import { BACKUP_PARTS, backupDocument, backupJournal, DOCUMENT, JOURNAL, listBackups, PARTS } from './names.ts';
import { SubFiles } from './sub-files.ts';

/** From a folder of `files`, `''` for the whole, to an empty one. Nobody may write there meanwhile. */
export async function copyWorkspaceFiles(files: StoreFiles, from: string, to: string): Promise<void> {
  const source = from === '' ? files : new SubFiles(files, from);
  const { documents, journals } = await listBackups(source);
  const parts = await Promise.all(
    [PARTS, BACKUP_PARTS].map(async (folder) => (await source.list(folder)).map((name) => `${folder}/${name}`)),
  );
  const names = [...parts.flat(), ...journals.map(backupJournal), ...documents.map(backupDocument), JOURNAL, DOCUMENT];
  const top = await source.list('');
  for (const name of names) {
    // The journal may have been lost.
    if (name === JOURNAL && !top.includes(name)) continue;
    await files.copy(from === '' ? name : `${from}/${name}`, `${to}/${name}`);
  }
}
