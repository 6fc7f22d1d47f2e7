/** What uses a definition: as long as anything does, it cannot be deleted. */
import type { Section, Whole } from '../../shared/edits.ts';
import type { Action } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import type { World } from '../../shared/world.ts';

const { queues, users, externalApis, actionTypes, caseTypes } = WORDS.definition;
const QUEUE = queues.noun;
const USER = users.noun;
const EXTERNAL_API = externalApis.noun;
const ACTION_TYPE = actionTypes.noun;
const CASE_TYPE = caseTypes.noun;

/** Each use in words: `the Action type post-invoice`, `the user dana`, `3 Actions`; empty where nothing uses it. */
export function usesOf(world: World, section: Section, name: string): string[] {
  switch (section) {
    case 'queues':
      return [
        ...named(world.users, USER, ({ queues }) => queues.includes(name)),
        ...named(world.actionTypes, ACTION_TYPE, ({ allocation }) => allocation?.queue === name),
        ...counted(world.actions, 'Action', ({ queue }) => queue === name),
      ];
    case 'users':
      return [
        ...named(
          world.actionTypes,
          ACTION_TYPE,
          ({ allocation }) => allocation?.user === name || allocation?.secondaryUser === name,
        ),
        ...named(world.caseTypes, CASE_TYPE, ({ owner }) => owner === name),
        ...counted(world.cases, 'Case', ({ owner }) => owner === name),
        ...counted(world.actions, 'Action', ({ assignee }) => assignee === name),
      ];
    case 'externalApis':
      return [
        ...named(world.actionTypes, ACTION_TYPE, ({ externalApi }) => externalApi === name),
        ...counted(world.actions, 'unanswered call', (action) => isCalling(world, action, name)),
      ];
    case 'actionTypes':
      return [
        ...named(world.caseTypes, CASE_TYPE, ({ process }) => process?.flat().includes(name) === true),
        ...counted(world.cases, 'Case', ({ process }) => process.flat().includes(name)),
        ...counted(world.actions, 'Action', ({ actionType }) => actionType === name),
      ];
    case 'caseTypes':
      return [
        ...counted(world.cases, 'Case', ({ caseType }) => caseType === name),
        ...counted(world.plannedLaunches, 'planned Case', ({ caseType }) => caseType === name),
      ];
  }
}

/** The first name that a definition uses and nothing defines, in words: `user dana`; `null` where all are defined. */
export function missingName(world: World, definition: Whole): string | null {
  const missing = (noun: string, names: readonly (string | undefined)[], known: ReadonlySet<string>) => {
    const name = names.find((each) => each !== undefined && !known.has(each));
    return name === undefined ? null : `${noun} ${name}`;
  };
  const users = new Set(world.users.keys());
  const queues = new Set(world.queues);
  switch (definition.section) {
    case 'settings':
    case 'queues':
    case 'externalApis':
      return null;
    case 'users':
      return missing(QUEUE, definition.value.queues, queues);
    case 'actionTypes': {
      const { externalApi, allocation } = definition.value;
      return (
        missing(EXTERNAL_API, [externalApi], new Set(world.externalApis.keys())) ??
        missing(QUEUE, [allocation?.queue], queues) ??
        missing(USER, [allocation?.user, allocation?.secondaryUser], users)
      );
    }
    case 'caseTypes': {
      const { owner, process } = definition.value;
      return (
        missing(USER, [owner], users) ?? missing(ACTION_TYPE, process?.flat() ?? [], new Set(world.actionTypes.keys()))
      );
    }
  }
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

function counted<V>(all: ReadonlyMap<string, V>, noun: string, uses: (value: V) => boolean): string[] {
  let count = 0;
  for (const value of all.values()) if (uses(value)) count += 1;
  if (count === 0) return [];
  return [count === 1 ? `1 ${noun}` : `${count.toLocaleString('en')} ${noun}s`];
}
