/** Files that crash, once, at their k-th operation: it does not happen, or half, or whole, and nothing happens any more. */
import type { FileEntry, FileLine, LogFormat, StoreFiles } from '../../src/main/store/files.ts';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/** How much of the operation that crashes still happens; `half` matters to appended lines, the others are atomic. */
export type CrashPoint = 'before' | 'half' | 'after';

interface Log {
  readonly format: LogFormat;
  size: number;
  waiting: unknown[];
}

export class CrashingFiles implements StoreFiles {
  readonly place: string;
  readonly #inner: StoreFiles;
  readonly #point: CrashPoint;
  readonly #logs = new Map<string, Log>();
  #operationsLeft: number;
  #hasCrashed = false;

  constructor(inner: StoreFiles, crashAt: number, point: CrashPoint) {
    this.place = inner.place;
    this.#inner = inner;
    this.#operationsLeft = crashAt;
    this.#point = point;
  }

  get hasCrashed(): boolean {
    return this.#hasCrashed;
  }

  async read(name: string): Promise<string | null> {
    this.#mustRun();
    return this.#inner.read(name);
  }

  async readBytes(name: string): Promise<Buffer | null> {
    this.#mustRun();
    return this.#inner.readBytes(name);
  }

  lines(name: string): AsyncIterable<FileLine> {
    this.#mustRun();
    return this.#inner.lines(name);
  }

  copyFrom(name: string, offset: number, to: string): Promise<void> {
    return this.#step(() => this.#inner.copyFrom(name, offset, to));
  }

  resumeLog(name: string, format: LogFormat, size: number): Promise<void> {
    return this.#step(async () => {
      this.#logs.set(name, { format, size, waiting: [] });
    });
  }

  append(name: string, value: unknown): void {
    this.#mustRun();
    const log = this.#logs.get(name);
    if (!log) throw new Error(`${name} is no log that was opened`);
    log.waiting.push(value);
  }

  flush(): Promise<void> | undefined {
    const [first] = [...this.#logs].filter(([, { waiting }]) => waiting.length > 0);
    if (!first) return undefined;
    const [name, log] = first;
    const lines = log.waiting.splice(0).map((value) => log.format.encode(value));
    const header = log.format.header();
    const write = async (tail: string) => {
      const there = (await this.#inner.read(name)) ?? '';
      await this.#inner.writeAtomically(name, header + there.slice(there.indexOf('\n') + 1) + tail);
    };
    const tail = lines.join('');
    // Half of it: the lines as one write that ends somewhere in the middle.
    return this.#step(
      () => write(tail),
      () => write(tail.slice(0, Math.ceil(tail.length / 2))),
    );
  }

  async settle(): Promise<void> {
    await this.flush();
  }

  async verify(): Promise<void> {
    this.#mustRun();
  }

  writeAtomically(name: string, text: string): Promise<void> {
    return this.#step(() => this.#inner.writeAtomically(name, text));
  }

  write(name: string, text: string): Promise<void> {
    return this.#step(() => this.#inner.write(name, text));
  }

  keepNames(folder: string): Promise<void> {
    return this.#step(() => this.#inner.keepNames(folder));
  }

  copy(from: string, to: string): Promise<void> {
    return this.#step(() => this.#inner.copy(from, to));
  }

  async move(from: string, to: string): Promise<void> {
    await this.flush();
    this.#logs.delete(from);
    return this.#step(() => this.#inner.move(from, to));
  }

  async list(folder: string): Promise<string[]> {
    this.#mustRun();
    return this.#inner.list(folder);
  }

  async entries(folder: string): Promise<FileEntry[]> {
    this.#mustRun();
    return this.#inner.entries(folder);
  }

  removeFolder(name: string): Promise<void> {
    return this.#step(() => this.#inner.removeFolder(name));
  }

  remove(name: string): Promise<void> {
    return this.#step(() => this.#inner.remove(name));
  }

  async close(): Promise<void> {
    if (!this.#hasCrashed) await this.flush();
  }

  #mustRun(): void {
    if (this.#hasCrashed) throw new Crash('the process has ended');
  }

  async #step(whole: () => Promise<void>, half: () => Promise<void> = async () => undefined): Promise<void> {
    this.#mustRun();
    this.#operationsLeft -= 1;
    if (this.#operationsLeft >= 0) return whole();
    this.#hasCrashed = true;
    if (this.#point === 'after') await whole();
    if (this.#point === 'half') await half();
    throw new Crash('the process ends here');
  }
}
