import { describe, expect, it } from 'vitest';
import { appliedWords, changedSince, changedWords, isInUse, isOtherApi } from '../../../../src/views/lab/applied.ts';
import { configuredWords, waitsOf } from '../../../../src/views/lab/configured-words.ts';
import { edgeInWords, edgesOf } from '../../../../src/views/lab/edge.ts';
import { apiFile } from '../../../support/tallies.ts';
import { setupFor } from '../../../support/trials.ts';

const of = (max: number, first = '1m', api: Parameters<typeof apiFile>[0] = {}) =>
  setupFor(apiFile(api, { retry: { max, first }, responseWithin: '20m' }));
const changes = [
  { path: 'retry.max', from: 2, to: 4 },
  { path: 'retry.first', from: '1m', to: '10m' },
];

describe('what was applied', () => {
  it('is in use as long as it is configured so, however it is written', () => {
    expect(isInUse({ changes }, of(4, '600s'))).toBe(true);
    expect(isInUse({ changes }, of(4, '5m'))).toBe(false);
  });

  it('is said with what was before, and what is otherwise than when it ran', () => {
    expect(appliedWords(changes)).toBe('Maximum retries 4 (before: 2), first interval 10 min (before: 1 min)');
    expect(changedSince(of(2), of(4, '10m'))).toEqual(changes);
    expect(changedWords(changedSince(of(2), of(4)))).toBe('Maximum retries 2 → 4');
    expect(changedSince(of(2), of(2))).toEqual([]);
    expect(isOtherApi(of(2), of(4))).toBe(false);
    expect(isOtherApi(of(2), of(2, '1m', { outages: [{ from: '+1h', for: '20m' }] }))).toBe(true);
  });
});

describe('every wait is named', () => {
  it('before each retry, for the response, until it is due', () => {
    expect(configuredWords(of(3, '10m'))).toBe(
      '3 retries after 10 min, 20 min and 40 min; up to 20 min for the response',
    );
    expect(configuredWords(setupFor(apiFile({}, { retry: { max: 0 }, due: '8h', responseExpected: false })))).toBe(
      'no retries; no response is awaited; due 8 h after launch',
    );
    expect(configuredWords(of(20))).toMatch(/^20 retries after 1 min, 2 min, 4 min, 8 min, … and 24 h; /);
  });

  it('of a variant too', () => {
    expect(waitsOf({ settings: { retry: { max: 2, first: '10m', factor: 2, cap: '24h', jitter: 0 } } })).toBe(
      '2 retries after 10 min and 20 min',
    );
  });
});

describe('a best at the end of what was tried', () => {
  const axis = (path: string, ...values: (string | number)[]) => ({ path, values });
  const edges = (axes: ReturnType<typeof axis>[], ...best: (string | number)[]) =>
    edgesOf(
      axes,
      axes.map(({ path }, index) => ({ path, value: best[index] ?? null })),
    );

  it('is said, with the values beyond it', () => {
    const [edge] = edges([axis('retry.max', 0, 1, 2, 3, 4)], 4);
    expect(edge && edgeInWords(edge)).toBe('Maximum retries 4 is the most you tried.');
    expect(edge?.wider).toEqual([axis('retry.max', 0, 1, 2, 3, 4, 5, 6, 7, 8)]);
    const [longest] = edges([axis('retry.max', 0, 1, 2), axis('retry.first', '5m', '10m', '20m')], 1, '20m');
    expect(longest?.wider[1]).toEqual(axis('retry.first', '5m', '10m', '20m', '40m', '1h20m', '2h40m', '5h20m'));
    const [shortest] = edges([axis('responseWithin', '10m', '20m', '30m')], '10m');
    expect(shortest && edgeInWords(shortest)).toBe('Response expected within 10 min is the least you tried.');
    expect(shortest?.wider[0]?.values.slice(0, 5)).toEqual(['37s500ms', '1m15s', '2m30s', '5m', '10m']);
  });

  it('is not, within it, where nothing lies beyond, of what nobody chooses, and of words', () => {
    expect(edges([axis('retry.max', 0, 1, 2)], 1)).toEqual([]);
    expect(edges([axis('retry.max', 0, 1, 2)], 0)).toEqual([]);
    expect(edges([axis('retry.max', 98, 99, 100)], 100)).toEqual([]);
    expect(edges([axis('outage', '0s', '10m')], '10m')).toEqual([]);
    expect(edges([axis('responseClock', 'connection', 'launch')], 'launch')).toEqual([]);
  });

  it('never asks for more variants than a study may have', () => {
    const many = Array.from({ length: 20 }, (_, index) => index);
    const [edge] = edges([axis('retry.max', ...many), axis('retry.factor', ...many.map((each) => each + 1))], 19, 3);
    expect(edge).toBeUndefined();
  });
});
