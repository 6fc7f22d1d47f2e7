import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/renderer/src/chart/chart-data.ts';
import { checkStudy, FIRST, type StudyDraft } from '../../../src/renderer/src/features/lab/form/study-draft.ts';
import type { StudySetting } from '../../../src/renderer/src/features/lab/form/study-setting.ts';
import {
  type AxisDraft,
  axisFor,
  firstValue,
  readValue,
} from '../../../src/renderer/src/features/lab/form/value-draft.ts';
import { parseCount } from '../../../src/renderer/src/features/lab/words/parse-count.ts';
import { isChosen, VARIABLE_SETTINGS } from '../../../src/shared/variable-settings.ts';
import { fromLaunch, shareAt } from '../../../src/views/lab/cumulative.ts';
import { paretoFront } from '../../../src/views/lab/pareto.ts';
import { CHOOSABLE, hasGoal, recommend } from '../../../src/views/lab/recommend.ts';

const point = fc.record({ x: fc.integer({ min: 0, max: 6 }), y: fc.integer({ min: 0, max: 6 }) });

describe('the Pareto front', () => {
  it('has exactly the points that no other beats', () => {
    const side = fc.constantFrom('lower' as const, 'higher' as const);
    fc.assert(
      fc.property(fc.array(point, { maxLength: 20 }), side, side, (points, betterX, betterY) => {
        const cost = (value: number, better: 'lower' | 'higher') => (better === 'lower' ? value : -value);
        const isBeaten = (one: { x: number; y: number }) =>
          points.some((other) => {
            const [dx, dy] = [cost(other.x - one.x, betterX), cost(other.y - one.y, betterY)];
            return dx <= 0 && dy <= 0 && (dx < 0 || dy < 0);
          });
        const expected = points.flatMap((each, index) => (isBeaten(each) ? [] : [index]));
        expect(paretoFront(points, betterX, betterY).sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});

describe('a recommendation', () => {
  const candidate = (calls: number, value: number, half: number) => ({
    measures: {
      callsPerLaunch: { value: calls, low: calls, high: calls },
      escalatedPer1000: { value, low: value - half, high: value + half },
    },
  });
  const limit = { measure: 'escalatedPer1000', relation: '≤' as const, value: 10 };
  const cheapest = { measure: 'callsPerLaunch', better: 'lower' as const };

  it('is the cheapest whose whole interval keeps the limits, however cheap one is that only may', () => {
    const candidates = [candidate(1, 9, 2), candidate(3, 5, 2), candidate(2, 6, 2), candidate(1, 20, 1)];
    expect(recommend(candidates, [limit], cheapest)).toEqual({ sureness: 'confident', index: 2 });
  });

  it('is only possible where no whole interval keeps them, and none where no estimate does', () => {
    expect(recommend([candidate(2, 9, 2), candidate(1, 9.5, 2)], [limit], cheapest)).toMatchObject({
      sureness: 'possible',
      index: 1,
    });
    expect(recommend([candidate(1, 11, 2)], [limit], cheapest)).toMatchObject({ sureness: 'none', index: null });
  });
});

describe('what settings may be chosen for', () => {
  it('is nothing that looks better for giving up earlier', () => {
    const names = CHOOSABLE.map(([name]) => name);
    expect(names).toContain('timeToSuccess.p95');
    expect(names).toContain('escalatedPer1000');
    for (const name of names)
      expect(name).not.toMatch(/^(timeToEnd|timeToConnection|longestSilence|timeout|stillWaiting)/);
  });

  it('needs a limit on a goal: the least calls alone are those of giving up at once', () => {
    const limit = (measure: string) => ({ measure, relation: '≤' as const, value: 1 });
    expect(hasGoal([limit('callsPerLaunch')])).toBe(false);
    expect(hasGoal([])).toBe(false);
    expect(hasGoal([limit('callsPerLaunch'), limit('timeToSuccess.p95')])).toBe(true);
  });

  it('is what a designer sets: not the API, nor its outages', () => {
    expect(VARIABLE_SETTINGS.map(({ path }) => path).filter((path) => !isChosen(path))).toEqual([
      'outage',
      'externalApi.random.failRate',
      'externalApi.random.noResponseRate',
      'externalApi.random.successRate',
    ]);
  });
});

describe('a cumulative distribution', () => {
  const points = fromLaunch([
    [60_000, 0.2],
    [120_000, 0.6],
    [120_000, 1],
  ]);

  it('begins at launch, rises in straight lines, jumps at its instant', () => {
    expect(points.slice(0, 2)).toEqual([
      [0, 0],
      [60_000, 0],
    ]);
    expect(shareAt(points, 30_000)).toBe(0);
    expect(shareAt(points, 60_000)).toBe(0.2);
    expect(shareAt(points, 90_000)).toBeCloseTo(0.4, 10);
    expect(shareAt(points, 120_000)).toBe(1);
    expect(shareAt(points, 999_999)).toBe(1);
  });
});

describe('the form of a study', () => {
  const setting: StudySetting = {
    startAt: Date.parse('2026-01-05T09:00:00Z'),
    actionTypes: ['pay', 'post'],
    outagesOf: new Map([['post', [{ from: '2026-01-07T10:00:00Z', for: 20 * 60_000 }]]]),
  };
  const draft: StudyDraft = {
    ...FIRST,
    actionType: 'pay',
    seed: '7',
    window: '4h',
    variants: [
      { key: 1, name: ' ', changes: [] },
      {
        key: 2,
        name: '',
        changes: [
          { key: 3, path: 'retry.max', value: '3' },
          { key: 4, path: 'due', value: '' },
          { key: 5, path: 'retry.jitter', value: '20' },
        ],
      },
    ],
  };
  const sweep = (...axes: Partial<AxisDraft>[]): StudyDraft => ({
    ...draft,
    mode: 'Sweep',
    axes: { ...draft.axes, Sweep: axes.map((axis) => ({ ...axisFor(axis.path ?? 'retry.max'), ...axis })) },
  });
  const varied = (...axes: Partial<AxisDraft>[]) => {
    const { request, problems } = checkStudy(sweep(...axes), setting);
    expect(problems).toEqual({});
    return request !== null && 'vary' in request ? request.vary : [];
  };

  it('asks for what was typed; variants without a name are called by what they change', () => {
    expect(checkStudy(draft, setting)).toEqual({
      problems: {},
      request: {
        actionTypeName: 'pay',
        trialCount: 100_000,
        seed: 7,
        windowMs: 14_400_000,
        variants: [
          { name: 'as configured', changes: [] },
          {
            name: 'Maximum retries 3, due date none, jitter 20 %',
            changes: [
              { path: 'retry.max', value: 3 },
              { path: 'due', value: null },
              { path: 'retry.jitter', value: 0.2 },
            ],
          },
        ],
      },
    });
  });

  it('spreads launches over all that the API does in time, unless someone typed otherwise; an outage from the start meets all', () => {
    const windowMs = (part: Partial<StudyDraft>) => checkStudy({ ...FIRST, ...part }, setting).request?.windowMs;
    const day = 24 * 3_600_000;
    expect(windowMs({})).toBe(day);
    expect(windowMs({ actionType: 'post' })).toBe(3 * day);
    expect(windowMs({ mode: 'Outage' })).toBe(0);
    expect(windowMs({ actionType: 'post', window: '0s' })).toBe(0);
    expect(windowMs({ mode: 'Outage', window: '1h' })).toBe(3_600_000);
  });

  it('limits them to working hours, of a week as a rule; where there are none it says so at its field', () => {
    const working = { ...FIRST, launchHours: 'working' as const };
    expect(checkStudy(working, setting).request).toMatchObject({ launchHours: 'working', windowMs: 7 * 86_400_000 });
    expect(checkStudy({ ...working, mode: 'Outage' }, setting).request).toMatchObject({ windowMs: 0 });
    const saturday = { ...setting, startAt: Date.parse('2026-01-10T09:00:00Z') };
    expect(checkStudy({ ...working, window: '1d' }, saturday).problems).toEqual({
      window: 'There are no working hours in it: expected longer.',
    });
  });

  it('takes the most telling Action type until one is chosen, and again when that one is gone', () => {
    expect(checkStudy(FIRST, setting).request?.actionTypeName).toBe('pay');
    expect(checkStudy({ ...FIRST, actionType: 'post' }, setting).request?.actionTypeName).toBe('post');
    expect(checkStudy({ ...FIRST, actionType: 'gone' }, setting).request?.actionTypeName).toBe('pay');
  });

  it('takes values from one to another in steps, or a list, as the forms write them', () => {
    expect(varied({ path: 'retry.max', from: '0', to: '3' })).toEqual(['retry.max=0,1,2,3']);
    expect(varied({ path: 'retry.first', from: '30s', to: '2m', step: '30s' })).toEqual([
      'retry.first=30s,1m,1m30s,2m',
    ]);
    expect(varied({ path: 'externalApi.random.failRate', from: '10', to: '30', step: '10' })).toEqual([
      'externalApi.random.failRate=0.1,0.2,0.3',
    ]);
    expect(varied({ path: 'retry.max', way: 'list', list: '3, 5,8' })).toEqual(['retry.max=3,5,8']);
    expect(varied({ path: 'due', way: 'list', list: '1h', blankToo: true }, { path: 'responseExpected' })).toEqual([
      'due=1h,none',
      'responseExpected=true,false',
    ]);
  });

  it('every example reads as it stands, within the setting’s own range', () => {
    for (const { path } of VARIABLE_SETTINGS) {
      expect(varied({ path })[0]).toMatch(`${path}=`);
      expect(readValue(path, firstValue(path))).toHaveProperty('value');
    }
  });

  it('says what is wrong, at its field', () => {
    const problems = (wrong: StudyDraft) => checkStudy(wrong, setting).problems;
    expect(Object.keys(problems({ ...draft, trials: '0', seed: 'x', window: 'soon' }))).toEqual([
      'trials',
      'seed',
      'window',
    ]);
    const change = (value: string) => ({ key: 1, name: '', changes: [{ key: 2, path: 'retry.max', value }] });
    expect(problems({ ...draft, variants: [change('3'), change('101')] })).toEqual({
      'variants.1.changes.0.value': 'Expected a whole number from 0 to 100.',
    });
    expect(problems({ ...draft, variants: [change('3'), change('3')] })).toEqual({
      'variants.1.name': 'Another variant is called “Maximum retries 3”.',
    });
    expect(problems(sweep({ from: '5', to: '3' }))).toEqual({
      'axes.Sweep.0.to': 'Expected no less than where it begins.',
    });
    expect(problems(sweep({ from: '0', to: '101', step: '0' }))).toEqual({
      'axes.Sweep.0.to': 'Expected a whole number from 0 to 100.',
      'axes.Sweep.0.step': 'Expected a number above 0.',
    });
    expect(problems(sweep({ path: 'retry.first', from: '1m', to: '10m', step: '1s' }))).toEqual({
      'axes.Sweep.0.step': 'These are 541 values: at most 400.',
    });
    expect(problems(sweep({ way: 'list', list: '3,,5' }))).toEqual({
      'axes.Sweep.0.list': 'Expected values with commas between them.',
    });
    expect(problems(sweep({ from: '0', to: '100' }, { path: 'retry.first' }))).toEqual({
      'axes.Sweep.1.step': 'These are 1,010 variants: at most 400.',
    });
    // What another mode has typed does not count.
    expect(problems({ ...sweep({ from: 'x' }), mode: 'Outage' })).toEqual({});
  });

  it.each([
    ['100,000', 100_000],
    ['1 000 000', 1_000_000],
    ['-5', -5],
    ['1,5', null],
    ['', null],
    ['1e3', null],
  ])('reads the count %j', (text, count) => {
    expect(parseCount(text)).toBe(count);
  });
});

it('CSV quotes what needs it and does not round', () => {
  const columns = [
    { header: 'Variant', unit: 'text' as const },
    { header: 'Time', unit: 'duration' as const },
  ];
  expect(
    csvOf({
      columns,
      rows: [
        ['a, "b"', 1.23456789],
        ['c', null],
      ],
    }),
  ).toBe('Variant,Time (ms)\r\n"a, ""b""",1.23456789\r\nc,\r\n');
});
