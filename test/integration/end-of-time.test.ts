import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/main/commands/main.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { formatDuration, MAX_DURATION_MS } from '../../src/shared/duration.ts';
import { LAST_INSTANT } from '../../src/shared/instant.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { MINUTE, START } from '../support/given.ts';
import { running } from '../support/running.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY = 86_400_000;
const LONGEST = formatDuration(MAX_DURATION_MS);
const REFUSED = {
  rejected: true,
  code: 'notAllowed',
  message: 'The clock cannot be moved that far: virtual time ends on 31 December 9999.',
};
const world = (post: object, api: object = {}, settings: object = {}): ScenarioText => ({
  users: { dana: {} },
  settings,
  externalApis: { erp: { url: 'https://erp.example.test/', ...api } },
  actionTypes: { post: { externalApi: 'erp', ...post } },
  caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
});

/** Every number of a value that could be an instant lies within time. */
function expectWithinTime(value: unknown): void {
  if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      if (typeof each === 'number' && /at$/i.test(key)) expect(each, key).toBeLessThanOrEqual(LAST_INSTANT);
      expectWithinTime(each);
    }
  }
}

describe('the end of time', () => {
  it('the clock can be moved there, and no further', async () => {
    const { runtime } = running(world({}));
    expect(await runtime.advanceTo(LAST_INSTANT + 1)).toMatchObject(REFUSED);
    expect(await runtime.advanceBy(MAX_DURATION_MS)).toMatchObject(REFUSED);
    expect(runtime.now).toBe(START);
    expect(await runtime.advanceTo(LAST_INSTANT)).toBeNull();
    expect(await runtime.advanceBy(1)).toMatchObject(REFUSED);
    await runtime.playFor(DAY, 1_000);
    expect(runtime.now).toBe(LAST_INSTANT);
  });

  it.each([
    [
      'a retry',
      world({ retry: { first: LONGEST, cap: LONGEST } }, { otherwise: { fail: 'refused' } }),
      'retry pending',
    ],
    ['a due date', world({ due: LONGEST, autoCompleteOnTimeout: true }), 'awaiting response'],
    ['a response deadline', world({ responseWithin: LONGEST }), 'awaiting response'],
    ['one from launch', world({ responseWithin: LONGEST }, {}, { responseClock: 'launch' }), 'awaiting response'],
    ['a result', world({}, { otherwise: { fail: 'hang' } }, { callTimeout: LONGEST }), 'calling'],
    ['an answer', world({}, { otherwise: { respond: { after: LONGEST, outcome: 'success' } } }), 'awaiting response'],
  ])('%s beyond it never comes: until idle stops before, nothing stored lies there', async (_, file, phase) => {
    const { runtime, journal } = running(file);
    await runtime.submit({ type: 'launchCase', case: 'C1' });
    await runtime.advanceUntilIdle();
    expect(runtime.now).toBe(START);
    expect(runtime.scheduledCount).toBe(0);
    expect(runtime.world.actions.get('C1/post')?.phase).toBe(phase);
    expectWithinTime(worldToJson(runtime.world));
    expectWithinTime(journal);
    expect(await runtime.advanceTo(LAST_INSTANT)).toBeNull();
    expect(runtime.world.actions.get('C1/post')?.phase).toBe(phase);
  });

  it('a pending retry that never comes can still be clicked, and is in words', async () => {
    const { runtime } = running(world({ retry: { first: LONGEST, cap: LONGEST } }, { calls: [{ fail: 'refused' }] }));
    await runtime.submit({ type: 'launchCase', case: 'C1' });
    expect(runtime.world.actions.get('C1/post')).toMatchObject({ phase: 'retry pending', nextRetryAt: null });
    expect(await runtime.submit({ type: 'retry', action: 'C1/post' })).toMatchObject({ rejected: false });
    expect(runtime.world.actions.get('C1/post')?.phase).toBe('awaiting response');
  });

  it('launches that would come after it are refused as a whole', async () => {
    const { runtime } = running(world({}));
    const launch = { type: 'launchCases', caseType: 'invoice', count: 3 } as const;
    expect(await runtime.submit({ ...launch, every: MAX_DURATION_MS })).toMatchObject({
      rejected: true,
      message: 'The last of 3 launches would come after 31 December 9999, the end of virtual time.',
    });
    expect(runtime.world.cases.size).toBe(1);
    expect(await runtime.submit({ ...launch, every: MINUTE })).toMatchObject({ rejected: false });
  });
});

describe('a workspace on disk', () => {
  it('is read again after the clock was asked thirty-two times to go ten thousand years on', async () => {
    const dataDir = await temporaryFolder();
    const options = { dataDir, callbackBase: null, transport: 'direct' } as const;
    const simulator = await createSimulator(options);
    const { now } = simulator.workspace;
    for (let move = 0; move < 32; move += 1)
      expect(await simulator.clock.advance({ by: MAX_DURATION_MS })).toMatchObject(REFUSED);
    expect(await simulator.clock.advance({ to: '9999-12-31T23:59:59.999Z' })).toBeNull();
    await simulator.close();
    const again = await createSimulator(options);
    expect(again.workspace.recovered).toEqual([]);
    expect(again.workspace.now).toBe(LAST_INSTANT);
    expect(again.workspace.now).toBeGreaterThan(now);
    await again.close();
  });
});

describe('the command line at the end of time', () => {
  const unused = async () => 4;
  const PROGRAM = { version: '', labWorkerUrl: new URL('file:///nowhere'), openApp: unused, serve: unused };
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'end-of-time-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function run(text: string, ...args: string[]) {
    const file = join(folder, 'a.yaml');
    await writeFile(file, text);
    const out: string[] = [];
    const err: string[] = [];
    const command = args[0] ?? 'run';
    const output = { out: (part: string) => void out.push(part), err: (part: string) => void err.push(part) };
    const status = await main([command, file, ...args.slice(1)], output, PROGRAM);
    return { status, out: out.join(''), err: err.join('') };
  }

  it('thirty steps of the longest duration are refused, each in a sentence, and the trace is written', async () => {
    const trace = join(folder, 'trace.ndjson');
    const steps = Array.from({ length: 30 }, () => `  - advance: ${LONGEST}`).join('\n');
    const { status, out, err } = await run(
      `users: { dana: {} }
externalApis: { erp: { url: "https://erp.example.test/", otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - advance: { to: "9999-12-31T23:59:59.999Z" }
${steps}
  - expect: { clock: { now: "9999-12-31T23:59:59.999Z" } }
`,
      'run',
      '--trace',
      trace,
      '--transport',
      'direct',
    );
    expect(err).toBe('');
    expect({ status, refusals: out.split('virtual time ends on 31 December 9999').length - 1 }).toEqual({
      status: 1,
      refusals: 30,
    });
    expect((await readFile(trace, 'utf8')).split('\n').length).toBeGreaterThan(10);
  });

  it.each(['9999-12-31T23:59:59-00:01', '0000-01-01T00:00:00+00:01'])(
    'a start at %s is refused by name',
    async (start) => {
      const { status, err } = await run(`start: ${start}\nsteps:\n  - advance: { to: "${start}" }\n`, 'validate');
      expect(status).toBe(2);
      expect(
        err.match(/expected an instant from the year 0000 to 31 December 9999, the end of virtual time/g),
      ).toHaveLength(2);
    },
  );
});
