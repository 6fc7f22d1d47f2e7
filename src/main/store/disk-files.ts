/** The store's files in a folder, with every promise of `StoreFiles` kept by fsync. They are for their owner's eyes only. */
import { createReadStream, createWriteStream, readFileSync } from 'node:fs';
import { constants, copyFile, lstat, open, readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ensureFolder, errorCode, replaceFile, syncFolder, unlessMissing } from './durable.ts';
import { failureOf, readFailureOf } from './failure.ts';
import { linesOf } from './file-lines.ts';
import type { FileEntry, FileLine, LogFormat, StoreFiles } from './files.ts';
import { LogFile } from './log-file.ts';

/** Read and written by their owner alone: the workspace may hold what was tried on real data. */
const FILE_MODE = 0o600;

/** What removing a folder fails with where it is not empty, or not there. */
const STAYS = new Set(['ENOTEMPTY', 'EEXIST', 'ENOENT']);

export class DiskFiles implements StoreFiles {
  readonly place: string;
  readonly #logs = new Map<string, LogFile>();

  constructor(folder: string) {
    this.place = folder;
  }

  read(name: string): Promise<string | null> {
    return this.#given(name, readFile(this.#path(name), 'utf8'));
  }

  readBytes(name: string): Promise<Buffer | null> {
    // A part is small and there are hundreds: handed to another thread, each takes several times as long.
    const read = async () => readFileSync(this.#path(name));
    return this.#given(name, read());
  }

  async *lines(name: string): AsyncGenerator<FileLine> {
    try {
      yield* linesOf(createReadStream(this.#path(name)));
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') throw readFailureOf(error, name, this.place);
    }
  }

  copyFrom(name: string, offset: number, to: string): Promise<void> {
    return this.#replace(to, async (temporary) => {
      const rest = createReadStream(this.#path(name), { start: offset });
      await pipeline(rest, createWriteStream(temporary, { mode: FILE_MODE, flush: true }));
    });
  }

  async resumeLog(name: string, format: LogFormat, size: number): Promise<void> {
    await this.#letGo(name);
    this.#logs.set(name, await this.#told(LogFile.resume(this.#path(name), format, size)));
  }

  append(name: string, value: unknown): void {
    const log = this.#logs.get(name);
    if (!log) throw new Error(`${name} is no log that was opened`);
    log.append(value);
  }

  flush(): Promise<void> | undefined {
    const flushing = [...this.#logs.values()].flatMap((log) => log.flush() ?? []);
    return flushing.length === 0 ? undefined : this.#told(Promise.all(flushing).then(() => undefined));
  }

  async settle(): Promise<void> {
    await this.flush();
  }

  async verify(): Promise<void> {
    for (const log of this.#logs.values()) await this.#told(log.verify());
  }

  writeAtomically(name: string, text: string): Promise<void> {
    return this.#replace(name, (temporary) => writeDurably(temporary, text));
  }

  async write(name: string, text: string): Promise<void> {
    const path = this.#path(name);
    const temporary = `${path}.tmp`;
    await this.#told(
      (async () => {
        await ensureFolder(dirname(path));
        await writeDurably(temporary, text);
        // Never half of it: an earlier document may name the same part.
        await replaceFile(temporary, path);
      })(),
    );
  }

  keepNames(folder: string): Promise<void> {
    return this.#told(syncFolder(this.#path(folder)));
  }

  copy(from: string, to: string): Promise<void> {
    return this.#replace(to, async (temporary) => {
      // A clone costs nothing where the file system can do it, and is a copy elsewhere.
      await copyFile(this.#path(from), temporary, constants.COPYFILE_FICLONE);
      const handle = await open(temporary, 'r+');
      try {
        await handle.chmod(FILE_MODE);
        await handle.sync();
      } finally {
        await handle.close();
      }
    });
  }

  async move(from: string, to: string): Promise<void> {
    await this.#letGo(from);
    await this.#told(this.#rename(this.#path(from), this.#path(to)));
  }

  async list(folder: string): Promise<string[]> {
    return (await this.#given(folder, readdir(this.#path(folder)))) ?? [];
  }

  async entries(folder: string): Promise<FileEntry[]> {
    const read = readdir(this.#path(folder), { withFileTypes: true });
    const found = (await this.#given(folder, read)) ?? [];
    const entries = found.map(async (each): Promise<FileEntry | null> => {
      const { name } = each;
      if (each.isDirectory()) return { name, kind: 'folder', bytes: 0 };
      if (!each.isFile()) return { name, kind: 'other', bytes: 0 };
      const stats = await unlessMissing(lstat(join(this.#path(folder), name)));
      return stats && { name, kind: 'file', bytes: stats.size };
    });
    return (await this.#given(folder, Promise.all(entries)))?.flatMap((each) => each ?? []) ?? [];
  }

  async remove(name: string): Promise<void> {
    await this.#letGo(name);
    await this.#told(rm(this.#path(name), { force: true }));
  }

  removeFolder(name: string): Promise<void> {
    const remove = rmdir(this.#path(name)).catch((error: unknown) => {
      if (!STAYS.has(errorCode(error) ?? '')) throw error;
    });
    return this.#told(remove);
  }

  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const name of [...this.#logs.keys()]) await this.#letGo(name).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  #path(name: string): string {
    return join(this.place, name);
  }

  async #rename(source: string, target: string): Promise<void> {
    await ensureFolder(dirname(target));
    try {
      await replaceFile(source, target);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return;
      throw error;
    }
    await syncFolder(dirname(target));
    if (dirname(source) !== dirname(target)) await syncFolder(dirname(source));
  }

  async #letGo(name: string): Promise<void> {
    const log = this.#logs.get(name);
    if (!log) return;
    this.#logs.delete(name);
    await this.#told(log.close());
  }

  async #replace(name: string, write: (temporary: string) => Promise<void>): Promise<void> {
    const path = this.#path(name);
    // Always the same name: there is one writer, and what an interrupted one left is overwritten, not collected.
    const temporary = `${path}.tmp`;
    await this.#told(
      (async () => {
        await ensureFolder(dirname(path));
        await write(temporary);
        await replaceFile(temporary, path);
        await syncFolder(dirname(path));
      })(),
    );
  }

  /** What is read, `null` where there is nothing; what the file system says, in words. */
  async #given<T>(name: string, reading: Promise<T>): Promise<T | null> {
    try {
      return await unlessMissing(reading);
    } catch (error) {
      throw readFailureOf(error, name, this.place);
    }
  }

  /** What the file system says, in words. */
  async #told<T>(job: Promise<T>): Promise<T> {
    try {
      return await job;
    } catch (error) {
      throw failureOf(error, this.place);
    }
  }
}

async function writeDurably(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', FILE_MODE);
  try {
    // What an earlier version left there may be readable by others.
    await handle.chmod(FILE_MODE);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
