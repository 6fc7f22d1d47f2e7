/** A real API: calls really go out to a server on this machine, and nowhere else; its responses come in by the callback address. */
import { createServer as createTcpServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { findAction } from '../../src/engine/decide.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { LoopbackHost } from '../../src/main/hosts/loopback/server.ts';
import { handleCallback } from '../../src/main/network/callback-endpoint.ts';
import { callForReal } from '../../src/main/network/real-call.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import type { Action } from '../../src/shared/model.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { DEFINITIONS } from '../support/given.ts';
import { LocalServer, withStatus } from '../support/local-server.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const REAL = { type: 'switchApi', name: 'erp', to: 'Real' } as const;
const LAUNCH = { type: 'launchCase', case: 'C1' } as const;

/** An API at `url`; what is configured would refuse every call. */
const definitions = (url: string, change: Partial<ScenarioText> = {}): ScenarioText => ({
  ...DEFINITIONS,
  externalApis: { erp: { url, otherwise: { fail: 'refused' } } },
  ...change,
});

interface Opened {
  readonly simulator: Simulator;
  readonly action: () => Action;
  /** Resolves once the Action is in this phase. */
  readonly reaches: (phase: Action['phase']) => Promise<void>;
  /** Ends it; happens by itself at the end of the test. */
  readonly close: () => Promise<void>;
}

/** A simulator as `serve` has it: on the simulated network, with a host that takes callbacks. */
async function opened(url: string, change: Partial<ScenarioText> = {}, dataDir: string | null = null): Promise<Opened> {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const host = await LoopbackHost.listen({ port: 0, rendererDir: tmpdir(), version: '0', onError });
  const initial = { ...z.decode(scenario, definitions(url, change)), steps: [] };
  const simulator = await createSimulator({ dataDir, callbackBase: host.origin, transport: 'http', initial });
  host.open(simulator, (request, token) =>
    handleCallback(
      request,
      token,
      (ref) => simulator.workspace.world.actions.get(ref)?.token,
      (ref, delivery) => simulator.workspace.acts.receiveCallback(ref, delivery),
    ),
  );
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= host.close().then(() => simulator.close());
    return closing;
  };
  onTestFinished(async () => {
    await close();
    expect(errors).toEqual([]);
  });
  const action = () => {
    const found = findAction(simulator.workspace.world, 'C1/post');
    if (!found) throw new Error('no Action C1/post');
    return found;
  };
  const reaches = (phase: Action['phase']) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (findAction(simulator.workspace.world, 'C1/post')?.phase !== phase) return;
        stop();
        resolve();
      };
      const stop = simulator.workspace.subscribe(look);
      look();
    });
  return { simulator, action, reaches, close };
}

/** The same, its API real and called once. */
async function launched(url: string, change: Partial<ScenarioText> = {}): Promise<Opened> {
  const all = await opened(url, change);
  expect(await all.simulator.workspace.acts.act(REAL)).toMatchObject({ rejected: false });
  expect(await all.simulator.workspace.acts.act(LAUNCH)).toMatchObject({ rejected: false });
  return all;
}

/** What a server does with its caller's callback address: a request of another process, past everything intercepted here. */
async function answersFromOutside(callbackUrl: string, body: string): Promise<number> {
  const { execFile } = await import('node:child_process');
  const script = `fetch(process.argv[1], { method: 'POST', headers: { 'content-type': 'application/json' }, body: process.argv[2] })
    .then(({ status }) => console.log(status))`;
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['-e', script, callbackUrl, body], (error, stdout) =>
      error ? reject(error) : resolve(Number(stdout)),
    );
  });
}

