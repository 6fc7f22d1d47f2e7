/** What `npm run bench` measures. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { runCommand } from '../src/main/commands/run.ts';
import type { Transport } from '../src/main/scenario/transport.ts';
import { LIFE, playLives } from './lives.ts';

export interface Row {
  readonly title: string;
  readonly unit: string;
  /** Everything that is not measured; resolves to the job, which resolves to how much it did (and how long, where it knows better). */
  readonly prepare: () => Promise<() => Promise<number | { readonly count: number; readonly wallMs: number }>>;
}

const ACTION_COUNT = 10_000;
const FETCH_COUNT = 40_000;
const FILE_COUNT = 300;
const RUN_WORKER = new URL('../src/main/run-worker.ts', import.meta.url);

/** What nothing of ours is in: the yardstick of the HTTP row. */
const bareFetch = async () => {
  const server = setupServer(
    http.post('https://erp.example.test/invoices', () => HttpResponse.json({}, { status: 202 })),
  );
  server.listen({ onUnhandledRequest: 'error' });
  const body = JSON.stringify({
    Action: { Reference: 'C1/post', amount: 12 },
    CallBackURL: 'https://trigger-lab.test/callbacks/x',
  });
  const post = () =>
    fetch('https://erp.example.test/invoices', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
  return async () => {
    for (let sent = 0; sent < FETCH_COUNT; sent += 64) await Promise.all(Array.from({ length: 64 }, post));
    return FETCH_COUNT;
  };
};

const files =
  (transport: Transport, jobs = 1) =>
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trigger-lab-bench-'));
    const steps =
      'cases: { C1: { type: invoice } }\nsteps:\n  - launch: { case: C1 }\n  - advance: { until: idle }\n  - expect: { action: C1/post, status: Closed, retries: 2/5 }\n';
    const names = Array.from({ length: FILE_COUNT }, (_, index) => join(folder, `file-${index}.yaml`));
    await Promise.all(names.map((name) => writeFile(name, LIFE + steps)));
    return async () => {
      const output = { out: () => undefined, err: () => undefined };
      const values = { reporter: [], var: [], tag: [], transport, jobs: String(jobs) };
      const status = await runCommand(names, values, output, { runWorkerUrl: RUN_WORKER });
      await rm(folder, { recursive: true });
      if (status !== 0) throw new Error(`the files ended with ${status}`);
      return FILE_COUNT;
    };
  };

export const ROWS: Readonly<Record<string, Row>> = {
  http: {
    title: `${ACTION_COUNT} lives, 4 exchanges each, over HTTP`,
    unit: 'Actions',
    prepare: () => playLives('http', ACTION_COUNT),
  },
  direct: { title: `${ACTION_COUNT} lives, direct`, unit: 'Actions', prepare: () => playLives('direct', ACTION_COUNT) },
  fetch: { title: `${FETCH_COUNT} bare fetches through MSW, 64 at a time`, unit: 'calls', prepare: bareFetch },
  'files-http': { title: `${FILE_COUNT} small files in one run, over HTTP`, unit: 'files', prepare: files('http') },
  'files-direct': { title: `${FILE_COUNT} small files in one run, direct`, unit: 'files', prepare: files('direct') },
  'files-jobs': {
    title: `${FILE_COUNT} small files in one run, direct, two jobs and their start included`,
    unit: 'files',
    prepare: files('direct', 2),
  },
};
