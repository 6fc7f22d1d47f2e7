/** Command lines and files as nobody means them, and what a person then reads: one sentence, an exit status, and nothing written over. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '../../src/main/commands/main.ts';
import { parseServeArgs } from '../../src/main/commands/serve-options.ts';
import { HAS_LINKS } from '../support/system.ts';

const BASE = `users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/ } }
actionTypes: { t: { externalApi: erp } }
cases: { C1: { owner: dana, process: [t] } }
`;
const FILES: Readonly<Record<string, string | Buffer>> = {
  'good.yaml': `${BASE}steps: [{ launch: { case: C1 } }]\n`,
  'far.yaml': `${BASE}steps: [{ advance: 3652425d }]\n`,
  'escapes.yaml': `title: "\\e[31mred"\n${BASE}steps: [{ say: "\\e]0;x\\a" }, { expect: { case: C1, data: { x: "\\e[2J \\u202e \\u009b" } } }]\n`,
  'key.yaml': '"\\e[2Jkey": 1\n',
  'two.yaml': 'title: a\n---\ntitle: b\n',
  'zeros.yaml': '\0\0\0',
  'latin.yaml': Buffer.from('title: caf\xe9\n', 'latin1'),
  'name.json': '{"title":"Only a name so far","seed":4}',
  'report.json': '{"scenarios":[]}',
  'x.txt': 'title: a\n',
};

let folder: string;
let home: string;
beforeAll(async () => {
  home = process.cwd();
  folder = await mkdtemp(join(tmpdir(), 'trigger-lab-odd-'));
  process.chdir(folder);
  for (const [name, content] of Object.entries(FILES)) await writeFile(name, content);
  await mkdir('folder.yaml');
  if (HAS_LINKS) await symlink('nowhere.json', 'dangling.json');
});
afterAll(async () => {
  process.chdir(home);
  await rm(folder, { recursive: true, force: true });
});

const ONE_OF = /unknown key "\\u001b\[2Jkey", expected one of title, summary, tags, include/;
type Case = readonly [line: string, status: number, said: RegExp];
const LINK: Case = ['run --out dangling.json good.yaml', 3, /is a link/];
const CASES: readonly Case[] = [
  ['run good.yaml', 0, /1 passed/],
  ['run far.yaml', 1, /expected "the clock moves"/],
  ['run escapes.yaml', 1, /\\u001b\[31mred[\s\S]*expected "\\u001b\[2J \\u202e \\u009b"/],
  ['run escapes.yaml --reporter junit', 1, /<failure/],
  ['run escapes.yaml --reporter json', 1, /"\\u001b\[2J \\u202e \\u009b"/],
  ['validate key.yaml', 2, ONE_OF],
  ['validate two.yaml', 2, /^two\.yaml:2:1: \$: found a second YAML document, expected one scenario in a file$/m],
  ['validate zeros.yaml', 2, /found "\\u0000\\u0000\\u0000", expected a scenario/],
  ['validate latin.yaml', 2, /cannot be read: it is not UTF-8 text/],
  ['validate folder.yaml', 3, /folder\.yaml: no scenario file in it, expected \.yaml, \.yml or \.json files/],
  ['validate x.txt', 2, /found a \.txt file, expected a \.yaml, \.yml or \.json file/],
  ['validate no*.yaml', 3, /no file matches no\*\.yaml/],
  [
    'run --seed -1 good.yaml',
    3,
    /^trigger-lab: Option '--seed' needs a value; one that begins with a dash is written --seed=-…$/m,
  ],
  ['run --seed=-1 good.yaml', 0, /1 passed/],
  ['run --seed= good.yaml', 3, /expected a whole number/],
  ['run --out good.yaml good.yaml', 3, /has the ending of a scenario file/],
  ['run --out name.json good.yaml', 3, /--out name\.json: holds a scenario, expected a report or a new file/],
  ['run --trace name.json good.yaml', 3, /--trace name\.json: holds a scenario/],
  ...(HAS_LINKS ? [LINK] : []),
  ['run --out a.txt --trace a.txt good.yaml', 3, /both name a\.txt, expected a file each/],
  ['run --out no/a.txt good.yaml', 3, /cannot be written: no such folder/],
  ['lab good.yaml --trials 10 --vary __proto__=1', 3, /__proto__: cannot be varied; expected one of retry\.max/],
  ['lab good.yaml --trials -5', 3, /Option '--trials' needs a value/],
  ['lab merge report.json', 2, /report\.json: /],
  ['backups --data-dir good.yaml', 2, /good\.yaml cannot be read: it is a file/],
  ['backups --data-dir nowhere', 2, /There are no backups in nowhere/],
  ['restore 1 --data-dir nowhere', 2, /There are no backups in nowhere/],
  ['restore abc', 3, /NUMBER abc: expected a whole number/],
  ['serve --port 99999', 3, /--port 99999: expected 0 to 65535/],
  ['serve --port -1', 3, /Option '--port' needs a value/],
  ['list', 3, /Unknown command 'list'/],
];

test.each(CASES)('%s → %i', async (line, status, said) => {
  const told = { text: '' };
  const say = (text: string) => {
    told.text += text;
  };
  const serve = async (rest: readonly string[]) => {
    const options = parseServeArgs(rest);
    if ('wrong' in options) say(`${options.wrong}\n`);
    return 'wrong' in options ? 3 : 0;
  };
  const labWorkerUrl = new URL('../../src/main/lab-worker.ts', import.meta.url);
  const program = { version: '0', labWorkerUrl, openApp: serve, serve };
  expect([await main(line.split(' '), { out: say, err: say }, program), told.text]).toEqual([
    status,
    expect.stringMatching(said),
  ]);
  // No stack trace, nothing that a terminal obeys, and every file as it was.
  expect(told.text).not.toMatch(/\n +at /);
  expect(told.text).not.toMatch(/[^\P{Cc}\n\t]|\u202e/u);
  for (const [name, content] of Object.entries(FILES)) expect(await readFile(name)).toEqual(Buffer.from(content));
});
