/** What the editor asks of a text: its problems, and how its steps end, without opening it. */
import { afterAll, describe, expect, it } from 'vitest';
import { openStage } from '../../../src/main/open-stage.ts';
import { RunawayError } from '../../../src/main/runtime/runaway-error.ts';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { Rehearsal, rehearse } from '../../../src/main/scenario/rehearsal.ts';

const WORKER = new URL('../../../src/main/scenario-worker.ts', import.meta.url);

const TEXT = `title: It expects what does not come
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } } }
actionTypes: { post: { externalApi: erp } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - say: A Case is launched.
  - launch: { case: C1 }
  - expect: { action: C1/post, retries: 0/5, status: Closed }
  - take: { action: C1/post, by: dana }
  - advance: 1h
`;

const here = new Rehearsal({ openStage });
const aside = new Rehearsal({ openStage, scenarioWorkerUrl: WORKER });
afterAll(() => {
  here.close();
  aside.close();
});

describe('a text', () => {
  it('is checked as a file that is opened would be', async () => {
    expect(await here.check('a.yaml', TEXT)).toEqual([]);
    const wrong = TEXT.replace('launch:', 'lunch:');
    const loaded = loadScenario(wrong, 'a.yaml');
    expect(await here.check('a.yaml', wrong)).toEqual(loaded.ok ? [] : loaded.problems);
    expect(await here.check('a.yaml', wrong)).toMatchObject([{ line: 8, path: 'steps[1]' }]);
  });

  it('is played step by step, and each says how it ended', async () => {
    const played = await here.run('a.yaml', TEXT);
    const { report } = played.ok ? played : expect.unreachable();
    expect(report.title).toBe('It expects what does not come');
    expect(report.virtualDurationMs).toBe(3_600_000);
    expect(report.steps.map(({ state }) => state)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
    expect(report.steps[0]?.note).toBe('A Case is launched.');
    expect(report.steps[2]?.failures).toEqual([{ path: 'status', expected: '"Closed"', actual: '"Waiting"' }]);
    expect(report.steps[3]?.note).toMatch(/C1\/post/);
  });

  it('is played in a thread as it is here, and not at all where it is wrong', async () => {
    expect(await aside.run('a.yaml', TEXT)).toEqual(await here.run('a.yaml', TEXT));
    expect(await aside.run('a.yaml', `${TEXT}  - lunch: {}\n`)).toEqual(
      await here.run('a.yaml', `${TEXT}  - lunch: {}\n`),
    );
    // The thread loads the whole simulator from its sources here.
  }, 30_000);

  it('whose step never comes to rest ends there; later steps stay pending', async () => {
    const endless = `${TEXT.replace('otherwise: { fail: refused }', 'otherwise: { status: 503 }')}  - say: never said\n`;
    const loaded = loadScenario(endless, 'a.yaml');
    if (!loaded.ok) return expect.unreachable();
    const played = await rehearse(loaded, async (scenario) => {
      const stage = await openStage(scenario);
      const advance = () => Promise.reject(new RunawayError(7, []));
      return { close: stage.close, target: Object.assign(Object.create(stage.target), { advance }) };
    });
    const { steps } = played.ok ? played.report : expect.unreachable();
    expect(steps.slice(4)).toMatchObject([
      { state: 'failed', failures: [{ expected: '"the step comes to rest"' }] },
      { state: 'pending' },
    ]);
  });

  it('is not read any more once the app is closed', async () => {
    const closed = new Rehearsal({ openStage, scenarioWorkerUrl: WORKER });
    closed.close();
    expect(await closed.run('a.yaml', TEXT)).toMatchObject({
      ok: false,
      problems: [{ message: 'the app was closed before the file was read' }],
    });
  });
});
