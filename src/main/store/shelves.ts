/** All shelves of a workspace: what goes on them when it is saved, and the workspace that comes of what lies on them. */
import type { Fact } from '../../shared/facts.ts';
import type { Action, Case, Notification, PlannedLaunch, PlannedResponse } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { type WorldJson, worldFromJson, worldToJson } from '../../shared/world-json.ts';
import { Breath } from '../runtime/breath.ts';
import type { HistoryEntry, Workspace } from '../runtime/ports.ts';
import { LazyMap, lengthOf, peek, unreadText } from './lazy-list.ts';
import {
  type ActionLines,
  type CaseLines,
  originText,
  PART_KINDS,
  type PartKind,
  type PartLines,
  type PartRef,
} from './parts.ts';
import { type Captured, type Run, Shelf } from './shelf.ts';

/** The world without what lies on shelves: what a document holds itself. */
export type SmallWorld = Omit<
  WorldJson,
  'cases' | 'actions' | 'notifications' | 'plannedLaunches' | 'plannedResponses' | 'timelines' | 'timelineOrders'
>;

/** What lies on the shelves, whole. */
export type PartsRead = { readonly [K in PartKind]: { readonly ref: PartRef<K>; readonly lines: PartLines[K][] }[] };

type Surveyed = { readonly [K in PartKind]: readonly Run[] };

export class Shelves {
  readonly #shelves: { readonly [K in PartKind]: Shelf };

  constructor() {
    this.#shelves = Object.fromEntries(PART_KINDS.map((kind) => [kind, new Shelf(kind)])) as { [K in PartKind]: Shelf };
  }

  /** Compares a workspace with what was written. It must not change until this resolves; others get their turns meanwhile. */
  async survey({ origin, source, player, history, world }: Workspace): Promise<Surveyed> {
    const breath = new Breath();
    const walk = async <T>(
      kind: PartKind,
      all: Iterable<T>,
      sequenceOf: (each: T) => number,
      capture: (each: T) => Captured,
    ) => {
      const survey = this.#shelves[kind].survey();
      let count = 0;
      for (const each of all) {
        survey.add(sequenceOf(each), capture(each));
        count += 1;
        if (count % 256 === 0 && breath.isDue) await breath.take();
      }
      return survey.end();
    };
    const bySequence = ({ sequence }: { readonly sequence: number }) => sequence;
    const alone = (value: unknown) => [value];
    return {
      origin: await walk(
        'origin',
        [origin],
        () => 0,
        () => [origin, source, player],
      ),
      history: await walk(
        'history',
        history.entries(),
        ([index]) => index,
        ([, entry]) => [entry],
      ),
      cases: await walk('cases', world.cases.values(), bySequence, (each) => captureCase(linesOfCase(world, each))),
      actions: await walk('actions', world.actions.values(), bySequence, (each) =>
        captureAction(linesOfAction(world, each)),
      ),
      notifications: await walk('notifications', inOrder(world), bySequence, alone),
      launches: await walk('launches', world.plannedLaunches.values(), bySequence, alone),
      responses: await walk('responses', world.plannedResponses.values(), bySequence, alone),
    };
  }

  /** From now on these runs count as written. */
  take(
    written: { readonly [K in PartKind]: readonly { readonly ref: PartRef; readonly values: readonly Captured[] }[] },
  ): void {
    for (const kind of PART_KINDS) this.#shelves[kind].take(written[kind]);
  }
}

const captureCase = ({ caseInstance, timeline, order }: CaseLines): Captured => [
  caseInstance,
  timeline,
  lengthOf(timeline),
  order,
  lengthOf(order),
];
const captureAction = ({ action, timeline }: ActionLines): Captured => [action, timeline, lengthOf(timeline)];

function linesOfCase({ timelines, timelineOrders }: World, caseInstance: Case): CaseLines {
  const { ref } = caseInstance;
  return { caseInstance, timeline: peek(timelines, ref) as Fact[], order: peek(timelineOrders, ref) as string[] };
}
const linesOfAction = ({ timelines }: World, action: Action): ActionLines => ({
  action,
  timeline: peek(timelines, action.ref) as Fact[],
});

/** The notifications of everybody, in order of creation. */
function inOrder({ notifications }: World): Notification[] {
  const all = [...notifications.values()].flat();
  return notifications.size === 1 ? all : all.sort((left, right) => left.sequence - right.sequence);
}

/** The lines of a captured value. */
export function capturedLines(kind: PartKind, captured: Captured): string {
  switch (kind) {
    case 'origin': {
      const [origin, source, player] = captured as [Workspace['origin'], string | null, Workspace['player']];
      return originText({ origin, source, player });
    }
    case 'cases': {
      const [caseInstance, timeline, length, order, orderLength] = captured as [Case, Fact[], number, string[], number];
      const first = JSON.stringify([caseInstance, length, orderLength]);
      const names = unreadText(order) ?? JSON.stringify(namesAndTurns(order, orderLength));
      return `${first}\n${listText(timeline, length)}\n${names}\n`;
    }
    case 'actions': {
      const [action, timeline, length] = captured as [Action, Fact[], number];
      return `${JSON.stringify([action, length])}\n${listText(timeline, length)}\n`;
    }
    default:
      return `${JSON.stringify(captured[0])}\n`;
  }
}

