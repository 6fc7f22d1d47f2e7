import { describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import { scenario } from '../../../../src/shared/scenario.ts';
import { verdict, verdictSentences } from '../../../../src/views/verdict/verdict.ts';
import { MINUTE } from '../../../support/given.ts';

/** Calls at 0, 1, 3, 7, 15, 31 min. */
function setup(type: object, responseClock: 'connection' | 'launch' = 'launch') {
  const { settings, actionTypes } = z.decode(scenario, {
    settings: { responseClock },
    externalApis: { erp: { url: 'https://erp.example.test/x' } },
    actionTypes: { post: { externalApi: 'erp', ...type } },
  });
  return [settings, actionTypes.post!] as const;
}

/** What is typed as 1 min 30 s is not 1 min in the verdict. */
test('every duration of the verdict is whole: nothing is cut off', () => {
  const type = { responseWithin: '30m', retry: { max: 5, first: '61s', factor: 2, cap: '24h', jitter: 0 } };
  expect(verdictSentences(...setup(type, 'connection'))).toEqual([
    'Calls at 0 s, 1 min 1 s, 3 min 3 s, 7 min 7 s, 15 min 15 s and 31 min 31 s after launch.',
    'After call 6 fails the Action closes and the Case owner is told, at 31 min 31 s.',
    'It waits for a response until 1 h 1 min 31 s after launch at the latest.',
    'It survives an outage from launch of up to 31 min 31 s.',
  ]);
});

describe('the verdict with the response clock from launch (R32, R35)', () => {
  it('the deadline forestalls the retries at and after it', () => {
    expect(verdict(...setup({ responseWithin: '7m' }))).toEqual({
      callsAt: [0, MINUTE, 3 * MINUTE],
      endsAt: 7 * MINUTE,
      ending: 'To Do: Timeout',
      unreachedRetries: [3, 4, 5],
      awaitsResponseUntil: 7 * MINUTE,
      longestOutageSurvived: 3 * MINUTE,
    });
    expect(verdictSentences(...setup({ responseWithin: '7m' }))).toEqual([
      'Calls at 0 s, 1 min and 3 min after launch.',
      'With the response clock from launch, retries 3 to 5 never happen; at 7 min it goes to people as To Do, Timeout, and the Case owner is not told.',
      'It waits for a response until 7 min after launch at the latest.',
      'It survives an outage from launch of up to 3 min.',
    ]);
  });

  it.each([
    [
      'the due date is earlier',
      { responseWithin: '7m', due: '5m', autoCompleteOnTimeout: true },
      'No response returned',
      5,
    ],
    ['they fall together (R37)', { responseWithin: '7m', due: '7m', autoCompleteOnTimeout: true }, 'To Do: Timeout', 7],
    ['the due date closes nothing', { responseWithin: '7m', due: '5m' }, 'To Do: Timeout', 7],
    ['the deadline is later than the last call', { responseWithin: '32m' }, 'Not Done Successfully', 31],
    ['no response is expected', { responseWithin: '7m', responseExpected: false }, 'Not Done Successfully', 31],
    ['no time is set', {}, 'Not Done Successfully', 31],
  ] as const)('where %s', (_, type, ending, endsAfter) => {
    expect(verdict(...setup(type))).toMatchObject({ ending, endsAt: endsAfter * MINUTE });
  });

  it('from connection it forestalls nothing, and the last call waits longest', () => {
    expect(verdict(...setup({ responseWithin: '7m' }, 'connection'))).toMatchObject({
      ending: 'Not Done Successfully',
      unreachedRetries: [],
      awaitsResponseUntil: 38 * MINUTE,
    });
  });
});
