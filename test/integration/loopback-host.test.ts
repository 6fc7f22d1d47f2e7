/** The loopback host from outside: who is let in, what is served, and what scripts and external systems can do. */
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Limits } from '../../src/main/hosts/loopback/limits.ts';
import { LoopbackHost, PortError } from '../../src/main/hosts/loopback/server.ts';
import type { Contract } from '../../src/shared/contract.ts';
import {
  NOT_LET_IN,
  OPENAPI_DOCUMENT_PATH,
  OPENAPI_PATH,
  SESSION_PATH,
  SOCKET_PATH,
  WELCOME,
} from '../../src/shared/host.ts';
import { FakeSimulator, readFact } from '../support/fake-simulator.ts';

let dir: string;
let host: LoopbackHost;
let simulator: FakeSimulator;
let errors: unknown[];
let port: number;
let token: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-host-'));
  const rendererDir = join(dir, 'renderer');
  await mkdir(join(rendererDir, 'assets'), { recursive: true });
  await writeFile(join(dir, 'secret.json'), '"secret"');
  await writeFile(join(rendererDir, 'index.html'), '<title>Trigger Lab</title>');
  await writeFile(join(rendererDir, 'assets', 'index-abc123.js'), 'export {}');
  errors = [];
  simulator = new FakeSimulator();
  host = await LoopbackHost.listen({ port: 0, rendererDir, version: '1.2.3', onError: (error) => errors.push(error) });
  host.open(simulator.simulator, async (received, callbackToken) =>
    Response.json({ callbackToken, body: await received.text() }),
  );
  const { port: bound, searchParams } = new URL(host.address);
  port = Number(bound);
  token = searchParams.get('token') ?? '';
});
afterEach(async () => {
  await host.close();
  await rm(dir, { recursive: true, force: true });
  expect(errors).toEqual([]);
});

