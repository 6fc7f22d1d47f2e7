/** What tells a damaged file from a whole one. Against accidents, not against somebody who means harm: they could write the sums too. */
import { hash } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** The name of a text, or of its bytes in UTF-8, by its content: 64 hexadecimal digits, the same for the same text alone. */
export function contentHash(content: string | Uint8Array): string {
  return hash('sha256', content);
}

/** A 32-bit sum of a text that continues from another: what came before changes it too. */
export function chained(before: number, text: string): number {
  return crc32(text, before);
}

/** A 32-bit sum as eight hexadecimal digits. */
export function sumText(sum: number): string {
  return sum.toString(16).padStart(8, '0');
}
