/** The store's files in a folder, with every promise of `StoreFiles` kept by fsync. */
import { constants, copyFile, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { AppendFile } from './append-file.ts';
import { ensureFolder, errorCode, syncFolder, unlessMissing } from './durable.ts';
import type { StoreFiles } from './files.ts';

export class DiskFiles implements StoreFiles {
  readonly place: string;
  readonly #appended = new Map<string, AppendFile>();

  constructor(folder: string) {
    this.place = folder;
  }

  read(name: string): Promise<string | null> {
    return unlessMissing(readFile(this.#path(name), 'utf8'));
  }

  append(name: string, value: unknown): void {
    let file = this.#appended.get(name);
    if (!file) {
      file = new AppendFile(this.#path(name));
      this.#appended.set(name, file);
    }
    file.append(value);
  }

  flush(): Promise<void> | undefined {
    const flushing = [...this.#appended.values()].flatMap((file) => file.flush() ?? []);
    if (flushing.length <= 1) return flushing[0];
    return Promise.all(flushing).then(() => undefined);
  }

  writeAtomically(name: string, text: string): Promise<void> {
    return this.#replace(name, async (temporary) => {
      const handle = await open(temporary, 'w');
      try {
        await handle.writeFile(text);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  copy(from: string, to: string): Promise<void> {
    return this.#replace(to, async (temporary) => {
      // A clone costs nothing where the file system can do it, and is a copy elsewhere.
      await copyFile(this.#path(from), temporary, constants.COPYFILE_FICLONE);
      const handle = await open(temporary, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  async move(from: string, to: string): Promise<void> {
    await this.#letGo(from);
    const [source, target] = [this.#path(from), this.#path(to)];
    await ensureFolder(dirname(target));
    try {
      await rename(source, target);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      throw error;
    }
    await syncFolder(dirname(target));
    if (dirname(source) !== dirname(target)) await syncFolder(dirname(source));
  }

  async list(folder: string): Promise<string[]> {
    return (await unlessMissing(readdir(this.#path(folder)))) ?? [];
  }

  async remove(name: string): Promise<void> {
    await this.#letGo(name);
    await rm(this.#path(name), { force: true });
  }

  async close(): Promise<void> {
    for (const name of [...this.#appended.keys()]) await this.#letGo(name);
  }

  #path(name: string): string {
    return join(this.place, name);
  }

  async #letGo(name: string): Promise<void> {
    const file = this.#appended.get(name);
    if (!file) return;
    await file.close();
    this.#appended.delete(name);
  }

  async #replace(name: string, write: (temporary: string) => Promise<void>): Promise<void> {
    const path = this.#path(name);
    // Always the same name: there is one writer, and what an interrupted one left is overwritten, not collected.
    const temporary = `${path}.tmp`;
    await ensureFolder(dirname(path));
    await write(temporary);
    await rename(temporary, path);
    await syncFolder(dirname(path));
  }
}
