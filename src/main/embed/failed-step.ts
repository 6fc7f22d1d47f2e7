/** What came of a step, as an error for its caller. */
import type { Step } from '../../shared/scenario.ts';
import type { TimelineEntryState } from '../../shared/state.ts';
import type { Failure } from '../scenario/result.ts';
import type { StepOutcome } from '../scenario/take-step.ts';
import { ExpectationError, RefusedError } from './errors.ts';

/** Entries of a timeline that a message shows, the latest. */
const SHOWN_ENTRIES = 20;

/** The timeline of an Action or a Case; empty where there is none. */
export type TimelineOf = (reference: string) => readonly TimelineEntryState[];

/** The error that a step ends in; `null` where it did what it is there for. A step to an instant that has passed did not. */
export function errorOf(step: Step, { failures, warning }: StepOutcome, timelineOf: TimelineOf): Error | null {
  const [first] = failures;
  if (first === undefined) return warning === undefined ? null : new RefusedError(warning.message);
  const verb = Object.keys(step).find((key) => key !== 'refused') ?? '';
  if (first.path === verb || (first.path === 'refused' && first.expected === false)) {
    return new RefusedError(`${verb} was refused: ${first.actual}`);
  }
  const mismatches = failures.map(({ path, expected, actual }) => ({ path, expected, actual }));
  return new ExpectationError(messageOf(verb, failures, timelineOf), mismatches);
}

function messageOf(verb: string, failures: readonly Failure[], timelineOf: TimelineOf): string {
  const subject = failures[0]?.subject ?? verb;
  const lines = failures.map(
    ({ path, expected, actual }) => `  ${path}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`,
  );
  const entries = timelineOf(/^(?:action|case) (.*)$/s.exec(subject)?.[1] ?? '');
  const shown = entries.slice(-SHOWN_ENTRIES).map(({ since, who, text }) => `  ${since}  ${text} (${who})`);
  const head = shown.length === 0 ? [] : ['Its timeline:', ...(entries.length > shown.length ? ['  …'] : [])];
  return [`${subject} is not as expected:`, ...lines, ...head, ...shown].join('\n');
}
