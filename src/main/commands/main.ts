/** The command line: finds the command, runs it, and turns what went wrong into one sentence and an exit status. */
import { parseArgs } from 'node:util';
import { plainText } from '../../shared/plain-text.ts';
import { scenarioJsonSchema } from '../scenario/schema.ts';
import { BACKUPS_USAGE, backupsCommand, RESTORE_USAGE, restoreCommand } from './backups.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { LAB_USAGE, labCommand } from './lab.ts';
import { parseArgsSentence } from './options.ts';
import type { Output } from './output.ts';
import { runCommand } from './run.ts';
import { SERVE_USAGE } from './serve-options.ts';
import { validateCommand } from './validate.ts';
import { verdictCommand } from './verdict.ts';
import { WORKSPACES_USAGE, workspacesCommand } from './workspaces.ts';

const USAGE = `Trigger Lab rehearses the life of a workflow's 'Trigger External API' Action, offline and in virtual time.

  trigger-lab                     opens the app
  trigger-lab run FILE…           runs scenario files and reports the results
      [--reporter list|json|junit] [--out FILE] [--seed N] [--transport http|direct] [--trace FILE]
  trigger-lab validate FILE…      checks scenario files and reports each problem
  trigger-lab verdict FILE        shows what an Action type's settings lead to when its API never connects
      [--action-type T] [--reporter text|json]
  trigger-lab lab                 plays many lives of one Action type and shows how they end
      ${LAB_USAGE}
  trigger-lab lab merge SHARD…    adds up the parts written by \`--shard\`
      [--measure M]… [--limit 'MEASURE<=VALUE']… [--out json|csv|table|html|FILE]
  trigger-lab coverage            says which rules of an Action's life scenarios exercise
      FILE…|RESULT.json… [--min PERCENT] [--reporter text|json]
  trigger-lab mutate              says which scenarios notice that a setting or a rule is another one
      FILE… [--settings] [--rules] [--min PERCENT] [--reporter text|json]
  trigger-lab schema              prints the JSON Schema of scenario files
  trigger-lab serve               serves the app to a browser
      ${SERVE_USAGE.replace(/^usage: trigger-lab serve /, '')}
  trigger-lab workspaces          lists the workspaces in the data folder
      ${WORKSPACES_USAGE}
  trigger-lab backups             lists the last saves of the workspace, newest first
      ${BACKUPS_USAGE}
  trigger-lab restore             replaces the workspace with one of them; the replaced one becomes a backup
      ${RESTORE_USAGE}
  trigger-lab --help, --version

Exit status: 0 everything held, 1 an expectation or limit did not hold, 2 a file is invalid, cannot be read, or is open
elsewhere, 3 wrong usage, 4 an internal error.
`;

/** What only the entry knows. */
export interface Program {
  readonly version: string;
  /** Runs the app, or serves it, and resolves to its exit status. */
  readonly openApp: (args: readonly string[]) => Promise<number>;
  readonly serve: (args: readonly string[]) => Promise<number>;
  /** The file that the Lab's worker threads run. */
  readonly labWorkerUrl: URL;
}

/** Runs the command line `args` and resolves to the exit status. */
export async function main(args: readonly string[], output: Output, program: Program): Promise<number> {
  try {
    return await dispatch(args, output, program);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      output.err(`trigger-lab: ${plainText(sentence(error))}\nSee trigger-lab --help.\n`);
      return EXIT.wrongUsage;
    }
    output.err(`trigger-lab: internal error: ${error instanceof Error ? error.stack : error}\n`);
    return EXIT.internalError;
  }
}

async function dispatch(args: readonly string[], output: Output, program: Program): Promise<number> {
  const [command, ...rest] = args;
  if (rest.includes('--help') || rest.includes('-h')) return help(output);
  switch (command) {
    case undefined:
      return program.openApp([]);
    case 'run':
      return runCommand(rest, output);
    case 'validate':
      return validateCommand(rest, output);
    case 'verdict':
      return verdictCommand(rest, output);
    case 'lab':
      return labCommand(rest, output, program.labWorkerUrl);
    case 'coverage':
      return (await import('./coverage.ts')).coverageCommand(rest, output);
    case 'mutate':
      return (await import('./mutate.ts')).mutateCommand(rest, output);
    case 'schema':
      parseArgs({ args: rest, options: {} });
      output.out(scenarioJsonSchema());
      return EXIT.passed;
    case 'backups':
      return backupsCommand(rest, output);
    case 'restore':
      return restoreCommand(rest, output);
    case 'workspaces':
      return workspacesCommand(rest, output);
    case 'serve':
      return program.serve(rest);
    case '--help':
    case '-h':
    case 'help':
      return help(output);
    case '--version':
    case '-v':
      output.out(`${program.version}\n`);
      return EXIT.passed;
    default:
      if (OPENS_APP.has(command.split('=')[0] ?? '')) return program.openApp(args);
      throw new UsageError(`unknown command ${command}`);
  }
}

/** Options that need no command: they are the app's. */
const OPENS_APP = new Set(['--browser', '--data-dir', '--port', '--scenario', '--no-open']);

function help(output: Output): ExitStatus {
  output.out(USAGE);
  return EXIT.passed;
}

function isParseArgsError(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

const sentence = (error: Error) => (isParseArgsError(error) ? parseArgsSentence(error) : error.message);
