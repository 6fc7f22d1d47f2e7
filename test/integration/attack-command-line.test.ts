/**
 * Words on the command line as nobody well-meaning puts them, from a seed, in a folder with files of every kind. Whatever they are: an exit
 * status that scenario-format.md knows, and no internal error. `ATTACK_COMMANDS` says how many, `ATTACK_SEED` which.
 */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { EXIT } from '../../src/main/commands/exit-status.ts';
import { main } from '../../src/main/commands/main.ts';
import { parseServeArgs } from '../../src/main/commands/serve-options.ts';
import { createDiskStore } from '../../src/main/store/create-store.ts';
import { newWorkspace } from '../support/stored-workspace.ts';
import { HAS_LINKS } from '../support/system.ts';

const PARAMETERS = {
  numRuns: Number(process.env.ATTACK_COMMANDS ?? 1_000),
  seed: Number(process.env.ATTACK_SEED ?? 20_261_128),
};

const SCENARIO = `title: One call
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: refused } } }
actionTypes: { t: { externalApi: erp, retry: { max: 1, first: 1s }, allocation: { user: dana } } }
cases: { C1: { owner: dana, process: [t] } }
steps: [{ launch: { case: C1 } }, { expect: { case: C1, status: Closed } }]
`;

let folder: string;
let home: string;
beforeAll(async () => {
  home = process.cwd();
  folder = await mkdtemp(join(tmpdir(), 'trigger-lab-words-'));
  process.chdir(folder);
  await writeFile('good.yaml', SCENARIO);
  await writeFile('wrong.yaml', SCENARIO.replace('fail', 'fial'));
  await writeFile('bytes.yaml', Buffer.from([0xff, 0xfe, 0x00]));
  await writeFile('empty.json', '');
  await writeFile('shard.json', '{"shard":{"index":1,"of":2},"study":{}}');
  await mkdir('folder.yaml');
  if (HAS_LINKS) await symlink('loop.yaml', 'loop.yaml');
  const store = createDiskStore(join(folder, 'data'));
  await store.open();
  await store.save(newWorkspace());
  await store.close();
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true, force: true });
});

/** Each command, and what it takes. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  run: [
    '--reporter',
    '--out',
    '--seed',
    '--transport',
    '--trace',
    '--strict',
    '--bail',
    '--grep',
    '--tag',
    '--shard',
    '--jobs',
    '--timeout',
    '--var',
    '--coverage',
    '--snapshot',
  ],
  validate: ['--reporter'],
  verdict: ['--action-type', '--reporter', '--limit', '--junit'],
  lab: [
    '--trials',
    '--trials',
    '--action-type',
    '--seed',
    '--window',
    '--vary',
    '--measure',
    '--limit',
    '--out',
    '--shard',
    '--progress',
  ],
  schema: ['--reporter'],
  backups: ['--data-dir', '--reporter'],
  restore: ['--data-dir'],
  serve: ['--port', '--data-dir', '--scenario', '--no-open'],
  '--port': ['--data-dir'],
};
const file = fc.constantFrom(
  'good.yaml',
  'good.yaml',
  'good.yaml',
  'wrong.yaml',
  'bytes.yaml',
  'empty.json',
  'shard.json',
  'folder.yaml',
  'loop.yaml',
  'data',
  'good.yaml/x',
  'no.yaml',
  '*.yaml',
  '[.yaml',
  '{good,wrong}.yaml',
  '**/*.json',
  '/dev/null',
);
const ANY_OPTION = fc.constantFrom('--', '-', '-x', '--reporter=', '--seed=1', '--help=1', '--out', '--trials');
const value = fc.constantFrom(
  'json',
  'junit',
  'list',
  'csv',
  'http',
  't',
  '',
  '0',
  '1',
  '3',
  '-1',
  '1e99',
  '9007199254740993',
  'NaN',
  '1/2',
  '2/1',
  '0/0',
  '1h',
  '-1h',
  '9999999999d',
  'retry.max=0,1,2',
  'retry.max=1..1e9',
  'retry.first=1s..1h/3',
  '__proto__.x=1',
  'erp.otherwise=1',
  'timeout<=0.5',
  'timeout<=',
  'constructor<=1',
  'out.txt',
  'out.json',
  'merge',
  `${'a'.repeat(300)}.txt`,
);
/** No slash: what is written stays here. */
const junk = fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replaceAll(/[/\\]/g, ''));
const optionsOf = (command: string) => (Object.hasOwn(COMMANDS, command) && COMMANDS[command]) || ['--x'];
const wordsOf = (command: string) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: file.map((each) => [each]) },
        { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...optionsOf(command)), value) },
        { weight: 1, arbitrary: fc.tuple(ANY_OPTION, value) },
        { weight: 1, arbitrary: value.map((each) => [each]) },
        { weight: 1, arbitrary: junk.map((each) => [each]) },
      ),
      { maxLength: 3 },
    )
    .map((rest) => [command, ...rest.flat()]);
const words = fc
  .oneof({ weight: 12, arbitrary: fc.constantFrom(...Object.keys(COMMANDS)) }, { weight: 1, arbitrary: junk })
  .chain(wordsOf);

it(
  'ends with a status that is known, whatever the words',
  async () => {
    vi.stubEnv('HOME', folder);
    vi.stubEnv('XDG_DATA_HOME', folder);
    vi.stubEnv('APPDATA', folder);
    const statuses = new Map<number, number>();
    await fc.assert(
      fc.asyncProperty(words, async (args) => {
        const said: string[] = [];
        const read = async (rest: readonly string[]) => {
          const options = parseServeArgs(rest);
          if (!('wrong' in options)) return EXIT.passed;
          said.push(options.wrong);
          return EXIT.wrongUsage;
        };
        const status = await main(
          args,
          { out: () => undefined, err: (text) => said.push(text) },
          {
            version: '0',
            labWorkerUrl: new URL('../../src/main/lab-worker.ts', import.meta.url),
            openApp: read,
            serve: read,
          },
        );
        expect([0, 1, 2, 3], said.join('')).toContain(status);
        if (status >= 2) expect(said.join('').trim()).not.toBe('');
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }),
      { ...PARAMETERS, examples: [[['schema']], [['run', 'good.yaml']], [['run', 'wrong.yaml']], [['run']]] },
    );
    // They get beyond the parser.
    expect([...statuses.keys()].sort()).toEqual([0, 1, 2, 3]);
  },
  60_000 + PARAMETERS.numRuns * 200,
);
