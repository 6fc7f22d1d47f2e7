/** One trial as a scenario of its own, with its seed: what it came to in the Lab happens there again, step by step. */
import { launchTimes, type Spread } from '../../lab/launches.ts';
import { Lives } from '../../lab/lives.ts';
import { Trial } from '../../lab/trial.ts';
import { TRIAL_CASE, type TrialSetup, trialModel } from '../../lab/trial-model.ts';
import { TrialSeeds } from '../../lab/trial-seed.ts';
import type { CustomData, Definitions } from '../../shared/definitions.ts';
import { ENDINGS, type Ending, type TrialPick } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import { isValidResponse, planCall } from '../../simulated-api/behaviour.ts';

/** Which trial of an experiment. */
export interface TrialChoice extends Spread {
  readonly seed: number;
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
export function playOne(setup: TrialSetup, choice: TrialChoice): TrialOutcome {
  const [trialSeed, launchAt] = seedAndLaunch(setup, choice);
  const lives = new Lives(1);
  new Trial(trialModel(setup)).play(trialSeed, launchAt, lives, 0);
  const orNull = (ms: number | undefined) => (ms === undefined || ms < 0 ? null : ms);
  const [ending = 0] = lives.endings;
  const [retryCount = 0] = lives.retryCounts;
  const [failedCallCount = 0] = lives.failedCallCounts;
  const [longestSilenceMs = 0] = lives.longestSilencesMs;
  const outcome = {
    ending: ENDINGS[ending] as Ending,
    retryCount,
    connectedAfterMs: orNull(lives.connectedAfterMs[0]),
    endedAfterMs: orNull(lives.endedAfterMs[0]),
    failedCallCount,
    longestSilenceMs,
  };
  return {
    ...outcome,
    data: isDecidedByResponse(outcome.ending, setup) ? dataOf(setup, trialSeed, retryCount + 1) : {},
  };
}

function seedAndLaunch({ startAt }: TrialSetup, choice: TrialChoice): [seed: number, launchAt: Instant] {
  const seeds = new TrialSeeds(choice.seed);
  const trialSeed = seeds.seedOf(choice.index);
  return [trialSeed, launchTimes(startAt, choice)(seeds.launchShareOf(trialSeed))];
}

function isDecidedByResponse(ending: Ending, { actionType }: TrialSetup): boolean {
  return (ending === 'Done Successfully' && actionType.responseExpected) || ending === 'To Do: Updated by Integration';
}

/** Trials pass data over; the plan of the call that connected, made again, has it. No outage covered that call. */
function dataOf(setup: TrialSetup, seed: number, callNumber: number): CustomData {
  const { actionTypeName, externalApiName, externalApi, settings, startAt } = setup;
  const { answers } = planCall({
    externalApi: externalApiName,
    definition: { ...externalApi, outages: [] },
    switch: 'As configured',
    stream: `${TRIAL_CASE}/${actionTypeName}`,
    callNumber,
    at: startAt,
    startAt,
    seed,
    callTimeoutMs: settings.callTimeout,
  });
  return answers.find(({ delivery }) => isValidResponse(delivery))?.delivery.body?.data ?? {};
}

/**
 * The first of the trials `choice.index ≤ index < trialCount` that is like that; of those that took longest the first. `null`
 * if there is none.
 */
export function findTrial(setup: TrialSetup, choice: TrialChoice, pick: TrialPick, trialCount: number): number | null {
  const trial = new Trial(trialModel(setup));
  const seeds = new TrialSeeds(choice.seed);
  const launchAt = launchTimes(setup.startAt, choice);
  const lives = new Lives(1);
  let slowest: number | null = null;
  let slowestMs = -1;
  for (let index = choice.index; index < trialCount; index += 1) {
    const trialSeed = seeds.seedOf(index);
    trial.play(trialSeed, launchAt(seeds.launchShareOf(trialSeed)), lives, 0);
    if ('ending' in pick && ENDINGS[lives.endings[0] as number] === pick.ending) return index;
    if ('retryCount' in pick && lives.retryCounts[0] === pick.retryCount) return index;
    const [endedAfterMs = -1] = lives.endedAfterMs;
    if (!('slowest' in pick) || endedAfterMs <= slowestMs) continue;
    slowest = index;
    slowestMs = endedAfterMs;
  }
  return slowest;
}

/**
 * The trial as a scenario: people, queues and settings of `definitions`, the setup's Action type and API, one Case that is
 * launched at the trial's instant under the trial's seed, and what it must come to.
 */
export function trialScenario(definitions: Definitions, setup: TrialSetup, choice: TrialChoice): Scenario {
  const { actionTypeName, actionType, externalApiName, externalApi, settings, startAt } = setup;
  const [trialSeed, launchAt] = seedAndLaunch(setup, choice);
  const launchAfterMs = launchAt - startAt;
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
