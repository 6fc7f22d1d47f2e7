/** Every file of a workspace, to be laid out again as often as a test wants to harm it. */
import type { StoreFiles } from '../../src/main/store/files.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';

export async function textsOf(files: StoreFiles): Promise<Map<string, string>> {
  await files.settle();
  const texts = new Map<string, string>();
  for (const folder of ['', 'parts', 'backups', 'backups/parts']) {
    for (const name of await files.list(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const text = await files.read(path);
      if (text !== null) texts.set(path, text);
    }
  }
  return texts;
}

export async function filesWith(texts: Iterable<readonly [name: string, text: string]>): Promise<MemoryFiles> {
  const files = new MemoryFiles();
  for (const [name, text] of texts) await files.writeAtomically(name, text);
  return files;
}
