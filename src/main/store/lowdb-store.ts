/**
 * A workspace on lowdb: one document, and a journal of every input since. Invariants:
 *
 * 1. Document and journal together are the workspace: entries that the document holds already are passed over when it is opened.
 *    So a save may be interrupted anywhere: the document is replaced first, the journal starts anew afterwards.
 * 2. A journal names the course of events it belongs to. What goes on from anything else is never replayed on it: not after
 *    another workspace was saved over this one, and not after entries were lost.
 * 3. Entries that are recorded while a save runs wait for its end: they belong to the new journal.
 */
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import type { World } from '../../shared/model.ts';
import type { JournalEntry, Opened, Store, Workspace } from '../runtime/ports.ts';
import { type DocumentIdentity, toDocument, type WorkspaceDocument } from './document.ts';
import { DocumentAdapter, type DocumentCell } from './document-adapter.ts';
import type { StoreFiles } from './files.ts';
import { journalHeader } from './journal-text.ts';
import { backupDocument, backupJournal, DOCUMENT, JOURNAL, listBackups } from './names.ts';
import { Opening } from './opening.ts';
import type { WriterLock } from './writer-lock.ts';

/** How many documents are kept as backups, the present one among them. */
export const BACKUPS_KEPT = 5;

export interface LowdbStoreOptions {
  /** Keeps other writers out. Default: none, for files that nobody else can reach. */
  readonly lock?: WriterLock;
  /** Real time, for the names of damaged files. Default: the computer's clock. */
  readonly now?: () => Date;
}

/** A document that lacks only its identity, and whose world it is. */
interface Snapshot {
  readonly world: World;
  readonly document: WorkspaceDocument;
}

const NO_IDENTITY: DocumentIdentity = { saveNumber: 0, workspaceId: '' };

export class LowdbStore implements Store {
  readonly #files: StoreFiles;
  readonly #lock: WriterLock | undefined;
  readonly #now: () => Date;
  readonly #document: Low<DocumentCell>;
  #isOpen = false;
  #identity = NO_IDENTITY;
  #nextSaveNumber = 1;
  /** Whose entries the journal takes; another world is another workspace. */
  #world: World | null = null;
  #lastSeq = 0;
  #journal: 'not begun' | 'begun' | 'unusable' = 'not begun';
  #journalledCount = 0;
  #saving: Promise<void> = Promise.resolve();
  #savesWaiting = 0;
  /** Recorded since the newest of the saves that wait. */
  #held: JournalEntry[] = [];

  constructor(files: StoreFiles, options: LowdbStoreOptions = {}) {
    this.#files = files;
    this.#lock = options.lock;
    this.#now = options.now ?? (() => new Date());
    this.#document = new Low<DocumentCell>(new DocumentAdapter(files), { kind: 'none' });
  }

  get journalledCount(): number {
    return this.#journalledCount;
  }

