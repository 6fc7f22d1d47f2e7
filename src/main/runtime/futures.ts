/**
 * The futures of a past: the courses that were lived from its start, each to where it was left. Acting in the past begins another one,
 * and the earlier one is kept. At most twenty: of more, the one that was left longest ago is dropped.
 */
import { type PastEvent, type Point, parentOf } from './point.ts';
import { removeFrom } from './points.ts';

export const FUTURES_KEPT = 20;

export interface Future {
  /** From 1. */
  readonly id: number;
  /** The last point of it. */
  tip: Point;
  /** Rises each time that one stands in it. */
  visited: number;
  /** Given by hand; `null` where it goes by `namesake`. */
  name: string | null;
  /** Its first event after it parted from another one; `null` where it parted from none. */
  namesake: PastEvent | null;
}

export class Futures {
  #all: Future[];
  #present: Future;
  #visits = 0;
  /** Where the present one has begun, as long as it has no point of its own. */
  #begun: Point | null = null;
  #lastId = 1;
  #dropped: Future | null = null;

  constructor(start: Point) {
    this.#present = { id: 1, tip: start, visited: 0, name: null, namesake: null };
    this.#all = [this.#present];
  }

  /** The one that one stands in. */
  get present(): Future {
    return this.#present;
  }
  /** All in which something happened that is in no other, in the order in which they began; the present one always. */
  get list(): readonly Future[] {
    return this.#all.filter((future) => future === this.#present || this.#hasOwnEvent(future));
  }
  /** The last one that had to go. */
  get dropped(): Future | null {
    return this.#dropped;
  }

  /** Something is done after `head`: in the present future, or in another one that begins with it. Returns what is dropped for it. */
  happens(event: PastEvent, head: Point): Point[] {
    const dropped = this.#goOnFrom(head);
    if (this.#all.length > 1) this.#present.namesake ??= event;
    return dropped;
  }

  /** A point was made after `parent`. Returns what is dropped for it. */
  grow(point: Point, parent: Point): Point[] {
    const dropped = this.#goOnFrom(parent);
    parent.children.push(point);
    this.#present.tip = point;
    this.#begun = null;
    if (this.#all.length > 1) this.#present.namesake ??= point.event;
    return dropped;
  }

  /** A point takes the place of another one. */
  replace(point: Point, by: Point): void {
    for (const future of this.#all) if (future.tip === point) future.tip = by;
  }

  /** One stands at `point`, which was made before. */
  stand(point: Point): void {
    if (!leadsTo(point, this.#present.tip)) {
      const latestFirst = [...this.#all].sort((left, right) => right.visited - left.visited);
      this.#present = latestFirst.find(({ tip }) => leadsTo(point, tip)) ?? this.#present;
    }
    this.#visit();
  }

  /** The future with this id. */
  byId(id: number): Future | null {
    return this.#all.find((future) => future.id === id) ?? null;
  }

  /** The future that ends there. */
  endingAt(tip: Point): Future | null {
    return this.#all.find((future) => future.tip === tip) ?? null;
  }

  #goOnFrom(point: Point): Point[] {
    const left = this.#present;
    if (left.tip === point) return [];
    left.namesake ??= eventsBetween(point, left.tip)[0]?.event ?? null;
    this.#lastId += 1;
    this.#present = { id: this.#lastId, tip: point, visited: 0, name: null, namesake: null };
    this.#all.push(this.#present);
    this.#begun = point;
    this.#visit();
    return this.#drop();
  }

  #hasOwnEvent(future: Future): boolean {
    return this.#ownPoints(future).some(({ event }) => event !== null);
  }

  /** What no other future goes through, the tip first. */
  #ownPoints({ tip }: Future): Point[] {
    const own: Point[] = [];
    let each: Point | null = tip;
    while (each !== null && each !== this.#begun && each.children.length <= (each === tip ? 0 : 1)) {
      own.push(each);
      each = parentOf(each);
    }
    return own;
  }

  #visit(): void {
    this.#visits += 1;
    this.#present.visited = this.#visits;
  }

  #drop(): Point[] {
    const gone: Point[] = [];
    while (this.#all.length > FUTURES_KEPT) {
      const oldest = this.#all.reduce((left, right) => (right.visited < left.visited ? right : left));
      this.#all.splice(this.#all.indexOf(oldest), 1);
      if (this.#hasOwnEvent(oldest)) this.#dropped = oldest;
      const own = this.#ownPoints(oldest);
      const parting = own.at(-1)?.parent ?? null;
      if (parting !== null) removeFrom(parting.children, own.at(-1) as Point);
      gone.push(...own);
    }
    return gone;
  }
}

/** Whether `point` lies on the way to `tip`, or is it. */
function leadsTo(point: Point, tip: Point): boolean {
  let each: Point | null = tip;
  while (each !== null && each.depth > point.depth) each = parentOf(each);
  return each === point;
}

/** The last point on the ways to both; `null` where it is no longer known. */
export function partingOf(left: Point, right: Point): Point | null {
  let one: Point | null = left;
  let other: Point | null = right;
  while (one !== null && other !== null && one !== other) {
    if (one.depth >= other.depth) one = parentOf(one);
    else other = parentOf(other);
  }
  return one === other ? one : null;
}

/** The points with an event after `from`, which leads to `tip`, in order. */
export function eventsBetween(from: Point, tip: Point): Point[] {
  const points: Point[] = [];
  for (let each: Point | null = tip; each !== null && each !== from; each = parentOf(each)) {
    if (each.event !== null) points.push(each);
  }
  return points.reverse();
}
