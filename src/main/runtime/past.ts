/**
 * Where a workspace stood before, and the way back. Nothing is copied: between two points is what was replaced on the way, so
 * that going costs what changed since. Bounded by bytes, the oldest ways forgotten first; what they led to is still known, and
 * the store may still have it.
 *
 * A point is made before an act or a move, and between what happens at different instants of virtual time.
 */
import {
  ChangeLog,
  fieldsOf,
  moveChange,
  readChange,
  redoChange,
  undoChange,
} from '../../engine/history/change-log.ts';
import { tellsMore } from '../../engine/history/telling.ts';
import { Touched, type WorldMap } from '../../engine/history/touched.ts';
import { pairedMaps, restoreOrder, worldChanges } from '../../engine/history/world-changes.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import { isEvent } from './entry-kinds.ts';
import { Fifo } from './fifo.ts';
import { Futures } from './futures.ts';
import { type Origin, type PastEvent, type Point, parentOf, type Standing } from './point.ts';
import type { JournalEntry } from './ports.ts';
import { historyEntry } from './replay.ts';
import { followsByItself, isSameEvent, nextByItself } from './revisiting.ts';
import { wayBetween } from './ways.ts';

/** What a point takes beside the changes, about. */
const POINT_BYTES = 600;
/** Points no longer in memory whose events are still known. */
const POINTS_KNOWN = 50_000;

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
  readonly #limitBytes: number;
  /** By every entry after which the workspace stood there. */
  readonly #bySeq = new Map<number, Point>();
  /** Oldest first. */
  readonly #points = new Fifo<Point>();
  readonly #withChange = new Fifo<Point>();
  #bytes = 0;
  #lastId = 0;
  #lastForgottenId = 0;
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
    this.#limitBytes = limitBytes;
    this.#occasion = occasion;
    this.#head = this.#add(standing, null);
    this.#futures = new Futures(this.#head);
  }

  /** What it keeps from being freed, about. */
  get bytes(): number {
    return this.#bytes;
  }
  /** How many ways between two points are in memory. */
  get wayCount(): number {
    return this.#withChange.length;
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
      this.#event ??= this.#begin({ at: now, telling: fact, count: 0 });
      const event = this.#event;
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
      for (const each of dropped) this.#drop(each);
    }
    head.next = point;
    this.#stand(point, this.#occasion);
    this.#forget();
    return point;
  }

  // ── Where one can go ──────────────────────────────────────────────────────────────────────────────────────────────

  /** The point after the entry `seq`, if it is known. */
  at(seq: number): Point | null {
    return this.#bySeq.get(seq) ?? null;
  }

  /** Where the last act or move began; after a play, where the play began. */
  get origin(): Point | null {
    return this.#origin?.point ?? null;
  }
  /** Whether the way to `origin` is in memory. */
  get reachesOrigin(): boolean {
    return this.#origin !== null && this.#origin.firstId > this.#lastForgottenId && !this.#origin.point.isForgotten;
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
    const maps = pairedMaps(this.#world, world);
    const replaced = new Map<unknown, unknown>(maps);
    for (const point of this.#points) {
      if (point.change !== null) moveChange(point.change, maps);
      // Which of the later entries the journal can be replayed through is not known any more; through the first it can.
      if (point !== this.#head) point.standing = { ...point.standing, seq: point.seqs[0] ?? point.standing.seq };
      const fields = Object.entries(point.fields).map(([key, value]) => [key, replaced.get(value) ?? value]);
      Object.assign(point.fields, Object.fromEntries(fields));
    }
    Object.assign(this.#head.fields, fieldsOf(world));
    this.#world = world;
  }

  /** The workspace stands at `head` after the entry `seq` too. */
  isAlso(seq: number): void {
    const head = this.#head;
    if (head.standing.seq === seq) return;
    head.standing = { ...head.standing, seq };
    head.seqs.push(seq);
    this.#bySeq.set(seq, head);
  }

  /** No entry may lead to a point by way of `seq`: the journal cannot be replayed through that one. */
  isNotBy(seq: number): void {
    const point = this.#bySeq.get(seq);
    const before = point?.seqs.findLast((each) => each !== seq);
    if (point === undefined || before === undefined) return;
    point.seqs.splice(point.seqs.indexOf(seq), 1);
    point.standing = { ...point.standing, seq: before };
    this.#bySeq.delete(seq);
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────────

  #begin(event: PastEvent): PastEvent {
    // What comes by itself may be what came before: that shows when it has ended.
    if (this.#isByItself && nextByItself(this.#head) !== null) return event;
    for (const each of this.#futures.happens(event, this.#head)) this.#drop(each);
    return event;
  }

  /** `point` comes before `visited`, or takes its place; false where it is neither. */
  #revisit(visited: Point, point: Point): boolean {
    const { parent, standing } = visited;
    if (parent === null || visited.change === null || standing.player !== point.standing.player) return false;
    if (point.event === null) {
      if (point.standing.at > standing.at) return false;
      point.children.push(visited);
      this.#adopt(visited, point, parent);
      return true;
    }
    if (standing.at !== point.standing.at || !isSameEvent(visited.event, point.event)) return false;
    // Its number stays that of when it was first there.
    point.seqs.unshift(...visited.seqs);
    for (const seq of visited.seqs) this.#bySeq.set(seq, point);
    for (const child of visited.children) child.parent = point;
    point.children.push(...visited.children);
    point.next = visited.next;
    parent.children.splice(parent.children.indexOf(visited), 1);
    point.parent?.children.push(point);
    this.#futures.replace(visited, point);
    this.#bytes -= visited.change.bytes;
    Object.assign(visited, { change: null, isForgotten: true, parent: null, origin: null, next: null });
    return true;
  }

  #adopt(visited: Point, point: Point, parent: Point): void {
    parent.children.splice(parent.children.indexOf(visited), 1);
    if (parent.next === visited) parent.next = null;
    visited.parent = point;
    point.next = visited;
    point.parent?.children.push(point);
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
    this.#points.push(point);
    this.#bySeq.set(standing.seq, point);
    if (change !== null) {
      this.#withChange.push(point);
      this.#bytes += POINT_BYTES + change.bytes;
    } else if (parent !== null) this.#lastForgottenId = id;
    return point;
  }

  #forget(): void {
    while (this.#bytes > this.#limitBytes && this.#withChange.length > 1) {
      const oldest = this.#withChange.shift() as Point;
      this.#bytes -= POINT_BYTES + (oldest.change?.bytes ?? 0);
      oldest.change = null;
      this.#lastForgottenId = Math.max(this.#lastForgottenId, oldest.id);
    }
    while (this.#points.length > this.#withChange.length + POINTS_KNOWN) {
      const oldest = this.#points.shift() as Point;
      this.#forgetPoint(oldest);
    }
  }

  /** A point of a future that is no longer kept. Its place among the others stays until its turn comes. */
  #drop(point: Point): void {
    if (point.parent?.next === point) point.parent.next = null;
    this.#bytes -= point.change?.bytes ?? 0;
    point.change = null;
    this.#forgetPoint(point);
  }

  #forgetPoint(point: Point): void {
    // Others still name it; nothing else is to be kept alive by that.
    Object.assign(point, { isForgotten: true, parent: null, origin: null, next: null });
    for (const seq of point.seqs) if (this.#bySeq.get(seq) === point) this.#bySeq.delete(seq);
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
  return isEvent(input) && (now !== at || historyEntry({ at: now, input }) !== null);
}
