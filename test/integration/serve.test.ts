/** `trigger-lab serve` as a process of its own, asked by plain HTTP as curl would. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OPENAPI_PATH } from '../../src/shared/host.ts';
import { HAS_SIGNALS, STATUS_AFTER_SIGTERM } from '../support/system.ts';

const SERVE = fileURLToPath(new URL('../support/serve-process.ts', import.meta.url));

const SCENARIO = `
title: Two Actions that wait
users: { dana: {} }
externalApis: { erp: { url: https://erp.example.test/invoices, otherwise: accept } }
actionTypes: { post-invoice: { externalApi: erp }, pay: { externalApi: erp } }
cases: { C1: { owner: dana, process: [[post-invoice, pay]] } }
steps: [{ launch: { case: C1 } }]
`;

interface Served {
  readonly process: ChildProcess;
  readonly origin: string;
  readonly lines: string[];
  readonly errors: Promise<string>;
  readonly ended: Promise<number | null>;
  call(path: string, body?: object): Promise<{ status: number; body: unknown }>;
  world(): Promise<World>;
}

interface World {
  readonly actions: [string, { token: string; phase: string; status: string }][];
  readonly cases: [string, { status: string; data: object }][];
}

let dir: string;
const running = new Set<ChildProcess>();

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-serve-'));
  await writeFile(join(dir, 'two.yaml'), SCENARIO);
  await writeFile(join(dir, 'index.html'), '<title>Trigger Lab</title>');
});
afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
  await rm(dir, { recursive: true, force: true, maxRetries: 5 });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [SERVE, dir, '--no-open', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const ended = once(child, 'close').then(([code]): number | null => code);
  return { child, ended, errors: text(child.stderr) };
}

/** Starts and ends by itself. */
async function fail(...args: string[]) {
  const { child, ended, errors } = start(...args);
  const [output, said, code] = await Promise.all([text(child.stdout), errors, ended]);
  return { code, output, errors: said };
}

