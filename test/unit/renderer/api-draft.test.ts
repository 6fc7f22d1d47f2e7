import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  type ApiDraft,
  apiDraftOf,
  apiText,
  checkApi,
  ofKind,
} from '../../../src/renderer/src/features/external-apis/draft/api-draft.ts';
import { newCall } from '../../../src/renderer/src/features/external-apis/draft/call-draft.ts';
import {
  asOnClock,
  newOutage,
  nextRoundHour,
  outagesIn,
} from '../../../src/renderer/src/features/external-apis/draft/outage-draft.ts';
import {
  newReason,
  type RandomDraft,
  randomDraftOf,
  sharesOf,
} from '../../../src/renderer/src/features/external-apis/draft/random-draft.ts';
import { newResponse } from '../../../src/renderer/src/features/external-apis/draft/response-draft.ts';
import { fromPercent, toPercent } from '../../../src/renderer/src/form/text.ts';
import type { RandomBehaviour } from '../../../src/shared/api-behaviour.ts';
import { type ExternalApi, externalApi } from '../../../src/shared/definitions.ts';
import { resolveInstant } from '../../../src/shared/instant.ts';
import { CONNECTION_FAILURES, WEEKDAYS } from '../../../src/shared/words.ts';
import { planCall } from '../../../src/simulated-api/behaviour.ts';
import { API_PRESETS, presetBehaviour } from '../../../src/views/api/api-presets.ts';

const URL = 'https://erp.example.test/invoices';
const START = Date.UTC(2026, 0, 5, 9);

// ── Every shape that the schema has ─────────────────────────────────────────────────────────────────────────────────

const ms = fc.integer({ min: 0, max: 90 * 86_400_000 });
const positiveMs = fc.integer({ min: 1, max: 90 * 86_400_000 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
/** Keys left out where there is no value, as a decoded file has it. */
const record = (shape: Readonly<Record<string, fc.Arbitrary<unknown>>>) =>
  fc.record(shape).map((value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)));

const json = fc.jsonValue({ maxDepth: 2 }).map((value) => JSON.parse(JSON.stringify(value)) as never);
const fieldName = fc.string({ maxLength: 8 }).filter((text) => text !== '__proto__');
const data = fc
  .dictionary(fieldName, json, { maxKeys: 3, noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, never>);
const words = fc.string({ minLength: 1, maxLength: 12 });
const outcome = fc.constantFrom('success', 'unsuccessful');
const repeat = maybe(fc.integer({ min: 1, max: 100 }));
const response = fc.oneof(
  record({ after: maybe(ms), outcome, reason: maybe(words), data: maybe(data), repeat }),
  record({ after: maybe(ms), repeat, malformed: fc.constant(true) }),
  record({
    after: maybe(ms),
    outcome: maybe(outcome),
    reason: maybe(words),
    data: maybe(data),
    repeat,
    token: fc.constant('wrong'),
  }),
);
const failure = fc.constantFrom(...CONNECTION_FAILURES);
const failingStatus = fc.integer({ min: 300, max: 599 });
const call = fc.oneof(
  record({ fail: failure, after: maybe(ms) }),
  record({ status: failingStatus, after: maybe(ms), retryAfter: maybe(ms) }),
  record({
    accept: maybe(fc.constant(true)),
    acceptAfter: maybe(ms),
    acceptStatus: maybe(fc.integer({ min: 200, max: 299 })),
    respond: maybe(fc.oneof(response, fc.array(response, { maxLength: 3 }))),
  }),
);
const distribution = fc.oneof(
  ms,
  fc.tuple(ms, ms).map(([one, other]) => ({ uniform: [Math.min(one, other), Math.max(one, other)] })),
  fc.record({ normal: fc.record({ mean: ms, sd: ms }) }),
  fc.record({ exponential: fc.record({ mean: positiveMs }) }),
  fc.tuple(positiveMs, ms).map(([median, more]) => ({ lognormal: { median, p95: median + more } })),
  fc.record({ empirical: fc.array(ms, { minLength: 1, maxLength: 6 }) }),
);
const share = fc.oneof(fc.constantFrom(0, 1, 0.15, 0.07, 0.021), fc.double({ min: 0, max: 1, noNaN: true }));
const weight = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, max: 1_000, noNaN: true }));
const random = fc
  .record({
    failRate: share.map((value) => fromPercent(toPercent(value))),
    fail: fc
      .dictionary(fc.oneof(failure, failingStatus.map(String)), weight, { maxKeys: 4, noNullPrototype: true })
      .map((weights) => ({ ...weights, refused: 1 })),
    acceptAfter: distribution,
    noResponseRate: share.map((value) => fromPercent(toPercent(value))),
    successRate: share.map((value) => fromPercent(toPercent(value))),
    responseAfter: distribution,
    reasons: fc.dictionary(
      words.filter((text) => text.trim() !== '' && text !== '__proto__'),
      weight,
      { maxKeys: 3, noNullPrototype: true },
    ),
  })
  .map((behaviour) => ({ ...behaviour, ...(behaviour.successRate > 0.5 && { data: { poNumber: '4711', lines: 2 } }) }));
