/** Commands that are copied out of a report. */

/** A word for a shell, in quotes where it needs them. */
export const shellWord = (word: string): string =>
  /^[\w.,:=/+-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
