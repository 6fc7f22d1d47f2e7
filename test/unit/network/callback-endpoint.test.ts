import { describe, expect, it, vi } from 'vitest';
import { MAX_BODY_BYTES } from '../../../src/main/network/callback-body.ts';
import { handleCallback } from '../../../src/main/network/callback-endpoint.ts';
import type { CallbackReply } from '../../../src/main/runtime/ports.ts';
import { encodeToken, withWrongSecret } from '../../../src/shared/callback-token.ts';
import type { Delivery } from '../../../src/shared/model.ts';

const TOKEN = encodeToken(1, 'C1/pay');

/** Posts to the callback of the only Action there is, C1/pay. */
async function post(body: string | Uint8Array<ArrayBuffer>, token = TOKEN, reply?: Partial<CallbackReply>) {
  const receive = vi.fn(
    (_: string, { body: received, token: secret }: Delivery): CallbackReply => ({
      httpStatus: secret === 'wrong' ? 401 : received === null ? 400 : 200,
      message: 'So it is.',
      ...reply,
    }),
  );
  const request = new Request('http://127.0.0.1/callbacks/x', { method: 'POST', body });
  const response = await handleCallback(request, token, (ref) => (ref === 'C1/pay' ? TOKEN : undefined), receive);
  return {
    status: response.status,
    json: JSON.parse(await response.text()) as { message?: string; error?: { code: string; message: string } },
    received: receive.mock.calls,
  };
}

describe('the callback endpoint', () => {
  it('hands a valid response to the Action and says what came of it (R25)', async () => {
    const body = { outcome: 'unsuccessful', reason: 'PO 77 not found', data: { checked: [1, null, { by: 'erp' }] } };
    const { status, json, received } = await post(JSON.stringify(body));
    expect({ status, json }).toEqual({ status: 200, json: { message: 'So it is.' } });
    expect(received).toEqual([['C1/pay', { body, token: 'right' }]]);
  });

  it('passes a late or conflicting response’s refusal on (R28, R29)', async () => {
    const { status, json } = await post('{"outcome":"success"}', TOKEN, { httpStatus: 409, message: 'Too late.' });
    expect({ status, json }).toEqual({ status: 409, json: { error: { code: 'conflict', message: 'Too late.' } } });
  });

  it.each(['nonsense', '', encodeToken(1, 'C2/pay'), `${TOKEN}/x`])(
    'knows no Action by the token %j: 404, and nobody hears of it (R30)',
    async (token) => {
      const { status, json, received } = await post('{"outcome":"success"}', token);
      expect(status).toBe(404);
      expect(json.error?.code).toBe('unknown');
      expect(received).toEqual([]);
    },
  );

  it('refuses a known Action’s wrong secret with 401, and the Action hears of it (R30)', async () => {
    const { status, json, received } = await post('{"outcome":"success"}', withWrongSecret(TOKEN));
    expect({ status, json }).toEqual({ status: 401, json: { error: { code: 'wrongToken', message: 'So it is.' } } });
    expect(received).toEqual([['C1/pay', { body: { outcome: 'success' }, token: 'wrong' }]]);
  });

  it.each([
    ['empty', '', /empty/],
    ['JSON that breaks off', '{"outcome": "succ', /not JSON/],
    ['no object', '[]', /body: .*expected object/i],
    ['no outcome', '{}', /outcome: .*expected/i],
    ['another outcome', '{"outcome":"maybe"}', /outcome: .*"success"/],
    ['a reason that is no text', '{"outcome":"success","reason":7}', /reason: .*expected string/i],
    ['data that is no object', '{"outcome":"success","data":[1]}', /data: .*expected record/i],
    ['an unknown key', '{"outcome":"success","dta":{}}', /"dta"/],
    [
      'a name that would be lost',
      '{"outcome":"success","data":{"a":[{"__proto__":1}]}}',
      /data\.a\.0\.__proto__: expected another name/,
    ],
    ['not UTF-8', new Uint8Array([0x22, 0xff, 0x22]), /UTF-8/],
    [
      'nested without end',
      `{"outcome":"success","data":{"a":${'['.repeat(90_000)}${']'.repeat(90_000)}}}`,
      /nested more than 100 levels deep/,
    ],
    ['too large', `{"outcome":"success","reason":"${'x'.repeat(MAX_BODY_BYTES)}"}`, /larger than 1048576 bytes/],
  ])('refuses a body that is malformed with 400 and says how: %s (R30)', async (_, body, problem) => {
    const { status, json, received } = await post(body);
    expect(status).toBe(400);
    expect(json.error?.code).toBe('malformed');
    expect(json.error?.message).toMatch(/^So it is\. /);
    expect(json.error?.message).toMatch(problem);
    expect(received).toEqual([['C1/pay', { body: null, token: 'right' }]]);
  });

  it('reads a body of just the largest size', async () => {
    const frame = '{"outcome":"success","reason":""}';
    const body = frame.replace('""', `"${'x'.repeat(MAX_BODY_BYTES - frame.length)}"`);
    expect((await post(body)).status).toBe(200);
  });
});
