/** A folder among the store's files, as files of its own. */
import type { FileEntry, FileLine, LogFormat, StoreFiles } from './files.ts';

export class SubFiles implements StoreFiles {
  readonly place: string;
  readonly #files: StoreFiles;
  readonly #folder: string;

  /** `folder`: without a slash at its end. */
  constructor(files: StoreFiles, folder: string) {
    this.#files = files;
    this.#folder = folder;
    this.place = `${files.place}/${folder}`;
  }

  read(name: string): Promise<string | null> {
    return this.#files.read(this.#path(name));
  }

  readBytes(name: string): Promise<Buffer | null> {
    return this.#files.readBytes(this.#path(name));
  }

  lines(name: string): AsyncIterable<FileLine> {
    return this.#files.lines(this.#path(name));
  }

  copyFrom(name: string, offset: number, to: string): Promise<void> {
    return this.#files.copyFrom(this.#path(name), offset, this.#path(to));
  }

  resumeLog(name: string, format: LogFormat, size: number): Promise<void> {
    return this.#files.resumeLog(this.#path(name), format, size);
  }

  append(name: string, value: unknown): void {
    this.#files.append(this.#path(name), value);
  }

  flush(): Promise<void> | undefined {
    return this.#files.flush();
  }

  settle(): Promise<void> {
    return this.#files.settle();
  }

  verify(): Promise<void> {
    return this.#files.verify();
  }

  writeAtomically(name: string, text: string): Promise<void> {
    return this.#files.writeAtomically(this.#path(name), text);
  }

  write(name: string, text: string): Promise<void> {
    return this.#files.write(this.#path(name), text);
  }

  keepNames(folder: string): Promise<void> {
    return this.#files.keepNames(this.#path(folder));
  }

  copy(from: string, to: string): Promise<void> {
    return this.#files.copy(this.#path(from), this.#path(to));
  }

  move(from: string, to: string): Promise<void> {
    return this.#files.move(this.#path(from), this.#path(to));
  }

  list(folder: string): Promise<string[]> {
    return this.#files.list(folder === '' ? this.#folder : this.#path(folder));
  }

  entries(folder: string): Promise<FileEntry[]> {
    return this.#files.entries(folder === '' ? this.#folder : this.#path(folder));
  }

  removeFolder(name: string): Promise<void> {
    return this.#files.removeFolder(this.#path(name));
  }

  remove(name: string): Promise<void> {
    return this.#files.remove(this.#path(name));
  }

  /** All is flushed; what is open stays so, for other folders are served by the same files. */
  async close(): Promise<void> {
    await this.#files.flush();
  }

  #path(name: string): string {
    return `${this.#folder}/${name}`;
  }
}
