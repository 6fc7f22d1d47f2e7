/**
 * `workspace.json` is sealed: its version and the hash of all the rest stand before the rest, and the text has this very form, so
 * that no byte of it can change unnoticed. The form is that of every version from 4 on.
 */
import { contentHash } from './checksum.ts';

const SEALED = /^\{"schemaVersion":(\d{1,9}),"sha256":"([0-9a-f]{64})","document":(.*)\}\n$/s;

/** What a text turned out to be. `plain`: not sealed, as documents were up to version 3. */
export type Unsealed =
  | { readonly kind: 'sealed'; readonly version: number; readonly body: string }
  | { readonly kind: 'broken'; readonly problem: string }
  | { readonly kind: 'plain' };

/** Seals a document's JSON, which holds no line break, for a version. */
export function seal(version: number, body: string): string {
  return `{"schemaVersion":${version},"sha256":"${hashOf(version, body)}","document":${body}}\n`;
}

/** The document's JSON again, if nothing of the text was changed since it was sealed. */
export function unseal(text: string): Unsealed {
  const [, digits, hash, body] = SEALED.exec(text) ?? [];
  if (digits === undefined || body === undefined) {
    const isCut = text.startsWith('{"schemaVersion":') && text.includes('"sha256":');
    return isCut
      ? { kind: 'broken', problem: 'it is incomplete, or was changed outside Trigger Lab' }
      : { kind: 'plain' };
  }
  const version = Number(digits);
  if (hashOf(version, body) === hash) return { kind: 'sealed', version, body };
  return { kind: 'broken', problem: 'its checksum does not match: it was damaged, or changed outside Trigger Lab' };
}

function hashOf(version: number, body: string): string {
  return contentHash(`${version}\n${body}`);
}
