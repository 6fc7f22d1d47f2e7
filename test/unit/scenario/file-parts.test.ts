/** Parameters, examples and includes of a scenario file (scenario-format.md). */
import { describe, expect, it } from 'vitest';
import { loadScenarios } from '../../../src/main/scenario/load.ts';
import { formatProblem } from '../../../src/main/scenario/problem.ts';
import { slashed } from '../../support/system.ts';

const API = 'externalApis: { erp: { url: https://erp.example.test/ } }';

interface Given {
  readonly files?: Readonly<Record<string, string>>;
  readonly vars?: Readonly<Record<string, unknown>>;
  readonly file?: string;
}

function load(text: string, { files = {}, vars = {}, file = 'a/f.yaml' }: Given = {}) {
  return loadScenarios(text, file, {
    vars: new Map(Object.entries(vars)),
    readFile: (path) => files[slashed(path)] ?? { problem: 'cannot be read: no such file' },
  });
}

function scenariosIn(text: string, given?: Given) {
  const loaded = load(text, given);
  return loaded.ok ? loaded.scenarios : expect.unreachable(loaded.problems.map(formatProblem).join('\n'));
}

function problemsOf(text: string, given?: Given): string[] {
  const loaded = load(text, given);
  return loaded.ok ? [] : loaded.problems.map((problem) => slashed(formatProblem(problem)));
}

