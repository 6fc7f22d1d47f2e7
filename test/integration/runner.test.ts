/** `trigger-lab run` with its options (scenario-format.md, *The runner*), in this process. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScenarioReport } from '../../src/main/scenario/result.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trigger, triggerWith } from '../support/trigger.ts';

const BASE = `users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { respond: { after: 10m, outcome: success } } } }
actionTypes: { t: { externalApi: erp } }
cases: { C1: { owner: dana, process: [t] } }
`;
const scenario = (title: string, ...steps: string[]) =>
  `title: ${title}\n${BASE}steps:\n${steps.map((step) => `  - ${step}\n`).join('')}`;
const LAUNCH = 'launch: { case: C1 }';
const CLOSED = ['advance: { until: idle }', 'expect: { case: C1, status: Closed }'];
const PASSING = scenario('Well', LAUNCH, ...CLOSED);
const FAILING = scenario('Ill', LAUNCH, 'expect: { case: C1, status: Closed }');
const EXAMPLES = PASSING.replace(
  'title: Well\n',
  'title: Each\nparams: { t: 10m }\nexamples: [{ t: 1m }, { t: 2m }]\n',
).replace('after: 10m', 'after: $t');

async function folder(files: Readonly<Record<string, string>>) {
  const path = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  return (name = '') => join(path, name);
}

const FAST = ['--transport', 'direct'];

/** What `--reporter json` says. */
async function reported(...args: string[]): Promise<readonly ScenarioReport[]> {
  const { out } = await trigger('run', ...args, ...FAST, '--reporter', 'json');
  return JSON.parse(out).scenarios;
}

const titles = async (...args: string[]) => (await reported(...args)).map(({ title }) => title);

