/** One trial as a scenario of its own, with its seed: what it came to in the Lab happens there again, step by step. */
import type { CustomData, Definitions } from '../../shared/definitions.ts';
import { ENDINGS, type Ending } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import { isValidResponse, planCall } from '../external-system/behaviour.ts';
import { Trial } from './trial.ts';
import { TRIAL_CASE, type TrialSetup, trialModel } from './trial-model.ts';
import { TrialSeeds } from './trial-seed.ts';

/** Which trial of an experiment. */
export interface TrialChoice {
  readonly seed: number;
  readonly windowMs: number;
  readonly index: number;
}

/** What came of a single trial. */
export interface TrialOutcome {
  readonly ending: Ending;
  readonly retryCount: number;
  readonly connectedAfterMs: number | null;
  readonly endedAfterMs: number | null;
  readonly failedCallCount: number;
  readonly longestSilenceMs: number;
  /** What the deciding response wrote to the Case (R25, R26). */
  readonly data: CustomData;
}

/** Plays one trial again. */
export function playOne(setup: TrialSetup, { seed, windowMs, index }: TrialChoice): TrialOutcome {
  const trial = new Trial(trialModel(setup));
  const seeds = new TrialSeeds(seed);
  const trialSeed = seeds.seedOf(index);
  const launchAt = seeds.launchAt(trialSeed, setup.startAt, windowMs);
  trial.play(trialSeed, launchAt);
  const ending = ENDINGS[trial.ending] as Ending;
  const orNull = (ms: number) => (ms < 0 ? null : ms);
  return {
    ending,
    retryCount: trial.retryCount,
    connectedAfterMs: orNull(trial.connectedAfterMs),
    endedAfterMs: orNull(trial.endedAfterMs),
    failedCallCount: trial.failedCallCount,
    longestSilenceMs: trial.longestSilenceMs,
    data: isDecidedByResponse(ending, setup) ? dataOf(setup, trial, trialSeed, launchAt) : {},
  };
}

function isDecidedByResponse(ending: Ending, { actionType }: TrialSetup): boolean {
  return (ending === 'Done Successfully' && actionType.responseExpected) || ending === 'To Do: Updated by Integration';
}

/** The trial itself passes data over; the plan of its last call, made again, has it. */
function dataOf(
  { actionTypeName, externalApiName, externalApi, settings, startAt }: TrialSetup,
  trial: Trial,
  seed: number,
  launchAt: Instant,
): CustomData {
  const { answers } = planCall({
    externalApi: externalApiName,
    definition: externalApi,
    switch: 'As configured',
    actionRef: `${TRIAL_CASE}/${actionTypeName}`,
    callNumber: trial.callCount,
    at: launchAt + trial.lastCallAfterMs,
    startAt,
    seed,
    callTimeoutMs: settings.callTimeout,
    token: '',
    action: {},
  });
  return answers.find(({ delivery }) => isValidResponse(delivery))?.delivery.body?.data ?? {};
}

/** The first trial from `from` on that ended this way, of at most `trialCount`; `null` where none did. */
export function findTrial(setup: TrialSetup, choice: TrialChoice, ending: Ending, trialCount: number): number | null {
  const trial = new Trial(trialModel(setup));
  const seeds = new TrialSeeds(choice.seed);
  const wanted = ENDINGS.indexOf(ending);
  for (let index = choice.index; index < trialCount; index += 1) {
    const trialSeed = seeds.seedOf(index);
    trial.play(trialSeed, seeds.launchAt(trialSeed, setup.startAt, choice.windowMs));
    if (trial.ending === wanted) return index;
  }
  return null;
}

/**
 * The trial as a scenario: people, queues and settings of `definitions`, the setup's Action type and API, one Case that is
 * launched at the trial's instant under the trial's seed, and what it must come to.
 */
export function trialScenario(definitions: Definitions, setup: TrialSetup, choice: TrialChoice): Scenario {
  const { actionTypeName, actionType, externalApiName, externalApi, settings, startAt } = setup;
  const seeds = new TrialSeeds(choice.seed);
  const trialSeed = seeds.seedOf(choice.index);
  const launchAfterMs = seeds.launchAt(trialSeed, startAt, choice.windowMs) - startAt;
  const outcome = playOne(setup, choice);
  const [owner = 'owner'] = Object.keys(definitions.users);
  const users =
    Object.keys(definitions.users).length > 0 ? definitions.users : { [owner]: { available: true, queues: [] } };
  const action = `${TRIAL_CASE}/${actionTypeName}`;
  return {
    title: `Trial ${choice.index + 1} of ${actionType.title ?? actionTypeName}: ${outcome.ending}`,
    start: new Date(startAt).toISOString(),
    seed: trialSeed,
    settings,
    queues: definitions.queues,
    users,
    externalApis: { [externalApiName]: externalApi },
    actionTypes: { [actionTypeName]: actionType },
    caseTypes: {},
    cases: { [TRIAL_CASE]: { owner, process: [actionTypeName] } },
    steps: [
      ...(launchAfterMs > 0 ? [{ advance: launchAfterMs }] : []),
      { launch: { case: TRIAL_CASE } },
      ...(outcome.endedAfterMs === null
        ? [{ advance: { until: 'idle' as const } }]
        : outcome.endedAfterMs > 0
          ? [{ advance: outcome.endedAfterMs }]
          : []),
      { expect: { action, ...expected(outcome, actionType.retry?.max ?? settings.retry.max) } },
    ],
  };
}

function expected(
  { ending, retryCount }: TrialOutcome,
  maximum: number,
): Omit<Extract<Step, { expect: unknown }>['expect'], 'action'> {
  const retries = `${retryCount}/${maximum}`;
  if (ending === 'Still waiting') return { phase: 'awaiting response', retries };
  if (ending === 'To Do: Timeout') return { status: 'To Do', reason: 'Timeout', retries };
  if (ending === 'To Do: Updated by Integration') return { status: 'To Do', reason: 'Updated by Integration', retries };
  return { status: 'Closed', resolutionMethod: ending, retries };
}
