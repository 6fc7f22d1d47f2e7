import { describe, expect, it } from 'vitest';
import type { ScenarioText } from '../../../../src/shared/scenario.ts';
import { ACCEPTED, given, MINUTE, REFUSED, SUCCESS, UNSUCCESSFUL, withPost } from '../../../support/given.ts';

type Process = (string | string[])[];
const withProcess = (process: Process, change: Partial<ScenarioText> = {}) =>
  given({ ...change, cases: { C1: { owner: 'dana', process } } });
const noRetries = withPost({ retry: { max: 0 } });

describe('a Case and its process', () => {
  it('R46 launches the next Action when one is done, and closes after the last', () => {
    const world = withProcess(['post', 'check', 'post']).launched();
    expect(world.case().actions).toEqual(['C1/post']);
    world.answers(SUCCESS);
    expect(world.case()).toMatchObject({ currentStep: 1, actions: ['C1/post', 'C1/check'], status: 'In Progress' });
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    expect(world.case()).toMatchObject({ currentStep: 2, actions: ['C1/post', 'C1/check', 'C1/post/2'] });
    world.callEnds(ACCEPTED).answers(SUCCESS);
    expect(world.case()).toMatchObject({
      status: 'Closed',
      resolutionMethod: 'Done Successfully',
      closedAt: world.now,
    });
  });

  it('R46 an inner list starts its members together; the Case goes on when all are done, in any order', () => {
    const world = withProcess([['post', 'check', 'post'], 'check']).launched();
    expect(world.case().actions).toEqual(['C1/post', 'C1/check', 'C1/post/2']);
    world.answers(SUCCESS, 'C1/post/2');
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    expect(world.case().actions).toHaveLength(3);
    world.answers(SUCCESS, 'C1/post/1');
    expect(world.case().actions).toEqual(['C1/post', 'C1/check', 'C1/post/2', 'C1/check/2']);
  });

  it('R46 one input may run through several steps', () => {
    const world = withProcess(['post', 'post'], withPost({ responseExpected: false })).launched();
    world.callEnds(ACCEPTED).callEnds(ACCEPTED);
    expect(world.case().status).toBe('Closed');
  });

  it('R44 does not move on after an escalation until the owner acts', () => {
    const world = withProcess([['post', 'check'], 'check'], noRetries)
      .launched()
      .failedUntil(0);
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    expect(world.case()).toMatchObject({
      status: 'To Do',
      needsAttention: true,
      reason: 'Action unable to be completed',
      problemAction: 'C1/post',
      actions: ['C1/post', 'C1/check'],
    });
    world.when({ type: 'relaunch', action: 'C1/post', by: 'dana' });
    world.answers(SUCCESS);
    expect(world.case()).toMatchObject({ status: 'In Progress', currentStep: 1 });
  });

  it('R14, R44 tells the owner once for each Action that was given up, and nobody else', () => {
    const world = withProcess([['post', 'post']], noRetries).launched();
    world.callEnds(REFUSED, 'C1/post/1').callEnds(REFUSED, 'C1/post/2');
    expect(world.notificationsOf('dana').map(({ actionRef }) => actionRef)).toEqual(['C1/post', 'C1/post/2']);
    expect([...world.world.notifications.keys()]).toEqual(['dana']);
    expect(world.case().problemAction).toBe('C1/post/2');
  });

  it.each([
    ['R26', (world: ReturnType<typeof given>) => void world.answers(UNSUCCESSFUL)],
    ['R32', (world: ReturnType<typeof given>) => void world.when({ type: 'responseTimeout', actionRef: 'C1/post' })],
  ])('R45 %s tells no owner and leaves the Case as it is', (_, happens) => {
    const world = given().launched().callEnds(ACCEPTED);
    const before = world.case();
    happens(world);
    expect(world.case()).toEqual(before);
    expect(world.world.notifications.size).toBe(0);
  });
});

