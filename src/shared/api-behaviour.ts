/** What an External API does with a call: scripted, drawn at random, or in an outage. */
import { z } from 'zod';
import { DAY_MS } from './duration.ts';
import { customData, duration, instant, positiveDuration, share } from './field-kinds.ts';
import { CONNECTION_FAILURES, WEEKDAYS } from './words.ts';

const reason = z.string().describe('Why it was unsuccessful; shown as Rejected Reason.');
const data = customData.describe('Custom data written to the Case.');
const outcome = z
  .enum(['success', 'unsuccessful'])
  .meta({ description: 'Whether the external system succeeded.', rules: ['R25', 'R26'] });
/** What a response says, whenever it is sent. */
export const responseContent = { outcome, reason: reason.optional(), data: data.optional() };
export const malformed = z
  .literal(true)
  .meta({ description: 'true sends a body that cannot be read.', rules: ['R30'] });
export const wrongToken = z
  .literal('wrong')
  .meta({ description: 'wrong sends it to an address that is not this Action’s.', rules: ['R30'] });

/** In the order in which files write it. */
const sent = {
  after: duration.describe('Counted from acceptance. Default 0s.').optional(),
  reason: responseContent.reason,
  data: responseContent.data,
  repeat: z
    .int()
    .min(1, 'expected how many times it is sent, at least 1')
    .max(100)
    .describe('How many times it is sent. Default 1.')
    .optional(),
};

/** One response of the external system to the callback URL, `after` its acceptance. */
export const apiResponse = z
  .union([
    z.strictObject({ ...sent, outcome }),
    z.strictObject({ after: sent.after, repeat: sent.repeat, malformed }),
    z.strictObject({ ...sent, token: wrongToken, outcome: outcome.optional() }),
  ])
  .meta({ id: 'ApiResponse', description: 'One response to the Action’s callback URL.' });
export type ApiResponse = z.output<typeof apiResponse>;

const OUTSIDE_2XX = 'expected a final HTTP status outside 2xx, 300 to 599';
export const failingStatus = z
  .int(OUTSIDE_2XX)
  .min(300, OUTSIDE_2XX)
  .max(599, OUTSIDE_2XX)
  .meta({ id: 'FailingStatus', description: 'A final HTTP status outside 2xx.' });
const WITHIN_2XX = 'expected an HTTP status from 200 to 299';

const failureTook = duration.describe('How long the failure takes. Default 0s.').optional();
const retryAfter = duration.describe('Its Retry-After header; shown, not followed.').optional();

const failingCall = z
  .strictObject({
    fail: z.enum(CONNECTION_FAILURES).meta({
      description: 'How the connection fails; hang gives no reply until the call timeout.',
      rules: ['R7'],
    }),
    after: failureTook,
  })
  .meta({ title: 'Fails to connect' });
const refusingCall = z
  .strictObject({
    status: failingStatus.meta({ description: 'The HTTP status outside 2xx.', rules: ['R7'] }),
    after: failureTook,
    retryAfter,
  })
  .meta({ title: 'Replies with an HTTP status' });
const acceptingCall = z
  .strictObject({
    accept: z.literal(true).describe('Accepts the call (the default).').optional(),
    acceptAfter: duration.describe('How long the acceptance takes. Default 0s.').optional(),
    acceptStatus: z
      .int(WITHIN_2XX)
      .min(200, WITHIN_2XX)
      .max(299, WITHIN_2XX)
      .describe('The HTTP status of the acceptance. Default 200.')
      .optional(),
    respond: z
      .union([apiResponse, z.array(apiResponse)])
      .describe('The response or responses it sends later; if left out, the API never responds.')
      .optional(),
  })
  .meta({ title: 'Accepts the call' });

/** A bare `accept` is the same as `{}`. */
const bareAccept = z
  .codec(z.literal('accept'), acceptingCall, { decode: () => ({}), encode: () => 'accept' as const })
  .meta({ title: 'Accepts the call and never responds' });

/** One call outcome (scenario-format.md). */
export const callOutcome = z.union([failingCall, refusingCall, acceptingCall, bareAccept]).meta({
  id: 'CallOutcome',
  description: 'What an External API does with one call: fail, reply with a status outside 2xx, or accept it.',
});
export type CallOutcome = z.output<typeof callOutcome>;

const mean = 'The mean.';