const outage = fc
  .tuple(
    fc.constantFrom('+0s', '+1h', '+1d2h', '10:00', '08:00', '2026-01-05T10:00Z', '2026-01-05T10:00:00Z'),
    fc.oneof(
      fc.record({ for: positiveMs }),
      fc.tuple(positiveMs, ms).map(([length, pause]) => ({ for: length, every: length + pause })),
      record({
        for: fc.integer({ min: 1, max: 86_400_000 }),
        every: fc.constant(86_400_000),
        on: maybe(fc.shuffledSubarray([...WEEKDAYS], { minLength: 1 })),
      }),
    ),
    fc.oneof(
      record({ fail: maybe(failure), after: maybe(ms) }),
      record({ status: failingStatus, after: maybe(ms), retryAfter: maybe(ms) }),
    ),
  )
  .map(([from, when, how]) => ({ from, ...when, ...how }));
const api = fc
  .tuple(
    fc.oneof(record({ calls: maybe(fc.array(call, { maxLength: 3 })), otherwise: maybe(call) }), fc.record({ random })),
    record({ outages: maybe(fc.array(outage, { maxLength: 3 })) }),
  )
  .map(([behaviour, outages]) => ({ url: URL, ...behaviour, ...outages }) as ExternalApi);

const request = (definition: ExternalApi, callNumber: number, at: number) => ({
  definition,
  switch: 'As configured' as const,
  externalApi: 'erp',
  actionRef: 'C1/post',
  stream: 'C1/post',
  callNumber,
  at,
  startAt: START,
  seed: 1,
  callTimeoutMs: 1e12,
  url: URL,
  body: {},
});

/** What a draft amounts to. */
function check(draft: ApiDraft) {
  const { problems, definition } = checkApi('erp', draft);
  return { problems, value: definition?.section === 'externalApis' ? definition.value : null };
}

