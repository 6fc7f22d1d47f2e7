/**
 * What an Action is a copy of, and the random stream that it draws from: names that no other Action has a part in, so that adding
 * one never changes what another draws. The first copy at a place of the process draws by the reference it has where there is
 * no other, `C1/pay`.
 */
import type { Action, Case } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { actionRefFor } from '../action/action-ref.ts';

interface Launched {
  readonly actionType: string;
  readonly position?: { readonly step: number; readonly member: number } | undefined;
  readonly alias?: string | undefined;
}

/** The place in the process; of an ad-hoc Action its alias, or its number among those that have none. */
export function placeOf(world: World, workCase: Case, { actionType, position, alias }: Launched): string {
  if (position !== undefined) {
    const { step, member } = position;
    const before = [...workCase.process.slice(0, step).flat(), ...(workCase.process[step] ?? []).slice(0, member)];
    return actionRefFor(workCase.ref, actionType, before.filter((type) => type === actionType).length + 1);
  }
  // Names hold no slash, and the references of copies end in a number: none of these is another's.
  if (alias !== undefined) return `${workCase.ref}/${actionType}/as ${alias}`;
  const adHoc = `${workCase.ref}/${actionType}/ad hoc `;
  const places = new Set(actionsOf(world, workCase).map(({ place }) => place));
  return `${adHoc}${[...places].filter((place) => place.startsWith(adHoc)).length + 1}`;
}

/** The stream of the next copy at a place. */
export function streamOf(world: World, workCase: Case, place: string): string {
  const copyCount = actionsOf(world, workCase).filter((action) => action.place === place).length;
  return copyCount === 0 ? place : `${place}/copy ${copyCount + 1}`;
}

function actionsOf(world: World, workCase: Case): Action[] {
  return workCase.actions.flatMap((ref) => world.actions.get(ref) ?? []);
}
