/**
 * Where a workspace stood before, and the way back. Nothing is copied: between two points is what was replaced on the way, so
 * that going costs what changed since. Bounded by bytes, the oldest ways forgotten first; what they led to is still known, and
 * the store may still have it.
 *
 * A point is made before an act or a move, and between what happens at different instants of virtual time.
 */
import { ChangeLog, fieldsOf, readChange, redoChange, undoChange } from '../../engine/history/change-log.ts';
import { tellsMore } from '../../engine/history/telling.ts';
import { Touched, type WorldMap } from '../../engine/history/touched.ts';
import { pairedMaps, restoreOrder, worldChanges } from '../../engine/history/world-changes.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import { isActed, isEvent } from './entry-kinds.ts';
import { Futures } from './futures.ts';
import { type Origin, type PastEvent, type Point, parentOf, type Standing } from './point.ts';
import { Points, putBefore } from './points.ts';
import type { JournalEntry } from './ports.ts';
import { followsByItself, isSameEvent, nextByItself } from './revisiting.ts';
import { wayBetween } from './ways.ts';

type Taken = JournalEntry['input'];

/** What became of a wish to go somewhere. */
export interface Gone {
  readonly to: Point;
  readonly touched: Touched;
  readonly changes: WorldChanges;
}

export class Past {
  /** To be given to whatever folds facts into the world. */
  readonly log = new ChangeLog();
  #world: World;
  readonly #points: Points;
  #lastId = 0;
  readonly #futures: Futures;
  /** The last point made or visited. What happened since is not closed by a point yet. */
  #head: Point;
  #event: PastEvent | null = null;
  /** Whether nobody has done anything since `head`. */
  #isByItself = true;
  #origin: Origin | null = null;
  #occasion: object | null;

  /** Begins where the world stands. Keeps about `limitBytes` of what was replaced, and always the way to the last point. */
  constructor(world: World, standing: Standing, limitBytes: number, occasion: object | null = null) {
    this.#world = world;
    this.#points = new Points(limitBytes);
    this.#occasion = occasion;
    this.#head = this.#add(standing, null);
    this.#futures = new Futures(this.#head);
  }

  /** What it keeps from being freed, about. */
  get bytes(): number {
    return this.#points.bytes;
  }
  /** How many ways between two points are in memory. */
  get wayCount(): number {
    return this.#points.wayCount;
  }
  /** The last point made or visited. */
  get head(): Point {
    return this.#head;
  }
  /** What is happening since `head`. */
  get event(): PastEvent | null {
    return this.#event;
  }
  /** What was last done on. */
  get occasion(): object | null {
    return this.#occasion;
  }
  /** The oldest point known on the way to where the workspace stands. */
  get start(): Point {
    let start = this.#head;
    for (let above = parentOf(start); above !== null; above = parentOf(above)) start = above;
    return start;
  }
  /** The courses that were lived, this one and those that were left. */
  get futures(): Omit<Futures, 'happens' | 'grow' | 'replace' | 'stand'> {
    return this.#futures;
  }

