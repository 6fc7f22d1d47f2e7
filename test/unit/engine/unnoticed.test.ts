/** Small parts of rules that nothing else noticed the loss of. */
import { describe, expect, it } from 'vitest';
import { ACCEPTED, given, MINUTE, UNSUCCESSFUL } from '../../support/given.ts';
import { running } from '../../support/running.ts';

const REF = 'C1/post';

describe('R44 notifications', () => {
  it('are read by their user, all up to now and nobody else’s; a later one is unread', () => {
    const cases = {
      C1: { owner: 'dana', process: ['post'] },
      C2: { owner: 'omar', process: ['post'] },
      C3: { owner: 'dana', process: ['post'] },
    };
    const world = given({ cases, settings: { retry: { max: 0 } } });
    const escalate = (caseRef: string) => {
      world.when({ type: 'launchCase', case: caseRef });
      world.failedUntil(0, `${caseRef}/post`);
    };
    const read = (user: string) => world.notificationsOf(user).map((notification) => notification.read);
    escalate('C1');
    escalate('C2');
    expect(read('dana')).toEqual([false]);
    expect(world.when({ type: 'readNotifications', user: 'dana' })).toEqual([
      { type: 'notificationsRead', at: world.now, user: 'dana' },
    ]);
    expect([read('dana'), read('omar')]).toEqual([[true], [false]]);
    const [before] = world.notificationsOf('dana');
    escalate('C3');
    expect(read('dana')).toEqual([true, false]);
    world.when({ type: 'readNotifications', user: 'dana' });
    expect(read('dana')).toEqual([true, true]);
    expect(world.notificationsOf('dana')[0], 'one that was read already stays what it was').toBe(before);
    expect(world.tries({ type: 'readNotifications', user: 'nobody' })).toMatchObject({ code: 'unknown' });
  });
});

describe('R50 the first update', () => {
  const toDo = () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers(UNSUCCESSFUL);
    return world.after(MINUTE);
  };

  it.each(['complete', 'unable'] as const)(
    '%s of one that nobody had taken makes it In Progress and theirs',
    (type) => {
      const world = toDo();
      const facts = world.when({ type, action: REF, by: 'ines' });
      expect(facts.slice(0, 2)).toMatchObject([
        { type: 'statusChanged', from: 'To Do', to: 'In Progress', by: 'ines', at: world.now },
        { type: 'allocated', assignee: 'ines', queue: 'AP', choice: 'taken', by: 'ines' },
      ]);
    },
  );

  it.each(['complete', 'unable'] as const)('%s of one that is In Progress is none, whoever does it', (type) => {
    const world = toDo();
    world.when({ type: 'take', action: REF, by: 'omar' });
    const facts = world.when({ type, action: REF, by: 'ines' });
    expect(facts.map((fact) => fact.type)).not.toContain('allocated');
    expect(facts[0]).toMatchObject({ type: 'statusChanged', from: 'In Progress', by: 'ines' });
  });
});

describe('R48, R49 a Case', () => {
  it('that is closed is paused no more', () => {
    const world = given().launched();
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    expect(world.case().paused).toBe(true);
    world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(world.case()).toMatchObject({ status: 'Closed', paused: false, closedAt: world.now });
  });

  it('that goes on after attention stays paused', () => {
    const world = given({ settings: { retry: { max: 0 } } })
      .launched()
      .failedUntil(0);
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    world.when({ type: 'caseVerb', case: 'C1', do: 'setInProgress' });
    expect(world.case()).toMatchObject({ status: 'In Progress', paused: true });
  });
});

describe('R25, R26 the data of a response', () => {
  it.each(['success', 'unsuccessful'] as const)('%s without any field, or without data, writes nothing', (outcome) => {
    for (const body of [{ outcome, data: {} }, { outcome }]) {
      const world = given().launched().callEnds(ACCEPTED);
      const facts = world.answers(body);
      expect(Array.isArray(facts) && facts.map((fact) => fact.type)).not.toContain('caseDataWritten');
    }
    const world = given().launched().callEnds(ACCEPTED);
    expect(world.answers({ outcome, data: { poNumber: null } })).toContainEqual(
      expect.objectContaining({ type: 'caseDataWritten', data: { poNumber: null }, by: 'Integration' }),
    );
  });
});

describe('an input that brings about nothing', () => {
  it('is accepted, and neither journalled nor told of', async () => {
    const { runtime, journal } = running({ users: { dana: {}, omar: {} } });
    const told: unknown[] = [];
    runtime.subscribe(({ facts }) => told.push(...facts));
    const move = { type: 'moveDefinition', section: 'users', name: 'omar' } as const;
    expect(await runtime.submit({ ...move, place: 1 })).toEqual({ rejected: false, facts: [] });
    expect({ journal, told, seq: runtime.seq, history: runtime.ledger.history }).toEqual({
      journal: [],
      told: [],
      seq: 0,
      history: [],
    });
    expect(await runtime.submit({ ...move, place: 0 })).toMatchObject({ rejected: false });
    expect(journal).toHaveLength(1);
  });
});
