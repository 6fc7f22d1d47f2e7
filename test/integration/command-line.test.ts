import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createProtocolConnection } from 'vscode-languageserver/node';
import { version } from '../../package.json' with { type: 'json' };
import { libraryFiles } from '../support/library-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { type Ended, trigger, triggerWith } from '../support/trigger.ts';

const PASSING = `title: All well
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { respond: { after: 10m, outcome: success } } } }
actionTypes: { t: { externalApi: erp } }
cases: { C1: { owner: dana, process: [t] } }
steps:
  - launch: { case: C1 }
  - advance: { until: idle }
  - expect: { case: C1, status: Closed }
`;
const FAILING = PASSING.replace('All well', 'Two things fail').replace(
  '  - expect: { case: C1, status: Closed }',
  `  - expect: { case: C1, status: Waiting, actions: 2 }
  - retry: { action: C1/t, by: dana }
    refused: false`,
);
const INVALID = PASSING.replace('respond', 'respnd').replace('advance: {', 'advence: {');

const RANDOM = PASSING.replace(
  'otherwise: { respond: { after: 10m, outcome: success } }',
  'random: { failRate: 0.5 }',
).replace('  - expect: { case: C1, status: Closed }', '  - expect: { clock: { scheduled: 0 } }');

/** A folder with these files, and the path of each. */
async function folderWith(files: Record<string, string>): Promise<(name: string) => string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return (name) => join(folder, name);
}

const files = () => folderWith({ 'a.yaml': PASSING, 'b.yaml': FAILING, 'c.yaml': INVALID, 'r.yaml': RANDOM });

describe('trigger-lab run ends with', () => {
  it('0 where all expectations held', async () => {
    const at = await files();
    expect(await trigger('run', at('a.yaml'))).toMatchObject({ status: 0, err: '' });
  });

  it('1 where some did not', async () => {
    const at = await files();
    expect(await trigger('run', at('a.yaml'), at('b.yaml'))).toMatchObject({ status: 1, err: '' });
  });

  it('2 where a file is invalid, told as file:line:column: path: message, and nothing of it runs', async () => {
    const at = await files();
    const { status, err, out } = await trigger('run', at('c.yaml'), '--reporter', 'json');
    expect(status).toBe(2);
    expect(err.trimEnd().split('\n')).toEqual([
      expect.stringMatching(
        /c\.yaml:3:\d+: externalApis\.erp\.otherwise(\.respnd)?: unknown key "respnd".*did you mean "respond"\?$/,
      ),
      expect.stringMatching(/c\.yaml:8:\d+: steps\[1\](\.advence)?: unknown step "advence".*did you mean "advance"\?$/),
    ]);
    expect(JSON.parse(out).scenarios).toMatchObject([{ passed: false, failures: [], virtualDuration: 0 }]);
  });

  it('2 rather than 1 where a file is invalid and another fails; the others are still played', async () => {
    const at = await files();
    const { status, out } = await trigger('run', at('b.yaml'), at('c.yaml'), at('a.yaml'));
    expect(status).toBe(2);
    expect(out).toContain('✓ All well');
    expect(out).toContain('✗ Two things fail');
    expect(out).toContain('1 passed, 2 failed, 3 in all');
  });

  it('2 where a file is not UTF-8', async () => {
    const at = await files();
    await writeFile(at('latin1.yaml'), Buffer.from('title: Caf\u00e9\n', 'latin1'));
    const { status, err } = await trigger('run', at('latin1.yaml'));
    expect(status).toBe(2);
    expect(err).toBe(`${at('latin1.yaml')}:1:1: $: cannot be read: it is not UTF-8 text\n`);
  });

  it('2 where a file is not there', async () => {
    const at = await files();
    const gone = await trigger('run', at('gone.yaml'));
    expect(gone).toMatchObject({
      status: 2,
      err: `${at('gone.yaml')}:1:1: $: cannot be read: no such file\n`,
    });
  });

  it.each([
    ['no file', ['run']],
    ['a pattern that matches nothing', ['run', '/nowhere/*.yaml']],
    ['an unknown option', ['run', 'a.yaml', '--fast']],
    ['an option without its value', ['run', 'a.yaml', '--seed']],
    ['an unknown reporter', ['run', 'a.yaml', '--reporter', 'htm']],
    ['an unknown transport', ['run', 'a.yaml', '--transport', 'smoke']],
    ['a seed that is no whole number', ['run', 'a.yaml', '--seed', '1.5']],
    ['an empty seed', ['run', 'a.yaml', '--seed=']],
    ['an unknown command', ['play', 'a.yaml']],
    ['an unknown option alone', ['--fast']],
    ['validate without a file', ['validate']],
    ['validate with an option of run', ['validate', 'a.yaml', '--seed', '1']],
    ['schema with a file', ['schema', 'a.yaml']],
  ])('3 for %s, in a sentence', async (_, args) => {
    const { status, out, err } = await trigger(...args);
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toMatch(/^trigger-lab: .+\nSee trigger-lab (?:\w+ )?--help\.\n$/);
  });

  it('3 where a report or trace cannot be written', async () => {
    const at = await files();
    for (const option of ['--out', '--trace']) {
      const { status, err } = await trigger('run', at('a.yaml'), option, at('no/such/folder.txt'));
      expect(status).toBe(3);
      expect(err).toContain(`${option} ${at('no/such/folder.txt')}: cannot be written`);
      expect(err).not.toContain('    at ');
    }
  });

  it('4 for an internal error', async () => {
    const bug = async () => {
      throw new Error('a bug');
    };
    const { status, err } = await triggerWith({ openApp: bug });
    expect(status).toBe(4);
    expect(err).toMatch(/^trigger-lab: internal error: Error: a bug/);
  });
});

