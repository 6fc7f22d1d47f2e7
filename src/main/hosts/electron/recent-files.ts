/** The scenario files that were opened or saved last, kept in the profile folder and told to the system. */
import { readFileSync, writeFileSync } from 'node:fs';
import { app } from 'electron';
import { z } from 'zod';

const LIMIT = 10;

const list = z.array(z.string()).readonly();

export class RecentFiles {
  readonly #keptIn: string;
  readonly #onChange: () => void;
  readonly #onBug: (error: unknown) => void;
  #files: readonly string[];

  /** `keptIn`: a JSON file; one that is missing or damaged is an empty list. */
  constructor(keptIn: string, onChange: () => void, onBug: (error: unknown) => void) {
    this.#keptIn = keptIn;
    this.#onChange = onChange;
    this.#onBug = onBug;
    this.#files = readList(keptIn);
  }

  /** Absolute paths, newest first. */
  get files(): readonly string[] {
    return this.#files;
  }

  /** It was opened or saved just now. */
  note(file: string): void {
    app.addRecentDocument(file);
    this.#keep([file, ...this.#files.filter((each) => each !== file)].slice(0, LIMIT));
  }

  /** It is no longer there. */
  drop(file: string): void {
    this.#keep(this.#files.filter((each) => each !== file));
  }

  clear(): void {
    app.clearRecentDocuments();
    this.#keep([]);
  }

  #keep(files: readonly string[]): void {
    this.#files = files;
    try {
      // Like all that is stored here, for its owner alone.
      writeFileSync(this.#keptIn, JSON.stringify(files), { mode: 0o600 });
    } catch (error) {
      // A list of files is not worth more than a word.
      this.#onBug(error);
    }
    this.#onChange();
  }
}

function readList(keptIn: string): readonly string[] {
  try {
    return list.parse(JSON.parse(readFileSync(keptIn, 'utf8'))).slice(0, LIMIT);
  } catch {
    return [];
  }
}
