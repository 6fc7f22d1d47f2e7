/**
 * Reading what is stored, and saving what can be saved of what is damaged. Nothing is overwritten or deleted here: damaged files
 * are moved aside. Interrupted at any point, it comes to the same workspace when it is done again.
 */
import type { Low } from 'lowdb';
import type { Workspace } from '../runtime/ports.ts';
import { endsInterrupted } from '../runtime/replay.ts';
import { type DocumentReading, readDocument, type StoredWorkspace } from './document.ts';
import type { DocumentCell } from './document-adapter.ts';
import type { StoreFiles } from './files.ts';
import { type Break, chainOf, type Link, replayChain } from './journal-chain.ts';
import { readJournal } from './journal-text.ts';
import {
  type BackupNumbers,
  backupDocument,
  backupJournal,
  DOCUMENT,
  damagedName,
  JOURNAL,
  listBackups,
} from './names.ts';
import { StoreRefusal } from './refusal.ts';

/** What was found, up to date. */
export interface Found {
  readonly stored: StoredWorkspace;
  /** True where the present journal can be appended to. */
  readonly hasJournal: boolean;
  /** True where document and journal must be written anew before anything is recorded. */
  readonly mustBeSaved: boolean;
  /** Entries of the present journal that the document does not hold. */
  readonly journalledCount: number;
}

export interface OpeningResult {
  readonly found: Found | null;
  readonly recovered: readonly string[];
  /** The next document's: above every number in use. */
  readonly nextSaveNumber: number;
}

interface Base {
  readonly name: string;
  readonly stored: StoredWorkspace;
}

export class Opening {
  readonly #files: StoreFiles;
  readonly #document: Low<DocumentCell>;
  readonly #now: () => Date;
  readonly #recovered: string[] = [];

  constructor(files: StoreFiles, document: Low<DocumentCell>, now: () => Date) {
    this.#files = files;
    this.#document = document;
    this.#now = now;
  }

  async run(): Promise<OpeningResult> {
    const backups = await listBackups(this.#files);
    const base = await this.#base(backups);
    const journal = await this.#link(JOURNAL);
    const nextSaveNumber =
      1 +
      Math.max(
        base?.stored.saveNumber ?? 0,
        journal?.reading.header?.saveNumber ?? 0,
        ...backups.documents,
        ...backups.journals,
      );
    if (base) return { found: await this.#found(base, backups, journal), recovered: this.#recovered, nextSaveNumber };
    if (journal) {
      const aside = await this.#moveAside(JOURNAL);
      this.#recovered.push(`There is a ${JOURNAL} but no document that it goes on from; it was moved to ${aside}.`);
    }
    return { found: null, recovered: this.#recovered, nextSaveNumber };
  }

  /** The document, or the newest backup that can be read. */
  async #base(backups: BackupNumbers): Promise<Base | null> {
    const reading = await this.#presentDocument();
    if (reading?.kind === 'read') return { name: DOCUMENT, stored: reading.stored };
    if (reading?.kind === 'newer') throw this.#newer(DOCUMENT, reading.problem);
    const sentences: string[] = [];
    const base = await this.#newestBackup(backups, sentences);
    if (reading) {
      const aside = await this.#moveAside(DOCUMENT);
      this.#recovered.push(`${DOCUMENT} could not be read: ${reading.problem}. It was moved to ${aside}.`);
    } else if (base) this.#recovered.push(`${DOCUMENT} was missing.`);
    this.#recovered.push(...sentences);
    if (reading && !base) this.#recovered.push('There is no backup to restore; the workspace starts anew.');
    return base;
  }

  async #presentDocument(): Promise<DocumentReading | null> {
    await this.#document.read();
    const cell = this.#document.data;
    // lowdb would hold on to it for good.
    this.#document.data = { kind: 'none' };
    return cell.kind === 'none' || cell.kind === 'write' ? null : cell;
  }

  async #newestBackup(backups: BackupNumbers, sentences: string[]): Promise<Base | null> {
    for (const saveNumber of backups.documents.toReversed()) {
      const name = backupDocument(saveNumber);
      const reading = readDocument((await this.#files.read(name)) ?? '');
      if (reading.kind === 'newer') throw this.#newer(name, reading.problem);
      if (reading.kind === 'read') {
        sentences.push(`The workspace was restored from the backup ${name} and the journal that goes on from it.`);
        return { name, stored: reading.stored };
      }
      sentences.push(`The backup ${name} could not be read: ${reading.problem}.`);
    }
    return null;
  }

  async #found(base: Base, backups: BackupNumbers, journal: Link | null): Promise<Found> {
    const { stored, name } = base;
    const isSuperseded = journal !== null && isOlder(stored, journal);
    // The end of a save that was interrupted after its document.
    if (isSuperseded) await this.#files.move(JOURNAL, backupJournal(journal.reading.header?.saveNumber ?? 0));
    const present = isSuperseded ? null : journal;
    const links = await this.#links(stored, backups, present);
    const chain = chainOf(stored, links);
    const { seq } = stored.workspace;
    const replayed = await replayChain(stored, chain, links, () => this.#readAgain(name));
    if (replayed.break) await this.#putAside(replayed.break, present, replayed.workspace.seq);
    return {
      stored: { ...stored, workspace: replayed.workspace },
      hasJournal: present !== null && present.reading.header !== null,
      mustBeSaved:
        name !== DOCUMENT ||
        replayed.break !== null ||
        present?.reading.endsWithLine === false ||
        endsInterrupted(chain.entries, seq),
      journalledCount: replayed.workspace.seq - seq,
    };
  }

  /** Every journal that goes on from a document or from a later one, in order. */
  async #links({ saveNumber }: StoredWorkspace, backups: BackupNumbers, present: Link | null): Promise<Link[]> {
    const links: Link[] = [];
    for (const number of backups.journals) {
      const link = number >= saveNumber ? await this.#link(backupJournal(number)) : null;
      if (link) links.push(link);
    }
    return present ? [...links, present] : links;
  }

  /** `null` where there is nothing in it. */
  async #link(name: string): Promise<Link | null> {
    const text = await this.#files.read(name);
    return text ? { name, reading: readJournal(text) } : null;
  }

