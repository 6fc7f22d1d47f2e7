import { collected } from './parsing.ts';
import type { Declaring } from './program.ts';
import type { RunValues } from './run-values.ts';

export function declareRun({ root, output, program, end }: Declaring): void {
  root
    .command('run')
    .usage('FILE|FOLDER|-… [options]')
    .description('runs scenario files and reports the results')
    .argument('[files...]', 'scenario files, patterns, folders of them, or - for standard input')
    .option(
      '--reporter <NAME>',
      'list, json, junit, github or html; NAME=FILE writes a file; may be repeated',
      collected,
      [],
    )
    .option('--out <FILE>', 'writes the report there; - is standard output')
    .option('--trace <FILE>', 'writes the timeline of every Action there, as NDJSON')
    .option('--coverage <FILE.json>', 'writes there which rules the scenarios exercise, for trigger-lab coverage')
    .option('--snapshot', 'fails a scenario whose timelines differ from those in FILE.trace beside its file')
    .option('--update-snapshots', 'writes FILE.trace beside each file')
    .option('--seed <N>', 'seeds the random streams in place of the files’ own')
    .option('--transport <NAME>', 'http: calls go through fetch and a simulated network; direct: without HTTP', 'http')
    .option('--var <NAME=VALUE>', 'takes the place of the default of a parameter; may be repeated', collected, [])
    .option('--strict [KINDS]', 'fails what is a warning otherwise: all, or some of refusals,empty,past')
    .option('--grep <RE>', 'plays only scenarios with a title that the regular expression matches')
    .option('--tag <T>', 'plays only scenarios with the tag; may be repeated', collected, [])
    .option('--bail [N]', 'stops after N failures; without N after the first')
    .option('--shard <I/N>', 'plays the I-th of N parts of the files, by their names')
    .option('--jobs <N>', 'how many files are played side by side', '1')
    .option('--timeout <D>', 'fails a scenario that takes longer, in real time')
    .option('--watch', 'runs again whenever one of the files, or what it includes, is saved')
    .action(async (files: string[], values: RunValues) => {
      const { runCommand } = await import('./run.ts');
      end(await runCommand(files, values, output, program));
    });
}
