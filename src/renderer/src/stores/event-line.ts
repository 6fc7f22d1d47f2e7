/**
 * What happened, as far as this window knows it: a stretch of the line from the start through the present into the future visited last.
 * Pages of the history are put into it; pure.
 */
import type { EventEntry, EventPage, Future } from '../../../shared/history-contract.ts';

export interface EventLine {
  /** In order, with none left out between them. */
  readonly events: readonly EventEntry[];
  /** The last one that has happened; -1 where none has. */
  readonly presentIndex: number;
  /** Whether the workspace stands right at its end; false where the clock has moved on since. */
  readonly isAtEvent: boolean;
  readonly startSeq: number;
  readonly presentSeq: number;
  /** Whether there are more before the first. */
  readonly hasEarlier: boolean;
  /** Whether there are more after the last; nobody has looked yet where the clock alone moved there. */
  readonly hasLater: boolean;
  /** In the order in which they began. */
  readonly futures: readonly Future[];
  /** The last one that had to go; `null` if none had. */
  readonly droppedFuture: string | null;
}

/** More of what is past is fetched again when one looks for it. */
const MOST_KNOWN = 5_000;

/** The line after `page`, which was asked for around the present with `limit`; what was known further away stays where it still belongs. */
export function withPresent(line: EventLine | null, page: EventPage, limit: number): EventLine {
  const { events, startSeq, presentSeq, futures, droppedFuture } = page;
  const count = (state: EventEntry['state']) => events.filter((event) => event.state === state).length;
  const [past, present, later] = [count('past'), count('present'), count('later')];
  const first = events[0];
  const from = line !== null && first !== undefined && past >= limit ? indexOf(line, first.seq) : -1;
  const before = from < 0 ? [] : (line?.events.slice(Math.max(0, from - MOST_KNOWN), from) ?? []);
  const last = events.at(-1);
  // What was known to come later still does where the line ends as it did.
  const tipSeq = tipOf(futures);
  const isSame = line !== null && tipOf(line.futures) === tipSeq;
  const to = isSame && last !== undefined && later >= limit ? indexOf(line, last.seq) : -1;
  const after = to < 0 ? [] : (line?.events.slice(to + 1, to + 1 + MOST_KNOWN) ?? []);
  return {
    events: [...before, ...events, ...after],
    presentIndex: before.length + past + present - 1,
    isAtEvent: present > 0,
    startSeq,
    presentSeq,
    futures,
    droppedFuture,
    hasEarlier: past >= limit && (from < 0 || from > MOST_KNOWN || (line?.hasEarlier ?? true)),
    hasLater: later >= limit && (after.at(-1) ?? last)?.seq !== tipSeq,
  };
}

/** The line with those before its first event; unchanged where it has another first event by now than `before`. */
export function withEarlier(line: EventLine, before: number, { events }: EventPage, limit: number): EventLine {
  if (line.events[0]?.seq !== before) return line;
  return {
    ...line,
    events: [...events, ...line.events],
    presentIndex: line.presentIndex + events.length,
    hasEarlier: events.length >= limit,
  };
}

/** The line with those after its last event; unchanged where it has another last event by now than `after`. */
export function withLater(line: EventLine, after: number, { events }: EventPage, limit: number): EventLine {
  if (line.events.at(-1)?.seq !== after) return line;
  return { ...line, events: [...line.events, ...events], hasLater: events.length >= limit };
}

const tipOf = (futures: readonly Future[]) => futures.find(({ isPresent }) => isPresent)?.tipSeq;

const indexOf = ({ events }: EventLine, seq: number) => events.findLastIndex((event) => event.seq === seq);
