import { describe, expect, it } from 'vitest';
import { toldOf, workOf } from '../../../../src/views/stage/people-of.ts';
import { ACCEPTED, type Given, given, MINUTE, START, UNSUCCESSFUL, withPost } from '../../../support/given.ts';

const post = (world: Given) => world.action('C1/post');
const told = (world: Given) => toldOf(post(world), world.world.timelines.get('C1/post') ?? []);

describe('what the Case owner was told', () => {
  it('R14, R44: nothing while retries are left, then when and why', () => {
    const world = given({ settings: { retry: { max: 2 } } }).launched();
    expect(told(world.failedUntil(1))).toEqual([]);
    expect(told(world.failedUntil(2))).toEqual([
      { at: START + 3 * MINUTE, owner: 'dana', that: '“Post invoice” could not connect after 2 retries' },
    ]);
  });
});

describe('with whom the Action is', () => {
  it('nobody while it waits, and once it is closed', () => {
    const world = given({ settings: { retry: { max: 0 } } }).launched();
    expect(workOf(post(world))).toEqual({ who: 'Nobody', how: null });
    expect(workOf(post(world.failedUntil(0)))).toEqual({ who: 'Nobody', how: null });
  });

  it('R40, R42: a queue, then who took it', () => {
    const world = given(withPost({ allocation: { queue: 'AP' } }))
      .launched()
      .callEnds(ACCEPTED);
    world.answers(UNSUCCESSFUL);
    expect(workOf(post(world))).toEqual({ who: 'Queue AP', how: 'nobody yet' });
    world.when({ type: 'take', action: 'C1/post', by: 'omar' });
    expect(workOf(post(world))).toEqual({ who: 'omar', how: 'works on it, queue AP' });
  });
});
