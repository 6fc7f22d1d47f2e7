/** What a history holds of recordings: where the present one begins, and what was added by hand, as it was said last. */
import type { AddedStep } from '../../shared/recording.ts';
import type { HistoryEntry } from './ports.ts';

/** The place of the entry that began the recording that goes on; `null` where nothing is being recorded. */
export function recordedFrom(history: readonly HistoryEntry[]): number | null {
  const last = history.findLastIndex(({ input }) => input.type === 'noted' && input.note.is !== 'step');
  const input = history[last]?.input;
  return input?.type === 'noted' && input.note.is === 'begun' ? last : null;
}

/** What each step that was added says by now, by its id; `null` of one that was removed. */
export function addedSteps(history: readonly HistoryEntry[]): ReadonlyMap<number, AddedStep | null> {
  const added = new Map<number, AddedStep | null>();
  for (const { input } of history) {
    if (input.type === 'noted' && input.note.is === 'step') added.set(input.note.id, input.note.step);
  }
  return added;
}
