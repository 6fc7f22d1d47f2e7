import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../src/engine/create-world.ts';
import { type CallDraft, newCall } from '../../../src/renderer/src/features/external-apis/draft/call-draft.ts';
import {
  newOutage,
  type OutageDraft,
  outagesIn,
} from '../../../src/renderer/src/features/external-apis/draft/outage-draft.ts';
import { outageWeek } from '../../../src/renderer/src/features/external-apis/draft/outage-week.ts';
import { randomDraftOf } from '../../../src/renderer/src/features/external-apis/draft/random-draft.ts';
import {
  coverEffects,
  mostCallsOf,
  overEffect,
  randomEffects,
  scriptEffects,
  weightEffect,
} from '../../../src/renderer/src/features/external-apis/draft/without-effect.ts';
import { randomBehaviour } from '../../../src/shared/api-behaviour.ts';
import { scenario } from '../../../src/shared/scenario.ts';

/** A Monday. */
const START = Date.parse('2026-01-05T09:00:00Z');
const HOUR = 3_600_000;

describe('calls of a script that never happen', () => {
  const setting = { callTimeoutMs: 30_000, mostCalls: null };
  const script = (...calls: CallDraft[]) => scriptEffects(calls, setting);

  test('after a call that connects there is no other (R4, R5)', () => {
    const effects = script(newCall('refused'), newCall('accepted'), newCall('dns'));
    expect(effects.calls.map((why) => why !== null)).toEqual([false, false, true]);
    expect(effects.otherwise).toBe(
      'No effect: call 2 connects, and an Action that is connected makes no further call.',
    );
  });

  test('one that is accepted too late has failed (S4), and what is not right yet says nothing', () => {
    expect(script({ ...newCall('accepted'), acceptAfter: '31s' }).otherwise).toBeNull();
    expect(script({ ...newCall('accepted'), acceptAfter: '30s' }).otherwise).not.toBeNull();
    expect(script({ ...newCall('accepted'), acceptAfter: 'soon' }).otherwise).toBeNull();
  });

  test('beyond the most retries of the Action types that call the API (R2, R14, S3)', () => {
    const world = (actionTypes: object) =>
      createWorld(
        scenario.parse({
          settings: { retry: { max: 1 } },
          externalApis: { erp: { url: 'https://erp.test/' }, bank: { url: 'https://bank.test/' } },
          actionTypes,
        }),
        START,
        1,
      );
    const types = { a: { externalApi: 'erp' }, b: { externalApi: 'bank', retry: { max: 9 } }, c: { manual: true } };
    expect(mostCallsOf(world(types), 'erp')).toBe(2);
    expect(mostCallsOf(world({ ...types, d: { externalApi: 'erp', retry: { max: 3 } } }), 'erp')).toBe(4);
    expect(mostCallsOf(world({}), 'erp')).toBeNull();
    const effects = scriptEffects([newCall(), newCall(), newCall()], { ...setting, mostCalls: 2 });
    expect(effects.calls).toEqual([
      null,
      null,
      'No effect with the current settings: no Action that calls this API makes more than 2 calls.',
    ]);
    expect(effects.otherwise).toBe(effects.calls[2]);
  });
});

describe('what is never drawn', () => {
  const draft = randomDraftOf(randomBehaviour.parse({ failRate: 0.5, noResponseRate: 0.5, successRate: 0.5 }));

  test.each([
    [{}, {}],
    [{ failRate: '0' }, { fail: 'No effect: no call fails.' }],
    [{ successRate: '100' }, { reasons: 'No effect: every response is successful.' }],
    [{ successRate: '0' }, { data: 'No effect: no response is successful.' }],
    [
      { noResponseRate: '100' },
      {
        responseAfter: 'No effect: no call gets a response.',
        reasons: 'No effect: no call gets a response.',
        data: 'No effect: no call gets a response.',
      },
    ],
    [
      { failRate: '100' },
      {
        acceptAfter: 'No effect: every call fails.',
        responses: 'No effect: every call fails.',
        responseAfter: 'No effect: every call fails.',
        reasons: 'No effect: every call fails.',
        data: 'No effect: every call fails.',
      },
    ],
    [{ failRate: '' }, {}],
  ])('%j', (change, expected) => {
    const nothing = { fail: null, acceptAfter: null, responses: null, responseAfter: null, reasons: null, data: null };
    expect(randomEffects({ ...draft, ...change })).toEqual({ ...nothing, ...expected });
  });

  test('a weight of 0', () => {
    expect(weightEffect({ weight: '0' })).toBe('No effect: its weight is 0.');
    expect(weightEffect({ weight: '0.1' })).toBeNull();
    expect(weightEffect({ weight: '' })).toBeNull();
  });
});

