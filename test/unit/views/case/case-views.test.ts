import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { handle } from '../../../../src/engine/handle.ts';
import type { Input } from '../../../../src/shared/inputs.ts';
import type { CallPlan, Case } from '../../../../src/shared/model.ts';
import { type ScenarioText, scenario } from '../../../../src/shared/scenario.ts';
import type { World } from '../../../../src/shared/world.ts';
import { dataFields } from '../../../../src/views/case/case-data.ts';
import { nextOf } from '../../../../src/views/case/case-next.ts';
import { caseProcess, caseProgress } from '../../../../src/views/case/case-process.ts';
import { ownerOptions, refusesRelaunch } from '../../../../src/views/options/owner-options.ts';
import { createCaseRows } from '../../../../src/views/rows/case-rows.ts';
import { caseTimeline } from '../../../../src/views/timeline/case-timeline.ts';
import { describeProblem } from '../../../../src/views/words/attention.ts';
import { ACCEPTED as ACCEPTED_CALL, given } from '../../../support/given.ts';

const START = Date.parse('2026-01-05T09:00:00Z');
const MIN = 60_000;
const REFUSED: CallPlan = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] };
const ACCEPTED: CallPlan = { result: { connected: true, status: 202 }, latencyMs: 0, answers: [] };

const definitions: ScenarioText = {
  settings: { retry: { max: 1, first: '1m' } },
  users: { dana: {}, eve: {} },
  externalApis: { erp: { url: 'https://erp.example.test/' } },
  actionTypes: {
    check: { manual: true, title: 'Check the invoice' },
    post: { externalApi: 'erp', title: 'Post invoice', responseWithin: '30m' },
    inform: { externalApi: 'erp', responseExpected: false },
  },
  caseTypes: { invoice: { owner: 'dana', process: ['check', ['post', 'inform'], 'check'] } },
  cases: { C1: { type: 'invoice', data: { amount: 10, vendor: 'Acme' } } },
};

function newWorld(): World {
  const { startAt, ...rest } = { startAt: START, ...scenario.parse(definitions) };
  return createWorld(rest, startAt, 1);
}

const perform = (world: World, input: Input, at = START) => expect(handle(world, input, at)).toBeInstanceOf(Array);

/** The call in flight of an Action ends by `plan`. */
function call(world: World, actionRef: string, plan: CallPlan, at: number) {
  const callNumber = world.actions.get(actionRef)!.callCount;
  perform(world, { type: 'callPlanned', actionRef, callNumber, plan }, at);
  perform(world, { type: 'callResultDue', actionRef }, at);
}

const C1 = (world: World) => world.cases.get('C1') as Case;

/** C1 with its first step done by eve; `inform` is through, `post` failed for good. */
function escalated(): World {
  const world = newWorld();
  perform(world, { type: 'launchCase', case: 'C1' });
  perform(world, { type: 'complete', action: 'C1/check', by: 'eve' }, START + MIN);
  call(world, 'C1/inform', ACCEPTED, START + MIN);
  call(world, 'C1/post', REFUSED, START + MIN);
  perform(world, { type: 'retryDue', actionRef: 'C1/post' }, START + 2 * MIN);
  call(world, 'C1/post', REFUSED, START + 2 * MIN);
  return world;
}

describe('the process of a Case', () => {
  test('every place is there before the Case has come to it', () => {
    const world = newWorld();
    const process = caseProcess(world, C1(world));
    expect(process.steps.map((places) => places.map(({ title }) => title))).toEqual([
      ['Check the invoice'],
      ['Post invoice', 'inform'],
      ['Check the invoice'],
    ]);
    expect(caseProgress(process)).toEqual({ newest: [null, null, null, null], doneCount: 0 });
  });

  test('copies stand at their place, two places of one type do not mix, ad-hoc ones stand apart (R49)', () => {
    const world = escalated();
    perform(world, { type: 'relaunch', action: 'C1/post' }, START + 3 * MIN);
    perform(world, { type: 'launchAction', case: 'C1', actionType: 'check' }, START + 3 * MIN);
    const { steps, adHoc } = caseProcess(world, C1(world));
    const refs = (places: typeof adHoc) => places.map(({ copies }) => copies.map(({ ref }) => ref));
    expect(steps.map(refs)).toEqual([[['C1/check']], [['C1/post', 'C1/post/2'], ['C1/inform']], [[]]]);
    expect(refs(adHoc)).toEqual([['C1/check/2']]);
    expect(caseProgress({ steps, adHoc }).doneCount).toBe(2);
  });
});

