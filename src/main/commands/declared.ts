/** Every command with its options and its help. What a command does is loaded when it is called: `--version` waits for none of it. */
import { Command, type HelpConfiguration } from 'commander';
import { declareLab } from './declared-lab.ts';
import { declareQuality } from './declared-quality.ts';
import { declareRun } from './declared-run.ts';
import type { Output } from './output.ts';
import { collected } from './parsing.ts';
import type { Declaring, Program } from './program.ts';
import { serveOptions } from './serve-options.ts';
import type { VerdictValues } from './verdict-values.ts';

const EXIT_STATUS = `
Exit status: 0 everything held, 1 an expectation or limit did not hold, 2 a file is invalid, cannot be read, or is open
elsewhere, 3 wrong usage, 4 an internal error.
trigger-lab COMMAND --help shows the options of a command.`;

const HELP: HelpConfiguration = {
  subcommandTerm: (command) => `${command.name()} ${command.usage()}`,
  // A value that may be left out is written after `=` only.
  optionTerm: ({ flags }) => flags.replace(/ (\[\w+\])$/, (_, value: string) => `[=${value.slice(1, -1)}]`),
  optionDescription: ({ description, defaultValue }) =>
    typeof defaultValue === 'string' ? `${description} (default: ${defaultValue})` : description,
};

/** The command line. `args` are its words, for what reads its own. */
export function commandLine(
  output: Output,
  program: Program,
  args: readonly string[],
  end: (status: number) => void,
): Command {
  const root = new Command('trigger-lab')
    .description("Rehearses the life of a workflow's 'Trigger External API' Action, offline and in virtual time.")
    .usage('             opens the app\n       trigger-lab COMMAND …')
    .version(program.version, '-v, --version', 'prints the version')
    .helpOption('-h, --help', 'prints how it is used')
    .helpCommand('help [command]', 'the same as COMMAND --help')
    .addHelpText('after', EXIT_STATUS)
    .configureHelp(HELP)
    .configureOutput({ writeOut: output.out, outputError: () => undefined })
    .enablePositionalOptions()
    .exitOverride();
  const declaring: Declaring = { root, output, program, end };
  declareRun(declaring);
  root
    .command('validate')
    .usage('FILE|FOLDER|-… [options]')
    .description('checks scenario files and reports each problem')
    .argument('[files...]', 'scenario files, folders of them, or - for standard input')
    .option('--reporter <NAME>', 'text, json, github or sarif', 'text')
    .action(async (files: string[], values: { reporter: string }) => {
      const { validateCommand } = await import('./validate.ts');
      end(await validateCommand(files, values, output, program));
    });
  root
    .command('verdict')
    .usage('FILE [options]')
    .description("shows what an Action type's settings lead to when its API never connects")
    .argument('[files...]', 'the scenario file')
    .option('--action-type <T>', 'which one, where the file has several that call an API')
    .option('--limit <LIMIT>', "what must hold, such as 'longestOutageSurvived>=20m'; may be repeated", collected, [])
    .option('--junit <FILE>', 'writes the limits there as tests for CI systems')
    .option('--reporter <NAME>', 'text or json', 'text')
    .action(async (files: string[], values: VerdictValues) => {
      const { verdictCommand } = await import('./verdict.ts');
      end(await verdictCommand(files, values, output));
    });
  declareLab(declaring);
  declareQuality(declaring);
  root
    .command('schema')
    .description('prints the JSON Schema of scenario files')
    .action(async () => {
      const { scenarioJsonSchema } = await import('../scenario/schema.ts');
      output.out(scenarioJsonSchema());
    });
  root
    .command('lsp')
    .usage('[FOLDER…]')
    .description('serves editors: problems as you type, completion, hints and quick fixes (Language Server Protocol)')
    .argument(
      '[folders...]',
      'where scenario files are; without one, every file that the editor asks about is taken for one',
    )
    .option('--stdio', 'over standard input and output: the only way, and the default')
    .action(async (folders: string[]) => {
      const { lspCommand } = await import('./lsp.ts');
      end(await lspCommand(folders, program.version));
    });
  const serve = serveOptions(root.command('serve')).description('serves the app to a browser');
  serve.action(async () => end(await program.serve(args.slice(1))));
  declareStored(declaring);
  return root;
}

/** Commands about what a data folder keeps. */
function declareStored({ root, output, end }: Declaring): void {
  const about = (name: string, description: string) =>
    root
      .command(name)
      .description(description)
      .option('--data-dir <D>', 'the folder; default: where the system keeps applications’ data');
  about('workspaces', 'lists the workspaces in the data folder')
    .option('--reporter <NAME>', 'text or json', 'text')
    .action(async (values: { dataDir?: string; reporter: string }) => {
      const { workspacesCommand } = await import('./workspaces.ts');
      end(await workspacesCommand(values, output));
    });
  about('backups', 'lists the last saves of the workspace, newest first')
    .option('--workspace <NAME>', 'whose; default: the one that is open, or was last')
    .option('--reporter <NAME>', 'text or json', 'text')
    .action(async (values: { dataDir?: string; workspace?: string; reporter: string }) => {
      const { backupsCommand } = await import('./backups.ts');
      end(await backupsCommand(values, output));
    });
  about('restore', 'replaces the workspace with one of them; the replaced one becomes a backup')
    .usage('NUMBER')
    .argument('[numbers...]', 'the number of a backup, as backups lists it')
    .option('--workspace <NAME>', 'whose; default: the one that is open, or was last')
    .action(async (numbers: string[], values: { dataDir?: string; workspace?: string }) => {
      const { restoreCommand } = await import('./backups.ts');
      end(await restoreCommand(numbers, values, output));
    });
  about('erase', 'lists everything that is kept in the data folder; with --yes removes it')
    .option('--yes', 'removes it for good')
    .action(async (values: { dataDir?: string; yes?: boolean }) => {
      const { eraseCommand } = await import('./erase.ts');
      end(await eraseCommand(values, output));
    });
}
