/** What opening is to do to the files once all is known. What could not be read is moved aside, never written over. */
import type { StoreFiles } from './files.ts';
import { type DOCUMENT, damagedName, JOURNAL, type NEXT_JOURNAL } from './names.ts';

/** The sentence that says what was moved, and to which name. */
type Said = (aside: string) => string;

export class Tidying {
  readonly #files: StoreFiles;
  readonly #now: () => Date;
  /** In order; each comes to a sentence, or to none. */
  readonly #jobs: (() => Promise<string | null>)[] = [];
  readonly #said: Said[] = [];

  constructor(files: StoreFiles, now: () => Date) {
    this.#files = files;
    this.#now = now;
  }

  /** The sentences where nothing may be moved. */
  get undone(): string[] {
    return this.#said.map((said) => said('(nothing was moved)'));
  }

  /** Does all, and says what was moved. */
  async run(): Promise<string[]> {
    const sentences: string[] = [];
    for (const job of this.#jobs) {
      const sentence = await job();
      if (sentence !== null) sentences.push(sentence);
    }
    return sentences;
  }

  move(from: string, to: string): void {
    this.#jobs.push(async () => {
      await this.#files.move(from, to);
      return null;
    });
  }

  remove(name: string): void {
    this.#jobs.push(async () => {
      await this.#files.remove(name);
      return null;
    });
  }

  /** Moves a file to a free name that says that it is damaged. */
  moveAside(name: typeof DOCUMENT | typeof JOURNAL | typeof NEXT_JOURNAL, said: Said): void {
    this.#aside(name, said, (aside) => this.#files.move(name, aside));
  }

  /** Keeps what stands in the journal from `offset` on, in bytes. */
  keepRest(offset: number, said: Said): void {
    this.#aside(JOURNAL, said, (aside) => this.#files.copyFrom(JOURNAL, offset, aside));
  }

  #aside(name: Parameters<typeof damagedName>[1], said: Said, keep: (aside: string) => Promise<void>): void {
    this.#said.push(said);
    this.#jobs.push(async () => {
      const aside = await damagedName(this.#files, name, this.#now());
      await keep(aside);
      return said(aside);
    });
  }
}
