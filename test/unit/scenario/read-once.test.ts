/** What keeps reading linear, told without a clock: how often things are looked at, and how many faults are made. */
import { afterEach, expect, it, vi } from 'vitest';
import { Alias } from 'yaml';
import { z } from 'zod';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { checkNames } from '../../../src/main/scenario/names.ts';
import { MAX_PROBLEMS } from '../../../src/main/scenario/problem.ts';
import { scenario } from '../../../src/shared/scenario.ts';

afterEach(() => vi.restoreAllMocks());

const COUNT = 2_000;
const many = <T>(make: (index: number) => T) => Array.from({ length: COUNT }, (_, index) => make(index));
const named = (make: (index: number) => object) => Object.fromEntries(many((index) => [`c-${index + 1}`, make(index)]));

it('an alias is followed without a search through the whole tree', () => {
  const search = vi.spyOn(Alias.prototype, 'resolve');
  const text = `users: { dana: {} }\ncases:\n  C: &c { owner: dana }\n${many((index) => `  C${index}: *c\n`).join('')}`;
  const loaded = loadScenario(text, 'f.yaml');
  expect(loaded.ok && Object.keys(loaded.scenario.cases)).toHaveLength(COUNT + 1);
  expect(search).not.toHaveBeenCalled();
});

it('an alias gives the very value that its anchor names', () => {
  const loaded = loadScenario(
    'users: { dana: {} }\ncases: { C1: &c { owner: dana, data: { a: &a [1, { b: 2 }] } }, C2: *c, C3: { owner: dana, data: { a: *a } } }',
    'f.yaml',
  );
  const data = { a: [1, { b: 2 }] };
  expect(loaded).toMatchObject({ scenario: { cases: { C1: { data }, C2: { owner: 'dana', data }, C3: { data } } } });
});

it('the library makes its errors without stacks, and what was set before stands again', () => {
  const before = Error.stackTraceLimit;
  Error.stackTraceLimit = 7;
  try {
    loadScenario('title: [}', 'f.yaml');
    expect(Error.stackTraceLimit).toBe(7);
  } finally {
    Error.stackTraceLimit = before;
  }
});

it.each([
  ['Cases without owners', { cases: named(() => ({})) }],
  ['Case types without owners', { caseTypes: { t: {} }, steps: many(() => ({ launch: { caseType: 't' } })) }],
  [
    'Cases defined twice',
    {
      users: { dana: {} },
      caseTypes: { c: { owner: 'dana' } },
      cases: named(() => ({ owner: 'dana' })),
      steps: many(() => ({ launch: { caseType: 'c' } })),
    },
  ],
  ['users in a queue twice', { queues: ['AP'], users: named(() => ({ queues: ['AP', 'AP'] })) }],
])('of %s no more faults are made than are told', (_, file) => {
  const faults = checkNames(z.decode(scenario, file as never));
  expect(faults.length).toBeGreaterThan(MAX_PROBLEMS);
  expect(faults.length).toBeLessThanOrEqual(MAX_PROBLEMS + 1);
});

it('names are compared with misspelled ones, but not without end', () => {
  const count = 300_000;
  const cases = Object.fromEntries(Array.from({ length: count }, (_, index) => [`Case${index}`, { owner: 'dana' }]));
  const steps = Array.from({ length: 6 }, () => ({ launch: { case: 'Case12z' } }));
  const file = { ...z.decode(scenario, { users: { dana: {} }, steps }), cases };
  const suggested = checkNames(file).map(({ suggestion }) => suggestion !== undefined);
  expect(suggested).toEqual([true, true, true, true, false, false]);
});
