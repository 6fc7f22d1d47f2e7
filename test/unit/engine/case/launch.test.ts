import { describe, expect, it } from 'vitest';
import { Given, given, MINUTE, REFUSED, START, SUCCESS } from '../../../support/given.ts';

const caseTypes = {
  invoice: { owner: 'dana', data: { currency: 'EUR', rate: { vat: 19, city: 1 } }, process: ['post'] },
  bare: { process: ['post'] },
};

describe('launching a Case', () => {
  it('R1 starts its process, once', () => {
    const world = given();
    expect(world.case()).toMatchObject({ status: 'Draft', currentStep: -1, actions: [] });
    world.launched();
    expect(world.case()).toMatchObject({ status: 'In Progress', reason: 'Updated by Enate', currentStep: 0 });
    expect(world.tries({ type: 'launchCase', case: 'C1' })).toMatchObject({ code: 'notAllowed' });
    expect(world.case().actions).toHaveLength(1);
  });

  it('S5 that does not exist is refused', () => {
    expect(given().tries({ type: 'launchCase', case: 'C9' })).toMatchObject({ code: 'unknown' });
  });

  it('R1 one without a process is in progress and waits for ad-hoc Actions', () => {
    const world = given({ cases: { C1: { owner: 'dana' } } }).launched();
    expect(world.case()).toMatchObject({ status: 'In Progress', actions: [] });
    expect(world.tries({ type: 'launchCase', case: 'C1' })).toMatchObject({ code: 'notAllowed' });
  });

  it('S5 takes from its type what it does not say itself; data is merged field by field', () => {
    const world = given({
      caseTypes,
      cases: {
        C1: { type: 'invoice', data: { rate: { vat: 7 }, invoiceId: 'INV-1' } },
        C2: { type: 'invoice', owner: 'omar', process: ['check', ['post', 'check']] },
        C3: { type: 'bare', owner: 'ines' },
      },
    });
    expect(world.case('C1')).toMatchObject({ owner: 'dana', caseType: 'invoice', process: [['post']] });
    expect(world.case('C1').data).toEqual({ currency: 'EUR', rate: { vat: 7 }, invoiceId: 'INV-1' });
    expect(world.case('C2')).toMatchObject({ owner: 'omar', process: [['check'], ['post', 'check']] });
    expect(world.case('C3')).toMatchObject({ owner: 'ines', data: {} });
  });
});

describe('launching an ad-hoc Action', () => {
  it('R1 calls at once; a draft Case becomes In Progress without starting its process', () => {
    const world = given();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'post', as: 'a1' });
    expect(world.action('a1')).toMatchObject({ ref: 'C1/post', phase: 'calling', position: undefined });
    expect(world.case()).toMatchObject({ status: 'In Progress', currentStep: -1 });
    world.launched();
    expect(world.case().actions).toEqual(['C1/post', 'C1/post/2']);
  });

  it('goes by its alias, by CASE/actionType for the newest copy, and by CASE/actionType/N', () => {
    const world = given();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'post', as: 'a1' });
    world.when({ type: 'launchAction', case: 'C1', actionType: 'post', as: 'a2' });
    expect(['a1', 'a2', 'C1/post', 'C1/post/1', 'C1/post/2'].map((reference) => world.action(reference).copy)).toEqual([
      1, 2, 2, 1, 2,
    ]);
  });

  it('is refused under a name that is taken, of a type that is unknown, in a Case that is closed (R15)', () => {
    const world = given().launched();
    world.when({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'a1' });
    expect(world.tries({ type: 'launchAction', case: 'C1', actionType: 'check', as: 'a1' })).toMatchObject({
      code: 'exists',
    });
    expect(world.tries({ type: 'launchAction', case: 'C1', actionType: 'nothing' })).toMatchObject({ code: 'unknown' });
    world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(world.tries({ type: 'launchAction', case: 'C1', actionType: 'check' })).toMatchObject({ code: 'closed' });
  });
});

describe('launching Cases of a type', () => {
  it('R1 all now where no interval is given, numbered from 1 under the name of the type', () => {
    const world = given({ caseTypes });
    world.when({ type: 'launchCases', caseType: 'invoice', count: 3 });
    expect([...world.world.cases.keys()]).toEqual(['C1', 'invoice-1', 'invoice-2', 'invoice-3']);
    expect(world.action('invoice-3/post').phase).toBe('calling');
  });

  it('R1 the first now and one every interval; each follows what its type and the settings say then', () => {
    const world = given({ caseTypes });
    world.when({ type: 'launchCases', caseType: 'invoice', count: 3, every: 20_000, as: 'inv' });
    expect([...world.world.plannedLaunches.values()].map(({ at, caseRef }) => [at - START, caseRef])).toEqual([
      [20_000, 'inv-2'],
      [40_000, 'inv-3'],
    ]);
    world.maximum(9).after(20_000).when({ type: 'plannedLaunch', id: 'inv-2' });
    expect(world.action('inv-2/post')).toMatchObject({ createdAt: START + 20_000, displayedMaximum: 9 });
    expect(world.when({ type: 'plannedLaunch', id: 'inv-2' })).toEqual([]);
  });

  it('a second launch under the same name goes on counting, and a name that is taken is refused', () => {
    const world = given({ caseTypes, cases: { 'x-2': { owner: 'dana' } } });
    world.when({ type: 'launchCases', caseType: 'invoice', as: 'inv' });
    world.when({ type: 'launchCases', caseType: 'invoice', as: 'inv', count: 2 });
    expect([...world.world.cases.keys()]).toEqual(['x-2', 'inv-1', 'inv-2', 'inv-3']);
    const before = world.world.cases.size;
    expect(world.tries({ type: 'launchCases', caseType: 'invoice', as: 'x', count: 2 })).toMatchObject({
      code: 'exists',
    });
    expect(world.tries({ type: 'launchCases', caseType: 'bare' })).toMatchObject({ code: 'notAllowed', rules: ['S5'] });
    expect(world.tries({ type: 'launchCases', caseType: 'nothing' })).toMatchObject({ code: 'unknown' });
    expect(world.world.cases.size).toBe(before);
  });
});

describe('the same type twice', () => {
  it('R17, R28 each copy counts, fails and is answered for itself', () => {
    const world = new Given({
      users: { dana: {} },
      externalApis: { erp: { url: 'https://erp.example.test/' } },
      actionTypes: { post: { externalApi: 'erp' } },
      cases: { C1: { owner: 'dana', process: [['post', 'post']] } },
    }).launched();
    world.callEnds(REFUSED, 'C1/post/1').after(MINUTE).retryDue('C1/post/1');
    expect([world.shown('C1/post/1'), world.shown('C1/post/2')]).toEqual(['1/5', '0/5']);
    world.answers(SUCCESS, 'C1/post/2');
    expect(world.action('C1/post/1').phase).toBe('calling');
    expect(world.action('C1/post/1').token).not.toBe(world.action('C1/post/2').token);
  });
});
