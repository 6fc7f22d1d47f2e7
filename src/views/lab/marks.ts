/** Which variants of a sweep are marked, and how: never by colour alone. */
import type { Configured, Run } from '../../shared/lab.ts';
import type { Best, Judged } from './best.ts';
import { isPresent } from './present.ts';

/** Places among the variants. */
export interface Marks {
  /** What was configured when the study ran. */
  readonly ran: number | null;
  /** What is configured now. */
  readonly now: number | null;
  /** The best that keeps the limits. */
  readonly recommended: number | null;
  /** The best of those tried, where none keeps the limits. */
  readonly bestTried: number | null;
}

/** `now`: what is configured now; `null` where nobody knows. */
export function marksOf(
  { variants, configured }: Pick<Judged, 'variants'> & Pick<Run, 'configured'>,
  now: Configured | null,
  best: Best | null,
): Marks {
  const placeOf = (what: Configured | null) => {
    const place = what === null ? -1 : variants.findIndex(({ changes }) => isPresent(changes, what));
    return place < 0 ? null : place;
  };
  const keeps = best !== null && best.sureness !== 'none';
  return {
    ran: placeOf(configured),
    now: placeOf(now),
    recommended: keeps ? best.index : null,
    bestTried: best === null || keeps ? null : best.index,
  };
}

/** `now`, `when it ran`, `recommended` or `best tried`, in this order; nothing else changed since where *now* stands alone. */
export function marksAt({ ran, now, recommended, bestTried }: Marks, index: number): string[] {
  return [
    ...(index === now ? ['now'] : []),
    ...(index === ran && ran !== now ? ['when it ran'] : []),
    ...(index === recommended ? ['recommended'] : []),
    ...(index === bestTried ? ['best tried'] : []),
  ];
}

/** The same in one line; `null` for nothing. */
export function markOf(marks: Marks, index: number): string | null {
  const words = marksAt(marks, index);
  return words.length === 0 ? null : words.join(', ');
}
