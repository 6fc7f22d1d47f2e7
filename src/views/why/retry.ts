/** Why a retry comes when it does: the sum, the jitter's draw, and what a person or a setting made of it (S2, R12, R23). */
import { retryPatternFor } from '../../engine/connection/retry.ts';
import { retryPattern } from '../../shared/definitions.ts';
import type { ActionFact, Fact, FactOf } from '../../shared/facts.ts';
import { nameOf } from '../../shared/field.ts';
import { LAST_INSTANT_WORDS } from '../../shared/instant.ts';
import type { World } from '../../shared/world.ts';
import { latestCall } from '../calls/calls.ts';
import { around, firstOf, lastOf } from '../facts.ts';
import { decimals, share } from '../words/figures.ts';
import { dueInWords, exactDuration, instantInWords, sumOf } from '../words/time-words.ts';
import { streamOfAction } from './draws.ts';
import { type Explanation, explanation, type Grounds } from './explanation.ts';

type Scheduled = FactOf<'retryScheduled'>;

/** The wait before a retry that was scheduled. */
export function whyRetry(world: World, fact: Scheduled): Explanation {
  const { before, after } = around(world, fact);
  const failed = lastOf(before, 'callFailed');
  const call = latestCall(before);
  const pattern = whosePattern(world, fact);
  const fate = fateOf(after, world.startAt);
  return explanation(
    `Retry ${fact.retryNumber} after ${exactDuration(fact.arithmetic.intervalMs)}`,
    [
      ...sums(world, fact),
      fact.nextRetryAt === null
        ? `That is after ${LAST_INSTANT_WORDS}, where time ends: it never happens.`
        : sumOf('failed', failed?.at ?? fact.at, fact.nextRetryAt, world.startAt),
      ...pattern.lines,
      call?.trigger === 'manual' &&
        `Call ${call.callNumber} was a manual retry. It counts as retry ${call.retryNumber}, and the wait for retry ${fact.retryNumber} counts from its failure.`,
      ...fate.lines,
    ],
    ['S2', ...pattern.rules, call?.trigger === 'manual' && 'R12', ...fate.rules],
  );
}

/** What brought a retry about: its wait, or the person who did not wait for it. `null` for the first call. */
export function whyCallStarted(world: World, fact: FactOf<'callStarted'>): Explanation | null {
  if (fact.trigger === 'first') return null;
  const scheduled = lastOf(around(world, fact).before, 'retryScheduled');
  if (fact.trigger === 'automatic') return scheduled ? whyRetry(world, scheduled) : null;
  const now = instantInWords(fact.at, world.startAt);
  return explanation(
    `Retry ${fact.retryCount} by ${fact.by}`,
    [
      `${fact.by} clicked Retry at ${now}: the call started at once.`,
      scheduled !== undefined &&
        `The automatic retry ${scheduled.retryNumber}, due ${dueInWords(scheduled.nextRetryAt, world.startAt)}, was dropped.`,
      `It counts like an automatic one, as retry ${fact.retryCount}.`,
    ],
    ['R12', 'R11'],
  );
}

function sums(world: World, { retryNumber, arithmetic, actionRef }: Scheduled): string[] {
  const { firstMs, factor, capMs, jitter, draw, intervalMs } = arithmetic;
  const grownMs = firstMs * factor ** (retryNumber - 1);
  const cap = `${nameOf(retryPattern.shape.cap)} ${exactDuration(capMs)}`;
  const cut = grownMs > capMs ? `, cut to the ${cap}` : `, ${cap}`;
  const sum = `first ${exactDuration(firstMs)} × ${factor}^(${retryNumber}−1) = ${exactDuration(grownMs)}${cut}`;
  if (jitter === 0 || draw === undefined) return [`${sum}, no jitter`];
  const value = decimals(draw, 8);
  return [
    `${sum}, jitter ± ${share(jitter)}`,
    `draw seed ${world.seed} / ${streamOfAction(world, actionRef)} / jitter / retry ${retryNumber} = ${value}`,
    `${exactDuration(Math.min(grownMs, capMs))} × (1 + ${jitter} × (2 × ${value} − 1)) = ${exactDuration(intervalMs)}`,
  ];
}

/** Whose pattern it is, where it is still the same; else that it was changed since. */
function whosePattern(world: World, { actionRef, arithmetic }: Scheduled): Grounds {
  const actionType = world.actionTypes.get(world.actions.get(actionRef)?.actionType ?? '');
  const { first, factor, cap, jitter } = retryPatternFor(world.settings, actionType);
  const isSame =
    first === arithmetic.firstMs &&
    factor === arithmetic.factor &&
    cap === arithmetic.capMs &&
    jitter === arithmetic.jitter;
  if (!isSame) return { lines: ['The retry pattern has changed since; this wait follows the earlier one.'], rules: [] };
  return actionType?.retry === undefined
    ? { lines: [], rules: [] }
    : { lines: ["The pattern is the Action type's own."], rules: ['S3'] };
}

/** What came before it was due, or in its place. */
function fateOf(after: readonly Fact[], startAt: number): Grounds {
  const end = after.findIndex(({ type }) => type === 'callStarted' || type === 'statusChanged');
  const meanwhile = end < 0 ? after : after.slice(0, end);
  const next = (end < 0 ? undefined : after[end]) as ActionFact | undefined;
  if (next?.type === 'callStarted' && next.trigger === 'manual') {
    return {
      lines: [
        `${next.by} clicked Retry at ${instantInWords(next.at, startAt)}: this one was dropped, and retry ${next.retryCount} started at once.`,
      ],
      rules: ['R12'],
    };
  }
  if (next?.type === 'statusChanged') {
    const ending = next.resolutionMethod === null ? '' : `, ${next.resolutionMethod}`;
    return {
      lines: [
        `It did not happen: at ${instantInWords(next.at, startAt)} the Action became ${next.to}${ending} (${next.reason}).`,
      ],
      rules: firstOf(meanwhile, 'maximumSaved') === undefined ? [] : ['R19', 'R21'],
    };
  }
  const saved = lastOf(meanwhile, 'maximumSaved');
  return saved === undefined
    ? { lines: [], rules: [] }
    : {
        lines: [`The maximum was changed to ${saved.to} meanwhile; that did not move it.`],
        rules: [saved.to > saved.from ? 'R23' : 'R19'],
      };
}
