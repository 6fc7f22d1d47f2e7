/**
 * What an Action is a copy of, and the random stream that it draws from: names that no other Action has a part in, so that adding
 * one never changes what another draws. The first copy at a place of the process draws by the reference it has where there is
 * no other, `C1/pay`.
 */
import type { Case } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { actionRefFor } from '../action/action-ref.ts';

interface Launched {
  readonly actionType: string;
  readonly position?: { readonly step: number; readonly member: number } | undefined;
  readonly alias?: string | undefined;
}

/** What Actions of a Case are called by what is there when they are launched: one look at them, however many are launched. */
export class Places {
  readonly #caseInstance: Case;
  readonly #byType = new Map<string, number>();
  readonly #byPlace = new Map<string, number>();
  /** Of the step asked for last: of each member, how many of its type come before it in the process. */
  #step = -1;
  #before: readonly number[] = [];

  constructor(world: World, caseInstance: Case) {
    this.#caseInstance = caseInstance;
    for (const ref of caseInstance.actions) {
      const action = world.actions.get(ref);
      if (action === undefined) continue;
      addTo(this.#byType, action.actionType);
      addTo(this.#byPlace, action.place);
    }
  }

  /** How many Actions of the type the Case has. */
  copiesOf(actionType: string): number {
    return this.#byType.get(actionType) ?? 0;
  }

  /** The place in the process; of an ad-hoc Action its alias, or its number among those that have none. */
  placeOf({ actionType, position, alias }: Launched): string {
    const { ref } = this.#caseInstance;
    if (position !== undefined) {
      const { step, member } = position;
      if (step !== this.#step) this.#lookAt(step);
      return actionRefFor(ref, actionType, (this.#before[member] ?? 0) + 1);
    }
    // Names hold no slash, and the references of copies end in a number: none of these is another's.
    if (alias !== undefined) return `${ref}/${actionType}/as ${alias}`;
    const adHoc = `${ref}/${actionType}/ad hoc `;
    return `${adHoc}${[...this.#byPlace.keys()].filter((place) => place.startsWith(adHoc)).length + 1}`;
  }

  /** The stream of the next copy at a place. */
  streamOf(place: string): string {
    const copyCount = this.#byPlace.get(place) ?? 0;
    return copyCount === 0 ? place : `${place}/copy ${copyCount + 1}`;
  }

  #lookAt(step: number): void {
    const { process } = this.#caseInstance;
    const seen = new Map<string, number>();
    for (const each of process.slice(0, step)) for (const type of each) addTo(seen, type);
    this.#before = (process[step] ?? []).map((type) => addTo(seen, type));
    this.#step = step;
  }
}

/** How many there were before. */
function addTo(counts: Map<string, number>, key: string): number {
  const before = counts.get(key) ?? 0;
  counts.set(key, before + 1);
  return before;
}
