/** A window that follows the stream has the very world of a fresh snapshot, wherever one goes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EventSource, eventStream } from '../../../src/main/hosts/event-stream.ts';
import type { Simulator } from '../../../src/main/simulator.ts';
import { receive, workspace } from '../../../src/renderer/src/stores/workspace.ts';
import type { StreamMessage } from '../../../src/shared/stream.ts';
import type { World } from '../../../src/shared/world.ts';
import { worldToJson } from '../../../src/shared/world-json.ts';
import { type Act, act, definitions } from '../../support/lives.ts';
import { perform } from '../../support/performing.ts';
import { simulating } from '../../support/simulating.ts';

const json = (world: World | null) => world && JSON.stringify(worldToJson(world));

/** As it comes over the wire. */
const sent = (message: StreamMessage): StreamMessage => JSON.parse(JSON.stringify(message));

/** A simulator whose stream can be marked: the player's message is the last of what is delivered together. */
function marking(simulator: Simulator): { source: EventSource; mark: () => void } {
  const { workspace, hadWorkspace, clock, player, lesson, presenter, switcher } = simulator;
  return {
    source: { workspace, hadWorkspace, clock, player, lesson, presenter, switcher },
    mark: () => workspace.tell({ type: 'player' }),
  };
}

/** One of the points in memory: beyond them the store puts another workspace in place, and a snapshot tells of it. */
function pointOf(simulator: Simulator, number: number): number {
  const { events, startSeq } = simulator.history.events({ limit: 1_000 });
  const seqs = [startSeq, ...events.map(({ seq }) => seq)];
  return seqs[number % seqs.length] as number;
}

type Move = { readonly act: Act } | { readonly go: 'previous' | 'next' | 'back' } | { readonly goTo: number };
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: act.map((each) => ({ act: each })) },
  { weight: 2, arbitrary: fc.constantFrom('previous', 'next', 'back').map((go) => ({ go }) as Move) },
  { weight: 1, arbitrary: fc.nat(200).map((goTo) => ({ goTo })) },
);

it('follows by messages what a snapshot says, whatever is lived and wherever one goes', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(fc.tuple(move, fc.boolean()), { maxLength: 12 }), async (text, moves) => {
      const simulator = await simulating(text);
      const { source, mark } = marking(simulator);
      const stream = eventStream(source);
      const receiveUpTo = async (last: StreamMessage['type']) => {
        for (let type: string | undefined; type !== last; ) {
          const { value } = await stream.next();
          type = value?.type;
          // Snapshots are for who joins, or was left behind.
          expect(type === 'snapshot').toBe(last === 'snapshot');
          expect(receive(sent(value as StreamMessage))).toBe(true);
        }
      };
      try {
        await receiveUpTo('snapshot');
        await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
        for (const [each, looks] of [...moves, [{ go: 'next' }, true] as const]) {
          if ('act' in each) await perform(simulator, each.act);
          else if ('goTo' in each) await simulator.history.goTo(pointOf(simulator, each.goTo));
          else if (each.go === 'back') await simulator.history.back();
          else await simulator.history[each.go]();
          if (!looks) continue;
          mark();
          await receiveUpTo('player');
          const { world, clock, player } = workspace.getState();
          expect(json(world)).toBe(json(simulator.workspace.world));
          expect([clock, player]).toEqual([simulator.clock.state(), simulator.player.state()]);
        }
      } finally {
        await stream.return();
        await simulator.close();
      }
    }),
    { numRuns: 25 },
  );
});
