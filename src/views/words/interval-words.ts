/** How the wait before a retry came about, in words (S2): *1 min × 2² = 4 min*. */

import { retryPattern } from '../../shared/definitions.ts';
import type { IntervalArithmetic } from '../../shared/facts.ts';
import { nameOf } from '../../shared/field.ts';
import { share } from './figures.ts';
import { exactDuration } from './time-words.ts';

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const raised = (exponent: number) =>
  [...String(exponent)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('');

/** The sum behind one interval, `first · factor^(k-1)`, cut to the longest interval, moved by the jitter; no full stop at its end. */
export function describeArithmetic(arithmetic: IntervalArithmetic, retryNumber: number): string {
  const { firstMs, factor, capMs, jitter, draw, intervalMs } = arithmetic;
  const plainMs = firstMs * factor ** (retryNumber - 1);
  const isCapped = plainMs > capMs;
  const steps = [
    retryNumber === 1 ? exactDuration(firstMs) : `${exactDuration(firstMs)} × ${factor}${raised(retryNumber - 1)}`,
  ];
  if (isCapped) steps.push(`cut to the ${nameOf(retryPattern.shape.cap)} ${exactDuration(capMs)}`);
  if (jitter > 0 && draw !== undefined) {
    const moved = jitter * (2 * draw - 1);
    steps.push(`jitter ${signed(moved)} (drawn within ± ${share(jitter)})`);
  }
  const isPlainFirst = retryNumber === 1 && steps.length === 1;
  return isPlainFirst ? `${steps[0]}, the first interval` : `${steps.join(', ')} = ${exactDuration(intervalMs)}`;
}

const signed = (part: number) => `${part < 0 ? '−' : '+'} ${share(Math.abs(part))}`;
