import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { scenarioJsonSchema } from '../../../src/main/scenario/schema.ts';
import { scenarioFile } from '../../../src/shared/file-parts.ts';
import { isRule as isNumberOfRule } from '../../../src/views/why/rules.ts';
import { EVERYTHING } from './samples.ts';

const text = scenarioJsonSchema();
const schema = JSON.parse(text);
// A warning is as bad as an error: editors and CI print it each time.
const refuse = (message: unknown) => {
  throw new Error(String(message));
};
const ajv = new Ajv2020({ strict: true, allErrors: true, logger: { log: refuse, warn: refuse, error: refuse } });
const isTaken = ajv.compile(schema);

describe('the JSON Schema of scenario files', () => {
  it('is the one that is published', () => {
    const published = join(import.meta.dirname, '../../../resources/scenario.schema.json');
    expect(readFileSync(published, 'utf8'), 'run `npm run schema`').toBe(text);
  });

  it('names its dialect and itself, and no host of ours', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.$id).toBe('trigger-lab/scenario.schema.json');
  });

  it('has named definitions only', () => {
    const names = Object.keys(schema.$defs);
    expect(names.filter((name) => !/^[A-Z][A-Za-z]+$/.test(name))).toEqual([]);
    expect(names).toContain('Expectation');
  });

  it('describes every key', () => {
    expect(undescribed(schema, 'Scenario')).toEqual([]);
  });

  it('refuses unknown keys everywhere', () => {
    expect(openMaps(schema, 'Scenario')).toEqual([]);
  });

  it('takes a file with everything, and every scenario of the library', () => {
    const resources = join(import.meta.dirname, '../../../resources');
    const library = globSync('scenarios/**/*.yaml', { cwd: resources });
    expect(library.length).toBeGreaterThan(5);
    for (const each of [EVERYTHING, ...library.map((file) => readFileSync(join(resources, file), 'utf8'))]) {
      isTaken(parse(each));
      expect(isTaken.errors).toBeNull();
    }
  });

  const file = (changes: string) => `actionTypes: { t: { manual: true } }
users: { dana: {} }
externalApis: { erp: { url: "https://erp.example.test" } }
caseTypes: { k: { owner: dana } }
cases: { C1: { owner: dana, process: [t] } }
${changes}`;

  it.each([
    'titel: x',
    'start: 2026-01-05',
    'settings: { callTimeout: 30 }',
    'settings: { callTimeout: 30sec }',
    'steps: [{ advence: 3m }]',
    'steps: [{}]',
    'steps: [{ advance: 3m, next: 1 }]',
    'steps: [{ advance: 3m, refused: true }]',
    'steps: [{ launch: { case: C1, as: a } }]',
    'steps: [{ launch: { caseType: k, actionType: t } }]',
    'steps: [{ set: { actionType: t, url: "https://a.test" } }]',
    'steps: [{ set: { retry: null } }]',
    'steps: [{ resolve: { action: C1/t, as: complete, reason: no } }]',
    'steps: [{ resolve: { action: C1/t, as: done } }]',
    'steps: [{ expect: { action: C1/t, status: Closd } }]',
    'steps: [{ expect: { action: C1/t, calls: { atLeast: 1, atMost: 2 } } }]',
    'steps: [{ expect: { action: C1/t, needsAttention: true } }]',
  ])('refuses what validation refuses: %s', (changes) => {
    expect(loadScenario(file(changes), 'f.yaml').ok).toBe(false);
    expect(isTaken(parse(file(changes)))).toBe(false);
  });

  it.each([
    'steps: [{ launch: { case: C1, actionType: t, as: a }, refused: false }]',
    'steps: [{ launch: { caseType: k, count: 2, every: 1m, as: inv } }]',
    'steps: [{ set: { retry: { max: 2 } } }, { set: { actionType: t, retry: null } }, { set: { user: dana, available: false } }]',
    'steps: [{ set: { externalApi: erp, otherwise: accept } }]',
    'steps: [{ resolve: { action: C1/t, as: unable, reason: no } }]',
    'steps: [{ expect: { action: C1/t, calls: { atLeast: 1 }, status: { oneOf: [To Do, null] } } }]',
    'steps: [{ advance: { until: { action: C1/t, status: Closed }, atMost: 2h } }, { advance: { until: idle } }]',
  ])('takes what validation takes: %s', (changes) => {
    const loaded = loadScenario(file(changes), 'f.yaml');
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    isTaken(parse(file(changes)));
    expect(isTaken.errors).toBeNull();
  });

  it('takes a parameter wherever a value may be', () => {
    const changes = `params: { text: x, word: refused, wait: 3m, max: 2, flag: true, at: +1m, type: t, pattern: { max: 1 }, list: [AP] }
queues: $list
settings: { retry: { max: $max, first: $wait }, responseClock: connection }
steps:
  - { launch: { case: C1 }, refused: $flag }
  - advance: $wait
  - advance: { to: $at }
  - set: { retry: $pattern }
  - set: { externalApi: erp, otherwise: { fail: $word } }
  - next: $max
  - expect: { action: "C1/\${type}", calls: $max, status: { not: $text }, overdue: $flag, errorBar: { nextRetryAt: $at } }
`;
    isTaken(parse(file(changes)));
    expect(isTaken.errors).toBeNull();
  });

  it.each([
    ['Duration', ['250ms', '20 min', '1 h 30 min', '2 d'], ['20 minutes', '1:30', '20']],
    ['PositiveDuration', ['1ms', '10s', '1d', '20 min'], ['0s', '0d0h', '00ms', '0 min 0 s']],
    ['SecondsOrMore', ['1s', '10m', '1h500ms', '1000ms', '1 min 500 ms'], ['999ms', '0s', '0m500ms', '0 min 500 ms']],
    [
      'Instant',
      ['+31m', '+0s', '+1 h', '10:00', '2026-01-05T09:00:00Z', '2026-01-05T09:00+01:00', '2026-01-06 10:00'],
      ['31m', '+', '2026-01-05', '25:00'],
    ],
    ['ApiUrl', ['https://a.test', 'http://a.test/b'], ['ftp://a.test']],
  ])('says what code checks: %s', (name, taken, refused) => {
    expect(taken.filter((value) => !matches(name, value))).toEqual([]);
    expect(refused.filter((value) => matches(name, value))).toEqual([]);
  });
});

/** Whether a text satisfies a definition. */
const matches = (name: string, value: string) => ajv.validate({ $ref: `${schema.$id}#/$defs/${name}` }, value);

type Json = Record<string, unknown>;

function* nodes(value: unknown, path: string): Generator<[node: Json, path: string]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [value as Json, path];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${path}/${key}`);
}

it('fields name rules that there are', () => {
  const named: string[] = [];
  z.toJSONSchema(scenarioFile, {
    io: 'input',
    override: ({ jsonSchema }) => void named.push(...((jsonSchema.rules ?? []) as string[])),
  });
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((rule) => !isNumberOfRule(rule))).toEqual([]);
});

/** What has no type only adds rules to keys that are described elsewhere. */
const isRule = (node: Json) => node.type === undefined;

function undescribed(value: unknown, root: string): string[] {
  return [...nodes(value, root)].flatMap(([node, path]) =>
    Object.entries(isRule(node) || typeof node.properties !== 'object' ? {} : (node.properties as Json)).flatMap(
      ([key, property]) => ((property as Json).description ? [] : [`${path}.${key}`]),
    ),
  );
}

function openMaps(value: unknown, root: string): string[] {
  return [...nodes(value, root)].flatMap(([node, path]) =>
    node.type === 'object' && node.additionalProperties === undefined ? [path] : [],
  );
}
