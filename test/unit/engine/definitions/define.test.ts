import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { handle } from '../../../../src/engine/handle.ts';
import { type Definition, nextToRedo, nextToUndo } from '../../../../src/shared/edits.ts';
import { isRejection } from '../../../../src/shared/errors.ts';
import type { Command } from '../../../../src/shared/inputs.ts';
import { scenario } from '../../../../src/shared/scenario.ts';
import type { World } from '../../../../src/shared/world.ts';
import { editsInWords } from '../../../../src/views/words/edit-words.ts';

const START = Date.parse('2026-01-05T09:00:00Z');
let world: World;

beforeEach(() => {
  const definitions = z.decode(scenario, {
    queues: ['AP'],
    users: { dana: {}, omar: { queues: ['AP'] } },
    externalApis: { erp: { url: 'https://erp.example.test/' } },
    actionTypes: {
      post: { externalApi: 'erp', allocation: { queue: 'AP', user: 'omar' }, retry: { max: 5 } },
      check: { manual: true },
    },
    caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
  });
  world = createWorld(definitions, START, 1);
});

const act = (command: Command) => handle(world, command, START);
const refusalOf = (command: Command) => {
  const outcome = act(command);
  if (!isRejection(outcome)) throw new Error('it was not refused');
  return outcome.message;
};
const remove = (section: Definition['section'], name: string) => ({ type: 'deleteDefinition', section, name }) as const;

describe('making', () => {
  test('a definition comes last in its section', () => {
    act({ type: 'createDefinition', definition: { section: 'queues', name: 'Exceptions' } });
    act({
      type: 'createDefinition',
      definition: { section: 'users', name: 'ines', value: { available: true, queues: ['Exceptions'] } },
    });
    expect(world.queues).toEqual(['AP', 'Exceptions']);
    expect([...world.users.keys()]).toEqual(['dana', 'omar', 'ines']);
  });

  test('a name that is taken, and one that nothing defines, are refused', () => {
    expect(refusalOf({ type: 'createDefinition', definition: { section: 'queues', name: 'AP' } })).toBe(
      'There is already a queue AP. Choose another name.',
    );
    const value = { available: true, queues: ['Nowhere'] };
    expect(refusalOf({ type: 'createDefinition', definition: { section: 'users', name: 'ines', value } })).toBe(
      'There is no queue Nowhere.',
    );
    const caseType = { owner: 'dana', process: ['post', ['check', 'missing']] };
    expect(
      refusalOf({ type: 'createDefinition', definition: { section: 'caseTypes', name: 'order', value: caseType } }),
    ).toBe('There is no Action type missing.');
  });
});

describe('deleting', () => {
  test.each([
    ['queues', 'AP', 'The queue AP cannot be deleted. It is in use: the user omar and the Action type post.'],
    ['users', 'dana', 'The user dana cannot be deleted. It is in use: the Case type invoice.'],
    ['externalApis', 'erp', 'The External API erp cannot be deleted. It is in use: the Action type post.'],
    ['actionTypes', 'post', 'The Action type post cannot be deleted. It is in use: the Case type invoice.'],
  ] as const)('of %s in use is refused and says by what', (section, name, message) => {
    expect(refusalOf(remove(section, name))).toBe(message);
  });

  test('a Case type that was launched stays, and what its Cases need with it', () => {
    act({ type: 'launchCases', caseType: 'invoice', count: 2 });
    expect(refusalOf(remove('caseTypes', 'invoice'))).toBe(
      'The Case type invoice cannot be deleted. It is in use: 2 Cases.',
    );
  });

  test('what nothing uses goes', () => {
    act(remove('actionTypes', 'check'));
    expect([...world.actionTypes.keys()]).toEqual(['post']);
  });
});

test('ordering moves a definition to its place and no further than the end', () => {
  act({ type: 'moveDefinition', section: 'actionTypes', name: 'check', place: 0 });
  expect([...world.actionTypes.keys()]).toEqual(['check', 'post']);
  act({ type: 'moveDefinition', section: 'actionTypes', name: 'check', place: 99 });
  expect([...world.actionTypes.keys()]).toEqual(['post', 'check']);
  expect(act({ type: 'moveDefinition', section: 'actionTypes', name: 'check', place: 1 })).toEqual([]);
});

