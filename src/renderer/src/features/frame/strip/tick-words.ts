/** How the strip names what stands in one place of it. */
import { counted } from '../../../../../shared/counted.ts';
import type { EventEntry } from '../../../../../shared/history-contract.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { briefInstant } from '../../../../../views/words/time-words.ts';
import type { Slot } from './slots.ts';

/** `09:15 retry 4 of C1/post-invoice failed`; of a bundle `46 events, 09:00 to 09:15`. */
export function slotInWords({ from, to }: Slot, events: readonly EventEntry[], startAt: Instant): string {
  const [first, last] = [events[from], events[to - 1]];
  if (first === undefined || last === undefined) return '';
  if (first === last) return `${briefInstant(first.at, startAt)} ${first.text}`;
  const [begin, end] = [briefInstant(first.at, startAt), briefInstant(last.at, startAt)];
  return `${counted(to - from, 'event')}, ${begin === end ? begin : `${begin} to ${end}`}`;
}

/** `46`, `1.2K`, where there is little room. */
export const countInShort = (count: number): string => SHORT.format(count);
const SHORT = new Intl.NumberFormat('en', { notation: 'compact' });
