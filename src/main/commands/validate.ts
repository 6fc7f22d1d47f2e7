/** `trigger-lab validate`: says whether files are right, without playing them. */
import { parseArgs } from 'node:util';
import { plainText } from '../../shared/plain-text.ts';
import { formatProblem } from '../scenario/problem.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { expandFiles, loadFile } from './files.ts';
import type { Output } from './output.ts';

/** A line per file that is right on standard output; every problem of the others on standard error. */
export async function validateCommand(args: readonly string[], output: Output): Promise<ExitStatus> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} });
  let status: ExitStatus = EXIT.passed;
  for (const file of expandFiles(positionals)) {
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
