/**
 * What all trials of one configuration have in common, prepared once: the rows of the engine's transition table that can
 * apply, the waits between calls, the clocks, what the External API does. The rules stay where they are; here they are only
 * looked up before the first trial instead of in every one.
 */

import { endingOf, limitSinceLaunch, rowIn } from '../engine/clocks/limit.ts';
import { intervalBefore, retryPatternFor } from '../engine/connection/retry.ts';
import { callStreamNames, jitterStreamNames, type StreamName, streamName } from '../engine/random.ts';
import type { ActionType, ExternalApi, RetryPattern, Settings } from '../shared/definitions.ts';
import { ENDINGS } from '../shared/lab.ts';
import type { Instant } from '../shared/model.ts';
import type { Effect, LifecycleEvent, Transition } from '../shared/transition.ts';
import type { Phase } from '../shared/words.ts';
import { CallDecider } from '../simulated-api/behaviour.ts';

/** What a trial plays: one Action type with its API and the settings in force. Plain data, to be sent to workers. */
export interface TrialSetup {
  readonly actionTypeName: string;
  readonly actionType: ActionType;
  readonly externalApiName: string;
  readonly externalApi: ExternalApi;
  readonly settings: Settings;
  readonly startAt: Instant;
}

/** The Case of every trial; so a trial's Action has the same name, and draws the same, as in the scenario it can be opened as. */
export const TRIAL_CASE = 'Trial';

/** How a life ends, as an index in `ENDINGS`, by what ends it; -1 where the life goes on. */
interface TrialEndings {
  /** -1 where a response is awaited (R4). */
  readonly accepted: number;
  readonly failedForGood: number;
  readonly successful: number;
  readonly unsuccessful: number;
  /** The response clock that starts on connection (R35). */
  readonly responseTimeout: number;
  /** Nothing ends it (R34). */
  readonly none: number;
}

/** The first of the clocks that run since launch, and how it ends a life in each phase (R32, R33, R36). */
interface TrialLimit {
  /** Since launch; `Infinity` where no such clock runs. */
  readonly afterMs: number;
  /** R37. */
  readonly rank: number;
  readonly whileCalling: number;
  readonly whileRetryPending: number;
  readonly whileAwaiting: number;
}

export interface TrialModel {
  readonly setup: TrialSetup;
  readonly pattern: RetryPattern;
  readonly endings: TrialEndings;
  /** The wait before retry k at index k, without jitter. */
  readonly intervalsMs: Float64Array;
  readonly limit: TrialLimit;
  readonly decider: CallDecider;
  readonly callStream: StreamName;
  readonly jitterStream: StreamName;
}

/** Prepares the trials of a setup; throws for a manual Action type, which calls nothing. */
export function trialModel(setup: TrialSetup): TrialModel {
  const { actionType, actionTypeName, externalApi, externalApiName, settings, startAt } = setup;
  if (actionType.manual === true) throw new Error(`${actionTypeName} is a manual Action type: it calls nothing`);
  const pattern = retryPatternFor(settings, actionType);
  const plain = { ...pattern, jitter: 0 };
  const endings = trialEndings(settings, actionType, pattern);
  const actionRef = `${TRIAL_CASE}/${actionTypeName}`;
  return {
    setup,
    pattern,
    endings,
    intervalsMs: Float64Array.from({ length: pattern.max + 1 }, (_, k) => (k === 0 ? 0 : intervalBefore(plain, k))),
    limit: trialLimit(settings, actionType),
    decider: new CallDecider({ definition: externalApi, startAt, callTimeoutMs: settings.callTimeout }),
    callStream: streamName(...callStreamNames(externalApiName, actionRef)),
    jitterStream: streamName(...jitterStreamNames(actionRef)),
  };
}

/**
 * Looks up in the transition table what a trial needs of it. What `Trial` takes for granted of the table (a failed call below
 * the maximum schedules a retry, a retry that is due calls, an accepted call starts the response clock) is checked here, so that
 * a changed rule cannot leave the Lab behind.
 */
function trialEndings(settings: Settings, actionType: ActionType, { max }: RetryPattern): TrialEndings {
  const rowOf = (phase: Phase, event: LifecycleEvent, retryCount: number) =>
    rowIn(settings, actionType, phase, event, retryCount);
  const ending = (phase: Phase, event: LifecycleEvent) => endingIndex(rowOf(phase, event, max));
  const expectEffect = (row: Transition | undefined, effect: Effect) => {
    if (!row?.effects.includes(effect)) throw new Error(`the Lab expects a transition that has the effect "${effect}"`);
  };
  expectEffect(rowOf('calling', 'failed', max - 1), 'schedule a retry');
  expectEffect(rowOf('retry pending', 'retry due', max - 1), 'start a call');
  const accepted = ending('calling', 'accepted');
  if (accepted < 0) expectEffect(rowOf('calling', 'accepted', max), 'start the response clock');
  return {
    accepted,
    failedForGood: ending('calling', 'failed'),
    successful: ending('awaiting response', 'successful response'),
    unsuccessful: ending('awaiting response', 'unsuccessful response'),
    responseTimeout: ending('awaiting response', 'response timeout'),
    none: NONE,
  };
}

function trialLimit(settings: Settings, actionType: ActionType): TrialLimit {
  const limit = limitSinceLaunch(settings, actionType);
  const ending = (phase: Phase) =>
    limit === null ? NONE : endingIndex(rowIn(settings, actionType, phase, limit.event, 0));
  const endings = {
    whileCalling: ending('calling'),
    whileRetryPending: ending('retry pending'),
    whileAwaiting: ending('awaiting response'),
  };
  // One clock may not end the wait in one phase and let it go on in another.
  if (Object.values(endings).includes(-1))
    throw new Error(`the Lab expects "${limit?.event}" to end the wait in every phase`);
  return { afterMs: limit?.afterMs ?? Number.POSITIVE_INFINITY, rank: limit?.rank ?? 0, ...endings };
}

const NONE = ENDINGS.indexOf('Still waiting');

/** A life ends when the Action closes or is handed to a person; -1 where it goes on. */
function endingIndex(row: Transition | undefined): number {
  const ending = endingOf(row);
  return ending === null ? -1 : ENDINGS.indexOf(ending);
}
