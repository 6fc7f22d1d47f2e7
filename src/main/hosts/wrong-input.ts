/** What is wrong with an input, in a sentence: where, and what is expected. */
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** One thing that is wrong, where it is. */
export interface WrongInput {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Everything that is wrong; of alternatives, what is wrong with the one that was most nearly met. */
export function wrongWith(issues: readonly Issue[], before: readonly PropertyKey[] = []): WrongInput[] {
  return issues.flatMap((issue) => {
    const path = [...before, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ path, message: inWords(issue) }];
    const [nearest = []] = [...issue.errors].sort(byDistance);
    return wrongWith(nearest, path);
  });
}

/** `errorBar.retries: expected a whole number of at least 0` */
export function wrongInWords([first]: readonly WrongInput[]): string {
  if (first === undefined) return 'It is not what is expected.';
  const where = first.path.map(String).join('.');
  return where === '' ? first.message : `${where}: ${first.message}`;
}

/** Fewer faults are nearer; of as many, those that are further inside. */
function byDistance(left: readonly Issue[], right: readonly Issue[]): number {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map(({ path }) => path.length));
  return faultCount(left) - faultCount(right) || depth(right) - depth(left);
}

/** Each key that is too many is a fault. */
const faultCount = (issues: readonly Issue[]) =>
  issues.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);

function inWords(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `unknown ${issue.keys.map((key) => JSON.stringify(key)).join(', ')}`;
  if (issue.code === 'invalid_value' && issue.values.length > 1) return `expected one of ${issue.values.join(', ')}`;
  if (issue.code === 'invalid_union') return 'expected another value';
  return issue.message.replace(/^Invalid (?:input|option): /, '').replace(/, received .*$/, '');
}
