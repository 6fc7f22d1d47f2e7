import type { Command } from 'commander';
import type { LabReportValues, LabValues } from './lab-values.ts';
import { collected } from './parsing.ts';
import type { Declaring } from './program.ts';

const reportOptions = (command: Command) =>
  command
    .option('--measure <M>', 'shows a further measure; may be repeated', collected, [])
    .option('--limit <LIMIT>', "what must hold, such as 'escalatedPer1000<=10'; may be repeated", collected, [])
    .option('--junit <FILE>', 'writes the limits there as tests for CI systems')
    .option('--out <FORM>', 'json, csv, table, html, or a file whose ending says which', 'table');

export function declareLab({ root, output, program, end }: Declaring): void {
  const lab = root
    .command('lab')
    .usage('FILE --trials N [options]')
    .description('plays many trials of one Action type and shows how they end')
    .argument('[files...]', 'the scenario file')
    .option('--trials <N>', 'how many trials to play of each variant')
    .option('--action-type <T>', 'which one, where the file has several that call an API')
    .option('--seed <S>', 'seeds the random streams in place of the file’s own')
    .option('--window <D>', 'spreads the launches over so long', '0s')
    .option('--launch-hours <HOURS>', 'any or working', 'any')
    .option('--workers <W>', 'how many threads play; default: one for each core')
    .option(
      '--vary <PATH=LIST>',
      'plays every value of a setting, such as retry.max=1..8; may be repeated',
      collected,
      [],
    )
    .option('--shard <I/N>', 'plays one part of N, as JSON for lab merge')
    .option('--progress', 'tells how far it is', false)
    .enablePositionalOptions();
  reportOptions(lab).action(async (files: string[], values: LabValues) => {
    const { labCommand } = await import('./lab.ts');
    end(await labCommand(files, values, output, program.labWorkerUrl));
  });
  reportOptions(lab.command('merge').usage('SHARD… [options]'))
    .description('adds up the parts written by lab --shard')
    .argument('[files...]', 'the parts')
    .action(async (files: string[], values: LabReportValues) => {
      const { mergeCommand } = await import('./lab.ts');
      end(await mergeCommand(files, values, output));
    });
}
