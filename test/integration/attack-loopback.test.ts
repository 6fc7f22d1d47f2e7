/**
 * The loopback host under raw bytes: requests and WebSocket frames as nobody well-meaning sends them, from a seed. Whatever
 * comes, nothing reaches `uncaughtException`, no bug is reported, nothing is done, and the next honest request is answered.
 * `ATTACK_RUNS` sets how many of each are sent.
 */
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { LoopbackHost } from '../../src/main/hosts/loopback/server.ts';
import { OPENAPI_PATH, SESSION_PATH, SOCKET_PATH, WELCOME } from '../../src/shared/host.ts';
import { FakeSimulator } from '../support/fake-simulator.ts';

const RUNS = Number(process.env.ATTACK_RUNS ?? 2_000);
const SEED = Number(process.env.ATTACK_SEED ?? 20_261_128);
const TIMEOUT_MS = 60_000 + RUNS * 20;
/** So many are on their way at once. */
const ABREAST = 25;

let dir: string;
let host: LoopbackHost;
let simulator: FakeSimulator;
let port: number;
let token: string;
let problems: unknown[];
const note = (error: unknown) => problems.push(error);

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-attack-'));
  await writeFile(join(dir, 'index.html'), '<title>Trigger Lab</title>');
  problems = [];
  process.on('uncaughtException', note);
  process.on('unhandledRejection', note);
  simulator = new FakeSimulator();
  host = await LoopbackHost.listen({ port: 0, rendererDir: dir, version: '0', onError: note });
  host.open(simulator.simulator, async (received) => Response.json(await received.text()));
  const address = new URL(host.address);
  port = Number(address.port);
  token = address.searchParams.get('token') ?? '';
});
afterAll(async () => {
  process.off('uncaughtException', note);
  process.off('unhandledRejection', note);
  await host.close();
  await rm(dir, { recursive: true, force: true });
});
beforeEach(() => {
  problems.length = 0;
  simulator.asked.length = 0;
});

// ── Raw requests ────────────────────────────────────────────────────────────────────────────────────────────────────

const junk = fc.string({ unit: 'binary', maxLength: 40 });
const word = (...words: string[]) => fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...words) }, junk);

const method = word('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI', 'get', 'M-SEARCH');
const target = word(
  '/',
  '//',
  '///',
  '*',
  '?',
  '#',
  '/%',
  '/%00',
  '/%ff',
  '/..',
  '/../../etc/passwd',
  '/assets/../x',
  '\\',
  '/\\',
  'http://',
  'http://[',
  'http://evil.example/',
  'https://127.0.0.1/',
  '//evil.example/',
  'evil.example:80',
  '[::1]',
  ':',
  '/callbacks',
  '/callbacks/',
  '/callbacks/%',
  '/callbacks/%E0%A4%A',
  '/callbacks/T1',
  SOCKET_PATH,
  `${SOCKET_PATH}/`,
  `/${SOCKET_PATH}`,
  SESSION_PATH,
  '/openapi.json',
  `${OPENAPI_PATH}/act`,
  `${OPENAPI_PATH}/%`,
  `${OPENAPI_PATH}//`,
  `${OPENAPI_PATH}/events`,
  `${OPENAPI_PATH}/scenarios?x[__proto__]=1`,
  `/${'a'.repeat(300)}`,
  `/assets/${'a'.repeat(3_000)}.js`,
  `/${'a'.repeat(20_000)}`,
);
const header = fc.tuple(
  word(
    'Host',
    'Origin',
    'Upgrade',
    'Connection',
    'Content-Length',
    'Transfer-Encoding',
    'Expect',
    'Content-Type',
    'Authorization',
    'Sec-WebSocket-Key',
    'Sec-WebSocket-Version',
    'Sec-WebSocket-Extensions',
    'Sec-WebSocket-Protocol',
    'HTTP2-Settings',
    'Cookie',
    'TE',
  ),
  word(
    '',
    'HOST',
    'null',
    'http://HOST',
    'websocket',
    'WebSocket',
    'h2c',
    'x',
    'Upgrade',
    'upgrade, keep-alive',
    'close',
    '0',
    '5',
    '-1',
    '99999999999999999999',
    'chunked',
    'gzip, chunked',
    '100-continue',
    '200-maybe',
    'application/json',
    'text/plain',
    'Bearer',
    'Bearer x',
    'Basic eDp4',
    'dGhlIHNhbXBsZSBub25jZQ==',
    '13',
    '8',
    'permessage-deflate; server_max_window_bits=99',
    ',',
    'trailers',
    'x'.repeat(20_000),
  ),
);
const body = word(
  '',
  '{}',
  '{"outcome":"success"}',
  '0\r\n\r\n',
  '5\r\nhello\r\n',
  'ffffffff\r\n',
  '{"type":"launchCase","case":"C1"}',
  '\0',
);

