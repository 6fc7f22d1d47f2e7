/** What folding a fact costs: what is long is appended to, never copied. */
import { expect, it } from 'vitest';
import type { ScenarioText } from '../../../src/shared/scenario.ts';
import { copyWorld } from '../../../src/shared/world-json.ts';
import { Given, REFUSED } from '../../support/given.ts';

const escalating: ScenarioText = {
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/' } },
  actionTypes: { post: { externalApi: 'erp', retry: { max: 0 } } },
  cases: { C1: { owner: 'dana', process: ['post'] }, C2: { owner: 'dana', process: ['post'] } },
};

it('R44 one more notification is appended; a copy of the world stays as it was, and those that are read are new ones', () => {
  const it = new Given(escalating);
  const dana = () => it.world.notifications.get('dana');
  it.launched().callEnds(REFUSED);
  const [list, first, copy] = [dana(), dana()?.[0], copyWorld(it.world)];
  it.when({ type: 'launchCase', case: 'C2' });
  it.callEnds(REFUSED, 'C2/post');
  expect(dana()).toBe(list);
  expect(dana()?.map(({ caseRef, read }) => [caseRef, read])).toEqual([
    ['C1', false],
    ['C2', false],
  ]);
  expect(copy.notifications.get('dana')).toEqual([first]);
  it.when({ type: 'readNotifications', user: 'dana' });
  expect([first?.read, dana()?.map(({ read }) => read), copy.notifications.get('dana')?.length]).toEqual([
    false,
    [true, true],
    1,
  ]);
});
