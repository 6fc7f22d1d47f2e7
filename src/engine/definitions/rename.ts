/**
 * Another name for a queue or a person (S5). Whatever stands under the old name goes on under the new one: definitions, open
 * Actions, Cases and notifications. Timelines keep the name that was right at the time: they are never rewritten (R51).
 */
import type { Named } from '../../shared/edits.ts';
import { INTEGRATION, SYSTEM } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import type { ChangeLog } from '../history/change-log.ts';

/** Puts the name `to` wherever `from` stands; looks at every Case and Action, which no other fact does. Nothing may be called `to`. */
export function renameIn(world: World, section: Named, from: string, to: string, log: ChangeLog | null): void {
  if (section === 'queues') renameQueue(world, from, to, log);
  else renameUser(world, from, to, log);
}

function renameQueue(world: World, from: string, to: string, log: ChangeLog | null): void {
  const named = other(from, to);
  world.queues = world.queues.map(named);
  changeEach(world.users, log, (user) =>
    user.queues.includes(from) ? { ...user, queues: user.queues.map(named) } : user,
  );
  changeEach(world.actionTypes, log, (type) =>
    type.allocation?.queue === from ? { ...type, allocation: { ...type.allocation, queue: to } } : type,
  );
  changeEach(world.actions, log, (action) => (action.queue === from ? { ...action, queue: to } : action));
}

function renameUser(world: World, from: string, to: string, log: ChangeLog | null): void {
  const named = other(from, to);
  world.users = new Map([...world.users].map(([name, user]) => [named(name), user]));
  changeEach(world.actionTypes, log, (type) => {
    const { allocation } = type;
    if (allocation?.user !== from && allocation?.secondaryUser !== from) return type;
    return {
      ...type,
      allocation: {
        ...allocation,
        ...(allocation.user === from && { user: to }),
        ...(allocation.secondaryUser === from && { secondaryUser: to }),
      },
    };
  });
  changeEach(world.caseTypes, log, (type) => (type.owner === from ? { ...type, owner: to } : type));
  changeEach(world.cases, log, (each) => (each.owner === from ? { ...each, owner: to } : each));
  // What the simulator or the external system set stays theirs, even where a person is called the same.
  const setBy = from === SYSTEM || from === INTEGRATION ? null : from;
  changeEach(world.actions, log, (action) => {
    if (action.owner !== from && action.assignee !== from && action.statusBy !== setBy) return action;
    return {
      ...action,
      owner: action.owner === from ? to : action.owner,
      assignee: action.assignee === from ? to : action.assignee,
      statusBy: action.statusBy === setBy ? to : action.statusBy,
    };
  });
  const told = world.notifications.get(from);
  if (told === undefined) return;
  log?.sets(world.notifications, from);
  // Its place in the Map stays, so that going back finds every key where it was.
  world.notifications.set(from, []);
  log?.sets(world.notifications, to);
  world.notifications.set(
    to,
    told.map((each) => ({ ...each, user: to })),
  );
}

const other = (from: string, to: string) => (name: string) => (name === from ? to : name);

/** Replaces what `change` gives another value for; the rest is not touched. */
function changeEach<V>(map: Map<string, V>, log: ChangeLog | null, change: (value: V) => V): void {
  for (const [key, value] of map) {
    const changed = change(value);
    if (changed === value) continue;
    log?.sets(map, key);
    map.set(key, changed);
  }
}
