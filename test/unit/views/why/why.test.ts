/** Why a retry, a deadline and a due date come when they do: every figure. */
import { describe, expect, it } from 'vitest';
import { drawFrom, streamKey } from '../../../../src/engine/random.ts';
import type { ActionFact } from '../../../../src/shared/facts.ts';
import { whyDeadline, whyDue } from '../../../../src/views/why/clocks.ts';
import { type Explanation, isSum } from '../../../../src/views/why/explanation.ts';
import { whyFact, whyNextRetry } from '../../../../src/views/why/why.ts';
import { decimals } from '../../../../src/views/words/figures.ts';
import { exactDuration, instantInWords } from '../../../../src/views/words/time-words.ts';
import { ACCEPTED, type Given, given, MINUTE, REFUSED, START, withPost } from '../../../support/given.ts';

const REF = 'C1/post';

/** Why the `index`th fact of a type came about. */
function why(world: Given, type: ActionFact['type'], index = -1): Explanation | null {
  const fact = (world.world.timelines.get(REF) ?? []).filter((each) => each.type === type).at(index);
  if (fact === undefined) throw new Error(`no ${type}`);
  return whyFact(world.world, fact);
}

const withRetry = (retry: object) => given({ settings: { retry } });

describe('the wait before a retry', () => {
  it('S2 is first × factor^(k−1), from the failure', () => {
    const world = given().launched().failedUntil(3);
    expect(whyNextRetry(world.world, REF)).toEqual({
      title: 'Retry 4 after 8 min',
      lines: ['first 1 min × 2^(4−1) = 8 min, longest interval 24 h, no jitter', 'failed 09:07:00 + 8 min = 09:15:00'],
      rules: ['S2'],
    });
    expect(why(world, 'retryScheduled', 0)?.lines).toEqual([
      'first 1 min × 2^(1−1) = 1 min, longest interval 24 h, no jitter',
      'failed 09:00:00 + 1 min = 09:01:00',
    ]);
  });

  it('S2 says where the cap cut it', () => {
    const world = withRetry({ max: 9, first: '20s', factor: 3, cap: '2m' }).launched().failedUntil(2);
    expect(why(world, 'retryScheduled')?.lines).toEqual([
      'first 20 s × 3^(3−1) = 3 min, cut to the longest interval 2 min, no jitter',
      'failed 09:01:20 + 2 min = 09:03:20',
    ]);
  });

  it('S2 names the draw of the jitter by its key, its value and what it made of the wait', () => {
    const world = withRetry({ jitter: 0.2 }).launched().callEnds(REFUSED);
    const drawn = drawFrom(streamKey(1, REF, 'jitter'), 1, 0);
    const intervalMs = Math.round(MINUTE * (1 + 0.2 * (2 * drawn - 1)));
    const value = decimals(drawn, 8);
    expect(why(world, 'retryScheduled')?.lines).toEqual([
      'first 1 min × 2^(1−1) = 1 min, longest interval 24 h, jitter ± 20 %',
      `draw seed 1 / C1/post / jitter / retry 1 = ${value}`,
      `1 min × (1 + 0.2 × (2 × ${value} − 1)) = ${exactDuration(intervalMs)}`,
      `failed 09:00:00 + ${exactDuration(intervalMs)} = ${instantInWords(START + intervalMs, START)}`,
    ]);
    expect(world.action().nextRetryAt).toBe(START + intervalMs);
  });

  it('R12 says who did not wait for it, and from which failure the next one counts', () => {
    const world = given().launched().callEnds(REFUSED).after(20_000);
    world.when({ type: 'retry', action: REF, by: 'omar' });
    world.callEnds(REFUSED);
    expect(why(world, 'retryScheduled', 0)).toMatchObject({
      lines: expect.arrayContaining([
        'omar clicked Retry at 09:00:20: this one was dropped, and retry 1 started at once.',
      ]),
      rules: ['S2', 'R12'],
    });
    expect(why(world, 'callStarted')).toEqual({
      title: 'Retry 1 by omar',
      lines: [
        'omar clicked Retry at 09:00:20: the call started at once.',
        'The automatic retry 1, due at 09:01:00, was dropped.',
        'It counts like an automatic one, as retry 1.',
      ],
      rules: ['R12', 'R11'],
    });
    expect(why(world, 'retryScheduled', 1)).toEqual({
      title: 'Retry 2 after 2 min',
      lines: [
        'first 1 min × 2^(2−1) = 2 min, longest interval 24 h, no jitter',
        'failed 09:00:20 + 2 min = 09:02:20',
        'Call 2 was a manual retry. It counts as retry 1, and the wait for retry 2 counts from its failure.',
      ],
      rules: ['S2', 'R12'],
    });
  });

  it('R2 there is none before the first call', () => {
    expect(why(given().launched(), 'callStarted')).toBeNull();
  });

  it('R23 a raise meanwhile did not move it; R19, R21 a reduction ended it', () => {
    const world = given().launched().callEnds(REFUSED).maximum(7);
    expect(why(world, 'retryScheduled')).toMatchObject({
      lines: expect.arrayContaining(['The maximum was changed to 7 meanwhile; that did not move it.']),
      rules: ['S2', 'R23'],
    });
    world.maximum(0);
    expect(why(world, 'retryScheduled')).toMatchObject({
      lines: expect.arrayContaining([
        'It did not happen: at 09:00:00 the Action became Closed, Not Done Successfully (Updated by Enate).',
      ]),
      rules: ['S2', 'R19', 'R21'],
    });
    expect(whyNextRetry(world.world, REF)).toBeNull();
  });

  it('S3 says whose pattern it is, and that it was changed since', () => {
    const own = given(withPost({ retry: { first: '30s' } }))
      .launched()
      .callEnds(REFUSED);
    expect(why(own, 'retryScheduled')).toMatchObject({
      lines: expect.arrayContaining(["The pattern is the Action type's own."]),
      rules: ['S2', 'S3'],
    });
    own.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { retry: { first: 5_000 } } },
    });
    expect(why(own, 'retryScheduled')?.lines).toEqual([
      'first 30 s × 2^(1−1) = 30 s, longest interval 24 h, no jitter',
      'failed 09:00:00 + 30 s = 09:00:30',
      'The retry pattern has changed since; this wait follows the earlier one.',
    ]);
  });
});