describe('replacing', () => {
  const post = (max: number): Command => ({
    type: 'saveDefinition',
    definition: {
      section: 'actionTypes',
      name: 'post',
      value: {
        ...world.actionTypes.get('post')!,
        retry: { max, first: 60_000, factor: 2, cap: 86_400_000, jitter: 0 },
      },
    },
  });

  test('R18, R19: a changed maximum applies to the Actions that live, and undoing it does not reopen what closed (R24)', () => {
    act({ type: 'launchCases', caseType: 'invoice' });
    const refused = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] } as const;
    const [ref = ''] = world.actions.keys();
    handle(world, { type: 'callPlanned', actionRef: ref, callNumber: 1, plan: refused }, START);
    handle(world, { type: 'callResultDue', actionRef: ref }, START);
    expect(world.actions.get(ref)).toMatchObject({ phase: 'retry pending', displayedMaximum: 5 });
    act(post(7));
    expect(world.actions.get(ref)).toMatchObject({ displayedMaximum: 7 });
    act(post(0));
    expect(world.actions.get(ref)).toMatchObject({ phase: 'closed', retryCount: 0 });
    act({ type: 'undoEdit' });
    expect(world.actionTypes.get('post')?.retry?.max).toBe(7);
    expect(world.actions.get(ref)).toMatchObject({ phase: 'closed', displayedMaximum: 7 });
  });

  test('an Action type whose Actions exist stays manual, or stays one that calls', () => {
    act({ type: 'launchCases', caseType: 'invoice' });
    const value = { manual: true, responseExpected: true, autoCompleteOnTimeout: false };
    expect(refusalOf({ type: 'saveDefinition', definition: { section: 'actionTypes', name: 'post', value } })).toBe(
      'post has Actions already, so its kind cannot change. Clone it to make the other kind.',
    );
  });
});

const TOGETHER = {
  type: 'saveDefinition',
  definition: { section: 'actionTypes', name: 'post', change: { due: 120_000 } },
  also: [{ section: 'settings', change: { callTimeout: 5_000, retry: { max: 4 } } }],
} as const satisfies Command;

describe('undo and redo', () => {
  const definitionsOf = () => ({
    settings: world.settings,
    queues: world.queues,
    users: [...world.users],
    apis: [...world.externalApis].map(([name, { definition }]) => [name, definition]),
    actionTypes: [...world.actionTypes],
    caseTypes: [...world.caseTypes],
  });
  const EDITS: readonly Command[] = [
    { type: 'createDefinition', definition: { section: 'queues', name: 'Exceptions' } },
    { type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 9 } } } },
    { type: 'saveDefinition', definition: { section: 'actionTypes', name: 'post', change: { due: 60_000 } } },
    { type: 'moveDefinition', section: 'users', name: 'omar', place: 0 },
    remove('actionTypes', 'check'),
    {
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { otherwise: { fail: 'refused' } } },
    },
    { type: 'saveDefinition', definition: { section: 'users', name: 'dana', change: { available: false } } },
    { type: 'saveDefinition', definition: { section: 'caseTypes', name: 'invoice', value: { owner: 'omar' } } },
    TOGETHER,
    { type: 'saveDefinition', definition: { section: 'users', name: 'omar', change: { available: false } } },
    { ...TOGETHER, also: [{ section: 'settings', change: { callTimeout: 7_000, retry: { max: 2 } } }] },
  ];

  test('bring back every earlier state, in order and to the letter', () => {
    const states = [definitionsOf()];
    for (const edit of EDITS) {
      expect(isRejection(act(edit))).toBe(false);
      states.push(definitionsOf());
    }
    for (const state of states.slice(0, -1).reverse()) {
      act({ type: 'undoEdit' });
      expect(definitionsOf()).toEqual(state);
    }
    expect(refusalOf({ type: 'undoEdit' })).toBe('There is no edit to undo.');
    for (const state of states.slice(1)) {
      act({ type: 'redoEdit' });
      expect(definitionsOf()).toEqual(state);
    }
    expect(refusalOf({ type: 'redoEdit' })).toBe('There is no edit to redo.');
  });

  test('what is saved together is one step of each, all or none', () => {
    const isUnavailable = () => world.users.get('dana')?.available === false;
    const nobody = { section: 'users', name: 'nobody', change: { available: false } } as const;
    const dana = { section: 'users', name: 'dana', change: { available: false } } as const;
    expect(refusalOf({ type: 'saveDefinition', definition: dana, also: [nobody] })).toBe('There is no user nobody.');
    expect(isUnavailable()).toBe(false);
    expect(refusalOf({ type: 'saveDefinition', definition: dana, also: [dana] })).toBe(
      'One save holds the user dana twice. Expected each definition once.',
    );
    act(TOGETHER);
    expect(editsInWords(nextToUndo(world.edits))).toBe(
      'change of the Action type post and change of the system-wide settings',
    );
    act({ type: 'undoEdit' });
    expect(nextToUndo(world.edits)).toEqual([]);
    expect(editsInWords(nextToRedo(world.edits))).toBe(
      'change of the Action type post and change of the system-wide settings',
    );
  });

  test('a new edit leaves nothing to redo', () => {
    act(EDITS[0]!);
    act({ type: 'undoEdit' });
    act(EDITS[1]!);
    expect(refusalOf({ type: 'redoEdit' })).toBe('There is no edit to redo.');
  });

  test('what was made and is in use by now cannot be taken back', () => {
    const value = { owner: 'dana', process: ['post'] };
    act({ type: 'createDefinition', definition: { section: 'caseTypes', name: 'order', value } });
    act({ type: 'launchCases', caseType: 'order' });
    expect(refusalOf({ type: 'undoEdit' })).toBe('The Case type order cannot be taken back. It is in use: 1 Case.');
  });
});
