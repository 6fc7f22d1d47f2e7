/** A file that only grows, line by line; lines wait in memory until `flush` writes them at once. */
import { type FileHandle, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ensureFolder, syncFolder } from './durable.ts';
import { toLine } from './files.ts';

export class AppendFile {
  readonly #path: string;
  #waiting: unknown[] = [];
  #handle: FileHandle | null = null;
  /** How long the file is for certain; what a failed write left behind it is cut off. */
  #size = 0;
  #isWhole = true;
  #isNamed = false;
  #flushing: Promise<void> | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  append(value: unknown): void {
    this.#waiting.push(value);
  }

  /** Writes and syncs all that waits; nothing where nothing does. */
  flush(): Promise<void> | undefined {
    if (this.#waiting.length === 0) return this.#flushing ?? undefined;
    const earlier = this.#flushing ?? Promise.resolve();
    // An earlier flush that failed has told its own caller; its lines still wait and go with this one.
    const flushing = earlier.catch(() => undefined).then(() => this.#write());
    this.#flushing = flushing;
    const done = () => {
      if (this.#flushing === flushing) this.#flushing = null;
    };
    flushing.then(done, done);
    return flushing;
  }

  async close(): Promise<void> {
    try {
      await this.flush();
    } finally {
      await this.#handle?.close();
      this.#handle = null;
    }
  }

  async #write(): Promise<void> {
    const lines = this.#waiting;
    if (lines.length === 0) return;
    const bytes = Buffer.from(lines.map(toLine).join(''));
    const count = lines.length;
    const handle = await this.#opened();
    // After a failed write nobody knows how much of it is there: half a line in the middle would spoil all that follows.
    if (!this.#isWhole) await handle.truncate(this.#size);
    this.#isWhole = false;
    await handle.appendFile(bytes);
    await handle.datasync();
    if (!this.#isNamed) await syncFolder(dirname(this.#path));
    this.#isNamed = true;
    this.#isWhole = true;
    this.#size += bytes.length;
    this.#waiting = lines.slice(count);
  }

  async #opened(): Promise<FileHandle> {
    if (this.#handle) return this.#handle;
    await ensureFolder(dirname(this.#path));
    const handle = await open(this.#path, 'a');
    this.#size = (await handle.stat()).size;
    this.#handle = handle;
    return handle;
  }
}
