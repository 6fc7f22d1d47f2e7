/** What the store needs of a disk, as narrow as possible. Names are relative: `workspace.json`, `backups/workspace-3.json`. */
export interface StoreFiles {
  /** Where the files are, for sentences to people. */
  readonly place: string;
  /** The text of a file; `null` where there is none. */
  read(name: string): Promise<string | null>;
  /** Adds one line of JSON to a file. It need not be on disk before `flush`; `value` must not change any more. */
  append(name: string, value: unknown): void;
  /** Resolves when every line appended so far is on disk. After a failure the same lines are written by the next flush. */
  flush(): Promise<void> | void;
  /** Afterwards the file has this text, on disk; whatever interrupts it, the file has the old text or the new one. */
  writeAtomically(name: string, text: string): Promise<void>;
  /** Afterwards `to` has the text of `from`, with the promise of `writeAtomically`. */
  copy(from: string, to: string): Promise<void>;
  /** Gives a file another name, on disk; nothing happens where there is no such file. Flush before moving an appended file. */
  move(from: string, to: string): Promise<void>;
  /** The names in a folder, without it; empty where there is no such folder. `''` is the folder of the store itself. */
  list(folder: string): Promise<string[]>;
  /** Deletes a file; nothing happens where there is none. */
  remove(name: string): Promise<void>;
  /** Flushes and lets go of what is open. */
  close(): Promise<void>;
}

/** One value as one line of NDJSON. */
export function toLine(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
