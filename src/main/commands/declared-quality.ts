/** Commands that say what scenarios are worth as tests. */
import type { Declaring } from './program.ts';

export function declareQuality({ root, output, end }: Declaring): void {
  root
    .command('coverage')
    .usage('FILE…|RESULT.json… [options]')
    .description('says which rules of an Action’s life scenarios exercise')
    .argument('[files...]', 'scenario files, or what run --coverage wrote')
    .option('--min <PERCENT>', 'fails where less of the rows of the state table is covered')
    .option('--reporter <NAME>', 'text or json', 'text')
    .option('--generate <FOLDER>', 'writes a smallest scenario for each row that is missing')
    .action(async (files: string[], values: { min?: string; reporter: string; generate?: string }) => {
      const { coverageCommand } = await import('./coverage.ts');
      end(await coverageCommand(files, values, output));
    });
  root
    .command('mutate')
    .usage('FILE… [options]')
    .description('says which scenarios notice that a setting or a rule is another one')
    .argument('[files...]', 'scenario files that pass')
    .option('--settings', 'changes the settings of the files only')
    .option('--rules', 'changes the rules of the simulator only')
    .option('--min <PERCENT>', 'fails where fewer of the changes are noticed')
    .option('--reporter <NAME>', 'text or json', 'text')
    .action(async (files: string[], values: { settings?: true; rules?: true; min?: string; reporter: string }) => {
      const { mutateCommand } = await import('./mutate.ts');
      end(await mutateCommand(files, values, output));
    });
}
