/**
 * What all trials of one configuration have in common, prepared once: the rows of the engine's transition table that can
 * apply, the waits between calls, the clocks, what the external API does. The rules stay where they are; here they are only
 * looked up before the first trial instead of in every one.
 */
import { EVENTS, type LifecycleEvent, type Transition, transition, WAITING_PHASES } from '../../engine/lifecycle.ts';
import { callStreamNames, jitterStreamNames, type StreamName, streamName } from '../../engine/random.ts';
import { intervalBefore, retryPatternFor } from '../../engine/retry.ts';
import { dueAtLaunch, responseDeadlineAtLaunch } from '../../engine/timeout.ts';
import type { ActionType, ExternalApi, RetryPattern, Settings } from '../../shared/definitions.ts';
import { ENDINGS, type Ending } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
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

export const CALLING = WAITING_PHASES.indexOf('calling');
export const RETRY_PENDING = WAITING_PHASES.indexOf('retry pending');
export const AWAITING = WAITING_PHASES.indexOf('awaiting response');

const event = (name: LifecycleEvent) => EVENTS.indexOf(name);
export const ACCEPTED = event('accepted');
export const FAILED = event('failed');
export const RETRY_DUE = event('retry due');
export const SUCCESSFUL = event('successful response');
export const UNSUCCESSFUL = event('unsuccessful response');
export const RESPONSE_TIMEOUT = event('response timeout');
export const DUE_DATE = event('due date');

/** A row of the transition table as numbers. */
export interface Row {
  /** The index of the ending, or -1 where the life goes on. */
  readonly ending: number;
  readonly phase: number;
  readonly startsCall: boolean;
  readonly schedulesRetry: boolean;
  readonly startsResponseClock: boolean;
  readonly marksOverdue: boolean;
}

export interface TrialModel {
  readonly setup: TrialSetup;
  readonly pattern: RetryPattern;
  /** The row of (phase, event) with n < M, and with n ≥ M: see `rowIndex`. */
  readonly rows: readonly Row[];
  /** The wait before retry k at index k, without jitter. */
  readonly intervalsMs: Float64Array;
  /** Since launch; `Infinity` where there is none. */
  readonly dueAfterMs: number;
  /** Since launch, where the response clock starts there (R35); else `null`. */
  readonly responseDeadlineAfterMs: number | null;
  readonly decider: CallDecider;
  readonly callStream: StreamName;
  readonly jitterStream: StreamName;
}

/** Where `TrialModel.rows` has the row for an event in a phase, with the retry count below the maximum or not. */
export function rowIndex(phase: number, eventIndex: number, isBelowMaximum: boolean): number {
  return (phase * EVENTS.length + eventIndex) * 2 + (isBelowMaximum ? 1 : 0);
}

/** Prepares the trials of a setup; throws for a manual Action type, which calls nothing. */
export function trialModel(setup: TrialSetup): TrialModel {
  const { actionType, actionTypeName, externalApi, externalApiName, settings, startAt } = setup;
  if (actionType.manual === true) throw new Error(`${actionTypeName} is a manual Action type: it calls nothing`);
  const pattern = retryPatternFor(settings, actionType);
  const plain = { ...pattern, jitter: 0 };
  const actionRef = `${TRIAL_CASE}/${actionTypeName}`;
  return {
    setup,
    pattern,
    rows: rowsFor(actionType, pattern),
    intervalsMs: Float64Array.from({ length: pattern.max + 1 }, (_, k) => (k === 0 ? 0 : intervalBefore(plain, k))),
    dueAfterMs: dueAtLaunch(actionType, 0) ?? Number.POSITIVE_INFINITY,
    responseDeadlineAfterMs: responseDeadlineAtLaunch(settings, actionType, 0),
    decider: new CallDecider({ definition: externalApi, startAt, callTimeoutMs: settings.callTimeout }),
    callStream: streamName(...callStreamNames(externalApiName, actionRef)),
    jitterStream: streamName(...jitterStreamNames(actionRef)),
  };
}

/** The same kind of object for "no such row", so that reading one costs the same always. */
const NO_ROW: Row = {
  ending: -1,
  phase: -1,
  startsCall: false,
  schedulesRetry: false,
  startsResponseClock: false,
  marksOverdue: false,
};

function rowsFor(actionType: ActionType, { max }: RetryPattern): Row[] {
  return WAITING_PHASES.flatMap((phase) =>
    EVENTS.flatMap((each) =>
      [false, true].map((isBelow) => {
        const row = transition(phase, each, {
          responseExpected: actionType.responseExpected,
          retryCount: isBelow ? max - 1 : max,
          maximum: max,
          autoComplete: actionType.autoCompleteOnTimeout,
          showsErrorBar: false,
        });
        return row === undefined ? NO_ROW : asNumbers(row);
      }),
    ),
  );
}

function asNumbers(row: Transition): Row {
  return {
    ending: endingOf(row),
    phase: WAITING_PHASES.indexOf(row.to),
    startsCall: row.effects.includes('start a call'),
    schedulesRetry: row.effects.includes('schedule a retry'),
    startsResponseClock: row.effects.includes('start the response clock'),
    marksOverdue: row.effects.includes('mark overdue'),
  };
}

/** A life ends when the Action closes or is handed to a person. */
function endingOf({ to, resolutionMethod, reason }: Transition): number {
  if (to === 'closed') return ENDINGS.indexOf(resolutionMethod as Ending);
  if (to === 'manual') return ENDINGS.indexOf(`To Do: ${reason}` as Ending);
  return -1;
}
