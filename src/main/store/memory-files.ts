/** Files that live as long as this object: for scenario runs and tests. Two stores on it, one after the other, are a restart. */
import { type StoreFiles, toLine } from './files.ts';

interface MemoryFile {
  text: string;
  /** Appended since `text`; becomes text only when somebody reads, which most runs never do. */
  readonly appended: unknown[];
}

export class MemoryFiles implements StoreFiles {
  readonly place = 'memory';
  readonly #files = new Map<string, MemoryFile>();

  async read(name: string): Promise<string | null> {
    const file = this.#files.get(name);
    if (!file) return null;
    file.text += file.appended.splice(0).map(toLine).join('');
    return file.text;
  }

  append(name: string, value: unknown): void {
    const file = this.#files.get(name);
    if (file) file.appended.push(value);
    else this.#files.set(name, { text: '', appended: [value] });
  }

  flush(): void {
    // What is appended is as safe as memory can be.
  }

  async writeAtomically(name: string, text: string): Promise<void> {
    this.#files.set(name, { text, appended: [] });
  }

  async copy(from: string, to: string): Promise<void> {
    const text = await this.read(from);
    if (text === null) throw new Error(`there is no ${from} to copy`);
    this.#files.set(to, { text, appended: [] });
  }

  async move(from: string, to: string): Promise<void> {
    const file = this.#files.get(from);
    if (!file) return;
    this.#files.delete(from);
    this.#files.set(to, file);
  }

  async list(folder: string): Promise<string[]> {
    const prefix = folder === '' ? '' : `${folder}/`;
    return [...this.#files.keys()]
      .filter((name) => name.startsWith(prefix) && !name.slice(prefix.length).includes('/'))
      .map((name) => name.slice(prefix.length));
  }

  async remove(name: string): Promise<void> {
    this.#files.delete(name);
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}
