/** `lab … --out FILE`: the ending says the form, and no input is written over. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../../src/main/commands/main.ts';
import { apiFile } from '../support/tallies.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILE = stringify(apiFile({ random: { failRate: 0.4 } }, { responseWithin: '40m' }));
const STUDY = ['--trials', '100', '--vary', 'retry.max=1,3'];

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(at('pay.yaml'), FILE);
});

async function lab(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  const told = { out: '', err: '' };
  const never = () => Promise.reject(new Error('not for this command'));
  const output = {
    out: (text: string) => {
      told.out += text;
    },
    err: (text: string) => {
      told.err += text;
    },
  };
  const labWorkerUrl = new URL('../../src/main/lab-worker.ts', import.meta.url);
  const status = await main(['lab', ...args], output, { version: '', openApp: never, serve: never, labWorkerUrl });
  return { status, ...told };
}

describe('lab --out FILE', () => {
  it.each([
    ['study.json', 'json'],
    ['study.csv', 'csv'],
    ['study.txt', 'table'],
    ['study.HTML', 'html'],
    ['study.htm', 'html'],
  ])('writes %s as %s prints it, and prints nothing', async (name, form) => {
    const written = await lab(at('pay.yaml'), ...STUDY, '--out', at(name));
    expect(written).toEqual({ status: 0, out: '', err: '' });
    const printed = await lab(at('pay.yaml'), ...STUDY, '--out', form);
    expect(await readFile(at(name), 'utf8')).toBe(printed.out);
    expect(printed.out).not.toBe('');
  });

  it('prints the table for -, as without it', async () => {
    const usual = await lab(at('pay.yaml'), ...STUDY);
    expect(await lab(at('pay.yaml'), ...STUDY, '--out', '-')).toEqual(usual);
  });

  it.each([
    ['the input', 'pay.yaml', /has the ending of a scenario file/],
    ['another scenario', 'new.yml', /has the ending of a scenario file/],
    ['an input in JSON', 'pay.json', /is one of the input files/],
    [
      'an ending that says no form',
      'study.pdf',
      /expected json, csv, table, html, or a file that ends in one of \.json/,
    ],
    ['a folder that is not there', 'no/study.html', /no such folder/],
  ])('refuses %s before anything is played', async (_, name, why) => {
    await writeFile(at('pay.json'), JSON.stringify(apiFile({}, {})));
    const before = (await readdir(folder)).sort();
    const refused = await lab(at(name === 'pay.json' ? name : 'pay.yaml'), ...STUDY, '--out', at(name));
    expect(refused).toMatchObject({ status: 3, out: '', err: expect.stringMatching(why) });
    expect((await readdir(folder)).sort()).toEqual(before);
    expect(await readFile(at('pay.yaml'), 'utf8')).toBe(FILE);
  });

  it('writes shards, and their sum over none of them', async () => {
    for (const shard of ['1', '2']) {
      const args = [...STUDY, '--shard', `${shard}/2`];
      expect((await lab(at('pay.yaml'), ...args, '--out', at(`${shard}.json`))).status).toBe(0);
      const other = await lab(at('pay.yaml'), ...args, '--out', at('shard.html'));
      expect(other).toMatchObject({ status: 3, err: expect.stringMatching(/expected a \.json file/) });
    }
    const shards = [at('1.json'), at('2.json')];
    const refused = await lab('merge', ...shards, '--out', at('2.json'));
    expect(refused).toMatchObject({ status: 3, err: expect.stringMatching(/is one of the input files/) });
    expect((await lab('merge', ...shards, '--out', at('sum.html'))).status).toBe(0);
    const whole = await lab(at('pay.yaml'), ...STUDY, '--out', 'html');
    expect(await readFile(at('sum.html'), 'utf8')).toBe(whole.out);
  });
});
