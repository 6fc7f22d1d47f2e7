/**
 * The journal that is written now, and how the next one takes its place. Invariants:
 *
 * 1. Every entry recorded is in the journal, or is held until there is one: no journal skips an entry.
 * 2. No journal replaces another that holds anything: that one goes to the backups, under its own number.
 * 3. Where a change fails half-way, the next flush tries again to come to the journal that the stored workspace goes on with.
 */
import { randomUUID } from 'node:crypto';
import { StoreFailure } from '../../shared/store-failure.ts';
import type { JournalEntry } from '../runtime/ports.ts';
import type { StoreFiles } from './files.ts';
import { type JournalIdentity, JournalLog } from './journal-log.ts';
import { type Surveyed, surveyJournal } from './journal-reading.ts';
import { backupJournal, JOURNAL, NEXT_JOURNAL } from './names.ts';

export class PresentJournal {
  readonly #files: StoreFiles;
  /** This process's own name in the journal. */
  readonly #writer = randomUUID();
  #log: JournalLog | null = null;
  /** The journal that should be there, where the files could not be brought to it, and whether it was begun already. */
  #due: { readonly identity: JournalIdentity; readonly isBegun: boolean } | null = null;
  /** The save that a journal was begun with which was found and cannot be appended to. */
  #left: number | null = null;
  /** Entries recorded while there is no journal. */
  #held: JournalEntry[] = [];
  /** Resolves when the change that runs has ended, well or not. */
  #changing: Promise<void> | null = null;

  constructor(files: StoreFiles) {
    this.#files = files;
  }

  record(entry: JournalEntry): void {
    if (this.#log !== null) this.#files.append(JOURNAL, entry);
    else this.#held.push(entry);
  }

  /** Resolves when all that was recorded is on disk; rejects where there is no journal, and none can be had. */
  flush(): Promise<void> | undefined {
    if (this.#changing !== null) return this.#changing.then(() => this.flush());
    if (this.#due !== null) return this.#change(() => this.#bringBack()).then(() => this.#files.flush());
    return this.#files.flush();
  }

  /** Resolves when no change runs. */
  async idle(): Promise<void> {
    await this.#changing;
  }

  /** The chain's sum after all that was recorded, which is on disk then; 0 where nothing was ever journalled. */
  async sum(): Promise<number> {
    if (this.#due !== null) await this.#change(() => this.#bringBack());
    if (this.#log === null) return 0;
    await this.#files.settle();
    return this.#log.sum;
  }

  /** Goes on with a journal that was found. */
  async resume({ header, last, sum, size }: Surveyed): Promise<void> {
    if (header === null) throw new Error('a journal without a first line cannot be gone on with');
    await this.#append(new JournalLog(header, this.#writer, last ?? header.from, sum), last ?? header.from, size);
  }

  /** A journal that was found cannot be appended to; it was begun with this save. */
  leave(saveNumber: number | null): void {
    this.#left = saveNumber;
  }

  /** Writes the next journal's first line where nobody looks for it yet. */
  prepare(next: JournalIdentity): Promise<void> {
    return this.#files.writeAtomically(NEXT_JOURNAL, new JournalLog(next, this.#writer).header());
  }

  /**
   * The next journal, prepared, replaces the current one; what is recorded meanwhile waits for it. Where that fails, the
   * present one goes on, unless it belongs to another workspace: then the next one is begun as soon as it can be.
   */
  switchTo(next: JournalIdentity): Promise<void> {
    const before = this.#log?.identity;
    const isBegun = before?.workspaceId === next.workspaceId;
    this.#due = { identity: isBegun ? before : next, isBegun };
    this.#log = null;
    return this.#change(async () => {
      try {
        const left = before?.saveNumber ?? this.#left ?? (await this.#numberThere());
        if (left !== null) await this.#files.move(JOURNAL, backupJournal(left));
        await this.#begin(next);
      } catch (error) {
        // If this fails too, the next flush says so.
        if (isBegun) await this.#bringBack().catch(() => undefined);
        throw error;
      }
    });
  }

  /** One change after the other. */
  async #change(job: () => Promise<void>): Promise<void> {
    const change = (this.#changing ?? Promise.resolve()).then(job);
    const ended = change.catch(() => undefined);
    this.#changing = ended;
    try {
      await change;
    } finally {
      if (this.#changing === ended) this.#changing = null;
    }
  }

  async #begin(next: JournalIdentity): Promise<void> {
    await this.#files.move(NEXT_JOURNAL, JOURNAL);
    const log = new JournalLog(next, this.#writer);
    await this.#append(log, next.from, Buffer.byteLength(log.header()));
  }

  async #append(log: JournalLog, through: number, size: number): Promise<void> {
    await this.#files.resumeLog(JOURNAL, log, size);
    // Not before: there would be a journal here that is not on disk.
    this.#log = log;
    this.#due = null;
    this.#left = null;
    for (const entry of this.#held.splice(0)) if (entry.seq > through) this.#files.append(JOURNAL, entry);
  }

  async #numberThere(): Promise<number | null> {
    return (await surveyJournal(this.#files, JOURNAL))?.header?.saveNumber ?? null;
  }

  /** Looks where a change that failed left the journal that is due, and goes on with it. */
  async #bringBack(): Promise<void> {
    if (this.#due === null) return;
    const { identity, isBegun } = this.#due;
    const survey = async (name: string) => {
      const journal = await surveyJournal(this.#files, name);
      const { saveNumber, workspaceId } = journal?.header ?? {};
      return { journal, isDue: saveNumber === identity.saveNumber && workspaceId === identity.workspaceId };
    };
    const there = await survey(JOURNAL);
    if (there.journal !== null && there.isDue) return this.resume(there.journal);
    const kept = backupJournal(identity.saveNumber);
    const { journal, isDue } = await survey(kept);
    if (journal !== null && isDue) {
      // What took its place meanwhile holds nothing: entries were held.
      await this.#files.move(kept, JOURNAL);
      return this.resume(journal);
    }
    if (isBegun) {
      const message = `${JOURNAL} in ${this.#files.place} is gone: nothing more is saved until the workspace is opened again.`;
      throw new StoreFailure('fenced', message);
    }
    const number = there.journal?.header?.saveNumber;
    if (number !== undefined) await this.#files.move(JOURNAL, backupJournal(number));
    await this.prepare(identity);
    await this.#begin(identity);
  }
}
