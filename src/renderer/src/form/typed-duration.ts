/**
 * Durations as people type them in forms: as files and screens write them (`1h30m`, `1 h 30 min`), in whole words
 * (`20 minutes`), or as hours and minutes (`1:30`). Files take only the first two.
 */
import { formatDuration, HOUR_MS, MINUTE_MS, parseDuration } from '../../../shared/duration.ts';

const UNITS = new Map(
  Object.entries({
    d: ['day', 'days'],
    h: ['hr', 'hrs', 'hour', 'hours'],
    m: ['mins', 'minute', 'minutes'],
    s: ['sec', 'secs', 'second', 'seconds'],
    ms: ['millisecond', 'milliseconds'],
  }).flatMap(([unit, words]) => words.map((word) => [word, unit] as const)),
);

const HOURS_AND_MINUTES = /^(\d{1,7}):([0-5]\d)$/;

/** Milliseconds of what was typed; `null` while it is not a duration. */
export function parseTyped(typed: string): number | null {
  const text = typed.trim().replace(/\s+/g, ' ').toLowerCase();
  const clock = HOURS_AND_MINUTES.exec(text);
  if (clock) return Number(clock[1]) * HOUR_MS + Number(clock[2]) * MINUTE_MS;
  return parseDuration(text.replace(/[a-z]+/g, (word) => UNITS.get(word) ?? word));
}

/** As files write it: `1:30` → `1h30m`. What is not a duration stays as typed, for the schema to say what is wrong with it. */
export function durationText(typed: string): string {
  const durationMs = parseTyped(typed);
  return durationMs === null ? typed.trim() : formatDuration(durationMs);
}

/** A list with commas between its durations. */
export function durationTexts(typed: string): string[] {
  return typed
    .split(/[,;\n]/)
    .map(durationText)
    .filter((text) => text !== '');
}
