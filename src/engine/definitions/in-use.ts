/** What uses a definition: as long as anything does, it cannot be deleted. */
import { counted } from '../../shared/counted.ts';
import type { Section, Side, Whole } from '../../shared/edits.ts';
import type { Action } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { World } from '../../shared/world.ts';
import { definitionsIn } from './edits.ts';

const { users, actionTypes, caseTypes } = WORDS.definition;

type Names = readonly (string | undefined)[];

/** What uses the definitions of a section, and which names of others they use. */
interface Uses<Value> {
  /** In words; see `usesOf`. */
  readonly of: (world: World, name: string) => string[];
  readonly names: (value: Value) => { readonly [S in Section]?: Names };
}

const USES: { readonly [S in Section]: Uses<Side<S>['value']> } = {
  queues: {
    of: (world, name) => [
      ...named(world.users, users.noun, (user) => user.queues.includes(name)),
      ...named(world.actionTypes, actionTypes.noun, ({ allocation }) => allocation?.queue === name),
      ...numberOf(world.actions, 'Action', ({ queue }) => queue === name),
    ],
    names: () => ({}),
  },
  users: {
    of: (world, name) => [
      ...named(
        world.actionTypes,
        actionTypes.noun,
        ({ allocation }) => allocation?.user === name || allocation?.secondaryUser === name,
      ),
      ...named(world.caseTypes, caseTypes.noun, ({ owner }) => owner === name),
      ...numberOf(world.cases, 'Case', ({ owner }) => owner === name),
      ...numberOf(world.actions, 'Action', ({ assignee }) => assignee === name),
    ],
    names: (user) => ({ queues: user.queues }),
  },
  externalApis: {
    of: (world, name) => [
      ...named(world.actionTypes, actionTypes.noun, ({ externalApi }) => externalApi === name),
      ...numberOf(world.actions, 'unanswered call', (action) => isCalling(world, action, name)),
    ],
    names: () => ({}),
  },
  actionTypes: {
    of: (world, name) => [
      ...named(world.caseTypes, caseTypes.noun, ({ process }) => process?.flat().includes(name) === true),
      ...numberOf(world.cases, 'Case', ({ process }) => process.flat().includes(name)),
      ...numberOf(world.actions, 'Action', ({ actionType }) => actionType === name),
    ],
    names: ({ externalApi, allocation }) => ({
      externalApis: [externalApi],
      queues: [allocation?.queue],
      users: [allocation?.user, allocation?.secondaryUser],
    }),
  },
  caseTypes: {
    of: (world, name) => [
      ...numberOf(world.cases, 'Case', ({ caseType }) => caseType === name),
      ...numberOf(world.plannedLaunches, 'planned Case', ({ caseType }) => caseType === name),
    ],
    names: ({ owner, process }) => ({ users: [owner], actionTypes: process?.flat() ?? [] }),
  },
};

/** Each use in words: `the Action type post-invoice`, `the user dana`, `3 Actions`; empty where nothing uses it. */
export function usesOf(world: World, section: Section, name: string): string[] {
  return USES[section].of(world, name);
}

/** The first name that a definition uses and nothing defines, in words: `user dana`; `null` where all are defined. */
export function missingName(world: World, { section, value }: Whole): string | null {
  if (section === 'settings') return null;
  const { names } = USES[section] as Uses<typeof value>;
  for (const [used, all] of Object.entries(names(value)) as [Section, Names][]) {
    const known = definitionsIn(world, used);
    const name = all.find((each) => each !== undefined && !known.has(each));
    if (name !== undefined) return `${WORDS.definition[used].noun} ${name}`;
  }
  return null;
}

/** Whether a call to the API is out: its Action's type may name another API by now. */
function isCalling(world: World, { ref, phase, plan }: Action, externalApi: string): boolean {
  if (phase !== 'calling' || plan !== null) return false;
  const started = world.timelines.get(ref)?.findLast((fact) => fact.type === 'callStarted');
  return started?.type === 'callStarted' && started.externalApi === externalApi;
}

function named<V>(all: ReadonlyMap<string, V>, noun: string, uses: (value: V) => boolean): string[] {
  return [...all].filter(([, value]) => uses(value)).map(([name]) => `the ${noun} ${name}`);
}

function numberOf<V>(all: ReadonlyMap<string, V>, noun: string, uses: (value: V) => boolean): string[] {
  let count = 0;
  for (const value of all.values()) if (uses(value)) count += 1;
  return count === 0 ? [] : [counted(count, noun)];
}
