/** Instants of virtual time, always UTC; hover says how long after the start. */
import { DAY_MS, SECOND_MS } from '../../../shared/duration.ts';
import { calendarDay, formatInstant } from '../../../shared/instant.ts';
import type { Instant } from '../../../shared/model.ts';
import { elapsedInWords, instantInWords, timeOfDay, untilInWords } from '../../../views/words/time-words.ts';
import { useCalmClock } from '../stores/settled.ts';
import { useClock } from '../stores/workspace.ts';

/** `Mon 5 Jan 2026`. */
export function dateInWords(at: Instant): string {
  const { weekday, day, month, year } = calendarDay(at);
  return `${weekday} ${day} ${month} ${year}`;
}

/** The beginning of the day on which the clock stands. */
export const useToday = (): Instant => useClock(({ now }) => Math.floor(now / DAY_MS) * DAY_MS);

interface InstantTextProps {
  readonly at: Instant;
  /** `Mon 5 Jan 2026 09:03:00`, whatever day it is. */
  readonly withDate?: boolean | undefined;
}

export function InstantText({ at, withDate = false }: InstantTextProps) {
  const startAt = useClock((clock) => clock.startAt);
  const today = useToday();
  // Whole seconds, as a clock shows them; the very instant is there on hover.
  const shown = Math.floor(at / SECOND_MS) * SECOND_MS;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatInstant(at, startAt)} style={{ whiteSpace: 'nowrap' }}>
      {withDate ? `${dateInWords(at)} ${timeOfDay(shown)}` : instantInWords(shown, startAt, today)}
    </time>
  );
}

/** How long until `to`, counting down with the clock. */
export function Countdown({ to }: { readonly to: Instant }) {
  const text = useCalmClock((clock) => untilInWords(to, clock.now, clock.playing));
  return <span style={{ whiteSpace: 'nowrap' }}>{text}</span>;
}

/** How long ago `since` was, growing with the clock: `5 h 12 min`. */
export function Elapsed({ since }: { readonly since: Instant }) {
  const text = useCalmClock((clock) => elapsedInWords(since, clock.now));
  return <span style={{ whiteSpace: 'nowrap' }}>{text}</span>;
}
