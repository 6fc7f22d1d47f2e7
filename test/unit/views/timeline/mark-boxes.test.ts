import { describe, expect, test } from 'vitest';
import type { TimeAxis } from '../../../../src/views/timeline/axis.ts';
import { withoutRepeats } from '../../../../src/views/timeline/clusters.ts';
import { byTime, type Mark } from '../../../../src/views/timeline/mark.ts';
import { boxesOf } from '../../../../src/views/timeline/mark-boxes.ts';
import { boxWith, stopAfter } from '../../../../src/views/timeline/steps.ts';

const START = Date.parse('2026-01-05T09:00:00Z');
const MIN = 60_000;
const rules = { callWidth: 11, smallestCall: 8, momentDistance: 18, countWidth: 18 };

const at = (minute: number) => START + minute * MIN;
const moment = (minute: number, id = `moment-${minute}`, more: Partial<Mark> = {}): Mark => ({
  id,
  lane: 'Events',
  kind: 'settings change',
  from: at(minute),
  to: at(minute),
  isPlanned: false,
  title: id,
  text: '',
  ...more,
});
const call = (minute: number, more: Partial<Mark> = {}): Mark => ({
  ...moment(minute, `call-${minute}`),
  lane: 'Calls',
  kind: 'call failed',
  ...more,
});
const gap = (from: number, to: number): Mark => call(from, { id: `gap-${from}`, kind: 'gap', to: at(to) });
/** An hour on 600 pixels: 10 a minute. */
const HOUR: TimeAxis = {
  from: START,
  to: at(60),
  width: 600,
  stretches: [{ from: START, to: at(60), x: 0, width: 600, isLong: false, isFolded: false }],
};

const placed = (marks: readonly Mark[]) => boxesOf(marks.toSorted(byTime), HOUR, rules);
const brief = (marks: readonly Mark[]) =>
  placed(marks).map((box) => [box.marks.map(({ id }) => id).join(' '), box.x, box.width].map(rounded));
const rounded = (value: string | number) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value);

describe('moments', () => {
  test('those of one instant are one cluster at that instant, whatever their number', () => {
    for (const count of [2, 5, 18, 300]) {
      const marks = Array.from({ length: count }, (_, index) => moment(0, `m${index}`));
      const [cluster, ...rest] = placed(marks);
      expect(rest).toEqual([]);
      expect(cluster).toMatchObject({ id: 'cluster-m0', x: 0, width: 0, from: START, to: START });
      expect(cluster?.marks).toEqual(marks);
    }
  });

  test('every moment that is drawn stands at its own time', () => {
    expect(brief([moment(14, 'a'), moment(14, 'b'), moment(30), moment(60)])).toEqual([
      ['a b', 140, 0],
      ['moment-30', 300, 0],
      ['moment-60', 600, 0],
    ]);
  });

  test('those nearer than a mark is wide are a cluster at the first of them', () => {
    expect(brief([moment(10), moment(11.8), moment(20), moment(21.7)])).toEqual([
      ['moment-10', 100, 0],
      ['moment-11.8', 118, 0],
      ['moment-20 moment-21.7', 200, 0],
    ]);
  });

  test('a cluster takes in what its number would cover', () => {
    expect(brief([moment(20), moment(21), moment(23.5), moment(23.6)])).toEqual([
      ['moment-20 moment-21 moment-23.5', 200, 0],
      ['moment-23.6', 236, 0],
    ]);
  });

  test('lanes do not disturb each other', () => {
    const response = moment(10, 'response', { lane: 'Response', kind: 'refused response' });
    expect(brief([moment(10, 'event'), response])).toEqual([
      ['response', 100, 0],
      ['event', 100, 0],
    ]);
  });
});