interface Ask {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** As written, `..` and all: `fetch` would tidy the path up and refuse to set Host. */
async function ask(path: string, { method = 'GET', headers = {}, body }: Ask = {}) {
  const asking = request({ host: '127.0.0.1', port, path, method, headers });
  asking.end(body);
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
}

const bearer = () => ({ Authorization: `Bearer ${token}` });
/** What the page gets for the token. */
const pageSecret = async (): Promise<string> =>
  JSON.parse((await ask(SESSION_PATH, { method: 'POST', headers: bearer() })).body).secret;
const openSocket = (headers: Record<string, string> = {}) =>
  new WebSocket(`ws://127.0.0.1:${port}${SOCKET_PATH}`, { headers });
const json = { 'Content-Type': 'application/json' };

describe('who is let in', () => {
  it('shows the code of the page to whoever asks: it holds no secret, and sets no cookie', async () => {
    expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    for (const path of ['/', `/?token=${token}`, '/?token=wrong']) {
      const { status, headers, body } = await ask(path);
      expect({ status, body }).toEqual({ status: 200, body: '<title>Trigger Lab</title>' });
      expect(headers['set-cookie']).toBeUndefined();
    }
  });

  it('exchanges the token for a secret of the page, another each time, that opens no API', async () => {
    expect((await ask(SESSION_PATH, { method: 'POST' })).status).toBe(401);
    const wrong = { Authorization: 'Bearer wrong' };
    expect((await ask(SESSION_PATH, { method: 'POST', headers: wrong })).status).toBe(403);
    let isEntered = false;
    void host.entered.then(() => {
      isEntered = true;
    });
    expect((await ask(SESSION_PATH, { headers: bearer() })).status).toBe(404);
    expect(isEntered).toBe(false);
    const [first, second] = [await pageSecret(), await pageSecret()];
    expect(isEntered).toBe(true);
    expect(first).not.toBe(second);
    expect([first, second].some((secret) => secret.includes(token))).toBe(false);
    const headers = { Authorization: `Bearer ${first}` };
    expect((await ask(`${OPENAPI_PATH}/scenarios`, { headers })).status).toBe(403);
    // A page on another port of this machine may not so much as ask.
    const elsewhere = { ...bearer(), Origin: `http://127.0.0.1:${port + 1}` };
    expect((await ask(SESSION_PATH, { method: 'POST', headers: elsewhere })).status).toBe(403);
  });

  it.each([OPENAPI_DOCUMENT_PATH, `${OPENAPI_PATH}/scenarios`])(
    'refuses scripts without the token at %s',
    async (path) => {
      const wrong = await ask(path, { headers: { Authorization: 'Bearer wrong' } });
      expect(wrong.status).toBe(403);
      expect(JSON.parse(wrong.body)).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Bearer') });
      // None, or one that is taken from where it would be kept, logged or sent along.
      for (const [at, headers] of [
        [path, {}],
        [path, { Authorization: `Basic ${token}` }],
        [path, { Authorization: 'Bearer ' }],
        [`${path}?token=${token}`, {}],
        [path, { Cookie: `trigger-lab-${port}=${token}` }],
      ] as const) {
        const none = await ask(at, { headers });
        expect(none).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
        expect(JSON.parse(none.body)).toMatchObject({
          code: 'UNAUTHORIZED',
          message: expect.stringContaining('Bearer'),
        });
      }
      expect((await ask(path, { headers: bearer() })).status).toBe(200);
    },
  );

  it('refuses another Host: a name that somebody points at 127.0.0.1', async () => {
    for (const Host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `[::1]:${port}`,
    ]) {
      expect((await ask(`/?token=${token}`, { headers: { Host } })).status).toBe(403);
      expect((await ask('/callbacks/some', { method: 'POST', headers: { Host } })).status).toBe(403);
    }
    expect((await ask(`/?token=${token}`, { headers: { Host: `localhost:${port}` } })).status).toBe(200);
  });

  it("refuses another Origin: another site's page", async () => {
    for (const Origin of [
      'https://evil.example',
      'null',
      `https://127.0.0.1:${port}`,
      `http://127.0.0.1:${port + 1}`,
    ]) {
      expect((await ask(`${OPENAPI_PATH}/scenarios`, { headers: { Origin, ...bearer() } })).status).toBe(403);
    }
    const own = { Origin: `http://localhost:${port}`, ...bearer() };
    expect((await ask(`${OPENAPI_PATH}/scenarios`, { headers: own })).status).toBe(200);
  });

  it.each([
    ['a wrong token', SOCKET_PATH, { Authorization: 'Bearer wrong' }, 403],
    ['another Origin', SOCKET_PATH, { Origin: 'https://evil.example' }, 403],
    ['another Host', SOCKET_PATH, { Host: 'evil.example' }, 403],
    ['another path', '/other', {}, 404],
    ['its token in the address', `${SOCKET_PATH}?token=any`, {}, 404],
  ])('refuses a WebSocket with %s', async (_, path, headers, status) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    const [error] = await once(socket, 'error');
    expect(String(error)).toContain(`${status}`);
  });

  it('takes a WebSocket with the secret of a page as its first message', async () => {
    const socket = openSocket({ Origin: host.origin });
    await once(socket, 'open');
    socket.send(JSON.stringify({ secret: await pageSecret() }));
    expect(String((await once(socket, 'message'))[0])).toBe(WELCOME);
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
    expect(await createORPCClient<ContractRouterClient<Contract>>(link).clock.play()).toMatchObject({ ok: true });
    const closed = once(socket, 'close');
    await host.close();
    expect((await closed)[0]).toBe(1001);
  });

  it.each([
    ['no secret', () => '{}'],
    ['a wrong one', () => JSON.stringify({ secret: 'a.b' })],
    ['the token itself', () => JSON.stringify({ secret: token })],
    ['half of one', async () => JSON.stringify({ secret: (await pageSecret()).split('.')[0] })],
    ['more than one', async () => JSON.stringify({ secret: `${await pageSecret()}.x` })],
    ['no JSON', () => 'hello'],
  ])('closes a WebSocket whose first message has %s', async (_, message) => {
    const socket = openSocket();
    await once(socket, 'open');
    socket.send(await message());
    expect((await once(socket, 'close'))[0]).toBe(NOT_LET_IN);
    expect(simulator.asked).toEqual([]);
  });

  it('listens to nobody who has not said who it is: neither long nor too much', async () => {
    const { limited, open } = await limitedHost({ helloBytes: 100, helloMs: 50 });
    const silent = open();
    expect((await once(silent, 'close'))[0]).toBe(1006);
    const loud = open();
    loud.on('error', () => undefined);
    await once(loud, 'open');
    // Announced, and never sent to its end.
    loud.send('x'.repeat(200), { fin: false });
    expect((await once(loud, 'close'))[0]).toBe(1006);
    await limited.close();
  });
});

