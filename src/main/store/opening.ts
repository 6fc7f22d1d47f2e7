/**
 * Reading what is stored, and saving what can be saved of what is damaged. Nothing is overwritten or deleted here: damaged files
 * are moved aside, and nothing is moved before all is known. Interrupted at any point, it ends with the same workspace when it is
 * done again.
 */
import type { Low } from 'lowdb';
import { isInterrupted } from '../runtime/path.ts';
import type { Workspace } from '../runtime/ports.ts';
import { type Base, loadBase, wholeBase } from './base.ts';
import type { DocumentReading } from './document.ts';
import { type DocumentCell, documentIn } from './document-adapter.ts';
import { whyUnreadable } from './failure.ts';
import type { StoreFiles } from './files.ts';
import { type Break, chainOf, jumpsOf, replayChain } from './journal-chain.ts';
import { isForeign, isOfEarlierSave, isOlder } from './journal-kinship.ts';
import { type Surveyed, surveyJournal } from './journal-reading.ts';
import {
  type BackupNumbers,
  backupDocument,
  backupJournal,
  DOCUMENT,
  JOURNAL,
  listBackups,
  NEXT_JOURNAL,
} from './names.ts';
import { StoreRefusal } from './refusal.ts';
import type { Shelves } from './shelves.ts';
import { Tidying } from './tidying.ts';

/** What was found, up to date. */
export interface Found {
  readonly workspace: Workspace;
  readonly workspaceId: string;
  readonly saveNumber: number;
  readonly shelves: Shelves;
  /** The last entry that the document holds. */
  readonly savedSeq: number;
  /** The current journal, where it can be appended to; `null` where document and journal must be written again first. */
  readonly journal: Surveyed | null;
  /** The save that the journal which another one is to replace was begun with; `null` if there is none. */
  readonly leftJournal: number | null;
}

export interface OpeningResult {
  readonly found: Found | null;
  readonly recovered: readonly string[];
  /** The next save's: above every number in use. */
  readonly nextSaveNumber: number;
}

export class Opening {
  readonly #files: StoreFiles;
  readonly #document: Low<DocumentCell>;
  readonly #tidying: Tidying;
  readonly #recovered: string[] = [];

  constructor(files: StoreFiles, document: Low<DocumentCell>, now: () => Date) {
    this.#files = files;
    this.#document = document;
    this.#tidying = new Tidying(files, now);
  }

