import { describe, expect, test } from 'vitest';
import { createApiLogs } from '../../../src/views/calls/api-log.ts';
import { ACCEPTED, given, REFUSED, START, SUCCESS } from '../../support/given.ts';

describe('the responses in the log of an External API', () => {
  test('stand with the call before them, with what the rules made of them (R25–R30)', () => {
    const it = given().launched();
    it.callEnds(REFUSED);
    it.retryDue();
    it.callEnds(ACCEPTED);
    const logs = createApiLogs();
    expect(logs(it.world)('erp').calls.map(({ responses }) => responses)).toEqual([[], []]);
    it.after(60_000).answers(SUCCESS);
    it.after(1_000).answers(SUCCESS);
    const [second, first] = logs(it.world)('erp').calls;
    expect(first?.responses).toEqual([]);
    expect(second?.state).toBe('connected');
    expect(second?.responses.map(({ verdict, httpStatus, body }) => [verdict, httpStatus, body?.outcome])).toEqual([
      ['accepted', 200, 'success'],
      ['duplicate', 200, 'success'],
    ]);
    expect(second?.responses[0]?.at).toBeGreaterThan(START);
    expect(logs(it.world)('erp')).toEqual(createApiLogs()(it.world)('erp'));
  });
});
