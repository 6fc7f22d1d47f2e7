/**
 * What an outage of the API comes to: which call gets through it, or how the Action ends. Every call within it fails at
 * once, every other connects at once, jitter is left out; all figures are milliseconds since launch.
 */
import type { ActionType, Settings } from '../shared/definitions.ts';
import { retryPatternFor } from './retry.ts';
import { exactDuration } from './time-words.ts';
import { type Verdict, verdict } from './verdict.ts';

/** The window `from ≤ t < from + length` in which every call fails. */
export interface Outage {
  readonly fromMs: number;
  readonly lengthMs: number;
}

export interface OutageOutcome {
  /** The call that gets through; `null` where every call there is fails. */
  readonly through: { readonly callNumber: number; readonly at: number } | null;
  /** How many calls fail, from the first on. */
  readonly failedCallCount: number;
  /** How it ends otherwise; `null` where a call gets through. */
  readonly end: Pick<Verdict, 'ending' | 'endsAt'> | null;
  /** The call that gets through comes too late: the response clock that runs since launch is over by then (R35). */
  readonly isResponseTooLate: boolean;
}

/** Which call of an API Action of this type gets through the outage (R2, R6, R14, R33). */
export function outageOutcome(settings: Settings, actionType: ActionType, outage: Outage): OutageOutcome {
  const { callsAt, ending, endsAt } = verdict(settings, actionType);
  const failedCallCount = callsAt.findIndex((at) => !isWithin(outage, at));
  const at = callsAt[failedCallCount];
  if (at === undefined) {
    return { through: null, failedCallCount: callsAt.length, end: { ending, endsAt }, isResponseTooLate: false };
  }
  const through = { callNumber: failedCallCount + 1, at };
  return {
    through,
    failedCallCount,
    end: null,
    isResponseTooLate: actionType.responseExpected && awaitedBy(settings, actionType, through.callNumber) === at,
  };
}

const isWithin = ({ fromMs, lengthMs }: Outage, at: number) => fromMs <= at && at < fromMs + lengthMs;

/** Until when a response is awaited if this call connects: the verdict on an Action type for which it is the last. */
function awaitedBy(settings: Settings, actionType: ActionType, callNumber: number): number | null {
  const retry = { ...retryPatternFor(settings, actionType), max: callNumber - 1 };
  return verdict(settings, { ...actionType, retry }).awaitsResponseUntil;
}

/** The outcome in a sentence, for people. */
export function outageSentence(settings: Settings, actionType: ActionType, outage: Outage): string {
  const { through, failedCallCount, end, isResponseTooLate } = outageOutcome(settings, actionType, outage);
  if (outage.lengthMs <= 0) return 'No outage: call 1 connects at launch.';
  const named = `An outage from ${outage.fromMs === 0 ? 'launch' : exactDuration(outage.fromMs)} of ${exactDuration(outage.lengthMs)}`;
  if (through?.callNumber === 1) return `${named} meets no call: call 1 connects at launch.`;
  if (through !== null) {
    const late = isResponseTooLate ? ', but the time for its response is over by then' : '';
    return `${named} is overcome by call ${through.callNumber}, at ${exactDuration(through.at)}${late}.`;
  }
  const last = failedCallCount === 1 ? 'the only call fails' : `all ${failedCallCount} calls fail`;
  const endsAt = end === null || end.endsAt === 0 ? 'launch' : exactDuration(end.endsAt);
  return end?.ending === 'No response returned'
    ? `${named} is not survived: ${last}; with auto-complete at ${endsAt} it closes with No response returned and nobody is told.`
    : `${named} is not survived: ${last}; the Action closes and the Case owner is told, at ${endsAt}.`;
}
