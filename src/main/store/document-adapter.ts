/**
 * lowdb's door to `workspace.json`. Its own writers rename without fsync, print prettily and take any JSON for data; this one
 * writes compactly and durably, gives back nothing that was not validated, and writes nothing that it could not read back.
 */
import type { Adapter } from 'lowdb';
import { type DocumentReading, documentText, readDocument, type WorkspaceDocument } from './document.ts';
import { whyUnreadable } from './failure.ts';
import type { StoreFiles } from './files.ts';
import { DOCUMENT } from './names.ts';

/** What lies in the file, or what shall: reading gives a `DocumentReading`, writing takes a document. */
export type DocumentCell =
  | DocumentReading
  | { readonly kind: 'none' }
  | { readonly kind: 'write'; readonly document: WorkspaceDocument };

/** The document in a file; `null` if there is none. */
export async function documentIn(files: StoreFiles, name: string): Promise<DocumentReading | null> {
  try {
    const text = await files.read(name);
    return text === null ? null : readDocument(text);
  } catch (error) {
    return { kind: 'damaged', problem: whyUnreadable(error) };
  }
}

export class DocumentAdapter implements Adapter<DocumentCell> {
  readonly #files: StoreFiles;

  constructor(files: StoreFiles) {
    this.#files = files;
  }

  async read(): Promise<DocumentReading | null> {
    return documentIn(this.#files, DOCUMENT);
  }

  async write(cell: DocumentCell): Promise<void> {
    if (cell.kind !== 'write') throw new Error(`a document that was read as ${cell.kind} is not for writing`);
    const text = documentText(cell.document);
    const reading = readDocument(text);
    if (reading.kind !== 'read') {
      const problem = 'problem' in reading ? reading.problem : reading.kind;
      throw new Error(`the document to be written could not be read again: ${problem}`);
    }
    await this.#files.writeAtomically(DOCUMENT, text);
  }
}
