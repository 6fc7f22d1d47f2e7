/** `trigger-lab validate`: says whether files are right, without playing them. */
import { plainText } from '../../shared/plain-text.ts';
import { formatProblem } from '../scenario/problem.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { expandFiles, loadFile } from './files.ts';
import type { Output } from './output.ts';

/** A line per file that is right on standard output; every problem of the others on standard error. */
export async function validateCommand(files: readonly string[], output: Output): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.passed;
  for (const file of expandFiles(files)) {
    const loaded = await loadFile(file);
    if (loaded.ok) {
      output.out(`${plainText(file)}: valid, ${loaded.scenario.steps.length} steps\n`);
      continue;
    }
    status = EXIT.invalidFile;
    for (const problem of loaded.problems) output.err(`${formatProblem(problem)}\n`);
  }
  return status;
}
