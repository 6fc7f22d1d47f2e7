/**
 * What a workspace is configured with (S1–S5): settings, people, simulated external APIs, Action types, Cases. The same
 * schemas validate files, forms and the wire. `z.decode` turns a file's text into these values (durations become
 * milliseconds, defaults are filled in); `z.encode` gives the file's form back.
 */
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
import { LOST_NAME, LOST_NAME_REFUSED } from './lost-name.ts';
import { API_SWITCHES, CONNECTION_FAILURES, RESPONSE_CLOCKS } from './words.ts';

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
  .meta({ description: 'A duration: 250ms, 30s, 5m, 1h30m, 2d' });

export const positiveDuration = duration.refine((value) => value > 0, 'expected a duration longer than 0s');
export const wholeSeconds = duration.refine((value) => value >= 1_000, 'expected a duration of at least 1s');

/** Kept as text: what `+31m` means depends on the scenario's start (`resolveInstant`). */
export const instant = z
  .string({ error: 'expected an instant such as +31m or 2026-01-05T09:31:00Z' })
  .refine(isInstant, {
    error: ({ input }) =>
      isOutOfTime(String(input))
        ? OUT_OF_TIME
        : "expected an instant such as +31m (since the scenario's start) or 2026-01-05T09:31:00Z",
  })
  .meta({ description: "An instant: +31m since the scenario's start, or ISO 8601 with a zone" });

/** In YAML a name made of digits is a number, unless it stands in quotes. */
const nameUpTo = (length: number) =>
  z
    .string({
      error: ({ input }) => (typeof input === 'number' ? `expected a name, in quotes: "${input}"` : 'expected a name'),
    })
    .min(1, 'expected a name')
    .max(length, `expected a name of at most ${length} characters`)
    .refine((value) => value !== LOST_NAME, LOST_NAME_REFUSED);
/** Without a slash. */
const partOf = (schema: z.ZodString) =>
  schema.regex(/^[^/\s][^/]*$/, {
    error: ({ input }) =>
      /^\s/.test(String(input)) ? 'expected a name that begins with no blank' : 'expected a name without "/"',
  });

export const name = nameUpTo(200);

/** Names that stand in references such as `C1/post-invoice` hold no slash. */
export const referencePart = partOf(name);

/** What a Case is called: launched as one of many it has a name with a hyphen and a number of up to 16 digits. */
export const caseName = partOf(nameUpTo(220));

export const jsonValue = z.json();

/** Custom data of a Case: any JSON, by field. */
export const customData = z.record(z.string(), jsonValue);
export type CustomData = z.output<typeof customData>;

// ── Retry pattern and system-wide settings (S1, S2, S4) ─────────────────────────────────────────────────────────────

/** The highest maximum the simulator takes (S1 [A]); the real product's slider ends at 10 [D]. */
export const MAXIMUM_RETRIES_LIMIT = 100;
export const PRODUCT_MAXIMUM_RETRIES = 10;

const MAXIMUM_EXPECTED = `expected a whole number from 0 to ${MAXIMUM_RETRIES_LIMIT}`;
const FACTOR_EXPECTED = 'expected a number from 1 to 1000';
const SHARE_EXPECTED = 'expected a share from 0 to 1';

/** A part of a whole: 0.15 is 15 %. */
export const share = z.number(SHARE_EXPECTED).min(0, SHARE_EXPECTED).max(1, SHARE_EXPECTED);

const retryFields = {
  max: z.int(MAXIMUM_EXPECTED).min(0, MAXIMUM_EXPECTED).max(MAXIMUM_RETRIES_LIMIT, MAXIMUM_EXPECTED),
  first: positiveDuration,
  factor: z.number(FACTOR_EXPECTED).min(1, FACTOR_EXPECTED).max(1000, FACTOR_EXPECTED),
  cap: positiveDuration,
  jitter: share,
};

/** S1, S2: defaults 5 retries, 1 min, × 2, cap 24 h, no jitter [A]. */
export const RETRY_DEFAULTS: RetryPattern = { max: 5, first: 60_000, factor: 2, cap: 86_400_000, jitter: 0 };

export const retryPattern = z.strictObject({
  max: retryFields.max.prefault(5),
  first: retryFields.first.prefault('1m'),
  factor: retryFields.factor.prefault(2),
  cap: retryFields.cap.prefault('24h'),
  jitter: retryFields.jitter.prefault(0),
});
export type RetryPattern = z.output<typeof retryPattern>;

export const retryPatternChange = z.strictObject(retryFields).partial();

const settingsFields = {
  retry: retryPattern.prefault({}),
  responseClock: z.enum(RESPONSE_CLOCKS),
  callTimeout: positiveDuration,
};

