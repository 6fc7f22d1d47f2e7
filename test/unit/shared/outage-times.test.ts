import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Outage, outage } from '../../../src/shared/api-behaviour.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/shared/duration.ts';
import { outageAt, outageBegan, outageTimes, outageWindows, weekdayOf } from '../../../src/shared/outage-times.ts';
import { WEEKDAYS } from '../../../src/shared/words.ts';

/** A Monday. */
const START_AT = Date.parse('2026-01-05T09:00:00Z');
const at = (text: string) => Date.parse(`${text}:00Z`);
const read = (text: object): Outage => outage.parse(text);
const covers = (text: object, instant: number) => outageAt([read(text)], START_AT, instant) !== null;

describe('an outage that comes again (scenario-format.md: from ≤ t < from + for)', () => {
  const everyMorning = { from: '10:00', for: '20m', every: '1d', on: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] };

  test.each([
    ['2026-01-05T09:59', false],
    ['2026-01-05T10:00', true],
    ['2026-01-05T10:19', true],
    ['2026-01-05T10:20', false],
    ['2026-01-09T10:05', true],
    // Saturday and Sunday.
    ['2026-01-10T10:05', false],
    ['2026-01-11T10:05', false],
    ['2026-01-12T10:05', true],
    // Not before the first one.
    ['2026-01-02T10:05', false],
  ])('every working day at 10:00 for 20 min: at %s %s', (text, expected) => {
    expect(covers(everyMorning, at(text))).toBe(expected);
  });

  test('is worked out once for a start, and anew for another one', () => {
    const outage = read(everyMorning);
    const times = outageTimes(outage, START_AT);
    expect(outageTimes(outage, START_AT)).toBe(times);
    expect(outageTimes(outage, START_AT + 2 * HOUR_MS).fromAt).toBe(times.fromAt + DAY_MS);
    expect(outageTimes(outage, START_AT)).toEqual(times);
  });

  test('counts from its beginning, not from midnight', () => {
    const everyFive = { from: '+1h', for: '1h', every: '5h' };
    const hours = Array.from({ length: 12 }, (_, hour) => hour).filter((hour) =>
      covers(everyFive, START_AT + hour * HOUR_MS),
    );
    expect(hours).toEqual([1, 6, 11]);
  });

  test('begins on its days, and may last into the next', () => {
    const friday = { from: '23:00', for: '2h', every: '24h', on: ['Fri'] };
    expect(covers(friday, at('2026-01-09T23:30'))).toBe(true);
    expect(covers(friday, at('2026-01-10T00:59'))).toBe(true);
    expect(covers(friday, at('2026-01-10T01:00'))).toBe(false);
    expect(covers(friday, at('2026-01-10T23:30'))).toBe(false);
  });

  test('the window that covers a call is that day’s', () => {
    const covering = outageAt([read(everyMorning)], START_AT, at('2026-01-07T10:07'));
    expect(covering).toMatchObject({ fromAt: at('2026-01-07T10:00'), untilAt: at('2026-01-07T10:20') });
  });

  test('its windows are those that an instant falls into, within any span', () => {
    const anyOutage = fc
      .record({
        from: fc.integer({ min: 0, max: 3_000 }),
        for: fc.integer({ min: 1, max: 1_440 }),
        every: fc.option(fc.integer({ min: 1, max: 3_000 }), { nil: undefined }),
        on: fc.option(fc.subarray([...WEEKDAYS], { minLength: 1 }), { nil: undefined }),
      })
      .map(({ from, for: minutes, every, on }): Outage => {
        const daily = on === undefined ? {} : { every: DAY_MS, on };
        const again = every === undefined ? daily : { every: Math.max(every, minutes) * MINUTE_MS, ...daily };
        return { from: `+${from}m`, for: minutes * MINUTE_MS, ...again };
      });
    fc.assert(
      fc.property(anyOutage, fc.nat(20_000), fc.nat(10_000), fc.nat(30_000), (each, from, length, minute) => {
        const times = outageTimes(each, START_AT);
        const [fromAt, instant] = [START_AT + from * MINUTE_MS, START_AT + minute * MINUTE_MS];
        const untilAt = fromAt + length * MINUTE_MS;
        const windows = outageWindows(times, fromAt, untilAt, 100_000);
        for (const window of windows) {
          expect(window.fromAt < untilAt && window.untilAt > fromAt).toBe(true);
          expect(outageBegan(times, window.fromAt)).toBe(window.fromAt);
          expect(outageBegan(times, window.untilAt - 1)).toBe(window.fromAt);
        }
        if (instant < fromAt || instant >= untilAt) return;
        const inWindow = windows.find((window) => window.fromAt <= instant && instant < window.untilAt);
        expect(outageBegan(times, instant)).toBe(inWindow?.fromAt ?? null);
      }),
    );
  });

  test('windows end with as many as are wanted', () => {
    const times = outageTimes(read({ from: '+0s', for: '1m', every: '1m' }), START_AT);
    expect(outageWindows(times, START_AT, START_AT + DAY_MS, 3)).toHaveLength(3);
  });

  test('weekdays are those of UTC, before 1970 too', () => {
    expect(WEEKDAYS[weekdayOf(START_AT)]).toBe('Mon');
    expect(WEEKDAYS[weekdayOf(Date.parse('1969-12-31T23:59:59Z'))]).toBe('Wed');
    expect(WEEKDAYS[weekdayOf(Date.parse('0001-01-01T00:00:00Z'))]).toBe('Mon');
  });

  test.each([
    [{ from: '10:00', for: '2h', every: '1h' }, 'every', 'expected at least as long as the outage lasts'],
    [{ from: '10:00', for: '2h', every: '2d', on: ['Mon'] }, 'on', 'expected days only with every: 1d'],
    [{ from: '10:00', for: '2h', on: ['Mon'] }, 'on', 'expected days only with every: 1d'],
    [{ from: '10:00', for: '2h', every: '1d', on: [] }, 'on', 'expected at least one day'],
  ])('refuses %j', (text, key, message) => {
    const issues = outage.safeParse(text).error?.issues ?? [];
    expect(issues.map(({ path, message: found }) => [path.join('.'), found])).toEqual([[key, message]]);
  });
});
