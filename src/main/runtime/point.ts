/** The points of a workspace's past: where it stood between two happenings. They form a tree: acting in the past begins another future. */
import type { Change, WorldFields } from '../../engine/history/change-log.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { HistoryEntry, PlayedScenario } from './ports.ts';

/** All of a workspace that its journal moves, except for the world. */
export interface Standing {
  /** The last journal entry that it holds. */
  readonly seq: number;
  readonly at: Instant;
  /** Appended to, never cut: its first `historyCount` are what was done up to here. */
  readonly history: readonly HistoryEntry[];
  readonly historyCount: number;
  readonly player: PlayedScenario | null;
}

/** What one act did, with all that came of it at once, or what happened by itself at one instant. */
export interface PastEvent {
  readonly at: Instant;
  /** The first of its most telling facts, and how many of this type there were. */
  telling: Fact;
  count: number;
  /** All of its facts in order, as long as the way to its point is in memory. */
  facts: Fact[];
}

export interface Point {
  /** Rises in the order in which points were made. */
  readonly id: number;
  /** Greater than its parent's. */
  readonly depth: number;
  standing: Standing;
  readonly fields: WorldFields;
  /** `null` for the first point. */
  parent: Point | null;
  /** The way from the parent; `null` where it is no longer in memory, and for the first point. */
  change: Change | null;
  /** What happened on that way; `null` where only the clock moved, or less. */
  readonly event: PastEvent | null;
  /** The point after this one on the future that was gone into last. */
  next: Point | null;
  /** The points right after it, in all futures. */
  readonly children: Point[];
  /** Whether it came by the passing of time alone: from the same point it comes again in the same way. */
  readonly isByItself: boolean;
  /** Every entry after which the workspace stood here: going here is an entry too. The last is that of `standing`. */
  readonly seqs: number[];
  origin: Origin | null;
  isForgotten: boolean;
}

/** Where the occasion began that led to a point: what *Go back* goes back to. */
export interface Origin {
  readonly point: Point;
  /** The id of the first point after it on the way here; `Infinity` while there is none. */
  readonly firstId: number;
}

export const parentOf = ({ parent }: Point): Point | null => (parent === null || parent.isForgotten ? null : parent);

/** The first entry after which the workspace stood there: it stays the same however often one comes by. */
export const nameOf = ({ seqs, standing }: Point): number => seqs[0] ?? standing.seq;