describe('trigger-lab run', () => {
  it('list: a line per scenario; for one that fails step, expectation, expected and actual', async () => {
    const at = await files();
    const { out } = await trigger('run', at('a.yaml'), at('b.yaml'));
    expect(
      out.replace(/in \d+ ms/g, 'in N ms').replace(/\(\d+ ms\)/, '(N ms)'),
    ).toBe(`✓ All well (${at('a.yaml')}, 10 min in N ms)
✗ Two things fail (${at('b.yaml')}, 10 min in N ms)
    step 3 (${at('b.yaml')}:9): case C1: status
      expected "Waiting"
      actual   "Closed"
    step 3 (${at('b.yaml')}:9): case C1: actions
      expected 2
      actual   1
    step 4 (${at('b.yaml')}:10): refused
      expected false
      actual   "C1/t is closed. A closed Action is never called again; relaunch it to start afresh. (R15)"

1 passed, 1 failed, 2 in all (N ms)
`);
  });

  it('json: exactly the fields of the format', async () => {
    const at = await files();
    const { out } = await trigger('run', '--reporter=json', at('a.yaml'), at('b.yaml'));
    expect(JSON.parse(out)).toEqual({
      scenarios: [
        {
          file: at('a.yaml'),
          title: 'All well',
          passed: true,
          failures: [],
          warnings: [],
          seed: 1,
          transport: 'http',
          rules: expect.arrayContaining(['R1', 'R25']),
          virtualDuration: 600_000,
          wallMs: expect.any(Number),
        },
        {
          file: at('b.yaml'),
          title: 'Two things fail',
          passed: false,
          failures: [
            { step: 3, line: 9, column: 5, path: 'status', expected: 'Waiting', actual: 'Closed' },
            { step: 3, line: 9, column: 5, path: 'actions', expected: 2, actual: 1 },
            { step: 4, line: 10, column: 5, path: 'refused', expected: false, actual: expect.stringContaining('R15') },
          ],
          warnings: [],
          seed: 1,
          transport: 'http',
          rules: expect.arrayContaining(['R1', 'R25']),
          virtualDuration: 600_000,
          wallMs: expect.any(Number),
        },
      ],
    });
  });

  it('junit: a suite per file, a failure and an error', async () => {
    const at = await files();
    const { out } = await trigger('run', at('a.yaml'), at('b.yaml'), at('c.yaml'), '--reporter', 'junit');
    expect(out).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="trigger-lab" tests="3" failures="1" errors="1" /,
    );
    expect(out.match(/<testsuite /g)).toHaveLength(3);
    expect(out).toContain(
      '<failure message="step 3 (line 9): case C1: status: expected &quot;Waiting&quot;, actual &quot;Closed&quot;"',
    );
    expect(out).toContain('<error message="invalid scenario: ');
  });

  it('--out writes the report to a file, and nothing to standard output', async () => {
    const at = await files();
    const { status, out } = await trigger('run', at('b.yaml'), '--reporter', 'json', '--out', at('report.json'));
    expect({ status, out }).toEqual({ status: 1, out: '' });
    expect(JSON.parse(await readFile(at('report.json'), 'utf8')).scenarios).toHaveLength(1);
  });

  it('--trace writes the timeline of every Action as NDJSON, the same over both transports', async () => {
    const at = await files();
    for (const transport of ['http', 'direct']) {
      await trigger(
        'run',
        at('a.yaml'),
        at('r.yaml'),
        `--transport=${transport}`,
        '--trace',
        at(`${transport}.ndjson`),
      );
    }
    const trace = await readFile(at('http.ndjson'), 'utf8');
    expect(await readFile(at('direct.ndjson'), 'utf8')).toBe(trace);
    const entries = trace
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(entries[0]).toEqual({
      scenario: 'All well',
      action: 'C1/t',
      at: '2026-01-05T09:00:00.000Z',
      since: '+0s',
      kind: 'created',
      who: 'System',
      text: 'Created: t',
    });
  });

  it('--seed takes the place of the file’s', async () => {
    const at = await files();
    const traced = async (...args: string[]) => {
      await trigger('run', at('r.yaml'), '--trace', at('t.ndjson'), ...args);
      return readFile(at('t.ndjson'), 'utf8');
    };
    const traces: string[] = [];
    for (let seed = 1; seed <= 6; seed += 1) traces.push(await traced('--seed', String(seed)));
    expect(traces[0]).toBe(await traced());
    expect(new Set(traces).size).toBeGreaterThan(1);
    expect(await traced('--seed=-3')).toBe(await traced('--seed=-3'));
  });

  it('patterns stand for what they match, in order; a file whose name looks like one is itself', async () => {
    const at = await folderWith({ 'b1.yaml': PASSING, 'a1.yaml': PASSING, 'x.yml': PASSING, 'odd[1].yaml': PASSING });
    const { status, out } = await trigger(
      'run',
      at('*1.yaml'),
      at('*.{yml,json}'),
      at('odd[1].yaml'),
      '--reporter',
      'json',
    );
    expect(status).toBe(0);
    const played = (JSON.parse(out).scenarios as { file: string }[]).map(({ file }) => file);
    expect(played).toEqual([at('a1.yaml'), at('b1.yaml'), at('x.yml'), at('odd[1].yaml')]);
  });

  it('plays the built-in library', async () => {
    const { status, out } = await trigger('run', ...libraryFiles().map(({ path }) => path));
    expect(out).toMatch(/\n\n\d+ passed, \d+ in all/);
    expect(status).toBe(0);
  });

  it('plays three hundred small files in one run, each by itself', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `${String(index).padStart(3, '0')}.yaml`);
    const at = await folderWith(Object.fromEntries(names.map((name) => [name, PASSING.replace('All well', name)])));
    const { status, out } = await trigger('run', at('*.yaml'), '--reporter', 'json');
    expect(status).toBe(0);
    expect((JSON.parse(out).scenarios as { title: string }[]).map(({ title }) => title)).toEqual(names);
  });
});

