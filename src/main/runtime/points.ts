/**
 * The points of a past that are known: by the entries after which the workspace stood there, and bounded. The ways between them are
 * kept up to so many bytes, the oldest forgotten first; what they led to is known for longer.
 */
import { moveChange } from '../../engine/history/change-log.ts';
import type { WorldMap } from '../../engine/history/touched.ts';
import { Fifo } from './fifo.ts';
import type { Point } from './point.ts';

/** What a point takes beside the changes, about. */
const POINT_BYTES = 600;
/** Points no longer in memory whose events are still known. */
const POINTS_KNOWN = 50_000;

export class Points {
  readonly #limitBytes: number;
  readonly #bySeq = new Map<number, Point>();
  /** Oldest first. */
  readonly #all = new Fifo<Point>();
  readonly #withChange = new Fifo<Point>();
  #bytes = 0;
  #lastForgottenId = 0;

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes;
  }

  /** What they keep from being freed, about. */
  get bytes(): number {
    return this.#bytes;
  }
  /** How many ways between two points are in memory. */
  get wayCount(): number {
    return this.#withChange.length;
  }
  /** The ways to all points with a greater id are in memory. */
  get lastForgottenId(): number {
    return this.#lastForgottenId;
  }

  /** The point after the entry `seq`, if it is known. */
  at(seq: number): Point | null {
    return this.#bySeq.get(seq) ?? null;
  }

  add(point: Point): void {
    this.#all.push(point);
    this.#bySeq.set(point.standing.seq, point);
    if (point.change !== null) {
      this.#withChange.push(point);
      this.#bytes += POINT_BYTES + point.change.bytes;
    } else if (point.parent !== null) this.#lastForgottenId = point.id;
  }

  /** The workspace stands at `point` after the entry `seq` too. */
  name(point: Point, seq: number): void {
    if (point.standing.seq === seq) return;
    point.standing = { ...point.standing, seq };
    point.seqs.push(seq);
    this.#bySeq.set(seq, point);
  }

  /** No entry may lead to a point by way of `seq`. */
  unname(seq: number): void {
    const point = this.#bySeq.get(seq);
    const before = point?.seqs.findLast((each) => each !== seq);
    if (point === undefined || before === undefined) return;
    point.seqs.splice(point.seqs.indexOf(seq), 1);
    point.standing = { ...point.standing, seq: before };
    this.#bySeq.delete(seq);
  }

  /** `by` is the same point as `visited`, with what comes after that, and goes by its number. */
  replace(visited: Point, by: Point): void {
    by.seqs.unshift(...visited.seqs);
    for (const seq of visited.seqs) this.#bySeq.set(seq, by);
    for (const child of visited.children) child.parent = by;
    by.children.push(...visited.children);
    by.next = visited.next;
    if (visited.parent !== null) removeFrom(visited.parent.children, visited);
    by.parent?.children.push(by);
    this.drop(visited);
  }

  /** A point that is no longer to be gone to. Its place among the others stays until its turn comes. */
  drop(point: Point): void {
    if (point.parent?.next === point) point.parent.next = null;
    this.#bytes -= point.change?.bytes ?? 0;
    forgetWay(point);
    this.#forget(point);
  }

  /** Keeps to the limits. */
  tidy(): void {
    while (this.#bytes > this.#limitBytes && this.#withChange.length > 1) {
      const oldest = this.#withChange.shift() as Point;
      this.#bytes -= POINT_BYTES + (oldest.change?.bytes ?? 0);
      forgetWay(oldest);
      this.#lastForgottenId = Math.max(this.#lastForgottenId, oldest.id);
    }
    while (this.#all.length > this.#withChange.length + POINTS_KNOWN) this.#forget(this.#all.shift() as Point);
  }

  /**
   * From now on they are about the Maps of another world, which holds the same. Which of its later entries the journal can be replayed
   * through to a point is not known any more; through the first it can.
   */
  moveTo(maps: ReadonlyMap<WorldMap, WorldMap>, head: Point): void {
    const moved = new Map<unknown, unknown>(maps);
    for (const point of this.#all) {
      if (point.change !== null) moveChange(point.change, maps);
      if (point !== head) point.standing = { ...point.standing, seq: point.seqs[0] ?? point.standing.seq };
      const fields: Record<string, unknown> = point.fields;
      for (const key in fields) {
        const map = moved.get(fields[key]);
        if (map !== undefined) fields[key] = map;
      }
    }
  }

  #forget(point: Point): void {
    // Others still name it; nothing else is to be kept alive by that.
    Object.assign(point, { isForgotten: true, parent: null, origin: null, next: null });
    for (const seq of point.seqs) if (this.#bySeq.get(seq) === point) this.#bySeq.delete(seq);
  }
}

/** With the way go its facts: only it and the world as it is keep them from being freed. */
function forgetWay(point: Point): void {
  point.change = null;
  if (point.event !== null) point.event.facts = [];
}

/** Takes a point out of those that come after another one. */
export function removeFrom(children: Point[], point: Point): void {
  children.splice(children.indexOf(point), 1);
}

/** Has `visited` come after `point`, not right after its parent any more. */
export function putBefore(point: Point, visited: Point): void {
  const { parent } = visited;
  if (parent !== null) removeFrom(parent.children, visited);
  if (parent?.next === visited) parent.next = null;
  visited.parent = point;
  point.next = visited;
  point.children.push(visited);
  point.parent?.children.push(point);
}
