/** Moves of the clock as a person would write them; each leads exactly where it should. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moveStep } from '../../../src/main/scenario/move-step.ts';
import { resolveInstant } from '../../../src/shared/instant.ts';

const START = Date.parse('2026-01-05T09:00:00Z');
const at = (offset: number) => START + offset;
const [SECOND, MINUTE, DAY] = [1_000, 60_000, 86_400_000];

it.each([
  [0, 5 * MINUTE, { advance: 5 * MINUTE }],
  [0, 30 * SECOND, { advance: 30 * SECOND }],
  [500, 500 + 3 * DAY, { advance: 3 * DAY }],
  [300, 10 * MINUTE, { advance: { to: '09:10' } }],
  [300, DAY + 10 * MINUTE, { advance: { to: '+1d10m' } }],
  [0, 90 * SECOND + 1, { advance: { to: '+1m30s1ms' } }],
])('from %i ms to %i ms after the start: %o', (from, to, step) => {
  expect(moveStep(at(from), at(to), START)).toEqual(step);
});

it('leads there, wherever that is', () => {
  const time = fc.oneof(
    fc.nat(3 * DAY),
    fc.nat(4_000).map((minutes) => minutes * MINUTE),
  );
  fc.assert(
    fc.property(time, time, (one, other) => {
      const [from, to] = [at(Math.min(one, other)), at(Math.max(one, other) + 1)];
      const { advance } = moveStep(from, to, START) as { advance: number | { to: string } };
      expect(typeof advance === 'number' ? from + advance : resolveInstant(advance.to, START)).toBe(to);
    }),
  );
});
