/** Every transport says the same about the same call, down to the order of keys: a trace is compared byte for byte. */
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { planCall } from '../../src/simulated-api/behaviour.ts';
import { type ApiText, callRequest } from '../support/call-request.ts';
import { openDirect, openHttp, TRANSPORTS, type Transport } from '../support/transports.ts';

const OUTCOMES: Record<string, ApiText> = {
  'nothing said': {},
  refused: { otherwise: { fail: 'refused' } },
  'dns, after 2 s': { otherwise: { fail: 'dns', after: '2s' } },
  reset: { otherwise: { fail: 'reset' } },
  tls: { otherwise: { fail: 'tls' } },
  hang: { otherwise: { fail: 'hang' } },
  'a failure beyond the call timeout': { otherwise: { fail: 'refused', after: '1h' } },
  'an acceptance beyond the call timeout': { otherwise: { acceptAfter: '30001ms', respond: { outcome: 'success' } } },
  'an acceptance exactly at the call timeout': { otherwise: { acceptAfter: '30s', respond: { outcome: 'success' } } },
  'a redirect': { otherwise: { status: 302 } },
  'not modified': { otherwise: { status: 304 } },
  'a status of the caller': { otherwise: { status: 404, after: '1s' } },
  'too many requests': { otherwise: { status: 429, retryAfter: '90s' } },
  'part of a second': { otherwise: { status: 503, retryAfter: '1500ms' } },
  'the last status': { otherwise: { status: 599 } },
  'a 2xx without a body': { otherwise: { acceptStatus: 204 } },
  'a 205': { otherwise: { acceptStatus: 205 } },
  'the last 2xx': { otherwise: { acceptStatus: 299, acceptAfter: '200ms' } },
  answers: {
    otherwise: {
      acceptAfter: '1s',
      respond: [
        { after: '10m', outcome: 'success', data: { poNumber: '4711' }, repeat: 2 },
        { after: '5m', malformed: true },
        { token: 'wrong' },
      ],
    },
  },
  'an outage': { outages: [{ from: '+0s', for: '1h' }] },
  'an outage with a status': { outages: [{ from: '+0s', for: '1h', status: 500, retryAfter: '1m' }] },
  'random behaviour': {
    random: { failRate: 0.4, fail: { refused: 1, hang: 1, 503: 1 }, responseAfter: { exponential: { mean: '5m' } } },
  },
};

describe.each(TRANSPORTS)('the %s transport, calling', (_, open) => {
  let transport: Transport;
  beforeEach(() => {
    transport = open();
  });
  afterEach(() => transport.close());

  it.each(Object.entries(OUTCOMES))('tells of %s as planned', async (_name, api) => {
    for (let callNumber = 1; callNumber <= 10; callNumber += 1) {
      const request = callRequest(api, { callNumber });
      expect(JSON.stringify(await transport.caller.call(request))).toBe(JSON.stringify(planCall(request)));
    }
  });

  it.each(['Up', 'Down', 'Silent'] as const)('tells of the switch on %s', async (position) => {
    const request = callRequest({ otherwise: { status: 500 } }, { switch: position });
    expect(await transport.caller.call(request)).toEqual(planCall(request));
  });

  it.each([
    'http://user:secret@erp.example.test:8080/a b?q=1#part',
    'HTTPS://ERP.example.test',
    'http://127.0.0.1:9/logo.png',
    'http://erp.example.test:6000/',
  ])('reaches %s', async (url) => {
    expect(await transport.caller.call(callRequest({ url }))).toEqual(planCall(callRequest({ url })));
  });

  it('keeps many calls in flight apart', async () => {
    const requests = Array.from({ length: 300 }, (_unused, index) =>
      callRequest(Object.values(OUTCOMES)[index % Object.keys(OUTCOMES).length], {
        actionRef: `C${index}/post-invoice`,
      }),
    );
    const plans = await Promise.all(requests.map((request) => transport.caller.call(request)));
    expect(plans).toEqual(requests.map((request) => planCall(request)));
  });

  it('brings a bug of the simulator to light instead of making a result of it', async () => {
    const request = callRequest({ outages: [{ from: '+0s', for: '1h' }] });
    const broken = { ...request, definition: { ...request.definition, outages: [{ from: 'soon', for: 1 }] } };
    await expect(async () => transport.caller.call(broken)).rejects.toThrow(RangeError);
    expect(await transport.caller.call(request)).toEqual(planCall(request));
  });
});

describe('how long a call really took', () => {
  it('is known of each call over HTTP, failed ones too, beside what came of it', async () => {
    const { caller, wallTimes, close } = openHttp();
    onTestFinished(close);
    const apis: ApiText[] = [{}, { otherwise: { fail: 'hang' } }, { otherwise: { status: 503, after: '1h' } }];
    for (const [index, api] of apis.entries()) {
      expect(await caller.call(callRequest(api, { callNumber: index + 1 }))).not.toHaveProperty('wallMs');
    }
    const noted = wallTimes.of('erp');
    expect(noted.map(({ actionRef, callNumber }) => [actionRef, callNumber])).toEqual(
      apis.map((_, index) => ['C1/post-invoice', index + 1]),
    );
    // Real time: neither the hour nor the call timeout.
    for (const { wallMs } of noted) {
      expect(wallMs).toBeGreaterThan(0);
      expect(wallMs).toBeLessThan(30_000);
    }
  });

  it('is not known where there is no HTTP', async () => {
    const { caller, wallTimes } = openDirect();
    await caller.call(callRequest());
    expect(wallTimes.of('erp')).toEqual([]);
  });
});

describe('a real API', () => {
  it('is not to be reached over the direct transport', async () => {
    const request = callRequest({ url: 'http://127.0.0.1:9/' }, { switch: 'Real' });
    expect(await openDirect().caller.call(request)).toEqual({
      result: { connected: false, failure: { kind: 'refused' } },
      latencyMs: 0,
      answers: [],
    });
  });
});
