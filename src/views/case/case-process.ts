/** A Case's process as it stands: every place of it, the copies at each place, and how far it has come (R46). */
import { letsCaseGoOn } from '../../engine/case/process.ts';
import type { Action, Case } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

/** One place of the process, or one Action type that was started ad hoc. */
export interface Place {
  /** Unique within the Case. */
  readonly key: string;
  readonly actionType: string;
  readonly title: string;
  /** Oldest first; empty where the Case has not come here yet. */
  readonly copies: readonly Action[];
}

export interface CaseProcess {
  /** The places of each step; those of one step start together. */
  readonly steps: readonly (readonly Place[])[];
  /** Outside the process, in the order they were started. */
  readonly adHoc: readonly Place[];
}

/** Every Action of a Case, at its place. */
export function caseProcess(world: World, caseInstance: Case): CaseProcess {
  const place = (key: string, actionType: string) => {
    const title = world.actionTypes.get(actionType)?.title ?? actionType;
    return { key, actionType, title, copies: [] as Action[] };
  };
  const steps = caseInstance.process.map((members, step) =>
    members.map((actionType, member) => place(`${step}.${member}`, actionType)),
  );
  const adHoc = new Map<string, ReturnType<typeof place>>();
  for (const ref of caseInstance.actions) {
    const action = world.actions.get(ref);
    if (!action) continue;
    const { actionType, position } = action;
    let at = position && steps[position.step]?.[position.member];
    if (!at) {
      at = adHoc.get(actionType) ?? place(`ad hoc ${actionType}`, actionType);
      adHoc.set(actionType, at);
    }
    at.copies.push(action);
  }
  return { steps, adHoc: [...adHoc.values()] };
}

export interface CaseProgress {
  /** The newest copy at each place, in order, ad-hoc ones last; `null` where the Case has not come yet. */
  readonly newest: readonly (Action | null)[];
  /** How many places let the Case go on. */
  readonly doneCount: number;
}

/** How far a Case has come. */
export function caseProgress(process: CaseProcess): CaseProgress {
  const newest = [...process.steps.flat(), ...process.adHoc].map(({ copies }) => copies.at(-1) ?? null);
  return { newest, doneCount: newest.filter((action) => action !== null && letsCaseGoOn(action)).length };
}
