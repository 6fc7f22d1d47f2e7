/** Going back and forth: exact on the server, in the journal and in a window, whatever was lived and wherever one goes. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createWorld } from '../../src/engine/create-world.ts';
import { findAction } from '../../src/engine/decide.ts';
import { evolve } from '../../src/engine/evolve.ts';
import { applyWorldChanges } from '../../src/engine/history/world-changes.ts';
import { freshWorkspace } from '../../src/main/runtime/fresh-workspace.ts';
import type { JournalEntry } from '../../src/main/runtime/ports.ts';
import { replay } from '../../src/main/runtime/replay.ts';
import type { Runtime } from '../../src/main/runtime/runtime.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { worldFromJson, worldToJson } from '../../src/shared/world-json.ts';
import { START } from '../support/given.ts';
import { type Act, act, definitions } from '../support/lives.ts';
import { running } from '../support/running.ts';

const json = (world: World) => JSON.stringify(worldToJson(world));
const copy = (world: World): World => worldFromJson(JSON.parse(json(world)));

/** What is configured on screen: new, renamed, moved, deleted, undone, redone; and what is read. */
const building: fc.Arbitrary<Command> = fc.oneof(
  fc
    .constantFrom('AP', 'Late', 'Other')
    .map((name): Command => ({ type: 'createDefinition', definition: { section: 'queues', name } })),
  fc
    .constantFrom('AP', 'Late', 'Other')
    .map((name): Command => ({ type: 'deleteDefinition', section: 'queues', name })),
  fc.constantFrom<Command>(
    { type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Late' },
    { type: 'renameDefinition', section: 'queues', name: 'Late', to: 'AP' },
    { type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' },
    { type: 'renameDefinition', section: 'users', name: 'Dana Reyes', to: 'dana' },
    { type: 'renameDefinition', section: 'users', name: 'omar', to: 'ines' },
  ),
  fc.constantFrom('x', 'y').map(
    (name): Command => ({
      type: 'createDefinition',
      definition: { section: 'caseTypes', name, value: { owner: 'dana', process: ['post'] } },
    }),
  ),
  fc
    .constantFrom('x', 'y', 'invoice')
    .map((name): Command => ({ type: 'deleteDefinition', section: 'caseTypes', name })),
  fc
    .tuple(fc.constantFrom('post', 'check'), fc.integer({ min: 0, max: 2 }))
    .map(([name, place]): Command => ({ type: 'moveDefinition', section: 'actionTypes', name, place })),
  fc.integer({ min: 0, max: 4 }).map(
    (max): Command => ({
      type: 'saveDefinition',
      definition: { section: 'actionTypes', name: 'post', change: { due: 600_000 * (max + 1) } },
      also: [{ section: 'settings', change: { retry: { max } } }],
    }),
  ),
  fc.constantFrom<Command>({ type: 'undoEdit' }, { type: 'redoEdit' }),
  fc.constant<Command>({ type: 'readNotifications', user: 'dana' }),
);

type Move =
  | { readonly act: Act }
  | { readonly keep: number }
  | { readonly goTo: number }
  | { readonly go: 'previous' | 'next' | 'back' | 'start' };
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 5, arbitrary: act.map((each) => ({ act: each })) },
  { weight: 2, arbitrary: building.map((command) => ({ act: { command } })) },
  // Which of the entries so far, as a share of them.
  { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((goTo) => ({ goTo })) },
  { weight: 2, arbitrary: fc.constantFrom('previous', 'next', 'back', 'start').map((go) => ({ go }) as Move) },
);

const nobody = () => Promise.resolve();

async function perform(runtime: Runtime, each: Act): Promise<void> {
  if ('command' in each) await runtime.submit(each.command);
  else if ('advance' in each) await runtime.advanceBy(each.advance);
  else if ('next' in each) await runtime.advanceToNext(each.next);
  else {
    const action = findAction(runtime.world, each.action);
    if (action?.token === undefined) return;
    const body = { outcome: each.answer === 'unsuccessful' ? 'unsuccessful' : 'success' } as const;
    await runtime.respond(action.ref, { body, token: each.answer === 'wrong' ? 'wrong' : 'right' });
  }
}

async function take(runtime: Runtime, each: Move, places: readonly number[]): Promise<void> {
  if ('act' in each) await runtime.onOccasion({}, () => perform(runtime, each.act));
  else if ('keep' in each) await runtime.makeRoom(each.keep);
  else if ('goTo' in each) {
    const seq = places[Math.floor(each.goTo * (places.length - 1))] as number;
    await runtime.goTo((past) => past.at(seq), nobody);
  } else if ('go' in each) {
    await runtime.goTo((past) => {
      if (each.go === 'back') return past.origin;
      if (each.go === 'start') return past.start;
      return past[each.go](runtime.seq);
    }, nobody);
  }
}

/** All that can be seen of a runtime. */
const stateOf = (runtime: Runtime) => ({
  world: json(runtime.world),
  now: runtime.now,
  history: JSON.stringify(runtime.ledger.history),
  timers: JSON.stringify(runtime.upcoming(1_000)),
});

