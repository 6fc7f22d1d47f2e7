/** Launching: a Case's process, one ad-hoc Action, many Cases of a type over time (R1, R48). */
import type { CaseDefinition, CaseType } from '../../shared/definitions.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { CaseFact, Fact } from '../../shared/facts.ts';
import { LAST_INSTANT_WORDS } from '../../shared/instant.ts';
import type { Case, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { orNever } from '../clocks/end-of-time.ts';
import { createdCase } from './evolve-case.ts';
import { launchActions, startStep } from './process.ts';

type Created = Extract<CaseFact, { type: 'caseCreated' }>;

/** A Case's definition with what its type gives; its own keys win, data is merged field by field. */
export function mergedCase(definition: CaseDefinition, caseTypes: ReadonlyMap<string, CaseType>): CaseType {
  const type = definition.type === undefined ? undefined : caseTypes.get(definition.type);
  const owner = definition.owner ?? type?.owner;
  const process = definition.process ?? type?.process;
  return {
    data: { ...type?.data, ...definition.data },
    ...(owner === undefined ? {} : { owner }),
    ...(process === undefined ? {} : { process }),
  };
}

/** The creation of a Case; its owner must be known. */
export function caseCreated(world: World, caseRef: string, definition: CaseDefinition, at: Instant): Created {
  const { owner, data, process } = mergedCase(definition, world.caseTypes);
  if (owner === undefined) throw new Error(`the Case ${caseRef} has no owner`);
  return {
    type: 'caseCreated',
    at,
    caseRef,
    caseType: definition.type ?? null,
    owner,
    data: data ?? {},
    process: (process ?? []).map((step) => (typeof step === 'string' ? [step] : step)),
  };
}

/** A draft Case starts its process. */
export function launchCase(world: World, caseInstance: Case, by: string, at: Instant): Fact[] | Rejection {
  const refusal = refusesLaunches(caseInstance);
  if (refusal) return refusal;
  if (caseInstance.currentStep >= 0 || (caseInstance.process.length === 0 && caseInstance.status !== 'Draft')) {
    return reject('notAllowed', `The Case ${caseInstance.ref} has already been launched.`, 'R1');
  }
  return started(world, caseInstance, by, at);
}

function started(world: World, caseInstance: Case, by: string, at: Instant): Fact[] {
  const facts: Fact[] = caseInstance.status === 'Draft' ? [inProgress(caseInstance, by, at)] : [];
  return caseInstance.process.length === 0 ? facts : [...facts, ...startStep(world, caseInstance, 0, at)];
}

function inProgress(caseInstance: Case, by: string, at: Instant): Fact {
  return {
    type: 'caseStatusChanged',
    at,
    caseRef: caseInstance.ref,
    from: caseInstance.status,
    to: 'In Progress',
    reason: 'Updated by Enate',
    resolutionMethod: null,
    by,
    needsAttention: caseInstance.needsAttention,
    problemAction: caseInstance.problemAction,
  };
}

/** An ad-hoc Action outside the process. */
export function launchAction(
  world: World,
  caseInstance: Case,
  launch: { readonly actionType: string; readonly as?: string | undefined; readonly by: string },
  at: Instant,
): Fact[] | Rejection {
  if (!world.actionTypes.has(launch.actionType))
    return reject('unknown', `There is no Action type ${launch.actionType}.`);
  if (launch.as !== undefined && world.aliases.has(launch.as)) {
    return reject('exists', `The alias ${launch.as} is taken by ${world.aliases.get(launch.as)}.`);
  }
  const refusal = refusesLaunches(caseInstance);
  if (refusal) return refusal;
  const opening = caseInstance.status === 'Draft' ? [inProgress(caseInstance, launch.by, at)] : [];
  return [
    ...opening,
    ...launchActions(world, caseInstance, [{ actionType: launch.actionType, alias: launch.as, by: launch.by }], at),
  ];
}

/** Why a Case launches nothing now, or `null`: it is closed (R15), or paused (R48). */
export function refusesLaunches(caseInstance: Case): Rejection | null {
  if (caseInstance.status === 'Closed') return reject('closed', `The Case ${caseInstance.ref} is closed.`, 'R15');
  if (caseInstance.paused) {
    return reject(
      'paused',
      `The Case ${caseInstance.ref} is paused, so nothing new can be launched in it. Resume it first.`,
      'R48',
    );
  }
  return null;
}

/** New Cases `as-1`, `as-2`, …: the first now, the others `every` apart; all now without it. None after the end of time. */
export function launchCases(
  world: World,
  wish: {
    readonly caseType: string;
    readonly count?: number | undefined;
    readonly every?: number | undefined;
    readonly as?: string | undefined;
    readonly by: string;
  },
  at: Instant,
): Fact[] | Rejection {
  const caseType = world.caseTypes.get(wish.caseType);
  if (!caseType) return reject('unknown', `There is no Case type ${wish.caseType}.`);
  if (caseType.owner === undefined) return reject('notAllowed', `The Case type ${wish.caseType} has no owner.`, 'S5');
  const { count = 1, every = 0, as: prefix = wish.caseType, by } = wish;
  if (orNever(at + (count - 1) * every) === null) {
    return reject(
      'notAllowed',
      `The last of ${count} launches would come after ${LAST_INSTANT_WORDS}, the end of virtual time.`,
    );
  }
  const first = (world.caseNumbers.get(prefix) ?? 0) + 1;
  const refs = Array.from({ length: count }, (_, index) => `${prefix}-${first + index}`);
  const taken = refs.find((ref) => world.cases.has(ref));
  if (taken !== undefined) return reject('exists', `There is already a Case ${taken}. Choose another name.`);
  return [
    { type: 'casesNumbered', at, prefix, last: first + count - 1 },
    ...refs.flatMap((caseRef, index): Fact[] =>
      index === 0 || every === 0
        ? launchNewCase(world, wish.caseType, caseRef, by, at)
        : [{ type: 'launchPlanned', at, id: caseRef, launchAt: at + index * every, caseType: wish.caseType, caseRef }],
    ),
  ];
}

/** Creates a Case of a type and starts it. */
export function launchNewCase(world: World, caseType: string, caseRef: string, by: string, at: Instant): Fact[] {
  const created = caseCreated(world, caseRef, { type: caseType }, at);
  return [created, ...started(world, createdCase(created, world.sequence), by, at)];
}
