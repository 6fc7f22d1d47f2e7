/** Files that live as long as this object: for scenario runs and tests. Two stores on it, one after the other, are a restart. */
import { linesOf } from './file-lines.ts';
import type { FileEntry, FileLine, LogFormat, StoreFiles } from './files.ts';

interface MemoryFile {
  text: string;
  /** Appended since `text`; becomes text only when somebody reads, which most runs never do. */
  appended: unknown[];
  format: LogFormat | null;
}

export class MemoryFiles implements StoreFiles {
  readonly place = 'memory';
  readonly #files = new Map<string, MemoryFile>();

  async read(name: string): Promise<string | null> {
    const file = this.#files.get(name);
    return file ? wholeText(file) : null;
  }

  async readBytes(name: string): Promise<Buffer | null> {
    const text = await this.read(name);
    return text === null ? null : Buffer.from(text);
  }

  async *lines(name: string): AsyncGenerator<FileLine> {
    const text = await this.read(name);
    if (text !== null) yield* linesOf(onceAsync(Buffer.from(text)));
  }

  async copyFrom(name: string, offset: number, to: string): Promise<void> {
    const text = await this.read(name);
    await this.writeAtomically(
      to,
      Buffer.from(text ?? '')
        .subarray(offset)
        .toString(),
    );
  }

  async resumeLog(name: string, format: LogFormat, size: number): Promise<void> {
    const text = (await this.read(name)) ?? '';
    this.#files.set(name, { text: Buffer.from(text).subarray(0, size).toString(), appended: [], format });
  }

  append(name: string, value: unknown): void {
    const file = this.#files.get(name);
    if (!file?.format) throw new Error(`${name} is no log that was opened`);
    file.appended.push(value);
  }

  flush(): Promise<void> | undefined {
    // What is appended is as safe as memory can be.
    return undefined;
  }

  async settle(): Promise<void> {
    for (const file of this.#files.values()) wholeText(file);
  }

  async verify(): Promise<void> {
    // Nobody else can reach these files.
  }

  async writeAtomically(name: string, text: string): Promise<void> {
    this.#files.set(name, { text, appended: [], format: null });
  }

  write(name: string, text: string): Promise<void> {
    return this.writeAtomically(name, text);
  }

  async keepNames(): Promise<void> {
    // Names are kept as long as the files are.
  }

  async copy(from: string, to: string): Promise<void> {
    const text = await this.read(from);
    if (text === null) throw new Error(`there is no ${from} to copy`);
    await this.writeAtomically(to, text);
  }

  async move(from: string, to: string): Promise<void> {
    for (const name of [...this.#files.keys()]) {
      if (name !== from && !name.startsWith(`${from}/`)) continue;
      const text = (await this.read(name)) ?? '';
      this.#files.delete(name);
      await this.writeAtomically(`${to}${name.slice(from.length)}`, text);
    }
  }

  async list(folder: string): Promise<string[]> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const within = [...this.#files.keys()].filter((name) => name.startsWith(prefix));
    return [...new Set(within.map((name) => name.slice(prefix.length).split('/')[0] ?? ''))];
  }

  async entries(folder: string): Promise<FileEntry[]> {
    const names = await this.list(folder);
    return names.map((name) => {
      const file = this.#files.get(folder === '' ? name : `${folder}/${name}`);
      return file
        ? { name, kind: 'file', bytes: Buffer.byteLength(wholeText(file)) }
        : { name, kind: 'folder', bytes: 0 };
    });
  }

  async remove(name: string): Promise<void> {
    this.#files.delete(name);
  }

  async removeFolder(): Promise<void> {
    // A folder is there as long as a file is in it.
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}

function wholeText(file: MemoryFile): string {
  const { format, appended } = file;
  if (format !== null && appended.length > 0) {
    const lines = appended.splice(0).map((value) => format.encode(value));
    file.text = `${format.header()}${file.text.slice(file.text.indexOf('\n') + 1)}${lines.join('')}`;
  }
  return file.text;
}

async function* onceAsync<T>(value: T): AsyncGenerator<T> {
  yield value;
}
