/** What `serve` refuses before it starts anything. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { serve } from '../../../src/main/commands/serve.ts';
import { parseServeArgs } from '../../../src/main/commands/serve-options.ts';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-serve-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await serve({
    args,
    rendererDir: dir,
    version: '0.0.0',
    labWorkerUrl: new URL('../../../src/main/lab-worker.ts', import.meta.url),
    stdout: (line) => out.push(line),
    stderr: (line) => err.push(line),
    stop: AbortSignal.abort(),
  });
  return { code, out, err };
}

it.each([
  [['--prot', '1'], "trigger-lab serve: Unknown option '--prot', did you mean --port?"],
  [['--port', '70000'], 'trigger-lab serve: --port 70000: expected 0 to 65535'],
  [['--port', 'http'], 'trigger-lab serve: --port http: expected 0 to 65535'],
  [['--port', ''], 'trigger-lab serve: --port : expected 0 to 65535'],
  [['--port'], "trigger-lab serve: Option '--port' needs a value"],
  [['--data-dir', ''], 'trigger-lab serve: --data-dir: expected a folder'],
  [['extra'], 'trigger-lab serve: Too many arguments. Expected 0 arguments but got 1: extra'],
])('%s is wrong usage', async (args, sentence) => {
  const { code, out, err } = await run(...args);
  expect({ code, out }).toEqual({ code: 3, out: [] });
  expect(err[0]).toContain(sentence);
  expect(err.slice(1)).toEqual(['usage: trigger-lab serve [--port N] [--data-dir D] [--scenario FILE] [--no-open]']);
});

it('names what is wrong with a scenario, and leaves the stored workspace alone', async () => {
  const data = join(dir, 'data');
  const missing = await run('--data-dir', data, '--scenario', join(dir, 'no-such.yaml'));
  expect(missing).toMatchObject({ code: 2, out: [], err: [expect.stringContaining('no-such.yaml')] });
  const wrong = join(dir, 'wrong.yaml');
  await writeFile(wrong, 'titel: Wrong\n');
  const invalid = await run('--data-dir', data, '--scenario', wrong);
  expect(invalid).toMatchObject({ code: 2, out: [], err: [expect.stringContaining(`${wrong}:1:1: `)] });
  expect(invalid.err[0]).toContain('did you mean "title"?');
  expect(await readdir(dir)).toEqual(['wrong.yaml']);
});

it('has defaults for everything', () => {
  expect(parseServeArgs([])).toMatchObject({ port: 0, scenario: null, opensBrowser: true });
  const all = ['--port', '4000', '--data-dir', 'd', '--scenario', 's.yaml', '--no-open'];
  expect(parseServeArgs(all)).toEqual({ port: 4000, dataDir: 'd', scenario: 's.yaml', opensBrowser: false });
});
