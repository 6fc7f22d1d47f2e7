/** Whole lives of Actions, from launch until done. */
import { createSimulator } from '../src/main/create-simulator.ts';
import type { Transport } from '../src/main/scenario/transport.ts';
import { scenarioOf } from './live-workspace.ts';

/** Two failed calls, a third that connects, a response ten minutes later: 4 exchanges a life. */
export const LIFE = `
title: Many lives
users: { dana: {} }
queues: [AP]
externalApis:
  erp:
    url: https://erp.example.test/invoices
    calls: [{ fail: refused }, { status: 503 }]
    otherwise: { acceptAfter: 200ms, respond: { after: 10m, outcome: success } }
actionTypes:
  post: { externalApi: erp, responseWithin: 30m, allocation: { queue: AP } }
caseTypes:
  invoice: { owner: dana, data: { amount: 12 }, process: [post] }
`;

/** Prepares them, in memory; the job plays them all and resolves to how many. */
export async function playLives(transport: Transport, count: number): Promise<() => Promise<number>> {
  const simulator = await createSimulator({
    dataDir: null,
    callbackBase: null,
    transport,
    initial: scenarioOf(LIFE),
    historyBytes: 0,
  });
  return async () => {
    await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'invoice', count });
    await simulator.clock.untilIdle();
    let done = 0;
    for (const action of simulator.workspace.world.actions.values()) {
      if (action.resolutionMethod === 'Done Successfully') done += 1;
    }
    if (done !== count) throw new Error(`only ${done} Actions were done`);
    return done;
  };
}
