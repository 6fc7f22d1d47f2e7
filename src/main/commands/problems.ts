/** What is wrong with files, on standard error: a line each, and at a terminal the place in the text. */
import { codeFrame } from '../scenario/code-frame.ts';
import { formatProblem, type Problem } from '../scenario/problem.ts';
import { readIncluded } from '../scenario/read-disk.ts';
import { STANDARD_INPUT } from './files.ts';
import type { Output } from './output.ts';

/** `stdin` is what standard input held, where one of the files is that. */
export function tellProblems(problems: readonly Problem[], output: Output, stdin?: string): void {
  const texts = new Map<string, string>();
  for (const problem of problems) {
    output.err(`${formatProblem(problem)}\n`);
    if (output.isTerminal !== true) continue;
    const text = texts.get(problem.file) ?? textOf(problem.file, stdin);
    texts.set(problem.file, text);
    output.err(codeFrame(text, problem.line, problem.column));
  }
}

/** Empty where it cannot be read: the problem says so. */
function textOf(file: string, stdin: string | undefined): string {
  const read = file === STANDARD_INPUT ? (stdin ?? '') : readIncluded(file);
  return typeof read === 'string' ? read : '';
}