describe('trigger-lab', () => {
  it('validate: 0 with a line per file, 2 with every problem, and it plays nothing', async () => {
    const at = await files();
    expect(await trigger('validate', at('a.yaml'), at('b.yaml'))).toEqual({
      status: 0,
      out: `${at('a.yaml')}: valid, 3 steps\n${at('b.yaml')}: valid, 4 steps\n`,
      err: '',
    });
    const invalid = await trigger('validate', at('c.yaml'), at('a.yaml'), at('gone.yaml'));
    expect(invalid.status).toBe(2);
    expect(invalid.out).toBe(`${at('a.yaml')}: valid, 3 steps\n`);
    expect(invalid.err.trimEnd().split('\n')).toHaveLength(3);
  });

  it('schema prints the JSON Schema that is published', async () => {
    const { status, out } = await trigger('schema');
    expect(status).toBe(0);
    expect(out).toBe(await readFile(join(import.meta.dirname, '../../resources/scenario.schema.json'), 'utf8'));
  });

  it.each(['--help', '-h', 'help'])('%s prints every command and the exit statuses', async (word) => {
    const { status, out, err } = await trigger(word);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const said of ['run FILE', 'validate FILE', 'lab FILE', 'schema', 'serve', '--version', 'Exit status'])
      expect(out).toContain(said);
  });

  it.each([
    [
      ['run', '--help'],
      ['--seed <N>', '--trace <FILE>'],
    ],
    [['run', 'a.yaml', '-h'], ['--seed <N>']],
    [['help', 'run'], ['--seed <N>']],
    [
      ['lab', '--help'],
      ['--trials <N>', 'merge SHARD…'],
    ],
    [['lab', 'merge', '--help'], ['--limit <LIMIT>']],
    [['verdict', '--help'], ['--action-type <T>']],
    [['serve', '--help'], ['--no-open']],
    [
      ['restore', '--help'],
      ['NUMBER', '--workspace <NAME>'],
    ],
  ])('%j prints the help of that command', async (args, said) => {
    const { status, out, err } = await trigger(...args);
    expect({ status, err }).toEqual({ status: 0, err: '' });
    for (const words of said) expect(out).toContain(words);
    expect(out).not.toContain('Exit status');
  });

  it.each([
    [['rnu', 'a.yaml'], "Unknown command 'rnu', did you mean run?\nSee trigger-lab --help."],
    [['run', 'a.yaml', '--sed', '3'], "Unknown option '--sed', did you mean --seed?\nSee trigger-lab run --help."],
    [['run', '--seed'], "Option '--seed' needs a value\nSee trigger-lab run --help."],
    [
      ['run', '--out', '--seed', '3'],
      "Option '--out' needs a value; one that begins with a dash is written --out=-…\n",
    ],
    [['lab', 'merge', '--trials', '3'], "Unknown option '--trials'\nSee trigger-lab lab --help."],
  ])('%j is wrong usage, with the nearest right word', async (args, said) => {
    const { status, out, err } = await trigger(...args);
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toContain(`trigger-lab: ${said}`);
  });

  it('after -- everything is a file', async () => {
    const { status, err } = await trigger('validate', '--', '--seed');
    expect(status).toBe(2);
    expect(err).toContain('--seed:1:1: $: cannot be read: no such file');
  });

  it('--version prints the version alone', async () => {
    expect(await trigger('--version')).toEqual({ status: 0, out: '1.2.3\n', err: '' });
  });

  it('alone opens the app, and serve serves it, with their options and their statuses', async () => {
    expect((await trigger()).status).toBe(40);
    expect((await trigger('--port', '0')).status).toBe(42);
    expect((await trigger('serve', '--no-open')).status).toBe(51);
  });
});

