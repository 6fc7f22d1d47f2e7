/** What the store needs of a disk, as narrow as possible. Names are relative: `workspace.json`, `backups/workspace-3.json`. */

/** One line of a file. */
export interface FileLine {
  /** Without its line end. */
  readonly text: string;
  /** Where it begins, in bytes. */
  readonly offset: number;
  /** How many bytes it takes, its line end among them. */
  readonly size: number;
  /** False for a last line without a line end. */
  readonly isWhole: boolean;
}

/** What lies in a folder. */
export interface FileEntry {
  readonly name: string;
  /** `other`: a link, a socket. */
  readonly kind: 'file' | 'folder' | 'other';
  /** 0 where it is no file. */
  readonly bytes: number;
}

/** How a log is written: a first line of constant length that is kept up to date, and a line for each value. */
export interface LogFormat {
  /** The first line as it is after all that was encoded so far. */
  header(): string;
  /** The line of a value, with its line end. Called once for each, in order. */
  encode(value: unknown): string;
}

/** Reading rejects with a `StoreFailure`: `unreadable` where no file can be read there, whoever tries. */
export interface StoreFiles {
  /** Where the files are, for sentences to people. */
  readonly place: string;
  /** The text of a file; `null` if there is none. */
  read(name: string): Promise<string | null>;
  /** The same, as bytes in UTF-8. */
  readBytes(name: string): Promise<Buffer | null>;
  /** The lines of a file, however large it is; none where there is no such file. */
  lines(name: string): AsyncIterable<FileLine>;
  /** The bytes of a file from `offset` on, put into another file; on disk when it resolves. */
  copyFrom(name: string, offset: number, to: string): Promise<void>;
  /** From now on values can be appended to this file, which is there, with a first line, and `size` bytes long. */
  resumeLog(name: string, format: LogFormat, size: number): Promise<void>;
  /** Adds a value to a log. It need not be on disk before `flush`; `value` must not change any more. */
  append(name: string, value: unknown): void;
  /**
   * Resolves when every value appended so far is on disk. After a failure the same ones are written by the next flush. Rejects
   * with a `StoreFailure` where a log is no longer the file that this process opened: then nothing is written.
   */
  flush(): Promise<void> | undefined;
  /** The same, and every value appended so far has been encoded, also where `flush` need not. */
  settle(): Promise<void>;
  /** Rejects with a `StoreFailure` where a log is no longer the file that this process opened. */
  verify(): Promise<void>;
  /** Afterwards the file has this text, on disk; whatever interrupts it, the file has the old text or the new one. */
  writeAtomically(name: string, text: string): Promise<void>;
  /** Gives a file this text, on disk, whole or not at all; its name is on disk after `keepNames`. */
  write(name: string, text: string): Promise<void>;
  /** Has the disk keep which files a folder holds. */
  keepNames(folder: string): Promise<void>;
  /** Afterwards `to` has the text of `from`, with the promise of `writeAtomically`. */
  copy(from: string, to: string): Promise<void>;
  /**
   * Gives a file, or a folder with all that is in it, another name, on disk; nothing happens where there is none. A log is flushed
   * and let go of; a folder must hold none.
   */
  move(from: string, to: string): Promise<void>;
  /** The names of files and folders in a folder, without it; empty where there is no such folder. `''` is the folder of the store itself. */
  list(folder: string): Promise<string[]>;
  /** The same with what each is, and the size of a file; a link is followed nowhere. */
  entries(folder: string): Promise<FileEntry[]>;
  /** Deletes a file; nothing happens if there is none. */
  remove(name: string): Promise<void>;
  /** Deletes a folder that is empty; nothing happens if it is not, or there is none. */
  removeFolder(name: string): Promise<void>;
  /** Flushes and lets go of what is open. */
  close(): Promise<void>;
}
