/**
 * The verdict on a retry and timeout configuration: what it leads to when the API never connects. Calls fail at once and
 * jitter is left out, so every figure is the nominal one; all are milliseconds since launch.
 */
import { endingOf, limitSinceLaunch, rowIn } from '../../engine/clocks/limit.ts';
import { responseDeadlineAtConnection } from '../../engine/clocks/timeout.ts';
import { retryPatternFor } from '../../engine/connection/retry.ts';
import type { ActionType, Settings } from '../../shared/definitions.ts';
import type { Ending } from '../../shared/lab.ts';
import { exactDuration } from '../words/time-words.ts';
import { retryIntervals } from './retry-intervals.ts';

type WorstEnding = Extract<Ending, 'Not Done Successfully' | 'No response returned' | 'To Do: Timeout'>;

export interface Verdict {
  /** Every call that is made. */
  readonly callsAt: readonly number[];
  /** When the Action closes or is handed to a person. */
  readonly endsAt: number;
  readonly ending: WorstEnding;
  /** Retries, from 1, that the due date or the response clock from launch forestalls (R32, R36). */
  readonly unreachedRetries: readonly number[];
  /**
   * The latest instant at which a response can still be awaited, over all calls that could connect; `null` where nothing
   * limits it (R34), and where no response is awaited at all.
   */
  readonly awaitsResponseUntil: number | null;
  /** The longest outage, begun at launch, that a call still outlives. */
  readonly longestOutageSurvived: number;
}

/** What happens to an API Action of this type when its API never connects (R2, R6, R14, R32–R36). */
export function verdict(settings: Settings, actionType: ActionType): Verdict {
  const retries = retryIntervals(retryPatternFor(settings, actionType));
  const planned = [0, ...retries.map(({ afterMs }) => afterMs)];
  const limit = limitSinceLaunch(settings, actionType);
  // At one instant the clocks come before a retry (R37), so a call at the limit is not made.
  const callsAt = planned.filter((at) => limit === null || at < limit.afterMs);
  const lastCallAt = callsAt.at(-1) ?? 0;
  const forestalledBy = callsAt.length < planned.length ? limit : null;
  const [phase, event] = forestalledBy === null ? CALL_FAILED : (['retry pending', forestalledBy.event] as const);
  return {
    callsAt,
    endsAt: forestalledBy?.afterMs ?? lastCallAt,
    ending: endingOf(rowIn(settings, actionType, phase, event, callsAt.length - 1)) as WorstEnding,
    unreachedRetries: planned.slice(callsAt.length).map((_, index) => callsAt.length + index),
    // The last call that can connect waits longest, unless a clock runs since launch (R35).
    awaitsResponseUntil: awaitedUntil(settings, actionType, lastCallAt),
    longestOutageSurvived: lastCallAt,
  };
}

const CALL_FAILED = ['calling', 'failed'] as const;

/**
 * Until when a call that connects at this instant has its response awaited, by the first of the clocks (R32–R36); `null` where none
 * limits it (R34), and where no response is awaited at all.
 */
export function awaitedUntil(settings: Settings, actionType: ActionType, connectedAt: number): number | null {
  if (!actionType.responseExpected) return null;
  const limit = limitSinceLaunch(settings, actionType);
  const deadline = responseDeadlineAtConnection(settings.responseClock, actionType, null, connectedAt);
  return deadline === null || limit === null ? (deadline ?? limit?.afterMs ?? null) : Math.min(deadline, limit.afterMs);
}

/** The verdict in sentences, for people: the worst case, then what else the settings say. */
export function verdictSentences(settings: Settings, actionType: ActionType): string[] {
  return [...worstCaseSentences(settings, actionType), ...survivalSentences(settings, actionType)];
}

/** What happens when the API never connects. */
export function worstCaseSentences(settings: Settings, actionType: ActionType): string[] {
  const { callsAt, endsAt, ending, unreachedRetries } = verdict(settings, actionType);
  const at = exactDuration(endsAt);
  const sentences = [callsSentence(callsAt)];
  if (ending === 'Not Done Successfully') {
    const ordinal = callsAt.length === 1 ? 'the only call' : `call ${callsAt.length}`;
    sentences.push(`After ${ordinal} fails the Action closes and the Case owner is told, at ${at}.`);
  } else if (ending === 'To Do: Timeout') {
    sentences.push(
      `With the response clock from launch, ${retriesNever(unreachedRetries)}; at ${at} it goes to people as To Do, Timeout, and the Case owner is not told.`,
    );
  } else {
    sentences.push(
      `With auto-complete at ${at}, ${retriesNever(unreachedRetries)}; it closes with No response returned and nobody is told.`,
    );
  }
  return sentences;
}

/** What happens when a call connects after all: how long a response is awaited, and which outage is outlived. */
export function survivalSentences(settings: Settings, actionType: ActionType): string[] {
  const { awaitsResponseUntil, longestOutageSurvived } = verdict(settings, actionType);
  const sentences: string[] = [];
  if (!actionType.responseExpected) sentences.push('No response is expected: the first call that connects closes it.');
  else if (awaitsResponseUntil === null)
    sentences.push('Once connected, it waits for the response without a time limit.');
  else
    sentences.push(`It waits for a response until ${exactDuration(awaitsResponseUntil)} after launch at the latest.`);
  sentences.push(
    longestOutageSurvived === 0
      ? 'It survives no outage at launch: there is no later call.'
      : `It survives an outage from launch of up to ${exactDuration(longestOutageSurvived)}.`,
  );
  return sentences;
}

function callsSentence(callsAt: readonly number[]): string {
  if (callsAt.length === 1) return 'One call, at launch.';
  const shown = callsAt.map(exactDuration);
  return `Calls at ${shown.slice(0, -1).join(', ')} and ${shown.at(-1)} after launch.`;
}

function retriesNever(retries: readonly number[]): string {
  const [first, ...rest] = retries;
  if (rest.length === 0) return `retry ${first} never happens`;
  return rest.length === 1
    ? `retries ${first} and ${rest[0]} never happen`
    : `retries ${first} to ${rest.at(-1)} never happen`;
}
