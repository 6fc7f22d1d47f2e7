import { describe, expect, it } from 'vitest';
import type { Delivery } from '../../../../src/shared/model.ts';
import { timelineOf } from '../../../../src/views/timeline/entries.ts';
import {
  ACCEPTED,
  type Given,
  given,
  MINUTE,
  REFUSED,
  SUCCESS,
  UNSUCCESSFUL,
  withPost,
} from '../../../support/given.ts';

const waiting: [string, () => Given][] = [
  ['calling', () => given().launched()],
  ['calling again', () => given().launched().callEnds(REFUSED).retryDue()],
  ['retry pending', () => given().launched().callEnds(REFUSED)],
  ['awaiting response', () => given().launched().callEnds(ACCEPTED)],
];

const deliver = (world: Given, delivery: Delivery) => world.tries({ type: 'response', actionRef: 'C1/post', delivery });

describe('a successful response', () => {
  it.each(waiting)(
    'R25, R27 in %s closes as Done Successfully and ends the retries; its data is written',
    (_, start) => {
      const world = start();
      const { retryCount } = world.action();
      world.answers({ outcome: 'success', data: { poNumber: '4711', invoiceId: 'INV-2', deep: { a: [1, null] } } });
      expect(world.action()).toMatchObject({
        status: 'Closed',
        resolutionMethod: 'Done Successfully',
        statusBy: 'Integration',
        rejectedReason: null,
        retryCount,
        owner: null,
      });
      expect(world.case().data).toEqual({ invoiceId: 'INV-2', poNumber: '4711', deep: { a: [1, null] } });
      expect(world.timers()).toEqual([]);
    },
  );

  it('R25 without data writes none, and says nothing of data', () => {
    const world = given().launched();
    expect(world.answers({ outcome: 'success' })).not.toContainEqual(
      expect.objectContaining({ type: 'caseDataWritten' }),
    );
    expect(world.answers({ outcome: 'success', data: {} })).not.toContainEqual(
      expect.objectContaining({ type: 'caseDataWritten' }),
    );
    expect(world.case().data).toEqual({ invoiceId: 'INV-1' });
  });
});

describe('an unsuccessful response', () => {
  it.each(waiting)('R26, R27, R45 in %s makes it To Do with the Rejected Reason; the owner is not told', (_, start) => {
    const world = start();
    world.answers({ ...UNSUCCESSFUL, data: { checkedBy: 'erp' } });
    expect(world.action()).toMatchObject({
      phase: 'manual',
      status: 'To Do',
      reason: 'Updated by Integration',
      rejectedReason: 'PO 77 not found',
      resolutionMethod: null,
    });
    expect(world.case()).toMatchObject({ status: 'In Progress', needsAttention: false, data: { checkedBy: 'erp' } });
    expect(world.notificationsOf('dana')).toEqual([]);
    expect(world.timers()).toEqual([]);
  });

  it('R26 without an explanation reads No reason given, and it stays for good', () => {
    const world = given().launched();
    world.answers({ outcome: 'unsuccessful' });
    world.when({ type: 'complete', action: 'C1/post', by: 'omar' });
    expect(world.action()).toMatchObject({ status: 'Closed', rejectedReason: 'No reason given' });
  });

  it('R26 is a manual Action from then on: no response clock, no retry, only the due date', () => {
    const world = given(withPost({ due: '8h' }))
      .launched()
      .callEnds(ACCEPTED);
    world.answers(UNSUCCESSFUL);
    expect(world.timers().map(({ input }) => input.type)).toEqual(['dueDate']);
  });
});

