/**
 * `workspaces.json`: which workspace of the data folder is open. Which there are, and what they are called, their own folders say:
 * so an index that is lost or damaged loses no workspace.
 */
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { FIRST_WORKSPACE, workspaceId } from '../../shared/workspaces-contract.ts';
import type { WayBack } from '../runtime/ports.ts';
import { describeIssue, messageOf } from './describe-issue.ts';
import { whyUnreadable } from './failure.ts';
import type { StoreFiles } from './files.ts';
import { INDEX } from './names.ts';

const VERSION = 1;

export interface WorkspaceIndex {
  readonly open: string;
  readonly wayBack: WayBack | null;
  /** One that is being deleted, and the folder that it is moved to: from before its first file is moved until all are. */
  readonly leaving: { readonly workspace: string; readonly to: string } | null;
  /** Everything is being erased but one workspace, or none is kept: from before the first file is removed until all are. */
  readonly erasing: { readonly keeps: string | null } | null;
}

const index = z.strictObject({
  version: z.literal(VERSION),
  open: workspaceId,
  wayBack: z.strictObject({ workspace: workspaceId, name: z.string() }).nullable(),
  leaving: z.strictObject({ workspace: workspaceId, to: z.string().regex(/^[\w-]+$/) }).nullable(),
  /** Only meanwhile: earlier versions know of none. */
  erasing: z.strictObject({ keeps: workspaceId.nullable() }).optional(),
});

/** What a data folder has where there is no index: the first workspace alone, as every earlier version left it. */
export const NO_INDEX: WorkspaceIndex = { open: FIRST_WORKSPACE, wayBack: null, leaving: null, erasing: null };

export type IndexReading =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly index: WorkspaceIndex }
  | { readonly kind: 'damaged' | 'newer'; readonly problem: string };

/** What lies in the file, or what shall. */
export type IndexCell = IndexReading | { readonly kind: 'write'; readonly index: WorkspaceIndex };

/** lowdb's door to the file: gives back nothing that was not validated, and writes durably. */
export class IndexAdapter implements Adapter<IndexCell> {
  readonly #files: StoreFiles;

  constructor(files: StoreFiles) {
    this.#files = files;
  }

  async read(): Promise<IndexReading> {
    try {
      const text = await this.#files.read(INDEX);
      return text === null ? { kind: 'none' } : readIndex(text);
    } catch (error) {
      return { kind: 'damaged', problem: whyUnreadable(error) };
    }
  }

  async write(cell: IndexCell): Promise<void> {
    if (cell.kind !== 'write') throw new Error(`an index that was read as ${cell.kind} is not for writing`);
    const { erasing, ...rest } = cell.index;
    const written = index.parse({ version: VERSION, ...rest, ...(erasing && { erasing }) });
    await this.#files.writeAtomically(INDEX, `${JSON.stringify(written)}\n`);
  }
}

function readIndex(text: string): IndexReading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { kind: 'damaged', problem: messageOf(error) };
  }
  const { success, data: version } = z.looseObject({ version: z.int().min(VERSION + 1) }).safeParse(value);
  if (success) {
    return { kind: 'newer', problem: `found version ${version.version}, expected at most ${VERSION}` };
  }
  const parsed = index.safeParse(value);
  if (!parsed.success) return { kind: 'damaged', problem: describeIssue(parsed.error, value) };
  const { open, wayBack, leaving, erasing = null } = parsed.data;
  return { kind: 'read', index: { open, wayBack, leaving, erasing } };
}
