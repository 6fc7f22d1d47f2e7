/** How fast play begins: so fast that something happens while one watches. */

/** Virtual over real time; 1 second of watching is this many seconds of the workspace. */
export const SPEEDS = [0.5, 1, 2, 5, 10, 60, 100, 1_000, 10_000];

/** Nobody looks at a clock for longer than this many real milliseconds before wondering whether it works. */
const PATIENCE_MS = 4_000;

/**
 * The slowest speed of `SPEEDS`, not below `speed`, at which `waitMs` of virtual time pass within a few seconds; the highest where
 * none is enough.
 */
export function speedToBegin(waitMs: number, speed: number): number {
  return SPEEDS.find((each) => each >= speed && waitMs / each <= PATIENCE_MS) ?? Math.max(speed, ...SPEEDS);
}
