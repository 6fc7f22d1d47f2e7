import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { handle } from '../../../../src/engine/handle.ts';
import { clusterInWords } from '../../../../src/renderer/src/features/action/timeline/cluster-style.ts';
import { BOX_RULES } from '../../../../src/renderer/src/features/action/timeline/geometry.ts';
import type { Input } from '../../../../src/shared/inputs.ts';
import type { CallPlan } from '../../../../src/shared/model.ts';
import { type ScenarioText, scenario } from '../../../../src/shared/scenario.ts';
import type { World } from '../../../../src/shared/world.ts';
import { positionOn, ticksOn, timeAxis } from '../../../../src/views/timeline/axis.ts';
import type { Mark } from '../../../../src/views/timeline/mark.ts';
import { boxesOf } from '../../../../src/views/timeline/mark-boxes.ts';
import { axisFor, extentOf, marksOf } from '../../../../src/views/timeline/marks.ts';
import { describeArithmetic } from '../../../../src/views/words/interval-words.ts';

const START = Date.parse('2026-01-05T09:00:00Z');
const SEC = 1_000;
const MIN = 60_000;
const DAY = 86_400_000;
const REF = 'C1/post';
const REFUSED: CallPlan = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] };
const ACCEPTED: CallPlan = { result: { connected: true, status: 202 }, latencyMs: 0, answers: [] };