describe('a call to a real API', () => {
  it.each(['127.0.0.1', 'localhost'])('arrives at %s: a POST of the Action and its callback URL (R3)', async (host) => {
    const server = await LocalServer.start(withStatus(202));
    const { simulator, action, reaches } = await launched(server.url(host));
    await reaches('awaiting response');
    expect(server.arrived).toHaveLength(1);
    const [{ method, path, headers, body } = { method: '', path: '', headers: {}, body: '' }] = server.arrived;
    expect([method, path]).toEqual(['POST', '/invoices?tenant=1']);
    expect(JSON.parse(body)).toEqual({
      Action: simulator.workspace.world.externalApis.get('erp')?.lastRequest?.action,
      CallBackURL: `${simulator.workspace.callbackBase}/callbacks/${action().token}`,
    });
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'content-length': String(body.length) });
    expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
    expect(action()).toMatchObject({ status: 'Waiting', lastFailure: null, callCount: 1 });
    expect(simulator.workspace.wallTimes('erp')).toMatchObject([{ actionRef: 'C1/post', callNumber: 1 }]);
  });

  it('arrives at [::1] too', async () => {
    const server = await LocalServer.start(withStatus(200), '::1');
    const { reaches } = await launched(server.url('[::1]'));
    await reaches('awaiting response');
    expect(server.arrived).toHaveLength(1);
  });

  it('R25 its response comes in by the callback address and closes the Action', async () => {
    const server = await LocalServer.start(withStatus(200));
    const { simulator, action, reaches } = await launched(server.url());
    await reaches('awaiting response');
    const { CallBackURL } = JSON.parse(server.arrived[0]?.body ?? '{}');
    expect(await answersFromOutside(CallBackURL, '{"outcome":"success","data":{"poNumber":"4711"}}')).toBe(200);
    expect(action()).toMatchObject({ status: 'Closed', resolutionMethod: 'Done Successfully' });
    expect(simulator.workspace.world.cases.get('C1')?.data.poNumber).toBe('4711');
  });

  it('R27 a response that comes before the call has its result decides; the result then does nothing', async () => {
    const server = await LocalServer.start((response, { body }) => {
      const { CallBackURL } = JSON.parse(body);
      void answersFromOutside(CallBackURL, '{"outcome":"success"}').then(() => response.writeHead(500).end());
    });
    const { simulator, action, reaches } = await launched(server.url());
    await reaches('closed');
    const { seq } = simulator.workspace;
    await simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 7 } } },
    });
    expect(action()).toMatchObject({ resolutionMethod: 'Done Successfully', lastFailure: null });
    expect(simulator.workspace.seq).toBe(seq + 1);
  });

  it.each([
    ['HTTP 503', withStatus(503, { 'retry-after': '90' }), { kind: 'status', status: 503, retryAfterMs: 90_000 }],
    ['HTTP 500, Retry-After a date', withStatus(500, { 'retry-after': 'soon' }), { kind: 'status', status: 500 }],
    ['a redirect, not followed', withStatus(307, { location: '/elsewhere' }), { kind: 'status', status: 307 }],
  ] as const)('R7 %s is a failure to connect', async (_, answers, failure) => {
    const server = await LocalServer.start(answers);
    const { action, reaches } = await launched(server.url());
    await reaches('retry pending');
    expect(action().lastFailure?.failure).toEqual(failure);
    expect(server.arrived).toHaveLength(1);
  });

  it('R7 a server that breaks off is a reset, one that speaks no TLS or no HTTP is told as that', async () => {
    const breaking = await LocalServer.start((response) => response.destroy());
    const plain = await LocalServer.start(withStatus(200));
    const other = createTcpServer((socket) => socket.end('220 mail.example.test ESMTP\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const call = async (url: string) => {
      const result = await callForReal({ url, body: '{}', callTimeoutMs: 30_000, giveUp: undefined });
      return result.connected ? result.status : result.failure.kind;
    };
    expect(await call(breaking.url())).toBe('reset');
    expect(await call(plain.url().replace('http:', 'https:'))).toBe('tls');
    expect(await call(`http://127.0.0.1:${(other.address() as { port: number }).port}/`)).toBe('reset');
    expect(await call(plain.url())).toBe(200);
  });

  it('R7 refused where nobody listens, and retried like any other', async () => {
    const server = await LocalServer.start(withStatus(200));
    const url = server.url();
    await server.close();
    const { simulator, action, reaches } = await launched(url);
    await reaches('retry pending');
    expect(action().lastFailure?.failure).toEqual({ kind: 'refused' });
    await simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' });
    await reaches('retry pending');
    expect(action()).toMatchObject({ retryCount: 1, callCount: 2 });
  });

  it('S4 no answer within the call timeout, in real time, is a hang', async () => {
    const server = await LocalServer.start(() => undefined);
    const { action, reaches } = await launched(server.url(), { settings: { callTimeout: '50ms' } });
    await reaches('retry pending');
    expect(action().lastFailure?.failure).toEqual({ kind: 'hang' });
  });

  it('keeps nobody waiting, and a body that never ends neither', async () => {
    const server = await LocalServer.start((response) => void response.writeHead(200).write('{"a":'));
    const { reaches, close } = await launched(server.url());
    await reaches('awaiting response');
    const silent = await LocalServer.start(() => undefined);
    const other = await launched(silent.url());
    await silent.got(1);
    expect(
      await other.simulator.workspace.acts.act({
        type: 'saveDefinition',
        definition: { section: 'settings', change: { retry: { max: 2 } } },
      }),
    ).toMatchObject({
      rejected: false,
    });
    await Promise.all([close(), other.close()]);
  });
});

