/** A workspace on disk in which many Actions retry, each at instants of its own: what the rows of `bench -- scale` open. */
import { createSimulator } from '../src/main/create-simulator.ts';
import { loadScenario } from '../src/main/scenario/load.ts';
import type { Transport } from '../src/main/scenario/transport.ts';
import type { Simulator } from '../src/main/simulator.ts';
import type { Scenario } from '../src/shared/scenario.ts';

/** The API never connects, and a retry comes every ten minutes or so, a hundred times: 16 hours of it. */
const RETRYING = `
title: Many Actions that retry
users: { dana: {}, emil: {} }
queues: [AP]
settings: { retry: { max: 100, first: 10m, factor: 1, jitter: 0.5 } }
externalApis:
  erp: { url: https://erp.example.test/invoices, otherwise: { fail: refused } }
actionTypes:
  post: { externalApi: erp, responseWithin: 30m, allocation: { queue: AP } }
caseTypes:
  invoice: { owner: dana, data: { amount: 12, supplier: "4711", text: "Paper, 80 g" }, process: [post] }
`;

const MINUTE_MS = 60_000;

/** The scenario in this text; throws where it is none. */
export function scenarioOf(text: string): Scenario {
  const loaded = loadScenario(text, 'bench.yaml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  return loaded.scenario;
}

/** A simulator as the app opens it; `dataDir: null` keeps it in memory. */
export function open(
  dataDir: string | null,
  initial: Scenario = scenarioOf(RETRYING),
  transport: Transport = 'direct',
) {
  return createSimulator({ dataDir, callbackBase: null, transport, initial });
}

/** Launches `count` Actions and lets each retry once or twice. */
export async function fill(simulator: Simulator, count: number): Promise<void> {
  await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'invoice', count });
  await simulator.clock.advance({ by: 20 * MINUTE_MS });
}

/** Fills the workspace in `dataDir` and closes it. */
export async function makeLive(dataDir: string, count: number): Promise<void> {
  const simulator = await open(dataDir);
  await fill(simulator, count);
  await simulator.close();
}
