import { expect, test } from 'vitest';
import { MIGRATIONS } from '../../../src/main/store/migrations.ts';
import { LAST_INSTANT } from '../../../src/shared/instant.ts';

const action = (phase: string, responseDeadlineAt: number | null, change: object = {}) => ({
  actionType: 'post',
  phase,
  responseDeadlineAt,
  nextRetryAt: null,
  dueAt: null,
  ...change,
});

function migrated(actions: Record<string, object>, world: object = {}) {
  const document = {
    schemaVersion: 3,
    title: 'Invoices',
    world: {
      actions: Object.entries(actions),
      actionTypes: [
        ['post', { responseExpected: true }],
        ['notify', { responseExpected: false }],
      ],
      plannedLaunches: [],
      plannedResponses: [],
      timelines: [],
      ...world,
    },
  };
  return MIGRATIONS[3]!(document) as { readonly title: string; readonly world: Record<string, [string, object][]> };
}

test('R35, R38 a deadline that runs before the connection runs since launch; else the clock starts on connection', () => {
  const { title, world } = migrated({
    calling: action('calling', 5),
    pending: action('retry pending', 5),
    blank: action('calling', null),
    awaiting: action('awaiting response', 5),
    closed: action('closed', null),
  });
  expect(title).toBe('Invoices');
  expect(Object.fromEntries(world.actions!)).toMatchObject({
    calling: { responseClock: 'launch', responseDeadlineAt: 5 },
    pending: { responseClock: 'launch', responseDeadlineAt: 5 },
    blank: { responseClock: 'connection', responseDeadlineAt: null },
    awaiting: { responseClock: 'connection', responseDeadlineAt: 5 },
    closed: { responseClock: 'connection', responseDeadlineAt: null },
  });
});

test('responses that changed nothing are counted; the timeline keeps them all', () => {
  const received = (verdict: string) => ({ type: 'responseReceived', at: 1, verdict });
  const timelines = [
    ['a', [{ type: 'connected', at: 0 }, received('accepted'), received('duplicate'), received('late')]],
  ];
  const { world } = migrated({ a: action('closed', null), b: action('closed', null) }, { timelines });
  expect(world.actions).toMatchObject([
    ['a', { unheededResponses: 2 }],
    ['b', { unheededResponses: 0 }],
  ]);
  expect(world.timelines).toEqual(timelines);
});

test('R35 it runs no more where no response is expected', () => {
  const { world } = migrated({ a: action('calling', 5, { actionType: 'notify' }) });
  expect(world.actions![0]![1]).toMatchObject({ responseClock: 'connection', responseDeadlineAt: null });
});

test('what would come after the last instant never comes', () => {
  const beyond = LAST_INSTANT + 1;
  const { world } = migrated(
    {
      a: action('retry pending', beyond, { nextRetryAt: beyond, dueAt: beyond }),
      b: action('closed', null, { dueAt: LAST_INSTANT }),
    },
    {
      plannedLaunches: [
        ['l1', { at: LAST_INSTANT }],
        ['l2', { at: beyond }],
      ],
      plannedResponses: [['r1', { at: beyond }]],
    },
  );
  expect(world.actions![0]![1]).toMatchObject({ responseDeadlineAt: null, nextRetryAt: null, dueAt: null });
  expect(world.actions![1]![1]).toMatchObject({ dueAt: LAST_INSTANT });
  expect(world.plannedLaunches!.map(([id]) => id)).toEqual(['l1']);
  expect(world.plannedResponses).toEqual([]);
});