const BUILT = join(import.meta.dirname, '../../out/main/cli.js');

describe.runIf(existsSync(BUILT))('the built program', () => {
  const run = (...args: string[]) => runNode(BUILT, ...args);
  const runNode = (...args: string[]) =>
    new Promise<Ended>((resolve) => {
      const child = execFile(process.execPath, args, (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
      onTestFinished(() => void child.kill());
    });

  it('ends as the command line does, and says it on the right stream', async () => {
    const at = await files();
    const [passed, failed, invalid, wrong] = await Promise.all([
      run('run', at('a.yaml')),
      run('run', at('b.yaml')),
      run('run', at('c.yaml')),
      run('run'),
    ]);
    expect([passed.status, failed.status, invalid.status, wrong.status]).toEqual([0, 1, 2, 3]);
    expect(passed.err).toBe('');
    expect(invalid.err).toMatch(/c\.yaml:3:\d+: /);
    expect(wrong.out).toBe('');
  });

  it('tells an older Node, in a sentence, that it is too old', async () => {
    const older =
      "Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); await import(process.argv[1]);";
    const { status, out, err } = await runNode('--input-type=module', '--eval', older, BUILT);
    expect({ status, out }).toEqual({ status: 4, out: '' });
    expect(err).toMatch(/^trigger-lab needs Node 22\.13 or newer; this is Node 20\.20\.2\.\n$/);
  });

  it('serves an editor over standard input and output, and ends with it', async () => {
    const child = spawn(process.execPath, [BUILT, 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void child.kill());
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const editor = createProtocolConnection(child.stdout, child.stdin);
    editor.listen();
    const answer = await editor.sendRequest('initialize', { processId: null, rootUri: null, capabilities: {} });
    expect(answer).toMatchObject({ serverInfo: { version }, capabilities: { hoverProvider: true } });
    await editor.sendRequest('shutdown');
    await editor.sendNotification('exit');
    expect(await ended).toBe(0);
  });

  it('prints its version, and finds the schema and the library beside it', async () => {
    const [versionEnded, schema] = await Promise.all([run('--version'), run('schema')]);
    expect(versionEnded.out).toBe(`${version}\n`);
    expect(JSON.parse(schema.out)).toMatchObject({ title: 'Trigger Lab scenario' });
  });
});
