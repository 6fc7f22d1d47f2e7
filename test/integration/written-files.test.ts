/** What `--out` and `--trace` write, and what they never write over (scenario-format.md, *The runner*). */
import { link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusePseudoFileSystem } from '../../src/main/commands/pseudo-file-system.ts';
import { HAS_DEVICE_FILES, HAS_LINKS, HAS_MODES } from '../support/system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trigger } from '../support/trigger.ts';

const SCENARIO = JSON.stringify({ title: 'Nothing happens', steps: [{ advance: '1m' }] });

/** A folder with `a.yaml` and `b.json`, each a scenario. */
async function folder(): Promise<(name: string) => string> {
  const path = await temporaryFolder();
  await writeFile(join(path, 'a.yaml'), SCENARIO);
  await writeFile(join(path, 'b.json'), SCENARIO);
  return (name) => join(path, name);
}

const run = (...args: string[]) => trigger('run', ...args);

const LINKS = [
  ['an input by a link', 'link.txt', /is one of the input files/],
  ['a link to a file elsewhere', 'elsewhere.txt', /is a link/],
  ['a link to nothing', 'dangling.txt', /is a link/],
] as const;

describe.each(['--out', '--trace'])('%s', (option) => {
  it.each<readonly [what: string, name: string, why: RegExp]>([
    ['a scenario file by its ending, also one that is not there', 'new.yaml', /has the ending of a scenario file/],
    ['the ending in capitals', 'new.YML', /has the ending of a scenario file/],
    ['a .json file that holds a scenario', 'b.json', /holds a scenario/],
    ['a .json file that holds a scenario with mistakes', 'broken.json', /holds a scenario/],
    ['a .json file with a scenario in YAML', 'yaml.json', /holds a scenario/],
    ['an input by a hard link', 'hard.txt', /is one of the input files/],
    ['a folder', 'sub', /is a folder/],
    ['a folder that is not there', 'no/such/folder.txt', /cannot be written: no such folder/],
    ...(HAS_LINKS ? LINKS : []),
  ])('refuses %s, before anything is played or written', async (_, name, why) => {
    const at = await folder();
    await writeFile(at('broken.json'), JSON.stringify({ stepz: [], cases: 1 }));
    await writeFile(at('yaml.json'), 'title: In YAML\nsteps: []\n');
    await writeFile(at('other.txt'), 'kept');
    await mkdir(at('sub'));
    await link(at('a.yaml'), at('hard.txt'));
    if (HAS_LINKS) {
      await symlink(at('a.yaml'), at('link.txt'));
      await symlink(at('other.txt'), at('elsewhere.txt'));
      await symlink(at('nothing.txt'), at('dangling.txt'));
    }
    const before = (await readdir(at('.'))).sort();
    expect(await run(at('a.yaml'), option, at(name))).toMatchObject({ status: 3, err: expect.stringMatching(why) });
    expect((await readdir(at('.'))).sort()).toEqual(before);
    for (const file of ['a.yaml', 'b.json']) expect(await readFile(at(file), 'utf8')).toBe(SCENARIO);
    expect(await readFile(at('other.txt'), 'utf8')).toBe('kept');
  });

  it('refuses a .json file that is an input', async () => {
    const at = await folder();
    const { status, err } = await run(at('b.json'), option, at('b.json'));
    expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining('is one of the input files') });
    expect(await readFile(at('b.json'), 'utf8')).toBe(SCENARIO);
  });

  it('writes over an earlier report, whole, with its permissions, and leaves nothing beside it', async () => {
    const at = await folder();
    await writeFile(at('result.json'), '{ "scenarios": [] }', { mode: 0o600 });
    for (let again = 0; again < 2; again += 1) {
      const args = [at('a.yaml'), '--reporter', 'json', option, at('result.json')];
      expect((await run(...args)).status).toBe(0);
    }
    if (HAS_MODES) expect((await stat(at('result.json'))).mode & 0o777).toBe(0o600);
    expect((await readdir(at('.'))).sort()).toEqual(['a.yaml', 'b.json', 'result.json']);
  });

  it('takes - for standard output, and devices as they are', async () => {
    const at = await folder();
    expect((await run(at('a.yaml'), option, '-')).out).toContain('Nothing happens');
    if (HAS_DEVICE_FILES) expect((await run(at('a.yaml'), option, '/dev/null')).status).toBe(0);
    expect(await readdir(at('.'))).toHaveLength(2);
  });
});

it('a report and a trace are two files', async () => {
  const at = await folder();
  const { status, err } = await run(at('a.yaml'), '--out', at('x.txt'), '--trace', `${at('.')}/./x.txt`);
  expect(status).toBe(3);
  expect(err).toMatch(/both name .*x\.txt, expected a file each/);
});

it.runIf(process.platform === 'linux')('a data folder in a pseudo file system is refused in a sentence', async () => {
  await expect(refusePseudoFileSystem('/proc/no/such')).rejects.toThrow(
    '/proc/no/such cannot be used: it is in the proc file system, which does not keep files.',
  );
  await expect(refusePseudoFileSystem(await temporaryFolder())).resolves.toBeUndefined();
});
