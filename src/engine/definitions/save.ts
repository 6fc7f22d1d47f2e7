/** Saving parts of what is defined, as a scenario's `set` and the screens do. */
import type { ActionTypeChange, ExternalApiChange, SettingsChange, UserChange } from '../../shared/definitions.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { ApiSwitch } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import { maximumSaved } from '../connection/maximum.ts';
import { cannotBeReal, cannotMove } from '../connection/real-api.ts';
import { retryPatternFor } from '../connection/retry.ts';
import { missingName } from './in-use.ts';
import { changedActionType, changedSettings, changedUser } from './settings.ts';

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
  const value = changedActionType(before, change);
  const missing = missingName(world, { section: 'actionTypes', name, value });
  if (missing !== null) return reject('unknown', `There is no ${missing}.`, 'S3');
  if (change.externalApi !== undefined && before.manual === true) {
    return reject('notAllowed', `${name} is a manual Action type; it calls no external API.`, 'S3');
  }
  const from = retryPatternFor(world.settings, before).max;
  const to = retryPatternFor(world.settings, value).max;
  return [
    { type: 'actionTypeSaved', at, name, change, by },
    ...maximumSaved(world, by, at, (actionType) => (actionType === name ? { from, to } : { from, to: from })),
  ];
}

/** Saves an API; calls from now on follow it, answers on their way still come. */
export function saveExternalApi(
  world: World,
  name: string,
  change: ExternalApiChange,
  by: string,
  at: Instant,
): Fact[] | Rejection {
  if (!world.externalApis.has(name)) return reject('unknown', `There is no external API ${name}.`);
  const stays = change.url === undefined ? null : cannotMove(world, name, change.url);
  return stays ?? [{ type: 'externalApiSaved', at, name, change, by }];
}

/** Flips an API to down, silent, real or back; calls from now on follow it. */
export function switchApi(world: World, name: string, to: ApiSwitch, by: string, at: Instant): Fact[] | Rejection {
  const api = world.externalApis.get(name);
  if (!api) return reject('unknown', `There is no external API ${name}.`);
  const stays = to === 'Real' ? cannotBeReal(name, api.definition.url) : null;
  return stays ?? [{ type: 'apiSwitched', at, name, to, by }];
}

/** Saves a person; allocations made already stay (R41). */
export function saveUser(world: World, name: string, change: UserChange, by: string, at: Instant): Fact[] | Rejection {
  const before = world.users.get(name);
  if (!before) return reject('unknown', `There is no user ${name}.`, 'S5');
  const missing = missingName(world, { section: 'users', name, value: changedUser(before, change) });
  if (missing !== null) return reject('unknown', `There is no ${missing}.`, 'S5');
  return [{ type: 'userSaved', at, name, change, by }];
}
