/** The events of the open workspace that this window knows of; `client/follow-events.ts` keeps them up to date. */
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { EventLine } from './event-line.ts';

interface EventsState {
  /** `null` until they were asked for. */
  readonly line: EventLine | null;
}

export const events = createStore<EventsState>(() => ({ line: null }));

export const useEventLine = (): EventLine | null => useStore(events, ({ line }) => line);