describe('outages without effect', () => {
  const outage = (change: Partial<OutageDraft>) => ({ ...newOutage('10:00'), ...change });
  const covered = (...drafts: OutageDraft[]) => {
    const effects = coverEffects(outagesIn(drafts), START);
    return drafts.map(({ id }) => effects.get(id)?.match(/outage (\d)/)?.[1] ?? null);
  };

  test('one wholly inside another that is listed before it', () => {
    expect(covered(outage({ for: '1h' }), outage({ from: '10:10', for: '50m', kind: 'dns' }))).toEqual([null, '1']);
    expect(covered(outage({ for: '1h' }), outage({ from: '10:10', for: '51m' }))).toEqual([null, null]);
    // The first listed decides: inside a later one it still fails calls in its own way.
    expect(covered(outage({ kind: 'dns' }), outage({ for: '1h' }))).toEqual([null, null]);
    expect(covered(outage({}), outage({ for: '1h' }))).toEqual(['2', null]);
    expect(covered(outage({}), outage({}))).toEqual([null, '1']);
  });

  test('one that several others cover between them', () => {
    const whole = outage({ for: '40m', kind: 'tls' });
    const halves = [outage({}), outage({ from: '10:20' })];
    const why = (...drafts: OutageDraft[]) => {
      const effects = coverEffects(outagesIn(drafts), START);
      return drafts.map(({ id }) => effects.get(id) ?? null);
    };
    expect(why(...halves, whole)).toEqual([null, null, 'No effect: outages 1 and 2 cover all of it.']);
    expect(why(outage({}), outage({ from: '10:21' }), whole)).toEqual([null, null, null]);
    expect(why(...halves, outage({ from: '10:21', for: '5m' }))[2]).toBe('No effect: outage 2 covers all of it.');
    const [before, after] = [outage({ recurrence: 'daily' }), outage({ from: '10:20', recurrence: 'weekdays' })];
    expect(why(before, after, outage({ for: '40m', recurrence: 'weekdays' }))[2]).toMatch(/outages 1 and 2/);
    expect(why(before, after, outage({ for: '40m', recurrence: 'daily' }))[2]).toBeNull();
  });

  test('a later row that fails alike does not cover it where another row would decide first', () => {
    const hour = outage({ for: '1h' });
    expect(covered(outage({}), outage({ kind: 'dns' }), hour)).toEqual([null, '1', null]);
    expect(covered(outage({}), outage({ from: '10:10', kind: 'dns' }), hour)).toEqual([null, null, null]);
    expect(covered(outage({}), outage({ from: '10:20', kind: 'dns' }), hour)).toEqual(['3', null, null]);
    const later = outage({ from: '+14d', recurrence: 'daily', kind: 'dns' });
    expect(covered(outage({ recurrence: 'daily' }), later, outage({ recurrence: 'daily', for: '1h' }))).toEqual([
      '3',
      null,
      null,
    ]);
    const sameTime = { ...later, from: '2026-01-20 10:00' };
    expect(covered(outage({ recurrence: 'daily' }), sameTime, outage({ recurrence: 'daily', for: '1h' }))).toEqual([
      null,
      '1',
      null,
    ]);
  });

  test('of outages that come again every time counts', () => {
    const daily = outage({ recurrence: 'daily', for: '1h' });
    const working = outage({ recurrence: 'weekdays', kind: 'tls' });
    expect(covered(daily, working)).toEqual([null, '1']);
    expect(
      covered(outage({ recurrence: 'weekdays', for: '1h' }), outage({ recurrence: 'daily', kind: 'tls' })),
    ).toEqual([null, null]);
    // Once, on a Saturday.
    const saturday = outage({ from: '2026-01-10 10:00', kind: 'tls' });
    expect(covered(daily, saturday)).toEqual([null, '1']);
    expect(covered(outage({ recurrence: 'weekdays', for: '1h' }), saturday)).toEqual([null, null]);
    const everyTwoHours = outage({ recurrence: 'every', every: '2h', for: '30m' });
    expect(covered(everyTwoHours, outage({ recurrence: 'every', every: '6h', kind: 'tls' }))).toEqual([null, '1']);
    expect(covered(everyTwoHours, outage({ recurrence: 'every', every: '3h', kind: 'tls' }))).toEqual([null, null]);
    // It began before.
    expect(covered(daily, outage({ recurrence: 'daily', from: '+30m', for: '10m', kind: 'tls' }))).toEqual([
      null,
      null,
    ]);
    // One without a gap covers what lasts over several of its times.
    expect(
      covered(outage({ recurrence: 'every', every: '1h', for: '1h' }), outage({ for: '5h', kind: 'tls' })),
    ).toEqual([null, '1']);
  });

  test('one that is over', () => {
    const [once, again] = outagesIn([outage({}), outage({ recurrence: 'daily' })]);
    expect(overEffect(once!, START, START + HOUR)).toBeNull();
    expect(overEffect(once!, START, START + 2 * HOUR)).toBe('No effect: it ended at 10:20:00.');
    expect(overEffect(again!, START, START + 2 * HOUR)).toBeNull();
  });
});

describe('the picture of outages that come again', () => {
  const week = (change: Partial<OutageDraft>, now = START) =>
    outageWeek(outagesIn([{ ...newOutage('10:00'), ...change }]), START, now).map(({ name, bands }) => [
      name,
      bands.map(({ text }) => text).join(', '),
    ]);

  test('seven days from today, by the clock', () => {
    expect(week({ recurrence: 'weekdays' })).toEqual([
      ['Mon 5 Jan', '10:00 to 10:20'],
      ['Tue 6 Jan', '10:00 to 10:20'],
      ['Wed 7 Jan', '10:00 to 10:20'],
      ['Thu 8 Jan', '10:00 to 10:20'],
      ['Fri 9 Jan', '10:00 to 10:20'],
      ['Sat 10 Jan', ''],
      ['Sun 11 Jan', ''],
    ]);
  });

  test('from the day of the next one where that is later; over midnight on both days', () => {
    const night = { from: '2026-02-02 23:00', for: '2h', recurrence: 'days' as const, on: ['Mon' as const] };
    expect(week(night).slice(0, 3)).toEqual([
      ['Mon 2 Feb', '23:00 to 01:00'],
      ['Tue 3 Feb', '23:00 to 01:00'],
      ['Wed 4 Feb', ''],
    ]);
    const [first, second] = outageWeek(outagesIn([{ ...newOutage('10:00'), ...night }]), START, START);
    expect(first?.bands[0]).toMatchObject({ from: 23 / 24, until: 1 });
    expect(second?.bands[0]).toMatchObject({ from: 0, until: 1 / 24 });
  });
});