describe('what is played', () => {
  it('a folder: its scenario files, by name; not what they include, what is hidden, or other .json files', async () => {
    const at = await folder({
      'b.yaml': scenario('B', LAUNCH),
      'a/deep.yml': `include: [../people.yaml]\n${scenario('A', LAUNCH).replace('users: { dana: {} }\n', '')}`,
      'people.yaml': 'users: { dana: {} }\n',
      'c.json': '{ "title": "C", "steps": [] }',
      'package.json': '{ "name": "x" }',
      '.ci/d.yaml': 'jobs: {}\n',
      'node_modules/e.yaml': 'jobs: {}\n',
      'notes.txt': 'none',
    });
    expect(await titles(at())).toEqual(['A', 'B', 'C']);
    expect((await trigger('validate', at())).out.trimEnd().split('\n')).toHaveLength(3);
    expect(await titles(at('*.yaml'), at('a'))).toEqual(['B', 'A']);
    // Who names a part plays it.
    expect(await titles(at('people.yaml'), at('a'))).toEqual(['people', 'A']);
  });

  it('3 for a folder without any', async () => {
    const at = await folder({ 'notes.txt': 'none' });
    const { status, err } = await trigger('run', at());
    expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining('no scenario file in it') });
  });

  it('standard input, with what it includes beside the current folder', async () => {
    const stdin = async () => FAILING;
    const { status, out } = await triggerWith({ stdin }, 'run', '-', ...FAST);
    expect(status).toBe(1);
    expect(out).toMatch(/^✗ Ill \(-, /);
    expect(out).toContain('step 2 (-:8): case C1: status');
    const invalid = await triggerWith({ stdin: async () => 'title: 1\n' }, 'run', '-');
    expect(invalid).toMatchObject({ status: 2, err: expect.stringMatching(/^-:1:8: title: /) });
    expect((await triggerWith({ stdin }, 'run', '-', '-')).status).toBe(3);
  });

  it('--grep and --tag choose scenarios, of examples too; what is not chosen is in no report', async () => {
    const at = await folder({
      'a.yaml': EXAMPLES,
      'b.yaml': PASSING.replace('title: Well', 'title: Tagged\ntags: [slow, retries]'),
    });
    expect(await titles(at(), '--grep', 't=2m')).toEqual(['Each [t=2m]']);
    expect(await titles(at(), '--grep', '^(Tagged|Each \\[t=1m)')).toEqual(['Each [t=1m]', 'Tagged']);
    expect(await titles(at(), '--tag', 'none', '--tag', 'retries')).toEqual(['Tagged']);
    const none = await trigger('run', at(), '--grep', 'Each', '--tag', 'slow');
    expect(none).toMatchObject({
      status: 3,
      out: '',
      err: expect.stringContaining('--grep Each --tag slow: no scenario of 2 files is left to play'),
    });
    expect((await trigger('run', at(), '--grep', '(')).err).toContain('--grep (: expected a regular expression');
  });

  it('--shard splits files by their names: every file once, the same parts in any order', async () => {
    const names = Array.from({ length: 7 }, (_, index) => `${index}.yaml`);
    const at = await folder(Object.fromEntries(names.map((name) => [name, scenario(`"${name}"`, LAUNCH)])));
    const files = names.map((name) => at(name));
    const parts = await Promise.all([1, 2, 3].map((number) => titles(...files, '--shard', `${number}/3`)));
    expect(parts.flat().sort()).toEqual(names);
    expect(parts.map(({ length }) => length)).toEqual([3, 2, 2]);
    expect((await titles(...files.toReversed(), '--shard', '2/3')).toSorted()).toEqual(parts[1]);
    for (const wrong of ['0/3', '4/3', '1', '1/x'])
      expect((await trigger('run', ...files, '--shard', wrong)).err).toContain(`--shard ${wrong}: expected i/n`);
    expect((await trigger('run', at('0.yaml'), '--shard', '2/2')).status).toBe(3);
  });

  it('--var takes the place of a default, with its type; a name that no file has is wrong usage', async () => {
    const at = await folder({ 'a.yaml': EXAMPLES.replace(/examples: .*\n/, ''), 'b.yaml': PASSING });
    const results = await reported(at(), '--var', 't=3m');
    expect(results.map(({ virtualDuration }) => virtualDuration)).toEqual([180_000, 600_000]);
    const unknown = await trigger('run', at(), '--var', 'tt=3m');
    expect(unknown).toMatchObject({
      status: 3,
      err: expect.stringContaining('--var tt: no file has such a parameter, expected one of t'),
    });
    expect((await trigger('run', at(), '--var', 't')).err).toContain('--var t: expected NAME=VALUE');
  });

  it('--bail stops after the first failure, --bail=N after N', async () => {
    const at = await folder({ 'a.yaml': FAILING, 'b.yaml': PASSING, 'c.yaml': FAILING, 'd.yaml': PASSING });
    expect(await titles(at(), '--bail')).toEqual(['Ill']);
    expect(await titles(at(), '--bail=2')).toEqual(['Ill', 'Well', 'Ill']);
    // The file behind an option without a value is a file.
    expect(await titles('--bail', at('b.yaml'))).toEqual(['Well']);
    expect((await trigger('run', at(), '--bail=0')).err).toContain('--bail 0: expected 1 or more');
  });
});

