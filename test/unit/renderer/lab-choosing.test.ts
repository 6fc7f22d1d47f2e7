import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/renderer/src/chart/chart-data.ts';
import { fromLaunch, shareAt } from '../../../src/renderer/src/features/lab/ecdf.ts';
import { checkStudy, requestOf, type StudyDraft } from '../../../src/renderer/src/features/lab/form/study-draft.ts';
import { paretoFront } from '../../../src/renderer/src/features/lab/pareto.ts';
import { recommend } from '../../../src/renderer/src/features/lab/recommend.ts';
import { parseCount } from '../../../src/renderer/src/features/lab/words/count-text.ts';

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
    expect(recommend(candidates, [limit], cheapest)).toEqual({ certainty: 'certain', index: 2, indices: [2, 1] });
  });

  it('is only probable where no whole interval keeps them, and none where no estimate does', () => {
    expect(recommend([candidate(2, 9, 2), candidate(1, 9.5, 2)], [limit], cheapest)).toMatchObject({
      certainty: 'probable',
      index: 1,
    });
    expect(recommend([candidate(1, 11, 2)], [limit], cheapest)).toMatchObject({ certainty: 'none', index: null });
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
  const draft: StudyDraft = {
    actionType: 'pay',
    trials: '100,000',
    seed: '7',
    window: '4h',
    mode: 'Compare',
    variants: [
      { key: 1, name: ' ', changes: [] },
      {
        key: 2,
        name: '',
        changes: [
          { key: 3, path: 'retry.max', value: ' 3 ' },
          { key: 4, path: 'due', value: 'none' },
        ],
      },
    ],
    axes: { Sweep: [{ path: 'retry.max', value: ' 1..8 ' }], Outage: [], Sensitivity: [] },
  };

  it('asks for what was typed; variants without a name are called by what they change', () => {
    expect(checkStudy(draft).problems).toEqual({});
    expect(requestOf(checkStudy(draft), 'pay')).toEqual({
      actionTypeName: 'pay',
      trialCount: 100_000,
      seed: 7,
      windowMs: 14_400_000,
      variants: [
        { name: 'as configured', changes: [] },
        {
          name: 'Maximum retries 3, Due date none',
          changes: [
            { path: 'retry.max', value: 3 },
            { path: 'due', value: null },
          ],
        },
      ],
    });
    expect(requestOf(checkStudy({ ...draft, mode: 'Sweep' }), 'pay')).toMatchObject({ vary: ['retry.max=1..8'] });
  });

  it('says what is wrong', () => {
    expect(Object.keys(checkStudy({ ...draft, trials: '0', seed: 'x', window: 'soon' }).problems)).toEqual([
      'trials',
      'seed',
      'window',
    ]);
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
