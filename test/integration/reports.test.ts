/** What the commands write for machines: several reports of a run, validate's, the tests that limits are (scenario-format.md, *The runner*). */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { main } from '../../src/main/commands/main.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { PROGRAM, trigger, triggerWith } from '../support/trigger.ts';

const SCENARIO = `title: Well
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { respond: { after: 10m, outcome: success } } } }
actionTypes: { t: { externalApi: erp, responseWithin: 30m } }
cases: { C1: { owner: dana, process: [t] } }
steps:
  - launch: { case: C1 }
  - advance: { until: idle }
  - expect: { case: C1, status: Closed }
`;
const ILL = SCENARIO.replace('status: Closed', 'status: Waiting').replace('Well', 'Ill');
const INVALID = SCENARIO.replace('respond:', 'respnd:');

async function folder(files: Readonly<Record<string, string>>) {
  const path = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(path, name), text);
  return (name = '') => join(path, name);
}

const DIRECT = ['--transport', 'direct'];

describe('reporters of run', () => {
  it('several at once, each to its file or to standard output', async () => {
    const at = await folder({ 'a.yaml': SCENARIO, 'b.yaml': ILL });
    const files = ['json=r.json', 'junit=r.xml', 'html=r.html', 'list=r.txt'].map((each) =>
      each.replace('=', `=${at()}/`),
    );
    const reporters = ['list', 'github', ...files].flatMap((each) => ['--reporter', each]);
    const { status, out } = await trigger('run', at(), ...DIRECT, ...reporters, '--coverage', at('c.json'));
    expect(status).toBe(1);
    expect(out).toContain('✗ Ill');
    expect(out).toContain(`\n::error file=${at('b.yaml')},line=9,col=5,title=Ill::step 3: case C1: status: `);
    expect(JSON.parse(await readFile(at('r.json'), 'utf8')).scenarios).toHaveLength(2);
    expect(await readFile(at('r.xml'), 'utf8')).toContain('<testsuites name="trigger-lab" tests="2" failures="1"');
    const page = await readFile(at('r.html'), 'utf8');
    expect(page).toContain('<h1>1 of 2 failed</h1>');
    expect(page.match(/<h2>C1\/t<\/h2>/g)).toHaveLength(2);
    expect(await readFile(at('r.txt'), 'utf8')).toContain('1 passed, 1 failed, 2 in all');
    // What was written counts as coverage again.
    const covered = await trigger('coverage', at('c.json'), '--reporter', 'json');
    expect(covered.out).toBe(await readFile(at('c.json'), 'utf8'));
    expect(JSON.parse(covered.out).percent).toBeGreaterThan(0);
  });

  it('refuse to share a file or standard output, and files that are not theirs', async () => {
    const at = await folder({ 'a.yaml': SCENARIO });
    const refused = async (...args: string[]) => {
      const { status, out, err } = await trigger('run', at('a.yaml'), ...DIRECT, ...args);
      expect({ status, out }).toEqual({ status: 3, out: '' });
      return err;
    };
    expect(await refused('--reporter', 'json', '--reporter', 'list')).toContain(
      'json and list both go to standard output, expected a file: --reporter json=FILE',
    );
    const x = at('x.txt');
    expect(await refused('--reporter', `list=${x}`, '--trace', x)).toContain('--reporter list and --trace both name');
    expect(await refused('--reporter', 'list', '--reporter', 'github', '--out', x)).toContain(
      'several reporters have none',
    );
    expect(await refused('--reporter', `list=${x}`, '--out', x)).toContain('every reporter has a file');
    expect(await refused('--reporter', `json=${at('a.yaml')}`)).toContain('has the ending of a scenario file');
    expect(await refused('--coverage', at('new.yml'))).toContain('--coverage');
    expect(await refused('--reporter', 'tap')).toContain('--reporter tap: expected list, json, junit, github, html');
    expect(await readFile(at('a.yaml'), 'utf8')).toBe(SCENARIO);
    expect(existsSync(x)).toBe(false);
  });

  it('a run that leaves nothing to play leaves an earlier report alone', async () => {
    const at = await folder({ 'a.yaml': SCENARIO, 'r.txt': 'earlier' });
    await trigger('run', at('a.yaml'), '--grep', 'nothing', '--out', at('r.txt'));
    expect(await readFile(at('r.txt'), 'utf8')).toBe('earlier');
  });
});

const BUILT = join(import.meta.dirname, '../../out/main/cli.js');

it.runIf(existsSync(BUILT))('a run that is killed leaves reports that parse and have what had ended', async () => {
  const long = ILL.replace('title: Ill', 'title: Long')
    .replace('respond: { after: 10m, outcome: success }', 'fail: refused')
    .replace('cases: {', 'caseTypes: { c: { owner: dana, process: [t] } }\ncases: {')
    .replace('launch: { case: C1 }', 'launch: { caseType: c, count: 10000, every: 1s }');
  const at = await folder({ 'a.yaml': SCENARIO, 'b.yaml': ILL, 'c.yaml': long, 'r.json': '{"scenarios":[]}' });
  const reports = ['json=r.json', 'junit=r.xml', 'html=r.html'].map((each) => each.replace('=', `=${at()}/`));
  const args = [BUILT, 'run', at('a.yaml'), at('b.yaml'), at('c.yaml'), ...DIRECT, '--jobs', '2'];
  const child = spawn(process.execPath, [...args, ...reports.flatMap((each) => ['--reporter', each])]);
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const json = async () => JSON.parse(await readFile(at('r.json'), 'utf8')).scenarios as { title: string }[];
  await vi.waitFor(async () => expect(await json()).toHaveLength(2), { timeout: 15_000, interval: 20 });
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect((await json()).map(({ title }) => title)).toEqual(['Well', 'Ill']);
  expect(await readFile(at('r.xml'), 'utf8')).toMatch(/^<\?xml .*<testcase .*<\/testsuites>\n$/s);
  expect(await readFile(at('r.html'), 'utf8')).toMatch(/^<!doctype html>.*<\/html>\n$/s);
});