describe('warnings', () => {
  const useless = {
    'empty.yaml': scenario('Nothing is checked', LAUNCH),
    'fixed-word.yaml': scenario('Misspelled', LAUNCH, 'expect: { action: C1/t, status: Wating }'),
    'past.yaml': scenario('Past', LAUNCH, ...CLOSED, 'advance: { to: +1m }'),
    'refused.yaml': scenario('Refused', LAUNCH, ...CLOSED, 'retry: { action: C1/t, by: dana }'),
  };

  it('are printed and in the report, and fail nothing', async () => {
    const { 'fixed-word.yaml': _, ...files } = useless;
    const at = await folder(files);
    const { status, out, err } = await trigger('run', at(), ...FAST);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(out).toMatch(/warning, the scenario: .*\n/);
    expect(out).toContain(`warning, step 4 (${at('past.yaml')}:10): advance to +1m: it is +10m already`);
    expect(out).toContain('3 passed, 3 in all, 3 warnings');
    const [, past] = await reported(at());
    expect(past?.warnings).toEqual([{ step: 4, line: 10, column: 5, kind: 'past', message: expect.any(String) }]);
  });

  it('--strict: each useless scenario of a folder fails, with a line that says why', async () => {
    const at = await folder(useless);
    const { status, out, err } = await trigger('run', at(), '--strict', ...FAST);
    expect(status).toBe(2);
    expect(err).toMatch(/fixed-word\.yaml:8:\d+: steps\[1\]\.expect\.status: .*did you mean "Waiting"\?\n$/);
    expect(out).toContain('0 passed, 4 failed, 4 in all');
    expect(out).toMatch(/✗ Nothing is checked .*\n {4}the scenario: empty\n {6}expected "something is checked"\n/);
    expect(out).toMatch(/✗ Past .*\n {4}step 4 \(.*past\.yaml:10\): past\n.*\n {6}actual {3}"advance to \+1m: /);
    expect(out).toMatch(
      /✗ Refused .*\n {4}step 4 \(.*refused\.yaml:10\): refusals\n.*\n {6}actual {3}"retry was refused: .*R15/,
    );
    expect(out).not.toContain('warning');
  });

  it('--strict=KINDS fails those kinds only', async () => {
    const at = await folder({ 'past.yaml': useless['past.yaml'], 'refused.yaml': useless['refused.yaml'] });
    const results = await reported(at(), '--strict=past,empty');
    expect(results.map(({ passed, warnings }) => [passed, warnings.length])).toEqual([
      [false, 0],
      [true, 1],
    ]);
    expect(results[0]?.failures).toEqual([
      { step: 4, line: 10, column: 5, path: 'past', expected: expect.any(String), actual: expect.any(String) },
    ]);
    expect((await trigger('run', at(), '--strict=pst')).err).toContain('--strict pst: expected refusals, empty, past');
  });
});

describe('side by side', () => {
  it('--jobs: the same reports in the same order as one after another', async () => {
    const at = await folder({ 'a.yaml': EXAMPLES, 'b.yaml': FAILING, 'c.yaml': 'title: 1\n', 'd.yaml': PASSING });
    const played = async (...args: string[]) => {
      const { status, out, err } = await trigger('run', at(), ...FAST, ...args, '--trace', at('t.ndjson'));
      return { status, out: out.replace(/\d+ ms/g, 'N ms'), err, trace: await readFile(at('t.ndjson'), 'utf8') };
    };
    const alone = await played();
    expect(alone.status).toBe(2);
    expect(alone.out).toContain('3 passed, 2 failed, 5 in all');
    expect(alone.trace).toContain('Each [t=2m]');
    expect(await played('--jobs', '2')).toEqual(alone);
    for (const wrong of ['0', '65', 'x']) expect((await trigger('run', at(), '--jobs', wrong)).status).toBe(3);
  });

  it('--timeout gives a scenario up, says at which step it was, and goes on with the next', async () => {
    const forever = `title: Long
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: refused } } }
settings: { retry: { max: 100, first: 1s, factor: 1 } }
actionTypes: { t: { externalApi: erp } }
caseTypes: { c: { owner: dana, process: [t] } }
steps:
  - launch: { caseType: c, count: 10000, every: 1s }
  - advance: { until: idle }
`;
    const at = await folder({ 'a.yaml': forever, 'b.yaml': PASSING });
    const [long, well] = await reported(at(), '--timeout', '1s');
    expect(long).toMatchObject({
      title: 'Long',
      passed: false,
      failures: [{ step: 2, line: 9, path: 'timeout', expected: 'the scenario ends within 1s' }],
    });
    expect(well).toMatchObject({ title: 'Well', passed: true });
    expect((await trigger('run', at(), '--timeout', 'soon')).err).toContain('--timeout soon: expected a duration');
  });

  it('--timeout gives a file up that takes too long to read, too', async () => {
    // Each part includes the next one twice: the first of them a million times.
    const parts = Array.from({ length: 30 }, (_, at) => [
      `part-${at}.yaml`,
      at < 29 ? `include: [part-${at + 1}.yaml, part-${at + 1}.yaml]\n` : 'queues: [AP]\n',
    ]);
    const at = await folder({
      ...Object.fromEntries(parts),
      'a.yaml': 'include: [part-0.yaml]\nsteps: [{ next: 1 }]\n',
      'b.yaml': PASSING,
    });
    const results = (await reported(at('a.yaml'), at('b.yaml'), '--timeout', '1s')) as ScenarioReport[];
    expect(results).toMatchObject([
      {
        file: at('a.yaml'),
        passed: false,
        failures: [
          { step: null, path: 'timeout', expected: 'the file is read within 1s', actual: 'it was being read' },
        ],
      },
      { title: 'Well', passed: true },
    ]);
  });
});

it('the first file of docs/qa.md passes, and tests something', async () => {
  const page = await readFile(join(import.meta.dirname, '../../docs/qa.md'), 'utf8');
  const at = await folder({ 'retry.yaml': /```yaml\n(.*?)```/s.exec(page)?.[1] ?? '' });
  expect(await trigger('run', at(), '--strict', ...FAST)).toMatchObject({ status: 0, err: '' });
});

describe('snapshots', () => {
  it('--update-snapshots writes the trace beside each file, --snapshot fails where it is another', async () => {
    const at = await folder({ 'a.yaml': EXAMPLES, 'b.yaml': PASSING });
    const missing = await reported(at('b.yaml'), '--snapshot');
    expect(missing[0]?.failures).toMatchObject([{ step: null, path: 'trace', actual: null }]);
    expect((await trigger('run', at(), '--update-snapshots', ...FAST)).status).toBe(0);
    expect((await readdir(at())).sort()).toEqual(['a.yaml', 'a.yaml.trace', 'b.yaml', 'b.yaml.trace']);
    expect((await trigger('run', at(), '--snapshot', ...FAST)).status).toBe(0);
    // Of a file some of whose scenarios are not played, the others' traces stay.
    const before = await readFile(at('a.yaml.trace'), 'utf8');
    await trigger('run', at(), '--update-snapshots', '--grep', 't=2m', ...FAST);
    expect(await readFile(at('a.yaml.trace'), 'utf8')).toBe(before);
    await writeFile(at('b.yaml'), PASSING.replace('after: 10m', 'after: 20m'));
    const [, , changed] = await reported(at(), '--snapshot');
    expect(changed).toMatchObject({
      passed: false,
      failures: [
        {
          step: null,
          path: expect.stringMatching(/^trace\[\d+\]$/),
          expected: expect.stringMatching(/^\+10m C1\/t: /),
          actual: expect.stringMatching(/^\+20m C1\/t: /),
        },
      ],
    });
    const stdin = async () => PASSING;
    expect((await triggerWith({ stdin }, 'run', '-', '--snapshot')).status).toBe(3);
  });
});

describe('--watch', () => {
  it('runs again when a file, or what it includes, is saved, until it is stopped', async () => {
    const at = await folder({
      'a.yaml': `include: [./people.yaml]\n${PASSING.replace('users: { dana: {} }\n', '')}`,
      'people.yaml': 'users: { dana: {} }\n',
    });
    const stop = new AbortController();
    const saves = [
      () => writeFile(at('people.yaml'), 'users: { omar: {} }\n'),
      () => writeFile(at('people.yaml'), 'users: { dana: {}, omar: {} }\n'),
      async () => stop.abort(),
    ];
    const seen: string[] = [];
    const { status } = await triggerWith(
      {
        stop: () => stop.signal,
        onOut: (text) => void seen.push(text),
        onErr: (text) => void (text.startsWith('Watching 2 files') && saves.shift()?.()),
      },
      'run',
      at('a.yaml'),
      '--watch',
      ...FAST,
    );
    expect(status).toBe(0);
    expect(seen.filter((text) => /in all/.test(text)).map((text) => text.trim().split(',')[0])).toEqual([
      '1 passed',
      '0 passed',
      '1 passed',
    ]);
  });
});
