/** A document with all its parts, as a workspace: what journals go on from. */
import type { Workspace } from '../runtime/ports.ts';
import type { DocumentIdentity, WholeWorkspace, WorkspaceDocument } from './document.ts';
import type { StoreFiles } from './files.ts';
import { partFile } from './names.ts';
import { loadPart, PART_KINDS } from './parts.ts';
import { type PartsRead, Shelves, workspaceOf } from './shelves.ts';

export interface Base extends DocumentIdentity {
  /** The document's file. */
  readonly name: string;
  readonly workspace: Workspace;
  readonly shelves: Shelves;
  /** The sum of the journal's chain after the last entry that it holds; `null` in a document up to version 3. */
  readonly sum: number | null;
  /** Sentences on parts whose copy had to take their place. */
  readonly mended: readonly string[];
}

const READ_AHEAD = 8;

/** Loads what a document names; a sentence where a part cannot be read. */
export async function loadBase(files: StoreFiles, name: string, document: WorkspaceDocument): Promise<Base | string> {
  const parts = Object.fromEntries(PART_KINDS.map((kind) => [kind, [] as unknown[]])) as unknown as PartsRead;
  const mended: string[] = [];
  // The disk is asked for the next few while one is read.
  const ask = (ref: WorkspaceDocument['parts'][number]) => {
    const part = loadPart(files, ref);
    // Whoever comes to it is told; one before it may have failed.
    part.catch(() => undefined);
    return part;
  };
  const asked = document.parts.slice(0, READ_AHEAD).map(ask);
  for (const [index, ref] of document.parts.entries()) {
    const next = document.parts[index + READ_AHEAD];
    if (next) asked.push(ask(next));
    const part = (await asked.shift()) as Awaited<ReturnType<typeof loadPart>>;
    const file = partFile(ref.hash);
    if (!part.ok) {
      await Promise.all(asked);
      return `its part ${file} could not be read: ${part.problem}`;
    }
    if (part.mended !== null) mended.push(`${file} could not be read: ${part.mended}. Its copy took its place.`);
    (parts[ref.kind] as { ref: typeof ref; lines: unknown[] }[]).push({ ref, lines: part.lines as unknown[] });
  }
  const { title, now, seq, sum, saveNumber, workspaceId } = document;
  return { name, saveNumber, workspaceId, sum, mended, ...workspaceOf(document.world, { title, now, seq }, parts) };
}

/** The same of a document up to version 3, which holds all in one. */
export function wholeBase(name: string, { saveNumber, workspaceId, workspace }: WholeWorkspace): Base {
  return { name, saveNumber, workspaceId, workspace, shelves: new Shelves(), sum: null, mended: [] };
}
