/** *Copy as scenario*: the file gives the Action the very same life, whatever was lived. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { libraryFiles } from '../support/library-files.ts';
import { act, definitions } from '../support/lives.ts';
import { perform } from '../support/performing.ts';
import { expectSameLives, played } from '../support/same-lives.ts';
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
        await lived.workspace.acts.act({ type: 'launchCase', case: 'C1' });
        for (const each of acts) await perform(lived, each);
        await expectSameLives(lived);
      } finally {
        await lived.close();
      }
    }),
    { numRuns: 60 },
  );
});

test('of an Action whose people and queue were renamed: it has the names of today', async () => {
  const lived = await simulating({
    queues: ['AP'],
    users: { dana: {}, omar: { queues: ['AP'] } },
    actionTypes: { check: { manual: true, allocation: { queue: 'AP', user: 'omar' } } },
    cases: { C1: { owner: 'dana', process: ['check'] } },
  });
  try {
    const commands: Command[] = [
      { type: 'launchCase', case: 'C1' },
      { type: 'take', action: 'C1/check', by: 'omar' },
      { type: 'renameDefinition', section: 'users', name: 'omar', to: 'Omar Haddad' },
      { type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' },
      { type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Accounts Payable' },
    ];
    for (const each of commands) expect(isRejection(await lived.workspace.acts.act(each))).toBe(false);
    const file = lived.exportAction('C1/check');
    if (isRejection(file)) throw new Error(file.message);
    expect(file.text).not.toMatch(/\b(omar|dana|AP)\b/);
    const again = await played(file);
    expect(again.workspace.world.actions.get('C1/check')).toEqual(lived.workspace.world.actions.get('C1/check'));
    await again.close();
  } finally {
    await lived.close();
  }
});

test('an Action that does not exist has none, and says so', async () => {
  const simulator = await createSimulator({ dataDir: null, callbackBase: null, transport: 'direct' });
  expect(simulator.exportAction('C9/nothing')).toMatchObject({ message: 'There is no Action C9/nothing.' });
  await simulator.close();
});
