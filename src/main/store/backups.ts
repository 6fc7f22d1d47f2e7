/** The last few documents: what they are, reading one again, and removing what none of them needs any more. */
import { StoreFailure } from '../../shared/store-failure.ts';
import type { BackupInfo } from '../../shared/workspace-contract.ts';
import type { Workspace } from '../runtime/ports.ts';
import { loadBase, wholeBase } from './base.ts';
import type { DocumentReading, WorkspaceDocument } from './document.ts';
import { documentIn } from './document-adapter.ts';
import type { StoreFiles } from './files.ts';
import {
  BACKUP_PARTS,
  backupDocument,
  backupJournal,
  hashInName,
  listBackups,
  PARTS,
  partCopy,
  partFile,
} from './names.ts';
import { STORY_LIMITS, valueCount } from './story.ts';

/** How many documents are kept as backups, the current one among them. */
export const BACKUPS_KEPT = 5;
/** Of older documents one for so many journal entries is kept, as far back as the past is told again when the workspace is opened. */
const MILESTONE_ENTRIES = 10_000;

const MISSING = { kind: 'damaged', problem: 'it is missing' } as const;

export class Backups {
  readonly #files: StoreFiles;

  constructor(files: StoreFiles) {
    this.#files = files;
  }

  /** Newest first. Parts are not read: `read` says whether all are whole. */
  async list(): Promise<BackupInfo[]> {
    const { documents } = await listBackups(this.#files);
    return Promise.all(
      documents
        .slice(-BACKUPS_KEPT)
        .toReversed()
        .map((saveNumber) => this.#info(saveNumber)),
    );
  }

  /** The workspace as it was when that document was saved; `null` if there is none, a sentence where it is damaged. */
  async read(saveNumber: number): Promise<Workspace | string | null> {
    const name = backupDocument(saveNumber);
    const reading = await documentIn(this.#files, name);
    if (reading === null) return null;
    if (reading.kind === 'newer' || reading.kind === 'damaged') {
      return `The backup ${saveNumber} could not be read: ${reading.problem}.`;
    }
    if (reading.kind === 'whole') return wholeBase(name, reading.whole).workspace;
    const base = await loadBase(this.#files, name, reading.document);
    return typeof base === 'string' ? `The backup ${saveNumber} could not be read: ${base}.` : base.workspace;
  }

  /** Removes documents beyond the last few, journals that none of those needs, and parts that neither they nor `present` name. */
  async prune(present: WorkspaceDocument): Promise<void> {
    const { documents, journals } = await listBackups(this.#files);
    const milestones = await this.#milestones(documents.slice(0, -BACKUPS_KEPT), present);
    const latest = documents.slice(-BACKUPS_KEPT);
    const kept = [...milestones.keys(), ...latest];
    const oldestKept = kept[0] ?? 0;
    for (const number of documents) if (!kept.includes(number)) await this.#remove(backupDocument(number));
    for (const number of journals) if (number < oldestKept) await this.#remove(backupJournal(number));
    const needed = new Set([present, ...milestones.values()].flatMap(({ parts }) => parts.map(({ hash }) => hash)));
    for (const number of latest) {
      if (number === present.saveNumber) continue;
      const reading = await documentIn(this.#files, backupDocument(number));
      // What it needs cannot be known: nothing is removed before it leaves.
      if (reading?.kind === 'damaged' || reading?.kind === 'newer') return;
      if (reading?.kind === 'read') for (const { hash } of reading.document.parts) needed.add(hash);
    }
    for (const [folder, nameOf] of [
      [PARTS, partFile],
      [BACKUP_PARTS, partCopy],
    ] as const) {
      for (const name of await this.#files.list(folder)) {
        const hash = hashInName(name);
        if (hash !== null && !needed.has(hash)) await this.#remove(nameOf(hash));
      }
    }
  }

  /**
   * The older documents that are kept so that the past can be told again from one of them: of the same workspace, not too large, and
   * one for each stretch of the journal. By their numbers.
   */
  async #milestones(
    older: readonly number[],
    present: WorkspaceDocument,
  ): Promise<ReadonlyMap<number, WorkspaceDocument>> {
    const stretchOf = (seq: number) => Math.floor(seq / MILESTONE_ENTRIES);
    const first = stretchOf(present.seq) - Math.ceil(STORY_LIMITS.entryCount / MILESTONE_ENTRIES);
    const milestones = new Map<number, WorkspaceDocument>();
    const stretches = new Set<number>();
    for (const number of older) {
      const reading = await documentIn(this.#files, backupDocument(number));
      if (reading?.kind !== 'read' || reading.document.workspaceId !== present.workspaceId) continue;
      const stretch = stretchOf(reading.document.seq);
      const isKept = stretch >= first && valueCount(reading.document) <= STORY_LIMITS.valueCount;
      if (!isKept || stretches.has(stretch)) continue;
      stretches.add(stretch);
      milestones.set(number, reading.document);
    }
    return milestones;
  }

  /** Removes one document; its journal stays, as part of the way from the document before it. */
  remove(saveNumber: number): Promise<void> {
    return this.#remove(backupDocument(saveNumber));
  }

  /** All is saved when this comes: what cannot be removed stays. */
  async #remove(name: string): Promise<void> {
    try {
      await this.#files.remove(name);
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
  }

  async #info(saveNumber: number): Promise<BackupInfo> {
    return { saveNumber, ...documentInfo((await documentIn(this.#files, backupDocument(saveNumber))) ?? MISSING) };
  }
}

/** What a document says of its workspace, without its parts. */
export function documentInfo(reading: DocumentReading): Omit<BackupInfo, 'saveNumber'> {
  if (reading.kind === 'read') {
    const { title, savedAt, now, parts } = reading.document;
    const countOf = (kind: string) => parts.reduce((sum, part) => sum + (part.kind === kind ? part.count : 0), 0);
    return {
      title,
      savedAt,
      now,
      caseCount: countOf('cases'),
      actionCount: countOf('actions'),
      problem: null,
    };
  }
  if (reading.kind === 'whole') {
    const { title, now, world } = reading.whole.workspace;
    return {
      title,
      savedAt: null,
      now,
      caseCount: world.cases.size,
      actionCount: world.actions.size,
      problem: null,
    };
  }
  return { title: '', savedAt: null, now: 0, caseCount: 0, actionCount: 0, problem: reading.problem };
}
