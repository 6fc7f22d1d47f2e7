import { describe, expect, it } from 'vitest';
import { columnInWords, type Slot } from '../../../../src/views/lanes/lane.ts';
import { presentOf } from '../../../../src/views/lanes/present.ts';
import { slotsOf } from '../../../../src/views/lanes/slots.ts';
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

const slots = (world: Given, ref = 'C1/post') => slotsOf(world.world.timelines.get(ref) ?? []);
const minutes = (at: number) => (at - START) / MINUTE;
const line = ({ at, items, states }: Slot) => `${minutes(at)} ${columnInWords(items, states)}`;
const lines = (world: Given, ref = 'C1/post') => slots(world, ref).map(line);
const present = (world: Given, ref = 'C1/post') => {
  const { items, state } = presentOf(world.action(ref), world.world.timelines.get(ref) ?? [], START);
  return columnInWords(items, [state]);
};

describe('slots: one an event, nothing merged', () => {
  it('R11, R14: each call and each result is one, every retry has its number, the last failure tells the owner', () => {
    const world = given({ settings: { retry: { max: 2 } } })
      .launched()
      .failedUntil(2);
    expect(lines(world)).toEqual([
      '0 Enate: First call. Action: Waiting, calling.',
      '0 Enate: Retry 1 in 1 min. External API: Connection refused. Action: Waiting, Retried 0 of 2 times.',
      '1 Enate: Retry 1. Action: Waiting, retrying now, retry 1 of 2.',
      '1 Enate: Retry 2 in 2 min. External API: Connection refused. Action: Waiting, Retried 1 of 2 times.',
      '3 Enate: Retry 2. Action: Waiting, retrying now, retry 2 of 2.',
      '3 Enate: No further retries. External API: Connection refused. Action: Closed – Not Done Successfully, Retried 2 of 2 times. People: Case owner dana is told.',
    ]);
    expect(present(world)).toBe(
      'Action: Closed – Not Done Successfully, Retried 2 of 2 times. People: Case owner dana was told.',
    );
  });

  it('twenty retries are 42 slots, each with an id of its own', () => {
    const world = given({ settings: { retry: { max: 20 } } })
      .launched()
      .failedUntil(20);
    const all = slots(world);
    expect(all).toHaveLength(42);
    expect(new Set(all.map(({ id }) => id)).size).toBe(42);
    expect(all.at(-1)?.factCount).toBe(world.world.timelines.get('C1/post')?.length);
    expect(all.map(({ factCount }) => factCount)).toEqual(
      all.map(({ factCount }) => factCount).toSorted((a, b) => a - b),
    );
    const retries = all
      .flatMap(({ items }) => items.map(({ words }) => words))
      .filter((each) => /^Retry \d+$/.test(each));
    expect(retries).toEqual(Array.from({ length: 20 }, (_, index) => `Retry ${index + 1}`));
  });

  it('R12: a retry by hand is an act of its own, by name; what pends is planned', () => {
    const world = given().launched().callEnds(REFUSED).after(10_000);
    expect(present(world)).toBe('Enate: Retry 1 at 09:01:00. Action: Waiting, Retried 0 of 5 times.');
    world.when({ type: 'retry', action: 'C1/post', by: 'omar' });
    expect(lines(world).at(-1)).toContain(
      'Enate: Retry 1. Action: Waiting, retrying now, retry 1 of 5. People: omar clicks Retry.',
    );
    expect(present(world)).toBe('External API: No result yet. Action: Waiting, retrying now, retry 1 of 5.');
  });

  it('R18, R19, R21: saving the maximum is an event; one that closes says so and whom it tells', () => {
    const world = given().launched().failedUntil(1);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 7 } } },
      by: 'ines',
    });
    world.maximum(1);
    expect(lines(world).slice(-2)).toEqual([
      '1 Action: Waiting, Retried 1 of 7 times. People: Maximum retries 5 → 7, by ines.',
      expect.stringMatching(
        /^1 Action: Closed – Not Done Successfully, Retried 1 of 7 times\. People: Maximum retries 7 → 1.*; Case owner dana is told\.$/,
      ),
    ]);
  });

  it('R4, R25: received, then the response; the bar is gone and the state is what it waits for', () => {
    const world = given()
      .launched()
      .callEnds({ ...ACCEPTED, latencyMs: 300 });
    expect(present(world)).toBe(
      'Enate: Response timeout at 09:30:00.300. External API: No response yet. Action: Waiting, for the response.',
    );
    world.after(2 * MINUTE).answers(SUCCESS);
    expect(slots(world).map(({ items, states, sinceMs }) => `${sinceMs} ${columnInWords(items, states)}`)).toEqual([
      'null Enate: First call. Action: Waiting, calling.',
      '300 Enate: Waits 30 min for the response. External API: Received, HTTP 202 after 300 ms. Action: Waiting, for the response.',
      '120000 External API: Response: success. Action: Closed – Done Successfully.',
    ]);
  });

  it('R5: no response expected: received and closed are one event', () => {
    const world = given(withPost({ responseExpected: false, responseWithin: undefined }))
      .launched()
      .callEnds(ACCEPTED);
    expect(lines(world).at(-1)).toBe(
      '0 Enate: No response expected. External API: Received, HTTP 202. Action: Closed – Done Successfully.',
    );
  });

  it('R26, R28, R29, R30, R42: what the response said, whose work it is, and what became of those after it', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers(UNSUCCESSFUL);
    world.answers(UNSUCCESSFUL);
    world.answers(SUCCESS);
    world.tries({ type: 'response', actionRef: 'C1/post', delivery: { body: null, token: 'right' } });
    expect(lines(world).slice(2)).toEqual([
      '0 External API: Response: unsuccessful, “PO 77 not found”. Action: To Do. People: For omar, queue AP.',
      '0 Enate: Duplicate, acknowledged without change. External API: Response: unsuccessful, “PO 77 not found”. Action: To Do.',
      '0 Enate: Refused, another one decided before. External API: Response: success. Action: To Do.',
      '0 Enate: Refused, its body could not be read. External API: Response. Action: To Do.',
    ]);
    expect(present(world)).toBe('Action: To Do. People: For omar, queue AP.');
  });

  it('R26: a long reason is said to be there, not written out', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.answers({ outcome: 'unsuccessful', reason: 'x'.repeat(100) });
    expect(lines(world).at(-1)).toContain('Response: unsuccessful, with a long reason');
  });

  it('R32, R45: the response timeout is an event of Enate, and nobody is told', () => {
    const world = given()
      .launched()
      .callEnds(ACCEPTED)
      .after(30 * MINUTE);
    world.when({ type: 'responseTimeout', actionRef: 'C1/post' });
    expect(lines(world).at(-1)).toBe('30 Enate: Response timeout. Action: To Do. People: For omar, queue AP.');
  });

  it('R39: a call that a response overtook is cut off in the same event', () => {
    const world = given().launched();
    world.answers(SUCCESS);
    expect(lines(world)).toEqual([
      '0 Enate: First call. Action: Waiting, calling.',
      '0 Enate: First call cut off. External API: Response: success. Action: Closed – Done Successfully.',
    ]);
  });

  it('R33, R39: so is one that the due date closes; overdue alone marks the state', () => {
    const closes = given(withPost({ due: '1h', autoCompleteOnTimeout: true }))
      .launched()
      .after(60 * MINUTE);
    closes.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(lines(closes).at(-1)).toBe(
      '60 Enate: First call cut off; Due date reached. Action: Closed – No response returned.',
    );
    const marks = given(withPost({ due: '1h' }))
      .launched()
      .callEnds(REFUSED)
      .after(60 * MINUTE);
    marks.when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(lines(marks).at(-1)).toBe('60 Enate: Due date reached. Action: Waiting, Retried 0 of 5 times, overdue.');
  });

  it('R50: taken and completed at one instant shows both, and Resolved, which lasted no time', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    world.when({ type: 'take', action: 'C1/check', by: 'omar' });
    world.when({ type: 'complete', action: 'C1/check', by: 'omar' });
    expect(lines(world, 'C1/check')).toEqual([
      '0 Enate: Started. Action: To Do. People: For nobody yet, queue AP.',
      '0 Action: In Progress. People: omar takes it.',
      '0 Action: Resolved, then Closed – Done Successfully. People: omar completes it.',
    ]);
    expect(slots(world, 'C1/check').map(({ states }) => states.map(({ isNew }) => isNew))).toEqual([
      [true],
      [true],
      [true, true],
    ]);
  });

  it('R47, R50: giving back, and giving up what nobody had taken', () => {
    const world = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
    world.when({ type: 'take', action: 'C1/check', by: 'omar' });
    expect(present(world, 'C1/check')).toBe('Action: In Progress. People: omar works on it.');
    world.when({ type: 'unassign', action: 'C1/check', by: 'omar' });
    world.when({ type: 'unable', action: 'C1/check', by: 'ines', reason: 'gone' });
    expect(lines(world, 'C1/check').slice(2)).toEqual([
      '0 Action: To Do. People: omar unassigns it.',
      '0 Action: In Progress. People: ines takes it.',
      '0 Action: Closed – Not Done Successfully. People: ines is unable to complete it, “gone”; Case owner dana is told.',
    ]);
  });

  it('R49: a relaunched copy has lanes of its own, and says who started it', () => {
    const world = given({ settings: { retry: { max: 0 } } })
      .launched()
      .callEnds(REFUSED);
    world.when({ type: 'relaunch', action: 'C1/post', by: 'dana' });
    expect(lines(world, 'C1/post/2')).toEqual([
      '0 Enate: First call. Action: Waiting, calling. People: dana starts copy 2.',
    ]);
    expect(lines(world).at(-1)).toContain('No further retries');
  });

  it('R16, R49: what a person cancels in the instant of a failure is no part of it', () => {
    const world = given().launched().callEnds(REFUSED);
    world.when({ type: 'caseVerb', case: 'C1', do: 'cancel', by: 'dana' });
    expect(lines(world).slice(1)).toEqual([
      '0 Enate: Retry 1 in 1 min. External API: Connection refused. Action: Waiting, Retried 0 of 5 times.',
      '0 Action: Closed – Cancelled. People: dana cancels the Case.',
    ]);
  });

  it('says nothing of what the External API is going to do with a call', () => {
    const world = given().launched();
    const before = lines(world);
    world.when({ type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan: REFUSED });
    expect(lines(world)).toEqual(before);
  });
});
