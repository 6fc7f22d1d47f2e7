import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asKept,
  shortened,
  UNHEEDED_BODY_BYTES,
  UNHEEDED_KEPT,
  verdictOn,
} from '../../../../src/engine/response/unheeded.ts';
import type { ActionFact } from '../../../../src/shared/facts.ts';
import type { Delivery, ResponseBody } from '../../../../src/shared/model.ts';
import { createApiLogs } from '../../../../src/views/calls/api-log.ts';
import { caseTimeline } from '../../../../src/views/timeline/case-timeline.ts';
import { whyResponse } from '../../../../src/views/why/response.ts';
import { ACCEPTED, type Given, given, SUCCESS, UNSUCCESSFUL } from '../../../support/given.ts';

const REF = 'C1/post';
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value));
const LONG: ResponseBody = { outcome: 'unsuccessful', reason: 'ä€😀'.repeat(50_000), data: { poNumber: '4711' } };
const cancelled = () => {
  const world = given().launched().callEnds(ACCEPTED);
  world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
  return world;
};
const receive = (world: Given, body: ResponseBody | null, token: 'right' | 'wrong' = 'right') =>
  world.when({ type: 'response', actionRef: REF, delivery: { body, token } });
const received = (world: Given) =>
  (world.world.timelines.get(REF) ?? []).filter(
    (fact): fact is Extract<ActionFact, { type: 'responseReceived' }> => fact.type === 'responseReceived',
  );

