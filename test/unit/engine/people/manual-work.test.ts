import { describe, expect, it } from 'vitest';
import { workOptions } from '../../../../src/views/options/action-options.ts';
import { ACCEPTED, type Given, given, MINUTE, UNSUCCESSFUL } from '../../../support/given.ts';

function toDo(): Given {
  const world = given({ cases: { C1: { owner: 'dana', process: ['post', 'check'] } } })
    .launched()
    .callEnds(ACCEPTED);
  world.answers(UNSUCCESSFUL);
  return world;
}

const statuses = (world: Given, facts: ReturnType<Given['when']>) => {
  expect(facts.every(({ at }) => at === world.now)).toBe(true);
  return facts.flatMap((fact) => (fact.type === 'statusChanged' && fact.actionRef === 'C1/post' ? [fact.to] : []));
};

describe('manual work', () => {
  it('R50 a person’s first update makes it In Progress and theirs; the queue stays', () => {
    const world = toDo();
    expect(statuses(world, world.when({ type: 'take', action: 'C1/post', by: 'ines' }))).toEqual(['In Progress']);
    expect(world.action()).toMatchObject({
      status: 'In Progress',
      reason: 'Updated by resource',
      assignee: 'ines',
      queue: 'AP',
      rejectedReason: 'PO 77 not found',
      statusBy: 'ines',
    });
  });

  it('R50 one that somebody works on is not taken from them', () => {
    const world = toDo();
    world.when({ type: 'take', action: 'C1/post', by: 'ines' });
    expect(world.tries({ type: 'take', action: 'C1/post', by: 'omar' })).toMatchObject({ code: 'notAllowed' });
    expect(world.action().assignee).toBe('ines');
  });

  it('R50 unassigning puts it back to To Do, in its queue, nobody’s; then another may take it', () => {
    const world = toDo();
    world.when({ type: 'take', action: 'C1/post', by: 'ines' });
    expect(statuses(world, world.when({ type: 'unassign', action: 'C1/post' }))).toEqual(['To Do']);
    expect(world.action()).toMatchObject({ status: 'To Do', assignee: null, queue: 'AP' });
    expect(world.tries({ type: 'unassign', action: 'C1/post' })).toMatchObject({ code: 'notAllowed' });
    world.when({ type: 'take', action: 'C1/post', by: 'omar' });
    expect(world.action().assignee).toBe('omar');
  });

  it('R50 one that was only allocated can be unassigned without having been started', () => {
    const world = toDo();
    expect(statuses(world, world.when({ type: 'unassign', action: 'C1/post', by: 'omar' }))).toEqual([]);
    expect(world.action()).toMatchObject({ status: 'To Do', assignee: null, queue: 'AP' });
  });

  it('R50, R46 Complete: Resolved, then Closed, Done Successfully, and the Case goes on', () => {
    const world = toDo();
    world.when({ type: 'take', action: 'C1/post', by: 'ines' });
    expect(statuses(world, world.when({ type: 'complete', action: 'C1/post', by: 'ines' }))).toEqual([
      'Resolved',
      'Closed',
    ]);
    expect(world.action()).toMatchObject({ resolutionMethod: 'Done Successfully', escalated: false });
    expect(world.action('C1/check').status).toBe('To Do');
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  it('R47, R44 Unable to complete: closed, escalated with the reason, the Case does not go on', () => {
    const world = toDo().after(MINUTE);
    world.when({ type: 'unable', action: 'C1/post', by: 'omar', reason: 'The supplier is gone' });
    expect(world.action()).toMatchObject({
      status: 'Closed',
      resolutionMethod: 'Not Done Successfully',
      lastFailure: null,
    });
    expect(world.case()).toMatchObject({ needsAttention: true, problemAction: 'C1/post', actions: ['C1/post'] });
    expect(world.notificationsOf('dana')).toMatchObject([
      { at: world.now, kind: 'Case needs attention', actionRef: 'C1/post' },
    ]);
    expect(world.world.timelines.get('C1/post')).toContainEqual(
      expect.objectContaining({ type: 'statusChanged', to: 'Closed', note: 'The supplier is gone' }),
    );
  });

  it('R47 works on a manual Action as it does on one that is To Do', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    world.when({ type: 'unable', action: 'C1/check', by: 'omar' });
    expect(world.action('C1/check')).toMatchObject({ resolutionMethod: 'Not Done Successfully', escalated: true });
  });

  it.each(['complete', 'unable'] as const)(
    'R50 %s by nobody in particular, of nobody: the Case owner did it',
    (type) => {
      const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
      expect(world.action('C1/check').assignee).toBeNull();
      const facts = world.when({ type, action: 'C1/check' });
      const by = facts.flatMap((fact) => (fact.type === 'statusChanged' || fact.type === 'allocated' ? [fact.by] : []));
      expect(new Set(by)).toEqual(new Set(['dana']));
      const assigned = toDo();
      const [first] = assigned.when({ type, action: 'C1/post' });
      expect(first, 'one that is assigned: who has it').toMatchObject({ by: 'omar' });
    },
  );

  const noWork: [string, () => Given, string][] = [
    ['calling', () => given().launched(), 'notAllowed'],
    ['awaiting response', () => given().launched().callEnds(ACCEPTED), 'notAllowed'],
    ['retry pending', () => given().launched().failedUntil(1), 'notAllowed'],
    ['closed', () => given().launched().failedUntil(5), 'closed'],
  ];
  it.each(noWork)('R50, R15 nothing of it is possible in %s', (_, start, code) => {
    const world = start();
    const before = world.action();
    const options = workOptions(world.world, before, 'omar', world.now);
    expect(Object.values(options).map((refusal) => refusal?.code)).toEqual([code, code, code, code]);
    expect(world.tries({ type: 'take', action: 'C1/post', by: 'omar' })).toMatchObject({ code });
    expect(world.action()).toBe(before);
  });

  it('S5 by somebody unknown is refused', () => {
    expect(toDo().tries({ type: 'take', action: 'C1/post', by: 'nobody' })).toMatchObject({
      code: 'unknown',
      rules: ['S5'],
    });
  });
});
