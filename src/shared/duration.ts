/**
 * Durations as people type them: `250ms`, `30s`, `5m`, `1h30m`, `2d`, or as the screens write them: `20 min`, `1 h 30 min`, `2 d`.
 * In code a duration is a whole number of milliseconds; in settings it keeps the name the file uses (`responseWithin`),
 * elsewhere its name ends in `Ms`.
 */

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const WEEK_MS = 7 * DAY_MS;

/** One sentence for every error about a duration. */
export const DURATION_EXPECTED = 'a duration such as 250ms, 30s, 20 min, 1h30m or 2d';

/** The longest duration accepted: ten thousand years, so that every instant stays an exact integer. */
export const MAX_DURATION_MS = 3_652_425 * DAY_MS;

/** With or without a space between the parts and before their units; `m` and `min` are minutes. */
export const DURATION_PATTERN =
  /^(?=\d)(?:(\d+) ?d)?(?: ?(\d+) ?h)?(?: ?(\d+) ?m(?:in)?)?(?: ?(\d+) ?s)?(?: ?(\d+) ?ms)?$/;

/** Milliseconds of a duration as files write it, or `null` when the text is not one. Units go from large to small, each once. */
export function parseDuration(text: string): number | null {
  const match = DURATION_PATTERN.exec(text);
  if (!match) return null;
  const [, days, hours, minutes, seconds, milliseconds] = match.map((part) => Number(part ?? 0));
  const total =
    (days ?? 0) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * SECOND_MS +
    (milliseconds ?? 0);
  return total <= MAX_DURATION_MS ? total : null;
}

const UNITS = [
  ['d', DAY_MS],
  ['h', HOUR_MS],
  ['m', MINUTE_MS],
  ['s', SECOND_MS],
  ['ms', 1],
] as const;

/** The shortest text that `parseDuration` reads back as the same number: `90000` → `1m30s`, `0` → `0s`. */
export function formatDuration(durationMs: number): string {
  let rest = Math.round(durationMs);
  let text = '';
  for (const [unit, size] of UNITS) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) text += `${amount}${unit}`;
  }
  return text || '0s';
}

const WORDS = [
  ['d', DAY_MS],
  ['h', HOUR_MS],
  ['min', MINUTE_MS],
  ['s', SECOND_MS],
  ['ms', 1],
] as const;

/**
 * A duration for reading, at most two units, cut not rounded: `5_400_000` → `1 h 30 min`. Only for what is measured, elapsed or
 * drawn to scale; what is set, or follows from settings, is written whole (`exactDuration`), or it contradicts what is typed.
 */
export function describeDuration(durationMs: number): string {
  let rest = Math.round(Math.abs(durationMs));
  const parts: string[] = [];
  for (const [word, size] of WORDS) {
    const amount = Math.floor(rest / size);
    rest -= amount * size;
    if (amount > 0) parts.push(`${amount} ${word}`);
    if (parts.length === 2) break;
  }
  return parts.join(' ') || '0 s';
}