/** The text of a list as long as it was when it was captured: it may have grown since. */
function listText(list: readonly unknown[], length: number): string {
  return unreadText(list) ?? JSON.stringify(list.slice(0, length));
}

/** The same few names again and again, as the names and which of them. */
function namesAndTurns(order: readonly string[], length: number): [string[], number[]] {
  const places = new Map<string, number>();
  const turns: number[] = [];
  for (let index = 0; index < length; index += 1) {
    const name = order[index] as string;
    let place = places.get(name);
    if (place === undefined) {
      place = places.size;
      places.set(name, place);
    }
    turns.push(place);
  }
  return [[...places.keys()], turns];
}

/** The workspace that lies in parts, and shelves that know what was written where. */
export function workspaceOf(
  small: SmallWorld,
  rest: Pick<Workspace, 'title' | 'now' | 'seq'>,
  parts: PartsRead,
): { readonly workspace: Workspace; readonly shelves: Shelves } {
  const lines = <K extends PartKind>(kind: K): PartLines[K][] => parts[kind].flatMap((part) => part.lines);
  const [first] = lines('origin');
  if (!first) throw new Error('a document has an origin');
  const [cases, actions] = [lines('cases'), lines('actions')];
  const notifications = new Map<string, Notification[]>();
  for (const each of lines('notifications')) {
    const others = notifications.get(each.user);
    if (others) others.push(each);
    else notifications.set(each.user, [each]);
  }
  const byId = <T extends PlannedLaunch | PlannedResponse>(all: readonly T[]) =>
    all.map((each): [string, T] => [each.id, each]);
  // In the order in which a fresh world has them, so that both read alike.
  const { caseNumbers, aliases, sequence, edits, ...definitions } = small;
  const read = worldFromJson({
    ...definitions,
    cases: [],
    actions: [],
    caseNumbers,
    aliases,
    notifications: [...notifications],
    plannedLaunches: byId(lines('launches')),
    plannedResponses: byId(lines('responses')),
    timelines: [],
    timelineOrders: [],
    sequence,
    edits,
  });
  const orders = new LazyMap<string>();
  for (const { caseInstance, order } of cases) {
    read.cases.set(caseInstance.ref, caseInstance);
    orders.set(caseInstance.ref, order);
  }
  for (const { action } of actions) read.actions.set(action.ref, action);
  const world: World = { ...read, timelines: timelinesOf(cases, actions), timelineOrders: orders };
  const { origin, source, player } = first;
  const history: HistoryEntry[] = lines('history');
  const workspace: Workspace = { ...rest, origin, source, player, world, history };
  const captureOf: { readonly [K in PartKind]: (line: PartLines[K]) => Captured } = {
    origin: () => [origin, source, player],
    history: (entry) => [entry],
    cases: captureCase,
    actions: captureAction,
    notifications: (each) => [each],
    launches: (each) => [each],
    responses: (each) => [each],
  };
  const shelves = new Shelves();
  const written = <K extends PartKind>(kind: K) =>
    parts[kind].map(({ ref, lines: of }) => ({
      ref,
      values: of.map(captureOf[kind] as unknown as (line: PartLines[K]) => Captured),
    }));
  shelves.take({
    origin: written('origin'),
    history: written('history'),
    cases: written('cases'),
    actions: written('actions'),
    notifications: written('notifications'),
    launches: written('launches'),
    responses: written('responses'),
  });
  return { workspace, shelves };
}

/** In order: a timeline begins when its Case or Action does. */
function timelinesOf(cases: readonly CaseLines[], actions: readonly ActionLines[]): LazyMap<Fact> {
  const timelines = new LazyMap<Fact>();
  let next = 0;
  for (const { caseInstance, timeline } of cases) {
    for (; (actions[next]?.action.sequence ?? Number.POSITIVE_INFINITY) < caseInstance.sequence; next += 1) {
      const { action, timeline: own } = actions[next] as ActionLines;
      timelines.set(action.ref, own);
    }
    timelines.set(caseInstance.ref, timeline);
  }
  for (const { action, timeline } of actions.slice(next)) timelines.set(action.ref, timeline);
  return timelines;
}

/** What of a world is no shelf's. */
export function smallWorld(world: World): SmallWorld {
  const empty = new Map<never, never>();
  const {
    cases: _cases,
    actions: _actions,
    notifications: _notifications,
    plannedLaunches: _launches,
    plannedResponses: _responses,
    timelines: _timelines,
    timelineOrders: _orders,
    ...small
  } = worldToJson({
    ...world,
    cases: empty,
    actions: empty,
    notifications: empty,
    plannedLaunches: empty,
    plannedResponses: empty,
    timelines: empty,
    timelineOrders: empty,
  });
  return small;
}
