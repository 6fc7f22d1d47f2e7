/** What the command line ends with (scenario-format.md). */
export const EXIT = {
  passed: 0,
  /** Some expectations did not hold. */
  failed: 1,
  /** A file could not be read, or is invalid. */
  invalidFile: 2,
  wrongUsage: 3,
  internalError: 4,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Wrong usage, said in a sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
