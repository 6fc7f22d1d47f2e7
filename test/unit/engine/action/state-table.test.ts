import { describe, expect, it } from 'vitest';
import { ACCEPTED, type Given, given, REFUSED, SUCCESS, UNSUCCESSFUL, withPost } from '../../../support/given.ts';

/** behaviour.md §12, row by row. */
describe('the state table', () => {
  it('launched → calling: n=0, d=M, one POST, the due clock runs (R1, R3, R36)', () => {
    const world = given(withPost({ due: '8h' })).launched();
    expect(world.action()).toMatchObject({
      phase: 'calling',
      status: 'Waiting',
      reason: 'Updated by Enate',
      retryCount: 0,
      displayedMaximum: 5,
      callCount: 1,
      dueAt: world.now + 8 * 3_600_000,
      owner: 'dana',
      assignee: null,
      queue: null,
    });
    expect(world.world.externalApis.get('erp')?.lastRequest?.action).toMatchObject({
      Reference: 'C1/post',
      invoiceId: 'INV-1',
    });
  });

  it('calling, accepted, response expected → awaiting response, the response clock runs, no bar (R4, R35)', () => {
    const world = given().launched().failedUntil(1).retryDue().callEnds(ACCEPTED);
    expect(world.action()).toMatchObject({ phase: 'awaiting response', status: 'Waiting', lastFailure: null });
    expect(world.action().responseDeadlineAt).toBe(world.now + 30 * 60_000);
  });

  it('calling, accepted, no response expected → closed Done Successfully, the Case goes on (R5, R46)', () => {
    const world = given(withPost({ responseExpected: false }))
      .launched()
      .callEnds(ACCEPTED);
    expect(world.action()).toMatchObject({ phase: 'closed', status: 'Closed', resolutionMethod: 'Done Successfully' });
    expect(world.case().status).toBe('Closed');
  });

  it('calling, failed, n < M → retry pending with a bar and the interval for n+1 (R6, S2)', () => {
    const world = given().launched().failedUntil(2);
    expect(world.action()).toMatchObject({ phase: 'retry pending', status: 'Waiting', retryCount: 2 });
    expect(world.action().lastFailure?.occurredAt).toBe(world.now);
    expect(world.action().nextRetryAt).toBe(world.now + 4 * 60_000);
  });

  it('calling, failed, n ≥ M → closed Not Done Successfully, the bar stays, escalated once (R14, R10, R44)', () => {
    const world = given().launched().failedUntil(5);
    expect(world.action()).toMatchObject({
      phase: 'closed',
      resolutionMethod: 'Not Done Successfully',
      escalated: true,
      owner: null,
      callCount: 6,
    });
    expect(world.action().lastFailure).not.toBeNull();
    expect(world.case()).toMatchObject({
      status: 'To Do',
      needsAttention: true,
      reason: 'Action unable to be completed',
      problemAction: 'C1/post',
    });
    expect(world.notificationsOf('dana')).toHaveLength(1);
  });

  it('retry pending, retry due → calling: n+1, the pending retry is gone (R11)', () => {
    const world = given().launched().failedUntil(0).retryDue();
    expect(world.action()).toMatchObject({ phase: 'calling', retryCount: 1, nextRetryAt: null, callCount: 2 });
    expect(world.timers()).toEqual([]);
  });

  it('retry pending, Retry clicked → calling: n+1, the automatic one is dropped (R11, R12)', () => {
    const world = given().launched().failedUntil(1);
    world.when({ type: 'retry', action: 'C1/post', by: 'dana' });
    expect(world.action()).toMatchObject({ phase: 'calling', retryCount: 2, nextRetryAt: null });
    world.after(10_000).callEnds(REFUSED);
    expect(world.action().nextRetryAt).toBe(world.now + 4 * 60_000);
  });

  it('retry pending, M saved, M > n → retry pending, d = M, the retry is not moved (R18, R19, R23)', () => {
    const world = given().launched().failedUntil(4);
    const { nextRetryAt } = world.action();
    world.after(30_000).maximum(7);
    expect(world.action()).toMatchObject({ phase: 'retry pending', nextRetryAt });
    expect(world.shown()).toBe('4/7');
  });

  it('retry pending, M saved, M ≤ n → closed at once and escalated (R19, R21)', () => {
    const world = given({ settings: { retry: { max: 10 } } })
      .launched()
      .failedUntil(4)
      .maximum(4);
    expect(world.action()).toMatchObject({
      phase: 'closed',
      resolutionMethod: 'Not Done Successfully',
      closedAt: world.now,
    });
    expect(world.shown()).toBe('4/10');
    expect(world.notificationsOf('dana')).toHaveLength(1);
  });

  it('calling, M saved → calling, never aborted; it fails by the new M (R18, R22)', () => {
    const world = given({ settings: { retry: { max: 10 } } })
      .launched()
      .failedUntil(3)
      .retryDue()
      .maximum(4);
    expect(world.action().phase).toBe('calling');
    expect(world.shown()).toBe('4/10');
    world.callEnds(REFUSED);
    expect(world.action().phase).toBe('closed');
    expect(world.shown()).toBe('4/10');
  });

  const waiting: [string, () => Given][] = [
    ['calling', () => given().launched()],
    ['retry pending', () => given().launched().failedUntil(1)],
    ['awaiting response', () => given().launched().callEnds(ACCEPTED)],
  ];

  it.each(waiting)(
    '%s, success response → closed Done Successfully, data written, timers gone (R25, R27)',
    (_, start) => {
      const world = start();
      world.answers(SUCCESS);
      expect(world.action()).toMatchObject({
        phase: 'closed',
        resolutionMethod: 'Done Successfully',
        reason: 'Updated by Integration',
        lastFailure: null,
      });
      expect(world.case()).toMatchObject({ status: 'Closed', data: { invoiceId: 'INV-1', poNumber: '4711' } });
      expect(world.timers()).toEqual([]);
      expect(world.notificationsOf('dana')).toEqual([]);
    },
  );

  it.each(waiting)('%s, unsuccessful response → manual, To Do, Rejected Reason, allocated (R26, R42)', (_, start) => {
    const world = start();
    world.answers(UNSUCCESSFUL);
    expect(world.action()).toMatchObject({
      phase: 'manual',
      status: 'To Do',
      reason: 'Updated by Integration',
      rejectedReason: 'PO 77 not found',
      assignee: 'omar',
      queue: 'AP',
      owner: null,
      lastFailure: null,
    });
    expect(world.timers()).toEqual([]);
    expect(world.case()).toMatchObject({ status: 'In Progress', needsAttention: false });
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  it('awaiting response, response clock out → manual, To Do / Timeout, allocated, owner not told (R32)', () => {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * 60_000);
    world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    expect(world.action()).toMatchObject({
      phase: 'manual',
      status: 'To Do',
      reason: 'Timeout',
      assignee: 'omar',
      queue: 'AP',
    });
    expect(world.notificationsOf('dana')).toEqual([]);
  });

  const autoComplete = withPost({ due: '8h', autoCompleteOnTimeout: true });
  it.each([
    ['calling', () => given(autoComplete).launched()],
    ['retry pending', () => given(autoComplete).launched().failedUntil(1)],
    ['awaiting response', () => given(autoComplete).launched().callEnds(ACCEPTED)],
  ] as [string, () => Given][])(
    '%s, due date, auto-complete → closed No response returned, Case goes on (R33, R36)',
    (_, start) => {
      const world = start();
      world.when({ type: 'dueDate', actionRef: 'C1/post' });
      expect(world.action()).toMatchObject({
        phase: 'closed',
        resolutionMethod: 'No response returned',
        overdue: false,
      });
      expect(world.timers()).toEqual([]);
      expect(world.case().status).toBe('Closed');
      expect(world.notificationsOf('dana')).toEqual([]);
    },
  );

  it('any phase, due date, no auto-complete → only overdue (R33)', () => {
    const world = given(withPost({ due: '8h' }))
      .launched()
      .failedUntil(1);
    world.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(world.action()).toMatchObject({ phase: 'retry pending', overdue: true });
    expect(world.timers().map(({ input }) => input.type)).toEqual(['retryDue']);
  });

  it('manual, due date with auto-complete → only overdue: the timeout came first (R34)', () => {
    const world = given(autoComplete).launched().callEnds(ACCEPTED);
    world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    world.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(world.action()).toMatchObject({ phase: 'manual', status: 'To Do', overdue: true });
  });

  it('manual: take, unassign, complete, unable (R47, R50)', () => {
    const world = given().launched();
    world.answers(UNSUCCESSFUL);
    world.when({ type: 'take', action: 'C1/post', by: 'ines' });
    expect(world.action()).toMatchObject({
      status: 'In Progress',
      assignee: 'ines',
      queue: 'AP',
      reason: 'Updated by resource',
    });
    world.when({ type: 'unassign', action: 'C1/post' });
    expect(world.action()).toMatchObject({ status: 'To Do', assignee: null, queue: 'AP' });
    const facts = world.when({ type: 'complete', action: 'C1/post', by: 'omar' });
    expect(facts.flatMap((fact) => (fact.type === 'statusChanged' ? [fact.to] : []))).toEqual([
      'In Progress',
      'Resolved',
      'Closed',
    ]);
    expect(world.action()).toMatchObject({
      resolutionMethod: 'Done Successfully',
      assignee: null,
      queue: null,
      rejectedReason: 'PO 77 not found',
    });
    expect(world.case().status).toBe('Closed');

    const unable = given().launched();
    unable.answers(UNSUCCESSFUL);
    unable.when({ type: 'unable', action: 'C1/post', by: 'omar', reason: 'The supplier is gone' });
    expect(unable.action()).toMatchObject({
      status: 'Closed',
      resolutionMethod: 'Not Done Successfully',
      escalated: true,
    });
    expect(unable.notificationsOf('dana')).toHaveLength(1);
  });

  it.each([
    [
      'manual',
      () => {
        const world = given().launched().callEnds(ACCEPTED);
        world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
        return world;
      },
    ],
    ['closed', () => given().launched().failedUntil(5)],
  ] as [string, () => Given][])('%s, any response → unchanged, refused as late, logged (R29)', (_, start) => {
    const world = start();
    const before = world.action();
    expect(world.answers(SUCCESS)).toMatchObject([{ type: 'responseReceived', verdict: 'late', httpStatus: 409 }]);
    expect(world.action()).toEqual({ ...before, unheededResponses: 1 });
    expect(world.case().data).toEqual({ invoiceId: 'INV-1' });
  });

  it('closed with bar, M saved, M > n → closed, d = M (R18)', () => {
    const world = given().launched().failedUntil(5).maximum(7);
    expect(world.action().phase).toBe('closed');
    expect(world.shown()).toBe('5/7');
  });

  it.each(['rework', 'cancel'] as const)('any open, Case %s → closed, timers gone (R49)', (verb) => {
    const world = given(withPost({ due: '8h' }))
      .launched()
      .failedUntil(2);
    world.when({ type: 'caseVerb', case: 'C1', do: verb, by: 'dana' });
    const first = world.action('C1/post/1');
    expect(first).toMatchObject({ phase: 'closed', resolutionMethod: verb === 'rework' ? 'Rework' : 'Cancelled' });
    expect(world.timers('C1/post/1')).toEqual([]);
    if (verb === 'rework') {
      expect(world.action()).toMatchObject({ ref: 'C1/post/2', phase: 'calling', retryCount: 0, callCount: 1 });
    } else {
      expect(world.case()).toMatchObject({ status: 'Closed', resolutionMethod: 'Cancelled' });
    }
    expect(world.answers(SUCCESS, 'C1/post/1')).toMatchObject([{ verdict: 'late' }]);
  });
});
