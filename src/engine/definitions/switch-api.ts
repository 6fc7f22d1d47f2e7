import { type Rejection, reject } from '../../shared/errors.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { ApiSwitch } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import { cannotBeReal } from '../connection/real-api.ts';

/** Flips an API to down, silent, real or back; calls from now on follow it. */
export function switchApi(world: World, name: string, to: ApiSwitch, by: string, at: Instant): Fact[] | Rejection {
  const api = world.externalApis.get(name);
  if (!api) return reject('unknown', `There is no External API ${name}.`);
  const stays = to === 'Real' ? cannotBeReal(name, api.definition.url) : null;
  return stays ?? [{ type: 'apiSwitched', at, name, to, by }];
}