describe('the first valid response decides', () => {
  it.each([
    ['success, then closed', SUCCESS],
    ['unsuccessful, then To Do', UNSUCCESSFUL],
  ])('R28 after %s an identical repeat is acknowledged without change, whatever the order of its keys', (_, body) => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers(body);
    const before = world.action();
    const reversed = Object.fromEntries(Object.entries(body).reverse()) as unknown as typeof body;
    for (const repeat of [body, reversed]) {
      expect(world.answers(repeat)).toMatchObject([
        { type: 'responseReceived', verdict: 'duplicate', httpStatus: 200 },
      ]);
    }
    expect(world.action()).toEqual({ ...before, unheededResponses: 2 });
  });

  it.each([
    ['another outcome', { outcome: 'unsuccessful' }],
    ['other data', { outcome: 'success', data: { poNumber: '4712' } }],
    ['no data', { outcome: 'success' }],
    ['a reason besides', { ...SUCCESS, reason: 'because' }],
  ] as const)('R28 a different one (%s) is refused (409) and changes nothing', (_, body) => {
    const world = given().launched();
    world.answers(SUCCESS);
    const before = [{ ...world.action(), unheededResponses: 1 }, world.case()];
    expect(world.answers(body)).toMatchObject([{ verdict: 'conflicting', httpStatus: 409 }]);
    expect([world.action(), world.case()]).toEqual(before);
  });

  it('R28, R29 still decides after people finished the work', () => {
    const world = given().launched();
    world.answers(UNSUCCESSFUL);
    world.when({ type: 'complete', action: 'C1/post', by: 'omar' });
    expect(world.answers(UNSUCCESSFUL)).toMatchObject([{ verdict: 'duplicate', httpStatus: 200 }]);
    expect(world.answers(SUCCESS)).toMatchObject([{ verdict: 'conflicting', httpStatus: 409 }]);
  });
});

describe('a late response', () => {
  const over: [string, () => Given][] = [
    ['To Do by timeout', () => timedOut()],
    [
      'In Progress after a timeout',
      () => {
        const world = timedOut();
        world.when({ type: 'take', action: 'C1/post', by: 'omar' });
        return world;
      },
    ],
    ['closed for failing to connect', () => given().launched().failedUntil(5)],
    [
      'closed at the due date',
      () => {
        const world = given(withPost({ due: '1h', autoCompleteOnTimeout: true }))
          .launched()
          .callEnds(ACCEPTED);
        world.when({ type: 'dueDate', actionRef: 'C1/post' });
        return world;
      },
    ],
  ];

  it.each(over)('R29 to an Action that is %s is refused (409), logged as late, and changes nothing', (_, start) => {
    const world = start();
    const before = [{ ...world.action(), unheededResponses: 1 }, world.case()];
    expect(world.answers(SUCCESS)).toMatchObject([{ verdict: 'late', httpStatus: 409 }]);
    expect([world.action(), world.case()]).toEqual(before);
    expect(timelineOf(world.world.timelines.get('C1/post')).at(-1)).toMatchObject({ kind: 'response late' });
    // The first one was refused, so it decided nothing: the same again is late again.
    expect(world.answers(SUCCESS)).toMatchObject([{ verdict: 'late', httpStatus: 409 }]);
  });

  function timedOut(): Given {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * MINUTE);
    world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    return world;
  }
});

describe('a response that is none', () => {
  it.each(waiting)(
    'R30 in %s: malformed 400, wrong token 401; no change of state, the clocks run on, no retry',
    (_, start) => {
      const world = start();
      const before = world.action();
      const timers = world.timers();
      expect(deliver(world, { body: null, token: 'right' })).toMatchObject([{ verdict: 'malformed', httpStatus: 400 }]);
      expect(deliver(world, { body: SUCCESS, token: 'wrong' })).toMatchObject([
        { verdict: 'wrong token', httpStatus: 401 },
      ]);
      expect(deliver(world, { body: null, token: 'wrong' })).toMatchObject([
        { verdict: 'wrong token', httpStatus: 401 },
      ]);
      expect(world.action()).toEqual({ ...before, unheededResponses: 3 });
      expect(world.timers()).toEqual(timers);
      world.answers(SUCCESS);
      expect(world.action().resolutionMethod).toBe('Done Successfully');
    },
  );

  it('R30 of an Action that does not exist, or that calls nobody, is refused', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    expect(deliver(world, { body: SUCCESS, token: 'right' })).toMatchObject({ code: 'unknown' });
    expect(
      world.tries({ type: 'response', actionRef: 'C1/check', delivery: { body: SUCCESS, token: 'right' } }),
    ).toMatchObject({ code: 'notAllowed' });
  });
});
