import { describe, expect, it } from 'vitest';
import { callsOf } from '../../../../src/views/calls/calls.ts';
import { ACCEPTED, given, MINUTE, REFUSED, START, SUCCESS } from '../../../support/given.ts';

describe('the calls of an Action', () => {
  it('R2, R11, R51 each with its number, its trigger, by whom, and what came of it', () => {
    const world = given()
      .launched()
      .callEnds({ ...REFUSED, latencyMs: 300 })
      .after(10_000);
    world.when({ type: 'retry', action: 'C1/post', by: 'omar' });
    world.callEnds(REFUSED).retryDue().callEnds(ACCEPTED);
    expect(callsOf(world.world.timelines.get('C1/post'))).toMatchObject([
      { callNumber: 1, trigger: 'first', by: 'System', startedAt: START, endedAt: START + 300, result: REFUSED.result },
      { callNumber: 2, trigger: 'manual', by: 'omar', startedAt: START + 10_300, endedAt: START + 10_300 },
      {
        callNumber: 3,
        trigger: 'automatic',
        by: 'System',
        startedAt: START + 10_300 + 2 * MINUTE,
        result: ACCEPTED.result,
      },
    ]);
  });

  it('R3 with what was sent and where', () => {
    const world = given().launched();
    expect(callsOf(world.world.timelines.get('C1/post'))).toMatchObject([
      {
        externalApi: 'erp',
        url: 'https://erp.example.test/invoices',
        action: { Reference: 'C1/post', invoiceId: 'INV-1' },
      },
    ]);
  });

  it('R27, R39 one that a response ended was cut off', () => {
    const world = given().launched().after(3_000);
    world.answers(SUCCESS);
    expect(callsOf(world.world.timelines.get('C1/post'))).toMatchObject([
      { result: null, state: 'cut off', endedAt: world.now },
    ]);
    const early = world.world.timelines.get('C1/post')?.filter(({ type }) => type !== 'callCutOff');
    expect(callsOf(early), 'as timelines of before version 4 have it').toMatchObject([
      { result: null, state: 'cut off', endedAt: world.now },
    ]);
    const inFlight = given().launched().world.timelines.get('C1/post');
    expect(callsOf(inFlight)).toMatchObject([{ result: null, state: 'in flight', endedAt: null }]);
  });

  it('a manual Action has none', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    expect(callsOf(world.world.timelines.get('C1/check'))).toEqual([]);
    expect(callsOf(undefined)).toEqual([]);
  });
});
