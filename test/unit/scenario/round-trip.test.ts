import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { type Scenario, type ScenarioText, type StepText, scenario } from '../../../src/shared/scenario.ts';
import { EVERYTHING } from './samples.ts';

const duration = fc
  .array(fc.integer({ min: 0, max: 99 }), { minLength: 5, maxLength: 5 })
  .map(([d, h, m, s, ms]) => `${d}d${h}h${m}m${s}s${ms}ms`);
const positive = duration.map((text) => text.replace(/\d+s/, '1s'));
const name = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => text !== '__proto__');
const part = name.filter((text) => !text.includes('/') && !/^\s/.test(text));
/** `-0` has no word in JSON. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
const data = fc.dictionary(name, json, { maxKeys: 3 });
const share = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
const some = <Fields extends Record<string, fc.Arbitrary<unknown>>>(fields: Fields) =>
  fc.record(fields, { requiredKeys: [] });

const response = fc.oneof(
  fc.record({ outcome: fc.constantFrom('success', 'unsuccessful'), after: duration, data, reason: fc.string() }),
  fc.record({ malformed: fc.constant(true as const), repeat: fc.integer({ min: 1, max: 9 }) }),
  fc.record({ token: fc.constant('wrong' as const) }),
);
const call = fc.oneof(
  fc.record({ fail: fc.constantFrom('refused', 'dns', 'reset', 'tls', 'hang'), after: duration }),
  fc.record({ status: fc.integer({ min: 300, max: 599 }), retryAfter: duration }),
  fc.constant('accept' as const),
  some({ acceptAfter: duration, respond: fc.oneof(response, fc.array(response, { maxLength: 2 })) }),
);
const distribution = fc.oneof(
  duration,
  duration.map((text) => ({ uniform: [text, text] })),
  fc.record({ normal: fc.record({ mean: duration, sd: duration }) }),
  fc.record({ empirical: fc.array(duration, { minLength: 1, maxLength: 3 }) }),
);
const api = fc.oneof(
  fc.record({ url: fc.webUrl(), calls: fc.array(call, { maxLength: 3 }), otherwise: call }),
  fc.record({
    url: fc.webUrl(),
    random: some({
      failRate: share,
      acceptAfter: distribution,
      responseAfter: distribution,
      fail: fc.constant({ 503: 1 }),
    }),
  }),
);
const actionType = fc.oneof(
  fc.record({ manual: fc.constant(true), allocation: some({ queue: name, user: name }) }),
  fc.record({
    externalApi: name,
    responseWithin: positive,
    due: positive,
    retry: some({ max: fc.nat(100), first: positive }),
  }),
);
const step = fc.oneof(
  fc.record({
    advance: fc.oneof(
      duration,
      duration.map((text) => ({ to: `+${text}` })),
    ),
  }),
  fc.record({ launch: fc.record({ caseType: name, every: duration }) }),
  fc.record({
    set: fc.record({ actionType: name, due: fc.option(positive), retry: some({ cap: positive }) }),
    refused: fc.boolean(),
  }),
  fc.record({ set: fc.record({ externalApi: name, otherwise: call }) }),
  fc.record({ set: some({ callTimeout: positive }) }),
  fc.record({ say: fc.string() }),
  fc.record({ chapter: fc.string({ minLength: 1 }) }),
  fc.record({ show: fc.oneof(fc.record({ queue: name }), fc.record({ inbox: name })) }),
  fc.record({
    ask: fc.record({
      question: fc.string({ minLength: 1 }),
      answers: fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 5 }),
      right: fc.integer({ min: 1, max: 2 }),
      because: fc.string(),
    }),
  }),
) as fc.Arbitrary<StepText>;
const file = some({
  title: fc.string({ minLength: 1 }),
  summary: fc.string({ minLength: 1 }),
  tags: fc.array(fc.string({ minLength: 1 }), { maxLength: 3 }),
  seed: fc.integer(),
  settings: some({
    callTimeout: positive,
    retry: some({ factor: fc.double({ min: 1, max: 1000, noNaN: true }), jitter: share }),
  }),
  queues: fc.array(name, { maxLength: 3 }),
  users: fc.dictionary(name, some({ available: fc.boolean() }), { maxKeys: 3 }),
  externalApis: fc.dictionary(name, api, { maxKeys: 3 }),
  actionTypes: fc.dictionary(part, actionType, { maxKeys: 3 }),
  cases: fc.dictionary(
    part,
    some({ owner: name, data, process: fc.array(fc.oneof(name, fc.array(name, { minLength: 1 }))) }),
    {
      maxKeys: 3,
    },
  ),
  steps: fc.array(step, { maxLength: 5 }),
}) as fc.Arbitrary<ScenarioText>;

const again = (decoded: Scenario) => z.decode(scenario, z.encode(scenario, decoded));

describe('encode(decode(file)) decodes to the same', () => {
  it('for a file with everything, through its text', () => {
    const first = loadScenario(EVERYTHING, 'f.yaml');
    if (!first.ok) throw new Error('invalid');
    const second = loadScenario(stringify(z.encode(scenario, first.scenario)), 'f.yaml');
    expect(second).toMatchObject({ ok: true, scenario: first.scenario });
  });

  it('for any file', () => {
    fc.assert(
      fc.property(file, (text) => {
        const decoded = z.decode(scenario, text);
        expect(again(decoded)).toEqual(decoded);
      }),
    );
  });
});
