/** Renaming queues and people: one edit, and whatever stands under the old name goes on under the new one. */
import { describe, expect, test } from 'vitest';
import { editInWords } from '../../../../src/views/words/edit-words.ts';
import { ACCEPTED, DEFINITIONS, type Given, given, UNSUCCESSFUL } from '../../../support/given.ts';

const withPeople = () =>
  given({
    ...DEFINITIONS,
    settings: { retry: { max: 0 } },
    caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
    cases: {
      C1: { owner: 'dana', process: ['post'] },
      C2: { owner: 'dana', process: ['post'] },
      C3: { owner: 'omar', process: ['check'] },
    },
  });

/** C1 is with omar in AP, C2 failed and dana was told, C3 waits in AP for anybody. */
function living(): Given {
  const it = withPeople().launched().callEnds(ACCEPTED);
  it.answers(UNSUCCESSFUL);
  it.when({ type: 'launchCase', case: 'C2' });
  it.failedUntil(0, 'C2/post');
  it.when({ type: 'launchCase', case: 'C3' });
  return it;
}

/** All that is configured or alive: what a name can stand in. */
function stateOf({ world }: Given) {
  return structuredClone({
    queues: world.queues,
    users: world.users,
    actionTypes: world.actionTypes,
    caseTypes: world.caseTypes,
    cases: world.cases,
    actions: world.actions,
    notifications: world.notifications,
  });
}

describe('renaming (S5)', () => {
  test('R41 a queue: people, Action types and the Actions in it follow; its place stays', () => {
    const it = living();
    it.when({ type: 'createDefinition', definition: { section: 'queues', name: 'Treasury' } });
    it.when({ type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Accounts Payable' });
    const { world } = it;
    expect(world.queues).toEqual(['Accounts Payable', 'Treasury']);
    expect(world.users.get('omar')?.queues).toEqual(['Accounts Payable']);
    expect(world.actionTypes.get('post')?.allocation).toMatchObject({ queue: 'Accounts Payable', user: 'omar' });
    expect([it.action('C1/post').queue, it.action('C3/check').queue]).toEqual(['Accounts Payable', 'Accounts Payable']);
  });

  test('R40, R44 a person: allocation, ownership, assignments and notifications follow', () => {
    const it = living();
    it.when({ type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' });
    it.when({ type: 'renameDefinition', section: 'users', name: 'omar', to: 'Omar Haddad' });
    const { world } = it;
    expect([...world.users.keys()]).toEqual(['Dana Reyes', 'Omar Haddad', 'ines']);
    expect(world.actionTypes.get('post')?.allocation).toEqual({
      queue: 'AP',
      user: 'Omar Haddad',
      secondaryUser: 'ines',
    });
    expect(world.caseTypes.get('invoice')?.owner).toBe('Dana Reyes');
    expect([...world.cases.values()].map(({ owner }) => owner)).toEqual(['Dana Reyes', 'Dana Reyes', 'Omar Haddad']);
    expect(it.action('C1/post').assignee).toBe('Omar Haddad');
    expect(it.notificationsOf('dana')).toEqual([]);
    expect(it.notificationsOf('Dana Reyes')).toMatchObject([{ user: 'Dana Reyes', caseRef: 'C2' }]);
    // R40: what waits has an owner of its own.
    it.when({ type: 'launchCases', caseType: 'invoice' });
    it.when({ type: 'renameDefinition', section: 'users', name: 'Dana Reyes', to: 'dana' });
    expect(it.action('invoice-1/post').owner).toBe('dana');
  });

  test('R51 a timeline keeps the name of the time', () => {
    const it = living();
    const before = structuredClone(it.world.timelines);
    it.when({ type: 'renameDefinition', section: 'users', name: 'omar', to: 'Omar Haddad' });
    expect(it.world.timelines).toEqual(before);
  });

  test('it is one edit, undone and redone whole', () => {
    const it = living();
    const before = stateOf(it);
    it.when({ type: 'renameDefinition', section: 'users', name: 'omar', to: 'Omar Haddad' });
    const after = stateOf(it);
    const edit = it.world.edits.done.at(-1);
    expect(edit && editInWords(edit)).toBe('new name of the user omar: Omar Haddad');
    it.when({ type: 'undoEdit' });
    expect(stateOf(it)).toEqual(before);
    expect([...it.world.users.keys()]).toEqual([...before.users.keys()]);
    it.when({ type: 'redoEdit' });
    expect(stateOf(it)).toEqual(after);
  });

  test('refused where nothing has the old name, or something the new one; the same name changes nothing', () => {
    const it = withPeople();
    expect(it.tries({ type: 'renameDefinition', section: 'users', name: 'nobody', to: 'somebody' })).toMatchObject({
      message: 'There is no user nobody.',
    });
    expect(it.tries({ type: 'renameDefinition', section: 'users', name: 'omar', to: 'ines' })).toMatchObject({
      message: 'There is already a user ines. Choose another name.',
    });
    expect(it.when({ type: 'renameDefinition', section: 'queues', name: 'AP', to: 'AP' })).toEqual([]);
    expect(it.world.edits.done).toEqual([]);
  });
});
