import { describe, expect, it } from 'vitest';
import type { Action, Case } from '../../../../src/shared/model.ts';
import { caseProcess } from '../../../../src/views/case/case-process.ts';
import { describeHoldUp, failedActions, holdingUp } from '../../../../src/views/case/held-up.ts';
import { ownerOptions } from '../../../../src/views/options/owner-options.ts';
import { createCaseRows } from '../../../../src/views/rows/case-rows.ts';
import { ACCEPTED, type Given, given, REFUSED, SUCCESS, withPost } from '../../../support/given.ts';

const { post, check } = {
  post: { title: 'Post invoice', externalApi: 'erp' },
  check: { title: 'Check', manual: true },
};

/** A step of two API Actions, then a manual one; both calls are refused, and no retries are set. */
const bothFailed = () => {
  const world = given({
    settings: { retry: { max: 0 } },
    actionTypes: { post, pay: { ...post, title: 'Pay' }, check } as const,
    cases: { C1: { owner: 'dana', process: [['post', 'pay'], 'check'] } },
  }).launched();
  return world.callEnds(REFUSED, 'C1/post').callEnds(REFUSED, 'C1/pay');
};

const refs = (actions: readonly Action[]) => actions.map(({ ref }) => ref);
const holding = (world: Given) => refs(holdingUp(world.case(), caseProcess(world.world, world.case())));
const failed = ({ world }: Given) => refs(failedActions([...world.actions.values()]));
const relaunch = (world: Given, action: string) => world.when({ type: 'relaunch', action, by: 'dana' });
const setInProgress = (world: Given) => world.when({ type: 'caseVerb', case: 'C1', do: 'setInProgress', by: 'dana' });

describe('R46, R49 what holds a Case up', () => {
  it('is nothing while the Case needs attention: the alert says so (R44)', () => {
    const world = bothFailed();
    expect(world.case().needsAttention).toBe(true);
    expect(holding(world)).toEqual([]);
    expect(failed(world)).toEqual(['C1/post', 'C1/pay']);
  });

  it('is the other failed Action once one was relaunched, also while that copy still runs', () => {
    const world = bothFailed();
    relaunch(world, 'C1/pay');
    expect(holding(world)).toEqual(['C1/post']);
    world.callEnds(ACCEPTED, 'C1/pay').answers(SUCCESS, 'C1/pay');
    expect(world.case()).toMatchObject({ status: 'In Progress', currentStep: 0 });
    expect(holding(world)).toEqual(['C1/post']);
  });

  it('lets go when a fresh copy of it runs, and the Case goes on when that is done', () => {
    const world = bothFailed();
    relaunch(world, 'C1/pay');
    world.answers(SUCCESS, 'C1/pay');
    relaunch(world, 'C1/post');
    expect(holding(world)).toEqual([]);
    expect(failed(world)).toEqual([]);
    world.answers(SUCCESS, 'C1/post');
    expect(world.case().currentStep).toBe(1);
    expect(holding(world)).toEqual([]);
  });

  it('is every failed Action of the step after Set in progress, also in a Case that is paused', () => {
    const world = bothFailed();
    setInProgress(world);
    expect(holding(world)).toEqual(['C1/post', 'C1/pay']);
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause', by: 'dana' });
    expect(holding(world)).toEqual(['C1/post', 'C1/pay']);
  });

  it('is never an ad-hoc Action, though a failed one is named as such', () => {
    const world = given(withPost({ retry: { max: 0 } })).launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'extra' });
    world.when({ type: 'unable', action: 'extra', by: 'omar', reason: 'No scan' });
    setInProgress(world);
    expect(holding(world)).toEqual([]);
    expect(failed(world)).toEqual(['C1/check']);
    world.answers(SUCCESS);
    expect(world.case().status).toBe('Closed');
  });

  it('is nothing that runs, nothing in a draft, nothing in a Case that is closed', () => {
    expect(holding(given())).toEqual([]);
    expect(holding(given().launched())).toEqual([]);
    const cancelled = bothFailed();
    cancelled.when({ type: 'caseVerb', case: 'C1', do: 'cancel', by: 'dana' });
    expect(holding(cancelled)).toEqual([]);
  });
});

it('the list of Cases says what holds one up, and how many more do', () => {
  const world = bothFailed();
  const rowsOf = createCaseRows();
  expect(rowsOf(world.world)[0]).toMatchObject({ heldUp: null });
  setInProgress(world);
  expect(rowsOf(world.world)[0]).toMatchObject({ attention: null, heldUp: 'held up by "Post invoice" and 1 more' });
  relaunch(world, 'C1/pay');
  expect(rowsOf(world.world)[0]?.heldUp).toBe('held up by "Post invoice"');
  relaunch(world, 'C1/post');
  expect(rowsOf(world.world)[0]?.heldUp).toBeNull();
  expect(describeHoldUp([])).toBeNull();
});

describe('R49 what the owner is told of Relaunch', () => {
  const told = ({ world, now }: Given) => {
    const { relaunch, rework, setInProgress } = ownerOptions(world, world.cases.get('C1') as Case, now);
    return { relaunch: relaunch?.message, rework: rework?.message, setInProgress: setInProgress?.message };
  };

  it('contradicts nothing after Set in progress: relaunching is allowed, and no other sentence is about it', () => {
    const world = bothFailed();
    setInProgress(world);
    expect(told(world)).toEqual({
      relaunch: undefined,
      rework: 'The Case C1 has nothing running that could be reworked.',
      setInProgress: 'The Case C1 does not need attention.',
    });
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause', by: 'dana' });
    expect(told(world).relaunch).toBe('The Case C1 is paused, so nothing new can be launched in it. Resume it first.');
  });

  it('is that nothing failed where nothing failed, and that a draft is a draft', () => {
    expect(told(given().launched()).relaunch).toBe('No Action of the Case C1 is closed Not Done Successfully.');
    expect(told(given()).relaunch).toBe('The Case C1 has not been launched yet.');
  });

  it('is that what failed was restarted, where a row below still says Not Done Successfully', () => {
    const world = bothFailed();
    relaunch(world, 'C1/pay');
    relaunch(world, 'C1/post');
    expect(told(world).relaunch).toBe(
      'Every Action of the Case C1 that was closed Not Done Successfully has been restarted since.',
    );
  });
});
