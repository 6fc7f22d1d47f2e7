/**
 * Keeps the events that this window knows up to date: whenever something happened a page around the present is asked for, at most
 * four times a second while time runs. What lies further away is asked for when one looks there.
 */
import { type EventLine, withEarlier, withLater, withPresent } from '../stores/event-line.ts';
import { events } from '../stores/events.ts';
import { sayWhatChanged } from '../stores/what-changed.ts';
import { type WorkspaceState, workspace } from '../stores/workspace.ts';
import { attempt, showDone } from './act.ts';
import { client } from './client.ts';

const FIRST_PAGE = 200;
/** Wide enough for what happens between two looks at most speeds; beyond that the line begins afresh. */
const NEXT_PAGE = 60;
const FAR_PAGE = 1_000;
const PLAYING_INTERVAL_MS = 250;

/** Asks for the present page again: what changed is not told by the stream. */
export let lookAgain: () => void = () => undefined;

/** Begins to follow; gives the way to end it. */
export function followEvents(): () => void {
  let isAsking = false;
  let isStale = false;
  let isEnded = false;
  let askedAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const ask = async () => {
    timer = undefined;
    isAsking = true;
    isStale = false;
    askedAt = performance.now();
    const { world } = workspace.getState();
    const { line } = events.getState();
    const limit = line === null ? FIRST_PAGE : NEXT_PAGE;
    // Whatever happens next asks again; that the connection is lost is said elsewhere.
    const page = await client()
      .history.events({ limit })
      .catch(() => null);
    if (page !== null && workspace.getState().world === world) {
      const present = withPresent(line && events.getState().line, page, limit);
      events.setState({ line: present });
      if (line !== null) tellOfDropped(present, line);
      // What has happened meanwhile is on the next page; while time runs there is always something.
      if (!isStale || workspace.getState().clock?.playing) sayWhatChanged(page.changed, line !== null);
    }
    isAsking = false;
    if (isStale && !isEnded) look();
  };

  const look = () => {
    isStale = true;
    if (isAsking || timer !== undefined) return;
    const waitMs = workspace.getState().clock?.playing ? askedAt + PLAYING_INTERVAL_MS - performance.now() : 0;
    if (waitMs <= 0) void ask();
    else timer = setTimeout(() => void ask(), waitMs);
  };

  lookAgain = look;
  const unsubscribe = workspace.subscribe((state, before) => {
    if (state.world === null || state.connection !== 'connected') return;
    if (state.world !== before.world) events.setState({ line: null });
    if (hasMoved(state, before)) look();
  });
  const { world, connection } = workspace.getState();
  if (world !== null && connection === 'connected') look();
  return () => {
    isEnded = true;
    lookAgain = () => undefined;
    unsubscribe();
    clearTimeout(timer);
  };
}

/** At most so many are kept that the oldest has to go for a newer one: nobody shall miss that. */
function tellOfDropped({ droppedFuture }: EventLine, before: EventLine): void {
  if (droppedFuture === null || droppedFuture === before.droppedFuture) return;
  showDone(`The future “${droppedFuture}” is gone: at most twenty are kept.`);
}

/** Something happened, the lesson went on, or the clock was moved; while it runs, its time alone is nothing new. */
function hasMoved({ world, version, clock, lesson }: WorkspaceState, before: WorkspaceState): boolean {
  if (
    world !== before.world ||
    lesson !== before.lesson ||
    version !== before.version ||
    clock?.playing !== before.clock?.playing
  )
    return true;
  return !clock?.playing && clock?.now !== before.clock?.now;
}

/** Those before the first event that is known; resolves when they are. */
export async function learnEarlier(): Promise<void> {
  const first = events.getState().line?.events[0];
  if (first === undefined) return;
  const page = await attempt(client().history.events({ before: first.seq, limit: FAR_PAGE }));
  if (page === null) return;
  events.setState(({ line }) => ({ line: line && withEarlier(line, first.seq, page, FAR_PAGE) }));
}

/** Those after the last event that is known; resolves when they are. */
export async function learnLater(): Promise<void> {
  const last = events.getState().line?.events.at(-1);
  if (last === undefined) return;
  const page = await attempt(client().history.events({ after: last.seq, limit: FAR_PAGE }));
  if (page === null) return;
  events.setState(({ line }) => ({ line: line && withLater(line, last.seq, page, FAR_PAGE) }));
}