describe('parameters', () => {
  const TEXT = `title: "Up to \${max} retries, $$5 each"
params: { max: 5, first: 1m, on: true }
settings: { retry: { max: $max, first: $first } }
queues: ["$$AP", "US$ 5", "$5"]
users: { dana: { available: $on } }`;

  it('take their value with its type, are inserted in texts, and $$ is a plain $', () => {
    const [{ scenario, title } = expect.unreachable()] = scenariosIn(TEXT);
    expect(title).toBe('Up to 5 retries, $5 each');
    expect(scenario.settings.retry).toMatchObject({ max: 5, first: 60_000 });
    expect(scenario.queues).toEqual(['$AP', 'US$ 5', '$5']);
    expect(scenario.users.dana?.available).toBe(true);
  });

  it('have other defaults by --var', () => {
    const [{ scenario } = expect.unreachable()] = scenariosIn(TEXT, { vars: { max: 3, other: 'x' } });
    expect(scenario.settings.retry.max).toBe(3);
  });

  it('mean nothing in a file without params', () => {
    const [{ scenario } = expect.unreachable()] = scenariosIn(`queues: ["$max", "\${max}", "$$"]`);
    expect(scenario.queues).toEqual(['$max', `\${max}`, '$$']);
  });

  it('are read from JSON too, and may be lists and maps where they stand alone', () => {
    const file = {
      params: { calls: [{ fail: 'refused' }] },
      externalApis: { erp: { url: 'https://e.test/', calls: '$calls' } },
    };
    const [{ scenario } = expect.unreachable()] = scenariosIn(JSON.stringify(file), { file: 'f.json' });
    expect(scenario.externalApis.erp?.calls).toEqual([{ fail: 'refused' }]);
  });

  it.each([
    [
      'params: { max: 5 }\nqueues: [$mix, $max]',
      'a/f.yaml:2:10: queues[0]: unknown parameter "mix", did you mean "max"?',
    ],
    [
      `params: { max: 5 }\nqueues: ["a \${mix}", $max]`,
      'a/f.yaml:2:10: queues[0]: unknown parameter "mix", did you mean "max"?',
    ],
    [
      `params:\n  max: 5\n  min: 1\nqueues: ["\${max}"]`,
      'a/f.yaml:3:3: params.min: the parameter "min" is not used, expected $min in some value',
    ],
    [
      `params: { max: [1] }\nqueues: ["a \${max}"]`,
      `a/f.yaml:2:10: queues[0]: "\${max}" is a list, expected a text, a number or true or false`,
    ],
    [
      'params: { "1": 5 }',
      'a/f.yaml:1:11: params.1: found the key "1", expected a name of letters, digits, _ and - that begins with a letter',
    ],
    [
      'params: { max: many }\nsettings:\n  retry:\n    max: $max',
      'a/f.yaml:4:10: settings.retry.max: found "many", expected a whole number from 0 to 100',
    ],
  ])('%s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});

describe('examples', () => {
  const TEXT = `title: T
params: { fail: refused, max: 5 }
examples: [{ fail: dns, max: 2 }, { fail: hang }, {}]
settings: { retry: { max: $max } }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: $fail } } }
steps:
  - advance: 1h`;

  it('are a scenario each, named by their parameters', () => {
    const scenarios = scenariosIn(TEXT, { vars: { max: 7 } });
    expect(scenarios.map(({ title }) => title)).toEqual(['T [fail=dns, max=2]', 'T [fail=hang]', 'T']);
    expect(scenarios.map(({ scenario }) => scenario.settings.retry.max)).toEqual([2, 7, 7]);
    expect(scenarios.map(({ stepLines }) => stepLines)).toEqual([[7], [7], [7]]);
  });

  it('say which of them is wrong', () => {
    expect(problemsOf(TEXT.replace('{ fail: hang }', '{ fail: dsn }'))).toEqual([
      'a/f.yaml:5:75: externalApis.erp.otherwise.fail: found "dsn", expected one of refused, dns, reset, tls or hang (fail=dsn)',
    ]);
    expect(problemsOf(TEXT.replace('{ fail: hang }', '{ fial: hang }'))).toEqual([
      'a/f.yaml:3:37: examples[1].fial: unknown parameter "fial", did you mean "fail"?',
    ]);
    expect(problemsOf('examples: 3')).toEqual(['a/f.yaml:1:11: examples: found 3, expected a list or a .csv file']);
  });

  it('may be a CSV file', () => {
    const text = TEXT.replace(/examples: .*/, 'examples: ./cases.csv');
    const files = (csv: string) => ({ files: { 'a/cases.csv': csv } });
    const scenarios = scenariosIn(text, files('fail,max\ndns,2\n"hang",\n'));
    expect(scenarios.map(({ title }) => title)).toEqual(['T [fail=dns, max=2]', 'T [fail=hang]']);
    expect(problemsOf(text, files('fail,mix\ndns,2\n'))).toEqual([
      'a/cases.csv:1:1: $: unknown parameter "mix", did you mean "max"?',
    ]);
    expect(problemsOf(text, files('fail,max\ndns\n'))).toEqual([
      expect.stringMatching(/^a\/cases\.csv:2:1: \$: not CSV: /),
    ]);
    expect(problemsOf(text, files('fail,max\n'))).toEqual([
      expect.stringContaining('cases.csv:1:1: $: found no example'),
    ]);
    expect(problemsOf(text)).toEqual(['a/f.yaml:3:11: examples: "./cases.csv" cannot be read: no such file']);
  });
});

describe('includes', () => {
  const TEXT =
    'include: [./people.yaml, ../api.yml]\nqueues: [AP, B]\nusers: { dana: { queues: [B] } }\ncases: { C1: { owner: omar } }';
  const FILES = {
    'a/people.yaml': 'queues: [AP, X]\nusers:\n  dana: { queues: [AP] }\n  omar: {}',
    'api.yml': `${API}\nsettings: { callTimeout: 10s }`,
  };

  it('add definitions; the including file wins by name', () => {
    const [{ scenario } = expect.unreachable()] = scenariosIn(TEXT, { files: FILES });
    expect(scenario.queues).toEqual(['AP', 'X', 'B']);
    expect(scenario.users).toMatchObject({ dana: { queues: ['B'] }, omar: {} });
    expect(Object.keys(scenario.externalApis)).toEqual(['erp']);
    expect(scenario.settings.callTimeout).toBe(10_000);
  });

  it('may include others, the same one twice, but not each other', () => {
    const files = { 'a/b.yaml': 'include: [d.yaml]', 'a/c.yaml': 'include: [d.yaml]', 'a/d.yaml': API };
    expect(problemsOf('include: [b.yaml, c.yaml]', { files })).toEqual([]);
    expect(problemsOf('include: [b.yaml]', { files: { ...files, 'a/d.yaml': 'include: [./b.yaml]' } })).toEqual([
      'a/d.yaml:1:11: include[0]: a cycle of includes: a/b.yaml → a/d.yaml → a/b.yaml, expected files that do not include each other',
    ]);
    expect(problemsOf('include: [f.yaml]')).toEqual([
      expect.stringContaining('a cycle of includes: a/f.yaml → a/f.yaml'),
    ]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['include: [p.txt]', {}, 'a/f.yaml:1:11: include[0]: found "p.txt", expected a .yaml, .yml or .json file'],
    ['include: [p.yaml]', {}, 'a/f.yaml:1:11: include[0]: "p.yaml" cannot be read: no such file'],
    [
      'include: [p.yaml]',
      { 'a/p.yaml': 'steps: []' },
      'a/p.yaml:1:1: steps: unknown key "steps", expected one of include, queues, settings, users, externalApis, actionTypes or caseTypes in a file that is included',
    ],
    ['include: [p.yaml]', { 'a/p.yaml': 'users: [dana]' }, 'a/p.yaml:1:8: users: found a list, expected a map'],
    [
      'include: [p.yaml]',
      { 'a/p.yaml': 'users:\n  dana: { queues: [Q] }' },
      'a/p.yaml:2:20: users.dana.queues[0]: unknown queue "Q", expected a name that the file defines (it defines no queue)',
    ],
    [
      'include: [p.yaml]\nqueues: [A]',
      { 'a/p.yaml': 'queues: [B]\nusers: { d: { availble: true } }' },
      'a/p.yaml:2:15: users.d.availble: unknown key "availble", did you mean "available"?',
    ],
  ])('%s', (text, files, problem) => {
    expect(problemsOf(text, { files })).toEqual([problem]);
  });

  it('are refused where files cannot be read', () => {
    const loaded = loadScenarios('include: [p.yaml]', 'f.yaml');
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([
      'f.yaml:1:11: include[0]: "p.yaml" cannot be read from here: files that name others are opened from the disk, by trigger-lab run or serve --scenario',
    ]);
  });
});
