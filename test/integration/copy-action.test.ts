/** *Copy as scenario*: the file gives the Action the very same life, whatever was lived. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { libraryFiles } from '../support/library-files.ts';
import { act, definitions } from '../support/lives.ts';
import { perform } from '../support/performing.ts';
import { expectSameLives } from '../support/same-lives.ts';
import { simulating } from '../support/simulating.ts';

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
