import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import type { Run, RunInfo, StudyRequest } from '../../src/shared/lab.ts';
import { apiFile } from '../support/tallies.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { decode } from '../support/trials.ts';

const FILE = apiFile({ random: { failRate: 0.5, successRate: 0.9, responseAfter: '10m' } }, { retry: { max: 2 } });
const LAB_WORKER = new URL('../../src/main/lab-worker.ts', import.meta.url);

const STUDY: StudyRequest = {
  actionTypeName: 'post',
  trialCount: 2_000,
  seed: 1,
  windowMs: 0,
  variants: [
    { name: 'as configured', changes: [] },
    { name: 'five retries', changes: [{ path: 'retry.max', value: 5 }] },
  ],
};

async function simulatorIn(dataDir: string) {
  return createSimulator({
    dataDir,
    callbackBase: null,
    transport: 'direct',
    initial: decode(FILE),
    labWorkerUrl: LAB_WORKER,
  });
}
type Simulator = Awaited<ReturnType<typeof simulatorIn>>;

async function started(simulator: Simulator, request: StudyRequest): Promise<RunInfo> {
  const result = await simulator.lab.start(request);
  if (!result.ok) throw new Error(result.message);
  return result.run;
}

async function finished(simulator: Simulator, request: StudyRequest): Promise<Run> {
  const { id } = await started(simulator, request);
  await simulator.lab.ended(id);
  const run = await simulator.lab.run(id);
  if (run === null) throw new Error('the run is gone');
  return run;
}

