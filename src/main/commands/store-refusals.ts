/** What a disk, or whoever has the data folder open, refuses: a sentence and an exit status. */
import { plainText } from '../../shared/plain-text.ts';
import { StoreFailure } from '../../shared/store-failure.ts';
import { failureOf } from '../store/failure.ts';
import { StoreRefusal } from '../store/refusal.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import type { Output } from './output.ts';

/** Does `job`; what is refused there is said, and the status is 2. */
export async function unlessRefused(
  dataDir: string,
  output: Output,
  job: () => Promise<ExitStatus>,
): Promise<ExitStatus> {
  try {
    return await job();
  } catch (error) {
    const failure = failureOf(error, dataDir);
    if (failure instanceof StoreFailure || failure instanceof StoreRefusal) return refused(failure.message, output);
    throw error;
  }
}

export function refused(sentence: string, output: Output): ExitStatus {
  output.err(`trigger-lab: ${plainText(sentence)}\n`);
  return EXIT.invalidFile;
}
