/**
 * What an outage of the API leads to: which call gets through it, or how the Action ends. Every call within it fails at
 * once, every other connects at once, jitter is left out; all figures are milliseconds since launch.
 */
import type { ActionType, Settings } from '../../shared/definitions.ts';
import { exactDuration, sinceLaunch } from '../words/time-words.ts';
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
}

/** Which call of an API Action of this type gets through the outage (R2, R6, R14, R32, R33). */
export function outageOutcome(settings: Settings, actionType: ActionType, outage: Outage): OutageOutcome {
  const { callsAt, ending, endsAt } = verdict(settings, actionType);
  const failedCallCount = callsAt.findIndex((at) => !isWithin(outage, at));
  const at = callsAt[failedCallCount];
  if (at === undefined) return { through: null, failedCallCount: callsAt.length, end: { ending, endsAt } };
  return { through: { callNumber: failedCallCount + 1, at }, failedCallCount, end: null };
}

const isWithin = ({ fromMs, lengthMs }: Outage, at: number) => fromMs <= at && at < fromMs + lengthMs;

/** The outcome in a sentence, for people. */
export function outageSentence(settings: Settings, actionType: ActionType, outage: Outage): string {
  const { through, failedCallCount, end } = outageOutcome(settings, actionType, outage);
  if (outage.lengthMs <= 0) return 'No outage: call 1 connects at launch.';
  const named = `An outage from ${sinceLaunch(outage.fromMs)} of ${exactDuration(outage.lengthMs)}`;
  if (through?.callNumber === 1) return `${named} affects no call: call 1 connects at launch.`;
  if (through !== null) {
    return `${named} is survived: call ${through.callNumber} connects, at ${exactDuration(through.at)}.`;
  }
  const last = failedCallCount === 1 ? 'the only call fails' : `all ${failedCallCount} calls fail`;
  const endsAt = sinceLaunch(end?.endsAt ?? 0);
  const notSurvived = `${named} is not survived: ${last}`;
  switch (end?.ending) {
    case 'No response returned':
      return `${notSurvived}; with auto-complete at ${endsAt} it closes with No response returned and nobody is told.`;
    case 'To Do: Timeout':
      return `${notSurvived}; with the response clock from launch it goes to people at ${endsAt}, and the Case owner is not told.`;
    default:
      return `${notSurvived}; the Action closes and the Case owner is told, at ${endsAt}.`;
  }
}
