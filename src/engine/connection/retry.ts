/** The retry budget, the waits between calls, and the maximum an Action shows (S1, S2, R11–R24). */
import type { ActionType, RetryPattern, Settings } from '../../shared/definitions.ts';
import type { IntervalArithmetic } from '../../shared/facts.ts';

/** The pattern in force for an Action type: its own, otherwise the system-wide one (S3). */
export function retryPatternFor(settings: Settings, actionType: ActionType | undefined): RetryPattern {
  return actionType?.retry ?? settings.retry;
}

/** The maximum shown after `M` was saved: `M` where it exceeds `n`, else what was shown before (R18). */
export function displayedMaximumAfter(retryCount: number, displayed: number, maximum: number): number {
  return maximum > retryCount ? maximum : displayed;
}

/**
 * The wait before retry `retryNumber` (from 1), in whole milliseconds: `min(first · factor^(k-1), cap)`, then jitter ± its
 * share by `draw` in [0, 1) (S2).
 */
export function intervalBefore(pattern: RetryPattern, retryNumber: number, draw = 0.5): number {
  const plain = Math.min(pattern.first * pattern.factor ** (retryNumber - 1), pattern.cap);
  return Math.round(pattern.jitter === 0 ? plain : plain * (1 + pattern.jitter * (2 * draw - 1)));
}

/** The same, with everything that went into it, for the timeline and *Why?*. */
export function intervalArithmetic(pattern: RetryPattern, retryNumber: number, draw: () => number): IntervalArithmetic {
  const drawn = pattern.jitter === 0 ? undefined : draw();
  return {
    firstMs: pattern.first,
    factor: pattern.factor,
    capMs: pattern.cap,
    jitter: pattern.jitter,
    draw: drawn,
    intervalMs: intervalBefore(pattern, retryNumber, drawn),
  };
}