describe('an Action outside the process', () => {
  it('R46 keeps its Case open after the last step, and lets it close when it ends', () => {
    const world = given().launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'extra' });
    world.answers(SUCCESS);
    expect(world.case().status).toBe('In Progress');
    world.when({ type: 'complete', action: 'extra', by: 'omar' });
    expect(world.case()).toMatchObject({ status: 'Closed', resolutionMethod: 'Done Successfully' });
  });

  it('R44 given up after the last step, it needs the owner: the Case does not close over it', () => {
    const world = given().launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'extra' });
    world.answers(SUCCESS);
    world.when({ type: 'unable', action: 'extra', by: 'omar', reason: 'no' });
    expect(world.case()).toMatchObject({
      status: 'To Do',
      needsAttention: true,
      problemAction: 'C1/check',
      closedAt: null,
    });
    world.when({ type: 'caseVerb', case: 'C1', do: 'setInProgress' });
    expect(world.case()).toMatchObject({ status: 'Closed', needsAttention: false });
  });

  it.each([
    ['rework', { type: 'caseVerb', case: 'C1', do: 'rework' }],
    ['relaunch', { type: 'relaunch', action: 'extra' }],
  ] as const)('R49 %s after the last step starts a fresh copy in a Case that is still open', (_, input) => {
    const world = given().launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'extra' });
    world.answers(SUCCESS);
    world.when(input);
    expect(world.action('extra')).toMatchObject({ resolutionMethod: 'Rework' });
    expect(world.action('C1/check')).toMatchObject({ copy: 2, status: 'To Do' });
    expect(world.case()).toMatchObject({ status: 'In Progress', closedAt: null });
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    expect(world.case()).toMatchObject({ status: 'Closed', resolutionMethod: 'Done Successfully' });
  });

  it('R49 cancelled after the last step, the Case is Cancelled, once', () => {
    const world = given().launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'extra' });
    world.answers(SUCCESS);
    const facts = world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(facts.filter(({ type }) => type === 'caseStatusChanged')).toHaveLength(1);
    expect(world.case()).toMatchObject({ status: 'Closed', resolutionMethod: 'Cancelled' });
  });
});

describe('a paused Case', () => {
  it('R48 launches nothing new; its running Actions go on, retries, responses and timeouts too', () => {
    const world = withProcess([['post', 'post', 'post'], 'check'], withPost({ due: '8h' })).launched();
    world.callEnds(REFUSED, 'C1/post/1').callEnds(ACCEPTED, 'C1/post/2').callEnds(ACCEPTED, 'C1/post/3');
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause', by: 'dana' });
    world.retryDue('C1/post/1').callEnds(ACCEPTED, 'C1/post/1');
    expect(world.action('C1/post/1').phase).toBe('awaiting response');
    world.answers(SUCCESS, 'C1/post/1');
    world.answers(SUCCESS, 'C1/post/2');
    world.after(30 * MINUTE).when({ type: 'responseTimeout', actionRef: 'C1/post/3' });
    expect(world.action('C1/post/3')).toMatchObject({ status: 'To Do', reason: 'Timeout' });
    world.when({ type: 'complete', action: 'C1/post/3', by: 'omar' });
    expect(world.case()).toMatchObject({ paused: true, currentStep: 0 });
    world.when({ type: 'caseVerb', case: 'C1', do: 'resume', by: 'dana' });
    expect(world.case()).toMatchObject({ paused: false, currentStep: 1 });
    expect(world.action('C1/check').status).toBe('To Do');
  });

  it('R48 refuses every launch', () => {
    const world = given();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check' });
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    for (const input of [
      { type: 'launchCase', case: 'C1' },
      { type: 'launchAction', case: 'C1', actionType: 'check' },
      { type: 'relaunch', action: 'C1/check' },
      { type: 'caseVerb', case: 'C1', do: 'rework' },
    ] as const) {
      expect(world.tries(input), input.type).toMatchObject({ code: 'paused', rules: ['R48'] });
    }
    expect(world.case().actions).toEqual(['C1/check']);
  });

  it('R48 is paused once and resumed once', () => {
    const world = given().launched();
    expect(world.tries({ type: 'caseVerb', case: 'C1', do: 'resume' })).toMatchObject({ code: 'notAllowed' });
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    expect(world.tries({ type: 'caseVerb', case: 'C1', do: 'pause' })).toMatchObject({ code: 'notAllowed' });
  });

  it('R14, R48 escalates as any other; resuming does not clear that', () => {
    const world = withProcess(['post', 'check'], noRetries).launched();
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    world.failedUntil(0);
    expect(world.notificationsOf('dana')).toHaveLength(1);
    world.when({ type: 'caseVerb', case: 'C1', do: 'resume' });
    expect(world.case()).toMatchObject({ status: 'To Do', needsAttention: true, paused: false, actions: ['C1/post'] });
  });
});
