import { describe, expect, test } from 'vitest';
import { copyWorld } from '../../../../src/shared/world-json.ts';
import { createApiLogs } from '../../../../src/views/calls/api-log.ts';
import { ACCEPTED, given, MINUTE, REFUSED, START, SUCCESS } from '../../../support/given.ts';

const TWO_CASES = { cases: { C1: { owner: 'dana', process: ['post'] }, C2: { owner: 'dana', process: ['post'] } } };
const SLOW = { ...ACCEPTED, latencyMs: 2_000 };

describe('the log of an External API', () => {
  test('an API that nobody called has none', () => {
    expect(createApiLogs()(given().world)('erp')).toEqual({
      calls: [],
      callCount: 0,
      connectedCount: 0,
      failedCount: 0,
    });
  });

  test('the calls of all Actions stand together, newest first, with what came of them (R51)', () => {
    const it = given(TWO_CASES);
    it.when({ type: 'launchCase', case: 'C1' });
    it.callEnds(REFUSED);
    it.after(MINUTE / 2).when({ type: 'launchCase', case: 'C2' });
    it.callEnds(SLOW, 'C2/post');
    it.retryDue();
    const { calls, ...counts } = createApiLogs()(it.world)('erp');
    expect(counts).toEqual({ callCount: 3, connectedCount: 1, failedCount: 1 });
    expect(
      calls.map(({ actionRef, callNumber, retryNumber, trigger, state }) => [
        actionRef,
        callNumber,
        retryNumber,
        trigger,
        state,
      ]),
    ).toEqual([
      ['C1/post', 2, 1, 'automatic', 'in flight'],
      ['C2/post', 1, 0, 'first', 'connected'],
      ['C1/post', 1, 0, 'first', 'failed'],
    ]);
    expect(calls[1]).toMatchObject({
      startedAt: START + MINUTE / 2,
      endedAt: START + MINUTE / 2 + 2_000,
      result: { connected: true, status: 202 },
      action: { Reference: 'C2/post' },
    });
  });

  test('a call that really went out says so once it has its result', () => {
    const it = given({ externalApis: { erp: { url: 'http://127.0.0.1:8080/' } }, ...TWO_CASES });
    it.when({ type: 'launchCase', case: 'C1' });
    it.callEnds(REFUSED).when({ type: 'switchApi', name: 'erp', to: 'Real' });
    it.retryDue();
    const logs = createApiLogs();
    expect(logs(it.world)('erp').calls.map(({ isReal }) => isReal)).toEqual([false, false]);
    it.callEnds({ ...ACCEPTED, real: true });
    expect(logs(it.world)('erp').calls.map(({ isReal }) => isReal)).toEqual([true, false]);
  });

  test('at one instant the call that came later stands first', () => {
    const it = given(TWO_CASES);
    it.when({ type: 'launchCase', case: 'C1' });
    it.when({ type: 'launchCase', case: 'C2' });
    expect(createApiLogs()(it.world)('erp').calls.map(({ actionRef }) => actionRef)).toEqual(['C2/post', 'C1/post']);
  });

  test('a look reads only what was added, and gives the same log where nothing was', () => {
    const it = given(TWO_CASES).launched();
    const logs = createApiLogs();
    const first = logs(it.world)('erp');
    expect(first.calls.map(({ state }) => state)).toEqual(['in flight']);
    expect(logs(it.world)('erp')).toBe(first);
    it.callEnds(REFUSED);
    expect(logs(it.world)('erp').calls.map(({ state }) => state)).toEqual(['failed']);
    it.retryDue();
    expect(logs(it.world)('erp')).toEqual(createApiLogs()(it.world)('erp'));
  });

  test('a call that a response cut off is neither connected nor failed (R27, R39)', () => {
    const it = given().launched();
    it.after(1_000).answers(SUCCESS);
    const { calls, ...counts } = createApiLogs()(it.world)('erp');
    expect(counts).toEqual({ callCount: 1, connectedCount: 0, failedCount: 0 });
    expect(calls[0]).toMatchObject({ state: 'cut off', result: null, endedAt: START + 1_000 });
  });

  test('beyond the limit the oldest are counted only', () => {
    const it = given().launched().failedUntil(4);
    const logs = createApiLogs(2);
    const log = logs(it.world)('erp');
    expect(log.calls.map(({ callNumber }) => callNumber)).toEqual([5, 4]);
    expect(log.callCount).toBe(5);
    expect(log.failedCount).toBe(5);
    it.retryDue();
    expect(logs(it.world)('erp').calls.map(({ callNumber }) => callNumber)).toEqual([6, 5]);
  });

  test('another world is read from its start', () => {
    const it = given().launched();
    const logs = createApiLogs();
    logs(it.world);
    expect(logs(copyWorld(it.world))('erp').callCount).toBe(1);
    expect(logs(given().world)('erp').callCount).toBe(0);
  });
});
