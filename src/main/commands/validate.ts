/** `trigger-lab validate`: says whether files are right, without playing them. */
import { counted } from '../../shared/counted.ts';
import { plainJson, plainText } from '../../shared/plain-text.ts';
import type { LoadedScenarios } from '../scenario/load.ts';
import { loadScenariosOf } from '../scenario/load-file.ts';
import type { Problem } from '../scenario/problem.ts';
import { problemGithub } from '../scenario/report-github.ts';
import { sarif } from '../scenario/report-sarif.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { expandFiles, readStandardInput, STANDARD_INPUT } from './files.ts';
import { oneOf } from './options.ts';
import type { Output } from './output.ts';
import { tellProblems } from './problems.ts';
import type { Program } from './program.ts';

const VALIDATE_REPORTERS = ['text', 'json', 'github', 'sarif'] as const;

interface Validated {
  readonly file: string;
  readonly loaded: LoadedScenarios;
}

/**
 * `text`: a line per file that is right on standard output, every problem of the others on standard error. The other reporters say
 * everything on standard output.
 */
export async function validateCommand(
  named: readonly string[],
  values: { readonly reporter: string },
  output: Output,
  program: Pick<Program, 'version' | 'stdin'>,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, VALIDATE_REPORTERS);
  const files = expandFiles(named);
  const stdin = await readStandardInput(files, program.stdin);
  const validated: Validated[] = [];
  for (const file of files) {
    const each = { file, loaded: await loadScenariosOf(file, { text: file === STANDARD_INPUT ? stdin : undefined }) };
    validated.push(each);
    if (reporter === 'text') tell(each, output, stdin);
  }
  const problems = validated.flatMap(({ loaded }) => (loaded.ok ? [] : loaded.problems));
  if (reporter === 'json') output.out(`${plainJson({ files: validated.map(fileJson) })}\n`);
  if (reporter === 'github') output.out(problems.map(problemGithub).join(''));
  if (reporter === 'sarif') output.out(sarif(problems, program.version));
  return problems.length === 0 ? EXIT.passed : EXIT.invalidFile;
}

function tell({ file, loaded }: Validated, output: Output, stdin: string | undefined): void {
  if (!loaded.ok) {
    tellProblems(loaded.problems, output, stdin);
    return;
  }
  const { scenarios } = loaded;
  const steps = `${scenarios[0]?.scenario.steps.length ?? 0} steps`;
  const examples = scenarios.length > 1 ? `, ${counted(scenarios.length, 'example')}` : '';
  output.out(`${plainText(file)}: valid, ${steps}${examples}\n`);
}

function fileJson({ file, loaded }: Validated) {
  if (!loaded.ok) return { file, valid: false, problems: loaded.problems.map(problemJson) };
  const { scenarios } = loaded;
  const [first] = scenarios;
  return { file, valid: true, steps: first?.scenario.steps.length ?? 0, examples: scenarios.length, problems: [] };
}

/** `file` is another one where the problem is in what the file includes. */
const problemJson = ({ file, line, column, path, message, found, expected, suggestion }: Problem) => ({
  file,
  line,
  column,
  path,
  message,
  found,
  expected,
  suggestion,
});
