/**
 * What tests expect of Actions, Cases and users. Every matcher waits, with and without `.not`, as long as Playwright's own; what it says
 * when that is over has the field that differs, and the timeline.
 */
import { expect as base, type Expect, type ExpectMatcherState } from '@playwright/test';
import type { z } from 'zod';
import type { expectationSchemas } from '../shared/expectation.ts';
import type { Subject } from './subjects.ts';

type OfAction = z.input<(typeof expectationSchemas)['action']>;
type OfCase = z.input<(typeof expectationSchemas)['case']>;
type OfNotifications = z.input<(typeof expectationSchemas)['notifications']>;

/** Fields as an `expect` of a scenario file has them: a comparison such as `{ atLeast: 3 }` may stand for a value. */
export type StatusFields = Pick<OfAction, 'reason' | 'resolutionMethod' | 'rejectedReason'>;
export type AttentionFields = Pick<OfCase, 'problemAction' | 'reason'>;
export type ToldFields = NonNullable<OfNotifications['last']>;
export type ErrorBarFields = NonNullable<OfAction['errorBar']>;

/** Milliseconds between two looks, the last for all that follow. */
const PAUSES = [20, 50, 100, 250];

interface Result {
  readonly name: string;
  readonly pass: boolean;
  readonly message: () => string;
}

/** Of what does not exist nothing holds, that it is not so neither: a misspelled name is never right. */
async function look({ subject, fields }: Asked, isNot: boolean) {
  const { passed, mismatches } = await subject.check(fields);
  const isThere = passed || (await subject.exists());
  return { isRight: isThere && passed !== isNot, isThere, mismatches };
}

async function match(state: ExpectMatcherState, name: string, asked: Asked): Promise<Result> {
  const { subject, fields, timeout = state.timeout } = asked;
  const { isNot } = state;
  const until = performance.now() + timeout;
  let seen = await look(asked, isNot);
  for (let looks = 0; !seen.isRight && performance.now() < until; looks++) {
    const pause = PAUSES[Math.min(looks, PAUSES.length - 1)] ?? 0;
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, until - performance.now())));
    seen = await look(asked, isNot);
  }
  if (seen.isRight) return { name, pass: !isNot, message: () => '' };
  const { matcherHint, printExpected, printReceived } = state.utils;
  const story = seen.isThere ? await subject.story() : [];
  const wrong =
    isNot && seen.isThere
      ? [`It should not be so: ${printReceived(fields)}`]
      : seen.mismatches.map(({ path, expected, actual }) =>
          seen.isThere
            ? `${path}: expected ${printExpected(expected)}, but it is ${printReceived(actual)}`
            : `There is no ${subject.title}.`,
        );
  const message = [
    matcherHint(name, subject.title, 'expected', { isNot }),
    '',
    ...new Set(wrong),
    '',
    ...(story.length === 0 ? [] : [`What happened to ${subject.title}:`, ...story.map((line) => `  ${line}`), '']),
    `Waited for ${timeout} ms.`,
  ].join('\n');
  return { name, pass: isNot, message: () => message };
}

interface Asked {
  readonly subject: Subject;
  readonly fields: Record<string, unknown>;
  readonly timeout?: number | undefined;
}
/** How long to wait, in milliseconds; left out, as long as `expect` waits otherwise. */
interface Patience {
  readonly timeout?: number;
}

const matchers = {
  /** Retries made, out of the most there will be: `'4/7'`. */
  toHaveRetries(
    this: ExpectMatcherState,
    subject: Subject,
    retries: NonNullable<OfAction['retries']>,
    { timeout }: Patience = {},
  ) {
    return match(this, 'toHaveRetries', { subject, fields: { retries }, timeout });
  },
  /** What people see of an Action or a Case, and why it has come to that. */
  toHaveStatus(
    this: ExpectMatcherState,
    subject: Subject,
    status: NonNullable<OfAction['status']>,
    fields: StatusFields = {},
    { timeout }: Patience = {},
  ) {
    return match(this, 'toHaveStatus', { subject, fields: { status, ...fields }, timeout });
  },
  /** A Case whose owner must act. */
  toNeedAttention(
    this: ExpectMatcherState,
    subject: Subject,
    fields: AttentionFields = {},
    { timeout }: Patience = {},
  ) {
    return match(this, 'toNeedAttention', { subject, fields: { needsAttention: true, ...fields }, timeout });
  },
  /** A user who was told something, and no more than that. */
  toBeToldOnce(this: ExpectMatcherState, subject: Subject, last: ToldFields = {}, { timeout }: Patience = {}) {
    const fields = Object.keys(last).length === 0 ? { count: 1 } : { count: 1, last };
    return match(this, 'toBeToldOnce', { subject, fields, timeout });
  },
  /** The error bar of an Action. */
  toShowErrorBar(
    this: ExpectMatcherState,
    subject: Subject,
    errorBar: ErrorBarFields = {},
    { timeout }: Patience = {},
  ) {
    return match(this, 'toShowErrorBar', { subject, fields: { errorBar }, timeout });
  },
};

// Named by the package that its user has: the types of the kit are looked up there.
export const expect: Expect<typeof matchers> = base.extend(matchers);