  async #readAgain(name: string): Promise<Workspace> {
    const reading = readDocument((await this.#files.read(name)) ?? '');
    if (reading.kind !== 'read') throw new Error(`${name} could be read a moment ago: ${reading.problem}`);
    return reading.stored.workspace;
  }

  /** Keeps what could not be replayed; `seq` is the last entry that was. */
  async #putAside({ link, line, offset, problem }: Break, present: Link | null, seq: number): Promise<void> {
    const text = link.reading.text;
    const where = `${link.name} could not be replayed from line ${line} on: ${problem}.`;
    const upTo = `Everything up to entry ${seq} was recovered`;
    if (present === null) {
      this.#recovered.push(`${where} ${upTo}; that file stays where it is.`);
      return;
    }
    const isLastLine = link === present && link.reading.damage?.offset === offset && !text.slice(offset).includes('\n');
    const aside =
      link === present && offset > 0 ? await this.#writeAside(text.slice(offset)) : await this.#moveAside(JOURNAL);
    this.#recovered.push(
      isLastLine
        ? `The last line of ${JOURNAL} is incomplete, as it is when the program ends while writing it. ${upTo}; the incomplete line was moved to ${aside}.`
        : `${where} ${upTo}; the rest of the journal was moved to ${aside}.`,
    );
  }

  async #writeAside(text: string): Promise<string> {
    const aside = await damagedName(this.#files, JOURNAL, this.#now());
    await this.#files.writeAtomically(aside, text);
    return aside;
  }

  async #moveAside(name: typeof DOCUMENT | typeof JOURNAL): Promise<string> {
    const aside = await damagedName(this.#files, name, this.#now());
    await this.#files.move(name, aside);
    return aside;
  }

  #newer(name: string, problem: string): StoreRefusal {
    return new StoreRefusal(
      'newer',
      `The workspace in ${this.#files.place} was written by a later version of Trigger Lab (${name}: ${problem}). Nothing was changed; open it with that version.`,
    );
  }
}

/** True for the journal of the workspace that this document took the place of. */
function isOlder({ workspaceId, saveNumber }: StoredWorkspace, { reading: { header } }: Link): boolean {
  return header !== null && header.workspaceId !== workspaceId && header.saveNumber < saveNumber;
}
