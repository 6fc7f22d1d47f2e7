/** *Copy as scenario*, put to the proof: the file of each Action gives it the very same life. */
import { expect } from 'vitest';
import { exactReference } from '../../src/engine/decide.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import { runScenario } from '../../src/main/scenario/run.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { stepTarget } from '../../src/main/workspace/step-target.ts';
import { isRejection } from '../../src/shared/errors.ts';

/** Every Action's file runs without a failed expectation and to the same timeline. */
export async function expectSameLives(lived: Simulator): Promise<void> {
  for (const action of lived.workspace.world.actions.values()) {
    const file = lived.exportAction(exactReference(action));
    if (isRejection(file)) throw new Error(file.message);
    const again = await played(file);
    try {
      expect(again.workspace.world.timelines.get(action.ref), file.text).toEqual(
        lived.workspace.world.timelines.get(action.ref),
      );
      expect(again.workspace.now).toBe(lived.workspace.now);
      expect([...again.workspace.world.cases.keys()]).toEqual([action.caseRef]);
    } finally {
      await again.close();
    }
  }
}

/** A simulator that a file was played in to its end, every expectation met. */
export async function played({ fileName, text }: { fileName: string; text: string }): Promise<Simulator> {
  const loaded = loadScenario(text, fileName);
  if (!loaded.ok) throw new Error(`${loaded.problems.map(formatProblem).join('\n')}\n${text}`);
  const simulator = await createSimulator({
    dataDir: null,
    callbackBase: null,
    transport: 'direct',
    initial: { ...loaded.scenario, steps: [] },
    historyBytes: 0,
  });
  expect((await runScenario(stepTarget(simulator.workspace), loaded.scenario)).failures, text).toEqual([]);
  return simulator;
}