  /** Reads all, and brings the files in order unless they are only to be looked at. */
  async run({ isReadOnly = false } = {}): Promise<OpeningResult> {
    const backups = await this.#backups();
    const base = await this.#base(backups);
    const { present, missing } = await this.#presentJournal(base);
    const nextSaveNumber =
      1 + Math.max(base?.saveNumber ?? 0, present?.header?.saveNumber ?? 0, ...backups.documents, ...backups.journals);
    const found = base === null ? null : await this.#found(base, backups, present, missing);
    if (base === null && present !== null) {
      this.#tidying.moveAside(
        JOURNAL,
        (aside) => `There is a ${JOURNAL} but no document it continues; it was moved to ${aside}.`,
      );
    }
    this.#recovered.push(...(isReadOnly ? this.#tidying.undone : await this.#tidying.run()));
    return { found, recovered: [...new Set(this.#recovered)], nextSaveNumber };
  }

  async #backups(): Promise<BackupNumbers> {
    try {
      return await listBackups(this.#files);
    } catch (error) {
      this.#recovered.push(`The backups could not be read: ${whyUnreadable(error)}.`);
      return { documents: [], journals: [] };
    }
  }

  async #documentIn(name: string): Promise<DocumentReading> {
    return (await documentIn(this.#files, name)) ?? { kind: 'damaged', problem: 'it is missing' };
  }

  /** The document, or the newest backup that can be read. */
  async #base(backups: BackupNumbers): Promise<Base | null> {
    await this.#document.read();
    const cell = this.#document.data;
    // lowdb would hold on to it for good.
    this.#document.data = { kind: 'none' };
    const reading: DocumentReading | null = cell.kind === 'none' || cell.kind === 'write' ? null : cell;
    const base = reading === null ? null : await this.#baseOf(DOCUMENT, reading);
    if (base !== null && typeof base !== 'string') {
      const other = reading?.kind === 'whole' ? await this.#contradicting(base, backups) : null;
      if (other === null) return base;
      this.#tidying.moveAside(
        DOCUMENT,
        (aside) =>
          `${DOCUMENT} does not match ${JOURNAL}, but its backup ${other.name} does; ${DOCUMENT} was moved to ${aside}.`,
      );
      return other;
    }
    const sentences: string[] = [];
    const backup = await this.#newestBackup(backups, sentences);
    if (base !== null) {
      this.#tidying.moveAside(DOCUMENT, (aside) => `${DOCUMENT} could not be read: ${base}. It was moved to ${aside}.`);
    } else if (backup) this.#recovered.push(`${DOCUMENT} was missing.`);
    this.#recovered.push(...sentences);
    if (base !== null && !backup) this.#recovered.push('There is no backup to restore; a new workspace is started.');
    return backup;
  }

  async #baseOf(name: string, reading: DocumentReading): Promise<Base | string> {
    switch (reading.kind) {
      case 'newer':
        throw this.#newer(name, reading.problem);
      case 'damaged':
        return reading.problem;
      case 'whole':
        this.#recovered.push(...reading.whole.mended);
        return wholeBase(name, reading.whole);
      case 'read': {
        const base = await loadBase(this.#files, name, reading.document);
        if (typeof base !== 'string') this.#recovered.push(...base.mended);
        return base;
      }
    }
  }

  async #newestBackup(backups: BackupNumbers, sentences: string[]): Promise<Base | null> {
    for (const saveNumber of backups.documents.toReversed()) {
      const name = backupDocument(saveNumber);
      const base = await this.#baseOf(name, await this.#documentIn(name));
      if (typeof base !== 'string') {
        sentences.push(`The workspace was restored from the backup ${name} and the journal that continues it.`);
        return base;
      }
      sentences.push(`The backup ${name} could not be read: ${base}.`);
    }
    return null;
  }

