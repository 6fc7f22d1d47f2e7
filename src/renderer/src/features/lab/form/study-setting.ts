/** What of the workspace a study is about: which Action types there are, what their APIs do over time, what is configured. */
import type { Outage } from '../../../../../shared/api-behaviour.ts';
import { WEEK_MS } from '../../../../../shared/duration.ts';
import type { Configured, LaunchHours } from '../../../../../shared/lab.ts';
import type { Instant } from '../../../../../shared/model.ts';
import type { World } from '../../../../../shared/world.ts';
import { launchSpan } from '../../../../../views/lab/launch-span.ts';
import { byTelling } from '../../../../../views/lab/telling.ts';

export interface StudySetting {
  readonly startAt: Instant;
  /** Those that call an API, the most telling first. */
  readonly actionTypes: readonly string[];
  readonly outagesOf: ReadonlyMap<string, readonly Outage[]>;
}

export function studySetting(world: World): StudySetting {
  const actionTypes = byTelling({
    actionTypes: world.actionTypes,
    apiOf: (name) => world.externalApis.get(name)?.definition,
    settings: world.settings,
  });
  return {
    startAt: world.startAt,
    actionTypes,
    outagesOf: new Map(actionTypes.map((name) => [name, configuredIn(world, name)?.externalApi.outages ?? []])),
  };
}

/** Over how long launches of an Action type are spread unless someone says otherwise, in milliseconds. */
export function spanFor(
  { outagesOf, startAt }: StudySetting,
  actionType: string,
  paths: readonly string[],
  launchHours: LaunchHours,
): number {
  const span = launchSpan(outagesOf.get(actionType) ?? [], startAt, paths);
  // A week has working hours, whenever it begins.
  return launchHours === 'working' && span > 0 ? Math.max(span, WEEK_MS) : span;
}

/** What is configured for an Action type now; `null` where it calls no API, or is none any more. */
export function configuredIn(world: World, actionTypeName: string): Configured | null {
  const actionType = world.actionTypes.get(actionTypeName);
  const externalApi = world.externalApis.get(actionType?.externalApi ?? '')?.definition;
  return actionType === undefined || externalApi === undefined
    ? null
    : { actionType, externalApi, settings: world.settings };
}
