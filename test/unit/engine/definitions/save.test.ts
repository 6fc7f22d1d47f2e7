import { describe, expect, it } from 'vitest';
import { RETRY_DEFAULTS } from '../../../../src/shared/definitions.ts';
import { ACCEPTED, type Given, given, MINUTE, REFUSED, withPost } from '../../../support/given.ts';

const savePost = (world: Given, change: object) =>
  world.when({ type: 'saveDefinition', definition: { section: 'actionTypes', name: 'post', change } });

describe('saving the system-wide pattern', () => {
  it('S1, S2 changes the keys that are given, the rest stays', () => {
    const world = given({ settings: { retry: { max: 3, factor: 3 } } });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { first: 5 * MINUTE } } },
    });
    expect(world.world.settings.retry).toEqual({ ...RETRY_DEFAULTS, max: 3, factor: 3, first: 5 * MINUTE });
  });

  it('R18 touches only Actions that show a bar or have a call in flight, and says so on their timelines (R51)', () => {
    const world = given({
      cases: { C1: { owner: 'dana', process: [['post', 'post', 'post', 'post', 'check']] } },
    }).launched();
    world.callEnds(REFUSED, 'C1/post/1').callEnds(ACCEPTED, 'C1/post/2');
    world.callEnds(ACCEPTED, 'C1/post/3').answers({ outcome: 'success' }, 'C1/post/3');
    const facts = world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 8 } } },
      by: 'ines',
    });
    expect(facts).toEqual([
      expect.objectContaining({ type: 'definitionEdited' }),
      expect.objectContaining({
        type: 'maximumSaved',
        actionRef: 'C1/post',
        from: 5,
        to: 8,
        displayedMaximum: 8,
        by: 'ines',
      }),
      expect.objectContaining({ type: 'maximumSaved', actionRef: 'C1/post/4', from: 5, to: 8, displayedMaximum: 8 }),
    ]);
  });

  it('R18 a maximum saved as it was touches nobody', () => {
    const world = given().launched().failedUntil(1);
    expect(
      world.when({ type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 5 } } } }),
    ).toHaveLength(1);
    expect(
      world.when({ type: 'saveDefinition', definition: { section: 'settings', change: { callTimeout: 5_000 } } }),
    ).toHaveLength(1);
  });

  it('R18, R19 an Action that connected meanwhile shows what it showed before', () => {
    const world = given().launched().failedUntil(1).retryDue().callEnds(ACCEPTED).maximum(9).maximum(1);
    expect(world.shown()).toBe('2/5');
    expect(world.action().phase).toBe('awaiting response');
  });

  it('R19, R21 closes every pending Action with M ≤ n at the instant of the save, one notification each', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: [['post', 'post']] } } }).launched();
    world.failedUntil(2, 'C1/post/1');
    world.callEnds(REFUSED, 'C1/post/2').after(1_000);
    world.maximum(1);
    expect(world.action('C1/post/1')).toMatchObject({ phase: 'closed', closedAt: world.now, displayedMaximum: 5 });
    expect(world.action('C1/post/2')).toMatchObject({ phase: 'retry pending', displayedMaximum: 1 });
    expect(world.notificationsOf('dana')).toHaveLength(1);
    world.maximum(0);
    expect(world.action('C1/post/2')).toMatchObject({ phase: 'closed', displayedMaximum: 1 });
    expect(world.notificationsOf('dana')).toHaveLength(2);
  });

  it('R22 a call in flight is not aborted: it may still connect', () => {
    const world = given().launched().failedUntil(2).retryDue().maximum(0);
    expect(world.action()).toMatchObject({ phase: 'calling', displayedMaximum: 5 });
    world.callEnds(ACCEPTED);
    expect(world.action().phase).toBe('awaiting response');
  });

  it('R22 a call in flight that fails goes on by the new, higher M', () => {
    const world = given({ settings: { retry: { max: 1 } } })
      .launched()
      .failedUntil(0)
      .retryDue()
      .maximum(2);
    expect(world.shown()).toBe('1/2');
    world.callEnds(REFUSED);
    expect(world.action().phase).toBe('retry pending');
  });

  it('R23 neither a raise nor other intervals move a retry that is scheduled; the next one follows them', () => {
    const world = given().launched().failedUntil(1);
    const { nextRetryAt } = world.action();
    world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 9, first: 10 * MINUTE, factor: 1 } } },
    });
    expect(world.action().nextRetryAt).toBe(nextRetryAt);
    world.retryDue().callEnds(REFUSED);
    expect(world.action().nextRetryAt).toBe(world.now + 10 * MINUTE);
  });

  it('R24 saves apply in order: 10→4→10 leaves it closed', () => {
    const world = given({ settings: { retry: { max: 10 } } })
      .launched()
      .failedUntil(4)
      .maximum(4)
      .maximum(10);
    expect(world.action().phase).toBe('closed');
    expect(world.shown()).toBe('4/10');
  });
});

