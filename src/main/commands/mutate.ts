/** `trigger-lab mutate`: which scenarios notice that a setting, or a rule of the simulator, is another one. */
import { plainJson, plainText } from '../../shared/plain-text.ts';
import { share } from '../../views/words/figures.ts';
import { tryScenario } from '../bare-stage/play.ts';
import { type Examined, mutate } from '../mutation/mutate.ts';
import { mutationText } from '../mutation/report-text.ts';
import { loadScenariosOf } from '../scenario/load-file.ts';
import { formatProblem } from '../scenario/problem.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { expandFiles } from './files.ts';
import { oneOf, percentage } from './options.ts';
import type { Output } from './output.ts';

const REPORTERS = ['text', 'json'] as const;

interface MutateValues {
  readonly settings?: boolean;
  readonly rules?: boolean;
  readonly min?: string;
  readonly reporter: string;
}

/**
 * Runs `trigger-lab mutate`. Without `--settings` and `--rules` it changes both. A scenario that does not pass as it is notices nothing:
 * it is left out, and fails the command.
 */
export async function mutateCommand(
  files: readonly string[],
  values: MutateValues,
  output: Output,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, REPORTERS);
  const min = values.min === undefined ? 0 : percentage('--min', values.min);
  const read = await readExamined(expandFiles(files), output);
  if (read === null) return EXIT.invalidFile;
  const { settings = false, rules = false } = values;
  const both = settings === rules;
  const report = await mutate(read.examined, { settings: both || settings, rules: both || rules });
  output.out(reporter === 'json' ? `${plainJson(report)}\n` : `${mutationText(report).map(plainText).join('\n')}\n`);
  if (report.percent >= min) return read.areAllPassed ? EXIT.passed : EXIT.failed;
  output.err(
    `trigger-lab: ${share(report.percent / 100)} of the changes are noticed, expected at least ${share(min / 100)}\n`,
  );
  return EXIT.failed;
}

interface Read {
  readonly examined: readonly Examined[];
  readonly areAllPassed: boolean;
}

/** `null` where one of the files is invalid; all their problems are told. */
async function readExamined(files: readonly string[], output: Output): Promise<Read | null> {
  const examined: Examined[] = [];
  let [areAllValid, areAllPassed] = [true, true];
  for (const file of files) {
    const loaded = await loadScenariosOf(file);
    if (!loaded.ok) {
      areAllValid = false;
      for (const problem of loaded.problems) output.err(`${formatProblem(problem)}\n`);
      continue;
    }
    for (const { title, scenario } of loaded.scenarios) {
      const { noticed } = await tryScenario(scenario);
      if (noticed === null) examined.push({ file, title, scenario });
      else {
        areAllPassed = false;
        output.err(`${plainText(`${file}: ${title}: does not pass as it is (${noticed}); it is left out`)}\n`);
      }
    }
  }
  return areAllValid ? { examined, areAllPassed } : null;
}
