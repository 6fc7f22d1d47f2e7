import { describe, expect, it } from 'vitest';
import type { CallPlan } from '../../../../src/shared/model.ts';
import { timelineOf } from '../../../../src/views/timeline/entries.ts';
import {
  ACCEPTED,
  type Given,
  given,
  MINUTE,
  REFUSED,
  START,
  SUCCESS,
  UNSUCCESSFUL,
  withPost,
} from '../../../support/given.ts';

const lines = (world: Given, reference = 'C1/post') =>
  timelineOf(world.world.timelines.get(reference)).map(({ kind, who, text }) => `${kind} | ${who} | ${text}`);

describe('R51 the timeline', () => {
  it('of an Action that fails, is retried by hand, is saved, and given up', () => {
    const world = given({ settings: { retry: { max: 10 } } })
      .launched()
      .callEnds({ ...REFUSED, latencyMs: 500 });
    const unavailable: CallPlan = {
      result: { connected: false, failure: { kind: 'status', status: 503, retryAfterMs: 120_000 } },
      latencyMs: 0,
      answers: [],
    };
    world.retryDue().callEnds(unavailable);
    world.when({ type: 'retry', action: 'C1/post', by: 'omar' });
    world.callEnds(REFUSED);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 2 } } },
      by: 'ines',
    });
    expect(lines(world)).toEqual([
      'created | System | Created: Post invoice',
      'status change | System | Status change: new → Waiting, Updated by Enate',
      'call | System | Call 1, automatic',
      'call failed | Integration | Call 1 failed: The connection was refused after 500 ms',
      'retry scheduled | System | Retry 1 scheduled in 1 min',
      'call | System | Call 2, automatic, retry 1',
      'call failed | Integration | Call 2 failed: The system answered with HTTP 503, Retry-After 2 min',
      'retry scheduled | System | Retry 2 scheduled in 2 min',
      'call | omar | Call 3, manual, retry 2, by omar',
      'call failed | Integration | Call 3 failed: The connection was refused',
      'retry scheduled | System | Retry 3 scheduled in 4 min',
      'settings change | ines | Settings change: maximum retries 10 → 2, shown as 10',
      'status change | System | Status change: Waiting → Closed, Updated by Enate, Not Done Successfully',
      'escalation | System | Escalated: C1/post needs the Case owner dana, who was told',
    ]);
  });

  it('of an Action that connects, is answered with no, and worked on', () => {
    const world = given(withPost({ due: '1h' }))
      .launched()
      .callEnds({ ...ACCEPTED, latencyMs: 200 })
      .after(MINUTE);
    world.answers(UNSUCCESSFUL);
    world.answers(UNSUCCESSFUL);
    world.answers(SUCCESS);
    world.tries({ type: 'response', actionRef: 'C1/post', delivery: { body: null, token: 'right' } });
    world.tries({ type: 'response', actionRef: 'C1/post', delivery: { body: SUCCESS, token: 'wrong' } });
    world.when({ type: 'dueDate', actionRef: 'C1/post' });
    world.when({ type: 'take', action: 'C1/post', by: 'ines' });
    world.when({ type: 'unassign', action: 'C1/post', by: 'ines' });
    world.when({ type: 'unable', action: 'C1/post', by: 'omar', reason: 'The supplier is gone' });
    expect(lines(world).slice(3)).toEqual([
      'connected | Integration | Connected: call 1 was received, HTTP 202 after 200 ms',
      'response accepted | Integration | Response accepted: unsuccessful, PO 77 not found (200)',
      'status change | Integration | Status change: Waiting → To Do, Updated by Integration',
      'allocation | System | Allocation: omar, queue AP',
      'response duplicate | Integration | Response duplicate, acknowledged without change: unsuccessful, PO 77 not found (200)',
      'response refused | Integration | Response refused, another one decided before: success (409)',
      'response refused | Integration | Response refused, its body could not be read (400)',
      'response refused | Integration | Response refused, wrong token: success (401)',
      'overdue | System | Overdue: the due date was reached',
      'status change | ines | Status change: To Do → In Progress, Updated by resource',
      'allocation | ines | Allocation: ines, queue AP',
      'status change | ines | Status change: In Progress → To Do, Updated by resource',
      'allocation | ines | Allocation: nobody, queue AP',
      'status change | omar | Status change: To Do → In Progress, Updated by resource',
      'allocation | omar | Allocation: omar, queue AP',
      'status change | omar | Status change: In Progress → Closed, Updated by resource, Not Done Successfully: The supplier is gone',
      'escalation | System | Escalated: C1/post needs the Case owner dana, who was told',
    ]);
  });

  it('R29 of a late response', () => {
    const world = given().launched().failedUntil(5);
    world.answers(SUCCESS);
    expect(lines(world).at(-1)).toBe('response late | Integration | Response late, refused: success (409)');
  });

  it('R41 says why somebody else, or nobody, got it', () => {
    const allocated = (available: { omar: boolean; ines: boolean }) => {
      const world = given().launched();
      for (const [name, value] of Object.entries(available))
        world.when({ type: 'saveDefinition', definition: { section: 'users', name, change: { available: value } } });
      world.answers(UNSUCCESSFUL);
      return lines(world).at(-1);
    };
    expect(allocated({ omar: false, ines: true })).toContain('ines (the first choice is not available), queue AP');
    expect(allocated({ omar: false, ines: false })).toContain('nobody (nobody named is available), queue AP');
  });

  it('of a Case', () => {
    const world = given().launched();
    world.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    world.answers(SUCCESS);
    world.when({ type: 'caseVerb', case: 'C1', do: 'resume' });
    expect(lines(world, 'C1')).toEqual([
      'created | System | Created',
      'status change | System | Status change: Draft → In Progress, Updated by Enate',
      'step started | System | Step 1 of the process started',
      'paused | dana | Paused',
      'data written | Integration | Data written: poNumber',
      'resumed | dana | Resumed',
      'status change | System | Status change: In Progress → Closed, Updated by Enate, Done Successfully',
    ]);
  });

  it('bears the virtual time of each entry, and says nothing of what the API will do', () => {
    const world = given().launched().after(5_000);
    world.when({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan: REFUSED });
    const entries = timelineOf(world.world.timelines.get('C1/post'));
    expect(entries.map(({ at }) => at)).toEqual([START, START, START]);
    expect(timelineOf(undefined)).toEqual([]);
  });
});