describe('the response deadline', () => {
  it('R35 is the connection and the time set', () => {
    const world = given().launched().callEnds(REFUSED).retryDue().callEnds(ACCEPTED);
    expect(whyDeadline(world.world, REF)).toEqual({
      title: 'Awaited until 09:31:00',
      lines: ['connected 09:01:00 + 30 min = 09:31:00'],
      rules: ['R35', 'R32'],
    });
    expect(why(world, 'connected')).toEqual(whyDeadline(world.world, REF));
  });

  it('R38 a changed setting did not move it', () => {
    const world = given().launched().callEnds(ACCEPTED);
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { responseWithin: 5 * MINUTE } },
    });
    expect(whyDeadline(world.world, REF)).toEqual({
      title: 'Awaited until 09:30:00',
      lines: [
        'connected 09:00:00 + 30 min = 09:30:00',
        'Response expected within is 5 min now; that does not move this deadline.',
      ],
      rules: ['R35', 'R32', 'R38'],
    });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { responseWithin: null } },
    });
    expect(whyDeadline(world.world, REF)?.lines[1]).toBe(
      'Response expected within is blank now; that does not move this deadline.',
    );
  });

  it('R35 counts from launch where the setting says so', () => {
    const world = given({ ...withPost({ responseWithin: '90s' }), settings: { responseClock: 'launch' } }).launched();
    const said = {
      title: 'Awaited until 09:01:30',
      lines: ['launched 09:00:00 + 1 min 30 s = 09:01:30', 'The setting starts the response clock at launch.'],
      rules: ['R35', 'R32'],
    };
    expect(whyDeadline(world.world, REF)).toEqual(said);
    world.callEnds(REFUSED).retryDue().callEnds(ACCEPTED);
    expect(whyDeadline(world.world, REF)).toEqual(said);
  });

  it('R35, R38 there is none where nothing was set at launch, whatever is saved later', () => {
    const blank = given({ ...withPost({ responseWithin: undefined }), settings: { responseClock: 'launch' } });
    blank.launched().callEnds(REFUSED);
    blank.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { responseWithin: 5 * MINUTE } },
    });
    const line = 'The response clock starts at launch, and no time was set for the response then.';
    expect(whyDeadline(blank.world, REF)).toEqual({
      title: 'No time limit for the response',
      lines: [line],
      rules: ['R35', 'R34'],
    });
    expect(whyDeadline(blank.retryDue().callEnds(ACCEPTED).world, REF)?.lines[0]).toBe(line);
  });

  it('R34 there is none where no time was set, R5 where no response is expected', () => {
    const endless = given(withPost({ responseWithin: undefined }));
    expect(whyDeadline(endless.launched().world, REF)?.lines).toEqual([
      'It starts when a call connects.',
      'No time is set for the response: there will be no limit.',
    ]);
    expect(whyDeadline(endless.callEnds(ACCEPTED).world, REF)).toEqual({
      title: 'No time limit for the response',
      lines: [
        'No time was set for the response when the Action connected.',
        'It has no due date either: it waits indefinitely.',
      ],
      rules: ['R34'],
    });
    endless.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { responseWithin: MINUTE } },
    });
    expect(whyDeadline(endless.world, REF)).toMatchObject({
      lines: expect.arrayContaining([
        'It is set to 1 min now; that starts no clock for an Action that is already waiting.',
      ]),
      rules: ['R34', 'R38'],
    });
    const due = given(withPost({ responseWithin: undefined, due: '1d' }))
      .launched()
      .callEnds(ACCEPTED);
    expect(whyDeadline(due.world, REF)?.lines[1]).toBe('Only its due date limits the wait.');

    const fireAndForget = given(withPost({ responseExpected: false })).launched();
    expect(whyDeadline(fireAndForget.world, REF)?.rules).toEqual(['R5']);
    expect(whyDeadline(fireAndForget.callEnds(ACCEPTED).world, REF)).toEqual({
      title: 'Not waiting for a response',
      lines: ['Post invoice expects no response: the connection at 09:00:00 closed it.'],
      rules: ['R5'],
    });
  });
});

