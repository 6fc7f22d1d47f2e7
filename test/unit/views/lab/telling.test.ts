import { expect, it } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { byTelling } from '../../../../src/views/lab/telling.ts';
import { decode } from '../../../support/trials.ts';

it('the most telling Action type comes first: an API that can fail, by chance or for a while, and retries; manual ones not at all', () => {
  const url = 'https://erp.example.test/x';
  const world = createWorld(
    decode({
      externalApis: {
        healthy: { url },
        scripted: { url, calls: [{ fail: 'refused' }] },
        flaky: { url, random: { failRate: 0.1 } },
        down: { url, outages: [{ from: '+1h', for: '20m' }] },
      },
      actionTypes: {
        sign: { manual: true },
        calm: { externalApi: 'healthy' },
        script: { externalApi: 'scripted' },
        once: { externalApi: 'flaky', retry: { max: 0 } },
        post: { externalApi: 'down' },
        pay: { externalApi: 'flaky' },
      },
    }),
    0,
    1,
  );
  const order = byTelling({
    actionTypes: world.actionTypes,
    apiOf: (name) => world.externalApis.get(name)?.definition,
    settings: world.settings,
  });
  expect(order).toEqual(['post', 'pay', 'once', 'script', 'calm']);
});