describe('while an API is real', () => {
  it('every jump of the clock is refused with its reason; it plays at 1×', async () => {
    const server = await LocalServer.start(withStatus(503));
    const { simulator, reaches } = await launched(server.url());
    await reaches('retry pending');
    const { now } = simulator.workspace;
    for (const outcome of [
      await simulator.clock.advance({ by: 60_000 }),
      await simulator.clock.advance({ to: '+1h' }),
      await simulator.clock.next(),
      await simulator.clock.nextRetry(),
      await simulator.clock.untilIdle(),
    ]) {
      expect(outcome).toMatchObject({ rejected: true, message: expect.stringContaining('while erp is real') });
    }
    expect(simulator.workspace.now).toBe(now);
    simulator.clock.setSpeed(10_000);
    const startedAt = performance.now();
    simulator.clock.play();
    while (simulator.workspace.now === now) await new Promise((resolve) => setImmediate(resolve));
    await simulator.clock.pause();
    expect(simulator.workspace.now - now).toBeLessThanOrEqual(Math.ceil(performance.now() - startedAt) + 1);
    expect(simulator.clock.state().speed).toBe(10_000);
    await simulator.workspace.acts.act({ ...REAL, to: 'As configured' });
    expect(await simulator.clock.next()).toBe(1);
  });

  it('a step of the open scenario that moves the clock fails with that reason', async () => {
    const server = await LocalServer.start(withStatus(200));
    const { simulator } = await opened(server.url());
    const file = 'externalApis: { erp: { url: "http://127.0.0.1:9/" } }\nsteps: [{ advance: 3m }, { next: 1 }]';
    expect(await simulator.opener.openText('real.yaml', file)).toEqual({ ok: true });
    await simulator.workspace.acts.act(REAL);
    await simulator.player.run();
    expect(simulator.player.state()?.steps).toMatchObject([
      { state: 'failed', note: expect.stringContaining('erp is real'), failures: [{ path: 'advance' }] },
      { state: 'failed', failures: [{ path: 'next' }] },
    ]);
  });

  it('what is exported says where its configuration stands in; an Action called for real is not copied', async () => {
    const server = await LocalServer.start(withStatus(200));
    const { simulator, reaches } = await launched(server.url());
    await reaches('awaiting response');
    const change = { otherwise: { status: 500 } };
    await simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change },
    });
    const { text } = simulator.exportScenario();
    expect(text).toContain('say: "Here erp became real: in this file its configuration');
    const loaded = loadScenario(text, 'exported.yaml');
    expect(loaded.ok && loaded.scenario.steps).toContainEqual({ set: { externalApi: 'erp', ...change } });
    expect(simulator.exportAction('C1/post')).toMatchObject({
      rejected: true,
      message: expect.stringContaining('a file cannot say what a real API does'),
    });
  });
});

