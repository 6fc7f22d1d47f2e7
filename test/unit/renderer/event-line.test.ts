import { describe, expect, it } from 'vitest';
import { type EventLine, withEarlier, withLater, withPresent } from '../../../src/renderer/src/stores/event-line.ts';
import type { EventEntry, EventPage } from '../../../src/shared/history-contract.ts';

const LIMIT = 3;

/** As the simulator answers: events are named 1 to `last`, `present` is where it stands. */
function pageOf(last: number, present: number, limit = LIMIT): EventPage {
  const events = Array.from({ length: last }, (_, index): EventEntry => {
    const seq = index + 1;
    const state = seq < present ? 'past' : seq === present ? 'present' : 'later';
    return { seq, at: seq * 1_000, kind: 'call', subject: null, text: `event ${seq}`, state };
  });
  return {
    events: events.filter(({ seq }) => seq >= present - limit && seq <= present + limit),
    changed: null,
    startSeq: 0,
    presentSeq: present,
    futures: [],
    droppedFuture: null,
  };
}
const names = (line: EventLine) => line.events.map(({ seq }) => seq);
const present = (line: EventLine) => line.events[line.presentIndex]?.seq;

describe('the line of events', () => {
  it('goes on as things happen, without asking again for what was', () => {
    let line = withPresent(null, pageOf(3, 3), LIMIT);
    for (let last = 4; last <= 9; last += 1) line = withPresent(line, pageOf(last, last), LIMIT);
    expect(names(line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(present(line)).toBe(9);
    expect([line.hasEarlier, line.hasLater]).toEqual([false, false]);
  });

  it('begins afresh where more happened than a page holds', () => {
    const line = withPresent(withPresent(null, pageOf(3, 3), LIMIT), pageOf(20, 20), LIMIT);
    expect(names(line)).toEqual([17, 18, 19, 20]);
    expect(line.hasEarlier).toBe(true);
  });

  it('keeps what is later where one went back, and drops it where another future began', () => {
    let line = withPresent(null, pageOf(9, 9, 100), 100);
    line = withPresent(line, pageOf(9, 4), LIMIT);
    expect(names(line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(present(line)).toBe(4);
    line = withPresent(line, pageOf(5, 5), LIMIT);
    expect(names(line)).toEqual([1, 2, 3, 4, 5]);
    expect(line.hasLater).toBe(false);
  });

  it('is told of earlier and later ones, and of how far that goes', () => {
    let line = withPresent(null, pageOf(20, 10), LIMIT);
    expect([line.hasEarlier, line.hasLater]).toEqual([true, true]);
    const all = pageOf(20, 10, 100).events;
    const page = (events: readonly EventEntry[]) => ({ ...pageOf(20, 10), events });
    line = withEarlier(line, 7, page(all.slice(3, 6)), 3);
    line = withEarlier(line, 4, page(all.slice(1, 3)), 3);
    line = withLater(line, 13, page(all.slice(13, 15)), 3);
    expect(names(line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(present(line)).toBe(10);
    expect([line.hasEarlier, line.hasLater]).toEqual([false, false]);
    // An answer that comes too late changes nothing.
    expect(withEarlier(line, 7, page(all.slice(3, 6)), 3)).toBe(line);
    expect(withLater(line, 13, page(all.slice(3, 6)), 3)).toBe(line);
  });

  it('knows the last that happened where only the clock has moved since, and none at the start', () => {
    const page = pageOf(4, 3);
    const moved = page.events.map((event): EventEntry => ({ ...event, state: event.seq > 3 ? 'later' : 'past' }));
    const line = withPresent(null, { ...page, events: moved }, LIMIT);
    expect([present(line), line.isAtEvent]).toEqual([3, false]);
    expect(withPresent(null, pageOf(4, 0), LIMIT)).toMatchObject({ presentIndex: -1, isAtEvent: false });
  });
});
