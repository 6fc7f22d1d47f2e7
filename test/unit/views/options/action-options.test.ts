import { describe, expect, test } from 'vitest';
import { createWorld } from '../../../../src/engine/create-world.ts';
import { handle } from '../../../../src/engine/handle.ts';
import type { Input } from '../../../../src/shared/inputs.ts';
import { scenario } from '../../../../src/shared/scenario.ts';
import type { World } from '../../../../src/shared/world.ts';
import { refusesRetry, workOptions } from '../../../../src/views/options/action-options.ts';

const START = Date.parse('2026-01-05T09:00:00Z');

function launched(): World {
  const { startAt, ...rest } = {
    startAt: START,
    ...scenario.parse({
      users: { dana: {}, eve: {} },
      externalApis: { erp: { url: 'https://erp.example.test/' } },
      actionTypes: { post: { externalApi: 'erp' }, check: { manual: true } },
      cases: { C1: { owner: 'dana', process: [['post', 'check']] } },
    }),
  };
  const world = createWorld(rest, startAt, 1);
  perform(world, { type: 'launchCase', case: 'C1' });
  return world;
}

const perform = (world: World, input: Input) => expect(handle(world, input, START)).toBeInstanceOf(Array);
const allowed = (world: World, ref: string) =>
  Object.entries(workOptions(world, world.actions.get(ref)!, 'eve', START))
    .filter(([, refusal]) => refusal === null)
    .map(([option]) => option);
const retry = (world: World, ref: string) => refusesRetry(world, world.actions.get(ref)!, 'eve', START);

describe('what may be done with an Action', () => {
  test('R50: To Do may be taken and finished; In Progress belongs to one person', () => {
    const world = launched();
    expect(allowed(world, 'C1/check')).toEqual(['take', 'complete', 'unable']);
    perform(world, { type: 'take', action: 'C1/check', by: 'eve' });
    expect(allowed(world, 'C1/check')).toEqual(['unassign', 'complete', 'unable']);
    perform(world, { type: 'complete', action: 'C1/check', by: 'eve' });
    expect(allowed(world, 'C1/check')).toEqual([]);
  });

  test('R12, R13, R15: Retry only while one is pending', () => {
    const world = launched();
    expect(allowed(world, 'C1/post')).toEqual([]);
    expect(retry(world, 'C1/post')?.code).toBe('callInFlight');
    const plan = { result: { connected: false, failure: { kind: 'refused' } }, latencyMs: 0, answers: [] } as const;
    perform(world, { type: 'callPlanned', actionRef: 'C1/post', callNumber: 1, plan });
    perform(world, { type: 'callResultDue', actionRef: 'C1/post' });
    expect(retry(world, 'C1/post')).toBeNull();
    perform(world, { type: 'caseVerb', case: 'C1', do: 'cancel', by: 'dana' });
    expect(retry(world, 'C1/post')?.code).toBe('closed');
  });

  test('asking changes nothing', () => {
    const world = launched();
    const before = world.actions.get('C1/check');
    allowed(world, 'C1/check');
    expect(world.actions.get('C1/check')).toBe(before);
  });
});
