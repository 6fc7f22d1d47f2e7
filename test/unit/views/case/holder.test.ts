/** Whom a Case waits for, when its Actions are due, and what takes people long. */
import { describe, expect, it, test } from 'vitest';
import { caseProcess, caseProgress } from '../../../../src/views/case/case-process.ts';
import { dueDateOf } from '../../../../src/views/case/due.ts';
import { holdingUp } from '../../../../src/views/case/held-up.ts';
import { holderInWords, holderOf, isLongWithPeople, LONG_WITH_PEOPLE_MS } from '../../../../src/views/case/holder.ts';
import { createCaseRows } from '../../../../src/views/rows/case-rows.ts';
import { elapsedInWords } from '../../../../src/views/words/time-words.ts';
import { ACCEPTED, type Given, given, MINUTE, SUCCESS, UNSUCCESSFUL, withPost } from '../../../support/given.ts';

function holder({ world, ...it }: Given) {
  const caseInstance = world.cases.get('C1');
  if (caseInstance === undefined) throw new Error('no C1');
  const process = caseProcess(world, caseInstance);
  const actions = caseProgress(process).newest.filter((action) => action !== null);
  const found = holderOf(world, caseInstance, actions, holdingUp(caseInstance, process));
  return found === null ? null : `${holderInWords(found)}, ${elapsedInWords(found.since, it.now)}`;
}

const process = { cases: { C1: { owner: 'dana', process: [['post', 'check']] } } };

describe('whom a Case waits for', () => {
  it('R40 is nobody while the external system has it, before it is launched, and once it is closed', () => {
    const it = given();
    expect(holder(it)).toBeNull();
    expect(holder(it.launched().callEnds(ACCEPTED))).toBeNull();
    it.answers(SUCCESS);
    expect(it.case().status).toBe('Closed');
    expect(holder(it)).toBeNull();
  });

  it('R41 is the queue where it waits unassigned, or whom it is assigned to', () => {
    const it = given({ cases: { C1: { owner: 'dana', process: ['check'] } } })
      .launched()
      .after(300 * MINUTE);
    expect(holder(it)).toBe('AP · Check, 5 h');
    it.when({ type: 'take', action: 'C1/check', by: 'omar' });
    // R50: taken by a person it still waits, since it came to people.
    expect(holder(it)).toBe('omar · Check, 5 h');
  });

  it('R42 is the longest of several, and how many more there are', () => {
    const it = given(process)
      .launched()
      .callEnds(ACCEPTED)
      .after(2 * MINUTE);
    it.answers(UNSUCCESSFUL);
    expect(holder(it.after(MINUTE))).toBe('AP · Check and 1 more, 3 min');
  });

  it('R44, R49 is its owner while it needs attention, and while what failed holds it up', () => {
    const it = given({ ...process, ...withPost({ retry: { max: 0 } }) })
      .launched()
      .failedUntil(0)
      .after(90 * MINUTE);
    expect(holder(it)).toBe('dana · Case owner and 1 more, 1 h 30 min');
    it.when({ type: 'caseVerb', case: 'C1', do: 'setInProgress' });
    expect(holder(it)).toBe('dana · Case owner and 1 more, 1 h 30 min');
    it.when({ type: 'relaunch', action: 'C1/post' });
    expect(holder(it)).toBe('AP · Check, 1 h 30 min');
  });

  it('R48 is its owner where it is paused with nothing running', () => {
    const it = given({ cases: { C1: { owner: 'dana', process: ['post', 'check'] } } })
      .launched()
      .callEnds(ACCEPTED);
    it.when({ type: 'caseVerb', case: 'C1', do: 'pause' });
    expect(holder(it)).toBeNull();
    it.answers(SUCCESS);
    expect(holder(it.after(10 * MINUTE))).toBe('dana · Case owner, 10 min');
  });
});

test('R45 with people for long is no attention that the rules ask for: it only takes long', () => {
  const it = given({ cases: { C1: { owner: 'dana', process: ['check'] } } }).launched();
  const [row] = createCaseRows()(it.world);
  expect(row).toMatchObject({ attention: null, holder: { who: 'AP' } });
  const at = (afterMs: number) => isLongWithPeople(row?.holder ?? null, it.now + afterMs);
  expect([at(LONG_WITH_PEOPLE_MS - 1), at(LONG_WITH_PEOPLE_MS)]).toEqual([false, true]);
  const failed = given(withPost({ retry: { max: 0 } }))
    .launched()
    .failedUntil(0);
  const [attention] = createCaseRows()(failed.world);
  expect(isLongWithPeople(attention?.holder ?? null, failed.now + 10 * LONG_WITH_PEOPLE_MS)).toBe(false);
});

describe('R33, R36 due dates', () => {
  it('a Case is due with the first of its open Actions, and overdue once one is', () => {
    const it = given({ ...process, ...withPost({ due: '1h', responseWithin: undefined }) })
      .launched()
      .callEnds(ACCEPTED);
    const rowsOf = createCaseRows();
    const start = it.now;
    expect(rowsOf(it.world)[0]).toMatchObject({ dueAt: start + 60 * MINUTE, overdue: false });
    it.after(60 * MINUTE).when({ type: 'dueDate', actionRef: 'C1/post' });
    expect(rowsOf(it.world)[0]).toMatchObject({ dueAt: start + 60 * MINUTE, overdue: true });
    it.answers(SUCCESS);
    expect(rowsOf(it.world)[0]).toMatchObject({ dueAt: null, overdue: false });
  });

  it('a closed Action keeps the one it had', () => {
    const it = given(withPost({ due: '1h' })).launched();
    const dueAt = it.now + 60 * MINUTE;
    it.callEnds(ACCEPTED).answers(SUCCESS);
    expect(it.action().dueAt).toBeNull();
    expect(dueDateOf(it.action(), it.world.timelines.get('C1/post'))).toBe(dueAt);
    const without = given().launched();
    expect(dueDateOf(without.action(), without.world.timelines.get('C1/post'))).toBeNull();
  });
});
