/** What the editor asks of a text: its problems, and how its steps end, without opening it. */
import { afterAll, describe, expect, it } from 'vitest';
import { runScenario } from '../../../src/main/embed/run-scenario.ts';
import { openStage } from '../../../src/main/open-stage.ts';
import { RunawayError } from '../../../src/main/runtime/runaway-error.ts';
import { loadScenario, loadScenarios } from '../../../src/main/scenario/load.ts';
import { Rehearsal, rehearse } from '../../../src/main/scenario/rehearsal.ts';
import type { RehearsalReport } from '../../../src/shared/played.ts';

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
    const { passed, scenarios } = played.ok ? played.report : expect.unreachable();
    const [report, ...others] = scenarios;
    if (report === undefined) return expect.unreachable();
    expect([passed, others]).toEqual([false, []]);
    expect(report.title).toBe('It expects what does not come');
    expect(report.virtualDuration).toBe(3_600_000);
    expect(report.steps.map(({ state }) => state)).toEqual(['passed', 'passed', 'failed', 'passed', 'passed']);
    expect(report.steps[0]?.note).toBe('A Case is launched.');
    expect(report.steps[2]?.failures).toEqual([{ path: 'status', expected: '"Closed"', actual: '"Waiting"' }]);
    expect(report.steps[3]?.note).toMatch(/C1\/post/);
  });

  it('is played in a thread as it is here, and not at all where it is wrong', async () => {
    const timeless = ({ scenarios }: RehearsalReport) => scenarios.map(({ wallMs: _, ...rest }) => rest);
    const [apart, near] = [await aside.run('a.yaml', TEXT), await here.run('a.yaml', TEXT)];
    if (!apart.ok || !near.ok) return expect.unreachable();
    expect(timeless(apart.report)).toEqual(timeless(near.report));
    expect(await aside.run('a.yaml', `${TEXT}  - lunch: {}\n`)).toEqual(
      await here.run('a.yaml', `${TEXT}  - lunch: {}\n`),
    );
    // The thread loads the whole simulator from its sources here.
  }, 30_000);

  it('with examples is played with each, and says of each what a report of a run does', async () => {
    const text = `params: { status: Closed }\nexamples: [{}, { status: Waiting }]\n${TEXT.replace('status: Closed', 'status: $status')}`;
    const played = await here.run('a.yaml', text);
    const { passed, scenarios } = played.ok ? played.report : expect.unreachable();
    const ran = await runScenario(text, { file: 'a.yaml' });
    expect(scenarios.map(({ steps: _, wallMs: __, ...report }) => report)).toEqual(
      ran.scenarios.map(({ wallMs: _, ...report }) => report),
    );
    expect(passed).toBe(false);
    expect(scenarios.map(({ title, passed: each }) => [title, each])).toEqual([
      ['It expects what does not come', false],
      ['It expects what does not come [status=Waiting]', true],
    ]);
    expect(scenarios[1]).toMatchObject({ seed: 1, transport: 'direct', rules: expect.arrayContaining(['R8']) });
    expect(scenarios[1]?.steps.map(({ state }) => state)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
  });

  it('whose step never comes to rest ends there; later steps stay pending', async () => {
    const endless = `${TEXT.replace('otherwise: { fail: refused }', 'otherwise: { status: 503 }')}  - say: never said\n`;
    const loaded = loadScenarios(endless, 'a.yaml');
    if (!loaded.ok) return expect.unreachable();
    const played = await rehearse(loaded.scenarios, 'a.yaml', async (scenario) => {
      const stage = await openStage(scenario);
      const advance = () => Promise.reject(new RunawayError(7, []));
      return { close: stage.close, target: Object.assign(Object.create(stage.target), { advance }) };
    });
    const { scenarios } = played.ok ? played.report : expect.unreachable();
    expect(scenarios[0]?.steps.slice(4)).toMatchObject([
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