describe('nothing else goes out', () => {
  let server: LocalServer;
  beforeEach(async () => {
    server = await LocalServer.start(withStatus(200));
  });
  afterEach(() => expect(server.arrived).toEqual([]));

  it('an API that is not real is answered here, though its URL is the live server', async () => {
    const { simulator, reaches } = await opened(server.url());
    await simulator.workspace.acts.act(LAUNCH);
    await reaches('retry pending');
  });

  it('an API elsewhere cannot be real, and one that is real cannot move there', async () => {
    const { simulator } = await opened('https://erp.example.test/');
    expect(await simulator.workspace.acts.act(REAL)).toMatchObject({ rejected: true, code: 'notAllowed' });
    const other = await opened(server.url());
    await other.simulator.workspace.acts.act(REAL);
    const change = { url: 'https://erp.example.test/' };
    expect(
      await other.simulator.workspace.acts.act({
        type: 'saveDefinition',
        definition: { section: 'externalApis', name: 'erp', change },
      }),
    ).toMatchObject({
      rejected: true,
      message: expect.stringContaining('erp is real'),
    });
  });

  it.each(['https://erp.example.test/', 'http://localhost.example.test/', 'http://10.255.255.1/', 'ftp://127.0.0.1/'])(
    'the network refuses %s whatever the rules let through',
    async (url) => {
      const result = await callForReal({ url, body: '{}', callTimeoutMs: 1_000, giveUp: undefined });
      expect(result).toEqual({ connected: false, failure: { kind: 'refused' } });
    },
  );

  it('a proxy that the environment names is not asked', async () => {
    const own = await LocalServer.start(withStatus(200));
    const script = `
      import { callForReal } from ${JSON.stringify(new URL('../../src/main/network/real-call.ts', import.meta.url).href)};
      const result = await callForReal({ url: ${JSON.stringify(own.url())}, body: '{}', callTimeoutMs: 10000 });
      console.log(JSON.stringify(result));`;
    const { execFile } = await import('node:child_process');
    const proxy = `http://127.0.0.1:${server.port}`;
    const env = { ...process.env, NODE_USE_ENV_PROXY: '1', HTTP_PROXY: proxy, http_proxy: proxy, NO_PROXY: '' };
    const printed = await new Promise<string>((resolve, reject) => {
      execFile(process.execPath, ['--input-type=module', '-e', script], { env }, (error, stdout) =>
        error ? reject(error) : resolve(stdout),
      );
    });
    expect(JSON.parse(printed)).toEqual({ connected: true, status: 200 });
    expect(own.arrived).toHaveLength(1);
  });
});

describe('closing the app while a call is out', () => {
  it('ends the call at once; opened again, the call is placed again', async () => {
    const connections = new Set<Socket>();
    const server = await LocalServer.start((response) => void connections.add(response.socket as Socket));
    const dataDir = await temporaryFolder();
    const first = await opened(server.url(), {}, dataDir);
    await first.simulator.workspace.acts.act(REAL);
    await first.simulator.workspace.acts.act(LAUNCH);
    await server.got(1);
    const gone = Promise.all([...connections].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    await first.close();
    await gone;

    server.answers = withStatus(202);
    const second = await opened(server.url(), {}, dataDir);
    expect(second.simulator.workspace.world.externalApis.get('erp')?.switch).toBe('Real');
    await second.reaches('awaiting response');
    expect(server.arrived.map(({ body }) => JSON.parse(body).Action.Reference)).toEqual(['C1/post', 'C1/post']);
    // Wall times are of a process, not of the workspace.
    expect(second.simulator.workspace.wallTimes('erp')).toHaveLength(1);
    const stored = JSON.stringify(worldToJson(second.simulator.workspace.world));
    await second.close();
    const third = await opened(server.url(), {}, dataDir);
    expect(JSON.stringify(worldToJson(third.simulator.workspace.world))).toBe(stored);
    expect([third.simulator.workspace.wallTimes('erp'), server.arrived.length]).toEqual([[], 2]);
    expect(stored).not.toContain('wall');
  });
});
