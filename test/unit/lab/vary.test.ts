import { describe, expect, it } from 'vitest';
import { formatMeasured, parseLimit } from '../../../src/main/lab/limits.ts';
import { combinations, withChanges, writtenSettings } from '../../../src/main/lab/variants.ts';
import { parseVaried } from '../../../src/main/lab/vary.ts';
import { apiFile } from '../../support/tallies.ts';
import { setupFor } from '../../support/trials.ts';

describe('what is varied', () => {
  it.each([
    ['retry.max=3,5,7', [3, 5, 7]],
    ['retry.max=1..4', [1, 2, 3, 4]],
    ['retry.factor=1..2/0.25', [1, 1.25, 1.5, 1.75, 2]],
    ['externalApi.random.failRate=0.1..0.3/0.1', [0.1, 0.2, 0.3]],
    ['responseWithin=10m..1h/25m', ['10m', '35m', '1h']],
    ['responseWithin=none,10m', [null, '10m']],
    ['retry.max=0,5..7', [0, 5, 6, 7]],
    ['autoCompleteOnTimeout=true,false', [true, false]],
    ['responseClock=launch,connection', ['launch', 'connection']],
  ])('%s', (text, values) => {
    expect(parseVaried(text)).toEqual({ path: text.slice(0, text.indexOf('=')), values });
  });

  it.each([
    'retry.max',
    '=3',
    'retry.max=',
    'retry.max=3,,5',
    'retry.max=3,3',
    'retry.max=5..3',
    'retry.max=a..b',
    'due=1m..5m',
  ])('%s is refused', (text) => {
    expect(() => parseVaried(text)).toThrow(text);
  });

  it('every combination, the first setting slowest', () => {
    const names = combinations([parseVaried('retry.max=1,2'), parseVaried('due=none,1h')]).map(({ name }) => name);
    expect(names).toEqual([
      'retry.max=1, due=none',
      'retry.max=1, due=1h',
      'retry.max=2, due=none',
      'retry.max=2, due=1h',
    ]);
  });
});

describe('a change of a setting', () => {
  const base = setupFor(apiFile({ random: {} }, { due: '2h' }, { retry: { max: 2, first: '30s' } }));
  const changed = (path: string, value: string | number | boolean | null) => withChanges(base, [{ path, value }]);

  it('of the pattern starts from the pattern in force (S3)', () => {
    expect(changed('retry.max', 7).actionType.retry).toMatchObject({ max: 7, first: 30_000 });
    expect(changed('settings.retry.max', 7).settings.retry).toMatchObject({ max: 7, first: 30_000 });
  });

  it('reaches the Action type, the settings and the External API', () => {
    expect(changed('responseWithin', '5m').actionType.responseWithin).toBe(300_000);
    expect(changed('due', null).actionType.due).toBeUndefined();
    expect(changed('callTimeout', '5s').settings.callTimeout).toBe(5_000);
    expect(changed('externalApi.random.failRate', 0.5).externalApi.random?.failRate).toBe(0.5);
    expect(changed('externalApis.erp.random.failRate', 0.5).externalApi.random?.failRate).toBe(0.5);
    expect(changed('outage', '20m').externalApi.outages).toEqual([{ from: '+0s', for: 1_200_000 }]);
    expect(changed('outage', '0s').externalApi.outages).toEqual([]);
  });

  it('is said as files write it', () => {
    expect(writtenSettings(changed('outage', '20m'), base)).toMatchObject({
      retry: { max: 2, first: '30s' },
      due: '2h',
      callTimeout: '30s',
      externalApi: { outages: [{ from: '+0s', for: '20m' }] },
    });
  });
});

it.each([
  ['escalatedPer1000<=10', '<=', 10],
  ['escalatedPer1000 <= 1%', '<=', 10],
  ['doneSuccessfully >= 97.5%', '>=', 0.975],
  ['timeToEnd.p95≤2h', '<=', 7_200_000],
  ['callsPerLaunch<=1.5', '<=', 1.5],
])('the limit %s', (text, sense, bound) => {
  expect(parseLimit(text)).toMatchObject({ text, sense, bound });
});

it('figures for people', () => {
  expect(formatMeasured(0.01234, 'share')).toBe('1.2 %');
  expect(formatMeasured(12.34, 'per 1,000')).toBe('12.3');
  expect(formatMeasured(1_860_001.3, 'duration')).toBe('31 min');
  expect(formatMeasured(1_799_640, 'duration')).toBe('30 min');
  expect(formatMeasured(250.4, 'duration')).toBe('250 ms');
  expect(formatMeasured(null, 'duration')).toBe('–');
});
