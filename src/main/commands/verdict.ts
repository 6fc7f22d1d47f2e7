/** `trigger-lab verdict`: what an Action type's settings lead to when its API never connects. */
import { plainJson, plainText } from '../../shared/plain-text.ts';
import { verdict, verdictSentences } from '../../views/verdict/verdict.ts';
import { formatProblem } from '../scenario/problem.ts';
import { apiActionType } from './action-type.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { loadFile } from './files.ts';
import { oneOf } from './options.ts';
import type { Output } from './output.ts';

const VERDICT_REPORTERS = ['text', 'json'] as const;

interface VerdictValues {
  readonly actionType?: string;
  readonly reporter: string;
}

/** Runs `trigger-lab verdict`. */
export async function verdictCommand(
  files: readonly string[],
  values: VerdictValues,
  output: Output,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, VERDICT_REPORTERS);
  const [file, ...others] = files;
  if (file === undefined) throw new UsageError('no file given');
  if (others.length > 0) throw new UsageError(`one file at a time, not ${files.join(' and ')}`);
  const loaded = await loadFile(file);
  if (!loaded.ok) {
    for (const problem of loaded.problems) output.err(`${formatProblem(problem)}\n`);
    return EXIT.invalidFile;
  }
  const { settings, actionTypes } = loaded.scenario;
  const actionType = actionTypes[apiActionType(actionTypes, values.actionType)];
  if (!actionType) throw new Error('the Action type was there a moment ago');
  output.out(
    reporter === 'json'
      ? `${plainJson(verdict(settings, actionType))}\n`
      : `${verdictSentences(settings, actionType).map(plainText).join('\n')}\n`,
  );
  return EXIT.passed;
}