/** Another host, with other limits. */
async function limitedHost(limits: Partial<Limits>) {
  const limited = await LoopbackHost.listen({
    port: 0,
    rendererDir: dir,
    version: '0',
    limits,
    onError: (error) => errors.push(error),
  });
  limited.open(simulator.simulator, async (received) => Response.json(await received.text()));
  const address = new URL(limited.address);
  const bearerOfIt = { Authorization: `Bearer ${address.searchParams.get('token')}` };
  const open = (headers: Record<string, string> = {}) =>
    new WebSocket(`ws://${address.host}${SOCKET_PATH}`, { headers });
  return { limited, address, bearerOfIt, open };
}

describe('the page', () => {
  it('caches what has a hash in its name, and nothing else: the address may hold the token', async () => {
    const headers = bearer();
    const asset = await ask('/assets/index-abc123.js', { headers });
    expect(asset).toMatchObject({ status: 200, body: 'export {}' });
    expect(asset.headers['content-type']).toContain('text/javascript');
    expect(asset.headers['cache-control']).toContain('immutable');
    expect((await ask('/', { headers })).headers['cache-control']).toBe('no-store');
  });

  it.each([
    '/../secret.json',
    '/assets/../../secret.json',
    '/assets/..%2f..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/..%5csecret.json',
    '/assets//etc/passwd',
    '/assets/%00',
    '/.hidden',
    '/assets',
    '/assets/',
    '/no-such.js',
  ])('has nothing at %s', async (path) => {
    const { status, body } = await ask(path, { headers: bearer() });
    expect(status).toBe(404);
    expect(body).not.toContain('secret"');
  });

  it.each(['/', '/no-such.js', '/?token=wrong', OPENAPI_DOCUMENT_PATH])(
    'tells the browser what it may do, at %s',
    async (path) => {
      for (const headers of [{}, bearer()]) {
        const answer = await ask(path, { headers });
        expect(answer.headers['content-security-policy']).toContain("script-src 'self';");
        expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
        expect(answer.headers['x-content-type-options']).toBe('nosniff');
        expect(answer.headers['referrer-policy']).toBe('no-referrer');
      }
    },
  );
});

