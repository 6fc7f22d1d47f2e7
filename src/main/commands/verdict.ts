/** `trigger-lab verdict`: what an Action type's settings lead to when its API never connects. */
import { parseArgs } from 'node:util';
import { plainJson, plainText } from '../../shared/plain-text.ts';
import { verdict, verdictSentences } from '../../views/verdict/verdict.ts';
import { formatProblem } from '../scenario/problem.ts';
import { apiActionType } from './action-type.ts';
import { EXIT, type ExitStatus, UsageError } from './exit-status.ts';
import { loadFile } from './files.ts';
import { oneOf } from './options.ts';
import type { Output } from './output.ts';

const VERDICT_REPORTERS = ['text', 'json'] as const;

/** Runs `trigger-lab verdict …` with the words after it. */
export async function verdictCommand(args: readonly string[], output: Output): Promise<ExitStatus> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'action-type': { type: 'string' }, reporter: { type: 'string', default: 'text' } },
  });
  const reporter = oneOf('--reporter', values.reporter, VERDICT_REPORTERS);
  const [file, ...others] = positionals;
  if (file === undefined) throw new UsageError('no file given');
  if (others.length > 0) throw new UsageError(`one file at a time, not ${positionals.join(' and ')}`);
  const loaded = await loadFile(file);
  if (!loaded.ok) {
    for (const problem of loaded.problems) output.err(`${formatProblem(problem)}\n`);
    return EXIT.invalidFile;
  }
  const { settings, actionTypes } = loaded.scenario;
  const actionType = actionTypes[apiActionType(actionTypes, values['action-type'])];
  if (!actionType) throw new Error('the Action type was there a moment ago');
  output.out(
    reporter === 'json'
      ? `${plainJson(verdict(settings, actionType))}\n`
      : `${verdictSentences(settings, actionType).map(plainText).join('\n')}\n`,
  );
  return EXIT.passed;
}
