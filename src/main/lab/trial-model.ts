/**
 * What all trials of one configuration have in common, prepared once: the rows of the engine's transition table that can
 * apply, the waits between calls, the clocks, what the external API does. The rules stay where they are; here they are only
 * looked up before the first trial instead of in every one.
 */
import { type Effect, type LifecycleEvent, type Transition, transition } from '../../engine/lifecycle.ts';
import { callStreamNames, jitterStreamNames, type StreamName, streamName } from '../../engine/random.ts';
import { intervalBefore, retryPatternFor } from '../../engine/retry.ts';
import { dueAtLaunch, responseDeadlineAtLaunch } from '../../engine/timeout.ts';
import type { ActionType, ExternalApi, RetryPattern, Settings } from '../../shared/definitions.ts';
import { ENDINGS, type Ending } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import type { Phase } from '../../shared/words.ts';
import { CallDecider } from '../external-system/behaviour.ts';

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
export interface TrialEndings {
  /** -1 where a response is awaited (R4). */
  readonly accepted: number;
  readonly failedForGood: number;
  readonly successful: number;
  readonly unsuccessful: number;
  readonly responseTimeout: number;
  readonly dueWhileCalling: number;
  readonly dueWhileRetryPending: number;
  readonly dueWhileAwaiting: number;
  /** Nothing ends it (R34). */
  readonly none: number;
}

export interface TrialModel {
  readonly setup: TrialSetup;
  readonly pattern: RetryPattern;
  readonly endings: TrialEndings;
  /** The wait before retry k at index k, without jitter. */
  readonly intervalsMs: Float64Array;
  /** When the due date closes it, since launch; `Infinity` where it does not (R33). */
  readonly closesAfterMs: number;
  /** Since launch, where the response clock starts there (R35); else `null`. */
  readonly responseDeadlineAfterMs: number | null;
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
  const endings = trialEndings(actionType, pattern);
  const actionRef = `${TRIAL_CASE}/${actionTypeName}`;
  return {
    setup,
    pattern,
    endings,
    intervalsMs: Float64Array.from({ length: pattern.max + 1 }, (_, k) => (k === 0 ? 0 : intervalBefore(plain, k))),
    closesAfterMs: (endings.dueWhileCalling >= 0 ? dueAtLaunch(actionType, 0) : null) ?? Number.POSITIVE_INFINITY,
    responseDeadlineAfterMs: responseDeadlineAtLaunch(settings, actionType, 0),
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
function trialEndings(actionType: ActionType, { max }: RetryPattern): TrialEndings {
  const rowOf = (phase: Phase, event: LifecycleEvent, retryCount: number) =>
    transition(phase, event, {
      responseExpected: actionType.responseExpected,
      retryCount,
      maximum: max,
      autoComplete: actionType.autoCompleteOnTimeout,
      showsErrorBar: false,
    });
  const endingOf = (phase: Phase, event: LifecycleEvent) => endingIndex(rowOf(phase, event, max));
  const expectEffect = (row: Transition | undefined, effect: Effect) => {
    if (!row?.effects.includes(effect)) throw new Error(`the Lab expects a transition that has the effect "${effect}"`);
  };
  expectEffect(rowOf('calling', 'failed', max - 1), 'schedule a retry');
  expectEffect(rowOf('retry pending', 'retry due', max - 1), 'start a call');
  const accepted = endingOf('calling', 'accepted');
  if (accepted < 0) expectEffect(rowOf('calling', 'accepted', max), 'start the response clock');
  return {
    accepted,
    failedForGood: endingOf('calling', 'failed'),
    successful: endingOf('awaiting response', 'successful response'),
    unsuccessful: endingOf('awaiting response', 'unsuccessful response'),
    responseTimeout: endingOf('awaiting response', 'response timeout'),
    dueWhileCalling: endingOf('calling', 'due date'),
    dueWhileRetryPending: endingOf('retry pending', 'due date'),
    dueWhileAwaiting: endingOf('awaiting response', 'due date'),
    none: ENDINGS.indexOf('Still waiting'),
  };
}

/** A life ends when the Action closes or is handed to a person. */
function endingIndex(row: Transition | undefined): number {
  if (row?.to === 'closed') return ENDINGS.indexOf(row.resolutionMethod as Ending);
  if (row?.to === 'manual') return ENDINGS.indexOf(`To Do: ${row.reason}` as Ending);
  return -1;
}
