/** Steps are decoded by their verbs, expectations by their subjects: the schema as a whole says the same. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { decodeScenario } from '../../../src/main/scenario/decode.ts';
import { requiredKeys, shapeOf } from '../../../src/main/scenario/schema-shape.ts';
import { expectationSchemas } from '../../../src/shared/expectation.ts';
import { scenario, stepSchemas } from '../../../src/shared/scenario.ts';
import { EVERYTHING } from './samples.ts';

function bySchema(value: Record<string, unknown>): unknown {
  const { success, data } = z.safeDecode(scenario, value as never);
  return success ? data : null;
}

const everything = parse(EVERYTHING) as { steps: Record<string, unknown>[] };

describe('a scenario is decoded as its schema decodes it', () => {
  it('with every part of the format', () => {
    expect(decodeScenario(everything)).toEqual(bySchema(everything));
    expect(decodeScenario(everything)?.steps).toHaveLength(everything.steps.length);
  });

  it('with nothing in it', () => {
    expect(decodeScenario({})).toEqual(bySchema({}));
  });

  it.each([
    ['no list', 'launch'],
    ['nothing', null],
    ['a text', ['launch']],
    ['nothing as a step', [null]],
    ['a list as a step', [[]]],
    ['an empty map', [{}]],
    ['no verb', [{ refused: true }]],
    ['an unknown verb', [{ advence: '1m' }]],
    ['two verbs', [{ advance: '1m', next: 1 }]],
    ['a verb that every object has', [{ toString: {} }]],
    ['an expectation that is a text', [{ expect: 'C1' }]],
    ['an expectation without a subject', [{ expect: { status: 'Waiting' } }]],
    ['an expectation that may be refused', [{ expect: { case: 'C1' }, refused: true }]],
    ['a wrong duration', [{ advance: '1m' }, { advance: '1 month' }]],
  ])('refused: steps that hold %s', (_, steps) => {
    expect(bySchema({ steps } as never)).toBeNull();
    expect(decodeScenario({ steps })).toBeNull();
  });

  it('with any two subjects in one expectation, in either order', () => {
    const values = { notifications: 'dana', inbox: 'dana', queue: 'AP', externalApi: 'erp', clock: {} };
    const subjects = Object.entries({ action: 'C1/t', case: 'C1', ...values });
    for (const one of subjects) {
      for (const other of subjects) {
        const file = { steps: [{ expect: Object.fromEntries([one, other]) }] };
        expect(decodeScenario(file), JSON.stringify(file)).toEqual(bySchema(file));
      }
    }
  });
});

it('looks at nothing after the first wrong step', () => {
  const untouched = new Proxy(
    {},
    {
      ownKeys: () => expect.fail('a step after the wrong one was looked at'),
      getOwnPropertyDescriptor: () => expect.fail('a step after the wrong one was looked at'),
    },
  );
  expect(decodeScenario({ steps: [{ advence: '1m' }, untouched] })).toBeNull();
});

describe('each schema stands under a key that it demands', () => {
  it.each(Object.entries({ ...stepSchemas, ...expectationSchemas }))('%s', (key, schema) => {
    expect(requiredKeys(schema)).toContain(key);
    expect(Object.keys(shapeOf(schema) ?? {})[0]).toBe(key);
  });
});