const definitions = (post: NonNullable<ScenarioText['actionTypes']>[string], max = 5): ScenarioText => ({
  settings: { retry: { max, first: '1m' } },
  queues: ['AP'],
  users: { dana: {}, eve: {} },
  externalApis: { erp: { url: 'https://erp.example.test/' } },
  actionTypes: { post: { externalApi: 'erp', title: 'Post invoice', allocation: { queue: 'AP' }, ...post } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
});

function launched(text: ScenarioText): World {
  const { startAt, ...rest } = { startAt: START, ...scenario.parse(text) };
  const world = createWorld(rest, startAt, 1);
  perform(world, { type: 'launchCase', case: 'C1' });
  return world;
}

const perform = (world: World, input: Input, at = START) => expect(handle(world, input, at)).toBeInstanceOf(Array);

/** The call in flight ends by `plan`. */
function ends(world: World, plan: CallPlan, at: number) {
  const callNumber = world.actions.get(REF)!.callCount;
  perform(world, { type: 'callPlanned', actionRef: REF, callNumber, plan }, at);
  perform(world, { type: 'callResultDue', actionRef: REF }, at);
}

function retried(world: World, at: number, plan = REFUSED, tookMs = 0) {
  perform(world, { type: 'retryDue', actionRef: REF }, at);
  ends(world, plan, at + tookMs);
}

const LAYOUT = { width: 600, density: 'folded', opened: new Set<number>() } as const;
const marks = (world: World) => marksOf(world.timelines.get(REF) ?? [], world.actions.get(REF)!);
const offset = (at: number | null) => (at === null ? 'goes on' : (at - START) / SEC);
const brief = ({ lane, kind, from, to, isPlanned }: Mark) =>
  `${lane}: ${kind} ${offset(from)}${to === from ? '' : `–${offset(to)}`}${isPlanned ? ' planned' : ''}`;
const briefs = (world: World) => marks(world).map(brief);
const find = (world: World, kind: string) => marks(world).find((mark) => mark.kind === kind);

describe('marks', () => {
  test('a call in flight goes on, and nothing else is known of it', () => {
    const world = launched(definitions({}));
    perform(world, { type: 'callPlanned', actionRef: REF, callNumber: 1, plan: { ...REFUSED, latencyMs: 5_000 } });
    expect(briefs(world)).toEqual(['Status: status 0–goes on', 'Calls: call in flight 0–goes on']);
  });

  test('R8: a pending retry and the gap before it are planned, with the sum behind the interval', () => {
    const world = launched(definitions({}));
    ends(world, REFUSED, START + SEC);
    retried(world, START + 61 * SEC);
    expect(briefs(world)).toEqual([
      'Status: status 0–goes on',
      'Calls: call failed 0–1',
      'Calls: gap 1–61',
      'Calls: call failed 61',
      'Calls: gap 61–181 planned',
      'Calls: next retry 181 planned',
    ]);
    expect(marks(world).map(({ title, text }) => `${title}: ${text}`)).toEqual([
      'Waiting: Updated by Enate, set by System.',
      'Call 1 failed: First call, automatic. The connection was refused after 1 s.',
      '1 min until retry 1: 1 min, the first interval.',
      'Call 2 failed: Automatic, retry 1. The connection was refused.',
      '2 min until retry 2: 1 min × 2¹ = 2 min.',
      'Next automatic retry, retry 2: Call 3, not started yet.',
    ]);
  });

  test('R12: a manual retry ends the gap early, by name', () => {
    const world = launched(definitions({}));
    ends(world, REFUSED, START);
    perform(world, { type: 'retry', action: REF, by: 'eve' }, START + 10 * SEC);
    expect(briefs(world).slice(2)).toEqual(['Calls: gap 0–10', 'Calls: call in flight 10–goes on']);
    expect(find(world, 'gap')?.text).toBe('1 min, the first interval. Ended after 10 s: eve retried by hand.');
    expect(find(world, 'call in flight')?.text).toBe('Manual, retry 1, by eve. No result yet.');
  });

  test('R14: the last failure closes and escalates; no retry is left', () => {
    const world = launched(definitions({}, 1));
    ends(world, REFUSED, START);
    retried(world, START + MIN);
    expect(briefs(world)).toEqual([
      'Status: status 0–60',
      'Calls: call failed 0',
      'Calls: gap 0–60',
      'Status: status 60',
      'Calls: call failed 60',
      'Events: escalation 60',
    ]);
    expect(find(world, 'escalation')?.text).toBe('The Case owner dana was told.');
    expect(marks(world)[3]).toMatchObject({ status: 'Closed', resolutionMethod: 'Not Done Successfully' });
  });

  test('R19, R21: a save that closes ends the gap and is an event of its own', () => {
    const world = launched(definitions({}));
    ends(world, REFUSED, START);
    retried(world, START + MIN);
    perform(
      world,
      { type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 1 } } }, by: 'eve' },
      START + 2 * MIN,
    );
    expect(briefs(world).slice(-4)).toEqual([
      'Calls: dropped gap 60–120',
      'Status: status 120',
      'Events: settings change 120',
      'Events: escalation 120',
    ]);
    expect(find(world, 'settings change')).toMatchObject({
      title: 'Maximum retries 5 → 1',
      text: 'Saved by eve; the Action shows 5.',
    });
  });

  test('R32, R33: deadlines are planned until they are reached; the response timeout hands over', () => {
    const world = launched(definitions({ responseWithin: '10m', due: '1h' }));
    ends(world, ACCEPTED, START + SEC);
    expect(briefs(world).slice(2)).toEqual([
      'Response: waiting for the response 1–goes on',
      'Deadlines: response timeout 601 planned',
      'Deadlines: due date 3600 planned',
    ]);
    perform(world, { type: 'responseTimeout', actionRef: REF }, START + 601 * SEC);
    perform(world, { type: 'dueDate', actionRef: REF }, START + 3600 * SEC);
    expect(briefs(world)).toEqual([
      'Status: status 0–601',
      'Calls: call connected 0–1',
      'Response: waiting for the response 1–601',
      'Status: status 601–goes on',
      'Deadlines: response timeout 601',
      'Events: hand-over 601',
      'Deadlines: due date 3600',
    ]);
    expect(find(world, 'hand-over')?.text).toBe('Unassigned in the queue AP.');
  });

  test('R33: a due date that auto-completes is reached, and the deadline that was not reached is gone', () => {
    const world = launched(definitions({ responseWithin: '2h', due: '1h', autoCompleteOnTimeout: true }));
    ends(world, ACCEPTED, START);
    perform(world, { type: 'dueDate', actionRef: REF }, START + 60 * MIN);
    expect(briefs(world).slice(-2)).toEqual(['Status: status 3600', 'Deadlines: due date 3600']);
  });

  test('R26–R29: responses by what became of them; a call that one overtakes is cut off (R39)', () => {
    const world = launched(definitions({}));
    const say = (outcome: 'success' | 'unsuccessful', at: number) =>
      perform(
        world,
        { type: 'response', actionRef: REF, delivery: { body: { outcome, reason: 'No such vendor' }, token: 'right' } },
        at,
      );
    say('unsuccessful', START + 5 * SEC);
    say('unsuccessful', START + 6 * SEC);
    say('success', START + 7 * SEC);
    expect(briefs(world)).toEqual([
      'Status: status 0–5',
      'Calls: call cut off 0–5',
      'Status: status 5–goes on',
      'Response: unsuccessful response 5',
      'Events: hand-over 5',
      'Response: repeated response 6',
      'Response: refused response 7',
    ]);
    expect(find(world, 'unsuccessful response')).toMatchObject({
      title: 'Response accepted: unsuccessful',
      text: '“No such vendor” Answered with HTTP 200.',
    });
  });

  test('R50: manual work is a sequence of statuses; Resolved, which is passed through, is none of them', () => {
    const world = launched(definitions({ externalApi: undefined, manual: true }));
    perform(world, { type: 'take', action: REF, by: 'eve' }, START + MIN);
    perform(world, { type: 'complete', action: REF, by: 'eve' }, START + 2 * MIN);
    expect(marks(world).map(({ title }) => title)).toEqual(['To Do', 'In Progress', 'Closed, Done Successfully']);
  });

  test('R50: what was taken and completed at one instant keeps each of its statuses', () => {
    const world = launched(definitions({ externalApi: undefined, manual: true }));
    perform(world, { type: 'take', action: REF, by: 'eve' });
    perform(world, { type: 'complete', action: REF, by: 'eve' });
    expect(marks(world).map(({ title, from, to }) => `${title} ${offset(from)}–${offset(to)}`)).toEqual([
      'To Do 0–0',
      'In Progress 0–0',
      'Closed, Done Successfully 0–0',
    ]);
    const places = boxesOf(marks(world), axisFor(marks(world), START, LAYOUT), BOX_RULES);
    expect(places.map((place) => [place.lane, clusterInWords(place.marks)])).toEqual([
      ['Status', 'To Do → In Progress → Closed, Done Successfully'],
    ]);
  });

  test('R27: the wait for a retry that never came is none until a retry', () => {
    const world = launched(definitions({}));
    ends(world, REFUSED, START);
    perform(
      world,
      { type: 'response', actionRef: REF, delivery: { body: { outcome: 'success' }, token: 'right' } },
      START + 20 * SEC,
    );
    expect(briefs(world)).toContain('Calls: dropped gap 0–20');
    expect(briefs(world).filter((each) => each.startsWith('Calls: gap'))).toEqual([]);
    expect(find(world, 'dropped gap')).toMatchObject({
      title: 'Retry 1 never came',
      text: '1 min, the first interval. Ended after 20 s: the Action went on without it.',
    });
  });

  test('R19: a retry that was dropped as soon as it was scheduled was never waited for', () => {
    const world = launched(definitions({}));
    ends(world, REFUSED, START);
    perform(world, {
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 0 } } },
      by: 'eve',
    });
    expect(briefs(world).filter((each) => each.includes('gap'))).toEqual([]);
  });

  test('every mark has an id of its own', () => {
    const world = launched(definitions({}, 20));
    ends(world, REFUSED, START);
    for (
      let at = START + MIN;
      world.actions.get(REF)!.phase !== 'closed';
      at = world.actions.get(REF)!.nextRetryAt ?? at
    )
      retried(world, at);
    const ids = marks(world).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('the sum behind an interval', () => {
  const base = { firstMs: MIN, factor: 2, capMs: DAY, jitter: 0, intervalMs: 4 * MIN };

  test.each([
    [base, 3, '1 min × 2² = 4 min'],
    [{ ...base, factor: 1.5, intervalMs: 90 * SEC }, 2, '1 min × 1.5¹ = 1 min 30 s'],
    [{ ...base, capMs: 3 * MIN, intervalMs: 3 * MIN }, 11, '1 min × 2¹⁰, cut to the longest interval 3 min = 3 min'],
    [{ ...base, jitter: 0.1, draw: 0.25, intervalMs: 57 * SEC }, 1, '1 min, jitter − 5 % (drawn within ± 10 %) = 57 s'],
    [{ ...base, intervalMs: MIN }, 1, '1 min, the first interval'],
  ])('%#', (arithmetic, retryNumber, words) => {
    expect(describeArithmetic(arithmetic, retryNumber)).toBe(words);
  });
});

describe('the axis', () => {
  const axis = (minutes: readonly number[], more: Partial<Parameters<typeof timeAxis>[0]> = {}) =>
    timeAxis({
      landmarks: minutes.map((each) => START + each * MIN),
      busy: [],
      width: 900,
      density: 'folded',
      opened: new Set(),
      ...more,
    });
  const folds = (each: ReturnType<typeof axis>) => each.stretches.map((stretch) => stretch.isFolded);
  const widths = (each: ReturnType<typeof axis>) => each.stretches.map((stretch) => Math.round(stretch.width));

  test('what is not much longer than the rest is to scale', () => {
    expect(widths(axis([0, 1, 3]))).toEqual([300, 600]);
    expect(folds(axis([0, 1, 3]))).toEqual([false, false]);
  });

  test('what is much longer is folded, and never drawn shorter than what is to scale', () => {
    const folded = axis([0, 1, 3, 7, 15]);
    expect(folds(folded)).toEqual([false, false, true, true]);
    expect(widths(folded)).toEqual([87, 174, 287, 352]);
  });

  test('of two that are folded the longer one is drawn longer: 8 min and 16 min are not alike', () => {
    const [, , , , eight, sixteen] = widths(axis([0, 1, 3, 7, 15, 15, 23, 39]));
    expect(sixteen! / eight!).toBeGreaterThan(1.1);
    const month = widths(axis([0, 1, 60 * 24 * 30]));
    expect(month[1]! / month[0]!).toBeLessThan(30);
  });

  test('where all labels fit, every idle stretch has room for its own; to scale, and where they do not fit, none has', () => {
    const labelWidth = () => 60;
    const minutes = [0, 1, 3, 7, 15, 31];
    expect(Math.min(...widths(axis(minutes, { labelWidth, width: 600 })))).toBe(60);
    expect(Math.min(...widths(axis(minutes, { labelWidth, width: 300 })))).toBeLessThan(60);
    expect(widths(axis(minutes, { labelWidth, width: 620, density: 'to scale' }))).toEqual([20, 40, 80, 160, 320]);
  });

  test('it fills the width, whatever the landmarks', () => {
    for (const count of [2, 3, 10, 200]) {
      const each = axis(Array.from({ length: count }, (_, index) => 2 ** (index % 40) * 0.001 + index));
      expect(each.stretches.reduce((sum, stretch) => sum + stretch.width, 0)).toBeCloseTo(900, 6);
    }
  });

  test('a stretch of milliseconds beside one of days can still be seen', () => {
    const [short] = widths(axis([0, 0.0001, 1440], { density: 'to scale' }));
    expect(short).toBe(10);
  });

  test('to scale folds nothing; an opened stretch is to scale, and may be closed again', () => {
    expect(folds(axis([0, 1, 3, 7, 15], { density: 'to scale' }))).toEqual([false, false, false, false]);
    const opened = axis([0, 1, 3, 7, 15], { opened: new Set([START + 7 * MIN]) });
    expect(folds(opened)).toEqual([false, false, true, false]);
    expect(opened.stretches.map((stretch) => stretch.isLong)).toEqual([false, false, true, true]);
    expect(widths(opened)[3]).toBeGreaterThan(500);
  });

  test('calls are no idle time: a retry that takes a second does not fold the minute before it', () => {
    const busy = [0, 1, 3].map((each) => ({ from: START + each * MIN, to: START + each * MIN + SEC }));
    const landmarks = busy.flatMap(({ from, to }) => [from, to]);
    const each = timeAxis({ landmarks, busy, width: 900, density: 'folded', opened: new Set() });
    expect(folds(each)).toEqual([false, false, false, false, false]);
  });

  test('positions rise with time, inside a fold too, and end with the axis', () => {
    const each = axis([0, 1, 3, 7, 15]);
    const positions = [-5, 0, 0.5, 1, 4, 5, 7, 10, 15, 99].map((minute) => positionOn(each, START + minute * MIN));
    expect(positions).toEqual([...positions].sort((left, right) => left - right));
    expect(positions[0]).toBe(0);
    expect(positions.at(-1)).toBe(900);
    expect(positionOn(each, START + 5 * MIN)).toBeCloseTo(each.stretches[2]!.x + each.stretches[2]!.width / 2, 6);
  });

  test('a single landmark has its place', () => {
    expect(positionOn(axis([0]), START)).toBe(0);
    expect(positionOn(axis([0]), START + MIN)).toBe(0);
  });

  test('labels keep their distance; the ends come first', () => {
    const each = axis(Array.from({ length: 60 }, (_, index) => index));
    const ticks = ticksOn(each, [], 60);
    expect(ticks[0]?.at).toBe(START);
    expect(ticks.at(-1)?.at).toBe(START + 59 * MIN);
    for (const [index, tick] of ticks.entries()) {
      if (index > 0) expect(tick.x - ticks[index - 1]!.x).toBeGreaterThanOrEqual(60);
    }
  });

  test('a wide stretch has round instants in between', () => {
    const ticks = ticksOn(axis([0.5, 60.5]), [], 60).map(({ at }) => (at - START) / MIN);
    expect(ticks).toEqual([0.5, 10, 20, 30, 40, 50, 60.5]);
  });
});

describe('marks on their axis', () => {
  test('the picture ends with the clock only where something goes on beyond what is planned', () => {
    const world = launched(definitions({}));
    expect(extentOf(marks(world))).toEqual({ last: START, goesOn: true });
    expect(axisFor(marks(world), START + MIN, { width: 900, density: 'folded', opened: new Set() }).to).toBe(
      START + MIN,
    );
    ends(world, REFUSED, START);
    expect(extentOf(marks(world)).last).toBe(START + MIN);
    perform(world, { type: 'caseVerb', case: 'C1', do: 'cancel', by: 'dana' }, START + SEC);
    expect(extentOf(marks(world))).toEqual({ last: START + SEC, goesOn: false });
  });

  test('a hundred retries fit', () => {
    const world = launched(definitions({}, 100));
    ends(world, REFUSED, START);
    while (world.actions.get(REF)!.phase !== 'closed')
      retried(world, world.actions.get(REF)!.nextRetryAt!, REFUSED, SEC);
    const all = marks(world);
    const axis = axisFor(all, extentOf(all).last, { width: 800, density: 'folded', opened: new Set() });
    expect(axis.stretches).toHaveLength(200);
    expect(Math.min(...axis.stretches.map((stretch) => stretch.width))).toBeGreaterThanOrEqual(2);
  });
});