describe('saving an Action type', () => {
  it('S3 null blanks, what is left out stays', () => {
    const world = given(withPost({ send: ['invoiceId'], due: '8h' }));
    savePost(world, { responseWithin: null, due: null, allocation: null, send: null });
    expect(world.world.actionTypes.get('post')).toEqual({
      title: 'Post invoice',
      externalApi: 'erp',
      responseExpected: true,
      autoCompleteOnTimeout: false,
    });
  });

  it('S3, R19 a pattern of its own applies at once, and `null` puts the type back under the system-wide one', () => {
    const world = given().launched().failedUntil(2);
    savePost(world, { retry: { max: 3 } });
    expect(world.world.actionTypes.get('post')?.retry).toEqual({ ...RETRY_DEFAULTS, max: 3 });
    expect(world.shown()).toBe('2/3');
    world.maximum(1);
    expect(world.action().phase).toBe('retry pending');
    savePost(world, { retry: null });
    expect(world.action()).toMatchObject({ phase: 'closed', displayedMaximum: 3 });
  });

  it('S3 touches no Actions of other types', () => {
    const world = given({
      actionTypes: { post: { externalApi: 'erp' }, other: { externalApi: 'erp' } },
      cases: { C1: { owner: 'dana', process: [['post', 'other']] } },
    }).launched();
    world.callEnds(REFUSED, 'C1/post').callEnds(REFUSED, 'C1/other');
    savePost(world, { retry: { max: 0 } });
    expect(world.action('C1/post').phase).toBe('closed');
    expect(world.action('C1/other')).toMatchObject({ phase: 'retry pending', displayedMaximum: 5 });
  });

  it('R5, S3 Response expected counts as it stands when the call connects', () => {
    const world = given().launched();
    savePost(world, { responseExpected: false });
    world.callEnds(ACCEPTED);
    expect(world.action().resolutionMethod).toBe('Done Successfully');
  });

  it('R33, S3 Auto-complete counts as it stands at the due date', () => {
    const world = given(withPost({ due: '1h' })).launched();
    savePost(world, { autoCompleteOnTimeout: true });
    world.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(world.action().resolutionMethod).toBe('No response returned');
  });

  it('S3 refuses names that are unknown, and an API for a manual type', () => {
    const world = given();
    const refused = (name: string, change: object) =>
      world.tries({ type: 'saveDefinition', definition: { section: 'actionTypes', name, change } });
    expect(refused('nothing', {})).toMatchObject({ code: 'unknown' });
    expect(refused('post', { externalApi: 'nothing' })).toMatchObject({ code: 'unknown' });
    expect(refused('post', { allocation: { queue: 'nothing' } })).toMatchObject({ code: 'unknown' });
    expect(refused('post', { allocation: { user: 'omar', secondaryUser: 'nothing' } })).toMatchObject({
      code: 'unknown',
    });
    expect(refused('check', { externalApi: 'erp' })).toMatchObject({ code: 'notAllowed' });
  });
});

describe('saving people and External APIs', () => {
  it('S5 a person’s availability and queues', () => {
    const world = given();
    world.when({
      type: 'saveDefinition',
      definition: { section: 'users', name: 'omar', change: { available: false } },
    });
    expect(world.world.users.get('omar')).toEqual({ available: false, queues: ['AP'] });
    world.when({ type: 'saveDefinition', definition: { section: 'users', name: 'omar', change: { queues: [] } } });
    expect(world.world.users.get('omar')).toEqual({ available: false, queues: [] });
    expect(
      world.tries({
        type: 'saveDefinition',
        definition: { section: 'users', name: 'omar', change: { queues: ['nothing'] } },
      }),
    ).toMatchObject({
      code: 'unknown',
    });
    expect(
      world.tries({ type: 'saveDefinition', definition: { section: 'users', name: 'nobody', change: {} } }),
    ).toMatchObject({ code: 'unknown' });
  });

  it('a script takes the place of random behaviour, and the other way round', () => {
    const world = given();
    const erp = () => world.world.externalApis.get('erp')?.definition;
    const random = {
      failRate: 1,
      fail: { refused: 1 },
      acceptAfter: 0,
      noResponseRate: 0,
      successRate: 1,
      responseAfter: 0,
      reasons: {},
    };
    world.when({ type: 'saveDefinition', definition: { section: 'externalApis', name: 'erp', change: { random } } });
    expect(erp()).toEqual({ url: 'https://erp.example.test/invoices', random });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', change: { otherwise: { fail: 'tls' } } },
    });
    expect(erp()).toEqual({ url: 'https://erp.example.test/invoices', otherwise: { fail: 'tls' } });
    expect(
      world.tries({ type: 'saveDefinition', definition: { section: 'externalApis', name: 'nothing', change: {} } }),
    ).toMatchObject({ code: 'unknown' });
    expect(world.tries({ type: 'switchApi', name: 'nothing', to: 'Down' })).toMatchObject({ code: 'unknown' });
  });
});