describe('why a Case needs attention', () => {
  test('it could not connect (R14)', () => {
    const world = escalated();
    expect(describeProblem(world.actions.get('C1/post')!, [])).toBe('could not connect after 1 retry');
  });

  test('no retries are set (R16)', () => {
    const action = { ...escalated().actions.get('C1/post')!, retryCount: 0 };
    expect(describeProblem(action, [])).toBe('could not connect, and no retries are set');
  });

  test('a person could not complete it, in their words (R47)', () => {
    const world = newWorld();
    perform(world, { type: 'launchCase', case: 'C1' });
    perform(world, { type: 'unable', action: 'C1/check', by: 'eve', reason: 'No scan' }, START);
    const { ref } = world.actions.get('C1/check')!;
    expect(describeProblem(world.actions.get(ref)!, world.timelines.get(ref))).toBe('could not be completed: No scan');
  });
});

describe('the list of Cases', () => {
  test('a row says status, attention, progress and what comes next', () => {
    const world = escalated();
    const [row] = createCaseRows()(world);
    expect(row).toMatchObject({
      ref: 'C1',
      status: 'To Do',
      attention: '"Post invoice" could not connect after 1 retry',
      actionCount: 4,
      doneCount: 2,
      next: null,
    });
    expect(row?.progress.map(({ status }) => status)).toEqual(['Closed', 'Closed', 'Closed', 'Draft']);
  });

  test('what comes next is the first timer of any of its Actions', () => {
    const world = newWorld();
    perform(world, { type: 'launchCase', case: 'C1' });
    perform(world, { type: 'complete', action: 'C1/check', by: 'eve' }, START);
    call(world, 'C1/post', REFUSED, START);
    const actions = [...world.actions.values()];
    expect(nextOf(actions)).toEqual({ at: START + MIN, actionRef: 'C1/post', text: 'retry 1 of 1' });
    perform(world, { type: 'retryDue', actionRef: 'C1/post' }, START + MIN);
    call(world, 'C1/post', ACCEPTED, START + MIN);
    expect(nextOf([...world.actions.values()])?.text).toBe('timeout');
  });

  test('a row stays the same object until its Case or one of its Actions changed', () => {
    const world = newWorld();
    const rowsOf = createCaseRows();
    perform(world, { type: 'launchCases', caseType: 'invoice', count: 2 });
    const before = rowsOf(world);
    expect(before.map(({ ref }) => ref)).toEqual(['C1', 'invoice-1', 'invoice-2']);
    perform(world, { type: 'take', action: 'invoice-2/check', by: 'eve' });
    const after = rowsOf(world);
    expect(after.map((row, index) => row === before[index])).toEqual([true, true, false]);
  });
});

describe('R26 a response on the timeline of its Case', () => {
  test.each([
    ['success', 'good'],
    ['unsuccessful', 'warning'],
  ] as const)('stands out by what it said: %s', (outcome, tone) => {
    const world = given().launched().callEnds(ACCEPTED_CALL);
    world.answers({ outcome });
    const entry = caseTimeline(world.world, world.case()).find(({ kind }) => kind === 'response accepted');
    expect(entry?.tone).toBe(tone);
  });
});