describe('scripts', () => {
  it('act over plain HTTP', async () => {
    const body = JSON.stringify({ type: 'launchCase', case: 'C1' });
    const headers = { ...json, ...bearer() };
    const answer = await ask(`${OPENAPI_PATH}/act`, { method: 'POST', headers, body });
    expect(answer).toMatchObject({ status: 200, body: '{"ok":true,"toldSeq":1}' });
    expect((await ask(`${OPENAPI_PATH}/clock/advance`, { method: 'POST', headers, body: '{"by":"5m"}' })).status).toBe(
      200,
    );
    expect(simulator.asked).toEqual(['act launchCase', 'advance {"by":300000}']);
  });

  it('are refused with code and sentence', async () => {
    const post = async (path: string, body: object) => {
      const options = { method: 'POST', headers: { ...json, ...bearer() }, body: JSON.stringify(body) };
      const answer = await ask(`${OPENAPI_PATH}${path}`, options);
      return { status: answer.status, ...JSON.parse(answer.body) };
    };
    expect(await post('/act', { type: 'retry', action: 'C1/post-invoice' })).toMatchObject({
      status: 409,
      code: 'REFUSED',
      message: 'The Action is closed; nothing can be retried.',
      data: { code: 'closed', rules: ['R15'] },
    });
    expect(await post('/scenarios/open-text', { fileName: 'a.yaml', text: 'wrong' })).toMatchObject({
      status: 422,
      code: 'INVALID_FILE',
      data: { problems: [{ line: 2, column: 3 }] },
    });
    expect(await post('/act', { type: 'dance' })).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    // As text: an object literal gives that name its own meaning.
    const data = JSON.parse('{"po":[{"__proto__":{"a":1}}]}');
    expect(await post('/respond', { action: 'C1/post-invoice', outcome: 'success', data })).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: 'data.po.0.__proto__: expected another name than "__proto__"',
    });
    expect(await post('/no-such', {})).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it.each([
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    '',
    'application/jsonp',
  ])('send JSON, not %j, which pages of other sites may send unasked', async (type) => {
    const headers = { ...bearer(), ...(type === '' ? {} : { 'Content-Type': type }) };
    const body = JSON.stringify({ type: 'launchCase', case: 'C1' });
    const answer = await ask(`${OPENAPI_PATH}/act`, { method: 'POST', headers, body });
    expect(answer.status).toBe(415);
    expect(JSON.parse(answer.body)).toMatchObject({ message: expect.stringContaining('application/json') });
    expect(simulator.asked).toEqual([]);
    // Where nothing is sent there is no type to name.
    expect((await ask(`${OPENAPI_PATH}/clock/play`, { method: 'POST', headers: bearer() })).status).toBe(200);
  });

  it('change nothing by GET', async () => {
    const { paths } = JSON.parse((await ask(OPENAPI_DOCUMENT_PATH, { headers: bearer() })).body);
    for (const path of Object.keys(paths)) {
      if (path.endsWith('/events')) continue;
      await ask(`${OPENAPI_PATH}${path.replaceAll(/\{\w+\}/g, 'x')}`, { headers: bearer() });
    }
    // A list of what happened is read.
    expect(simulator.asked.filter((each) => !each.startsWith('events '))).toEqual([]);
  });

  it.each(['x'.repeat(300), 'x'.repeat(5_000), '..', '%2e%2e%2fsecret', 'a%00b', '__proto__', 'con'])(
    'are told that there is nothing of the name %.20s, whatever the file system says of it',
    async (id) => {
      const wanted: [string, string][] = [
        ['GET', `/scenarios/${id}`],
        ['GET', `/lab/runs/${id}`],
        ['DELETE', `/lab/runs/${id}`],
        ['POST', `/lab/runs/${id}/cancel`],
        ['GET', `/lab/days/${id}`],
      ];
      for (const [method, path] of wanted) {
        const { status } = await ask(`${OPENAPI_PATH}${path}`, { method, headers: bearer() });
        expect(status, `${method} ${path}`).toBeLessThan(500);
      }
      expect((await ask(`/assets/${id}.js`)).status).toBe(404);
    },
  );

  it('follow the events, and may leave', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const response = await fetch(`${host.origin}${OPENAPI_PATH}/events`, { headers: bearer(), signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let received = '';
    while (!received.includes('"snapshot"')) received += (await reader?.read())?.value ?? '';
    expect(simulator.subscriberCount).toBe(1);
    controller.abort();
    await vi.waitFor(() => expect(simulator.subscriberCount).toBe(0));
  });

  it('find every call described', async () => {
    const document = JSON.parse((await ask(OPENAPI_DOCUMENT_PATH, { headers: bearer() })).body);
    expect(document).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\./),
      info: { title: 'Trigger Lab', version: '1.2.3' },
      servers: [{ url: `${host.origin}${OPENAPI_PATH}` }],
    });
    const operations: [string, Record<string, unknown>][] = Object.entries<Record<string, object>>(
      document.paths,
    ).flatMap(([path, { servers: _, ...methods }]) =>
      Object.values(methods).map((operation): [string, Record<string, unknown>] => [path, { ...operation }]),
    );
    expect(operations.length).toBeGreaterThan(18);
    expect(operations.map(([path]) => path)).toContain('/callbacks/{token}');
    const ids = operations.map(([, { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [path, operation] of operations) {
      expect(operation, path).toMatchObject({ summary: expect.any(String), tags: [expect.any(String)] });
      const parameters = (operation.parameters ?? []) as { name: string; in: string }[];
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => `{${name}}`);
      expect(path.match(/\{\w+\}/g) ?? [], path).toEqual(inPath);
      for (const [status, response] of Object.entries(operation.responses as Record<string, { $ref?: string }>)) {
        expect(status).toMatch(/^[2-5]\d\d$/);
        // What any call may answer is described once.
        const [, name] = /^#\/components\/responses\/(\w+)$/.exec(response.$ref ?? '') ?? [];
        expect(name === undefined ? response : document.components.responses[name], path).toHaveProperty('description');
      }
    }
    // Every reference leads somewhere.
    for (const [, pointer] of JSON.stringify(document).matchAll(/"\$ref":"#([^"]+)"/g)) {
      const keys = (pointer ?? '').split('/').slice(1);
      expect(
        keys.reduce((value, key) => value?.[key], document),
        pointer,
      ).toBeDefined();
    }
  });
});

