import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSimulator } from '../../../src/main/create-simulator.ts';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { loadAside, SHORT_TEXT } from '../../../src/main/scenario/load-aside.ts';
import { formatProblem } from '../../../src/main/scenario/problem.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { EVERYTHING } from './samples.ts';

const WORKER = new URL('../../../src/main/scenario-worker.ts', import.meta.url);
/** Threads that do something else than load. */
const thread = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const ECHO = thread(
  `import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage({ ok: true, title: workerData.fileName });`,
);
const ENDLESS = thread('setInterval(() => {}, 1000);');

const NARRATED = `title: Long\nsteps:\n${'  - say: on and on\n'.repeat(150)}`;
/** Long by its comments: those are read fast, so that the tests are fast on a busy machine. */
const longer = (text: string) => `${'# as long as it takes\n'.repeat(SHORT_TEXT / 20)}${text}`;
const LONG = longer(NARRATED);
const WRONG = LONG.replaceAll('say', 'sya');

async function problemsOf(options: Parameters<typeof loadAside>[2]): Promise<string[]> {
  const loaded = await loadAside(LONG, 'long.yaml', options);
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
}

describe('a long scenario text', () => {
  it.each([
    ['valid', LONG],
    ['wrong all over', WRONG],
    ['that is no YAML', `${LONG}  - {`],
    ['with a name that is not defined', `${LONG}  - retry: { action: C1/nothing }\n`],
    ['with every part of the format', longer(EVERYTHING)],
  ])('gives from its thread what it gives here: %s', async (_, text) => {
    expect(await loadAside(text, 'long.yaml', { workerUrl: WORKER })).toEqual(loadScenario(text, 'long.yaml'));
  });

  it('is loaded in a thread, a short one here', async () => {
    expect(await loadAside(LONG, 'f.yaml', { workerUrl: ECHO })).toEqual({ ok: true, title: 'f.yaml' });
    expect(await loadAside(NARRATED, 'f.yaml', { workerUrl: ECHO })).toEqual(loadScenario(NARRATED, 'f.yaml'));
  });

  it('is loaded here where there is no thread to be had', async () => {
    expect(await loadAside(LONG, 'f.yaml', { workerUrl: null })).toEqual(loadScenario(LONG, 'f.yaml'));
  });

  it('includes what lies beside it, in its thread and here, where that may be read', async () => {
    const folder = await temporaryFolder();
    const file = join(folder, 'f.yaml');
    await writeFile(join(folder, 'people.yaml'), 'users: { dana: {} }');
    for (const text of ['include: [people.yaml]\n', `${longer('include: [people.yaml]\n')}`]) {
      const loaded = await loadAside(text, file, { workerUrl: WORKER, includes: true });
      expect(loaded.ok && Object.keys(loaded.scenario.users)).toEqual(['dana']);
      expect((await loadAside(text, file, { workerUrl: WORKER })).ok).toBe(false);
    }
  });

  it('that takes too long is a problem in words', async () => {
    expect(await problemsOf({ workerUrl: ENDLESS, limitMs: 50 })).toEqual([
      'long.yaml:1:1: $: not read within 50ms, expected a smaller file',
    ]);
  });

  it('that takes too much memory is a problem in words', async () => {
    const workerUrl = thread(`throw Object.assign(new Error('heap'), { code: 'ERR_WORKER_OUT_OF_MEMORY' });`);
    expect(await problemsOf({ workerUrl })).toEqual([
      'long.yaml:1:1: $: reading it takes too much memory, expected a smaller file',
    ]);
  });

  it('is given up when the app closes', async () => {
    const closing = new AbortController();
    const problems = problemsOf({ workerUrl: ENDLESS, signal: closing.signal });
    closing.abort();
    const closed = ['long.yaml:1:1: $: the app was closed before the file was read'];
    expect(await problems).toEqual(closed);
    expect(await problemsOf({ workerUrl: ENDLESS, signal: closing.signal })).toEqual(closed);
  });

  it('whose thread fails or says nothing is a bug, not a problem of the file', async () => {
    await expect(problemsOf({ workerUrl: thread(`throw new Error('a bug');`) })).rejects.toThrow('a bug');
    await expect(problemsOf({ workerUrl: thread('process.exit(3);') })).rejects.toThrow('ended with 3');
  });
});

describe('the simulator', () => {
  it('opens long texts by its thread, one after the other, and closes in the middle of one', async () => {
    const inMemory = { dataDir: null, callbackBase: null, transport: 'direct' } as const;
    const simulator = await createSimulator({ ...inMemory, scenarioWorkerUrl: WORKER });
    const results = await Promise.all([
      simulator.opener.openText('wrong.yaml', WRONG),
      simulator.opener.openText('long.yaml', LONG),
      simulator.opener.openText('short.yaml', 'title: Short\n'),
    ]);
    expect(results).toEqual([loadScenario(WRONG, 'wrong.yaml'), { ok: true }, { ok: true }]);
    expect(simulator.workspace.title).toBe('Short');

    const late = simulator.opener.openText('late.yaml', LONG);
    await simulator.close();
    expect(await late).toMatchObject({ ok: false, problems: [{ message: expect.stringContaining('was closed') }] });
    expect(simulator.workspace.title).toBe('Short');
  });
});