describe('the options of the owner (R48, R49)', () => {
  const allowed = (world: World) =>
    Object.entries(ownerOptions(world, C1(world), START))
      .filter(([, why]) => why === null)
      .map(([option]) => option)
      .sort();

  test('follow the rules in every state of the Case', () => {
    const world = newWorld();
    expect(allowed(world)).toEqual(['cancel', 'launch']);
    perform(world, { type: 'launchCase', case: 'C1' });
    expect(allowed(world)).toEqual(['cancel', 'pause', 'rework']);
    perform(world, { type: 'caseVerb', case: 'C1', do: 'pause' });
    expect(allowed(world)).toEqual(['cancel', 'resume']);
    perform(world, { type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(allowed(world)).toEqual([]);
    expect(ownerOptions(world, C1(world), START).rework?.message).toBe('The Case C1 is closed.');
    expect(allowed(escalated())).toEqual(['cancel', 'pause', 'relaunch', 'rework', 'setInProgress']);
  });

  test('asking changes nothing, and an Action is relaunched once', () => {
    const world = escalated();
    ownerOptions(world, C1(world), START);
    expect(world.actions.size).toBe(3);
    perform(world, { type: 'relaunch', action: 'C1/post' }, START + 3 * MIN);
    expect(refusesRelaunch(world, world.actions.get('C1/post')!, START)?.code).toBe('notAllowed');
  });
});

test('custom data says who wrote a field last (R25)', () => {
  const world = newWorld();
  perform(world, { type: 'launchCase', case: 'C1' });
  perform(world, { type: 'complete', action: 'C1/check', by: 'eve' });
  call(world, 'C1/post', ACCEPTED, START);
  const body = { outcome: 'success', data: { amount: 12, invoiceNumber: 'R-1' } } as const;
  perform(world, { type: 'response', actionRef: 'C1/post', delivery: { body, token: 'right' } }, START + MIN);
  const written = { at: START + MIN, by: 'Integration' };
  expect(dataFields(C1(world), world.timelines.get('C1')!)).toEqual([
    { name: 'amount', value: 12, written },
    { name: 'vendor', value: 'Acme', written: null },
    { name: 'invoiceNumber', value: 'R-1', written },
  ]);
});

describe('the merged timeline (R51)', () => {
  const lines = (world: World) =>
    caseTimeline(world, C1(world)).map(({ actionRef, text }) => `${actionRef ?? 'Case'}: ${text}`);

  test('what happens at one instant stands in the order in which it happened', () => {
    const world = newWorld();
    perform(world, { type: 'launchCase', case: 'C1' });
    perform(world, { type: 'launchAction', case: 'C1', actionType: 'check' });
    perform(world, { type: 'take', action: 'C1/check/2', by: 'eve' });
    perform(world, { type: 'caseVerb', case: 'C1', do: 'pause' });
    perform(world, { type: 'take', action: 'C1/check/1', by: 'dana' });
    perform(world, { type: 'unassign', action: 'C1/check/2' });
    const order = lines(world);
    const at = (text: string) => order.findIndex((line) => line.startsWith(text));
    const inOrder = [
      'Case: Created',
      'Case: Status change: Draft → In Progress',
      'Case: Step 1',
      'C1/check: Created',
      'C1/check/2: Created',
      'C1/check/2: Status change: To Do → In Progress',
      'Case: Paused',
      'C1/check: Status change: To Do → In Progress',
      'C1/check/2: Status change: In Progress → To Do',
    ].map(at);
    expect(inOrder).toEqual([...inOrder].sort((left, right) => left - right));
    expect(inOrder).not.toContain(-1);
    expect(order).toHaveLength(
      [...world.timelines.values()].flat().filter((fact) => fact.type !== 'callPlanned').length,
    );
  });

  test('an escalation is said once; a rework closes before it starts afresh', () => {
    const world = escalated();
    expect(lines(world).filter((line) => line.includes('Escalated'))).toEqual([
      'C1/post: Escalated: C1/post needs the Case owner dana, who was told',
    ]);
    perform(world, { type: 'relaunch', action: 'C1/post' }, START + 2 * MIN);
    const order = lines(world);
    const cleared = order.findIndex((line) => line.startsWith('Case: Status change: To Do → In Progress'));
    expect(cleared).toBeGreaterThan(order.findIndex((line) => line.includes('Escalated')));
    expect(order.findIndex((line) => line.startsWith('C1/post/2: Created'))).toBeGreaterThan(cleared);
  });

  test('a cancelled Case closes what runs after all that was done before at that instant (R49)', () => {
    const world = newWorld();
    perform(world, { type: 'launchCase', case: 'C1' });
    perform(world, { type: 'launchAction', case: 'C1', actionType: 'post' });
    perform(world, { type: 'caseVerb', case: 'C1', do: 'pause' });
    perform(world, { type: 'caseVerb', case: 'C1', do: 'cancel' });
    const order = lines(world);
    const at = (text: string) => order.findIndex((line) => line.includes(text));
    const inOrder = [
      'C1/post: Call 1',
      'Case: Paused',
      'C1/check: Status change: To Do → Closed',
      'Case: Status change: In Progress → Closed',
    ];
    expect(inOrder.map(at)).toEqual([...inOrder.map(at)].sort((left, right) => left - right));
    expect(inOrder.map(at)).not.toContain(-1);
  });

  test('keys are unique and stay', () => {
    const world = escalated();
    const keys = caseTimeline(world, C1(world)).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    perform(world, { type: 'relaunch', action: 'C1/post' }, START + 9 * MIN);
    expect(caseTimeline(world, C1(world)).map(({ key }) => key)).toEqual(expect.arrayContaining(keys));
  });
});
