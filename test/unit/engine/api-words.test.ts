import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import {
  behaviourInShort,
  behaviourLines,
  describeDistribution,
  describeOutcome,
  failureInShort,
  outagesInWords,
  percent,
} from '../../../src/engine/api-words.ts';
import { callOutcome, distribution, externalApi } from '../../../src/shared/definitions.ts';
import { MINUTE, START } from '../../support/given.ts';

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

test.each([
  ['5m', '5 min'],
  [{ uniform: ['50ms', '400ms'] }, '50 ms to 400 ms, evenly'],
  [{ normal: { mean: '10m', sd: '2m' } }, '10 min ± 2 min (normal)'],
  [{ exponential: { mean: '12m' } }, '12 min on average (exponential)'],
  [{ lognormal: { median: '12m', p95: '1h' } }, 'median 12 min, 95 % within 1 h (lognormal)'],
  [{ empirical: ['1s', '2s'] }, 'one of 1 s, 2 s'],
] as const)('the distribution %j in words', (value, words) => {
  expect(describeDistribution(z.decode(distribution, value as z.input<typeof distribution>))).toBe(words);
});

describe('a configuration in words', () => {
  test('calls in a row that go alike share a line, what comes after them stands last', () => {
    const { calls, ...rest } = { calls: [{ fail: 'refused' }, { fail: 'refused' }, { status: 503 }] };
    expect(behaviourLines(api({ ...rest, calls }))).toEqual([
      { label: 'Calls 1 to 2', text: 'refuses the connection' },
      { label: 'Call 3', text: 'answers with HTTP 503' },
      { label: 'Then every call', text: 'accepts and never answers' },
    ]);
    expect(behaviourInShort(api({ otherwise: { fail: 'dns' } }))).toBe('Every call: has a name that is not found');
  });

  test('random behaviour says shares, weights as shares of their sum', () => {
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
    expect(behaviourLines(bank)).toEqual([
      {
        label: 'Fails to connect',
        text: '15 % of calls: connection refused 50 %, HTTP 503 33 %, no answer in time 17 %',
      },
      { label: 'Accepts after', text: '0 s' },
      { label: 'Never answers', text: '2.5 % of accepted calls' },
      { label: 'Answers after', text: '10 min' },
      { label: 'Success', text: '90 % of answers; the others: Unknown supplier 50 %, Amount mismatch 50 %' },
    ]);
    expect(behaviourInShort(bank)).toBe(
      'At random: 15 % fail to connect, 2.5 % never answered, 90 % of the answers are successes; one outage',
    );
    expect(outagesInWords(bank, START)).toEqual([
      { from: START + 60 * MINUTE, until: START + 80 * MINUTE, text: 'answers with HTTP 503' },
    ]);
  });

  test('what cannot happen is not said', () => {
    expect(behaviourLines(api({ random: { failRate: 1 } }))).toEqual([
      { label: 'Fails to connect', text: '100 % of calls: connection refused' },
    ]);
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