describe('validate', () => {
  it('json: every file with its problems, and what is in the others', async () => {
    const at = await folder({ 'a.yaml': SCENARIO, 'b.yaml': INVALID });
    const { status, out, err } = await trigger('validate', at(), '--reporter', 'json');
    expect({ status, err }).toEqual({ status: 2, err: '' });
    expect(JSON.parse(out)).toEqual({
      files: [
        { file: at('a.yaml'), valid: true, steps: 3, examples: 1, problems: [] },
        {
          file: at('b.yaml'),
          valid: false,
          problems: [
            expect.objectContaining({
              file: at('b.yaml'),
              line: 3,
              column: 69,
              suggestion: 'respond',
              message: expect.any(String),
            }),
          ],
        },
      ],
    });
  });

  it('github and sarif: each problem at its place', async () => {
    const at = await folder({ 'b c.yaml': INVALID });
    const github = await trigger('validate', at('b c.yaml'), '--reporter', 'github');
    expect(github.out).toMatch(
      /^::error file=.*b c\.yaml,line=3,col=69,title=Invalid scenario::externalApis\.erp.*"respnd"/,
    );
    const { status, out } = await trigger('validate', at('b c.yaml'), '--reporter', 'sarif');
    expect(status).toBe(2);
    const { version, runs } = JSON.parse(out);
    expect(version).toBe('2.1.0');
    expect(runs[0].tool.driver).toMatchObject({
      name: 'trigger-lab',
      version: '1.2.3',
      rules: [{ id: 'invalid-scenario' }],
    });
    expect(runs[0].results).toMatchObject([
      {
        ruleId: 'invalid-scenario',
        level: 'error',
        message: { text: expect.stringContaining('did you mean "respond"?') },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: expect.stringMatching(/\/b%20c\.yaml$/) },
              region: { startLine: 3, startColumn: 69 },
            },
          },
        ],
      },
    ]);
    expect((await trigger('validate', at('b c.yaml'), '--reporter', 'xml')).status).toBe(3);
  });

  it('text: examples are counted, standard input is read', async () => {
    const examples = SCENARIO.replace('title: Well', 'params: { t: 10m }\nexamples: [{ t: 1m }, { t: 2m }]').replace(
      '10m,',
      '$t,',
    );
    const { out } = await triggerWith({ stdin: async () => examples }, 'validate', '-');
    expect(out).toBe('-: valid, 3 steps, 2 examples\n');
  });

  it('shows the line and a caret where a person reads along, and only there', async () => {
    const at = await folder({ 'b.yaml': INVALID });
    const said: string[] = [];
    const output = { out: () => undefined, err: (text: string) => void said.push(text), isTerminal: true };
    await main(['validate', at('b.yaml')], output, PROGRAM);
    const [, line = '', caret = ''] = said.join('').split('\n');
    expect(line).toMatch(/^ {2}3 \| .*respnd: /);
    expect(caret.indexOf('^')).toBe(line.indexOf('respnd'));
    expect((await trigger('validate', at('b.yaml'))).err.split('\n')).toHaveLength(2);
  });
});

describe('limits are tests', () => {
  it('verdict --limit says what holds, fails where one does not, and --junit writes a test for each', async () => {
    const at = await folder({ 'a.yaml': SCENARIO });
    const limits = ['--limit', 'longestOutageSurvived>=20m', '--limit', 'calls<=3', '--limit', 'unreachedRetries<=0'];
    const { status, out } = await trigger('verdict', at('a.yaml'), ...limits, '--junit', at('r.xml'));
    expect(status).toBe(1);
    expect(out).toContain(
      'longestOutageSurvived>=20m: holds, it is 31 min\ncalls<=3: broken, it is 6\nunreachedRetries<=0: holds, it is 0\n',
    );
    const xml = await readFile(at('r.xml'), 'utf8');
    expect(xml).toContain('<testsuites name="trigger-lab" tests="3" failures="1" errors="0"');
    expect(xml).toContain('<failure message="calls&lt;=3: broken, it is 6" type="limit">');
    expect((await trigger('verdict', at('a.yaml'), '--limit', 'awaitsResponseUntil<=2h')).status).toBe(0);
    for (const wrong of ['calls', 'lives<=3', 'calls<=many', 'endsAt<=3'])
      expect((await trigger('verdict', at('a.yaml'), '--limit', wrong)).status).toBe(3);
  });

  it('lab --junit: a suite for each variant, a test for each limit', async () => {
    const at = await folder({
      'a.yaml': SCENARIO.replace('respond: { after: 10m, outcome: success }', 'fail: refused'),
    });
    const args = ['lab', at('a.yaml'), '--trials', '10', '--workers', '1', '--vary', 'retry.max=1..2'];
    const limits = ['--limit', 'timeToEnd.p95<=2m', '--limit', 'escalatedPer1000<=10'];
    const { status } = await trigger(...args, ...limits, '--junit', at('r.xml'));
    expect(status).toBe(1);
    const xml = await readFile(at('r.xml'), 'utf8');
    expect(xml).toMatch(/<testsuites name="trigger-lab" tests="4" failures="\d"/);
    expect(xml.match(/<testsuite /g)).toHaveLength(2);
    expect(xml).toMatch(/<failure message="timeToEnd\.p95&lt;=2m: it is 3 min/);
    expect(await trigger(...args, '--junit', at('r.xml'))).toMatchObject({
      status: 3,
      err: expect.stringContaining('each --limit is a test, expected at least one'),
    });
  });
});