async function serve(...args: string[]): Promise<Served> {
  const { child, ended, errors } = start('--data-dir', join(dir, 'data'), ...args);
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => lines.push(line));
  await Promise.race([once(reader, 'line'), ended.then(async () => Promise.reject(new Error(await errors)))]);
  const { origin, searchParams } = new URL(lines[0]?.replace('Trigger Lab at ', '') ?? '');
  const headers = { Authorization: `Bearer ${searchParams.get('token')}`, 'Content-Type': 'application/json' };
  const call = async (path: string, body: object = {}) => {
    const response = await fetch(`${origin}${OPENAPI_PATH}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  };
  const world = async (): Promise<World> => {
    const response = await fetch(`${origin}${OPENAPI_PATH}/events`, { headers });
    let received = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      received += chunk;
      const [, data] = /^data: (.*"snapshot".*)$/m.exec(received) ?? [];
      if (data !== undefined && received.includes('\n\n', received.indexOf(data))) return JSON.parse(data).world;
    }
    throw new Error('no snapshot');
  };
  return { process: child, origin, lines, errors, ended, call, world };
}

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return String(port);
}

async function answer(origin: string, token: string, body: string) {
  const response = await fetch(`${origin}/callbacks/${token}`, { method: 'POST', body });
  return response.status;
}

describe('a running server', () => {
  it('lets curl answer a waiting Action: accepted, repeated, conflicting, malformed, with a wrong or an unknown token', async () => {
    const server = await serve('--scenario', join(dir, 'two.yaml'));
    expect(await server.call('/act', { type: 'launchCase', case: 'C1' })).toMatchObject({
      status: 200,
      body: { ok: true },
    });
    await server.call('/clock/advance', { by: '5s' });
    const tokens = new Map((await server.world()).actions.map(([ref, { token }]) => [ref, token]));
    const [posting = '', paying = ''] = [tokens.get('C1/post-invoice'), tokens.get('C1/pay')];
    const success = '{"outcome":"success","data":{"poNumber":"4711"}}';

    expect(await answer(server.origin, posting, '{"outcome":"perhaps"}')).toBe(400);
    expect(await answer(server.origin, posting, 'not JSON')).toBe(400);
    const swapped = `${paying.split('.')[0]}.${posting.split('.')[1]}`;
    expect(await answer(server.origin, swapped, success)).toBe(401);
    expect(await answer(server.origin, 'no-such-token', success)).toBe(404);
    expect(await answer(server.origin, posting, success)).toBe(200);
    expect(await answer(server.origin, posting, success)).toBe(200);
    expect(await answer(server.origin, posting, '{"outcome":"unsuccessful"}')).toBe(409);

    const { actions, cases } = await server.world();
    expect(Object.fromEntries(actions)).toMatchObject({
      'C1/post-invoice': { phase: 'closed', status: 'Closed' },
      'C1/pay': { phase: 'awaiting response' },
    });
    expect(Object.fromEntries(cases)).toMatchObject({ C1: { data: { poNumber: '4711' } } });
    expect(server.lines).toHaveLength(1);
    server.process.kill('SIGTERM');
    expect(await server.ended).toBe(STATUS_AFTER_SIGTERM);
    expect(await server.errors).toBe('');
  });

  it.skipIf(!HAS_SIGNALS)(
    'saves at the first signal, whatever else is sent, and finds everything as it was',
    async () => {
      const server = await serve('--scenario', join(dir, 'two.yaml'));
      await server.call('/act', { type: 'launchCase', case: 'C1' });
      await server.call('/clock/advance', { by: '5s' });
      const before = await server.world();
      server.process.kill('SIGINT');
      server.process.kill('SIGTERM');
      server.process.kill('SIGINT');
      expect(await server.ended).toBe(0);

      const again = await serve();
      expect(await again.world()).toEqual(before);
      again.process.kill('SIGINT');
      expect(await again.ended).toBe(0);
      expect(await again.errors).toBe('');

      // The same command line once more begins anew, in a workspace of its own, and says where the other one is.
      const anew = await serve('--scenario', join(dir, 'two.yaml'));
      anew.process.kill('SIGINT');
      expect(await anew.ended).toBe(0);
      expect(await anew.errors).toMatch(
        /“Two Actions that wait 2” is open; the workspace “Two Actions that wait” in .* is kept beside it\./,
      );
    },
  );

  it.skipIf(!HAS_SIGNALS)('outlives whoever read what it writes, and still saves', async () => {
    // The scenario takes the place of another: something is said on both outputs.
    const first = await serve('--scenario', join(dir, 'two.yaml'));
    first.process.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    const port = await freePort();
    const { child, ended, errors } = start(
      '--data-dir',
      join(dir, 'data'),
      '--scenario',
      join(dir, 'two.yaml'),
      '--port',
      port,
    );
    errors.catch(() => 'nobody reads them');
    child.stdout?.destroy();
    child.stderr?.destroy();
    await vi.waitFor(async () => expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200), 20_000);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const again = await serve();
    again.process.kill('SIGTERM');
    expect(await again.ended).toBe(0);
    expect(await again.errors).toBe('');
  });

  it('keeps a second one off its workspace and its port', async () => {
    const server = await serve('--scenario', join(dir, 'two.yaml'));
    const sameData = await fail('--data-dir', join(dir, 'data'));
    expect(sameData).toMatchObject({ code: 4, output: '' });
    expect(sameData.errors).toMatch(/^trigger-lab serve: .*is open in process \d+.*\n$/);
    const { port } = new URL(server.origin);
    const samePort = await fail('--data-dir', join(dir, 'other'), '--port', port);
    expect(samePort).toMatchObject({ code: 4, output: '' });
    expect(samePort.errors).toBe(
      `trigger-lab serve: port ${port} is taken; choose another, or leave it out for a free one\n`,
    );
    expect(await server.call('/clock/until-idle')).toMatchObject({ status: 200 });
  });
});
