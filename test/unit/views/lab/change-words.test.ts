import { expect, it } from 'vitest';
import { variantName } from '../../../../src/views/lab/change-words.ts';

it.each([
  [[], 'as configured'],
  [
    [
      { path: 'retry.max', value: 2 },
      { path: 'retry.first', value: '10m' },
    ],
    'Maximum retries 2, first interval 10 min',
  ],
  [[{ path: 'retry.jitter', value: 0.2 }], 'Jitter 20 %'],
  [[{ path: 'responseWithin', value: null }], 'Response expected within no limit'],
  [[{ path: 'autoCompleteOnTimeout', value: true }], 'Auto-complete on timeout on'],
  [[{ path: 'responseClock', value: 'launch' }], 'Response clock starts at launch'],
  [[{ path: 'outage', value: '20m' }], 'An outage of 20 min from the start'],
  [[{ path: 'outage', value: '0s' }], 'No outage'],
  // What no form has is called as on the command line.
  [[{ path: 'externalApi.url', value: 'https://x.test' }], 'externalApi.url https://x.test'],
  // Nothing is cut off: two variants never read alike.
  [[{ path: 'retry.first', value: '1h2m3s' }], 'First interval 1 h 2 min 3 s'],
])('a variant is called in the words of the forms: %j', (changes, words) => {
  expect(variantName(changes)).toBe(words);
});
