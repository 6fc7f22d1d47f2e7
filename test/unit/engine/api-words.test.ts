import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { behaviourInShort, describeOutcome, failureInShort, percent } from '../../../src/engine/api-words.ts';
import { callOutcome } from '../../../src/shared/api-behaviour.ts';
import { externalApi } from '../../../src/shared/definitions.ts';

const api = (change: object) => z.decode(externalApi, { url: 'https://erp.example.test/', ...change });

describe('a call outcome in words', () => {
  test.each([
    [{ fail: 'refused' }, 'refuses the connection'],
    [{ fail: 'hang' }, 'gives no answer until the call timeout'],
    [{ fail: 'reset', after: '2s' }, 'resets the connection after 2 s'],
    [{ status: 503, retryAfter: '30s' }, 'answers with HTTP 503, Retry-After 30 s'],
    [{}, 'accepts and never answers'],
    ['accept', 'accepts and never answers'],
    [{ acceptStatus: 202, acceptAfter: '200ms' }, 'accepts with HTTP 202 after 200 ms and never answers'],
    [
      { respond: { after: '10m', outcome: 'success', data: { poNumber: '4711' } } },
      'accepts, then answers with success after 10 min, with poNumber',
    ],
    [
      {
        respond: [
          { outcome: 'unsuccessful', reason: 'PO unknown', repeat: 2 },
          { after: '1m', malformed: true },
        ],
      },
      'accepts, then says it was unsuccessful (PO unknown), 2 times, then sends an answer that cannot be read after 1 min',
    ],
    [{ respond: { token: 'wrong' } }, 'accepts, then answers with success, with a wrong token'],
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
      'At random: 15 % fail to connect, 2.5 % never answered, 90 % of the answers are successes; one outage',
    );
  });
});

test('a failure where there is little room', () => {
  expect(failureInShort({ kind: 'hang' })).toBe('no answer in time');
  expect(failureInShort({ kind: 'status', status: 503 })).toBe('HTTP 503');
});

test.each([
  [0, '0 %'],
  [0.005, '0.5 %'],
  [1 / 3, '33 %'],
  [0.999, '99 %'],
  [1, '100 %'],
])('%d as a share', (value, words) => {
  expect(percent(value)).toBe(words);
});
