import { expect, test } from 'vitest';
import type { ScenarioText } from '../../../../src/shared/scenario.ts';
import { waitingByApi } from '../../../../src/views/api/api-waiting.ts';
import { ACCEPTED, given, REFUSED } from '../../../support/given.ts';

const SETTING = {
  externalApis: { erp: { url: 'https://erp.example.test/' }, bank: { url: 'https://bank.example.test/' } },
  actionTypes: {
    post: { externalApi: 'erp' },
    pay: { externalApi: 'bank' },
    check: { manual: true },
  },
  cases: { C1: { owner: 'dana', process: [['post', 'pay', 'check']] } },
} satisfies Partial<ScenarioText>;

test('an Action waits for its API while it calls, between retries and until the response (R40)', () => {
  const it = given(SETTING).launched();
  const waiting = (api: string) => waitingByApi(it.world)(api).map(({ ref }) => ref);
  expect([waiting('erp'), waiting('bank'), waiting('none')]).toEqual([['C1/post'], ['C1/pay'], []]);
  it.callEnds(REFUSED);
  it.callEnds(ACCEPTED, 'C1/pay');
  expect([waiting('erp'), waiting('bank')]).toEqual([['C1/post'], ['C1/pay']]);
  it.answers({ outcome: 'success' }, 'C1/pay');
  it.answers({ outcome: 'unsuccessful' });
  expect([waiting('erp'), waiting('bank')]).toEqual([[], []]);
});
