import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { callOutcome } from '../../../../src/shared/api-behaviour.ts';
import { externalApi } from '../../../../src/shared/definitions.ts';
import { behaviourInShort, describeOutcome } from '../../../../src/views/words/api-words.ts';

const api = (change: object) => z.decode(externalApi, { url: 'https://erp.example.test/', ...change });

describe('a call outcome in words', () => {
  test.each([
    [{ fail: 'refused' }, 'refuses the connection'],
    [{ fail: 'hang' }, 'gives no answer in time'],
    [{ fail: 'reset', after: '2s' }, 'resets the connection after 2 s'],
    [{ status: 503, retryAfter: '30s' }, 'answers with HTTP 503, Retry-After 30 s'],
    [{}, 'accepts and never responds'],
    ['accept', 'accepts and never responds'],
    [{ acceptStatus: 202, acceptAfter: '200ms' }, 'accepts with HTTP 202 after 200 ms and never responds'],
    [
      { respond: { after: '10m', outcome: 'success', data: { poNumber: '4711' } } },
      'accepts, then responds with success after 10 min, with poNumber',
    ],
    [
      {
        respond: [
          { outcome: 'unsuccessful', reason: 'PO unknown', repeat: 2 },
          { after: '1m', malformed: true },
        ],
      },
      'accepts, then responds that it was unsuccessful (PO unknown), 2 times, then sends a response that cannot be read after 1 min',
    ],
    [{ respond: { token: 'wrong' } }, 'accepts, then responds with success, with a wrong token'],
  ] as const)('%j', (outcome, words) => {
    expect(describeOutcome(z.decode(callOutcome, outcome as z.input<typeof callOutcome>))).toBe(words);
  });
});

describe('a configuration in words', () => {
  test('a script says what most calls meet', () => {
    expect(behaviourInShort(api({ otherwise: { fail: 'dns' } }))).toBe('Every call: has a name that is not found');
  });

  test('random behaviour says shares', () => {
    const bank = api({
      random: {
        failRate: 0.15,
        fail: { refused: 3, hang: 1, 503: 2 },
        noResponseRate: 0.025,
        successRate: 0.9,
        responseAfter: '10m',
        reasons: { 'Unknown supplier': 2, 'Amount mismatch': 2 },
      },
      outages: [{ from: '+1h', for: '20m', status: 503 }],
    });
    expect(behaviourInShort(bank)).toBe(
      'At random: 15 % fail to connect, 2.5 % get no response, 90 % of the responses succeed; down from 1 h after the start for 20 min',
    );
  });
});