const rawRequest = fc
  .record({
    method,
    target,
    version: word('HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/0.9'),
    hasHost: fc.boolean(),
    upgrades: fc.boolean(),
    headers: fc.array(header, { maxLength: 6 }),
    body,
    lineEnd: fc.constantFrom('\r\n', '\r\n', '\r\n', '\n', '\r'),
    /** How much of it is sent. */
    part: fc.constantFrom(1, 1, 1, 0.5),
  })
  .map(({ hasHost, upgrades, headers, lineEnd, part, ...request }) => {
    const lines = [
      `${request.method} ${request.target} ${request.version}`,
      ...(hasHost ? [`Host: 127.0.0.1:${port}`] : []),
      ...(upgrades
        ? [
            'Connection: Upgrade',
            'Upgrade: websocket',
            'Sec-WebSocket-Version: 13',
            'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
          ]
        : []),
      ...headers.map(([name, value]) => `${name}: ${value.replace('HOST', `127.0.0.1:${port}`)}`),
    ];
    const text = [...lines, '', request.body].join(lineEnd);
    return text.slice(0, Math.ceil(text.length * part));
  });

/** Sends the bytes, listens for a while to what is said, and leaves. */
async function sendRaw(bytes: string | Buffer): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  const ended = once(socket, 'close').catch(() => undefined);
  socket.resume();
  socket.write(bytes);
  socket.once('data', () => socket.destroy());
  // Half-closed: the host knows that no more comes, and answers or leaves.
  socket.end();
  await ended;
}

async function inGroups<T>(items: readonly T[], send: (item: T) => Promise<void>): Promise<void> {
  for (let from = 0; from < items.length; from += ABREAST)
    await Promise.all(items.slice(from, from + ABREAST).map(send));
}

async function expectUnharmed(): Promise<void> {
  const response = await fetch(`http://127.0.0.1:${port}/`);
  expect(await response.text()).toBe('<title>Trigger Lab</title>');
  expect(problems).toEqual([]);
  expect(simulator.asked).toEqual([]);
}

it(
  'outlives raw requests and upgrades without a token',
  async () => {
    await inGroups(fc.sample(rawRequest, { numRuns: RUNS, seed: SEED }), sendRaw);
    await expectUnharmed();
  },
  TIMEOUT_MS,
);

// ── Frames ──────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A frame as RFC 6455 has it, its parts at will. */
const frame = fc
  .record({
    head: fc.integer({ min: 0, max: 255 }),
    isMasked: fc.boolean(),
    announced: fc.option(fc.constantFrom(0, 1, 125, 126, 127), { nil: undefined }),
    payload: fc.uint8Array({ maxLength: 125 }),
  })
  .map(({ head, isMasked, announced, payload }) =>
    Buffer.concat([
      Buffer.from([head, (isMasked ? 128 : 0) | (announced ?? payload.length)]),
      Buffer.alloc(isMasked ? 4 : 0),
      payload,
    ]),
  );

/** Messages of the right form, and what is inside them not. */
const message = fc.oneof(
  fc.json(),
  fc.string({ unit: 'binary' }),
  fc
    .record(
      {
        i: fc.oneof(fc.string({ maxLength: 3 }), fc.integer()),
        t: fc.oneof(fc.integer({ min: -1, max: 6 }), fc.jsonValue()),
        p: fc.oneof(
          fc.jsonValue(),
          fc.record(
            {
              u: word(
                '/act',
                '/clock/advance',
                'http://',
                '//',
                '/__proto__',
                '/constructor/constructor',
                '/events',
                '',
              ),
              b: fc.oneof(
                fc.jsonValue(),
                fc.record({ json: fc.jsonValue(), meta: fc.jsonValue() }, { requiredKeys: [] }),
              ),
              h: fc.jsonValue(),
              m: word('GET', 'POST'),
            },
            { requiredKeys: [] },
          ),
        ),
      },
      { requiredKeys: [] },
    )
    .map((value) => JSON.stringify(value)),
);

const HANDSHAKE = () =>
  `GET ${SOCKET_PATH} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';

it(
  'outlives raw frames, before it knows who sends them and after',
  async () => {
    const attacks = fc.sample(fc.tuple(fc.boolean(), fc.array(frame, { minLength: 1, maxLength: 4 })), {
      numRuns: RUNS,
      seed: SEED,
    });
    await inGroups(attacks, ([isKnown, frames]) => {
      const proof = isKnown ? `Authorization: Bearer ${token}\r\n` : '';
      return sendRaw(Buffer.concat([Buffer.from(`${HANDSHAKE()}${proof}\r\n`), ...frames]));
    });
    await expectUnharmed();
  },
  TIMEOUT_MS,
);

it(
  'outlives messages of every kind from a page that was let in',
  async () => {
    const secrets = await fetch(`http://127.0.0.1:${port}${SESSION_PATH}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}` },
    });
    const { secret } = (await secrets.json()) as { secret: string };
    await inGroups(
      fc.sample(fc.array(message, { minLength: 1, maxLength: 5 }), { numRuns: RUNS, seed: SEED }),
      async (messages) => {
        const socket = new WebSocket(`ws://127.0.0.1:${port}${SOCKET_PATH}`);
        socket.on('error', () => undefined);
        const ended = once(socket, 'close');
        await once(socket, 'open');
        socket.send(JSON.stringify({ secret }));
        expect(String((await once(socket, 'message'))[0])).toBe(WELCOME);
        for (const each of messages) socket.send(each);
        socket.close();
        await ended;
      },
    );
    await expectUnharmed();
  },
  TIMEOUT_MS,
);