describe('external systems', () => {
  it('answer without the session token, with whatever content type', async () => {
    const answer = await ask('/callbacks/T1', { method: 'POST', body: '{"outcome":"success"}' });
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({ callbackToken: 'T1', body: '{"outcome":"success"}' });
  });

  it('may not send more than 1 MiB, announced or not', async () => {
    const body = 'x'.repeat(1024 * 1024 + 1);
    const length = { 'Content-Length': String(body.length) };
    expect((await ask('/callbacks/T1', { method: 'POST', headers: length, body })).status).toBe(413);
    const chunked = { 'Transfer-Encoding': 'chunked' };
    expect((await ask('/callbacks/T1', { method: 'POST', headers: chunked, body })).status).toBe(413);
  });

  it('can only post, and are told so whether they have the session token or not', async () => {
    for (const [path, options] of [
      ['/callbacks/T1', {}],
      ['/callbacks/T1', { headers: bearer() }],
      ['/callbacks/T1', { method: 'PUT', body: '{}' }],
      ['/callbacks/T1/', { method: 'POST', body: '{}' }],
    ] as const) {
      const answer = await ask(path, options);
      expect(answer.status).toBe(405);
      expect(JSON.parse(answer.body)).toMatchObject({
        code: 'METHOD_NOT_SUPPORTED',
        message: 'Send a response as a POST to /callbacks/TOKEN, with nothing after the token.',
      });
    }
  });
});