describe('calls', () => {
  test('R12: retries by hand at one instant are one cluster, and all other calls keep their width', () => {
    const again = ['second', 'third'].map((id) => call(0, { id }));
    expect(brief([call(0), ...again, call(10), call(30)])).toEqual([
      ['call-0 second third', -5.5, 11],
      ['call-10', 94.5, 11],
      ['call-30', 294.5, 11],
    ]);
  });

  test('a call stands in the middle of its instant, as moments do', () => {
    const [event, drawn] = placed([call(10), moment(10)]).toSorted((left, right) => left.width - right.width);
    expect(drawn!.x + drawn!.width / 2).toBe(event!.x);
  });

  test('calls give way to their neighbours down to their smallest width; nearer ones are a cluster', () => {
    expect(brief([call(10), call(11), call(20), call(20.9), call(30), call(30.8)])).toEqual([
      ['call-10', 95.5, 9],
      ['call-11', 105.5, 9],
      ['call-20', 196, 8],
      ['call-20.9', 205, 8],
      ['call-30 call-30.8', 298.5, 11],
    ]);
  });

  test('a cluster reaches to the end of its last call', () => {
    expect(placed([call(10), call(10, { id: 'long', to: at(18) }), call(20)])[0]).toMatchObject({
      x: 100,
      width: 80,
      from: at(10),
      to: at(18),
    });
  });

  test('the call in flight is no part of a cluster: it goes on under those that ended where it began', () => {
    const inFlight = call(30, { id: 'flying', kind: 'call in flight', to: null });
    expect(placed([call(30), call(30, { id: 'second' }), inFlight])).toMatchObject([
      { id: 'cluster-call-30', x: 296, width: 8, to: at(30) },
      { id: 'flying', x: 300, width: 300, to: null },
    ]);
  });

  test('a hundred calls, crowded, are bars of a readable width that do not overlap', () => {
    const crowded = Array.from({ length: 100 }, (_, index) => call(index * 0.6));
    const boxes = placed(crowded);
    expect(boxes.flatMap(({ marks }) => marks)).toEqual(crowded);
    for (const [index, { x, width }] of boxes.entries()) {
      expect(width).toBeGreaterThanOrEqual(rules.smallestCall);
      expect(x + width).toBeLessThan(boxes[index + 1]?.x ?? Number.POSITIVE_INFINITY);
    }
  });

  test('a call that lasts is as wide as it lasts', () => {
    expect(placed([call(0, { to: at(8) }), call(10)])[0]).toMatchObject({ x: 0, width: 80 });
  });
});

describe('what lies between calls', () => {
  test('a gap begins where the bar of its call ends', () => {
    expect(brief([call(0), gap(0, 10), call(10)])[1]).toEqual(['gap-0', 5.5, 94.5]);
  });

  test('a gap that lies under a cluster cannot be seen; the one after it begins where the cluster ends', () => {
    expect(brief([call(0), gap(0, 0.5), call(0.5), gap(0.5, 10), call(10)])).toEqual([
      ['call-0 call-0.5', -3, 11],
      ['gap-0.5', 8, 92],
      ['call-10', 94.5, 11],
    ]);
  });

  test('R28: waiting that lasted no time leaves the response alone', () => {
    const waiting = moment(10, 'waiting', { lane: 'Response', kind: 'waiting for the response' });
    const response = moment(10, 'response', { lane: 'Response', kind: 'successful response' });
    expect(brief([waiting, response])).toEqual([['response', 100, 0]]);
  });
});

describe('stepping', () => {
  const boxes = placed([moment(10, 'a'), moment(20, 'b'), moment(20, 'c'), moment(30, 'd')]);
  const walk = (move: Parameters<typeof stopAfter>[2], from: string | null, count: number) =>
    Array.from({ length: count }).reduce<(string | null)[]>(
      (stops) => [...stops, stopAfter(boxes, stops.at(-1) ?? null, move)],
      [from],
    );

  test('from box to box, a cluster being one, and no further than the ends', () => {
    expect(walk('next', null, 4)).toEqual([null, 'a', 'cluster-b', 'd', 'd']);
    expect(walk('previous', 'd', 3)).toEqual(['d', 'cluster-b', 'a', 'a']);
    expect([stopAfter(boxes, 'c', 'first'), stopAfter(boxes, 'c', 'last')]).toEqual(['a', 'd']);
  });

  test('through every mark of a cluster on the way', () => {
    expect(walk('next mark', 'a', 5)).toEqual(['a', 'cluster-b', 'b', 'c', 'd', 'd']);
    expect(walk('previous mark', 'd', 5)).toEqual(['d', 'c', 'b', 'cluster-b', 'a', 'a']);
  });

  test('out of a cluster', () => {
    expect(stopAfter(boxes, 'b', 'next')).toBe('d');
    expect(stopAfter(boxes, 'c', 'previous')).toBe('cluster-b');
  });

  test('a mark of a cluster is in its box', () => {
    expect(boxWith(boxes, 'c')?.id).toBe('cluster-b');
    expect(boxWith(boxes, 'd')?.id).toBe('d');
    expect(boxWith(boxes, null)).toBeUndefined();
  });

  test('where nothing is drawn there is nowhere to go', () => {
    expect(stopAfter([], null, 'next')).toBeNull();
  });
});

describe('a cluster as a list', () => {
  test('neighbours that say the same of the same time are one line', () => {
    const same = { title: 'Response refused: wrong token' };
    const marks = [
      moment(0, 'a', same),
      moment(0, 'b', same),
      moment(0, 'c'),
      moment(0, 'd', same),
      moment(1, 'e', same),
    ];
    expect(withoutRepeats(marks).map(({ mark, count }) => [mark.id, count])).toEqual([
      ['a', 2],
      ['c', 1],
      ['d', 1],
      ['e', 1],
    ]);
  });

  test('calls are all listed, as each has its number', () => {
    expect(withoutRepeats([call(0, { title: 'Call 1 failed' }), call(0, { title: 'Call 2 failed' })])).toHaveLength(2);
  });
});
