/** How fast play begins: so fast that something happens while one watches. */

import { SPEEDS } from '../../../../shared/speeds.ts';

/** Nobody looks at a clock for longer than this many real milliseconds before wondering whether it works. */
const PATIENCE_MS = 4_000;

/**
 * The slowest speed of `SPEEDS`, not below `speed`, at which `waitMs` of virtual time pass within a few seconds; the highest where
 * none is enough.
 */
export function speedToBegin(waitMs: number, speed: number): number {
  return SPEEDS.find((each) => each >= speed && waitMs / each <= PATIENCE_MS) ?? Math.max(speed, ...SPEEDS);
}
