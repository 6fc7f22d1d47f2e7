/** `--junit FILE` of commands that check limits. */
import { UsageError } from './exit-status.ts';
import type { Output } from './output.ts';
import { type WriteTarget, writeTarget } from './write-target.ts';

/** `null` where none was asked for; a `UsageError` where there would be no test in it. */
export async function junitTarget(
  file: string | undefined,
  limitCount: number,
  inputs: readonly string[],
  output: Output,
): Promise<WriteTarget | null> {
  if (file === undefined) return null;
  if (limitCount === 0) throw new UsageError(`--junit ${file}: each --limit is a test, expected at least one`);
  return writeTarget('--junit', file, inputs, output);
}
