/** Files on a disk that fails: an operation throws what the system would, having done nothing or all of what it was asked. */
import { failureOf, readFailureOf } from '../../src/main/store/failure.ts';
import type { FileEntry, FileLine, LogFormat, StoreFiles } from '../../src/main/store/files.ts';

/** The operations that write, and those that read. */
export type Operation =
  | 'read'
  | 'list'
  | 'resumeLog'
  | 'flush'
  | 'verify'
  | 'writeAtomically'
  | 'write'
  | 'keepNames'
  | 'copy'
  | 'copyFrom'
  | 'move'
  | 'remove';

/** `after`: it was done, and could not be said to be safe. */
export interface Fault {
  readonly code: 'ENOSPC' | 'EROFS' | 'EIO' | 'EACCES';
  readonly when: 'before' | 'after';
}

/** What becomes of an operation; `null` where it goes well. */
export type Faults = (operation: Operation, name: string) => Fault | null;

export class FailingFiles implements StoreFiles {
  readonly place: string;
  readonly #inner: StoreFiles;
  faults: Faults;

  constructor(inner: StoreFiles, faults: Faults = () => null) {
    this.place = inner.place;
    this.#inner = inner;
    this.faults = faults;
  }

  read(name: string): Promise<string | null> {
    return this.#do('read', name, () => this.#inner.read(name));
  }
  readBytes(name: string): Promise<Buffer | null> {
    return this.#do('read', name, () => this.#inner.readBytes(name));
  }
  async *lines(name: string): AsyncGenerator<FileLine> {
    await this.#do('read', name, async () => undefined);
    yield* this.#inner.lines(name);
  }
  list(folder: string): Promise<string[]> {
    return this.#do('list', folder, () => this.#inner.list(folder));
  }
  entries(folder: string): Promise<FileEntry[]> {
    return this.#do('list', folder, () => this.#inner.entries(folder));
  }
  removeFolder(name: string): Promise<void> {
    return this.#do('remove', name, () => this.#inner.removeFolder(name));
  }
  resumeLog(name: string, format: LogFormat, size: number): Promise<void> {
    return this.#do('resumeLog', name, () => this.#inner.resumeLog(name, format, size));
  }
  append(name: string, value: unknown): void {
    this.#inner.append(name, value);
  }
  flush(): Promise<void> | undefined {
    const fault = this.faults('flush', '');
    return fault === null ? this.#inner.flush() : Promise.reject(this.#error(fault, 'flush', ''));
  }
  settle(): Promise<void> {
    return this.#do('flush', '', () => this.#inner.settle());
  }
  verify(): Promise<void> {
    return this.#do('verify', '', () => this.#inner.verify());
  }
  writeAtomically(name: string, text: string): Promise<void> {
    return this.#do('writeAtomically', name, () => this.#inner.writeAtomically(name, text));
  }
  write(name: string, text: string): Promise<void> {
    return this.#do('write', name, () => this.#inner.write(name, text));
  }
  keepNames(folder: string): Promise<void> {
    return this.#do('keepNames', folder, () => this.#inner.keepNames(folder));
  }
  copy(from: string, to: string): Promise<void> {
    return this.#do('copy', to, () => this.#inner.copy(from, to));
  }
  copyFrom(name: string, offset: number, to: string): Promise<void> {
    return this.#do('copyFrom', to, () => this.#inner.copyFrom(name, offset, to));
  }
  move(from: string, to: string): Promise<void> {
    return this.#do('move', from, () => this.#inner.move(from, to));
  }
  remove(name: string): Promise<void> {
    return this.#do('remove', name, () => this.#inner.remove(name));
  }
  close(): Promise<void> {
    return this.#inner.close();
  }

  async #do<T>(operation: Operation, name: string, job: () => Promise<T>): Promise<T> {
    const fault = this.faults(operation, name);
    if (fault?.when === 'before') throw this.#error(fault, operation, name);
    const result = await job();
    if (fault !== null) throw this.#error(fault, operation, name);
    return result;
  }

  /** As the files on disk say it. */
  #error({ code }: Fault, operation: Operation, name: string): unknown {
    const error = Object.assign(new Error(`${code}: made up by a test`), { code });
    const isReading = operation === 'read' || operation === 'list';
    return isReading ? readFailureOf(error, name, this.place) : failureOf(error, this.place);
  }
}
