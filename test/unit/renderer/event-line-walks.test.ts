/** What a window puts together from small pages is what the simulator says in one, wherever one walks. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type EventLine, withEarlier, withLater, withPresent } from '../../../src/renderer/src/stores/event-line.ts';
import type { EventEntry } from '../../../src/shared/history-contract.ts';
import { type Act, act, definitions } from '../../support/lives.ts';
import { perform } from '../../support/performing.ts';
import { simulating } from '../../support/simulating.ts';

const LIMIT = 2;

type Move = { readonly act: Act } | { readonly go: 'previous' | 'next' | 'back' } | { readonly goTo: number };
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 3, arbitrary: act.map((each) => ({ act: each })) },
  { weight: 3, arbitrary: fc.constantFrom('previous', 'next', 'back').map((go) => ({ go }) as Move) },
  { weight: 1, arbitrary: fc.nat(50).map((goTo) => ({ goTo })) },
);

/** With its states as the strip shows them. */
const shown = ({ events, presentIndex, isAtEvent }: EventLine): EventEntry[] =>
  events.map((event, index) => ({
    ...event,
    state: index > presentIndex ? 'later' : index === presentIndex && isAtEvent ? 'present' : 'past',
  }));

it('is a stretch of the whole around the present, after every move', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(fc.tuple(move, fc.boolean()), { maxLength: 14 }), async (text, moves) => {
      const simulator = await simulating(text);
      const { history } = simulator;
      const whole = () => history.events({ limit: 1_000 }).events;
      let line: EventLine | null = null;
      try {
        await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
        for (const [each, looks] of [...moves, [{ go: 'previous' }, true] as const]) {
          if ('act' in each) await perform(simulator, each.act);
          else if ('goTo' in each) await history.goTo(whole()[each.goTo % whole().length]?.seq ?? 0);
          else await history[each.go]();
          if (!looks) continue;
          line = withPresent(line, history.events({ limit: LIMIT }), LIMIT);
          const all = whole();
          const from = all.findIndex(({ seq }) => seq === line?.events[0]?.seq);
          expect(shown(line)).toEqual(all.slice(Math.max(0, from), Math.max(0, from) + line.events.length));
          if (from > 0) expect(line.hasEarlier).toBe(true);
          expect(line.presentIndex).toBe(all.findLastIndex(({ state }) => state !== 'later') - Math.max(0, from));
        }
        // Whoever looks further finds all of it.
        let grown = line as EventLine | null;
        for (let first = grown?.events[0]; grown?.hasEarlier && first; first = grown.events[0]) {
          grown = withEarlier(grown, first.seq, history.events({ before: first.seq, limit: LIMIT }), LIMIT);
        }
        for (let last = grown?.events.at(-1); grown?.hasLater && last; last = grown.events.at(-1)) {
          grown = withLater(grown, last.seq, history.events({ after: last.seq, limit: LIMIT }), LIMIT);
        }
        expect(grown && shown(grown)).toEqual(whole());
      } finally {
        await simulator.close();
      }
    }),
    { numRuns: 40 },
  );
});
