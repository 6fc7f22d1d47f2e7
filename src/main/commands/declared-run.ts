import type { Declaring } from './program.ts';

/** What `trigger-lab run` is told besides its files. */
export interface RunValues {
  readonly reporter: string;
  readonly out?: string;
  readonly seed?: string;
  readonly transport: string;
  readonly trace?: string;
}

export function declareRun({ root, output, end }: Declaring): void {
  root
    .command('run')
    .usage('FILE|FOLDER|-… [options]')
    .description('runs scenario files and reports the results')
    .argument('[files...]', 'scenario files, patterns, folders of them, or - for standard input')
    .option('--reporter <NAME>', 'list, json or junit', 'list')
    .option('--out <FILE>', 'writes the report there; - is standard output')
    .option('--seed <N>', 'seeds the random streams in place of the files’ own')
    .option('--transport <NAME>', 'http: calls go through fetch and a simulated network; direct: without HTTP', 'http')
    .option('--trace <FILE>', 'writes the timeline of every Action there, as NDJSON')
    .action(async (files: string[], values: RunValues) => {
      const { runCommand } = await import('./run.ts');
      end(await runCommand(files, values, output));
    });
}