describe('the due date', () => {
  it('R36, R33 is the launch and the duration; then it is only overdue', () => {
    const world = given(withPost({ due: '26h' })).launched();
    expect(whyDue(world.world, REF)).toEqual({
      title: 'Due 6 Jan 11:00:00',
      lines: [
        'launched 09:00:00 + 26 h = 6 Jan 11:00:00',
        'Auto-complete on timeout is off: it will only become overdue.',
      ],
      rules: ['R36', 'R33'],
    });
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { due: 3_600_000 } },
    });
    expect(whyDue(world.world, REF)?.lines[2]).toBe('The type’s due date is 1 h now; this Action keeps its own.');
    world.after(26 * 60 * MINUTE).when({ type: 'dueDate', actionRef: REF });
    expect(why(world, 'becameOverdue')?.lines[1]).toBe(
      'It was reached: the Action is overdue, and nothing else changed.',
    );
  });

  it('R33 with auto-complete it closes the Action', () => {
    const world = given(withPost({ due: '10m', autoCompleteOnTimeout: true })).launched();
    expect(whyDue(world.world, REF)?.lines).toEqual([
      'launched 09:00:00 + 10 min = 09:10:00',
      'Auto-complete on timeout is on: it will close as No response returned, and pending retries will end.',
    ]);
    world.after(10 * MINUTE).when({ type: 'dueDate', actionRef: REF });
    expect(whyDue(world.world, REF)?.lines[1]).toBe('It was reached with auto-complete on: the Action closed.');
  });

  it('R33 there is none where none is set', () => {
    expect(whyDue(given().launched().world, REF)).toBeNull();
  });
});

describe('words and figures', () => {
  it.each([
    [0, '0 s'],
    [90_000, '1 min 30 s'],
    [399_594, '6 min 39 s 594 ms'],
    [86_400_000, '24 h'],
    [93_780_000, '26 h 3 min'],
    [172_800_000, '2 d'],
    [266_523_001, '3 d 2 h 2 min 3 s 1 ms'],
  ])('%i ms are %s, nothing cut off', (ms, words) => {
    expect(exactDuration(ms)).toBe(words);
  });

  it.each([
    ['2026-01-05T23:59:59.999Z', '23:59:59.999'],
    ['2026-01-06T00:00:00Z', '6 Jan 00:00:00'],
    ['2027-03-01T09:00:00Z', '1 Mar 2027 09:00:00'],
    ['2028-02-29T09:00:00Z', '29 Feb 2028 09:00:00'],
    ['2026-12-31T09:00:00Z', '31 Dec 09:00:00'],
  ])('%s reads %s', (iso, words) => {
    expect(instantInWords(Date.parse(iso), START)).toBe(words);
  });

  it('once the clock is on another day, no time comes without its day', () => {
    const [now, at] = [START + 86_400_000, START + 60_000];
    expect(instantInWords(at, START, START + 3_600_000)).toBe('09:01:00');
    expect(instantInWords(at, START, now)).toBe('5 Jan 09:01:00');
    expect(instantInWords(now, START, now)).toBe('6 Jan 09:00:00');
  });

  it('the date of any day is that of the calendar', () => {
    const calendar = new Intl.DateTimeFormat('en-US', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      timeZone: 'UTC',
    });
    for (let day = -10_000; day < 40_000; day += 11) {
      const at = START + day * 86_400_000;
      const date = calendar.format(at).replaceAll(',', '').split(' ');
      expect(instantInWords(at, 0)).toBe(`${date[1]} ${date[0]} ${date[2]} 09:00:00`);
    }
  });

  it('a number is cut, never rounded up to a limit it is below', () => {
    expect(decimals(0.149_999_99)).toBe('0.149999');
    expect(decimals(0.5)).toBe('0.5');
  });

  it('sums have no full stop, sentences have one', () => {
    expect(isSum('failed 09:07:00 + 8 min = 09:15:00')).toBe(true);
    expect(isSum('The rule names no queue.')).toBe(false);
  });
});
