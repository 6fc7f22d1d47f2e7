/**
 * A workspace on lowdb: a document and its parts, and a journal of every input since. Invariants:
 *
 * 1. Document and journals together are the workspace: entries that the document holds already are passed over when it is opened.
 *    So a save may be interrupted anywhere, and entries go on being journalled while it runs.
 * 2. A journal names the course of events it belongs to. What continues anything else is never replayed on it: not after
 *    another workspace was saved over this one, and not after entries were lost.
 * 3. The document decides: it is replaced last, when all its parts are on disk. No part that a document among the backups names is
 *    removed.
 * 4. Every save begins another journal. The one before goes to the backups, where the chain can be followed.
 */
import { randomUUID } from 'node:crypto';
import { Low } from 'lowdb';
import { StoreFailure } from '../../shared/store-failure.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import type { World } from '../../shared/world.ts';
import type { JournalEntry, Opened, Saving, Store, Story, Workspace } from '../runtime/ports.ts';
import { Backups } from './backups.ts';
import type { DocumentIdentity, WorkspaceDocument } from './document.ts';
import { DocumentAdapter, type DocumentCell, documentIn } from './document-adapter.ts';
import type { StoreFiles } from './files.ts';
import type { JournalIdentity } from './journal-log.ts';
import { backupDocument, DOCUMENT } from './names.ts';
import { Opening } from './opening.ts';
import { PART_KINDS, type PartKind } from './parts.ts';
import { PresentJournal } from './present-journal.ts';
import { StoreRefusal } from './refusal.ts';
import { keepParts, type WrittenRun, writeRuns } from './saving.ts';
import type { Run } from './shelf.ts';
import { Shelves, smallWorld } from './shelves.ts';
import { workspaceAt } from './stored-past.ts';
import { storyOf } from './story.ts';
import type { WriterLock } from './writer-lock.ts';

export interface LowdbStoreOptions {
  /** Keeps other writers out. Default: none, for files that nobody else can reach. */
  readonly lock?: WriterLock;
  /** Real time, for the names of damaged files and the times of documents. Default: the computer's clock. */
  readonly now?: () => Date;
}

/** What a save is made of, from the moment it began. */
interface Snapshot {
  readonly identity: DocumentIdentity;
  readonly world: World;
  readonly shelves: Shelves;
  readonly runs: { readonly [K in PartKind]: readonly Run[] };
  readonly document: Omit<WorkspaceDocument, 'parts'>;
  readonly isAnother: boolean;
}

export class LowdbStore implements Store {
  readonly #files: StoreFiles;
  readonly #lock: WriterLock | undefined;
  readonly #now: () => Date;
  readonly #document: Low<DocumentCell>;
  readonly #backups: Backups;
  readonly #journal: PresentJournal;
  #isOpen = false;
  #readOnly: string | null = null;
  #nextSaveNumber = 1;
  /** The save that wrote the document; `null` where none did. */
  #savedNumber: number | null = null;
  /** Whose entries the journal takes; another world is another workspace. */
  #world: World | null = null;
  #workspaceId = '';
  #shelves = new Shelves();
  #lastSeq = 0;
  #savedSeq = 0;
  /** What the latest save that was begun holds; the document, once it is written. */
  #begunSeq = 0;
  #saving: Promise<void> = Promise.resolve();

  constructor(files: StoreFiles, options: LowdbStoreOptions = {}) {
    this.#files = files;
    this.#lock = options.lock;
    this.#now = options.now ?? (() => new Date());
    this.#document = new Low<DocumentCell>(new DocumentAdapter(files), { kind: 'none' });
    this.#backups = new Backups(files);
    this.#journal = new PresentJournal(files);
  }

  get journalledCount(): number {
    return this.#lastSeq - this.#savedSeq;
  }

