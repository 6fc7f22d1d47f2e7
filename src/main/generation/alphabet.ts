/** What generated scenarios are made of: one Case with one Action, what can be different about it, and what can happen to it. */
import { z } from 'zod';
import { type Scenario, type ScenarioText, type Step, type StepText, scenario, step } from '../../shared/scenario.ts';

const CASE = 'C1';
const ACTION = `${CASE}/post-entry`;
const OWNER = 'dana';

/** One thing that is not as in the plainest scenario. */
export interface Choice {
  /** Two of the same kind exclude each other. */
  readonly kind: string;
  readonly api?: NonNullable<ScenarioText['externalApis']>[string]['otherwise'];
  readonly actionType?: Partial<NonNullable<ScenarioText['actionTypes']>[string]>;
  readonly settings?: ScenarioText['settings'];
}

export const CHOICES: readonly Choice[] = [
  { kind: 'api', api: { fail: 'refused' } },
  { kind: 'api', api: { acceptAfter: '20s' } },
  { kind: 'api', api: { respond: { after: '1m', outcome: 'success' } } },
  { kind: 'api', api: { respond: { after: '1m', outcome: 'unsuccessful' } } },
  { kind: 'api', actionType: { manual: true } },
  { kind: 'response', actionType: { responseExpected: false } },
  { kind: 'response', actionType: { responseWithin: '10s' } },
  { kind: 'due', actionType: { due: '10s' } },
  { kind: 'auto-complete', actionType: { autoCompleteOnTimeout: true } },
  { kind: 'maximum', settings: { retry: { max: 0 } } },
  { kind: 'clock', settings: { responseClock: 'launch' } },
];

/** What may happen after the launch. */
const STEP_TEXTS: readonly StepText[] = [
  { next: 1 },
  { retry: { action: ACTION } },
  { set: { retry: { max: 7 } } },
  { set: { retry: { max: 0 } } },
  { respond: { action: ACTION, outcome: 'success' } },
  { respond: { action: ACTION, outcome: 'unsuccessful' } },
  { take: { action: ACTION, by: OWNER } },
  { unassign: { action: ACTION } },
  { resolve: { action: ACTION, as: 'complete' } },
  { resolve: { action: ACTION, as: 'unable' } },
  { case: { case: CASE, do: 'rework' } },
  { case: { case: CASE, do: 'cancel' } },
];

export const STEPS: readonly Step[] = STEP_TEXTS.map((text) => z.decode(step, text));

/** The scenario with these choices that ends with the launch. */
export function launched(choices: readonly Choice[]): Scenario {
  const actionType = Object.assign({}, ...choices.map((choice) => choice.actionType));
  const isManual = actionType.manual === true;
  const otherwise = choices.find(({ api }) => api !== undefined)?.api;
  const text: ScenarioText = {
    settings: Object.assign({}, ...choices.map((choice) => choice.settings)),
    users: { [OWNER]: {} },
    externalApis: isManual
      ? {}
      : { ledger: { url: 'https://ledger.example.test/entries', ...(otherwise === undefined ? {} : { otherwise }) } },
    actionTypes: { 'post-entry': { ...(isManual ? {} : { externalApi: 'ledger' }), ...actionType } },
    cases: { [CASE]: { owner: OWNER, process: ['post-entry'] } },
    steps: [{ launch: { case: CASE } }],
  };
  return z.decode(scenario, text);
}
