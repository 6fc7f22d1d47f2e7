/** Figures and their words: shares, lists, draws; and texts from the middle of others. */
import { counted } from '../../shared/counted.ts';

/** How many decimals a share may take to be seen: beyond that it is noise. */
const MOST_DECIMALS = 6;

/**
 * A share (1 is the whole) in per cent, without its unit: `12`, `12.3`, `−0.5`. One decimal at most, and more only so that what is not
 * nothing is never `0`, and what is not the whole never `100`. The only way in which shares are written.
 */
export function shareFigure(share: number): string {
  const percent = Math.abs(share) * 100;
  let digits = 1;
  while (digits < MOST_DECIMALS && isRoundedAway(percent, digits)) digits += 1;
  const figure = Number(percent.toFixed(digits)).toLocaleString('en', { maximumFractionDigits: digits });
  return share < 0 && figure !== '0' ? `−${figure}` : figure;
}

/** Whether so few decimals make nothing, or the whole, of what is neither. */
function isRoundedAway(percent: number, digits: number): boolean {
  const rounded = Number(percent.toFixed(digits));
  return rounded !== percent && (rounded === 0 || rounded === 100);
}

/** `12 %`, `12.3 %`. */
export function share(value: number): string {
  return `${shareFigure(value)} %`;
}

/** How many of a list are shown: `200 Action types`, `12 of 200 Action types`. */
export function shownOf(shownCount: number, allCount: number, noun: string): string {
  const all = counted(allCount, noun);
  return shownCount === allCount ? all : `${shownCount.toLocaleString('en')} of ${all}`;
}

/** A number to so many decimals, cut not rounded: what is below a limit never looks equal to it. */
export function decimals(value: number, digits = 6): string {
  const scale = 10 ** digits;
  return String(Math.trunc(value * scale) / scale);
}

/** `connection refused` → `Connection refused`. */
export function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence from the middle of another one, `The connection was refused` → `the connection was refused`. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
