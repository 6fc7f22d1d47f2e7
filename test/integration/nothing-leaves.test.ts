/** While a simulator runs, no request leaves the process, proved against a live server that counts what reaches it. */
import http, { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { SimulatedInternet } from '../../src/main/external-system/simulated-internet.ts';
import { createExternalApiClient } from '../../src/main/network/external-api-client.ts';
import { planCall } from '../../src/simulated-api/behaviour.ts';
import { API_URL, callRequest } from '../support/call-request.ts';
import { CALLBACK_BASE, openHttp, type Transport } from '../support/transports.ts';

let server: Server;
let origin: string;
let hitCount = 0;

beforeAll(async () => {
  server = createServer((_, response) => {
    hitCount += 1;
    response.end('reached');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  hitCount = 0;
});

describe('while the simulated internet is open', () => {
  let transport: Transport;
  beforeEach(() => {
    transport = openHttp();
  });
  afterEach(() => transport.close());

  it('a call to an API that is configured as a live server does not reach it', async () => {
    const request = callRequest({ url: `${origin}/invoices`, otherwise: { acceptStatus: 202 } });
    expect(await transport.caller.call(request)).toEqual(planCall(request));
    expect(hitCount).toBe(0);
  });

  it('an API that is real gets exactly its calls, and everything else is refused as before', async () => {
    const real = callRequest({ url: `${origin}/invoices`, otherwise: { status: 500 } }, { switch: 'Real' });
    const plans = await Promise.all([1, 2, 3].map((callNumber) => transport.caller.call({ ...real, callNumber })));
    expect(plans).toEqual(plans.map(() => ({ result: { connected: true, status: 200 }, latencyMs: 0, answers: [] })));
    expect(hitCount).toBe(3);
    await expect(fetch(`${origin}/invoices`, { method: 'POST' })).rejects.toThrow(TypeError);
    expect(await transport.caller.call({ ...real, switch: 'As configured' })).toMatchObject({
      result: { failure: { status: 500 } },
    });
    expect(hitCount).toBe(3);
  });

  it('an API that is real by mistake gets nothing where its address is no loopback address, though it is live', async () => {
    // Connects to this very server on most systems.
    const url = origin.replace('127.0.0.1', '0.0.0.0');
    expect(await transport.caller.call(callRequest({ url }, { switch: 'Real' }))).toMatchObject({
      result: { connected: false, failure: { kind: 'refused' } },
    });
    expect(hitCount).toBe(0);
  });

  it.each(['/', '/logo.png', '/style.css?x=1', '/callbacks/x', '/node_modules/a.js'])(
    'fetch of %s fails, though MSW lets assets out',
    async (path) => {
      await expect(fetch(`${origin}${path}`)).rejects.toThrow(TypeError);
      await expect(fetch(`${origin}${path}`, { method: 'POST', body: 'x' })).rejects.toThrow(TypeError);
      expect(hitCount).toBe(0);
    },
  );

  it('fetch of the API’s own URL and of the callback base fail when it is not the simulator that calls', async () => {
    await expect(fetch(API_URL, { method: 'POST' })).rejects.toThrow(TypeError);
    await expect(fetch(`${CALLBACK_BASE}/callbacks/x`, { method: 'POST' })).rejects.toThrow(TypeError);
    const headers = { 'x-trigger-lab-link': '1' };
    await expect(fetch(API_URL, { method: 'POST', headers })).rejects.toThrow(TypeError);
  });

  it('node:http fails too', async () => {
    const error = await new Promise<Error>((resolve, reject) => {
      http.get(origin, () => reject(new Error('it got out'))).on('error', resolve);
    });
    expect(error).toBeInstanceOf(Error);
    expect(hitCount).toBe(0);
  });

  it('a fetch kept from before stays intercepted after MSW was restarted', async () => {
    const kept = fetch;
    const refused = callRequest({ otherwise: { fail: 'refused' } });
    for (let call = 0; call < 1_100; call += 1) await transport.caller.call(refused);
    expect(fetch).not.toBe(kept);
    await expect(kept(origin)).rejects.toThrow(TypeError);
    await expect(fetch(origin)).rejects.toThrow(TypeError);
    expect(hitCount).toBe(0);
  });
});

describe('the interception', () => {
  it('lasts until the last simulator is closed, then gives the real network back', async () => {
    const native = fetch;
    const [first, second] = [openHttp(), openHttp()];
    first.close();
    first.close();
    await expect(fetch(origin)).rejects.toThrow(TypeError);
    expect(await second.caller.call(callRequest())).toEqual(planCall(callRequest()));
    second.close();
    expect(fetch).toBe(native);
    expect(await (await fetch(origin)).text()).toBe('reached');
    expect(hitCount).toBe(1);
  });

  it('can be opened again', async () => {
    for (let round = 0; round < 3; round += 1) {
      const transport = openHttp();
      expect(await transport.caller.call(callRequest())).toEqual(planCall(callRequest()));
      transport.close();
    }
  });

  it('keeps simulators with the same seed, Actions and addresses apart', async () => {
    const simulators = Array.from({ length: 5 }, openHttp);
    const requests = simulators.map((_, index) => callRequest({ otherwise: { acceptStatus: 200 + index } }));
    const plans = await Promise.all(
      simulators.flatMap(({ caller }, index) => [caller.call(requests[index]!), caller.call(requests[index]!)]),
    );
    expect(plans).toEqual(requests.flatMap((request) => [planCall(request), planCall(request)]));
    for (const simulator of simulators) simulator.close();
  });

  it('stays while a call is in flight, and refuses calls after it was closed', async () => {
    const transport = openHttp();
    const call = transport.caller.call(callRequest());
    await Promise.resolve();
    transport.close();
    expect(await call).toEqual(planCall(callRequest()));
    await expect(async () => transport.caller.call(callRequest({ url: origin }))).rejects.toThrow('is closed');
    expect(hitCount).toBe(0);
  });

  it('restarts MSW under load of failing calls without losing one', async () => {
    const transport = openHttp();
    const requests = Array.from({ length: 2_500 }, (_, index) =>
      callRequest({ otherwise: { fail: index % 2 === 0 ? 'refused' : 'hang' } }, { actionRef: `C${index}/pay` }),
    );
    const plans = await Promise.all(requests.map((request) => transport.caller.call(request)));
    expect(plans).toEqual(requests.map((request) => planCall(request)));
    transport.close();
  });
});

describe('what is sent', () => {
  it('is a POST of the Action and its callback URL, and no more than that (R3)', async () => {
    const internet = new SimulatedInternet();
    const sent: Request[] = [];
    const simulated = fetch;
    vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
      sent.push(new Request(url, init));
      return simulated(url, init);
    });
    const client = createExternalApiClient({ internet, callbackBase: CALLBACK_BASE, noteWallTime: () => undefined });
    const request = callRequest({ url: 'https://user:secret@erp.example.test/invoices' });
    await client.call(request);
    internet.close();

    const [post] = sent;
    expect(sent).toHaveLength(1);
    expect([post?.method, post?.url]).toEqual(['POST', 'https://erp.example.test/invoices']);
    expect(post?.headers.get('content-type')).toBe('application/json');
    expect(await post?.json()).toEqual({
      Action: request.action,
      CallBackURL: `${CALLBACK_BASE}/callbacks/${request.token}`,
    });
  });
});