  get savedSeq(): number {
    return Math.max(this.#savedSeq, this.#begunSeq);
  }

  async open(): Promise<Opened> {
    if (this.#isOpen) throw new Error('the store is open already');
    try {
      await this.#lock?.acquire();
    } catch (error) {
      return this.#openReadOnly(error);
    }
    try {
      const opened = await this.#load();
      this.#isOpen = true;
      return opened;
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      return await this.#openReadOnly(error);
    } finally {
      if (!this.#isOpen) await this.#letGo();
    }
  }

  /** To look at and to export, where nothing can be written; where there is nothing to look at, it cannot be opened at all. */
  async #openReadOnly(error: unknown): Promise<Opened> {
    const isUnwritable =
      error instanceof StoreFailure || (error instanceof StoreRefusal && error.reason === 'unusable');
    if (!isUnwritable) throw error;
    const { found, recovered } = await new Opening(this.#files, this.#document, this.#now)
      .run({ isReadOnly: true })
      .catch(() => ({ found: null, recovered: [] }));
    if (!found) throw error;
    this.#readOnly = `${error.message} You can look at it and export it, but not change it.`;
    return { workspace: found.workspace, recovered, readOnly: this.#readOnly };
  }

  record(entry: JournalEntry): void {
    if (this.#readOnly !== null) throw new StoreFailure('unwritable', this.#readOnly);
    if (!this.#isOpen || this.#world === null) throw new Error('save the workspace before its first journal entry');
    if (entry.seq !== this.#lastSeq + 1) {
      throw new Error(`the journal would have a gap: after entry ${this.#lastSeq} comes entry ${entry.seq}`);
    }
    this.#lastSeq = entry.seq;
    this.#journal.record(entry);
  }

  flush(): Promise<void> | undefined {
    return this.#journal.flush();
  }

  async save(workspace: Workspace, { supersedes = false } = {}): Promise<void> {
    const superseded = supersedes && workspace.world === this.#world ? this.#savedNumber : null;
    await (await this.begin(workspace)).write();
    if (superseded !== null) await this.#writes(() => this.#backups.remove(superseded));
  }

  async begin(workspace: Workspace): Promise<Saving> {
    if (this.#readOnly !== null) throw new StoreFailure('unwritable', this.#readOnly);
    if (!this.#isOpen) throw new Error('the store is not open');
    await this.#saving;
    const { world, seq, now, title } = workspace;
    if (world === this.#world && seq !== this.#lastSeq) {
      throw new Error(`the world holds entry ${this.#lastSeq}, the workspace to save says ${seq}`);
    }
    const isAnother = world !== this.#world;
    const workspaceId = isAnother ? randomUUID() : this.#workspaceId;
    const identity = { saveNumber: this.#nextSaveNumber, workspaceId };
    this.#nextSaveNumber += 1;
    const shelves = isAnother ? new Shelves() : this.#shelves;
    await this.#files.verify();
    const runs = await shelves.survey(workspace);
    const sum = isAnother ? 0 : await this.#journal.sum();
    this.#begunSeq = seq;
    const small = smallWorld(world);
    const document = { ...identity, savedAt: this.#now().toISOString(), title, now, seq, sum, world: small };
    const journal: JournalIdentity = { ...identity, from: seq, sum };
    await this.#journal.prepare(journal);
    // Of another workspace nothing is journalled before it is there.
    if (!isAnother) await this.#journal.switchTo(journal);
    return {
      write: () => this.#writes(() => this.#write({ identity, world, shelves, runs, document, isAnother }, journal)),
    };
  }

  async close(): Promise<void> {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    await this.#saving;
    await this.#journal.idle();
    await this.#letGo();
  }

  async at(seq: number): Promise<Workspace | null> {
    await this.#files.settle();
    return workspaceAt(this.#files, seq);
  }

  async story(): Promise<Story | null> {
    // One that is only looked at is not gone back in.
    if (!this.#isOpen) return null;
    const asked = { workspaceId: this.#workspaceId, last: this.#lastSeq, isWanted: () => this.#isOpen };
    // No save may move or remove what is read.
    return this.#writes(async () => {
      await this.#files.settle();
      return storyOf(this.#files, asked);
    });
  }

  async backups(): Promise<BackupInfo[]> {
    await this.#saving;
    return this.#backups.list();
  }

  async backup(saveNumber: number): Promise<Workspace | string | null> {
    await this.#saving;
    return this.#backups.read(saveNumber);
  }

  async #letGo(): Promise<void> {
    try {
      await this.#files.close();
    } finally {
      await this.#lock?.release();
    }
  }

  #writes<T>(job: () => Promise<T>): Promise<T> {
    const saving = this.#saving.then(job);
    // A save that fails has told its caller; the next one continues from the document and the journals that are there.
    this.#saving = saving.then(
      () => undefined,
      () => undefined,
    );
    return saving;
  }

  async #load(): Promise<Opened> {
    const { found, recovered, nextSaveNumber } = await new Opening(this.#files, this.#document, this.#now).run();
    this.#nextSaveNumber = nextSaveNumber;
    if (!found) return { workspace: null, recovered, readOnly: null };
    const { workspace, workspaceId, saveNumber, shelves, savedSeq, journal, leftJournal } = found;
    this.#lastSeq = workspace.seq;
    this.#savedSeq = savedSeq;
    this.#savedNumber = saveNumber;
    this.#journal.leave(leftJournal);
    if (journal?.header) {
      // The save that wrote the document may have been interrupted before it left its backup.
      const copy = backupDocument(saveNumber);
      if ((await documentIn(this.#files, copy)) === null) await this.#files.copy(DOCUMENT, copy);
      this.#world = workspace.world;
      this.#workspaceId = workspaceId;
      this.#shelves = shelves;
      await this.#journal.resume(journal);
      return { workspace, recovered, readOnly: null };
    }
    // A new course of events: journals that hold another continuation of this workspace must never be taken for its own.
    this.#isOpen = true;
    try {
      await this.save(workspace);
    } finally {
      this.#isOpen = false;
    }
    return { workspace, recovered, readOnly: null };
  }

  async #write(
    { identity, world, shelves, runs, document, isAnother }: Snapshot,
    journal: JournalIdentity,
  ): Promise<{ writtenCount: number }> {
    await this.#files.verify();
    const written = {} as { [K in PartKind]: WrittenRun[] };
    for (const kind of PART_KINDS) written[kind] = await writeRuns(this.#files, kind, runs[kind]);
    await keepParts(this.#files);
    const parts = PART_KINDS.flatMap((kind) => written[kind].map(({ ref }) => ref));
    this.#document.data = { kind: 'write', document: { ...document, parts } };
    try {
      await this.#document.write();
    } finally {
      this.#document.data = { kind: 'none' };
    }
    // From here on the new document counts; where the rest fails, what is there still opens as this workspace.
    shelves.take(written);
    this.#shelves = shelves;
    if (isAnother) {
      this.#lastSeq = document.seq;
      this.#world = world;
      this.#workspaceId = identity.workspaceId;
    }
    this.#savedSeq = document.seq;
    this.#savedNumber = identity.saveNumber;
    if (isAnother) await this.#journal.switchTo(journal);
    await this.#files.copy(DOCUMENT, backupDocument(identity.saveNumber));
    await this.#backups.prune({ ...document, parts });
    const unwritten = PART_KINDS.flatMap((kind) => runs[kind].filter((run) => !('ref' in run)));
    return { writtenCount: unwritten.reduce((sum, { values }) => sum + values.length, 0) };
  }
}
