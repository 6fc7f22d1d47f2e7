/** Who has what (R40, R41, S5): each queue with what waits in it, each person with what is theirs, in one pass over the Actions. */
import type { User } from '../../shared/definitions.ts';
import type { Action, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

export interface QueueRow {
  /** `null` for what the rules put into no queue. */
  readonly queue: string | null;
  readonly waitingCount: number;
  readonly unassignedCount: number;
  /** Since when the one that waits longest does; `null` where nothing waits. */
  readonly oldestSince: Instant | null;
  /** Who has how many of them, the one with most first. */
  readonly assigned: readonly { readonly user: string; readonly count: number }[];
  /** Who works the queue. */
  readonly workers: readonly { readonly user: string; readonly available: boolean }[];
}

export interface PersonRow {
  readonly user: string;
  readonly available: boolean;
  readonly queues: readonly string[];
  /** Open Actions assigned to them. */
  readonly actionCount: number;
  /** Of those, how many they work on. */
  readonly inProgressCount: number;
  /** Cases that need them as the owner (R44). */
  readonly attentionCount: number;
}

export interface People {
  readonly queues: readonly QueueRow[];
  readonly people: readonly PersonRow[];
  /** The Actions that wait for a person, in order of creation. */
  readonly work: readonly Action[];
}

/** An Action that is for people to do: `To Do` or `In Progress` (R40). */
const isManualWork = (action: Action): boolean => action.phase === 'manual';

/** How many Actions wait for people. */
export function withPeopleCount(world: World): number {
  let count = 0;
  for (const action of world.actions.values()) if (isManualWork(action)) count += 1;
  return count;
}

/** Everything at once; in the order in which queues and people were defined, what is in no queue last. */
export function peopleOf(world: World): People {
  const work = [...world.actions.values()].filter(isManualWork);
  const byQueue = grouped(work, ({ queue }) => queue);
  const byPerson = grouped(work, ({ assignee }) => assignee);
  const attention = new Map<string, number>();
  for (const { needsAttention, owner } of world.cases.values()) {
    if (needsAttention) attention.set(owner, (attention.get(owner) ?? 0) + 1);
  }
  const queues: (string | null)[] = [...world.queues];
  if (byQueue.has(null)) queues.push(null);
  return {
    work,
    queues: queues.map((queue) => queueRow(queue, byQueue.get(queue) ?? [], world.users)),
    people: [...world.users].map(([user, { available, queues }]) => {
      const own = byPerson.get(user) ?? [];
      const inProgressCount = own.filter(({ status }) => status === 'In Progress').length;
      return {
        user,
        available,
        queues,
        actionCount: own.length,
        inProgressCount,
        attentionCount: attention.get(user) ?? 0,
      };
    }),
  };
}

/** Of the queues those that somebody works, or has anything of; of the people themselves. All of them where nobody has that name. */
export function concerning({ queues, people }: People, user: string): Pick<People, 'queues' | 'people'> {
  const own = people.filter((person) => person.user === user);
  if (own.length === 0) return { queues, people };
  return {
    people: own,
    queues: queues.filter(({ queue, workers, assigned, unassignedCount }) => {
      const isTheirs = [...workers, ...assigned].some((each) => each.user === user);
      return isTheirs || (queue === null && unassignedCount > 0);
    }),
  };
}

function queueRow(queue: string | null, work: readonly Action[], users: ReadonlyMap<string, User>): QueueRow {
  const byPerson = grouped(work, ({ assignee }) => assignee);
  return {
    queue,
    waitingCount: work.length,
    unassignedCount: byPerson.get(null)?.length ?? 0,
    oldestSince: work.reduce<Instant | null>(
      (oldest, { statusSince }) => (oldest === null || statusSince < oldest ? statusSince : oldest),
      null,
    ),
    assigned: [...byPerson]
      .flatMap(([user, own]) => (user === null ? [] : [{ user, count: own.length }]))
      .sort((left, right) => right.count - left.count),
    workers: [...users].flatMap(([user, { available, queues }]) =>
      queue !== null && queues.includes(queue) ? [{ user, available }] : [],
    ),
  };
}

function grouped(work: readonly Action[], keyOf: (action: Action) => string | null): Map<string | null, Action[]> {
  const groups = new Map<string | null, Action[]>();
  for (const action of work) {
    const group = groups.get(keyOf(action));
    if (group) group.push(action);
    else groups.set(keyOf(action), [action]);
  }
  return groups;
}

/** Who is likely to take an Action: first who works its queue and is available, then who is available, then the rest. */
export function likelyTakers(world: World, { queue }: Action): string[] {
  const rank = ({ available, queues }: User) =>
    (available ? 0 : 2) + (queue !== null && queues.includes(queue) ? 0 : 1);
  return [...world.users].toSorted(([, left], [, right]) => rank(left) - rank(right)).map(([user]) => user);
}

/** How an Action that waits for people concerns one of them. */
export type Standing = 'theirs' | 'to take' | 'not theirs';

/**
 * Assigned to them; or for them to take: not begun, and in a queue they work or in none and nobody's. The rules let anybody take
 * any Action that is `To Do` (R50): this says which are meant for them (S5).
 */
export function standingOf(
  { assignee, queue, status }: Action,
  user: string,
  { queues }: { readonly queues: readonly string[] },
): Standing {
  if (assignee === user) return 'theirs';
  if (status !== 'To Do') return 'not theirs';
  const isForThem = queue === null ? assignee === null : queues.includes(queue);
  return isForThem ? 'to take' : 'not theirs';
}
