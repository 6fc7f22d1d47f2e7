/** A working day in the Lab: launches as they come in, people who work what is handed over. Instants are since the day's start. */
import { z } from 'zod';
import { DAY_MS, HOUR_MS } from './duration.ts';

const LONGEST_MS = 7 * DAY_MS;
const instantOfDay = z.int('expected milliseconds since the start of the day').min(0).max(LONGEST_MS);

const LAUNCHES_EXPECTED = 'expected a number from 0 to 10,000';
const DAYS_EXPECTED = 'expected a whole number from 1 to 500';
const LENGTH_EXPECTED = 'expected from 1h to 7d';
const OUTAGE_EXPECTED = 'expected from 1s to 7d';

/** Somebody who works To Do items, one at a time. */
export const worker = z
  .strictObject({
    /** A user of the workspace. */
    name: z.string().min(1, 'expected a name'),
    fromMs: instantOfDay,
    toMs: instantOfDay,
    /** How long an item takes on average; how long each takes is exponential. */
    perItemMs: z.int().min(1_000, 'expected at least 1s'),
  })
  .refine(({ fromMs, toMs }) => fromMs < toMs, 'expected working hours that end after they begin');

export const dayRequest = z.strictObject({
  actionTypeName: z.string().min(1),
  seed: z.int('expected a whole number'),
  /** How many days are played, each with draws of its own. */
  dayCount: z.int(DAYS_EXPECTED).min(1, DAYS_EXPECTED).max(500, DAYS_EXPECTED),
  lengthMs: z.int().min(HOUR_MS, LENGTH_EXPECTED).max(LONGEST_MS, LENGTH_EXPECTED),
  /** Launches as they come in: an average for each hour, from the first; the last goes on. */
  launchesPerHour: z.array(z.number(LAUNCHES_EXPECTED).min(0, LAUNCHES_EXPECTED).max(10_000, LAUNCHES_EXPECTED)).min(1),
  /** Who is told of escalations, and works them where he or she is one of the people. */
  owner: z.string().min(1),
  people: z.array(worker).max(100),
  /** Laid over the External API's own behaviour; the same days are played without it too, and without any. */
  outage: z
    .strictObject({ fromMs: instantOfDay, forMs: z.int().min(1_000, OUTAGE_EXPECTED).max(LONGEST_MS, OUTAGE_EXPECTED) })
    .nullable(),
});
export type DayRequest = z.output<typeof dayRequest>;

const band = z
  .object({
    low: z.number(),
    median: z.number(),
    high: z.number(),
  })
  .meta({
    id: 'Band',
    description: 'Over the days, at one instant: how many of ten days lie below `low` and above `high` is one each.',
  });
export type Band = Readonly<z.output<typeof band>>;

const dayPoint = z
  .object({
    afterMs: z.number(),
    waiting: band.describe('Items that wait for somebody.'),
    oldestMs: band.describe('How long the oldest of them has waited, in milliseconds.'),
  })
  .meta({ id: 'DayPoint' });

const dayPerson = z
  .object({
    name: z.string(),
    busyShare: z.number().describe('The share of the working hours spent on items, on average.'),
    itemsPerDay: z.number(),
  })
  .meta({ id: 'DayPerson' });
export type DayPerson = Readonly<z.output<typeof dayPerson>>;

const dayOutcome = z
  .object({
    launched: z.number(),
    escalated: z.number(),
    handedOver: z.number(),
    workedOff: z.number(),
    leftOver: z.number().describe('Items nobody had taken by the end of the day.'),
    waitMs: band.nullable().describe('From the hand-over until somebody took it; null where nothing was taken.'),
    points: z.array(dayPoint).readonly(),
    people: z.array(dayPerson).readonly(),
  })
  .meta({ id: 'DayOutcome', description: 'What the days came to; counts are averages a day.' });
export type DayOutcome = Readonly<z.output<typeof dayOutcome>>;

export const dayRun = z
  .object({
    id: z.string(),
    state: z.enum(['running', 'finished', 'cancelled', 'failed']),
    problem: z.string().nullable(),
    playedCount: z.number(),
    dayCount: z.number(),
    startAt: z.number().describe('Virtual time at which the day starts.'),
    request: dayRequest,
    hasOwnOutages: z.boolean().describe('Whether the API has outages of its own.'),
    plain: dayOutcome
      .nullable()
      .describe('As configured, the API’s own outages included; null before the first day is in.'),
    withOutage: dayOutcome.nullable().describe('With the day’s outage too; null where it has none.'),
    withoutAny: dayOutcome.nullable().describe('Without any outage; null where the API has none of its own.'),
  })
  .meta({ id: 'DayRun' });
export type DayRun = Readonly<z.output<typeof dayRun>>;
