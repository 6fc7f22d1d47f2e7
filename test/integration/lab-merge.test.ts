/** `lab merge` of files that are no shards, damaged, or do not belong together: a sentence each, and never an internal error. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../../src/main/commands/main.ts';
import { apiFile } from '../support/tallies.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

let folder: string;
let shards: [string, string];
const at = (name: string) => join(folder, name);

async function lab(...args: string[]): Promise<{ status: number; err: string; out: string }> {
  let [out, err] = ['', ''];
  const never = () => Promise.reject(new Error('not for this command'));
  const labWorkerUrl = new URL('../../src/main/lab-worker.ts', import.meta.url);
  const status = await main(
    ['lab', ...args],
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
    },
    { version: '', openApp: never, serve: never, labWorkerUrl },
  );
  return { status, err, out };
}

async function shardsOf(seed: number): Promise<[string, string]> {
  const study = [at('pay.yaml'), '--trials', '100', '--seed', String(seed), '--vary', 'retry.max=1,3'];
  const of = async (shard: string) => (await lab(...study, '--shard', shard)).out;
  return [await of('1/2'), await of('2/2')];
}

beforeEach(async () => {
  folder = await temporaryFolder();
  await writeFile(at('pay.yaml'), stringify(apiFile({ random: { failRate: 0.4 } }, { responseWithin: '40m' })));
  shards = await shardsOf(1);
  await writeFile(at('1.json'), shards[0]);
  await writeFile(at('2.json'), shards[1]);
});

// biome-ignore lint/suspicious/noExplicitAny: a file's JSON, to be damaged anywhere.
type Json = any;

const DAMAGE: [what: string, damage: (file: Json) => void, message: RegExp][] = [
  ['another format', (file) => (file.format = 'trigger-lab shard 9'), /at format: expected trigger-lab shard 1/],
  ['no study', (file) => delete file.study, /at study: expected a map/],
  ['an empty experiment', (file) => (file.experiment = {}), /at experiment.seed: expected /],
  ['an experiment that is a list', (file) => (file.experiment = []), /at experiment: expected a map/],
  ['no configuration', (file) => delete file.base, /at base: expected a map/],
  ['values of no variant', (file) => file.axes[0].values.pop(), /at axes: found 1 combinations, expected 2/],
  ['no variants', (file) => (file.experiment.variants = []), /at experiment.variants: expected a list/],
  [
    'a pattern without end',
    (file) => (file.experiment.variants[0].actionType.retry.max = 1e15),
    /at experiment.variants.0.actionType/,
  ],
  [
    'a manual Action type',
    (file) =>
      (file.experiment.variants[0].actionType = { manual: true, responseExpected: true, autoCompleteOnTimeout: false }),
    /an Action type that calls an API/,
  ],
  ['another seed', (file) => (file.experiment.seed = 7), /at experiment: expected the one of the study/],
  ['fewer tallies', (file) => file.result.tallies.pop(), /at result.tallies: found 1, expected 2/],
  ['more pairs', (file) => file.result.pairs.push(file.result.pairs[0]), /at result.pairs: found 3, expected 2/],
  ['more endings', (file) => file.result.tallies[0].endings.push(0), /endings: found 7 entries, expected 6/],
  [
    'negative counts',
    (file) => (file.result.tallies[0].endings[0] = -5),
    /at result.tallies.0.endings.0: expected a number of at least 0/,
  ],
  ['huge counts', (file) => (file.result.tallies[0].endings[0] = 1e300), /at result.tallies.0.endings.0: expected /],
  [
    'trials that do not add up',
    (file) => (file.result.tallies[0].retries[0] += 1),
    /retries: found 51 trials in all, expected 50/,
  ],
  [
    'a bucket beyond all',
    (file) => file.result.tallies[0].end.push([1e9, 1, 0]),
    /end\.\d+\.0: expected a number of at most/,
  ],
  [
    'more in a histogram than were played',
    (file) => file.result.tallies[0].silence.push([30_000, 100, 0]),
    /at most 50 trials/,
  ],
  [
    'a difference of a million digits',
    (file) => (file.result.pairs[1].squaresMs = '9'.repeat(1_000_000)),
    /a whole number as text/,
  ],
  ['shard 5 of 2', (file) => (file.shard.number = 5), /at shard: expected a number of at most the count/],
  ['shard -1', (file) => (file.shard.number = -1), /at shard.number/],
];

describe('lab merge', () => {
  it.each(DAMAGE)('%s: ends with 2 and says what is wrong with which file', async (_, damage, message) => {
    const file = JSON.parse(shards[1]);
    damage(file);
    await writeFile(at('2.json'), JSON.stringify(file));
    const { status, err, out } = await lab('merge', at('1.json'), at('2.json'));
    expect(err).toMatch(message);
    expect(err.startsWith(`${at('2.json')}: `)).toBe(true);
    expect({ status, out, lines: err.trim().split('\n').length }).toEqual({ status: 2, out: '', lines: 1 });
  });

  it.each([
    ['a scenario file', 'title: x\n', /is not JSON/],
    ['an empty file', '', /is not JSON/],
    ['a number', '1', /at the top: expected a map/],
    ['nothing', 'null', /at the top: expected a map/],
    ['half a shard', '{"format":"trigger-lab shard 1","sha', /is not JSON/],
    ['nesting without end', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, /nested too deeply/],
    ['nesting inside a shard', `{"settings":[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]}`, /nested too deeply/],
  ])('%s is no shard', async (_, text, message) => {
    await writeFile(at('x.json'), text);
    const { status, err } = await lab('merge', at('1.json'), at('x.json'));
    expect({ status, err }).toEqual({ status: 2, err: expect.stringMatching(message) });
    expect(err).toContain(at('x.json'));
  });

  it('a file that is not there, and a folder, are said in words', async () => {
    expect(await lab('merge', at('no.json'))).toMatchObject({
      status: 2,
      err: `${at('no.json')}: cannot be read: no such file\n`,
    });
    expect((await lab('merge', folder)).err).toContain('cannot be read: it is a folder');
  });

  it('shards of another study, missing or twice are wrong usage', async () => {
    await writeFile(at('other.json'), (await shardsOf(2))[1]);
    const missing = `shard 2/2 is missing, expected all 2 of the study of ${at('1.json')}`;
    for (const [args, message] of [
      [['1.json', 'other.json'], `${at('other.json')}: belongs to a different study from ${at('1.json')}`],
      [['1.json'], missing],
      [['1.json', '2.json', '1.json'], `shard 1/2 was given twice: ${at('1.json')}, ${at('1.json')}`],
    ] as const) {
      const { status, err } = await lab('merge', ...args.map(at));
      expect({ status, err }).toEqual({ status: 3, err: expect.stringContaining(message) });
    }
  });

  it('whatever a few letters are changed to, it adds up or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(shards[1].length),
        fc.nat(3),
        fc.constantFrom('', '0', '9', '-', '"', '[', '{}', 'null', '1e400', '.5', '\u0000'),
        async (place, length, put) => {
          await writeFile(at('2.json'), shards[1].slice(0, place) + put + shards[1].slice(place + length));
          const { status, err } = await lab('merge', at('1.json'), at('2.json'));
          expect([0, 2, 3]).toContain(status);
          expect(err).not.toMatch(/internal error|undefined|Invalid/);
        },
      ),
      { numRuns: 150 },
    );
  });
});
