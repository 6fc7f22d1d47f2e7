/**
 * lowdb's door to `workspace.json`. Its own writers rename without fsync, print prettily and take any JSON for data; this one
 * writes compactly and durably, and gives back nothing that was not validated.
 */
import type { Adapter } from 'lowdb';
import { type DocumentReading, readDocument, type WorkspaceDocument } from './document.ts';
import { documentText } from './document-text.ts';
import type { StoreFiles } from './files.ts';
import { DOCUMENT } from './names.ts';

/** What lies in the file, or what shall: reading gives a `DocumentReading`, writing takes a document. */
export type DocumentCell =
  | DocumentReading
  | { readonly kind: 'none' }
  | { readonly kind: 'write'; readonly document: WorkspaceDocument };

export class DocumentAdapter implements Adapter<DocumentCell> {
  readonly #files: StoreFiles;

  constructor(files: StoreFiles) {
    this.#files = files;
  }

  async read(): Promise<DocumentReading | null> {
    const text = await this.#files.read(DOCUMENT);
    return text === null ? null : readDocument(text);
  }

  async write(cell: DocumentCell): Promise<void> {
    if (cell.kind !== 'write') throw new Error(`a document that was read as ${cell.kind} is not for writing`);
    await this.#files.writeAtomically(DOCUMENT, await documentText(cell.document));
  }
}
