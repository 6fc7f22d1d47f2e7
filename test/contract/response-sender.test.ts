/** Every transport delivers the same to the Action, and says the same of what came of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallbackReply } from '../../src/main/runtime/ports.ts';
import { encodeToken } from '../../src/shared/callback-token.ts';
import type { Delivery } from '../../src/shared/model.ts';
import { TRANSPORTS, type Transport } from '../support/transports.ts';

const DELIVERIES: Record<string, Delivery> = {
  success: { body: { outcome: 'success' }, token: 'right' },
  'a refusal with all there can be': {
    body: {
      outcome: 'unsuccessful',
      reason: 'Straße 7 nicht gefunden: "✗"',
      data: { b: 1.5, a: [null, true, { '10': 'x', c: {} }], '2': '' },
    },
    token: 'right',
  },
  'keys in another order, one of them undefined': {
    body: { data: { z: 1, a: 2 }, reason: undefined, outcome: 'success' },
    token: 'right',
  },
  'a malformed body': { body: null, token: 'right' },
  'a wrong token': { body: { outcome: 'success', data: { po: '4711' } }, token: 'wrong' },
  'a malformed body with a wrong token': { body: null, token: 'wrong' },
};

const REPLIES: readonly CallbackReply[] = [
  { httpStatus: 200, message: 'Accepted.' },
  { httpStatus: 400, message: 'Malformed.' },
  { httpStatus: 401, message: 'Wrong token.' },
  { httpStatus: 404, message: 'Nobody.' },
  { httpStatus: 409, message: 'Too late.' },
];

/** What must arrive: what goes through JSON, in the order of the contract's schema. */
function asJson({ body, token }: Delivery): string {
  const ordered = body && { outcome: body.outcome, reason: body.reason, data: body.data };
  return JSON.stringify({ body: ordered, token });
}

describe.each(TRANSPORTS)('the %s transport, answering', (_, open) => {
  let transport: Transport;
  beforeEach(() => {
    transport = open();
  });
  afterEach(() => transport.close());

  const request = (delivery: Delivery, actionRef = 'C1/pay «µ»') => ({
    actionRef,
    token: encodeToken(1, actionRef),
    delivery,
  });

  it.each(Object.entries(DELIVERIES))('delivers %s, byte for byte', async (_name, delivery) => {
    const received: Delivery[] = [];
    await transport.sender.send(request(delivery), (arrived) => {
      received.push(arrived);
      return { httpStatus: 200, message: 'Accepted.' };
    });
    expect(received.map((arrived) => JSON.stringify(arrived))).toEqual([asJson(delivery)]);
  });

  it.each(REPLIES)('tells of the reply $httpStatus', async (reply) => {
    for (const delivery of Object.values(DELIVERIES)) {
      expect(await transport.sender.send(request(delivery), () => reply)).toEqual(reply);
    }
  });

  it('keeps many answers in flight apart', async () => {
    const replies = await Promise.all(
      Array.from({ length: 200 }, (_unused, index) =>
        transport.sender.send(
          request({ body: { outcome: 'success', data: { index } }, token: 'right' }, `C${index}/pay`),
          ({ body }) => ({ httpStatus: 200, message: `${body?.data?.index}` }),
        ),
      ),
    );
    expect(replies.map(({ message }) => message)).toEqual(Array.from({ length: 200 }, (_unused, index) => `${index}`));
  });

  it('brings a bug of the simulator to light instead of making a reply of it', async () => {
    const broken = () => {
      throw new RangeError('the world is broken');
    };
    await expect(async () =>
      transport.sender.send(request({ body: { outcome: 'success' }, token: 'right' }), broken),
    ).rejects.toThrow('the world is broken');
  });
});