  // ── What happens ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Call before an input at `now` is taken in, with where the workspace stands. The input may still be refused. */
  before(input: Taken, now: Instant, occasion: object | null, standing: Standing): void {
    const isNewOccasion = occasion !== null && occasion !== this.#occasion;
    if (isNewOccasion || (this.#event !== null && endsEvent(input, now, this.#event))) this.close(standing);
  }

  /** To be told after it was taken in. */
  happened(input: Taken, facts: readonly Fact[], now: Instant, occasion: object | null): void {
    if (occasion !== null && occasion !== this.#occasion) {
      this.#occasion = occasion;
      this.#origin = { point: this.#head, firstId: Number.POSITIVE_INFINITY };
    }
    this.#isByItself &&= followsByItself(input);
    if (!isEvent(input)) return;
    for (const fact of facts) {
      this.#event ??= this.#begin({ at: now, telling: fact, count: 0, facts: [] });
      const event = this.#event;
      event.facts.push(fact);
      if (tellsMore(fact, event.telling)) Object.assign(event, { telling: fact, count: 1 });
      else if (fact.type === event.telling.type) event.count += 1;
    }
  }

  /** Makes a point of where the workspace stands, unless it is one. */
  close(standing: Standing): Point {
    if (standing.seq === this.#head.standing.seq) return this.#head;
    const head = this.#head;
    const visited = this.#isByItself ? nextByItself(head) : null;
    const point = this.#add(standing, head);
    if (visited === null || !this.#revisit(visited, point)) {
      const dropped = this.#futures.grow(point, head);
      for (const each of dropped) this.#points.drop(each);
    }
    head.next = point;
    this.#stand(point, this.#occasion);
    this.#points.tidy();
    return point;
  }

  // ── Where one can go ──────────────────────────────────────────────────────────────────────────────────────────────

  /** The point after the entry `seq`, if it is known. */
  at(seq: number): Point | null {
    return this.#points.at(seq);
  }

  /** Where the last act or move began; after a play, where the play began. */
  get origin(): Point | null {
    return this.#origin?.point ?? null;
  }
  /** Whether the way to `origin` is in memory. */
  get reachesOrigin(): boolean {
    return (
      this.#origin !== null && this.#origin.firstId > this.#points.lastForgottenId && !this.#origin.point.isForgotten
    );
  }

  /** The end of the event before the current one, or the start. `seq`: where the workspace stands. */
  previous(seq: number): Point | null {
    let point = seq === this.#head.standing.seq ? parentOf(this.#head) : this.#head;
    for (let above = point && parentOf(point); point?.event === null && above; above = parentOf(above)) point = above;
    return point;
  }

  /** The end of the next event of the future that was visited last. */
  next(seq: number): Point | null {
    if (seq !== this.#head.standing.seq) return null;
    let point = this.#head.next;
    while (point?.event === null && point.next) point = point.next;
    return point;
  }

  /** Brings the world to a known point; `null` where the way is no longer in memory, and then nothing changed. */
  goTo(target: Point, standing: Standing): Gone | null {
    const way = wayBetween(this.close(standing), target);
    if (way === null) return null;
    const before = fieldsOf(this.#world);
    const touched = new Touched();
    for (const { change } of way.up) if (change !== null) undoChange(change, touched);
    for (const point of way.down) {
      if (point.change !== null) redoChange(point.change, touched);
      if (point.parent !== null) point.parent.next = point;
    }
    Object.assign(this.#world, target.fields);
    restoreOrder(this.#world);
    this.#futures.stand(target);
    this.#stand(target, null);
    return { to: target, touched, changes: worldChanges(this.#world, before, touched) };
  }

  /**
   * What one of the world's Maps, whose values are replaced and never appended to, would hold at another point where it differs;
   * `undefined` for keys that are not there. `null` where the way is no longer in memory.
   */
  read(target: Point, map: WorldMap): ReadonlyMap<string, unknown> | null {
    const way = wayBetween(this.#head, target);
    if (way === null || !this.log.isEmpty) return null;
    const found = new Map<string, unknown>();
    for (const { change } of way.up) if (change !== null) readChange(change, map, found, 'undo');
    for (const { change } of way.down) if (change !== null) readChange(change, map, found, 'redo');
    return found;
  }

  /** What is done next belongs to the occasion that another past of the same workspace stood on. */
  goOnFrom({ occasion, origin }: Past): void {
    const point = origin && this.at(origin.standing.seq);
    if (!point) return;
    this.#occasion = occasion;
    this.#origin = { point, firstId: point.id + 1 };
  }

  /** From now on this is the past of another world, which holds the same as the one that it was made in. It must stand at `head`. */
  moveTo(world: World): void {
    this.#points.moveTo(pairedMaps(this.#world, world), this.#head);
    Object.assign(this.#head.fields, fieldsOf(world));
    this.#world = world;
  }

  /** The workspace stands at `head` after the entry `seq` too. */
  isAlso(seq: number): void {
    this.#points.name(this.#head, seq);
  }

  /** No entry may lead to a point by way of `seq`: the journal cannot be replayed through that one. */
  isNotBy(seq: number): void {
    this.#points.unname(seq);
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #begin(event: PastEvent): PastEvent {
    // What comes by itself may be what came before: that shows when it has ended.
    if (this.#isByItself && nextByItself(this.#head) !== null) return event;
    for (const each of this.#futures.happens(event, this.#head)) this.#points.drop(each);
    return event;
  }

  /** `point` comes before `visited`, or takes its place; false where it is neither. */
  #revisit(visited: Point, point: Point): boolean {
    const { parent, standing } = visited;
    if (parent === null || visited.change === null || standing.player !== point.standing.player) return false;
    if (point.event === null) {
      if (point.standing.at > standing.at) return false;
      putBefore(point, visited);
      return true;
    }
    if (standing.at !== point.standing.at || !isSameEvent(visited.event, point.event)) return false;
    this.#futures.replace(visited, point);
    this.#points.replace(visited, point);
    return true;
  }

  #stand(point: Point, occasion: object | null): void {
    this.#head = point;
    this.#isByItself = true;
    this.#event = null;
    this.#origin = point.origin;
    this.#occasion = occasion;
  }

  #add(standing: Standing, parent: Point | null): Point {
    this.#lastId += 1;
    const id = this.#lastId;
    const change = parent && this.log.cut();
    const origin = this.#origin && { ...this.#origin, firstId: Math.min(this.#origin.firstId, id) };
    const point: Point = {
      id,
      depth: parent === null ? 0 : depthAfter(parent),
      standing,
      fields: fieldsOf(this.#world),
      parent,
      change,
      event: this.#event,
      next: null,
      children: [],
      isByItself: this.#isByItself,
      seqs: [standing.seq],
      origin,
      isForgotten: false,
    };
    this.#points.add(point);
    return point;
  }
}

/** Between a point and the one after it there is room for others: time may pass again from there, and stop earlier. */
function depthAfter(parent: Point): number {
  const next = nextByItself(parent);
  return next === null ? parent.depth + 1 : (parent.depth + next.depth) / 2;
}

/** Whether what comes is no longer part of the event that is going on. */
function endsEvent(input: Taken, now: Instant, { at }: PastEvent): boolean {
  if (input.type === 'advanced' || input.type === 'readNotifications' || input.type === 'makeRoom') return true;
  return isEvent(input) && (now !== at || isActed(input));
}
