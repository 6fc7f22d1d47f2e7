/**
 * Where a workspace stood before, and the way back. Nothing is copied: between two points is what was replaced on the way, so
 * that going costs what changed since. Bounded by bytes, the oldest ways forgotten first; what they led to is still known, and
 * the store may still have it.
 *
 * A point is made before an act or a move, and between what happens at different instants of virtual time.
 */
import { ChangeLog, fieldsOf, redoChange, undoChange } from '../../engine/history/change-log.ts';
import { tellsMore } from '../../engine/history/telling.ts';
import { Touched } from '../../engine/history/touched.ts';
import { restoreOrder, worldChanges } from '../../engine/history/world-changes.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import { Fifo } from './fifo.ts';
import { type Origin, type PastEvent, type Point, parentOf, type Standing } from './point.ts';
import type { JournalEntry } from './ports.ts';
import { historyEntry } from './replay.ts';

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
  readonly #world: World;
  readonly #limitBytes: number;
  /** By every entry after which the workspace stood there. */
  readonly #bySeq = new Map<number, Point>();
  /** Oldest first. */
  readonly #points = new Fifo<Point>();
  readonly #withChange = new Fifo<Point>();
  #bytes = 0;
  #lastId = 0;
  #lastForgottenId = 0;
  /** The last point made or visited. What happened since is not closed by a point yet. */
  #head: Point;
  #event: PastEvent | null = null;
  #origin: Origin | null = null;
  #occasion: object | null;

  /** Begins where the world stands. Keeps about `limitBytes` of what was replaced, and always the way to the last point. */
  constructor(world: World, standing: Standing, limitBytes: number, occasion: object | null = null) {
    this.#world = world;
    this.#limitBytes = limitBytes;
    this.#occasion = occasion;
    this.#head = this.#add(standing, null);
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
  /** The oldest point known. */
  get start(): Point {
    return this.#points.first as Point;
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
    if (!isEvent(input)) return;
    for (const fact of facts) {
      this.#event ??= { at: now, telling: fact, count: 0 };
      const event = this.#event;
      if (tellsMore(fact, event.telling)) Object.assign(event, { telling: fact, count: 1 });
      else if (fact.type === event.telling.type) event.count += 1;
    }
  }

  /** Makes a point of where the workspace stands, unless it is one. */
  close(standing: Standing): Point {
    if (standing.seq === this.#head.standing.seq) return this.#head;
    const point = this.#add(standing, this.#head);
    this.#head.next = point;
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
    const from = this.close(standing);
    const up: Point[] = [];
    const down: Point[] = [];
    let [left, right] = [from, target];
    while (left !== right) {
      const isLeft = left.depth >= right.depth;
      const point = isLeft ? left : right;
      if (point.change === null || point.parent === null) return null;
      (isLeft ? up : down).push(point);
      if (isLeft) left = point.parent;
      else right = point.parent;
    }
    const before = fieldsOf(this.#world);
    const touched = new Touched();
    for (const { change } of up) if (change !== null) undoChange(change, touched);
    for (const point of down.reverse()) {
      if (point.change !== null) redoChange(point.change, touched);
      if (point.parent !== null) point.parent.next = point;
    }
    Object.assign(this.#world, target.fields);
    restoreOrder(this.#world);
    this.#stand(target, null);
    return { to: target, touched, changes: worldChanges(this.#world, before, touched) };
  }

  /** The workspace stands at `head` after the entry `seq` too. */
  isAlso(seq: number): void {
    const head = this.#head;
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

  #stand(point: Point, occasion: object | null): void {
    this.#head = point;
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
      depth: parent === null ? 0 : parent.depth + 1,
      standing,
      fields: fieldsOf(this.#world),
      parent,
      change,
      event: this.#event,
      next: null,
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
      // Others still name it; nothing else is to be kept alive by that.
      Object.assign(oldest, { isForgotten: true, parent: null, origin: null, next: null });
      for (const seq of oldest.seqs) this.#bySeq.delete(seq);
    }
  }
}

/** Whether what comes is no longer part of the event that is going on. */
function endsEvent(input: Taken, now: Instant, { at }: PastEvent): boolean {
  if (input.type === 'advanced') return true;
  return isEvent(input) && (now !== at || historyEntry({ at: now, input }) !== null);
}

/** The clock alone, the player's notes and what somebody has read are nothing that happens. */
function isEvent({ type }: Taken): boolean {
  return (
    type !== 'advanced' &&
    type !== 'stepTaken' &&
    type !== 'wentTo' &&
    type !== 'readNotifications' &&
    type !== 'makeRoom'
  );
}
