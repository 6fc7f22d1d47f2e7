import { describe, expect, it } from 'vitest';
import { ownerOptions } from '../../../../src/views/options/owner-options.ts';
import { ACCEPTED, type Given, given, SUCCESS, withPost } from '../../../support/given.ts';

const verb = (world: Given, what: 'rework' | 'cancel' | 'setInProgress' | 'pause' | 'resume') =>
  world.tries({ type: 'caseVerb', case: 'C1', do: what, by: 'dana' });

const escalated = () =>
  given({ ...withPost({ retry: { max: 0 } }), cases: { C1: { owner: 'dana', process: ['post', 'check'] } } })
    .launched()
    .failedUntil(0);

describe('R49 the Case owner', () => {
  it('reworks: running Actions close with Rework, fresh copies start at the same places, R17 at 0', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: [['post', 'check'], 'check'] } } })
      .launched()
      .failedUntil(2);
    verb(world, 'rework');
    expect(world.action('C1/post/1')).toMatchObject({ status: 'Closed', resolutionMethod: 'Rework', retryCount: 2 });
    expect(world.action('C1/check/1')).toMatchObject({ resolutionMethod: 'Rework' });
    expect(world.action('C1/post')).toMatchObject({ copy: 2, phase: 'calling', retryCount: 0, callCount: 1 });
    expect(world.case()).toMatchObject({ currentStep: 0, actions: ['C1/post', 'C1/check', 'C1/post/2', 'C1/check/2'] });
    world.answers(SUCCESS);
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    expect(world.case().currentStep).toBe(1);
  });

  it('reworks nothing that is closed already', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: [['post', 'check']] } } }).launched();
    world.answers(SUCCESS);
    verb(world, 'rework');
    expect(world.case().actions).toEqual(['C1/post', 'C1/check', 'C1/check/2']);
    expect(world.action('C1/post').resolutionMethod).toBe('Done Successfully');
  });

  it('relaunches one Action: a fresh copy in its place, R17 at 0, and the closed one stays closed', () => {
    const world = escalated();
    world.when({ type: 'relaunch', action: 'C1/post', by: 'dana' });
    expect(world.action('C1/post/1')).toMatchObject({ resolutionMethod: 'Not Done Successfully' });
    expect(world.action('C1/post')).toMatchObject({ copy: 2, phase: 'calling', position: { step: 0, member: 0 } });
    world.answers(SUCCESS);
    expect(world.action('C1/check').status).toBe('To Do');
  });

  it('relaunches one that still runs by closing it with Rework first, and a copy only once', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.when({ type: 'relaunch', action: 'C1/post', by: 'dana' });
    expect(world.action('C1/post/1').resolutionMethod).toBe('Rework');
    expect(world.tries({ type: 'relaunch', action: 'C1/post/1', by: 'dana' })).toMatchObject({ code: 'notAllowed' });
  });

  it.each([
    ['rework', (world: Given) => void verb(world, 'rework')],
    ['relaunch', (world: Given) => void world.when({ type: 'relaunch', action: 'C1/post', by: 'dana' })],
    ['setInProgress', (world: Given) => void verb(world, 'setInProgress')],
  ])('clears Needs Attention by %s', (_, act) => {
    const world = escalated();
    act(world);
    expect(world.case()).toMatchObject({ status: 'In Progress', needsAttention: false, problemAction: null });
  });

  it('relaunches an ad-hoc Action whatever others of its type there are: they are no copies of it', () => {
    const world = given();
    world.launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'one' });
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'two' });
    world.when({ type: 'relaunch', action: 'one' });
    expect(world.action('C1/check/3')).toMatchObject({ place: world.action('one').place, status: 'To Do' });
    expect(world.action('two').phase).toBe('manual');
    expect(world.tries({ type: 'relaunch', action: 'one' })).toMatchObject({
      message: 'C1/check has already been started afresh, as C1/check/3.',
    });
  });

  it('R15 sets in progress without reopening the Action that failed', () => {
    const world = escalated();
    verb(world, 'setInProgress');
    expect(world.action()).toMatchObject({ status: 'Closed', resolutionMethod: 'Not Done Successfully' });
    expect(world.timers()).toEqual([]);
    expect(verb(world, 'setInProgress')).toMatchObject({ code: 'notAllowed' });
  });

  it('cancels: everything that runs closes as Cancelled, and so does the Case', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: [['post', 'check'], 'check'] } } })
      .launched()
      .failedUntil(1);
    verb(world, 'cancel');
    expect(world.case()).toMatchObject({ status: 'Closed', resolutionMethod: 'Cancelled', needsAttention: false });
    for (const reference of ['C1/post', 'C1/check']) {
      expect(world.action(reference)).toMatchObject({ status: 'Closed', resolutionMethod: 'Cancelled' });
      expect(world.timers(reference)).toEqual([]);
    }
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  it.each(['rework', 'cancel'] as const)('R29 a copy closed by %s refuses later responses', (what) => {
    const world = given().launched().callEnds(ACCEPTED);
    verb(world, what);
    expect(world.answers(SUCCESS, 'C1/post/1')).toMatchObject([{ verdict: 'late', httpStatus: 409 }]);
    expect(world.case().data).toEqual({ invoiceId: 'INV-1' });
  });

  it('R15 can do nothing with a Case that is closed, and only launch or cancel one that is a draft', () => {
    const closed = given().launched();
    closed.answers(SUCCESS);
    const options = (world: Given) =>
      Object.entries(ownerOptions(world.world, world.case(), world.now)).flatMap(([name, refusal]) =>
        refusal === null ? [name] : [],
      );
    expect(options(closed)).toEqual([]);
    expect(closed.tries({ type: 'relaunch', action: 'C1/post' })).toMatchObject({ code: 'closed' });
    expect(options(given()).sort()).toEqual(['cancel', 'launch']);
  });
});
