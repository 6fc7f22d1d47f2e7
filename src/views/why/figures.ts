/** Figures in explanations: exact durations, instants, shares and draws. */
import type { Instant } from '../../shared/model.ts';
import { exactDuration, instantInWords } from '../words/time-words.ts';

/** `failed 09:07:00 + 8 min = 09:15:00`. */
export function sumOf(what: string, from: Instant, to: Instant, startAt: Instant): string {
  return `${what} ${instantInWords(from, startAt)} + ${exactDuration(to - from)} = ${instantInWords(to, startAt)}`;
}

/** `at 09:15:00`, of a retry that was scheduled; `null` is after the end of time. */
export function dueInWords(at: Instant | null, startAt: Instant): string {
  return at === null ? 'after the end of time' : `at ${instantInWords(at, startAt)}`;
}

/** A number to so many decimals, cut not rounded: what is below a limit never looks equal to it. */
export function decimals(value: number, digits = 6): string {
  const scale = 10 ** digits;
  return String(Math.trunc(value * scale) / scale);
}

export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100} %`;
}

/** A sentence from the middle of another one, `The connection was refused` → `the connection was refused`. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
