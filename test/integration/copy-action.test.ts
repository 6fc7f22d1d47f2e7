/** *Copy as scenario*: the file gives the Action the very same life, whatever was lived. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactReference } from '../../src/engine/decide.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import { runScenario } from '../../src/main/scenario/run.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { stepTarget } from '../../src/main/workspace/step-target.ts';
import { isRejection } from '../../src/shared/errors.ts';
import { libraryFiles } from '../support/library-files.ts';
import { act, definitions } from '../support/lives.ts';
import { perform } from '../support/performing.ts';
import { simulating } from '../support/simulating.ts';

/** Every Action's file runs without a failed expectation and to the same timeline. */
async function expectSameLives(lived: Simulator): Promise<void> {
  for (const action of lived.workspace.world.actions.values()) {
    const file = lived.exportAction(exactReference(action));
    if (isRejection(file)) throw new Error(file.message);
    const loaded = loadScenario(file.text, file.fileName);
    if (!loaded.ok) throw new Error(`${loaded.problems.map(formatProblem).join('\n')}\n${file.text}`);
    const again = await createSimulator({
      dataDir: null,
      callbackBase: null,
      transport: 'direct',
      initial: { ...loaded.scenario, steps: [] },
      historyBytes: 0,
    });
    try {
      expect((await runScenario(stepTarget(again.workspace), loaded.scenario)).failures, file.text).toEqual([]);
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

test.each(libraryFiles().map(({ id, text }) => [id, text]))('of every Action of %s', async (_, text) => {
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  try {
    await simulator.opener.openText('x.yaml', text);
    await simulator.player.run();
    await expectSameLives(simulator);
  } finally {
    await simulator.close();
  }
});

test('of every Action of any life', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(act, { maxLength: 15 }), async (text, acts) => {
      const lived = await simulating(text);
      try {
        await lived.workspace.act({ type: 'launchCase', case: 'C1' });
        for (const each of acts) await perform(lived, each);
        await expectSameLives(lived);
      } finally {
        await lived.close();
      }
    }),
    { numRuns: 60 },
  );
});

test('an Action that does not exist has none, and says so', async () => {
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  expect(simulator.exportAction('C9/nothing')).toMatchObject({ message: 'There is no Action C9/nothing.' });
  await simulator.close();
});
