/** How long the command line takes, its start included. It measures what is built (`npm run build`). */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Row } from './rows.ts';

const CLI = fileURLToPath(new URL('../out/main/cli.js', import.meta.url));
const STARTS = 10;
const FILE_COUNT = 300;

const trigger = (...args: string[]) => promisify(execFile)(process.execPath, [CLI, ...args]);

const small = (number: number) => `title: The system answers ${number}
users: { dana: {} }
externalApis:
  ledger: { url: https://ledger.example.test/entries, otherwise: { respond: { after: 12m, outcome: success } } }
actionTypes: { post: { title: Post, externalApi: ledger, responseWithin: 1h } }
cases: { C1: { owner: dana, process: [post] } }
steps:
  - launch: { case: C1 }
  - advance: 1s
  - expect: { action: C1/post, status: Waiting }
  - advance: 12m
  - expect: { action: C1/post, status: Closed }
`;

/** A folder with so many small files. */
async function folderOf(count: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trigger-lab-bench-'));
  for (let number = 1; number <= count; number += 1) await writeFile(join(folder, `${number}.yaml`), small(number));
  return folder;
}

/** The command with a folder of files, `times` over, the first start not counted: it may fill a cache. */
const commandRow = (title: string, unit: string, fileCount: number, times: number, args: readonly string[]): Row => ({
  title,
  unit,
  prepare: async () => {
    const folder = fileCount === 0 ? null : await folderOf(fileCount);
    const start = () => trigger(...args, ...(folder === null ? [] : [folder]));
    await start();
    return async () => {
      const startedAt = performance.now();
      for (let time = 0; time < times; time += 1) await start();
      const wallMs = performance.now() - startedAt;
      if (folder !== null) await rm(folder, { recursive: true });
      return { count: times * Math.max(1, fileCount), wallMs };
    };
  },
});

const filesRow = (transport: string, jobs: number) =>
  commandRow(
    `${FILE_COUNT} small files, ${transport}, ${jobs === 1 ? 'one job' : `${jobs} jobs`}, start included`,
    'files',
    FILE_COUNT,
    1,
    ['run', '--transport', transport, '--jobs', String(jobs)],
  );

export const COMMAND_ROWS: Readonly<Record<string, Row>> = {
  version: commandRow(`${STARTS} times --version`, 'starts', 0, STARTS, ['--version']),
  'one-file': commandRow(`${STARTS} times run, one small file`, 'files', 1, STARTS, ['run']),
  'http-1': filesRow('http', 1),
  'http-2': filesRow('http', 2),
  'direct-1': filesRow('direct', 1),
  'direct-2': filesRow('direct', 2),
};
