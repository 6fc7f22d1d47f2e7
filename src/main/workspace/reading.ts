/** What can be read of the workspace that is open, and whether it is as somebody expects. Nothing changes by it. */
import { findAction } from '../../engine/decide.ts';
import { type Rejection, reject } from '../../shared/errors.ts';
import type { Expectation } from '../../shared/expectation.ts';
import type { Action, Case } from '../../shared/model.ts';
import type {
  ActionState,
  CaseState,
  CheckedExpectation,
  ClockReading,
  NotificationState,
  PageRequest,
  RequestState,
  TimelineEntryState,
  WorkspaceReading,
} from '../../shared/state.ts';
import type { World } from '../../shared/world.ts';
import { requestsOf } from '../../views/calls/requests.ts';
import {
  moment,
  stateOfAction,
  stateOfCase,
  stateOfEntry,
  stateOfNotification,
  stateOfRequest,
} from '../../views/expected/state.ts';
import { actionsInInbox, actionsInQueue, casesInInbox } from '../../views/rows/inbox.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import { CHECKS_NOTHING, checksNothing } from '../scenario/checks-nothing.ts';
import { checkExpectation } from '../scenario/read-world.ts';
import type { LiveWorkspace } from './live-workspace.ts';

/** A part of a list, and what is said of the whole. */
type Page<Key extends string, Item> = { readonly [K in Key]: Item[] } & {
  readonly total: number;
  readonly next: number | null;
};

export class Reading {
  readonly #workspace: LiveWorkspace;

  constructor(workspace: LiveWorkspace) {
    this.#workspace = workspace;
  }

  /** All at a glance: counts of all there is, and of Cases and Actions the first so many. */
  all(page: PageRequest): WorkspaceReading {
    const { world, title } = this.#workspace;
    return {
      title,
      clock: this.clock(),
      cases: this.cases(page),
      actions: this.actions(page),
      inboxes: [...world.users.keys()].map((inbox) => ({
        inbox,
        cases: casesInInbox(world, inbox).length,
        actions: actionsInInbox(world, inbox).length,
      })),
      queues: world.queues.map((queue) => ({ queue, actions: actionsInQueue(world, queue).length })),
      notifications: [...world.users.keys()].map((user) => ({
        notifications: user,
        count: world.notifications.get(user)?.length ?? 0,
      })),
      externalApis: [...world.externalApis].map(([externalApi, { callCount }]) => ({ externalApi, calls: callCount })),
    };
  }

  /** In the order of their creation. */
  cases(page: PageRequest): Page<'cases', CaseState> {
    const { world } = this.#workspace;
    return pageOf('cases', [...world.cases.values()], page, (each) => stateOfCase(world, each));
  }

  case(reference: string): CaseState | Rejection {
    const { world } = this.#workspace;
    const found = world.cases.get(reference);
    return found ? stateOfCase(world, found) : none('Case', reference);
  }

  /** In the order of their creation. */
  actions(page: PageRequest): Page<'actions', ActionState> {
    const { world } = this.#workspace;
    return pageOf('actions', [...world.actions.values()], page, (each) => stateOfAction(world, each));
  }

  /** `reference` as in files: an alias, `CASE/actionType` for the newest copy, or with the number of the copy. */
  action(reference: string): ActionState | Rejection {
    const { world } = this.#workspace;
    const found = findAction(world, reference);
    return found ? stateOfAction(world, found) : none('Action', reference);
  }

  /** Of an Action, oldest first. */
  timelineOfAction(reference: string, page: PageRequest): Page<'entries', TimelineEntryState> | Rejection {
    const found = findAction(this.#workspace.world, reference);
    return found ? this.#timeline(found, page) : none('Action', reference);
  }

  /** Of a Case itself, without its Actions'; oldest first. */
  timelineOfCase(reference: string, page: PageRequest): Page<'entries', TimelineEntryState> | Rejection {
    const found = this.#workspace.world.cases.get(reference);
    return found ? this.#timeline(found, page) : none('Case', reference);
  }

  /** What a user was told, oldest first. */
  notifications(user: string, page: PageRequest): Page<'notifications', NotificationState> | Rejection {
    const { world } = this.#workspace;
    if (!world.users.has(user)) return none('user', user);
    return pageOf('notifications', world.notifications.get(user) ?? [], page, (each) =>
      stateOfNotification(world, each),
    );
  }

  /** The calls that an External API got, oldest first; those of Cases that made room are gone. */
  requests(externalApi: string, page: PageRequest): Page<'requests', RequestState> | Rejection {
    const { world, callbackBase } = this.#workspace;
    if (!world.externalApis.has(externalApi)) return none('External API', externalApi);
    return pageOf('requests', requestsOf(world, externalApi, callbackBase), page, (each) =>
      stateOfRequest(world, each),
    );
  }

  clock(): ClockReading {
    const { now, startAt, scheduledCount, playing, speed, next } = this.#workspace.clock.state();
    const { at, since } = moment(now, startAt);
    const { at: begunAt } = moment(startAt, startAt);
    return {
      now: since,
      at,
      startAt: begunAt,
      scheduled: scheduledCount,
      playing,
      speed,
      next: next && { ...moment(next.at, startAt), kind: next.kind, subject: next.subject, text: next.text },
    };
  }

  /**
   * Whether an expectation of a scenario file holds now. Refused is one that would hold whatever happens: it names no field, or is about a
   * user, queue or External API that there is none of.
   */
  expect(expectation: Expectation): CheckedExpectation | Rejection {
    const unknown = unknownSubject(this.#workspace.world, expectation);
    if (unknown !== null) return unknown;
    if (checksNothing(expectation)) return reject('notAllowed', CHECKS_NOTHING);
    const mismatches = checkExpectation(this.#workspace, expectation) as CheckedExpectation['mismatches'];
    return { passed: mismatches.length === 0, mismatches };
  }

  #timeline({ ref }: Action | Case, page: PageRequest): Page<'entries', TimelineEntryState> {
    const { world } = this.#workspace;
    return pageOf('entries', timelineOf(world.timelines.get(ref)), page, (each) => stateOfEntry(each, world.startAt));
  }
}

function pageOf<Key extends string, Item, Told>(
  key: Key,
  items: readonly Item[],
  { offset, limit }: PageRequest,
  tell: (item: Item) => Told,
): Page<Key, Told> {
  const end = offset + limit;
  const told = items.slice(offset, end).map(tell);
  return { [key]: told, total: items.length, next: end < items.length ? end : null } as Page<Key, Told>;
}

const none = (kind: string, name: string) => reject('unknown', `There is no ${kind} ${name}.`);

/** Files are refused for such a name; an inbox that is expected to be empty would be, whoever's it is. */
function unknownSubject(world: World, expectation: Expectation): Rejection | null {
  // These have a mismatch of their own, and fields of the same names.
  if ('action' in expectation || 'case' in expectation) return null;
  if ('notifications' in expectation) return missing('user', world.users, expectation.notifications);
  if ('inbox' in expectation) return missing('user', world.users, expectation.inbox);
  if ('queue' in expectation) return missing('queue', new Set(world.queues), expectation.queue);
  if ('externalApi' in expectation) return missing('External API', world.externalApis, expectation.externalApi);
  return null;
}

function missing(kind: string, known: { has(name: string): boolean }, name: string): Rejection | null {
  return known.has(name) ? null : none(kind, name);
}
