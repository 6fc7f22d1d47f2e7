import { describe, expect, it } from 'vitest';
import { closedCount } from '../../../../src/engine/case/room.ts';
import { worldToJson } from '../../../../src/shared/world-json.ts';
import { DEFINITIONS, type Given, given, REFUSED } from '../../../support/given.ts';

/** Five Cases, whose owner was told of each, and a name for the first Action; those in `open` are left open. */
function lived(open: readonly string[] = []): Given {
  const refs = ['C1', 'C2', 'C3', 'C4', 'C5'];
  const world = given({
    caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
    cases: Object.fromEntries(refs.map((ref) => [ref, DEFINITIONS.cases.C1])),
  });
  world.maximum(0);
  for (const ref of refs) {
    world.when({ type: 'launchCase', case: ref });
    world.callEnds(REFUSED, `${ref}/post`);
    if (!open.includes(ref)) world.when({ type: 'caseVerb', case: ref, do: 'cancel' });
  }
  return world;
}

/** Wherever a reference could still stand. */
const mentions = ({ world }: Given, ref: string) => JSON.stringify(worldToJson(world)).includes(`"${ref}`);

describe('making room', () => {
  it('removes the oldest closed Cases with all that is theirs, and says which', () => {
    const world = lived();
    expect(closedCount(world.world)).toBe(5);
    expect(world.when({ type: 'makeRoom', keep: 2 })).toEqual([
      { type: 'casesRemoved', at: world.now, caseRefs: ['C1', 'C2', 'C3'] },
    ]);
    expect(['C1', 'C2', 'C3'].map((ref) => mentions(world, ref))).toEqual([false, false, false]);
    expect([...world.world.cases.keys()]).toEqual(['C4', 'C5']);
    expect([...world.world.actions.keys()]).toHaveLength(2);
    expect(closedCount(world.world)).toBe(2);
  });

  it('leaves what is open, however old, and what a response is still on its way to', () => {
    const world = lived(['C1']);
    const { ref: actionRef } = world.action('C2/post');
    world.world.plannedResponses.set('r', {
      id: 'r',
      sequence: 1_000,
      at: world.now + 1,
      actionRef,
      delivery: { body: { outcome: 'success' }, token: 'right' },
    });
    world.when({ type: 'makeRoom', keep: 0 });
    expect([...world.world.cases.keys()]).toEqual(['C1', 'C2']);
    world.world.plannedResponses.delete('r');
    world.when({ type: 'makeRoom', keep: 0 });
    expect([...world.world.cases.keys()]).toEqual(['C1']);
  });

  it('does nothing where there is room, and gives no name a second time', () => {
    const world = lived();
    expect(world.when({ type: 'makeRoom', keep: 5 })).toEqual([]);
    world.when({ type: 'launchCases', caseType: 'invoice' });
    const [first] = [...world.world.cases.keys()].slice(-1);
    world.when({ type: 'caseVerb', case: first as string, do: 'cancel' });
    world.when({ type: 'makeRoom', keep: 0 });
    expect(world.world.cases.size).toBe(0);
    world.when({ type: 'launchCases', caseType: 'invoice' });
    expect([...world.world.cases.keys()]).not.toContain(first);
    expect(world.tries({ type: 'launchCase', case: 'C1' })).toMatchObject({ message: 'There is no Case C1.' });
  });
});
