import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/renderer/src/chart/chart-data.ts';
import { clockTicks } from '../../../src/renderer/src/chart/ticks.ts';
import { seriesOf } from '../../../src/renderer/src/features/lab/day/results/day-series.ts';
import { fanFigures, fanRows, highestOf, isOut } from '../../../src/renderer/src/features/lab/day/results/fan-data.ts';
import { peopleTable } from '../../../src/renderer/src/features/lab/day/results/people-data.ts';
import type { Band, DayOutcome, DayRun } from '../../../src/shared/lab-day.ts';
import { clockLabel, spanText } from '../../../src/views/lab/day/clock-label.ts';
import { dayFigures } from '../../../src/views/lab/day/day-figures.ts';
import { outageSentences } from '../../../src/views/lab/day/outage-sentence.ts';
import { personRows } from '../../../src/views/lab/day/person-rows.ts';
import { MINUTE } from '../../support/given.ts';

const HOUR = 60 * MINUTE;
const NINE = Date.parse('2026-01-05T09:00:00Z');

const band = (median: number): Band => ({ low: Math.max(0, median - 1), median, high: median + 2 });

/** One point an hour from nine on. */
function outcome(medians: readonly number[], part: Partial<DayOutcome> = {}): DayOutcome {
  return {
    launched: 100,
    escalated: 0,
    handedOver: 10,
    workedOff: 10,
    leftOver: 0,
    waitMs: null,
    points: medians.map((median, hour) => ({
      afterMs: hour * HOUR,
      waiting: band(median),
      oldestMs: { low: 0, median: median * MINUTE, high: 2 * median * MINUTE },
    })),
    people: [{ name: 'omar', busyShare: 0.5, itemsPerDay: 12.25 }],
    ...part,
  };
}

function run(plain: DayOutcome | null, withOutage: DayOutcome | null, part: Partial<DayRun['request']> = {}): DayRun {
  return {
    id: 'r',
    state: 'finished',
    problem: null,
    playedCount: 10,
    dayCount: 10,
    startAt: NINE,
    request: {
      actionTypeName: 'post',
      seed: 1,
      dayCount: 10,
      lengthMs: 5 * HOUR,
      launchesPerHour: [20],
      owner: 'dana',
      people: [{ name: 'omar', fromMs: HOUR, toMs: 5 * HOUR, perItemMs: 10 * MINUTE }],
      outage: { fromMs: HOUR, forMs: 20 * MINUTE },
      ...part,
    },
    hasOwnOutages: false,
    plain,
    withOutage,
    withoutAny: null,
  };
}

describe('what the outage does to the day', () => {
  const plain = outcome([0, 1, 2, 2, 1, 1]);
  const waiting = (medians: readonly number[]) => outageSentences(run(plain, outcome(medians)))?.[0];

  it('is the most it leaves waiting, and what is left of it in the end', () => {
    expect(waiting([0, 1, 4, 6, 5, 3])).toBe(
      'A 20 min outage at 10:00 leaves 4 more items waiting at 12:00 on a median day, and 2 more at the end of the day.',
    );
    expect(waiting([0, 1, 3, 2, 1, 1])).toBe(
      'A 20 min outage at 10:00 leaves 1 more item waiting at 11:00 on a median day, and as many as without it at the end of the day.',
    );
    expect(waiting([0, 1, 4, 2, 1, 0])).toMatch(/, and 1 fewer at the end of the day\.$/);
    expect(waiting([0, 1, 2, 3, 3, 4])).toBe(
      'A 20 min outage at 10:00 leaves 3 more items waiting at the end of a median day.',
    );
  });

  it('may be nothing, or less', () => {
    expect(waiting([0, 1, 2, 2, 1, 1])).toBe('A 20 min outage at 10:00 leaves no more items waiting on a median day.');
    expect(waiting([0, 1, 1, 2, 1, 0])).toBe(
      'A 20 min outage at 10:00 leaves no more items waiting on a median day; 1 fewer item waits at the end of the day.',
    );
  });

  it('is also how many more are escalated and handed over', () => {
    const totals = (part: Partial<DayOutcome>) => outageSentences(run(plain, outcome([0], part)))?.[1];
    expect(totals({ escalated: 3.14, handedOver: 9.5 })).toBe(
      'Each day, on average, 3.1 more are escalated to the Case owner and 0.5 fewer are handed over.',
    );
    expect(totals({ handedOver: 10.04 })).toBe('The same numbers are escalated and handed over as without it.');
  });

  it('is not there without an outage, or before a day was played', () => {
    expect(outageSentences(run(plain, null, { outage: null }))).toBeNull();
    expect(outageSentences(run(null, null))).toBeNull();
  });

  it('is said as it is read out', () => {
    const of = (forMs: number) => outageSentences(run(plain, plain, { outage: { fromMs: 0, forMs } }))?.[0];
    expect([8, 11, 18, 80].map((minutes) => of(minutes * MINUTE)?.split(' outage')[0])).toEqual([
      'An 8 min',
      'An 11 min',
      'An 18 min',
      'A 1 h 20 min',
    ]);
  });
});

