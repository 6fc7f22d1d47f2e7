/** Whole numbers as people type and read them: `100,000`, `100 000` and `100000` are the same. */

/** Between the digits of a large number, in one country or another. */
const SEPARATORS = /(?<=\d)[,. '’_\u00a0\u202f](?=\d{3}(?:\D|$))/g;

/** The number that was typed; `null` where it is no whole number. */
export function parseCount(text: string): number | null {
  const digits = text.trim().replace(SEPARATORS, '');
  if (!/^-?\d+$/.test(digits)) return null;
  const count = Number(digits);
  return Number.isSafeInteger(count) ? count : null;
}
