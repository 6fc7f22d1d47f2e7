/** What the store's files are called. */
import type { StoreFiles } from './files.ts';

export const DOCUMENT = 'workspace.json';
export const JOURNAL = 'journal.ndjson';
/** The journal that is about to replace the current one. */
export const NEXT_JOURNAL = 'journal.next.ndjson';
export const LOCK = 'workspace.lock';
/** Which workspace of the data folder is open. */
export const INDEX = 'workspaces.json';
/** Where all workspaces lie but the first, each in a folder named by its id. */
export const WORKSPACES = 'workspaces';
/** Where what was deleted is moved to. */
export const DELETED = 'deleted';
const BACKUPS = 'backups';
export const PARTS = 'parts';
export const BACKUP_PARTS = `${BACKUPS}/parts`;

/** The copy of the document with this save number. */
export const backupDocument = (saveNumber: number) => `${BACKUPS}/workspace-${saveNumber}.json`;
/** The journal that was begun with this save, once another one has taken its place. */
export const backupJournal = (saveNumber: number) => `${BACKUPS}/journal-${saveNumber}.ndjson`;
/** A part of a document, by the hash of its content. */
export const partFile = (hash: string) => `${PARTS}/${hash}.ndjson`;
/** Its second copy: where one is damaged, the other takes its place. */
export const partCopy = (hash: string) => `${BACKUP_PARTS}/${hash}.ndjson`;

const PART_NAME = /^([0-9a-f]{64})\.ndjson$/;

/** The hash in the name of a part's file; `null` where it is no part. */
export function hashInName(name: string): string | null {
  return PART_NAME.exec(name)?.[1] ?? null;
}

/** Save numbers of what the folder of backups holds, ascending. */
export interface BackupNumbers {
  readonly documents: readonly number[];
  readonly journals: readonly number[];
}

const BACKUP_NAME = /^(workspace|journal)-(\d{1,15})\.(?:json|ndjson)$/;

export async function listBackups(files: StoreFiles): Promise<BackupNumbers> {
  const documents: number[] = [];
  const journals: number[] = [];
  for (const name of await files.list(BACKUPS)) {
    const [, kind, digits] = BACKUP_NAME.exec(name) ?? [];
    if (kind === 'workspace') documents.push(Number(digits));
    else if (kind === 'journal') journals.push(Number(digits));
  }
  const ascending = (left: number, right: number) => left - right;
  return { documents: documents.sort(ascending), journals: journals.sort(ascending) };
}

/** A free name for something damaged: `workspace.damaged-2026-01-05T09-00-00-000Z.json`. */
export async function damagedName(
  files: StoreFiles,
  name: typeof DOCUMENT | typeof JOURNAL | typeof NEXT_JOURNAL | typeof INDEX,
  at: Date,
): Promise<string> {
  const [stem, extension] = [name.slice(0, name.indexOf('.')), name.slice(name.lastIndexOf('.') + 1)];
  const base = `${stem}.damaged-${at.toISOString().replaceAll(/[:.]/g, '-')}`;
  const taken = new Set(await files.list(''));
  for (let copy = 1; ; copy += 1) {
    const free = `${base}${copy === 1 ? '' : `-${copy}`}.${extension}`;
    if (!taken.has(free)) return free;
  }
}

/** Whether a name at the top of the data folder is that of the first workspace, which lies there beside everything else. */
export function isOfFirstWorkspace(name: string): boolean {
  const own = [DOCUMENT, JOURNAL, NEXT_JOURNAL, PARTS, BACKUPS];
  return own.includes(name) || /^(workspace|journal)\.damaged-/.test(name);
}
