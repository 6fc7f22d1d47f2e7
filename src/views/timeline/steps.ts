/** Stepping through a timeline: from place to place, or through every mark of a cluster on the way. */
import type { Place } from './places.ts';

export type Move = 'first' | 'last' | 'next' | 'previous' | 'next mark' | 'previous mark';

/** The id of the place, or of the mark within a cluster, that `move` leads to. */
export function stopAfter(places: readonly Place[], id: string | null, move: Move): string | null {
  const byMark = move.endsWith(' mark');
  const stops = places.flatMap((place) => {
    const within = place.marks.length === 1 ? [] : place.marks.map((mark) => mark.id);
    // Where one stands is a stop, too.
    return [place.id, ...within.filter((each) => byMark || each === id)];
  });
  const at = id === null ? -1 : stops.indexOf(id);
  const last = stops.length - 1;
  const to = { first: 0, last, next: at + 1, 'next mark': at + 1, previous: at - 1, 'previous mark': at - 1 }[move];
  return stops[Math.min(Math.max(to, 0), last)] ?? null;
}

/** The place that `id` stands for or is part of. */
export const placeWith = (places: readonly Place[], id: string | null): Place | undefined =>
  places.find((place) => place.id === id || place.marks.some((mark) => mark.id === id));
