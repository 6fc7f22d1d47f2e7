/** One Action's life as a scenario of its own: its Case, what it needs, what was done, and what it must have come to. */
import { exactReference } from '../../engine/decide.ts';
import type { CaseDefinition } from '../../shared/definitions.ts';
import type { Action, Case } from '../../shared/model.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { actionFields } from '../../views/expected/fields.ts';
import type { HistoryEntry, Workspace } from '../runtime/ports.ts';
import { isEdit, scenarioOfHistory } from './history-steps.ts';

/**
 * Running it gives the Action the very same life up to now: draws are keyed by names, so leaving other Cases out changes nothing.
 * Its last step expects the Action to be as it is.
 */
export function scenarioOfAction(workspace: Workspace, action: Action): Scenario {
  const { world, origin } = workspace;
  const caseInstance = world.cases.get(action.caseRef);
  if (!caseInstance) throw new Error(`the Action ${action.ref} has no Case`);
  const cases = { [caseInstance.ref]: definitionOf(world, caseInstance) };
  const whole = scenarioOfHistory({
    ...workspace,
    origin: { ...origin, cases },
    history: historyOf(workspace, caseInstance),
  });
  const reduced = onlyWhatIsNeeded(whole, typesOf(world, caseInstance));
  const title = `${action.title} (${action.ref})`;
  // What the file was about as a whole.
  const { summary: _, tags: __, ...itsOwn } = reduced;
  return { ...itsOwn, title, steps: [...reduced.steps, { expect: expectationOf(world, action) }] };
}

/** Whether a call of the Action's Case really went out: what came of it no file can say. */
export function wasCalledForReal(world: World, { caseRef }: Action): boolean {
  const facts = (world.cases.get(caseRef)?.actions ?? []).flatMap((ref) => world.timelines.get(ref) ?? []);
  return facts.some((fact) => fact.type === 'callPlanned' && fact.plan.real === true);
}

/** As it was created, whatever became of its Case type since. */
function definitionOf(world: World, { ref }: Case): CaseDefinition {
  const created = world.timelines.get(ref)?.[0];
  if (created?.type !== 'caseCreated')
    throw new Error(`the timeline of the Case ${ref} does not begin with its creation`);
  const { owner, data, process } = created;
  return { owner, data, process: process.map((step) => (step.length === 1 ? (step[0] as string) : [...step])) };
}

/** What was done to the Case, its Actions and the configuration; where it was launched as one of many, it alone is. */
function historyOf({ world, history }: Workspace, caseInstance: Case): HistoryEntry[] {
  const launch: HistoryEntry = { at: caseInstance.createdAt, input: { type: 'launchCase', case: caseInstance.ref } };
  const launches = ({ at, input }: HistoryEntry) =>
    input.type === 'launchCases' &&
    at === caseInstance.createdAt &&
    input.caseType === caseInstance.caseType &&
    caseInstance.ref.startsWith(`${input.as ?? input.caseType}-`);
  const kept = history.flatMap((entry): HistoryEntry | HistoryEntry[] =>
    launches(entry) ? launch : isAbout(world, caseInstance, entry) ? entry : [],
  );
  const isLaunched = caseInstance.caseType === null || kept.some(({ input }) => input.type === 'launchCase');
  if (isLaunched || caseInstance.status === 'Draft') return kept;
  // It was planned: the clock launched it, before anybody did anything at that instant.
  const place = kept.findIndex(({ at }) => at >= caseInstance.createdAt);
  return kept.toSpliced(place < 0 ? kept.length : place, 0, launch);
}

function isAbout(world: World, caseInstance: Case, { input }: HistoryEntry): boolean {
  if (input.type === 'noted') return false;
  if (isEdit(input) || input.type === 'switchApi') return true;
  if (input.type === 'response') return world.actions.get(input.actionRef)?.caseRef === caseInstance.ref;
  if ('case' in input) return input.case === caseInstance.ref;
  if (!('action' in input)) return false;
  const ref = world.aliases.get(input.action) ?? input.action;
  return ref.startsWith(`${caseInstance.ref}/`);
}

function typesOf(world: World, { actions, process }: Case): ReadonlySet<string> {
  const ofActions = actions.flatMap((ref) => world.actions.get(ref)?.actionType ?? []);
  return new Set([...process.flat(), ...ofActions]);
}

/** Without Action types, External APIs, users and queues that the Case has nothing to do with. */
function onlyWhatIsNeeded(scenario: Scenario, types: ReadonlySet<string>): Scenario {
  const ofTypes = scenario.steps.filter((step) => !setsOther(step, 'actionType', types));
  const actionTypes = pick(scenario.actionTypes, (name) => types.has(name));
  const apis = namesIn([actionTypes, ofTypes.filter((step) => 'set' in step && 'actionType' in step.set)]);
  const ofApis = ofTypes.filter(
    (step) => ('set' in step && 'actionType' in step.set) || !setsOther(step, 'externalApi', apis),
  );
  const people = namesIn([
    actionTypes,
    scenario.cases,
    ofApis.filter((step) => !('set' in step && 'user' in step.set)),
  ]);
  const steps = ofApis.filter((step) => !setsOther(step, 'user', people));
  const users = pick(scenario.users, (name) => people.has(name));
  const queues = namesIn([actionTypes, users, steps]);
  return {
    ...scenario,
    queues: scenario.queues.filter((queue) => queues.has(queue)),
    users,
    externalApis: pick(scenario.externalApis, (name) => apis.has(name)),
    actionTypes,
    caseTypes: {},
    steps,
  };
}

function setsOther(step: Step, key: 'actionType' | 'externalApi' | 'user', wanted: ReadonlySet<string>): boolean {
  if (!('set' in step) || !(key in step.set)) return false;
  return !wanted.has((step.set as Record<typeof key, string>)[key]);
}

/** Every text anywhere in a value. */
function namesIn(value: unknown, names = new Set<string>()): ReadonlySet<string> {
  if (typeof value === 'string') names.add(value);
  else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) namesIn(each, names);
  return names;
}

function pick<V>(all: Readonly<Record<string, V>>, isWanted: (name: string) => boolean): Record<string, V> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => isWanted(name)));
}

/** All that an expectation can look at, but for what is the Case's: its owner and its data. */
function expectationOf(world: World, action: Action): Extract<Step, { expect: unknown }>['expect'] {
  const { owner: _, data: __, ...fields } = actionFields(world, action);
  return { action: exactReference(action), ...fields };
}
