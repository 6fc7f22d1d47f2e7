import { describe, expect, it } from 'vitest';
import { actionsInInbox, actionsInQueue, casesInInbox } from '../../../../src/views/rows/inbox.ts';
import { ACCEPTED, type Given, given, UNSUCCESSFUL, withPost } from '../../../support/given.ts';

const refs = (things: readonly { readonly ref: string }[]) => things.map(({ ref }) => ref);

describe('inboxes and queues', () => {
  it('R44, R49 a Case that needs attention is in its owner’s inbox until the owner acts', () => {
    const world = given(withPost({ retry: { max: 0 } }))
      .launched()
      .failedUntil(0);
    expect(refs(casesInInbox(world.world, 'dana'))).toEqual(['C1']);
    expect(casesInInbox(world.world, 'omar')).toEqual([]);
    world.when({ type: 'caseVerb', case: 'C1', do: 'setInProgress' });
    expect(casesInInbox(world.world, 'dana')).toEqual([]);
  });

  it('R40, R41, R50 an Action is in its queue, and in the inbox of whom it is assigned to', () => {
    const world = given().launched().callEnds(ACCEPTED);
    const places = () => ({
      queue: refs(actionsInQueue(world.world, 'AP')),
      omar: refs(actionsInInbox(world.world, 'omar')),
      ines: refs(actionsInInbox(world.world, 'ines')),
    });
    const steps: [(world: Given) => unknown, ReturnType<typeof places>][] = [
      [() => undefined, { queue: [], omar: [], ines: [] }],
      [() => world.answers(UNSUCCESSFUL), { queue: ['C1/post'], omar: ['C1/post'], ines: [] }],
      [
        () => world.when({ type: 'take', action: 'C1/post', by: 'ines' }),
        { queue: ['C1/post'], omar: [], ines: ['C1/post'] },
      ],
      [() => world.when({ type: 'unassign', action: 'C1/post' }), { queue: ['C1/post'], omar: [], ines: [] }],
      [() => world.when({ type: 'complete', action: 'C1/post', by: 'omar' }), { queue: [], omar: [], ines: [] }],
    ];
    for (const [step, expected] of steps) {
      step(world);
      expect(places()).toEqual(expected);
    }
  });
});
