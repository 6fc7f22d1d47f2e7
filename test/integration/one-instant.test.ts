/** R37 over both transports: all retries of an instant start, with what is known then, before anything that comes of one of them. */
import { expect, it } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { TRANSPORTS } from '../../src/main/scenario/transport.ts';
import { scenario } from '../../src/shared/scenario.ts';

const RETRYING = scenario.decode({
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
  actionTypes: { post: { externalApi: 'erp' } },
  caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
});

for (const transport of TRANSPORTS) {
  it.each([65, 200, 1_000])(`%d retries, ${transport}`, async (count) => {
    const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport, initial: RETRYING });
    try {
      await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'invoice', count });
      const happened: string[] = [];
      simulator.workspace.subscribe((event) => {
        if (event.type === 'facts') for (const { type } of event.facts) happened.push(type);
      });
      await simulator.clock.next();
      const each = (...types: string[]) => Array.from({ length: count }, () => types).flat();
      expect(happened).toEqual([
        ...each('callStarted'),
        ...each('callPlanned'),
        ...each('callFailed', 'retryScheduled'),
      ]);
    } finally {
      await simulator.close();
    }
  });
}
