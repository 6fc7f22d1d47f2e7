/**
 * A log on disk: a first line that is kept up to date in its place, and lines that are only added. What is added waits in memory
 * until `flush` writes it at once. Before each write it makes sure that the file is still the one that was opened: a file that was
 * deleted, exchanged or taken over by another process would swallow what it is given without a word.
 */
import { type FileHandle, open, stat } from 'node:fs/promises';
import { StoreFailure } from '../../shared/store-failure.ts';
import { isSameFile, unlessMissing } from './durable.ts';
import type { LogFormat } from './files.ts';

export class LogFile {
  readonly #path: string;
  readonly #format: LogFormat;
  readonly #handle: FileHandle;
  /** Values that are not encoded yet, and lines that are not on disk yet. */
  #waiting: unknown[] = [];
  #lines: string[] = [];
  /** How long the file is for certain; what a failed write left behind it is cut off. */
  #size: number;
  #header = '';
  #isWhole = true;
  #isFenced = false;
  #flushing: Promise<void> | null = null;

  private constructor(path: string, format: LogFormat, handle: FileHandle, size: number) {
    this.#path = path;
    this.#format = format;
    this.#handle = handle;
    this.#size = size;
  }

  /** Goes on with a file that is there, `size` bytes long, its first line as long as the format's; makes it this process's own. */
  static async resume(path: string, format: LogFormat, size: number): Promise<LogFile> {
    const handle = await open(path, 'r+');
    try {
      const file = new LogFile(path, format, handle, size);
      await file.#writeHeader();
      await handle.datasync();
      return file;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  append(value: unknown): void {
    this.#waiting.push(value);
  }

  /** Writes and syncs all that waits; nothing where nothing does. */
  flush(): Promise<void> | undefined {
    if (this.#waiting.length === 0 && this.#lines.length === 0) return this.#flushing ?? undefined;
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
      await this.#handle.close();
    }
  }

  /** Rejects where the file is no longer the one that was opened, for good. */
  async verify(): Promise<void> {
    if (!this.#isFenced && (await this.#isOurs())) return;
    this.#isFenced = true;
    throw new StoreFailure(
      'fenced',
      `${this.#path} was deleted, moved, or changed by another program while Trigger Lab was running. Nothing more is written, so that nothing gets mixed up. ` +
        'Export the workspace as a scenario, then start Trigger Lab again.',
    );
  }

  async #isOurs(): Promise<boolean> {
    const [there, opened] = await Promise.all([unlessMissing(stat(this.#path)), this.#handle.stat()]);
    if (there === null || !isSameFile(there, opened) || opened.nlink === 0) return false;
    // After a write that failed nobody knows what is there, but it is ours.
    if (!this.#isWhole) return true;
    if (opened.size !== this.#size) return false;
    const first = Buffer.alloc(this.#header.length);
    await this.#handle.read(first, 0, first.length, 0);
    return first.toString('latin1') === this.#header;
  }

  async #write(): Promise<void> {
    if (this.#waiting.length === 0 && this.#lines.length === 0) return;
    await this.verify();
    for (const value of this.#waiting.splice(0)) this.#lines.push(this.#format.encode(value));
    const count = this.#lines.length;
    const bytes = Buffer.from(this.#lines.join(''));
    // After a failed write nobody knows how much of it is there: half a line in the middle would spoil all that follows.
    if (!this.#isWhole) await this.#handle.truncate(this.#size);
    this.#isWhole = false;
    await this.#writeAll(bytes, this.#size);
    await this.#writeHeader();
    await this.#handle.datasync();
    this.#isWhole = true;
    this.#size += bytes.length;
    this.#lines = this.#lines.slice(count);
  }

  async #writeHeader(): Promise<void> {
    const header = this.#format.header();
    await this.#writeAll(Buffer.from(header, 'latin1'), 0);
    this.#header = header;
  }

  async #writeAll(bytes: Buffer, position: number): Promise<void> {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await this.#handle.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  }
}
