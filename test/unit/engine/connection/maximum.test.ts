import { describe, expect, it } from 'vitest';
import { isRejection } from '../../../../src/shared/errors.ts';
import { ACCEPTED, type Given, given, SUCCESS, withPost } from '../../../support/given.ts';

const failing = (max: number, retries: number) => () =>
  given({ settings: { retry: { max } } })
    .launched()
    .failedUntil(retries);

/** R20, row by row. */
describe('changing the maximum while Actions live (R18–R24)', () => {
  const rows: [string, () => Given, number, { phase: string; shown: string }][] = [
    ['Closed 5/5, 5→7: Closed 5/7', failing(5, 5), 7, { phase: 'closed', shown: '5/7' }],
    ['pending 4/5, 5→7: 4/7', failing(5, 4), 7, { phase: 'retry pending', shown: '4/7' }],
    ['pending 4 of 10, 10→4: Closed, still 4 of 10', failing(10, 4), 4, { phase: 'closed', shown: '4/10' }],
    ['pending 4 of 10, 10→3: Closed, still 4 of 10', failing(10, 4), 3, { phase: 'closed', shown: '4/10' }],
    ['pending 4 of 10, 10→6: 4 of 6', failing(10, 4), 6, { phase: 'retry pending', shown: '4/6' }],
    ['Closed 5/5, 5→3: Closed 5/5', failing(5, 5), 3, { phase: 'closed', shown: '5/5' }],
    ['pending 0/5, 5→0: Closed 0/5', failing(5, 0), 0, { phase: 'closed', shown: '0/5' }],
    [
      'awaiting response: nothing changes',
      () => given().launched().callEnds(ACCEPTED),
      7,
      { phase: 'awaiting response', shown: '0/5' },
    ],
    [
      'To Do: nothing changes',
      () => {
        const world = given().launched();
        world.answers({ outcome: 'unsuccessful' });
        return world;
      },
      7,
      { phase: 'manual', shown: '0/5' },
    ],
    [
      'Closed successfully: nothing changes',
      () => {
        const world = given().launched();
        world.answers(SUCCESS);
        return world;
      },
      7,
      { phase: 'closed', shown: '0/5' },
    ],
  ];

  it.each(rows)('R20 %s', (_, start, maximum, after) => {
    const world = start().maximum(maximum);
    expect({ phase: world.action().phase, shown: world.shown() }).toEqual(after);
  });

  it('R20 Closed 4 of 10, 4→7: Closed 4/7, no retry', () => {
    const world = failing(10, 4)().maximum(4).maximum(7);
    expect(world.action().phase).toBe('closed');
    expect(world.shown()).toBe('4/7');
    expect(world.timers()).toEqual([]);
  });

  it('R20 the raised one goes on until n = M, 7 retries and 8 calls (R2)', () => {
    const world = failing(5, 4)().maximum(7);
    for (let retry = 5; retry <= 7; retry += 1)
      world.retryDue().callEnds({ result: { connected: false, failure: { kind: 'dns' } }, latencyMs: 0, answers: [] });
    expect(world.action()).toMatchObject({ phase: 'closed', callCount: 8 });
    expect(world.shown()).toBe('7/7');
  });

  it('R24 10→4→10 at n = 4 leaves it Closed, told once', () => {
    const world = failing(10, 4)().maximum(4).maximum(10);
    expect(world.action().phase).toBe('closed');
    expect(world.shown()).toBe('4/10');
    expect(world.notificationsOf('dana')).toHaveLength(1);
  });

  it('R16 M = 0: the first failure closes, 0/0', () => {
    const world = failing(0, 0)();
    expect(world.action()).toMatchObject({ phase: 'closed', callCount: 1 });
    expect(world.shown()).toBe('0/0');
  });

  it('S3 an Action type with a pattern of its own does not follow the system-wide one', () => {
    const world = given(withPost({ retry: { max: 3, first: '10s' } }))
      .launched()
      .failedUntil(1);
    expect(world.action().nextRetryAt).toBe(world.now + 20_000);
    world.maximum(1);
    expect(world.action().phase).toBe('retry pending');
    world.when({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { retry: { max: 1 } } },
    });
    expect(world.action().phase).toBe('closed');
    expect(world.shown()).toBe('1/3');
  });

  it('R13 one call in flight at a time; R15 no retry once closed', () => {
    const calling = given().launched();
    expect(calling.tries({ type: 'retry', action: 'C1/post' })).toMatchObject({ code: 'callInFlight', rules: ['R13'] });
    const closed = failing(0, 0)();
    const before = closed.action();
    expect(isRejection(closed.tries({ type: 'retry', action: 'C1/post' }))).toBe(true);
    expect(closed.action()).toEqual(before);
  });
});