/** Durations drawn at random; a plain duration is drawn always. */
export const distribution = z
  .union([
    duration,
    z.strictObject({
      uniform: z
        .tuple([duration, duration])
        .refine(([low, high]) => low <= high, 'expected [shortest, longest]')
        .describe('Uniform: anywhere between the shortest and the longest.'),
    }),
    z.strictObject({
      normal: z
        .strictObject({ mean: duration.describe(mean), sd: duration.describe('The standard deviation.') })
        .describe('Normal: spread around a mean, cut off at 0.'),
    }),
    z.strictObject({
      exponential: z
        .strictObject({ mean: positiveDuration.describe(mean) })
        .describe('Exponential: memoryless, with a mean.'),
    }),
    z.strictObject({
      lognormal: z
        .strictObject({
          median: positiveDuration.describe('Half are shorter.'),
          p95: positiveDuration.describe('95 of 100 are shorter; at least the median.'),
        })
        .refine(({ median, p95 }) => p95 >= median, 'expected a p95 of at least the median')
        .describe('Mostly short, sometimes very long.'),
    }),
    z.strictObject({
      empirical: z.array(duration).min(1, 'expected at least one duration').describe('One of those listed.'),
    }),
  ])
  .meta({ id: 'Distribution', description: 'A duration, or a distribution it is drawn from.' });
export type Distribution = z.output<typeof distribution>;

const WEIGHT_EXPECTED = 'expected a weight of at least 0';
const weight = z.number(WEIGHT_EXPECTED).min(0, WEIGHT_EXPECTED);
const someWeight = (weights: Record<string, number>) => Object.values(weights).some((value) => value > 0);

/** `refused`, `hang`, … or an HTTP status outside 2xx, as a key. */
const failureKey = z.union([
  z.enum(CONNECTION_FAILURES),
  z.string().regex(/^[345]\d\d$/, 'expected an HTTP status outside 2xx, 300 to 599'),
]);

export const randomBehaviour = z
  .strictObject({
    failRate: share
      .meta({ title: 'Calls that fail', description: 'Share of all calls.', vary: '0.1..0.5/0.1' })
      .prefault(0),
    fail: z
      .record(failureKey, weight)
      .refine(someWeight, 'expected at least one weight above 0')
      .describe('How they fail: weights of refused, dns, reset, tls, hang or an HTTP status outside 2xx.')
      .prefault({ refused: 1 }),
    acceptAfter: distribution.describe('How long an acceptance takes.').prefault('0s'),
    noResponseRate: share
      .meta({ title: 'Calls without a response', description: 'Share of accepted calls.', vary: '0,0.05,0.1' })
      .prefault(0),
    successRate: share
      .meta({ title: 'Successful responses', description: 'Share of all responses.', vary: '0.8,0.9,1' })
      .prefault(1),
    responseAfter: distribution.describe('How long after acceptance a response arrives.').prefault('0s'),
    reasons: z.record(z.string(), weight).describe('Weights of the reasons of unsuccessful responses.').prefault({}),
    data: customData
      .meta({ title: 'Data', description: 'Custom data that every successful response writes to the Case.' })
      .optional(),
  })
  .meta({
    id: 'RandomBehaviour',
    description: 'What an External API does with calls, drawn at random from the scenario’s seed.',
  });
export type RandomBehaviour = z.output<typeof randomBehaviour>;

/** A window `from ≤ t < from + for` in which every call fails alike; it may come again (`outage-times.ts` reads it). */
export const outage = z
  .strictObject({
    from: instant.describe('When it begins.'),
    for: positiveDuration.describe('How long it lasts.'),
    every: positiveDuration
      .describe('It comes again this long after it began, and so on; at least for. Left out: it comes once.')
      .optional(),
    on: z
      .array(z.enum(WEEKDAYS))
      .min(1, 'expected at least one day')
      .describe('The days on which it begins, in UTC; only with every: 1d. Left out: every day.')
      .optional(),
    fail: z.enum(CONNECTION_FAILURES).describe('How calls fail. Default refused.').optional(),
    status: failingStatus.describe('The HTTP status outside 2xx; instead of fail.').optional(),
    after: failureTook,
    retryAfter,
  })
  .refine((value) => value.fail === undefined || value.status === undefined, 'expected fail or status, not both')
  .refine((value) => value.every === undefined || value.every >= value.for, {
    message: 'expected at least as long as the outage lasts',
    path: ['every'],
  })
  .refine((value) => value.on === undefined || value.every === DAY_MS, {
    message: 'expected days only with every: 1d',
    path: ['on'],
  })
  .meta({
    id: 'Outage',
    description: 'A window in which every call fails: from ≤ t < from + for, once or again and again.',
  });
export type Outage = z.output<typeof outage>;
