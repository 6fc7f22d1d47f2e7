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
import { isInstant, isOutOfTime, OUT_OF_TIME } from './instant.ts';

/** Milliseconds in code, `1h30m` in files. */
export const duration = z
  .codec(
    z.string({ error: `expected ${DURATION_EXPECTED}` }).regex(DURATION_PATTERN, `expected ${DURATION_EXPECTED}`),
    z.number(),
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
  .meta({ id: 'Duration', description: 'A duration: 250ms, 30s, 5m, 1h30m, 2d.' });

export const positiveDuration = duration
  .refine((value) => value > 0, 'expected a duration longer than 0s')
  .meta({ id: 'PositiveDuration', description: 'A duration longer than 0s: 250ms, 30s, 5m, 1h30m, 2d.' });

export const wholeSeconds = duration
  .refine((value) => value >= 1_000, 'expected a duration of at least 1s')
  .meta({ id: 'SecondsOrMore', description: 'A duration of at least 1s: 30s, 5m, 1h30m, 2d.' });

/** Kept as text: what `+31m` means depends on the scenario's start (`resolveInstant`). */
export const instant = z
  .string({ error: 'expected an instant such as +31m or 2026-01-05T09:31:00Z' })
  .refine(isInstant, {
    error: ({ input }) =>
      isOutOfTime(String(input))
        ? OUT_OF_TIME
        : "expected an instant such as +31m (since the scenario's start) or 2026-01-05T09:31:00Z",
  })
  .meta({ id: 'Instant', description: "An instant: +31m since the scenario's start, or ISO 8601 with a zone." });

/** In YAML a name made of digits is a number, unless it stands in quotes. */
export const name = z
  .string({
    error: ({ input }) => (typeof input === 'number' ? `expected a name, in quotes: "${input}"` : 'expected a name'),
  })
  .min(1, 'expected a name')
  .max(200, 'expected a name of at most 200 characters')
  // JavaScript gives this name a meaning of its own: an entry under it would be lost.
  .refine((value) => value !== '__proto__', 'expected another name than "__proto__"')
  .meta({ id: 'Name', description: 'A name; one made of digits stands in quotes.' });

/** Names that stand in references such as `C1/post-invoice` hold no slash. */
export const referencePart = name
  .regex(/^[^/\s][^/]*$/, 'expected a name without "/"')
  .meta({ id: 'ReferenceName', description: 'A name without "/"; one made of digits stands in quotes.' });

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