describe('the server', () => {
  it('says that it is starting until it is opened', async () => {
    const early = await LoopbackHost.listen({ port: 0, rendererDir: dir, version: '0', onError: () => undefined });
    const response = await fetch(early.address);
    expect(response.status).toBe(503);
    const headers = { Authorization: `Bearer ${new URL(early.address).searchParams.get('token')}` };
    expect((await fetch(`${early.origin}${OPENAPI_PATH}/scenarios`, { headers })).status).toBe(503);
    expect((await fetch(`${early.origin}/callbacks/T1`, { method: 'POST' })).status).toBe(503);
    await early.close();
  });

  it.skipIf(process.platform !== 'linux')('listens on 127.0.0.1 alone', async () => {
    // All of 127.0.0.0/8 is this machine there, and what listens on every address answers.
    const elsewhere = connect(port, '127.0.0.2');
    const [error] = await once(elsewhere, 'error');
    expect(String(error)).toContain('ECONNREFUSED');
  });

  it('refuses a port that is taken, in words', async () => {
    const second = LoopbackHost.listen({ port, rendererDir: dir, version: '0', onError: () => undefined });
    await expect(second).rejects.toThrow(PortError);
    await expect(second).rejects.toThrow(`port ${port} is taken`);
  });

  it('lets nothing pile up for a page that does not read: it gets a new snapshot when it does', async () => {
    const socket = openSocket(bearer());
    await once(socket, 'open');
    const link = new RPCLink({ websocket: socket as unknown as globalThis.WebSocket });
    const stream = await createORPCClient<ContractRouterClient<Contract>>(link).events();
    expect((await stream.next()).value).toMatchObject({ type: 'snapshot', number: 1 });
    socket.pause();
    const clock = vi.spyOn(simulator.clock, 'state');
    const long = readFact('x'.repeat(1_000));
    simulator.tell({ type: 'facts', facts: Array.from({ length: 20_000 }, () => long) });
    // Once that is on its way, more than the system's buffers hold, what comes next has to wait, and is too much.
    await vi.waitFor(() => expect(clock).toHaveBeenCalledOnce());
    for (let told = 0; told < 60; told += 1) {
      simulator.tell({ type: 'facts', facts: Array.from({ length: 1_000 }, () => readFact('a')) });
    }
    socket.resume();
    expect((await stream.next()).value).toMatchObject({ type: 'batch', number: 2, facts: { length: 20_000 } });
    expect((await stream.next()).value).toMatchObject({ type: 'snapshot', number: 3 });
    socket.terminate();
    await vi.waitFor(() => expect(simulator.subscriberCount).toBe(0));
  });

  it('ends though connections are open, and twice', async () => {
    const idle = connect(port, '127.0.0.1');
    await once(idle, 'connect');
    const streaming = await fetch(`${host.origin}${OPENAPI_PATH}/events`, { headers: bearer() });
    const ended = streaming.text().catch(() => 'ended');
    await host.close();
    await ended;
    await host.close();
    expect(simulator.subscriberCount).toBe(0);
    await expect(fetch(host.origin)).rejects.toThrow();
  });

  it('goes on after an upgrade to what is no address, without a token', async () => {
    for (const upgrade of ['x', 'websocket']) {
      const attack = connect(port, '127.0.0.1');
      attack.write(`GET // HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: ${upgrade}\r\n\r\n`);
      await once(attack, 'data');
      attack.destroy();
    }
    expect((await ask('/')).status).toBe(200);
  });

  it('answers a request that offers another protocol, as HTTP/1.1', async () => {
    const headers = {
      Connection: 'Upgrade, HTTP2-Settings',
      Upgrade: 'h2c',
      'HTTP2-Settings': 'AAMAAABkAAQAoAAAAAIAAAAA',
    };
    const answer = await ask('/callbacks/T1', { method: 'POST', headers, body: '{"outcome":"success"}' });
    expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('outcome') });
  });

  it('closes a WebSocket that sends what is no message of the contract, twice and more', async () => {
    const wrong = [
      '',
      'no JSON',
      '{}',
      '[]',
      'null',
      '{"i":1}',
      '{"i":"1","t":99,"p":{}}',
      Buffer.from([0, 1, 2, 255]),
    ];
    for (const message of wrong) {
      const socket = openSocket(bearer());
      await once(socket, 'open');
      socket.send(message);
      socket.send(message);
      socket.close();
      await once(socket, 'close');
    }
    expect((await ask('/')).status).toBe(200);
  });

  it('takes no more WebSockets than it has room for', async () => {
    const { limited, open, bearerOfIt } = await limitedHost({ webSockets: 2 });
    const first = open(bearerOfIt);
    await Promise.all([once(first, 'open'), once(open(), 'open')]);
    const [error] = await once(open(bearerOfIt), 'error');
    expect(String(error)).toContain('503');
    first.close();
    await once(first, 'close');
    await vi.waitFor(async () => {
      await once(open(bearerOfIt), 'open');
    });
    await limited.close();
  });

  it('takes no more connections than it has room for', async () => {
    const { limited, address } = await limitedHost({ connections: 2 });
    const idle = [connect(Number(address.port), '127.0.0.1'), connect(Number(address.port), '127.0.0.1')];
    await Promise.all(idle.map((each) => once(each, 'connect')));
    const third = connect(Number(address.port), '127.0.0.1');
    third.on('error', () => undefined);
    await once(third, 'close');
    for (const each of idle) each.destroy();
    await vi.waitFor(async () => expect((await fetch(address.origin)).status).toBe(404));
    await limited.close();
  });

  it.each([
    ['/callbacks/T1', {}],
    [`${OPENAPI_PATH}/act`, { 'Content-Type': 'application/json' }],
  ])('waits no longer than it must for a body that does not come, at %s', async (path, headers) => {
    const { limited, address, bearerOfIt } = await limitedHost({ bodyMs: 50 });
    const slow = request({
      host: '127.0.0.1',
      port: address.port,
      path,
      method: 'POST',
      headers: { ...bearerOfIt, ...headers },
    });
    slow.write('{"outcome":');
    const [response] = (await once(slow, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(408);
    expect(response.headers.connection).toBe('close');
    slow.destroy();
    await limited.close();
  });

  it.each(['GET / HTTP/1.1\r\nHost: 127', ''])(
    'waits no longer than it must for the head of a request: %j',
    async (sent) => {
      const { limited, address } = await limitedHost({ headMs: 50, bodyMs: 50 });
      const slow = connect(Number(address.port), '127.0.0.1');
      slow.write(sent);
      slow.resume();
      await once(slow, 'close');
      await limited.close();
    },
  );

  it('goes on after a request that breaks off, and one that is no HTTP', async () => {
    const broken = connect(port, '127.0.0.1');
    await once(broken, 'connect');
    broken.write('POST /callbacks/T1 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf');
    broken.destroy();
    const garbage = connect(port, '127.0.0.1');
    garbage.resume();
    garbage.write('garbage\r\n\r\n');
    await once(garbage, 'close');
    expect((await ask('/', { headers: bearer() })).status).toBe(200);
  });
});
