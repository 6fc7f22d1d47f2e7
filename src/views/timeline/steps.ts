/** Stepping through a timeline: from box to box, or through every mark of a cluster on the way. */
import type { MarkBox } from './mark-boxes.ts';

export type Move = 'first' | 'last' | 'next' | 'previous' | 'next mark' | 'previous mark';

/** The id of the box, or of the mark within a cluster, that `move` leads to. */
export function stopAfter(boxes: readonly MarkBox[], id: string | null, move: Move): string | null {
  const byMark = move.endsWith(' mark');
  const stops = boxes.flatMap((box) => {
    const within = box.marks.length === 1 ? [] : box.marks.map((mark) => mark.id);
    // Where one stands is a stop, too.
    return [box.id, ...within.filter((each) => byMark || each === id)];
  });
  const at = id === null ? -1 : stops.indexOf(id);
  const last = stops.length - 1;
  const to = { first: 0, last, next: at + 1, 'next mark': at + 1, previous: at - 1, 'previous mark': at - 1 }[move];
  return stops[Math.min(Math.max(to, 0), last)] ?? null;
}

/** The box that `id` stands for or is part of. */
export const boxWith = (boxes: readonly MarkBox[], id: string | null): MarkBox | undefined =>
  boxes.find((box) => box.id === id || box.marks.some((mark) => mark.id === id));