  async open(): Promise<Opened> {
    if (this.#isOpen) throw new Error('the store is open already');
    await this.#lock?.acquire();
    try {
      const opened = await this.#load();
      this.#isOpen = true;
      return opened;
    } finally {
      if (!this.#isOpen) await this.#letGo();
    }
  }

  record(entry: JournalEntry): void {
    if (!this.#isOpen || this.#world === null) throw new Error('save the workspace before its first journal entry');
    if (this.#journal === 'unusable') throw new Error('the last save began no journal: save the workspace again');
    if (entry.seq !== this.#lastSeq + 1) {
      throw new Error(`the journal would have a gap: after entry ${this.#lastSeq} comes entry ${entry.seq}`);
    }
    this.#lastSeq = entry.seq;
    this.#journalledCount += 1;
    if (this.#savesWaiting > 0) this.#held.push(entry);
    else this.#append(entry);
  }

  flush(): Promise<void> | void {
    return this.#savesWaiting > 0 ? this.#saving.then(() => this.flush()) : this.#files.flush();
  }

  save(workspace: Workspace): Promise<void> {
    if (!this.#isOpen) return Promise.reject(new Error('the store is not open'));
    if (workspace.world === this.#world && workspace.seq !== this.#lastSeq) {
      const problem = `the world holds entry ${this.#lastSeq}, the workspace to save says ${workspace.seq}`;
      return Promise.reject(new Error(problem));
    }
    // At once: the world goes on while this waits for its turn and is written.
    const snapshot = { world: workspace.world, document: toDocument(workspace, NO_IDENTITY) };
    const before = this.#held;
    this.#held = [];
    this.#savesWaiting += 1;
    const saving = this.#saving.then(async () => {
      try {
        for (const entry of before) this.#append(entry);
        await this.#write(snapshot, this.#world === snapshot.world ? this.#identity.workspaceId : randomUUID());
      } finally {
        this.#savesWaiting -= 1;
        if (this.#savesWaiting === 0) for (const entry of this.#held.splice(0)) this.#append(entry);
      }
    });
    // A save that fails has told its caller; the next one goes on from the document and the journal that are there.
    this.#saving = saving.catch(() => undefined);
    return saving;
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#saving;
    await this.#letGo();
  }

  async #letGo(): Promise<void> {
    try {
      await this.#files.close();
    } finally {
      await this.#lock?.release();
    }
  }

  async #load(): Promise<Opened> {
    const { found, recovered, nextSaveNumber } = await new Opening(this.#files, this.#document, this.#now).run();
    this.#nextSaveNumber = nextSaveNumber;
    if (!found) return { workspace: null, recovered };
    const { workspace, workspaceId, saveNumber } = found.stored;
    this.#identity = { workspaceId, saveNumber };
    this.#world = workspace.world;
    this.#lastSeq = workspace.seq;
    this.#journal = found.hasJournal ? 'begun' : 'not begun';
    this.#journalledCount = found.journalledCount;
    if (found.mustBeSaved) {
      // A new id: journals that hold another continuation of this workspace must never be taken for its own.
      await this.#write({ world: workspace.world, document: toDocument(workspace, NO_IDENTITY) }, randomUUID());
    }
    return { workspace, recovered };
  }

  async #write({ world, document }: Snapshot, workspaceId: string): Promise<void> {
    await this.#files.flush();
    const saveNumber = this.#nextSaveNumber;
    this.#document.data = { kind: 'write', document: { ...document, saveNumber, workspaceId } };
    try {
      await this.#document.write();
    } finally {
      this.#document.data = { kind: 'none' };
    }
    // From here on the new document counts; where the rest fails, what is there still opens as this workspace.
    if (world !== this.#world) this.#lastSeq = document.seq;
    this.#world = world;
    this.#nextSaveNumber = saveNumber + 1;
    this.#journalledCount = this.#lastSeq - document.seq;
    // The old journal could be gone on with, were it one of this course of events.
    if (workspaceId !== this.#identity.workspaceId) this.#journal = 'unusable';
    this.#identity = { saveNumber, workspaceId };
    await this.#files.move(JOURNAL, backupJournal(saveNumber - 1));
    this.#journal = 'not begun';
    await this.#files.copy(DOCUMENT, backupDocument(saveNumber));
    await this.#removeOldBackups();
  }

  async #removeOldBackups(): Promise<void> {
    const { documents, journals } = await listBackups(this.#files);
    const oldestKept = documents.at(-BACKUPS_KEPT) ?? 0;
    for (const number of documents) if (number < oldestKept) await this.#files.remove(backupDocument(number));
    for (const number of journals) if (number < oldestKept) await this.#files.remove(backupJournal(number));
  }

  #append(entry: JournalEntry): void {
    if (this.#journal === 'not begun') {
      this.#files.append(JOURNAL, journalHeader(this.#identity));
      this.#journal = 'begun';
    }
    this.#files.append(JOURNAL, entry);
  }
}
