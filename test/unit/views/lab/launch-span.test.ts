import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../../src/shared/duration.ts';
import { LAST_INSTANT } from '../../../../src/shared/instant.ts';
import { launchSpan } from '../../../../src/views/lab/launch-span.ts';

const NINE = Date.parse('2026-01-05T09:00:00Z');
const outage = (from: string, forMs = 20 * MINUTE_MS) => ({ from, for: forMs });

describe('launches are spread over', () => {
  it.each([
    ['a day, where the API has no outages', [], DAY_MS],
    ['a day, where its outage is within it', [outage('+1h')], DAY_MS],
    ['whole days to the end of the last outage', [outage('+1h'), outage('2026-01-08T10:00:00Z')], 4 * DAY_MS],
    ['a day, where its outage is over', [outage('2025-12-01T10:00:00Z')], DAY_MS],
    ['a day, where its outage comes every hour', [{ ...outage('+10m'), every: HOUR_MS }], DAY_MS],
    ['a round of outages that come every ten days', [{ ...outage('+10m'), every: 10 * DAY_MS }], 10 * DAY_MS],
    ['a week, where outages are on weekdays', [{ ...outage('+1h'), every: DAY_MS, on: ['Mon', 'Tue'] }], 7 * DAY_MS],
  ])('%s', (_, outages, expected) => {
    expect(launchSpan(outages, NINE)).toBe(expected);
  });

  it('nothing, where the outage itself is tried: it begins with the launches', () => {
    expect(launchSpan([outage('+1h')], NINE, ['retry.max', 'outage'])).toBe(0);
  });

  it('no time after the last there is', () => {
    expect(launchSpan([], LAST_INSTANT - HOUR_MS)).toBe(HOUR_MS);
  });
});
