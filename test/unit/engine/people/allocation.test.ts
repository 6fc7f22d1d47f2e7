import { describe, expect, it } from 'vitest';
import { allocate } from '../../../../src/engine/people/allocation.ts';
import type { User } from '../../../../src/shared/definitions.ts';
import { ACCEPTED, type Given, given, SUCCESS, UNSUCCESSFUL, withPost } from '../../../support/given.ts';

const here: User = { available: true, queues: [] };
const away: User = { available: false, queues: [] };

describe('R41 who gets an Action', () => {
  const rule = { queue: 'AP', user: 'omar', secondaryUser: 'ines' };
  it.each([
    ['the push user if available', { omar: here, ines: here }, 'omar', 'user'],
    ['else the secondary user', { omar: away, ines: here }, 'ines', 'secondary user'],
    ['else nobody', { omar: away, ines: away }, null, 'nobody available'],
  ] as const)('%s; the queue is set in any case', (_, users, assignee, choice) => {
    expect(allocate(rule, new Map(Object.entries(users)))).toEqual({ queue: 'AP', assignee, choice });
  });

  it.each([
    ['nothing', undefined, { queue: null, assignee: null, choice: 'no user named' }],
    ['a queue only', { queue: 'AP' }, { queue: 'AP', assignee: null, choice: 'no user named' }],
    ['a person only', { user: 'omar' }, { queue: null, assignee: 'omar', choice: 'user' }],
    ['a secondary user only', { secondaryUser: 'ines' }, { queue: null, assignee: 'ines', choice: 'secondary user' }],
  ] as const)('where the rule names %s', (_, given, allocated) => {
    expect(allocate(given, new Map(Object.entries({ omar: here, ines: here })))).toEqual(allocated);
  });
});

describe('R42 every move to To Do is allocated alike', () => {
  const movesToToDo: [string, (world: Given) => void][] = [
    ['after an unsuccessful response', (world) => void world.answers(UNSUCCESSFUL)],
    ['after a timeout', (world) => void world.when({ type: 'responseTimeout', actionRef: 'C1/post' })],
  ];

  it.each(movesToToDo)('%s', (_, move) => {
    const world = given().launched().callEnds(ACCEPTED);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'users', name: 'omar', change: { available: false } },
    });
    move(world);
    expect(world.action()).toMatchObject({ assignee: 'ines', queue: 'AP' });
  });

  it('a manual Action at its launch', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    expect(world.action('C1/check')).toMatchObject({ status: 'To Do', assignee: null, queue: 'AP' });
  });

  it('R41 follows the rule as it stands then; what was allocated before stays', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { allocation: { queue: 'AP' } } },
    });
    world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    expect(world.action()).toMatchObject({ assignee: null, queue: 'AP' });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { allocation: null } },
    });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'users', name: 'ines', change: { available: false } },
    });
    expect(world.action()).toMatchObject({ assignee: null, queue: 'AP' });
  });
});

describe('R40 who an Action belongs to', () => {
  it('Waiting: the owner; To Do and In Progress: assignee and queue; Closed: nobody', () => {
    const world = given().launched();
    const belongs = () => {
      const { owner, assignee, queue } = world.action();
      return { owner, assignee, queue };
    };
    expect(belongs()).toEqual({ owner: 'dana', assignee: null, queue: null });
    world.callEnds(ACCEPTED);
    expect(belongs()).toEqual({ owner: 'dana', assignee: null, queue: null });
    world.answers(UNSUCCESSFUL);
    expect(belongs()).toEqual({ owner: null, assignee: 'omar', queue: 'AP' });
    world.when({ type: 'take', action: 'C1/post', by: 'ines' });
    expect(belongs()).toEqual({ owner: null, assignee: 'ines', queue: 'AP' });
    world.when({ type: 'complete', action: 'C1/post', by: 'ines' });
    expect(belongs()).toEqual({ owner: null, assignee: null, queue: null });
  });

  it.each([
    [
      'by a response',
      () => {
        const world = given().launched();
        world.answers(SUCCESS);
        return world;
      },
    ],
    [
      'for failing to connect',
      () =>
        given(withPost({ retry: { max: 0 } }))
          .launched()
          .failedUntil(0),
    ],
  ] as [string, () => Given][])('Closed %s: all empty', (_, start) => {
    expect(start().action()).toMatchObject({ status: 'Closed', owner: null, assignee: null, queue: null });
  });
});
