import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { scenarioJsonSchema } from '../../../src/main/scenario/schema.ts';
import { EVERYTHING } from './samples.ts';

const text = scenarioJsonSchema();
const schema = JSON.parse(text);

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
    expect(names).toContain('LaunchStep');
  });

  it('describes every key', () => {
    expect(undescribed(schema, 'Scenario')).toEqual([]);
  });

  it('refuses unknown keys everywhere', () => {
    expect(openMaps(schema, 'Scenario')).toEqual([]);
  });

  it('agrees with the validation about a file with everything, and about wrong ones', () => {
    // zod reads neither `not`, `dependentRequired` nor a `oneOf` beside keys; those rules are tried on their own below.
    const isRead = (key: string) => !['not', 'oneOf', 'dependentRequired'].includes(key);
    const checked = z.fromJSONSchema(JSON.parse(text, (key, value) => (isRead(key) ? value : undefined)));
    const isTaken = (value: unknown) => checked.safeParse(value).success;
    const everything = parse(EVERYTHING);
    expect(isTaken(everything)).toBe(true);
    expect(isTaken({ ...everything, titel: 'x' })).toBe(false);
    expect(isTaken({ ...everything, start: '2026-01-05' })).toBe(false);
    expect(isTaken({ settings: { callTimeout: 30 } })).toBe(false);
    expect(isTaken({ settings: { callTimeout: '30sec' } })).toBe(false);
    expect(isTaken({ steps: [{ advence: '3m' }] })).toBe(false);
    expect(isTaken({ steps: [{ expect: { action: 'C1/t', status: 'Closd' } }] })).toBe(false);
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

/** Whether a text satisfies the patterns of a definition. */
function matches(name: string, value: string): boolean {
  const definition = schema.$defs[name];
  const base = definition.$ref === undefined || matches(definition.$ref.replace('#/$defs/', ''), value);
  const allowed = definition.pattern === undefined || new RegExp(definition.pattern, 'u').test(value);
  const forbidden = definition.not !== undefined && new RegExp(definition.not.pattern, 'u').test(value);
  return base && allowed && !forbidden;
}

type Json = Record<string, unknown>;

function* nodes(value: unknown, path: string): Generator<[node: Json, path: string]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [value as Json, path];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${path}/${key}`);
}

/** The `not` and `oneOf` of a definition only add rules to keys that are described elsewhere. */
const isRule = (path: string) => /\/(?:not|oneOf)(?:\/|$)/.test(path);

function undescribed(value: unknown, root: string): string[] {
  return [...nodes(value, root)].flatMap(([node, path]) =>
    Object.entries(isRule(path) || typeof node.properties !== 'object' ? {} : (node.properties as Json)).flatMap(
      ([key, property]) => ((property as Json).description ? [] : [`${path}.${key}`]),
    ),
  );
}

function openMaps(value: unknown, root: string): string[] {
  return [...nodes(value, root)].flatMap(([node, path]) =>
    node.type === 'object' && node.additionalProperties === undefined ? [path] : [],
  );
}
