import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/shared/duration.ts';
import { touchesWeekend, workingInstant, workingTimeUntil } from '../../../src/shared/working-hours.ts';

const at = (text: string) => Date.parse(`${text}Z`);
const between = (from: string, to: string) => workingTimeUntil(at(to)) - workingTimeUntil(at(from));

describe('working hours', () => {
  it.each([
    ['2026-01-05T09:00', '2026-01-06T09:00', 8],
    ['2026-01-05T10:00', '2026-01-05T18:00', 7],
    ['2026-01-09T16:00', '2026-01-12T09:30', 1.5],
    ['2026-01-10T00:00', '2026-01-11T23:00', 0],
    ['2026-01-05T17:00', '2026-01-06T09:00', 0],
    ['2026-01-07T03:00', '2026-01-21T03:00', 80],
  ])('from %s to %s there are %d', (from, to, hours) => {
    expect(between(from, to)).toBe(hours * HOUR_MS);
  });

  it('an instant has as much working time before it as it was made of, and lies within them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e13 }), (ms) => {
        const instant = workingInstant(ms);
        expect(workingTimeUntil(instant)).toBe(ms);
        const date = new Date(instant);
        expect(date.getUTCDay()).toBeGreaterThan(0);
        expect(date.getUTCDay()).toBeLessThan(6);
        expect(date.getUTCHours()).toBeGreaterThanOrEqual(9);
        expect(date.getUTCHours()).toBeLessThan(17);
      }),
    );
  });

  it('a day from Friday morning on touches the weekend, one from Thursday does not', () => {
    expect(touchesWeekend(at('2026-01-09T09:00'), DAY_MS)).toBe(true);
    expect(touchesWeekend(at('2026-01-08T09:00'), DAY_MS)).toBe(false);
    expect(touchesWeekend(at('2026-01-11T23:00'), HOUR_MS)).toBe(true);
  });
});
