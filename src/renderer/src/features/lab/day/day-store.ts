/** What was typed and what is played, kept while other screens are looked at. */

import { ORPCError } from '@orpc/client';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { DayRequest, DayRun } from '../../../../../shared/lab-day.ts';
import { upperFirst } from '../../../../../views/words/figures.ts';
import { client } from '../../../client/client.ts';
import type { DayDraft } from './draft/day-draft.ts';

export interface DayState {
  /** `null` before the screen was first opened. */
  readonly draft: DayDraft | null;
  /** The latest that was played or is being played, as far as it is known. */
  readonly run: DayRun | null;
  readonly isStarting: boolean;
  /** Why days could not be played: a sentence. */
  readonly problem: string | null;
}

const store = createStore<DayState>(() => ({ draft: null, run: null, isStarting: false, problem: null }));

export function useDayState<T>(select: (state: DayState) => T): T {
  return useStore(store, select);
}

export const keepDraft = (draft: DayDraft) => store.setState({ draft });

export async function playDays(request: DayRequest): Promise<void> {
  store.setState({ isStarting: true, problem: null });
  try {
    store.setState({ run: await client().lab.startDays(request) });
  } catch (error) {
    store.setState({ problem: sentenceOf(error) });
  } finally {
    store.setState({ isStarting: false });
  }
}

/** Looks at the run again; true while there is more to come. */
export async function lookAgain(id: string): Promise<boolean> {
  try {
    const run = await client().lab.days({ id });
    if (store.getState().run?.id !== id) return false;
    store.setState({ run });
    return run.state === 'running';
  } catch (error) {
    // The host is away for a moment, or has restarted and knows of no days.
    if (!(error instanceof ORPCError) || error.code !== 'NOT_FOUND') return true;
    const { run } = store.getState();
    if (run?.id === id) {
      store.setState({
        run: { ...run, state: 'cancelled' },
        problem: 'Trigger Lab restarted while the days were being played: play them again.',
      });
    }
    return false;
  }
}

export async function cancelDays(id: string): Promise<void> {
  try {
    await client().lab.cancelDays({ id });
    await lookAgain(id);
  } catch (error) {
    store.setState({ problem: sentenceOf(error) });
  }
}

/** What the Lab says begins small and has no full stop. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const text = upperFirst(message);
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
