/** A workspace on disk that keeps three closed Cases: what leaves it, and that all else is there again. */
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { DEFINITIONS } from '../support/given.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const INITIAL = z.decode(scenario, {
  ...DEFINITIONS,
  caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
  cases: {},
});
const refs = (count: number, from: number) => Array.from({ length: count }, (_, index) => `invoice-${from + index}`);

it('lets the oldest closed Cases go when it is saved, and can be opened and gone back in', async () => {
  const dataDir = await temporaryFolder();
  const opened = () =>
    createSimulator({ dataDir, callbackBase: null, transport: 'direct', initial: INITIAL, closedCasesKept: 3 });
  const saved = async (simulator: Awaited<ReturnType<typeof opened>>) => {
    simulator.clock.play();
    await simulator.clock.pause();
  };
  const simulator = await opened();
  await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'invoice', count: 6 });
  await saved(simulator);
  expect([...simulator.workspace.world.cases.keys()]).toEqual(refs(6, 1));
  for (const ref of refs(5, 2)) await simulator.workspace.acts.act({ type: 'caseVerb', case: ref, do: 'cancel' });
  const before = JSON.stringify(worldToJson(simulator.workspace.world));
  const { seq } = simulator.workspace;
  await saved(simulator);
  expect([...simulator.workspace.world.cases.keys()]).toEqual(['invoice-1', ...refs(3, 4)]);
  const left = JSON.stringify(worldToJson(simulator.workspace.world));

  // The way back across it is no longer in memory, but the store has it.
  expect(await simulator.history.goTo(seq)).toBe(true);
  expect(JSON.stringify(worldToJson(simulator.workspace.world))).toBe(before);
  await saved(simulator);
  expect(JSON.stringify(worldToJson(simulator.workspace.world))).toBe(left);
  await simulator.close();

  const again = await opened();
  expect(again.workspace.recovered).toEqual([]);
  expect(JSON.stringify(worldToJson(again.workspace.world))).toBe(left);
  await again.close();
});