describe('what is kept of a response that changes nothing', () => {
  it('is whole where it is short, else its beginning, and how long it was', () => {
    const world = cancelled();
    expect(receive(world, UNSUCCESSFUL)).toMatchObject([
      { verdict: 'late', body: UNSUCCESSFUL, cutFromBytes: undefined },
    ]);
    const [fact] = receive(world, LONG);
    expect(fact).toMatchObject({
      verdict: 'late',
      cutFromBytes: bytesOf(LONG),
      body: { outcome: 'unsuccessful', data: {} },
    });
    expect(fact?.type === 'responseReceived' && LONG.reason?.startsWith(fact.body?.reason ?? '-')).toBe(true);
  });

  it('is nothing but the outcome where the token is wrong', () => {
    const [fact] = receive(given().launched(), { ...UNSUCCESSFUL, data: { a: 1 } }, 'wrong');
    expect(fact).toMatchObject({ verdict: 'wrong token', httpStatus: 401, body: { outcome: 'unsuccessful' } });
    expect(fact).toHaveProperty('body', { outcome: 'unsuccessful' });
  });

  it('is never more than 4 KB, and well-formed', () => {
    const body = fc.record(
      {
        outcome: fc.constantFrom('success' as const, 'unsuccessful' as const),
        reason: fc.string({ unit: 'binary', maxLength: 9_000, size: 'max' }),
        data: fc.dictionary(fc.string(), fc.string({ unit: 'binary', maxLength: 3_000, size: 'max' }), { maxKeys: 5 }),
      },
      { requiredKeys: ['outcome'] },
    );
    fc.assert(
      fc.property(body, fc.constantFrom('right', 'wrong'), (whole, token) => {
        const { body: kept, cut } = shortened({ body: whole, token });
        expect(bytesOf(kept)).toBeLessThanOrEqual(UNHEEDED_BODY_BYTES);
        expect(kept?.reason ?? '').toSatisfy(
          (text: string) => text.isWellFormed() === (whole.reason ?? '').isWellFormed() || text.isWellFormed(),
        );
        if (cut === undefined) expect(kept).toEqual(whole);
        else expect(cut.bytes).toBe(bytesOf(whole));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps data field by field, whatever the fields are called', () => {
    const data = JSON.parse(`{"__proto__": {"a": 1}, "b": "${'x'.repeat(3_900)}", "c": "${'y'.repeat(300)}", "d": 1}`);
    const { body } = shortened({ body: { outcome: 'success', data }, token: 'right' });
    expect(Object.keys(body?.data ?? {})).toEqual(['__proto__', 'b']);
    expect(bytesOf(body)).toBeLessThanOrEqual(UNHEEDED_BODY_BYTES);
  });

  it('leads to the same verdict as the whole, and is not cut again', () => {
    const answers: ResponseBody[] = [SUCCESS, UNSUCCESSFUL, LONG, { ...LONG, reason: `${LONG.reason}!` }];
    for (const decided of answers) {
      const world = given().launched();
      receive(world, decided);
      expect(world.action().decidedBy, 'what decides is kept whole').toEqual(decided);
      for (const body of [...answers, null]) {
        for (const token of ['right', 'wrong'] as const) {
          const whole: Delivery = { body, token };
          const kept = asKept(world.action(), whole);
          expect(verdictOn(world.action(), kept)).toBe(verdictOn(world.action(), whole));
          expect(asKept(world.action(), kept)).toBe(kept);
        }
      }
    }
  });

  it('R28 a long repeat is acknowledged as one, though only its beginning is kept', () => {
    const world = given().launched();
    receive(world, LONG);
    expect(receive(world, structuredClone(LONG))).toMatchObject([
      { verdict: 'duplicate', cutFromBytes: bytesOf(LONG) },
    ]);
  });
});

describe('how many are kept', () => {
  it(`the last ${UNHEEDED_KEPT}, and a count; what decided stays`, () => {
    const world = given().launched();
    receive(world, SUCCESS);
    for (let index = 1; index <= 30; index += 1) receive(world, { outcome: 'success', reason: `no. ${index}` });
    expect(world.action()).toMatchObject({ unheededResponses: 30, decidedBy: SUCCESS });
    const reasons = received(world).map(({ verdict, body }) => body?.reason ?? verdict);
    expect(reasons).toEqual(['accepted', ...Array.from({ length: UNHEEDED_KEPT }, (_, index) => `no. ${index + 11}`)]);
  });

  it('the timeline of the Case goes on in the order in which things happened', () => {
    const world = given().launched();
    receive(world, SUCCESS);
    const before = caseTimeline(world.world, world.case()).map(({ text }) => text);
    for (let index = 1; index <= 25; index += 1) receive(world, { outcome: 'success', reason: `no. ${index}` });
    const after = caseTimeline(world.world, world.case()).map(({ text }) => text);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length)).toHaveLength(UNHEEDED_KEPT);
    expect(after.at(-1)).toContain('no. 25');
    expect(world.world.timelineOrders.get('C1')).toHaveLength(
      (world.world.timelines.get(REF)?.length ?? 0) + (world.world.timelines.get('C1')?.length ?? 0),
    );
  });

  it('arrays that somebody may be reading are replaced, never shortened', () => {
    const world = cancelled();
    for (let index = 0; index < UNHEEDED_KEPT; index += 1) receive(world, SUCCESS);
    const facts = world.world.timelines.get(REF)!;
    const order = world.world.timelineOrders.get('C1')!;
    const [were, wereInOrder] = [[...facts], [...order]];
    receive(world, UNSUCCESSFUL);
    expect(facts.slice(0, were.length)).toEqual(were);
    expect(order.slice(0, wereInOrder.length)).toEqual(wereInOrder);
    expect(world.world.timelines.get(REF)).not.toBe(facts);
  });

  it('the log of the API reads on behind one that was taken off', () => {
    const world = given().launched().callEnds(ACCEPTED);
    const logs = createApiLogs();
    receive(world, SUCCESS);
    for (let index = 1; index <= 50; index += 1) {
      receive(world, { outcome: 'success', reason: `no. ${index}` });
      if (index % 7 === 0) logs(world.world);
    }
    const { calls, callCount, connectedCount } = logs(world.world)('erp');
    expect({ callCount, connectedCount }).toEqual({ callCount: 1, connectedCount: 1 });
    const kept = received(world).map(({ body }) => body?.reason);
    expect(calls[0]?.responses.map(({ body }) => body?.reason)).toEqual(kept);
  });
});

it('Why? finds where an answer comes from of which only the beginning is kept', () => {
  const world = given().launched();
  const answers = [{ afterMs: 5_000, delivery: { body: LONG, token: 'right' } as const }];
  world.callEnds({ ...ACCEPTED, answers });
  world.when({ type: 'caseVerb', case: 'C1', do: 'cancel' });
  world.after(5_000);
  receive(world, LONG);
  expect(whyResponse(world.world, received(world)[0]!).lines[0]).toBe('call 1 connected 09:00:00 + 5 s = 09:00:05');
});
