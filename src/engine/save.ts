/** Saving settings, and what a new maximum does to the Actions that live (R18–R24). */
import type { ActionTypeChange, ExternalApiChange, SettingsChange, UserChange } from '../shared/definitions.ts';
import { type Rejection, reject } from '../shared/errors.ts';
import type { Fact } from '../shared/facts.ts';
import type { Action, Instant, World } from '../shared/model.ts';
import type { ApiSwitch } from '../shared/words.ts';
import { transition } from './lifecycle.ts';
import { factsOfMove, guardContext } from './move.ts';
import { displayedMaximumAfter, retryPatternFor } from './retry.ts';
import { changedActionType, changedSettings } from './settings.ts';

/** Saves system-wide settings; the maximum applies at once to every Action that follows them. */
export function saveSettings(world: World, change: SettingsChange, by: string, at: Instant): Fact[] {
  const after = changedSettings(world.settings, change);
  return [
    { type: 'settingsSaved', at, change, by },
    ...maximumSaved(world, by, at, (actionType) => ({
      from: retryPatternFor(world.settings, world.actionTypes.get(actionType)).max,
      to: retryPatternFor(after, world.actionTypes.get(actionType)).max,
    })),
  ];
}

/** Saves an Action type. Deadlines that run already stay (R38); everything else is looked up when it is needed. */
export function saveActionType(
  world: World,
  name: string,
  change: ActionTypeChange,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  const before = world.actionTypes.get(name);
  if (!before) return reject('unknown', `There is no Action type ${name}.`, 'S3');
  const problem = unknownNames(world, change);
  if (problem) return problem;
  if (change.externalApi !== undefined && before.manual === true) {
    return reject('notAllowed', `${name} is a manual Action type; it calls no external API.`, 'S3');
  }
  const from = retryPatternFor(world.settings, before).max;
  const to = retryPatternFor(world.settings, changedActionType(before, change)).max;
  return [
    { type: 'actionTypeSaved', at, name, change, by },
    ...maximumSaved(world, by, at, (actionType) => (actionType === name ? { from, to } : { from, to: from })),
  ];
}

function unknownNames(world: World, { externalApi, allocation }: ActionTypeChange): Rejection | null {
  if (externalApi !== undefined && !world.externalApis.has(externalApi)) {
    return reject('unknown', `There is no external API ${externalApi}.`, 'S3');
  }
  if (allocation?.queue !== undefined && !world.queues.includes(allocation.queue)) {
    return reject('unknown', `There is no queue ${allocation.queue}.`, 'S3');
  }
  const user = [allocation?.user, allocation?.secondaryUser].find(
    (each) => each !== undefined && !world.users.has(each),
  );
  return user === undefined ? null : reject('unknown', `There is no user ${user}.`, 'S3');
}

/** Saves a simulated API; calls from now on follow it, answers on their way still come. */
export function saveExternalApi(
  world: World,
  name: string,
  change: ExternalApiChange,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  if (!world.externalApis.has(name)) return reject('unknown', `There is no external API ${name}.`);
  return [{ type: 'externalApiSaved', at, name, change, by }];
}

/** Flips a simulated API to down, silent or back; calls from now on follow it. */
export function switchApi(world: World, name: string, to: ApiSwitch, by: string, at: Instant): Fact[] | Rejection {
  if (!world.externalApis.has(name)) return reject('unknown', `There is no external API ${name}.`);
  return [{ type: 'apiSwitched', at, name, to, by }];
}

/** Saves a person; allocations made already stay (R41). */
export function saveUser(world: World, name: string, change: UserChange, by: string, at: Instant): Fact[] | Rejection {
  if (!world.users.has(name)) return reject('unknown', `There is no user ${name}.`, 'S5');
  const queue = change.queues?.find((each) => !world.queues.includes(each));
  if (queue !== undefined) return reject('unknown', `There is no queue ${queue}.`, 'S5');
  return [{ type: 'userSaved', at, name, change, by }];
}

type MaximumOf = (actionType: string) => { readonly from: number; readonly to: number };

/** R18, R19: what every Action that shows an error bar or has a call in flight makes of its new maximum. */
function maximumSaved(world: World, by: string, at: Instant, maximumOf: MaximumOf): Fact[] {
  const facts: Fact[] = [];
  for (const action of world.actions.values()) {
    const { from, to } = maximumOf(action.actionType);
    if (from !== to && (action.lastFailure !== null || action.phase === 'calling')) {
      facts.push(...maximumSavedFor(world, action, from, to, by, at));
    }
  }
  return facts;
}

function maximumSavedFor(world: World, action: Action, from: number, to: number, by: string, at: Instant): Fact[] {
  const row = transition(action.phase, 'maximum saved', { ...guardContext(world, action), maximum: to });
  if (!row) return [];
  const displayedMaximum = displayedMaximumAfter(action.retryCount, action.displayedMaximum, to);
  const isTouched = action.phase !== 'closed' || displayedMaximum !== action.displayedMaximum;
  if (!isTouched) return [];
  return [
    { type: 'maximumSaved', at, actionRef: action.ref, from, to, displayedMaximum, by },
    ...factsOfMove(world, action, row, at),
  ];
}
