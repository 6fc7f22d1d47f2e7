/** What the library throws. */
import type { Mismatch } from '../scenario/expect.ts';
import { formatProblem, type Problem } from '../scenario/problem.ts';

/** A scenario or a step cannot be read; the message has a line for each problem. */
export class InvalidScenarioError extends Error {
  /** Tells it from other errors, where `instanceof` cannot. */
  override readonly name = 'InvalidScenarioError';
  /** What is wrong, in the order of the text; never empty. */
  readonly problems: readonly Problem[];

  /** @internal */
  constructor(problems: readonly Problem[], tell: (problem: Problem) => string = formatProblem) {
    super(problems.map(tell).join('\n'));
    this.problems = problems;
  }
}

/** The rules refuse what was asked for, or there is no such thing, and nothing has changed; the message says why, with the rules. */
export class RefusedError extends Error {
  /** Tells it from other errors, where `instanceof` cannot. */
  override readonly name = 'RefusedError';
}

/** Something is not as expected; the message says what, and shows the timeline of the Action or Case it is about. */
export class ExpectationError extends Error {
  /** Tells it from other errors, where `instanceof` cannot. */
  override readonly name = 'ExpectationError';
  /** Each field that is not as expected; never empty. */
  readonly mismatches: readonly Mismatch[];

  /** @internal */
  constructor(message: string, mismatches: readonly Mismatch[]) {
    super(message);
    this.mismatches = mismatches;
  }
}