export const settings = z.strictObject({
  retry: settingsFields.retry,
  responseClock: settingsFields.responseClock.prefault('connection'),
  callTimeout: settingsFields.callTimeout.prefault('30s'),
});
export type Settings = z.output<typeof settings>;

export const settingsChange = z.strictObject({
  retry: retryPatternChange.optional(),
  responseClock: settingsFields.responseClock.optional(),
  callTimeout: settingsFields.callTimeout.optional(),
});
export type SettingsChange = z.output<typeof settingsChange>;

// ── People (S5) ─────────────────────────────────────────────────────────────────────────────────────────────────────

export const user = z.strictObject({ available: z.boolean().prefault(true), queues: z.array(name).prefault([]) });
export type User = z.output<typeof user>;
export const userChange = z.strictObject({ available: z.boolean(), queues: z.array(name) }).partial();
export type UserChange = z.output<typeof userChange>;

// ── What an external API does with a call ───────────────────────────────────────────────────────────────────────────

const answer = {
  after: duration.optional(),
  reason: z.string().optional(),
  data: customData.optional(),
  repeat: z.int().min(1, 'expected how often it is sent, at least 1').max(100).optional(),
};

/** One answer of the external system to the callback URL, `after` its acceptance. */
export const apiResponse = z.union([
  z.strictObject({ ...answer, outcome: z.enum(['success', 'unsuccessful']) }),
  z.strictObject({ after: answer.after, repeat: answer.repeat, malformed: z.literal(true) }),
  z.strictObject({ ...answer, token: z.literal('wrong'), outcome: z.enum(['success', 'unsuccessful']).optional() }),
]);
export type ApiResponse = z.output<typeof apiResponse>;

const OUTSIDE_2XX = 'expected a final HTTP status outside 2xx, 300 to 599';
export const failingStatus = z.int(OUTSIDE_2XX).min(300, OUTSIDE_2XX).max(599, OUTSIDE_2XX);
const WITHIN_2XX = 'expected an HTTP status from 200 to 299';

const failingCall = z.strictObject({ fail: z.enum(CONNECTION_FAILURES), after: duration.optional() });
const refusingCall = z.strictObject({
  status: failingStatus,
  after: duration.optional(),
  retryAfter: duration.optional(),
});
const acceptingCall = z.strictObject({
  accept: z.literal(true).optional(),
  acceptAfter: duration.optional(),
  acceptStatus: z.int(WITHIN_2XX).min(200, WITHIN_2XX).max(299, WITHIN_2XX).optional(),
  respond: z.union([apiResponse, z.array(apiResponse)]).optional(),
});

/** A bare `accept` is the same as `{}`. */
const bareAccept = z.codec(z.literal('accept'), acceptingCall, { decode: () => ({}), encode: () => 'accept' as const });

/** One call outcome (scenario-format.md). */
export const callOutcome = z.union([failingCall, refusingCall, acceptingCall, bareAccept]);
export type CallOutcome = z.output<typeof callOutcome>;
export type AcceptingCall = z.output<typeof acceptingCall>;

/** Durations drawn at random; a plain duration is drawn always. */
export const distribution = z.union([
  duration,
  z.strictObject({
    uniform: z.tuple([duration, duration]).refine(([low, high]) => low <= high, 'expected [shortest, longest]'),
  }),
  z.strictObject({ normal: z.strictObject({ mean: duration, sd: duration }) }),
  z.strictObject({ exponential: z.strictObject({ mean: positiveDuration }) }),
  z.strictObject({
    lognormal: z
      .strictObject({ median: positiveDuration, p95: positiveDuration })
      .refine(({ median, p95 }) => p95 >= median, 'expected a p95 of at least the median'),
  }),
  z.strictObject({ empirical: z.array(duration).min(1, 'expected at least one duration') }),
]);
export type Distribution = z.output<typeof distribution>;

const WEIGHT_EXPECTED = 'expected a weight of at least 0';
const weight = z.number(WEIGHT_EXPECTED).min(0, WEIGHT_EXPECTED);
const someWeight = (weights: Record<string, number>) => Object.values(weights).some((value) => value > 0);

/** `refused`, `hang`, … or an HTTP status outside 2xx, as a key. */
const failureKey = z.union([
  z.enum(CONNECTION_FAILURES),
  z.string().regex(/^[345]\d\d$/, 'expected an HTTP status outside 2xx, 300 to 599'),
]);

export const randomBehaviour = z.strictObject({
  failRate: share.prefault(0),
  fail: z
    .record(failureKey, weight)
    .refine(someWeight, 'expected at least one weight above 0')
    .prefault({ refused: 1 }),
  acceptAfter: distribution.prefault('0s'),
  noResponseRate: share.prefault(0),
  successRate: share.prefault(1),
  responseAfter: distribution.prefault('0s'),
  reasons: z.record(z.string(), weight).prefault({}),
});
export type RandomBehaviour = z.output<typeof randomBehaviour>;

