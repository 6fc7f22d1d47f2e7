/**
 * The verdict on a retry and timeout configuration: what it leads to when the API never connects. Calls fail at once and
 * jitter is left out, so every figure is the nominal one; all are milliseconds since launch.
 */
import type { ActionType, Settings } from '../shared/definitions.ts';
import { describeDuration } from '../shared/duration.ts';
import type { ResolutionMethod } from '../shared/words.ts';
import { retryPatternFor } from './retry.ts';
import { retryIntervals } from './retry-intervals.ts';
import { dueAtLaunch, responseDeadlineAtConnection, responseDeadlineAtLaunch } from './timeout.ts';

export interface Verdict {
  /** Every call that is made. */
  readonly callsAt: readonly number[];
  /** When the Action closes. */
  readonly endsAt: number;
  readonly ending: Extract<ResolutionMethod, 'Not Done Successfully' | 'No response returned'>;
  /** Retries, from 1, that the due date forestalls (R36). */
  readonly unreachedRetries: readonly number[];
  /**
   * The latest instant at which a response can still be awaited, over all calls that could connect; `null` where nothing
   * limits it (R34), and where no response is awaited at all.
   */
  readonly awaitsResponseUntil: number | null;
  /** The longest outage, begun at launch, that a call still outlives. */
  readonly longestOutageSurvived: number;
}

/** What an API Action of this type comes to when its API never connects (R2, R6, R14, R32–R36). */
export function verdict(settings: Settings, actionType: ActionType): Verdict {
  const retries = retryIntervals(retryPatternFor(settings, actionType));
  const planned = [0, ...retries.map(({ afterMs }) => afterMs)];
  const dueAt = actionType.autoCompleteOnTimeout ? dueAtLaunch(actionType, 0) : null;
  // At one instant the due date comes before a retry (R37), so a call at the due date is not made.
  const callsAt = planned.filter((at) => dueAt === null || at < dueAt);
  const lastCallAt = callsAt.at(-1) ?? 0;
  const isForestalled = dueAt !== null && callsAt.length < planned.length;
  return {
    callsAt,
    endsAt: isForestalled ? dueAt : lastCallAt,
    ending: isForestalled ? 'No response returned' : 'Not Done Successfully',
    unreachedRetries: planned.slice(callsAt.length).map((_, index) => callsAt.length + index),
    awaitsResponseUntil: awaitedUntil(settings, actionType, lastCallAt, dueAt),
    longestOutageSurvived: lastCallAt,
  };
}

/** The last call that can connect waits longest: deadlines never run back (R35). */
function awaitedUntil(
  settings: Settings,
  actionType: ActionType,
  lastCallAt: number,
  dueAt: number | null,
): number | null {
  if (!actionType.responseExpected) return null;
  const running = responseDeadlineAtLaunch(settings, actionType, 0);
  const deadline = responseDeadlineAtConnection(actionType, running, lastCallAt);
  if (deadline === null) return dueAt;
  return dueAt === null ? deadline : Math.min(deadline, dueAt);
}

/** The verdict in sentences, for people. */
export function verdictSentences(settings: Settings, actionType: ActionType): string[] {
  const { callsAt, endsAt, ending, unreachedRetries, awaitsResponseUntil, longestOutageSurvived } = verdict(
    settings,
    actionType,
  );
  const sentences = [callsSentence(callsAt)];
  if (ending === 'Not Done Successfully') {
    const ordinal = callsAt.length === 1 ? 'the only call' : `call ${callsAt.length}`;
    sentences.push(
      `After ${ordinal} fails the Action closes and the Case owner is told, at ${describeDuration(endsAt)}.`,
    );
  } else {
    sentences.push(
      `With auto-complete at ${describeDuration(endsAt)}, ${retriesNever(unreachedRetries)}; it closes with No response returned and nobody is told.`,
    );
  }
  if (!actionType.responseExpected) sentences.push('No response is expected: the first call that connects closes it.');
  else if (awaitsResponseUntil === null) sentences.push('Once connected it awaits the response without limit.');
  else sentences.push(`A response is awaited until at most ${describeDuration(awaitsResponseUntil)} after launch.`);
  sentences.push(
    longestOutageSurvived === 0
      ? 'No outage at launch is survived: there is no later call.'
      : `An outage from launch of up to ${describeDuration(longestOutageSurvived)} is survived.`,
  );
  return sentences;
}

function callsSentence(callsAt: readonly number[]): string {
  if (callsAt.length === 1) return 'One call, at launch.';
  const shown = callsAt.map(describeDuration);
  return `Calls at ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)} after launch.`;
}

function retriesNever(retries: readonly number[]): string {
  const [first, ...rest] = retries;
  if (rest.length === 0) return `retry ${first} never happens`;
  return rest.length === 1
    ? `retries ${first} and ${rest[0]} never happen`
    : `retries ${first} to ${rest.at(-1)} never happen`;
}