/** The same from nothing but the file and the journal. */
function replayed(text: ScenarioText, journal: readonly JournalEntry[]): Runtime {
  const decoded = z.decode(scenario, text);
  const workspace = replay(
    { ...freshWorkspace(decoded), world: createWorld(decoded, START, decoded.seed) },
    JSON.parse(JSON.stringify(journal)),
  );
  return running(text, workspace).runtime;
}

it('every state is the same as a fresh replay of the journal, as it was when it was first there, and as a window has it', async () => {
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(move, { minLength: 3, maxLength: 30 }), async (text, moves) => {
      const { runtime, journal } = running(text, { historyBytes: 1_000_000_000 });
      const window = copy(runtime.world);
      runtime.subscribe(({ facts, changes }) => {
        if (changes !== null) applyWorldChanges(window, JSON.parse(JSON.stringify(changes)));
        for (const fact of facts) evolve(window, JSON.parse(JSON.stringify(fact)));
      });
      /** What it was like after each entry at which a job ended. */
      const known = new Map([[0, stateOf(runtime)]]);
      await runtime.onOccasion({}, () => runtime.submit({ type: 'launchCase', case: 'C1' }));
      for (const each of moves) {
        await take(runtime, each, [...Array(runtime.seq + 1).keys()]);
        const state = stateOf(runtime);
        const again = replayed(text, journal);
        expect(state).toEqual(stateOf(again));
        expect(runtime.seq).toBe(again.seq);
        expect(json(window)).toBe(state.world);
        const last = journal.at(-1)?.input;
        if (last?.type === 'wentTo' && known.has(last.seq)) expect(state).toEqual(known.get(last.seq));
        known.set(runtime.seq, state);
      }
      // Whatever was visited can still be gone to, in any order.
      for (const [seq, state] of [...known].reverse()) {
        const went = await runtime.goTo((past) => past.at(seq), nobody);
        if (went === 'unknown') continue;
        expect(went).toBe('went');
        expect(stateOf(runtime)).toEqual(state);
        expect(json(window)).toBe(state.world);
      }
      // Nothing is left over: life goes on from there as it does from a replay.
      const again = replayed(text, journal);
      await runtime.advanceUntilIdle();
      await again.advanceUntilIdle();
      expect(stateOf(runtime)).toEqual(stateOf(again));
    }),
    { numRuns: 200 },
  );
});

it('leads nowhere across Cases that made room, and all else stays exact', async () => {
  const withRoom = fc.oneof(
    { weight: 6, arbitrary: move },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 }).map((keep): Move => ({ keep })) },
  );
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(withRoom, { minLength: 5, maxLength: 30 }), async (text, moves) => {
      const { runtime, journal } = running(text, { historyBytes: 1_000_000_000 });
      const window = copy(runtime.world);
      runtime.subscribe(({ facts, changes }) => {
        if (changes !== null) applyWorldChanges(window, JSON.parse(JSON.stringify(changes)));
        for (const fact of facts) evolve(window, JSON.parse(JSON.stringify(fact)));
      });
      const known = new Map<number, ReturnType<typeof stateOf>>();
      await runtime.submit({ type: 'launchCase', case: 'C1' });
      for (const each of moves) {
        await take(runtime, each, [...Array(runtime.seq + 1).keys()]);
        known.set(runtime.seq, stateOf(runtime));
        expect(known.get(runtime.seq)).toEqual(stateOf(replayed(text, journal)));
        expect(json(window)).toBe(json(runtime.world));
      }
      for (const [seq, state] of [...known].reverse()) {
        const before = stateOf(runtime);
        const went = await runtime.goTo((past) => past.at(seq), nobody);
        expect(stateOf(runtime)).toEqual(went === 'went' ? state : before);
        expect(json(window)).toBe(json(runtime.world));
      }
    }),
    { numRuns: 200 },
  );
});

it('keeps to its bytes: what is out of reach changes nothing, what is in reach is exact', async () => {
  await fc.assert(
    fc.asyncProperty(
      definitions,
      fc.array(move, { minLength: 10, maxLength: 40 }),
      fc.integer({ min: 1, max: 20_000 }),
      async (text, moves, historyBytes) => {
        const { runtime, journal } = running(text, { historyBytes });
        await runtime.submit({ type: 'launchCase', case: 'C1' });
        for (const each of moves) {
          const before = stateOf(runtime);
          const { seq } = runtime;
          await take(runtime, each, [...Array(runtime.seq + 1).keys()]);
          if (runtime.seq === seq) expect(stateOf(runtime)).toEqual(before);
          else expect(stateOf(runtime)).toEqual(stateOf(replayed(text, journal)));
          const { past } = runtime.ledger;
          // One way is always kept, whatever it takes.
          expect(past?.wayCount === 1 || (past?.bytes ?? 0) <= historyBytes).toBe(true);
          // Facts are kept no longer than the way that they happened on.
          for (let point = past?.head ?? null; point !== null; point = point.parent) {
            if (point.change === null) expect(point.event?.facts ?? []).toEqual([]);
          }
        }
      },
    ),
    { numRuns: 100 },
  );
});
