/** The command line: runs a command, and turns what went wrong into one sentence and an exit status. */
import { type Command, CommanderError } from 'commander';
import { plainText } from '../../shared/plain-text.ts';
import { commandLine } from './declared.ts';
import { EXIT, UsageError } from './exit-status.ts';
import type { Output } from './output.ts';
import { prepared, usageSentence } from './parsing.ts';
import type { Program } from './program.ts';

/** Runs the command line `args` and resolves to the exit status. */
export async function main(args: readonly string[], output: Output, program: Program): Promise<number> {
  try {
    return await dispatch(args, output, program);
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.passed;
    if (error instanceof UsageError || error instanceof CommanderError) {
      const said = error instanceof UsageError ? error.message : usageSentence(error);
      output.err(`trigger-lab: ${plainText(said)}\nSee trigger-lab ${helpOf(args, output, program)}--help.\n`);
      return EXIT.wrongUsage;
    }
    output.err(`trigger-lab: internal error: ${error instanceof Error ? error.stack : error}\n`);
    return EXIT.internalError;
  }
}

async function dispatch(args: readonly string[], output: Output, program: Program): Promise<number> {
  const [first] = args;
  if (first === undefined || OPENS_APP.has(first.split('=')[0] ?? '')) return program.openApp(args);
  let status: number = EXIT.passed;
  const root = commandLine(output, program, args, (ended) => {
    status = ended;
  });
  await root.parseAsync(prepared(root, args), { from: 'user' });
  return status;
}

/** Options that need no command: they are the app's. */
const OPENS_APP = new Set(['--browser', '--data-dir', '--port', '--scenario', '--no-open']);

/** Whose help explains it: the command's own, where the words name one. */
function helpOf(args: readonly string[], output: Output, program: Program): string {
  const root: Command = commandLine(output, program, args, () => undefined);
  const named = root.commands.find((command) => command.name() === args[0]);
  return named === undefined ? '' : `${named.name()} `;
}
