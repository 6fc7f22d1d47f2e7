/** Virtual time in words, always UTC, without the host's clock or zone. */
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../shared/duration.ts';
import type { Instant } from '../shared/model.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** `09:07:00`; with milliseconds where there are any. */
export function timeOfDay(at: Instant): string {
  const inDay = ((at % DAY_MS) + DAY_MS) % DAY_MS;
  const hours = two(Math.floor(inDay / HOUR_MS));
  const minutes = two(Math.floor((inDay % HOUR_MS) / MINUTE_MS));
  const seconds = two(Math.floor((inDay % MINUTE_MS) / SECOND_MS));
  const milliseconds = inDay % SECOND_MS;
  return `${hours}:${minutes}:${seconds}${milliseconds === 0 ? '' : `.${String(milliseconds).padStart(3, '0')}`}`;
}
