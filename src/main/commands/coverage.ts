/** `trigger-lab coverage`: which rows of the state table, endings, rules and settings scenarios exercise. */
import { coverageReport, exercisedIn } from '../../coverage/coverage.ts';
import type { Exercised } from '../../coverage/coverage-tally.ts';
import { coverageText } from '../../coverage/coverage-text.ts';
import { counted } from '../../shared/counted.ts';
import type { CoverageReport } from '../../shared/coverage.ts';
import { plainJson, plainText } from '../../shared/plain-text.ts';
import { share } from '../../views/words/figures.ts';
import { generate } from '../generation/generate.ts';
import { loadScenariosOf } from '../scenario/load-file.ts';
import { readText } from '../scenario/read-disk.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { expandFiles } from './files.ts';
import { oneOf, percentage } from './options.ts';
import type { Output } from './output.ts';
import { playForCoverage, readCoverage } from './played-coverage.ts';
import { tellProblems } from './problems.ts';
import { writeNewFiles } from './write-new-files.ts';

const REPORTERS = ['text', 'json'] as const;

interface CoverageValues {
  readonly min?: string;
  readonly reporter: string;
  readonly generate?: string;
}

/**
 * Runs `trigger-lab coverage`; fails where a scenario does, or less is covered than `--min`. What `--generate` writes is not counted: the
 * report says what the files are worth as they are.
 */
export async function coverageCommand(
  files: readonly string[],
  values: CoverageValues,
  output: Output,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, REPORTERS);
  const min = values.min === undefined ? 0 : percentage('--min', values.min);
  const found = await exercisedByFiles(expandFiles(files), output);
  if (found === null) return EXIT.invalidFile;
  const report = coverageReport(found.exercised);
  output.out(reporter === 'json' ? coverageJson(report) : `${coverageText(report).map(plainText).join('\n')}\n`);
  if (values.generate !== undefined) await generateMissing(report, values.generate, output);
  if (report.percent >= min) return found.areAllPassed ? EXIT.passed : EXIT.failed;
  output.err(
    `trigger-lab: ${share(report.percent / 100)} of the rows are covered, expected at least ${share(min / 100)}\n`,
  );
  return EXIT.failed;
}

async function generateMissing(report: CoverageReport, folder: string, output: Output): Promise<void> {
  const missing = report.rows.filter(({ covered }) => !covered).map(({ id }) => id);
  const generated = await generate(missing);
  const written = await writeNewFiles('--generate', folder, generated);
  for (const file of written) output.err(`${plainText(`wrote ${file}`)}\n`);
  for (const row of missing.filter((id) => !generated.some((each) => each.row === id)))
    output.err(`found no scenario for ${row}\n`);
}

/** The whole file that `run --coverage` writes too. */
export const coverageJson = (report: CoverageReport): string => `${plainJson(report)}\n`;

interface Found {
  readonly exercised: readonly (Exercised & { readonly file: string })[];
  /** Whether all expectations of the scenarios held. */
  readonly areAllPassed: boolean;
}

/** `null` where one of the files is invalid; all their problems are told. */
async function exercisedByFiles(files: readonly string[], output: Output): Promise<Found | null> {
  const exercised: (Exercised & { file: string })[] = [];
  let areAllPassed = true;
  let areAllValid = true;
  for (const file of files) {
    const text = file.endsWith('.json') ? await readText(file) : null;
    const result = typeof text === 'string' ? readCoverage(text) : null;
    if (result !== null) {
      exercised.push(...exercisedIn(result));
      continue;
    }
    const loaded = await loadScenariosOf(file);
    if (!loaded.ok) {
      areAllValid = false;
      tellProblems(loaded.problems, output);
      continue;
    }
    for (const each of loaded.scenarios) {
      const { failed, ...played } = await playForCoverage(each);
      exercised.push({ file, ...played });
      if (failed === 0) continue;
      areAllPassed = false;
      output.err(`${plainText(`${file}: ${each.title}: ${counted(failed, 'expectation')} did not hold`)}\n`);
    }
  }
  return areAllValid ? { exercised, areAllPassed } : null;
}
