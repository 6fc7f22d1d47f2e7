/** The list of Cases: one row each, derived in one pass; a row stays the same object until something in it changed. */
import type { Action, Case, Instant } from '../../shared/model.ts';
import type { ResolutionMethod, Status } from '../../shared/words.ts';
import type { World } from '../../shared/world.ts';
import { type CaseNext, nextOf } from '../case/case-next.ts';
import { caseProcess, caseProgress } from '../case/case-process.ts';
import { describeHoldUp, holdingUp } from '../case/held-up.ts';
import { type Holder, holderOf } from '../case/holder.ts';
import { refusesLaunch } from '../options/owner-options.ts';
import { describeProblem } from '../words/attention.ts';

export interface CaseRow {
  readonly ref: string;
  readonly caseType: string | null;
  readonly status: Status;
  readonly resolutionMethod: ResolutionMethod | null;
  readonly paused: boolean;
  /** What the owner is needed for: `"Post invoice" could not connect after 5 retries`; `null` where nobody is. */
  readonly attention: string | null;
  /** Why it does not go on though nobody is asked to act: `held up by "Post invoice"`; `null` where nothing holds it up. */
  readonly heldUp: string | null;
  readonly owner: string;
  readonly progress: readonly { readonly status: Status; readonly resolutionMethod: ResolutionMethod | null }[];
  /** Places of the process and ad-hoc Actions, those not reached yet included. */
  readonly actionCount: number;
  readonly doneCount: number;
  readonly next: CaseNext | null;
  /** Which people it waits for; `null` where it waits for none. */
  readonly holder: Holder | null;
  /** The first due date of its open Actions, reached or not; `null` where none has one. */
  readonly dueAt: Instant | null;
  /** Whether a due date of an open Action was reached (R33). */
  readonly overdue: boolean;
  /** Whether the rules let it be launched. */
  readonly canLaunch: boolean;
  readonly statusSince: Instant;
  readonly createdAt: Instant;
  readonly sequence: number;
}

interface Kept {
  readonly row: CaseRow;
  readonly actions: readonly (Action | undefined)[];
}

/** Gives the rows of a world, in order of creation; remembers each as long as its Case lives. */
export function createCaseRows(): (world: World) => CaseRow[] {
  const kept = new WeakMap<Case, Kept>();
  return (world) => {
    const rows: CaseRow[] = [];
    for (const caseInstance of world.cases.values()) {
      const before = kept.get(caseInstance);
      if (before && caseInstance.actions.every((ref, index) => world.actions.get(ref) === before.actions[index])) {
        rows.push(before.row);
        continue;
      }
      const row = caseRow(world, caseInstance);
      kept.set(caseInstance, { row, actions: caseInstance.actions.map((ref) => world.actions.get(ref)) });
      rows.push(row);
    }
    return rows;
  };
}

const NOT_REACHED = { status: 'Draft', resolutionMethod: null } as const;

function caseRow(world: World, caseInstance: Case): CaseRow {
  const process = caseProcess(world, caseInstance);
  const { newest, doneCount } = caseProgress(process);
  const stuck = holdingUp(caseInstance, process);
  const actions = newest.filter((action) => action !== null);
  const open = actions.filter(({ phase }) => phase !== 'closed');
  const problem = caseInstance.problemAction === null ? undefined : world.actions.get(caseInstance.problemAction);
  return {
    ref: caseInstance.ref,
    caseType: caseInstance.caseType,
    status: caseInstance.status,
    resolutionMethod: caseInstance.resolutionMethod,
    paused: caseInstance.paused,
    attention:
      caseInstance.needsAttention && problem
        ? `"${problem.title}" ${describeProblem(problem, world.timelines.get(problem.ref))}`
        : null,
    heldUp: describeHoldUp(stuck),
    owner: caseInstance.owner,
    progress: newest.map((action) => action ?? NOT_REACHED),
    actionCount: newest.length,
    doneCount,
    next: nextOf(actions),
    holder: holderOf(world, caseInstance, actions, stuck),
    dueAt: open.reduce<Instant | null>(
      (first, { dueAt }) => (dueAt === null || (first !== null && first <= dueAt) ? first : dueAt),
      null,
    ),
    overdue: open.some(({ overdue }) => overdue),
    canLaunch: refusesLaunch(world, caseInstance, world.startAt) === null,
    statusSince: caseInstance.statusSince,
    createdAt: caseInstance.createdAt,
    sequence: caseInstance.sequence,
  };
}