  /**
   * Documents up to version 3 have no seal: one letter of their identity may have changed. Each has a copy among the backups: where
   * the two differ and the journal continues from the copy, it is the document that was damaged.
   */
  async #contradicting(base: Base, backups: BackupNumbers): Promise<Base | null> {
    const header = (await surveyJournal(this.#files, JOURNAL))?.header ?? null;
    const goesOn = (each: Base, journal: Surveyed | null) =>
      header?.workspaceId === each.workspaceId && (journal?.first ?? 0) <= each.workspace.seq + 1;
    const journal = await surveyJournal(this.#files, JOURNAL);
    if (header === null || goesOn(base, journal) || !backups.documents.includes(header.saveNumber)) return null;
    const name = backupDocument(header.saveNumber);
    const reading = await this.#documentIn(name);
    if (reading.kind !== 'whole') return null;
    const other = wholeBase(name, reading.whole);
    // A workspace that took the place of another is newer than the journal of that one.
    const isSuperseded = base.saveNumber > header.saveNumber && base.workspaceId !== header.workspaceId;
    return !isSuperseded && goesOn(other, journal) ? other : null;
  }

  /** The current journal; the one prepared to take its place, where that had been interrupted. */
  async #presentJournal(base: Base | null): Promise<{ present: Surveyed | null; missing: boolean }> {
    const expected = base?.sum == null ? undefined : { ...base, from: base.workspace.seq, sum: base.sum };
    const journal = await surveyJournal(this.#files, JOURNAL, expected);
    const next = await surveyJournal(this.#files, NEXT_JOURNAL);
    const isOurs = (each: Surveyed | null) => each?.header?.workspaceId === base?.workspaceId && base !== null;
    if (next !== null && isOurs(next) && !isOurs(journal)) {
      const number = journal?.header?.saveNumber;
      if (journal !== null && number !== undefined) this.#tidying.move(JOURNAL, backupJournal(number));
      this.#tidying.move(NEXT_JOURNAL, JOURNAL);
      return { present: { ...next, name: JOURNAL }, missing: false };
    }
    if (next !== null && next.header === null) {
      const why = next.damage?.problem ?? 'its first line is missing';
      this.#tidying.moveAside(
        NEXT_JOURNAL,
        (aside) => `${NEXT_JOURNAL} could not be read: ${why}. It held nothing yet; it was moved to ${aside}.`,
      );
    } else if (next !== null) this.#tidying.remove(NEXT_JOURNAL);
    return { present: journal, missing: journal === null && base !== null && base.sum !== null };
  }

  async #found(base: Base, backups: BackupNumbers, present: Surveyed | null, missing: boolean): Promise<Found> {
    const { name, workspaceId, saveNumber } = base;
    const isSuperseded = present !== null && isOlder(base, present);
    if (isSuperseded) {
      // The end of a save that was interrupted after its document.
      const number = present.header?.saveNumber ?? 0;
      this.#tidying.move(JOURNAL, backupJournal(number));
    }
    const isEarlier = !isSuperseded && isOfEarlierSave(base, present);
    if (isEarlier) {
      this.#tidying.moveAside(
        JOURNAL,
        (aside) =>
          `${JOURNAL} continues an earlier save than ${name}: anything done after entry ${base.workspace.seq} is lost. It was moved to ${aside}.`,
      );
    }
    const journal = isSuperseded || isEarlier || isForeign(base, present) ? null : present;
    const chain = chainOf(base, await this.#journals(base, backups, journal));
    const replayed = await replayChain(this.#files, base, chain, () => this.#readAgain(name));
    this.#recovered.push(...chain.missing);
    if (missing) {
      this.#recovered.push(`${JOURNAL} is missing: anything done after entry ${replayed.workspace.seq} is lost.`);
    }
    if (replayed.break) this.#putAside(replayed.break, journal, replayed.workspace.seq);
    const isWhole =
      name === DOCUMENT &&
      base.sum !== null &&
      base.mended.length === 0 &&
      replayed.break === null &&
      chain.missing.length === 0 &&
      !isInterrupted(base.workspace.seq, chain.last, jumpsOf(chain)) &&
      journal?.header?.isOld === false &&
      journal.endsWithLine &&
      (journal.last ?? journal.header.from) === replayed.workspace.seq;
    return {
      workspace: replayed.workspace,
      workspaceId,
      saveNumber,
      shelves: replayed.base.shelves,
      savedSeq: base.workspace.seq,
      journal: isWhole ? journal : null,
      leftJournal: isWhole ? null : (journal?.header?.saveNumber ?? null),
    };
  }

  /** Every journal that continues from a document or from a later one, in order. */
  async #journals(
    { saveNumber, workspaceId }: Base,
    backups: BackupNumbers,
    present: Surveyed | null,
  ): Promise<Surveyed[]> {
    const journals: Surveyed[] = [];
    for (const number of backups.journals) {
      const journal = number >= saveNumber ? await surveyJournal(this.#files, backupJournal(number)) : null;
      // That of another workspace, which this one has taken the place of.
      if (journal && !(journal.header !== null && journal.header.workspaceId !== workspaceId && present !== null))
        journals.push(journal);
    }
    return present ? [...journals, present] : journals;
  }

  async #readAgain(name: string): Promise<Base> {
    const base = await this.#baseOf(name, await this.#documentIn(name));
    if (typeof base === 'string') throw new Error(`${name} could be read a moment ago: ${base}`);
    return base;
  }

  /** Keeps what could not be replayed; `seq` is the last entry that was. */
  #putAside({ journal, line, offset, problem, isCutOff }: Break, present: Surveyed | null, seq: number): void {
    const where = `${journal.name} could not be replayed from line ${line} onwards: ${problem}.`;
    const upTo = `Everything up to entry ${seq} was recovered`;
    if (present === null) {
      this.#recovered.push(`${where} ${upTo}; that file stays where it is.`);
      return;
    }
    const said = (aside: string) =>
      isCutOff && journal === present
        ? `The last line of ${JOURNAL} is incomplete, as happens when the program ends while writing it. ${upTo}; the incomplete line was moved to ${aside}.`
        : `${where} ${upTo}; the rest of the journal was moved to ${aside}.`;
    if (journal === present && offset > 0) this.#tidying.keepRest(offset, said);
    else this.#tidying.moveAside(JOURNAL, said);
  }

  #newer(name: string, problem: string): StoreRefusal {
    return new StoreRefusal(
      'newer',
      `The workspace in ${this.#files.place} was written by a later version of Trigger Lab (${name}: ${problem}). Nothing was changed; open it with that version.`,
    );
  }
}
