/** The lane of calls: every call, the gap before every retry, and the next retry. */

import type { ActionFact } from '../../shared/facts.ts';
import type { Action } from '../../shared/model.ts';
import { type CallRecord, callsOf } from '../calls/calls.ts';
import { isType } from '../facts.ts';
import { callInWords, describeFailure } from '../words/call-words.ts';
import { upperFirst } from '../words/figures.ts';
import { describeArithmetic } from '../words/interval-words.ts';
import { exactDuration } from '../words/time-words.ts';
import { leftWaiting, type Mark } from './mark.ts';

export function callMarks(facts: readonly ActionFact[], action: Action): Mark[] {
  const marks = callsOf(facts).map(callMark);
  if (action.phase !== 'retry pending' || action.nextRetryAt === null) return marks;
  const retryNumber = action.retryCount + 1;
  const next: Mark = {
    id: `call-${action.callCount + 1}`,
    lane: 'Calls',
    kind: 'next retry',
    from: action.nextRetryAt,
    to: action.nextRetryAt,
    isPlanned: true,
    title: `Next automatic retry, retry ${retryNumber}`,
    text: `Call ${action.callCount + 1}, not started yet.`,
  };
  return [...marks, next];
}

function callMark(call: CallRecord): Mark {
  const { callNumber, startedAt, endedAt, result, state } = call;
  const base = { id: `call-${callNumber}`, lane: 'Calls', from: startedAt, isPlanned: false } as const;
  const trigger = `${upperFirst(callInWords(call))}.`;
  const took = endedAt === null || endedAt === startedAt ? '' : ` after ${exactDuration(endedAt - startedAt)}`;
  if (result?.connected === true) {
    const text = `${trigger} Received with HTTP ${result.status}${took}.`;
    return { ...base, kind: 'call connected', to: endedAt, title: `Call ${callNumber} connected`, text };
  }
  if (result !== null) {
    const { failure } = result;
    const wish =
      failure.retryAfterMs === undefined ? '' : ` It asked for a retry after ${exactDuration(failure.retryAfterMs)}.`;
    const text = `${trigger} ${describeFailure(failure)}${took}.${wish}`;
    return { ...base, kind: 'call failed', to: endedAt, title: `Call ${callNumber} failed`, text };
  }
  if (state === 'in flight') {
    return {
      ...base,
      kind: 'call in flight',
      to: null,
      title: `Call ${callNumber} in flight`,
      text: `${trigger} No result yet.`,
    };
  }
  const text = `${trigger} Cut off${took}: the Action went on without its result.`;
  return { ...base, kind: 'call cut off', to: endedAt ?? startedAt, title: `Call ${callNumber} cut off`, text };
}

export function gapMarks(facts: readonly ActionFact[], action: Action): Mark[] {
  const calls = callsOf(facts);
  return facts.filter(isType('retryScheduled')).flatMap((fact): Mark[] => {
    const { at: from, retryNumber, nextRetryAt, arithmetic } = fact;
    const call = calls.find((each) => each.retryNumber === retryNumber);
    const isPlanned = !call && action.phase === 'retry pending' && action.nextRetryAt === nextRetryAt;
    const to = call?.startedAt ?? (isPlanned ? nextRetryAt : (leftWaiting(facts, from)?.at ?? nextRetryAt));
    const neverCame = !call && !isPlanned;
    // What was dropped as soon as it was scheduled was never waited for.
    if (neverCame && to === from) return [];
    const sum = `${describeArithmetic(arithmetic, retryNumber)}.`;
    const wait = exactDuration(arithmetic.intervalMs);
    return [
      {
        id: `gap-${retryNumber}`,
        lane: 'Calls',
        kind: neverCame ? 'dropped gap' : 'gap',
        from,
        to,
        isPlanned,
        title: neverCame
          ? `Retry ${retryNumber} never came`
          : to === null
            ? `Retry ${retryNumber} would come after the end of time`
            : `${wait} until retry ${retryNumber}`,
        text:
          to === nextRetryAt || to === null
            ? sum
            : `${sum} Ended after ${exactDuration(to - from)}: ${whyEnded(call)}.`,
      },
    ];
  });
}

function whyEnded(call: CallRecord | undefined): string {
  return call ? `${call.by} retried by hand` : 'the Action went on without it';
}