/** A window `from ≤ t < from + for` in which every call fails alike. */
export const outage = z
  .strictObject({
    from: instant,
    for: positiveDuration,
    fail: z.enum(CONNECTION_FAILURES).optional(),
    status: failingStatus.optional(),
    after: duration.optional(),
    retryAfter: duration.optional(),
  })
  .refine((value) => value.fail === undefined || value.status === undefined, 'expected fail or status, not both');
export type Outage = z.output<typeof outage>;

const HTTP_URL = 'expected an http or https URL such as https://erp.example.test/invoices';
export const apiUrl = z.url({ protocol: /^https?$/, error: HTTP_URL });

const externalApiFields = {
  url: apiUrl,
  calls: z.array(callOutcome),
  otherwise: callOutcome,
  random: randomBehaviour,
  outages: z.array(outage),
};

export const SCRIPTED_OR_RANDOM = 'expected calls and otherwise, or random, not both';
export function scriptedOrRandom(api: { calls?: unknown; otherwise?: unknown; random?: unknown }): boolean {
  return api.random === undefined || (api.calls === undefined && api.otherwise === undefined);
}

export const externalApi = z
  .strictObject({
    url: apiUrl,
    calls: externalApiFields.calls.optional(),
    otherwise: externalApiFields.otherwise.optional(),
    random: externalApiFields.random.optional(),
    outages: externalApiFields.outages.optional(),
  })
  .refine(scriptedOrRandom, SCRIPTED_OR_RANDOM);
export type ExternalApi = z.output<typeof externalApi>;
export const externalApiChange = z
  .strictObject(externalApiFields)
  .partial()
  .refine(scriptedOrRandom, SCRIPTED_OR_RANDOM);
export type ExternalApiChange = z.output<typeof externalApiChange>;
export const apiSwitch = z.enum(API_SWITCHES);

// ── Action types (S3) ───────────────────────────────────────────────────────────────────────────────────────────────

/** R41: the queue is always set where the rule names one; the user if available, else the secondary user. */
export const allocation = z.strictObject({
  queue: name.optional(),
  user: name.optional(),
  secondaryUser: name.optional(),
});
export type Allocation = z.output<typeof allocation>;

const actionTypeFields = {
  title: name,
  externalApi: name,
  send: z.array(name),
  responseExpected: z.boolean(),
  responseWithin: wholeSeconds,
  due: positiveDuration,
  autoCompleteOnTimeout: z.boolean(),
  allocation,
};

export const actionType = z
  .strictObject({
    title: actionTypeFields.title.optional(),
    externalApi: actionTypeFields.externalApi.optional(),
    manual: z.boolean().optional(),
    send: actionTypeFields.send.optional(),
    responseExpected: actionTypeFields.responseExpected.prefault(true),
    responseWithin: actionTypeFields.responseWithin.optional(),
    due: actionTypeFields.due.optional(),
    autoCompleteOnTimeout: actionTypeFields.autoCompleteOnTimeout.prefault(false),
    allocation: allocation.optional(),
    retry: retryPattern.optional(),
  })
  .refine(
    (type) => (type.manual === true) !== (type.externalApi !== undefined),
    'expected either externalApi or manual: true',
  );
export type ActionType = z.output<typeof actionType>;

/** What a save may change; `null` blanks an optional setting. */
export const actionTypeChange = z
  .strictObject({
    ...actionTypeFields,
    send: actionTypeFields.send.nullable(),
    responseWithin: actionTypeFields.responseWithin.nullable(),
    due: actionTypeFields.due.nullable(),
    allocation: allocation.nullable(),
    retry: retryPatternChange.nullable(),
  })
  .partial();
export type ActionTypeChange = z.output<typeof actionTypeChange>;

// ── Cases ───────────────────────────────────────────────────────────────────────────────────────────────────────────

/** Action types in order; an inner list starts its members together. */
export const process = z.array(z.union([name, z.array(name).min(1, 'expected at least one Action type')]));

export const caseType = z.strictObject({
  owner: name.optional(),
  data: customData.optional(),
  process: process.optional(),
});
export type CaseType = z.output<typeof caseType>;

export const caseDefinition = z.strictObject({ type: name.optional(), ...caseType.shape });
export type CaseDefinition = z.output<typeof caseDefinition>;

/** Everything a file defines before its steps. Order of keys is creation order (R37). */
export const definitions = z.strictObject({
  settings: settings.prefault({}),
  queues: z.array(name).prefault([]),
  users: z.record(name, user).prefault({}),
  externalApis: z.record(name, externalApi).prefault({}),
  actionTypes: z.record(referencePart, actionType).prefault({}),
  caseTypes: z.record(referencePart, caseType).prefault({}),
  cases: z.record(caseName, caseDefinition).prefault({}),
});
export type Definitions = z.output<typeof definitions>;