describe('an External API as a form', () => {
  test('whatever a file may say of an API, the form says the same of every call', () => {
    fc.assert(
      fc.property(api, (definition) => {
        expect(externalApi.safeEncode(definition).success).toBe(true);
        const draft = apiDraftOf(definition);
        const { problems, value } = check(draft);
        expect(problems).toEqual({});
        for (const callNumber of [1, 2, 3, 4]) {
          for (const at of [START, START + 3_600_000, START + 27 * 3_600_000]) {
            const plan = (each: ExternalApi) => planCall(request(each, callNumber, at) as never);
            expect(plan(value as ExternalApi)).toEqual(plan(definition));
          }
        }
        // Saved and opened again it is the same, word for word.
        expect(apiText(apiDraftOf(value as ExternalApi))).toEqual(apiText(draft));
      }),
      { numRuns: 400 },
    );
  });

  test.each(API_PRESETS)('the preset %s goes through the form unchanged', (preset) => {
    const definition = { url: URL, ...presetBehaviour(preset) };
    const draft = apiDraftOf(definition);
    expect(check(draft)).toMatchObject({ problems: {}, value: definition });
  });

  const flaky = randomDraftOf(presetBehaviour('Flaky').random as RandomBehaviour);
  const base = { ...apiDraftOf({ url: URL, otherwise: {} }), random: flaky };
  const changed = (change: Partial<ApiDraft>) => check({ ...base, ...change });
  const messages = (change: Partial<ApiDraft>) => Object.values(changed(change).problems);

  test('fails twice, then answers after 10 minutes: as a file would say it', () => {
    const text = apiText({
      ...base,
      calls: [newCall('refused'), newCall('status')],
      otherwise: { ...newCall('accepted'), responses: [newResponse()] },
    });
    expect(text).toEqual({
      url: URL,
      calls: [{ fail: 'refused' }, { status: 503 }],
      otherwise: { respond: { outcome: 'success', after: '10m' } },
    });
    expect(z.decode(externalApi, text).otherwise).toEqual({ respond: { outcome: 'success', after: 600_000 } });
  });

  test('bad input is refused at its field, in a sentence that says what is allowed', () => {
    expect(changed({ url: 'erp' }).problems).toEqual({
      url: 'Expected an http or https URL such as https://erp.example.test/invoices.',
    });
    expect(messages({ calls: [{ ...newCall('status'), status: '200' }] })).toEqual([
      'Expected a final HTTP status outside 2xx, 300 to 599.',
    ]);
    expect(messages({ calls: [{ ...newCall('refused'), after: 'soon' }] })).toEqual([
      'Expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d.',
    ]);
    expect(messages({ otherwise: { ...newCall('accepted'), acceptStatus: '503' } })).toEqual([
      'Expected an HTTP status from 200 to 299.',
    ]);
    const responding = (change: object) => ({
      otherwise: { ...newCall('accepted'), responses: [{ ...newResponse(), ...change }] },
    });
    expect(messages(responding({ data: '{' }))).toEqual(['Expected a JSON object such as {"poNumber": "4711"}.']);
    expect(messages(responding({ data: '[1]' }))).toEqual(['Expected a JSON object such as {"poNumber": "4711"}.']);
    expect(messages(responding({ data: '{"a": {"__proto__": 1}}' }))).toEqual([
      'Expected another name than "__proto__".',
    ]);
    expect(messages(responding({ repeat: '0' }))).toEqual([
      'Expected how often it is sent, a whole number from 1 to 100.',
    ]);
    expect(messages({ outages: [{ ...newOutage('later'), for: '0s' }] })).toEqual([
      "Expected an instant such as +31m (since the scenario's start), 10:00 (the first one from the start on) or 2026-01-05 09:31.",
      'Expected a duration longer than 0s.',
    ]);
  });

  test('random behaviour: shares in percent, weights, distributions', () => {
    const atRandom = (change: Partial<RandomDraft>) => ({
      kind: 'random' as const,
      random: { ...base.random, ...change },
    });
    expect(messages(atRandom({ failRate: '120' }))).toEqual(['Expected a percentage from 0 to 100.']);
    expect(messages(atRandom({ successRate: '' }))).toEqual(['Expected a percentage from 0 to 100.']);
    expect(messages(atRandom({ fail: [] }))).toEqual(['Expected at least one weight above 0.']);
    expect(messages(atRandom({ data: '{' }))).toEqual(['Expected a JSON object such as {"poNumber": "4711"}.']);
    const [row] = base.random.fail;
    expect(messages(atRandom({ fail: [row!, { ...row!, id: 'again' }] }))).toEqual([
      'Expected each only once: it is already listed above.',
    ]);
    expect(changed(atRandom({ reasons: [{ ...newReason(), weight: 'much' }] })).problems).toEqual({
      'random.reasons.0.weight': 'Expected a weight of at least 0.',
      'random.reasons.0.reason': 'Expected a reason.',
    });
    expect(changed(atRandom({ reasons: [{ ...newReason(), reason: '__proto__' }] })).problems).toEqual({
      'random.reasons.0.reason': 'Expected another name than "__proto__".',
    });
    expect(changed(atRandom({ fail: [{ ...row!, kind: 'status', status: '200' }] })).problems).toEqual({
      'random.fail.0.status': 'Expected a final HTTP status outside 2xx, 300 to 599.',
    });
    const answersAfter = (change: object) => atRandom({ responseAfter: { ...base.random.responseAfter, ...change } });
    expect(messages(answersAfter({ kind: 'uniform', shortest: '9m', longest: '1m' }))).toEqual([
      'Expected a longest that is not shorter than the shortest.',
    ]);
    expect(Object.keys(changed(answersAfter({ kind: 'lognormal', median: '9m', p95: '1m' })).problems)[0]).toMatch(
      /\.p95$/,
    );
    expect(Object.keys(changed(answersAfter({ kind: 'uniform', shortest: 'x' })).problems)[0]).toMatch(/\.shortest$/);
    expect(messages(answersAfter({ kind: 'empirical', durations: '1m, x' }))).toEqual([
      'Expected durations such as 30s, 20 min, 1h30m, with commas between them.',
    ]);
    expect(messages(answersAfter({ kind: 'empirical', durations: '' }))).toHaveLength(1);
  });

  test('what was typed for another kind is kept, and does not count', () => {
    const call = { ...newCall('refused'), status: '9', acceptAfter: 'x', retryAfter: 'y' };
    expect(messages({ calls: [call] })).toEqual([]);
    expect(messages({ calls: [{ ...call, kind: 'hang', after: 'x' }] })).toEqual([]);
    expect(apiText({ ...base, kind: 'random' })).not.toEqual(apiText(base));
    expect(apiText({ ...base, random: { ...base.random, failRate: 'x' } })).toEqual(apiText(base));
    expect(messages({ random: { ...base.random, failRate: 'x' } })).toEqual([]);
  });

  test('weights as shares', () => {
    expect(sharesOf([{ weight: '3' }, { weight: '1' }])).toEqual([0.75, 0.25]);
    expect(sharesOf([{ weight: '0' }, { weight: '' }])).toEqual([null, null]);
  });

  test('the outages that are right already', () => {
    const right = { ...newOutage('10:00'), recurrence: 'weekdays' as const };
    expect(outagesIn([{ ...newOutage('+2h'), for: 'x' }, right])).toMatchObject([
      { id: right.id, number: 2, outage: { from: '10:00', for: 1_200_000, every: 86_400_000 } },
    ]);
  });

  test('durations and instants are typed as people say them', () => {
    const outages = [{ ...newOutage('9:30'), for: '0:20', recurrence: 'every' as const, every: '2 hours' }];
    const calls = [{ ...newCall('reset'), after: '2 seconds' }];
    expect(changed({ outages, calls }).problems).toEqual({});
    expect(apiText({ ...base, outages, calls })).toMatchObject({
      calls: [{ after: '2s' }],
      outages: [{ from: '09:30', for: '20m', every: '2h' }],
    });
    // An instant is shown again as it was typed, and saved as files have it.
    const dated = apiText({ ...base, outages: [newOutage('2026-01-06 10:00')] });
    expect(dated.outages?.[0]?.from).toBe('2026-01-06T10:00Z');
    expect(apiDraftOf(z.decode(externalApi, dated)).outages[0]?.from).toBe('2026-01-06 10:00');
    // A list of durations takes them with their spaces.
    const empirical = {
      ...flaky.responseAfter,
      kind: 'empirical' as const,
      durations: '1 min, 1 h 30 min, 90 seconds',
    };
    expect(apiText({ ...base, kind: 'random', random: { ...flaky, responseAfter: empirical } }).random).toMatchObject({
      responseAfter: { empirical: ['1m', '1h30m', '1m30s'] },
    });
  });

  test('an outage that comes again: what is wrong stands at its field', () => {
    const longer = { ...newOutage('10:00'), for: '2d' };
    expect(changed({ outages: [{ ...longer, recurrence: 'daily' }] }).problems).toEqual({
      'outages.0.for': 'Expected at most a day: it comes again a day later.',
    });
    expect(changed({ outages: [{ ...longer, recurrence: 'every', every: '1d' }] }).problems).toEqual({
      'outages.0.every': 'Expected at least as long as the outage lasts.',
    });
    expect(changed({ outages: [{ ...newOutage('10:00'), recurrence: 'days', on: [] }] }).problems).toEqual({
      'outages.0.on': 'Expected at least one day.',
    });
  });

  test('an instant is said by the clock, to the millisecond, with its date only where it needs one', () => {
    expect(asOnClock(START + 34 * 60_000, START)).toBe('09:34');
    expect(asOnClock(START + 30_250, START)).toBe('09:00:30.250');
    const nextDay = asOnClock(START + 86_400_000 + 1_000, START);
    expect(nextDay).toBe('2026-01-06 09:00:01');
    expect(resolveInstant(nextDay, START)).toBe(START + 86_401_000);
  });

  test('a new outage begins at the next round hour, said unmistakably', () => {
    expect(nextRoundHour(START, START)).toBe('10:00');
    expect(nextRoundHour(START + 59 * 60_000, START)).toBe('10:00');
    expect(nextRoundHour(START + 23 * 3_600_000, START)).toBe('2026-01-06 09:00');
    expect(outagesIn([newOutage(nextRoundHour(START, START))])[0]?.outage).toEqual({
      from: '10:00',
      for: 1_200_000,
      fail: 'refused',
    });
  });

  test('choosing At random changes nothing by itself: every call goes as it did', () => {
    const outcomes = [
      {},
      'accept',
      { fail: 'tls' },
      { status: 503 },
      { acceptAfter: '2s' },
      { respond: { after: '10m', outcome: 'success' } },
      { acceptAfter: '1s', respond: { after: '10m', outcome: 'unsuccessful', reason: 'Unknown supplier' } },
      { respond: { outcome: 'unsuccessful' } },
      { respond: { after: '10m', outcome: 'success', data: { poNumber: '4711' } } },
    ] as const;
    for (const otherwise of outcomes) {
      const definition = z.decode(externalApi, { url: URL, otherwise } as z.input<typeof externalApi>);
      const draft = apiDraftOf(definition);
      const chosen = check({ ...draft, ...ofKind('random', draft) }).value as ExternalApi;
      expect(chosen.random).toBeDefined();
      for (const callNumber of [1, 2, 7]) {
        const plan = (each: ExternalApi) => planCall(request(each, callNumber, START) as never);
        expect(plan(chosen)).toEqual(plan(definition));
      }
    }
    // What was typed for it before is kept.
    expect(ofKind('random', base).random).toBe(flaky);
  });
});
