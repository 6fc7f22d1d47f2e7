/** The events of the past in order, a page at a time: one line from the start through the present into the future visited last. */
import type { EventEntry, EventPage, EventQuery } from '../../shared/history-contract.ts';
import type { Instant } from '../../shared/model.ts';
import type { WhatChanged } from '../../shared/what-changed.ts';
import type { Past } from '../runtime/past.ts';
import { nameOf, type Point, parentOf, type Standing } from '../runtime/point.ts';
import { changeBy, entryOf, eventEntry } from './event-entry.ts';
import { shownFutures } from './future-list.ts';

const PAGE = 100;

/** Where the workspace stands. */
interface Place extends Pick<Standing, 'seq' | 'at'> {
  /** Of the clock. */
  readonly startAt: Instant;
}

/** `seq`: the last entry of the journal; `at`: where time stands. An event is named by the entry after which it had happened. */
export function eventPage(
  past: Past,
  { seq, at, startAt }: Place,
  { before, after, limit = PAGE }: EventQuery,
): EventPage {
  const isAtHead = past.head.standing.seq === seq;
  const inReach = (point: Point | null) => point !== null && !point.isForgotten;
  const page = (earlier: readonly Point[], later: readonly Point[], hasPresent: boolean): EventPage => ({
    events: [
      ...earlier.map((point) => entryOf(point, 'past')),
      ...(hasPresent ? present(past, seq) : []),
      ...later.map((point) => entryOf(point, 'later')),
    ].flatMap((event) => event ?? []),
    changed: hasPresent ? lastChange(past, startAt) : null,
    startSeq: nameOf(past.start),
    ...shownFutures(past, { seq, at }),
    presentSeq: isAtHead ? nameOf(past.head) : seq,
  });
  const from = past.at(before ?? after ?? seq);
  if (before !== undefined) return page(inReach(from) ? up(from && parentOf(from), limit) : [], [], false);
  if (after !== undefined) return page([], inReach(from) ? down(from, limit) : [], false);
  const earlier = up(isAtHead ? parentOf(past.head) : past.head, limit);
  return page(earlier, isAtHead ? down(past.head, limit) : [], true);
}

/** Those with an event from `point` on towards the start, oldest first. */
function up(point: Point | null, limit: number): Point[] {
  const found: Point[] = [];
  for (let each = point; each !== null && found.length < limit; each = parentOf(each)) {
    if (each.event !== null) found.push(each);
  }
  return found.reverse();
}

/** Those with an event after `point`. */
function down(point: Point | null, limit: number): Point[] {
  const found: Point[] = [];
  for (let each = point?.next ?? null; each !== null && found.length < limit; each = each.next) {
    if (each.event !== null) found.push(each);
  }
  return found;
}

/** The event at whose end the workspace stands, or which is not closed yet; none at the start, or where only the clock moved. */
function present(past: Past, seq: number): (EventEntry | null)[] {
  const isAtHead = past.head.standing.seq === seq;
  return [isAtHead ? entryOf(past.head, 'present') : past.event && eventEntry(past.event, seq, 'present')];
}

/** What the last event changed that has happened; `null` where none has. */
function lastChange({ event, head }: Past, startAt: Instant): WhatChanged | null {
  const last = event ?? up(head, 1)[0]?.event;
  return last ? changeBy(last, startAt) : null;
}
