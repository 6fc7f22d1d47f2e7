/** What Actions are called when many are launched at once. */
import { expect, test } from 'vitest';
import { launchActions } from '../../../../src/engine/case/process.ts';
import type { Case } from '../../../../src/shared/model.ts';
import type { World } from '../../../../src/shared/world.ts';
import { simulating } from '../../../support/simulating.ts';

class CountedMap<K, V> extends Map<K, V> {
  lookCount = 0;
  override get(key: K): V | undefined {
    this.lookCount += 1;
    return super.get(key);
  }
}

test('each Action of the Case is looked at once, however many are launched', async () => {
  const MANY = 200;
  const simulator = await simulating({
    users: { dana: {} },
    actionTypes: { t: { manual: true } },
    cases: { C1: { owner: 'dana', process: [Array.from({ length: MANY }, () => 't')] } },
  });
  await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
  const actions = new CountedMap(simulator.workspace.world.actions);
  const world: World = { ...simulator.workspace.world, actions };
  const members = Array.from({ length: MANY }, (_, member) => ({
    actionType: 't',
    position: { step: 0, member },
    by: 'dana',
  }));
  const facts = launchActions(world, world.cases.get('C1') as Case, members, simulator.workspace.now);
  expect(actions.lookCount).toBe(MANY);
  const created = facts.filter((fact) => fact.type === 'actionCreated');
  expect(created[4]).toMatchObject({
    actionRef: `C1/t/${MANY + 5}`,
    copy: MANY + 5,
    place: 'C1/t/5',
    stream: 'C1/t/5/copy 2',
  });
  await simulator.close();
});
