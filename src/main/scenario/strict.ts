/** `--strict`: what otherwise is a warning fails the scenario. */
import type { Failure, ScenarioResult, Warning, WarningKind } from './result.ts';

const EXPECTED: Readonly<Record<WarningKind, string>> = {
  refusals: 'the step is taken, or says that it is refused',
  empty: 'something is checked',
  past: 'an instant that has not passed',
};

/** The same result where warnings of these kinds are failures, each in its place among the steps. */
export function strictly(result: ScenarioResult, kinds: readonly WarningKind[]): ScenarioResult {
  const isFailure = ({ kind }: Warning) => kinds.includes(kind);
  const more = result.warnings.filter(isFailure).map(failureOf);
  if (more.length === 0) return result;
  return {
    ...result,
    passed: false,
    failures: [...result.failures, ...more].sort((left, right) => (left.step ?? 0) - (right.step ?? 0)),
    warnings: result.warnings.filter((warning) => !isFailure(warning)),
  };
}

function failureOf({ kind, message, ...place }: Warning): Failure {
  return { ...place, path: kind, expected: EXPECTED[kind], actual: message };
}
