/** The address of one copy of an Action. Without a number it means the newest, so an older first copy is named `…/1`. */
import type { Action } from '../../../../shared/model.ts';
import { paths } from '../../stores/address.ts';

export function actionPath({ ref, copy }: Action, newestCopy: number): string {
  return paths.action(copy === 1 && newestCopy > 1 ? `${ref}/1` : ref);
}

/** The number of the newest copy of each Action type. */
export function newestCopies(actions: readonly Action[]): ReadonlyMap<string, number> {
  // In order of creation, so the last one counts.
  return new Map(actions.map(({ actionType, copy }) => [actionType, copy]));
}
