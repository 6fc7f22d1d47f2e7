/** Files that crash, once, at their k-th operation: it does not happen, or half, or whole, and nothing happens any more. */
import { type StoreFiles, toLine } from '../../src/main/store/files.ts';

export class Crash extends Error {
  override readonly name = 'Crash';
}

/** How much of the operation that crashes still happens; `half` matters to appended lines, the others are atomic. */
export type CrashPoint = 'before' | 'half' | 'after';

export class CrashingFiles implements StoreFiles {
  readonly place: string;
  readonly #inner: StoreFiles;
  readonly #point: CrashPoint;
  #operationsLeft: number;
  #hasCrashed = false;
  #appended: { readonly name: string; readonly value: unknown }[] = [];

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

  append(name: string, value: unknown): void {
    this.#mustRun();
    this.#appended.push({ name, value });
  }

  flush(): Promise<void> | void {
    if (this.#appended.length === 0) return;
    const lines = this.#appended.splice(0);
    return this.#step(
      async () => {
        for (const { name, value } of lines) this.#inner.append(name, value);
        await this.#inner.flush();
      },
      async () => {
        // The lines as one write that ends somewhere in the middle.
        const name = lines[0]!.name;
        const text = lines.map(({ value }) => toLine(value)).join('');
        const there = (await this.#inner.read(name)) ?? '';
        await this.#inner.writeAtomically(name, there + text.slice(0, Math.ceil(text.length / 2)));
      },
    );
  }

  writeAtomically(name: string, text: string): Promise<void> {
    return this.#step(() => this.#inner.writeAtomically(name, text));
  }

  copy(from: string, to: string): Promise<void> {
    return this.#step(() => this.#inner.copy(from, to));
  }

  move(from: string, to: string): Promise<void> {
    return this.#step(() => this.#inner.move(from, to));
  }

  async list(folder: string): Promise<string[]> {
    this.#mustRun();
    return this.#inner.list(folder);
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