describe('figures', () => {
  it('are averages, waits, and what the outage adds', () => {
    const waitMs = { low: 0, median: 90_000, high: 10 * MINUTE };
    const figures = dayFigures(
      run(outcome([0], { waitMs }), outcome([0], { escalated: 4.56, handedOver: 9.5, waitMs: band(60_000) })),
    );
    expect(figures.map(({ key, plain, withOutage, difference }) => [key, plain, withOutage, difference])).toEqual([
      ['launched', '100.0', '100.0', '0'],
      ['handedOver', '10.0', '9.5', '−0.5'],
      ['escalated', '0.0', '4.6', '+4.6'],
      ['workedOff', '10.0', '10.0', '0'],
      ['leftOver', '0.0', '0.0', '0'],
      ['waitMedian', '1 min 30 s', '1 min', '−30 s'],
      ['waitHigh', '10 min', '1 min', '−9 min'],
    ]);
  });

  it('of waits are not there where nothing was taken', () => {
    const figures = dayFigures(run(outcome([0]), null, { outage: null }));
    expect(figures.at(-1)).toMatchObject({ plain: '–', withOutage: null, difference: null });
    expect(dayFigures(run(null, null))).toEqual([]);
  });
});

describe('the clock as an axis', () => {
  it('is labelled at round times, whenever the day starts', () => {
    expect(clockTicks(NINE, 9 * HOUR, 10).map((ms) => clockLabel(NINE, 9 * HOUR, ms))).toEqual(
      [9, 10, 11, 12, 13, 14, 15, 16, 17, 18].map((hour) => `${String(hour).padStart(2, '0')}:00`),
    );
    const odd = NINE + 20 * MINUTE;
    expect(clockTicks(odd, 4 * HOUR, 2).map((ms) => clockLabel(odd, 4 * HOUR, ms))).toEqual(['10:00', '12:00']);
  });

  it('says the weekday where there are several', () => {
    const days = 48 * HOUR;
    expect(clockLabel(NINE, days, 25 * HOUR)).toBe('Tue 10:00');
    expect([spanText(NINE, 9 * HOUR), spanText(NINE, days)]).toEqual(['09:00 to 18:00', '2 d from Mon 09:00']);
  });
});

describe('a fan', () => {
  const both = run(outcome([1, 2]), outcome([3, 9]));

  it('has both days side by side', () => {
    expect(fanRows(both, 'waiting')[1]).toEqual({
      afterMs: HOUR,
      plain: band(2),
      withOutage: band(9),
      withoutAny: null,
    });
    expect(highestOf(fanRows(both, 'waiting'))).toBe(11);
    expect([0, HOUR, HOUR + 20 * MINUTE].map((ms) => isOut(both, ms))).toEqual([false, true, false]);
  });

  it('can be read by other programs', () => {
    expect(csvOf(fanFigures(both, 'oldestMs')).split('\r\n').slice(0, 2)).toEqual([
      'Time,Median without outage (ms),10 % without outage (ms),90 % without outage (ms),Median with outage (ms),10 % with outage (ms),90 % with outage (ms)',
      '09:00,60000,0,120000,180000,0,360000',
    ]);
    expect(csvOf(fanFigures(run(outcome([1]), null, { outage: null }), 'waiting'))).toBe(
      'Time,Median,10 %,90 %\r\n09:00,1,0,3\r\n',
    );
  });
});

it('a way of playing the day is called what it is: the API’s own outages stay where only the day’s is left out', () => {
  const labels = (part: Partial<DayRun>) => seriesOf({ ...run(null, null), ...part }).map(({ label }) => label);
  const noOutage = { request: { ...run(null, null).request, outage: null } };
  expect(labels({})).toEqual(['Without outage', 'With outage']);
  expect(labels({ hasOwnOutages: true })).toEqual([
    'Without any outage',
    'Without the day’s outage',
    'With the day’s outage',
  ]);
  expect(labels(noOutage)).toEqual(['As configured']);
  expect(labels({ ...noOutage, hasOwnOutages: true })).toEqual(['Without any outage', 'As configured']);
  const played = {
    ...run(outcome([1]), outcome([2])),
    hasOwnOutages: true,
    withoutAny: outcome([0], { escalated: 0.5 }),
  };
  expect(dayFigures(played).find(({ key }) => key === 'escalated')?.withoutAny).toBe('0.5');
  expect(csvOf(fanFigures(played, 'waiting'))).toMatch(/^Time,Median without any outage,/);
});

it('people stand with their hours, how busy they are both ways, and their items', () => {
  const both = run(outcome([0]), outcome([0], { people: [{ name: 'omar', busyShare: 0.75, itemsPerDay: 18 }] }));
  expect(personRows(both)).toMatchObject([{ index: 0, name: 'omar', hours: '10:00 – 14:00' }]);
  expect(csvOf(peopleTable(both)).split('\r\n')[1]).toBe('omar,10:00 – 14:00,0.5,0.75,12.25,18');
});
