/** The kinds of fields that definitions are made of: durations, instants, names, shares, JSON. */
import { z } from 'zod';
import {
  DAY_MS,
  DURATION_EXPECTED,
  DURATION_PATTERN,
  formatDuration,
  MAX_DURATION_MS,
  parseDuration,
} from './duration.ts';
import { canonicalInstant, INSTANT_EXPECTED, isInstant, isOutOfTime, OUT_OF_TIME } from './instant.ts';
import { LOST_NAME, LOST_NAME_REFUSED } from './lost-name.ts';

/** Milliseconds in code, `1h30m` in files. */
export const duration = z
  .codec(
    z.string({ error: `expected ${DURATION_EXPECTED}` }).regex(DURATION_PATTERN, `expected ${DURATION_EXPECTED}`),
    z.int(),
    {
      decode: (text, context) => {
        const value = parseDuration(text);
        if (value !== null) return value;
        // The pattern has passed, so it is only too long.
        const message = `expected a duration of at most ${MAX_DURATION_MS / DAY_MS}d`;
        context.issues.push({ code: 'custom', input: text, message });
        return z.NEVER;
      },
      encode: formatDuration,
    },
  )
  .meta({ id: 'Duration', description: 'A duration: 250ms, 30s, 20 min, 1h30m, 2d.' });

export const positiveDuration = duration
  .refine((value) => value > 0, 'expected a duration longer than 0s')
  .meta({ id: 'PositiveDuration', description: 'A duration longer than 0s: 250ms, 30s, 20 min, 1h30m, 2d.' });

export const wholeSeconds = duration
  .refine((value) => value >= 1_000, 'expected a duration of at least 1s')
  .meta({ id: 'SecondsOrMore', description: 'A duration of at least 1s: 30s, 20 min, 1h30m, 2d.' });

/** Kept as text: what `+31m` and `10:00` mean depends on the scenario's start (`resolveInstant`). */
export const instant = z
  .string({ error: `expected ${INSTANT_EXPECTED}` })
  .refine(isInstant, {
    error: ({ input }) => (isOutOfTime(String(input)) ? OUT_OF_TIME : `expected ${INSTANT_EXPECTED}`),
  })
  .overwrite(canonicalInstant)
  .meta({
    id: 'Instant',
    description:
      "An instant: +31m since the scenario's start; a time of day such as 10:00, the first one at or after the start; or a date and time (ISO 8601), in UTC where it names no zone.",
  });

/** An instant as answers hold it. */
export const virtualTime = z
  .int()
  .meta({ id: 'VirtualTime', description: 'Virtual time: milliseconds since 1970, UTC.' });

/** In YAML a name made of digits is a number, unless it stands in quotes. */
const nameUpTo = (length: number) =>
  z
    .string({
      error: ({ input }) => (typeof input === 'number' ? `expected a name, in quotes: "${input}"` : 'expected a name'),
    })
    .min(1, 'expected a name')
    .max(length, `expected a name of at most ${length} characters`)
    .refine((value) => value !== LOST_NAME, LOST_NAME_REFUSED);
/** Text for people that is not empty: `what` is expected. In YAML an answer such as 5 is a number, unless it stands in quotes. */
export const someText = (what: string) =>
  z
    .string({
      error: ({ input }) =>
        typeof input === 'number' ? `expected ${what}, in quotes: "${input}"` : `expected ${what}`,
    })
    .min(1, `expected ${what}`);

/** Without a slash. */
const partUpTo = (length: number) =>
  nameUpTo(length).regex(/^[^/\s][^/]*$/, {
    error: ({ input }) =>
      /^\s/.test(String(input)) ? 'expected a name that does not begin with a space' : 'expected a name without "/"',
  });

export const name = nameUpTo(200).meta({ id: 'Name', description: 'A name; put one made of digits in quotes.' });

/** Names that stand in references such as `C1/post-invoice` hold no slash. */
export const referencePart = partUpTo(200).meta({
  id: 'ReferenceName',
  description: 'A name without "/"; put one made of digits in quotes.',
});

/** What a Case is called: launched as one of many it has a name with a hyphen and a number of up to 16 digits. */
export const caseName = partUpTo(220).meta({
  id: 'CaseName',
  description: 'The name of a Case, without "/"; a Case launched as one of many ends in its number.',
});

const SHARE_EXPECTED = 'expected a share from 0 to 1';

/** A part of a whole: 0.15 is 15 %. */
export const share = z
  .number(SHARE_EXPECTED)
  .min(0, SHARE_EXPECTED)
  .max(1, SHARE_EXPECTED)
  .meta({ id: 'Share', description: 'A part of a whole: 0.15 is 15 %.', isShare: true, unit: '%' });

// Registered as it is: it holds itself, and a clone would hold another.
export const jsonValue = z.json().register(z.globalRegistry, { id: 'JsonValue', description: 'Any JSON.' });

/** Custom data of a Case: any JSON, by field. */
export const customData = z
  .record(z.string(), jsonValue)
  .meta({ id: 'CustomData', description: 'Custom data by field: any JSON.' });
