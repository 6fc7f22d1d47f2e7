import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { main } from '../../src/main/commands/main.ts';
import { apiFile } from '../support/tallies.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const FILE = apiFile(
  {
    random: { failRate: 0.4, successRate: 0.9, responseAfter: { lognormal: { median: '12m', p95: '1h' } } },
    outages: [{ from: '+10m', for: '20m' }],
  },
  { responseWithin: '40m' },
);

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  file = join(folder, 'pay.yaml');
  await writeFile(file, stringify(FILE));
});

async function lab(...args: string[]): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const never = () => Promise.reject(new Error('not for this command'));
  const output = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  const labWorkerUrl = new URL('../../src/main/lab-worker.ts', import.meta.url);
  const status = await main(['lab', ...args], output, { version: '', openApp: never, serve: never, labWorkerUrl });
  return { status, out, err };
}

describe('trigger-lab lab', () => {
  it('launches in working hours only where it is asked to, says so, and refuses where there are none', async () => {
    const daily = apiFile({ outages: [{ from: '10:00', for: '1h', every: '1d' }] }, { retry: { max: 0 } });
    await writeFile(file, stringify(daily));
    const escalated = async (...hours: string[]) => {
      const { out } = await lab(file, '--trials', '20000', '--window', '7d', ...hours, '--out', 'json');
      return JSON.parse(out).variants[0].escalatedPer1000 as number;
    };
    // An hour of each day of 24, of which five days of seven have 8 working hours.
    expect(await escalated()).toBeGreaterThan(1_000 / 24 - 5);
    expect(await escalated()).toBeLessThan(1_000 / 24 + 5);
    expect(await escalated('--launch-hours', 'working')).toBeGreaterThan(1_000 / 8 - 8);
    expect(await escalated('--launch-hours', 'working')).toBeLessThan(1_000 / 8 + 8);
    const page = await lab(file, '--trials', '100', '--window', '7d', '--launch-hours', 'working', '--out', 'html');
    expect(page.out).toContain('launches spread over the working hours of 7 d (Monday to Friday, 09:00 to 17:00)');
    expect(page.out).toContain('--window 7d --launch-hours working');
    expect(await lab(file, '--trials', '100', '--launch-hours', 'night')).toMatchObject({ status: 3 });
    await writeFile(file, stringify({ ...daily, start: '2026-01-10T09:00:00Z' }));
    const never = await lab(file, '--trials', '100', '--window', '1d', '--launch-hours', 'working');
    expect(never).toMatchObject({ status: 3, err: expect.stringContaining('have no working hours') });
  });

  it('json: what the format says, and the same for the same seed', async () => {
    const args = [file, '--trials', '2000', '--window', '1h', '--vary', 'retry.max=1,3', '--out', 'json'];
    const first = await lab(...args);
    expect(first).toMatchObject({ status: 0, err: '' });
    const { trials, seed, variants } = JSON.parse(first.out);
    expect({ trials, seed }).toEqual({ trials: 2_000, seed: 1 });
    expect(variants.map(({ name }: { name: string }) => name)).toEqual(['retry.max=1', 'retry.max=3']);
    const quantiles = {
      mean: expect.any(Number),
      p50: expect.any(Number),
      p90: expect.any(Number),
      p95: expect.any(Number),
      p99: expect.any(Number),
    };
    const share = { share: expect.any(Number), low: expect.any(Number), high: expect.any(Number) };
    expect(variants[0]).toEqual({
      name: 'retry.max=1',
      settings: expect.objectContaining({
        retry: { max: 1, first: '1m', factor: 2, cap: '1d', jitter: 0 },
        responseWithin: '40m',
      }),
      outcomes: {
        'Done Successfully': share,
        'Not Done Successfully': share,
        'No response returned': share,
        'To Do: Updated by Integration': share,
        'To Do: Timeout': share,
        'Still waiting': share,
      },
      retriesUsed: { 0: expect.any(Number), 1: expect.any(Number) },
      timeToConnection: quantiles,
      timeToEnd: quantiles,
      escalatedPer1000: expect.any(Number),
      handedOverPer1000: expect.any(Number),
    });
    expect(await lab(...args)).toEqual(first);
    expect((await lab(...args, '--seed', '2')).out).not.toBe(first.out);
  });

  it('one worker, two workers and merged shards say the same, byte for byte', async () => {
    const study = [file, '--trials', '60001', '--window', '1h', '--vary', 'retry.max=1,3,5'];
    const [one, two] = [await lab(...study, '--workers', '1'), await lab(...study, '--workers', '2')];
    expect(one).toMatchObject({ status: 0, err: '' });
    expect(two.out).toBe(one.out);
    const shards: string[] = [];
    for (const number of [1, 2, 3]) {
      const shard = join(folder, `${number}.json`);
      await writeFile(shard, (await lab(...study, '--shard', `${number}/3`)).out);
      shards.unshift(shard);
    }
    expect((await lab('merge', ...shards)).out).toBe(one.out);
    const json = await lab(...study, '--out', 'json');
    expect((await lab('merge', ...shards, '--out', 'json')).out).toBe(json.out);
    const html = await lab(...study, '--out', 'html');
    expect((await lab('merge', ...shards, '--out', 'html')).out).toBe(html.out);
    expect(await lab('merge', ...shards.slice(1))).toMatchObject({
      status: 3,
      err: expect.stringContaining('shard 3/3 is missing'),
    });
    expect((await lab('merge', ...shards, shards[0] ?? '')).err).toContain('shard 3/3 was given twice');
    expect((await lab('merge', file)).err).toContain('is not JSON');
  });

  it('a limit that holds leaves 0, one that does not 1; each says how sure', async () => {
    const study = [file, '--trials', '5000', '--out', 'json'];
    const holds = await lab(...study, '--limit', 'escalatedPer1000<=900', '--limit', 'timeToEnd.p50<=2h');
    expect(holds.status).toBe(0);
    expect(JSON.parse(holds.out).variants[0].limits).toEqual([
      { limit: 'escalatedPer1000<=900', value: expect.any(Number), holds: true, sure: true },
      { limit: 'timeToEnd.p50<=2h', value: expect.any(Number), holds: true, sure: true },
    ]);
    expect((await lab(...study, '--limit', 'doneSuccessfully>=99.9%')).status).toBe(1);
    // Nothing connects without a call that does: there is no figure, so the limit does not hold.
    const never = await lab(...study, '--vary', 'externalApi.random.failRate=1', '--limit', 'timeToConnection.p50<=1h');
    expect(never.status).toBe(1);
  });

  it('csv and table have a row a variant; further measures are added', async () => {
    const study = [
      file,
      '--trials',
      '1000',
      '--vary',
      'responseWithin=10m..30m/10m',
      '--measure',
      'longestSilence.p95,failedCalls',
    ];
    const csv = (await lab(...study, '--out', 'csv')).out.split('\r\n');
    expect(csv).toHaveLength(5);
    expect(csv[0]).toMatch(/^name,trials,Done Successfully,.*,failedCalls,failedCalls low,failedCalls high$/);
    expect(csv[3]).toMatch(/^responseWithin=30m,1000,0\.\d+/);
    const { out } = await lab(...study);
    expect(out).toMatch(/^1,000 trials of post, seed 1\n/);
    expect(out).toMatch(/\nresponseWithin=20m +\d/);
    expect(out).toMatch(/responseWithin=30m against responseWithin=10m: .*hand-overs per 1,000/);
  });

  it('progress goes to standard error', async () => {
    const { err } = await lab(file, '--trials', '1000', '--progress');
    expect(err).toMatch(/^100 % · [\d,]+ trials\/s · 0 s left\n$/);
  });

  it.each([
    [['--trials', '10', '--vary', 'retry.mx=3'], 'retry.mx: cannot be varied; expected one of retry.max, '],
    [['--trials', '10', '--vary', 'retry.max=101'], 'retry.max=101: expected a whole number from 0 to 100'],
    [['--trials', '10', '--vary', 'responseWithin=ten'], 'responseWithin=ten: expected a duration such as '],
    [['--trials', '10', '--vary', 'externalApi.random.fialRate=0.1'], 'externalApi.random.fialRate'],
    [['--trials', '10', '--vary', 'externalApi.otherwise.after=1s'], 'it has no otherwise to vary'],
    [['--trials', '10', '--vary', 'responseWithin=10m..1h'], 'a range of durations needs a step'],
    [['--trials', '10', '--vary', 'retry.max=0..100', '--vary', 'retry.first=1m..1h/1m'], 'variants are too many'],
    [['--trials', '0'], '--trials 0: expected 1 to 1,000,000,000'],
    [['--trials', '10', '--workers', '0'], '--workers 0: expected 1 to 64'],
    [['--trials', '10', '--window', 'soon'], '--window soon: expected a duration'],
    [['--trials', '10', '--limit', 'escalated<=1'], 'escalated: no such measure; expected one of escalatedPer1000, '],
    [['--trials', '10', '--limit', 'timeToEnd.p50<=5'], 'expected a duration such as 2h, not 5'],
    [['--trials', '10', '--shard', '3/2'], '3/2: expected i/n'],
    [['--trials', '10', '--action-type', 'past'], '--action-type past: the file has post'],
    [['--trials', '10', '--out', 'xml'], '--out xml: expected json, csv, table'],
    [[], '--trials is missing'],
  ])('refuses %j as wrong usage', async (args, message) => {
    const { status, err, out } = await lab(file, ...args);
    expect({ status, out }).toEqual({ status: 3, out: '' });
    expect(err).toContain(message);
  });

  it('a file that is invalid ends with 2 and its place', async () => {
    const bad = join(folder, 'bad.yaml');
    await writeFile(bad, 'actionTypes: { post: { externalApi: erp } }\n');
    const { status, err } = await lab(bad, '--trials', '10');
    expect(status).toBe(2);
    expect(err).toMatch(/bad\.yaml:1:\d+: actionTypes\.post\.externalApi/);
  });
});
