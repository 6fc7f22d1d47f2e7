import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { instant } from '../../../src/shared/field-kinds.ts';
import { formatInstant, isInstant, LAST_INSTANT, resolveInstant } from '../../../src/shared/instant.ts';
import { scenario } from '../../../src/shared/scenario.ts';
import { timeOfDay } from '../../../src/views/words/time-words.ts';

/** A Monday. */
const START_AT = Date.parse('2026-01-05T09:00:00Z');
const iso = (text: string) => new Date(resolveInstant(text, START_AT)).toISOString();

describe('instants (scenario-format.md)', () => {
  test.each([
    ['+31m', '2026-01-05T09:31:00.000Z'],
    ['+1 h 30 min', '2026-01-05T10:30:00.000Z'],
    // A time of day: the first one at or after the start.
    ['10:00', '2026-01-05T10:00:00.000Z'],
    ['09:00', '2026-01-05T09:00:00.000Z'],
    ['08:59', '2026-01-06T08:59:00.000Z'],
    ['9:07:30', '2026-01-05T09:07:30.000Z'],
    ['00:00', '2026-01-06T00:00:00.000Z'],
    // With or without seconds, T and zone; without one it is UTC.
    ['2026-01-06T10:00:00Z', '2026-01-06T10:00:00.000Z'],
    ['2026-01-06 10:00', '2026-01-06T10:00:00.000Z'],
    ['2026-01-06 10:00:30', '2026-01-06T10:00:30.000Z'],
    ['2026-01-06T10:00', '2026-01-06T10:00:00.000Z'],
    ['2026-01-06 10:00+02:00', '2026-01-06T08:00:00.000Z'],
  ])('%s', (text, expected) => {
    expect(isInstant(text)).toBe(true);
    expect(iso(text)).toBe(expected);
  });

  test.each(['', '31m', '+', '+ 31m', '24:00', '10:60', '10', '2026-01-06', '2026-02-30 10:00', '10:00 Z'])(
    'refuse %j',
    (text) => {
      expect(isInstant(text)).toBe(false);
      expect(instant.safeParse(text).error?.issues[0]?.message).toBe(
        "expected an instant such as +31m (since the scenario's start), 10:00 (the first one from the start on) or 2026-01-05 09:31",
      );
    },
  );

  test('the clock and files are read back, whatever the start', () => {
    const anyStart = fc.integer({ min: 0, max: LAST_INSTANT - 2 * 86_400_000 });
    fc.assert(
      fc.property(anyStart, fc.nat(86_399_999), (startAt, afterMs) => {
        const at = startAt + afterMs;
        expect(resolveInstant(timeOfDay(at), startAt)).toBe(at);
        expect(resolveInstant(formatInstant(at, startAt), startAt)).toBe(at);
      }),
    );
  });

  test('are written in one notation, which means the same', () => {
    const texts = ['+1 h 30 min', '+90s', '9:00', '10:00', '2026-01-06 10:00', '2026-01-06T10:00:00+02:00'];
    const written = texts.map((text) => z.encode(instant, z.decode(instant, text)));
    expect(written).toEqual(['+1h30m', '+90s', '09:00', '10:00', '2026-01-06T10:00Z', '2026-01-06T10:00:00+02:00']);
    expect(written.map((text) => resolveInstant(text, START_AT))).toEqual(
      texts.map((text) => resolveInstant(text, START_AT)),
    );
    expect(scenario.parse({ start: '2026-01-06 10:00' }).start).toBe('2026-01-06T10:00Z');
  });
});
