/** `trigger-lab verdict`: what an Action type's settings lead to when its API never connects. */
import { plainJson, plainText } from '../../shared/plain-text.ts';
import { verdict, verdictSentences } from '../../views/verdict/verdict.ts';
import { loadFile } from '../scenario/load-file.ts';
import { apiActionType } from './action-type.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { junitTarget } from './junit-target.ts';
import { oneOf } from './options.ts';
import type { Output } from './output.ts';
import { tellProblems } from './problems.ts';
import { holds, limitSentence, parseVerdictLimit, verdictJunit } from './verdict-limits.ts';
import type { VerdictValues } from './verdict-values.ts';

const VERDICT_REPORTERS = ['text', 'json'] as const;

/** Runs `trigger-lab verdict`; fails where a limit does not hold. */
export async function verdictCommand(
  files: readonly string[],
  values: VerdictValues,
  output: Output,
): Promise<ExitStatus> {
  const reporter = oneOf('--reporter', values.reporter, VERDICT_REPORTERS);
  const [file, ...others] = files;
  if (file === undefined) throw new UsageError('no file given');
  if (others.length > 0) throw new UsageError(`one file at a time, not ${files.join(' and ')}`);
  const limits = values.limit.map(parseVerdictLimit);
  const junit = await junitTarget(values.junit, limits.length, [file], output);
  const loaded = await loadFile(file);
  if (!loaded.ok) {
    tellProblems(loaded.problems, output);
    return EXIT.invalidFile;
  }
  const { settings, actionTypes } = loaded.scenario;
  const name = apiActionType(actionTypes, values.actionType);
  const actionType = actionTypes[name];
  if (!actionType) throw new Error('the Action type was there a moment ago');
  const found = verdict(settings, actionType);
  const sentences = [...verdictSentences(settings, actionType), ...limits.map((limit) => limitSentence(limit, found))];
  output.out(reporter === 'json' ? `${plainJson(found)}\n` : `${sentences.map(plainText).join('\n')}\n`);
  await junit?.write(verdictJunit(file, name, limits, found));
  return limits.every((limit) => holds(limit, found)) ? EXIT.passed : EXIT.failed;
}