describe('runs of the Lab', () => {
  it('compare variants in pairs, and are there again after a restart', async () => {
    const folder = await temporaryFolder();
    const simulator = await simulatorIn(folder);
    const run = await finished(simulator, STUDY);
    expect(run).toMatchObject({
      name: 'post: as configured / five retries',
      state: 'finished',
      playedCount: 2_000,
      axes: [],
    });
    const [first, second] = run.variants;
    expect(first?.summary.escalatedPer1000).toBeGreaterThan(100);
    expect(first?.handOver).toMatchObject({ queue: 'AP', assignee: null });
    expect(first?.comparison).toBeNull();
    expect(second?.comparison?.escalatedPer1000.high).toBeLessThan(0);
    expect(second?.ended.at(-1)?.[1]).toBeCloseTo(1, 2);
    expect(run.sentences).toEqual([expect.stringMatching(/^five retries against as configured: .* fewer escalations/)]);
    await simulator.lab.rename(run.id, 'Two or five');
    await simulator.close();

    const again = await simulatorIn(folder);
    expect((await again.lab.runs()).map(({ name }) => name)).toEqual(['Two or five']);
    expect(await again.lab.run(run.id)).toEqual({ ...run, name: 'Two or five' });
    await again.lab.remove(run.id);
    await again.close();
    const third = await simulatorIn(folder);
    expect(await third.lab.runs()).toEqual([]);
    await third.close();
  });

  it('know what of them was saved and when, also after a restart, and what was configured when they ran', async () => {
    const folder = await temporaryFolder();
    const simulator = await simulatorIn(folder);
    const run = await finished(simulator, { ...STUDY, launchHours: 'working', windowMs: 86_400_000 });
    expect(run).toMatchObject({ applied: null, launchHours: 'working' });
    expect(run.configured.actionType.retry?.max).toBe(2);
    const before = new Date().toISOString();
    const what = { variantName: 'five retries', changes: [{ path: 'retry.max', from: 2, to: 5 }] };
    await simulator.lab.noteApplied(run.id, what);
    await simulator.close();
    const again = await simulatorIn(folder);
    const kept = await again.lab.run(run.id);
    expect(kept?.applied).toMatchObject(what);
    expect((kept?.applied?.at ?? '') >= before).toBe(true);
    expect(kept).toEqual({ ...run, applied: kept?.applied });
    await again.close();
  });

  it('say in their first line that no launch met an outage, and that variants are exactly the same where they are', async () => {
    const initial = decode(
      apiFile({ outages: [{ from: '+1h', for: '20m' }], otherwise: { respond: { after: '1m', outcome: 'success' } } }),
    );
    const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct', initial });
    const variants = [
      { name: 'as configured', changes: [] },
      { name: 'no retries', changes: [{ path: 'retry.max', value: 0 }] },
    ];
    const unmet = await finished(simulator, { ...STUDY, variants });
    expect(unmet.headline).toEqual([
      'None of the 2,000 launches met an outage: all were launched at the start. Spread them over 24 h to see what outages do.',
      'Both variants have exactly the same results.',
      'With each of them, all 2,000 launches are Done Successfully.',
    ]);
    expect(unmet.sentences).toEqual([
      'no retries against as configured: exactly the same; every launch ends alike, at the same instant.',
    ]);
    const met = await finished(simulator, { ...STUDY, variants, windowMs: 86_400_000 });
    expect(met.variants.every(({ metOutage }) => (metOutage ?? 0) > 0.005)).toBe(true);
    // Nothing ends between 0 s, when the last call of some fails, and 1 min: the line rises upright there.
    const atAMinute = met.variants[1]?.ended.filter(([afterMs]) => afterMs === 60_000) ?? [];
    expect(atAMinute.map(([, share]) => Math.round(share))).toEqual([0, 1]);
    expect(met.headline[0]).toMatch(/^As configured survives the outage of 20 min at 10:00: none of 2,000 launches/);
    expect(met.sentences[0]).toMatch(/^no retries against as configured: [\d.]+ more escalations per 1,000/);
    await simulator.close();
  });

  it('kept by an earlier edition, which counted neither outages met nor successes in time, open as before', async () => {
    const folder = await temporaryFolder();
    const simulator = await simulatorIn(folder);
    const { id } = await finished(simulator, STUDY);
    await simulator.close();
    const file = join(folder, 'runs', `${id}.json`);
    const { result, ...rest } = JSON.parse(await readFile(file, 'utf8'));
    const tallies = result.tallies.map(
      ({ success: _, metOutageCount: __, ...tally }: Record<string, unknown>) => tally,
    );
    await writeFile(file, JSON.stringify({ ...rest, result: { ...result, tallies } }));
    const again = await simulatorIn(folder);
    expect(await again.lab.problems()).toEqual([]);
    const run = await again.lab.run(id);
    expect(run?.variants[0]?.measures['timeToSuccess.p50']).toEqual({ value: null, low: null, high: null });
    expect(run?.variants[0]?.measures['timeToEnd.p50']?.value).toBeGreaterThan(0);
    await again.close();
  });

  it('that cannot be read are named with what is wrong, left as they are, and spoil no other', async () => {
    const folder = await temporaryFolder();
    const simulator = await simulatorIn(folder);
    const { id } = await finished(simulator, STUDY);
    expect(await simulator.lab.problems()).toEqual([]);
    await simulator.close();
    const text = await readFile(join(folder, 'runs', `${id}.json`), 'utf8');
    const damaged = {
      'a-cut-off.json': text.slice(0, 500),
      'b-other.json': '{"format":"trigger-lab run 1"}',
      'c-undefined.json': text.replace('"actionTypeName":"post"', '"actionTypeName":"past"').replace(id, 'c-undefined'),
      'd-elsewhere.json': text.replace(id, '../workspace'),
      'e-copy.json': text,
    };
    for (const [name, content] of Object.entries(damaged)) await writeFile(join(folder, 'runs', name), content);

    const again = await simulatorIn(folder);
    expect((await again.lab.runs()).map((run) => run.id)).toEqual([id]);
    const problems = [...(await again.lab.problems())].sort();
    expect(problems).toEqual([
      expect.stringMatching(/^runs\/a-cut-off\.json could not be read: .*JSON.*\. It was left as it is\.$/),
      expect.stringMatching(/^runs\/b-other\.json could not be read: at id: /),
      expect.stringMatching(/^runs\/c-undefined\.json could not be read: unknown Action type past\. /),
      'runs/d-elsewhere.json could not be read: at id: expected the name of its file. It was left as it is.',
      'runs/e-copy.json could not be read: at id: expected the name of its file. It was left as it is.',
    ]);
    for (const [name, content] of Object.entries(damaged)) {
      expect(await readFile(join(folder, 'runs', name), 'utf8')).toBe(content);
    }
    await again.close();
  });

  it('sweep two settings', async () => {
    const simulator = await simulatorIn(await temporaryFolder());
    const { variants: _, ...asked } = STUDY as Extract<StudyRequest, { variants: unknown }>;
    const run = await finished(simulator, { ...asked, vary: ['retry.max=0..2', 'outage=0s,5m'] });
    expect(run.axes).toEqual([
      { path: 'retry.max', values: [0, 1, 2] },
      { path: 'outage', values: ['0s', '5m'] },
    ]);
    expect(run.variants).toHaveLength(6);
    expect(run.variants[5]?.changes).toEqual([
      { path: 'retry.max', value: 2 },
      { path: 'outage', value: '5m' },
    ]);
    await simulator.close();
  });

  it('show a life that ended so, as a scenario that comes to the same', async () => {
    const simulator = await simulatorIn(await temporaryFolder());
    const run = await finished(simulator, STUDY);
    const file = await simulator.labTrial(run.id, 0, { ending: 'Not Done Successfully' });
    expect(file?.text).toContain('resolutionMethod: Not Done Successfully');
    expect(await simulator.opener.openText(file?.fileName ?? '', file?.text ?? '')).toEqual({ ok: true });
    await simulator.player.run();
    expect(simulator.player.state()?.steps.every(({ state }) => state === 'passed')).toBe(true);
    expect(await simulator.labTrial(run.id, 0, { ending: 'Still waiting' })).toBeNull();
    expect((await simulator.labTrial(run.id, 1, { retryCount: 5 }))?.text).toContain('5/5');
    expect((await simulator.labTrial(run.id, 1, { slowest: true }))?.text).toContain('advance: 41m');
    await simulator.close();
  });

  it('are cancelled with what there is', async () => {
    const simulator = await simulatorIn(await temporaryFolder());
    const { id } = await started(simulator, { ...STUDY, trialCount: 1_000_000_000 });
    await simulator.lab.cancel(id);
    expect(await simulator.lab.run(id)).toMatchObject({ state: 'cancelled', secondsLeft: null });
    await simulator.close();
  });

  it('say why a study cannot be played', async () => {
    const simulator = await simulatorIn(await temporaryFolder());
    const start = (request: Partial<StudyRequest>) => simulator.lab.start({ ...STUDY, ...request } as StudyRequest);
    const variants = [{ name: 'a', changes: [{ path: 'retry.max', value: 101 }] }];
    expect(await start({ variants })).toEqual({
      ok: false,
      message: 'retry.max=101: expected a whole number from 0 to 100',
    });
    expect(await start({ actionTypeName: 'past' })).toEqual({ ok: false, message: 'unknown Action type past' });
    const twice = { name: 'a', changes: [] };
    expect(await start({ variants: [twice, twice] })).toEqual({ ok: false, message: 'two variants are called a' });
    await simulator.close();
  });
});

describe('what the Lab does not trust', () => {
  it('removes and renames nothing but its own runs, and reads past what is no run', async () => {
    const folder = await temporaryFolder();
    const simulator = await simulatorIn(folder);
    await mkdir(join(folder, 'runs', 'a folder.json'), { recursive: true });
    await writeFile(join(folder, 'runs', '.DS_Store'), 'x');
    await simulator.lab.remove('../workspace');
    expect(await readFile(join(folder, 'workspace.json'), 'utf8')).toContain('"schemaVersion"');
    expect(await simulator.lab.runs()).toEqual([]);
    await simulator.close();
  });

  it('varies what a definition has, not what every object has', async () => {
    const folder = await temporaryFolder();
    const simulator = await simulatorIn(folder);
    const changes = [{ path: 'externalApi.__proto__.polluted', value: 'yes' }];
    expect(await simulator.lab.start({ ...STUDY, variants: [{ name: 'odd', changes }] })).toMatchObject({ ok: false });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    await simulator.close();
  });
});
