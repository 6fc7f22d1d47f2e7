import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeToken, parseToken, withWrongSecret } from '../../../src/shared/callback-token.ts';

describe('callback tokens', () => {
  it('give the Action reference back, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string({ unit: 'binary', minLength: 1 }), (seed, actionRef) => {
        expect(parseToken(encodeToken(seed, actionRef))?.actionRef).toBe(actionRef);
      }),
    );
    expect(parseToken(encodeToken(1, 'half a pair \ud83d'))?.actionRef).toBe('half a pair \ud83d');
  });

  it('pass through a URL unchanged, decoded or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (actionRef) => {
        const token = encodeToken(1, actionRef);
        const { pathname } = new URL(`http://127.0.0.1/callbacks/${token}`);
        expect(pathname).toBe(`/callbacks/${token}`);
        expect(decodeURIComponent(token)).toBe(token);
      }),
    );
  });

  it('are the same for the same seed and Action, and differ otherwise', () => {
    expect(encodeToken(1, 'C1/pay')).toBe(encodeToken(1, 'C1/pay'));
    const secrets = [encodeToken(1, 'C1/pay'), encodeToken(2, 'C1/pay'), encodeToken(1, 'C1/pay/2')].map(
      (token) => parseToken(token)?.secret,
    );
    expect(new Set(secrets).size).toBe(3);
  });

  it('of a workspace with a key of its own do not follow from the seed', () => {
    const [key, other] = ['5a'.repeat(32), 'a5'.repeat(32)];
    const tokens = [null, key, other].map((each) => encodeToken(1, 'C1/pay', each));
    expect(new Set(tokens).size).toBe(3);
    // HMAC-SHA-256 of RFC 2104, as any other implementation has it, cut to 128 bits.
    const mac = createHmac('sha256', Buffer.from(key, 'hex')).update('callback token C1~002fpay').digest('hex');
    expect(encodeToken(1, 'C1/pay', key)).toBe(`${mac.slice(0, 32)}.C1~002fpay`);
    expect(encodeToken(2, 'C1/pay', key)).toBe(encodeToken(1, 'C1/pay', key));
    expect(parseToken(encodeToken(1, 'C1/pay', key))?.actionRef).toBe('C1/pay');
    expect(parseToken(withWrongSecret(encodeToken(1, 'C1/pay', key)))?.actionRef).toBe('C1/pay');
  });

  it('with a wrong secret name the same Action and differ', () => {
    for (let seed = 0; seed < 100; seed += 1) {
      const token = encodeToken(seed, 'C1/pay');
      expect(withWrongSecret(token)).not.toBe(token);
      expect(parseToken(withWrongSecret(token))?.actionRef).toBe('C1/pay');
    }
  });

  it.each([
    '',
    'x',
    '0123456789abcdef',
    '0123456789abcdef.',
    '0123456789ABCDEF.C1',
    '0123456789abcdef.C1/pay',
    '0123456789abcdef.~12',
  ])('are not read out of %j', (text) => {
    expect(parseToken(text)).toBeNull();
  });
});
