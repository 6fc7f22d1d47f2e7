/** The futures of a workspace: kept where one acts in the past, named, gone back to, compared, and there again after a restart. */
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { stringify } from 'yaml';
import { z } from 'zod';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { FUTURES_KEPT } from '../../src/main/runtime/futures.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { DEFINITIONS, MINUTE } from '../support/given.ts';
import { simulating, simulatingOn } from '../support/simulating.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DOWN = {
  ...DEFINITIONS,
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
} as const;

const launch = { type: 'launchCase', case: 'C1' } as const;
const pause = { type: 'caseVerb', case: 'C1', do: 'pause' } as const;
const up = { type: 'switchApi', name: 'erp', to: 'Up' } as const;

async function opened(): Promise<Simulator> {
  const simulator = await simulating(DOWN);
  onTestFinished(() => simulator.close());
  return simulator;
}

const state = ({ workspace }: Simulator) => ({
  world: JSON.stringify(worldToJson(workspace.world)),
  now: workspace.now,
  scheduled: workspace.scheduledCount,
});

/** One event back from the second retry, the API switched on, and all that follows. */
async function parted(): Promise<Simulator> {
  const simulator = await opened();
  await simulator.workspace.acts.act(launch);
  await simulator.clock.next(2);
  await simulator.history.previous();
  await simulator.workspace.acts.act(up);
  await simulator.clock.next();
  return simulator;
}

const futuresOf = (simulator: Simulator) => simulator.history.events({}).futures;

describe('acting in the past', () => {
  it('keeps the earlier future, and both go by their first event after they part', async () => {
    const simulator = await parted();
    expect(futuresOf(simulator)).toMatchObject([
      { name: 'retry 2 of C1/post failed, 09:03', isPresent: false, eventCount: 1, isNamedByHand: false },
      { name: 'erp was switched to Up, 09:01', isPresent: true },
    ]);
    expect(futuresOf(simulator)[0]?.partedAt).toBe(simulator.workspace.world.startAt + MINUTE);
  });

  it('begins none where one goes on at the end of what was lived, or only the clock was moved', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    await simulator.clock.advance({ by: 10_000 });
    await simulator.history.previous();
    await simulator.clock.next();
    expect(futuresOf(simulator)).toMatchObject([{ isPresent: true }]);
  });

  it('lets one go back to the earlier future, and on from its end without another one', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    await simulator.clock.next(2);
    const first = state(simulator);
    await simulator.history.previous();
    await simulator.workspace.acts.act(up);
    const [earlier, present] = futuresOf(simulator);
    expect(await simulator.history.future(earlier!.id)).toBe(true);
    expect(state(simulator)).toEqual(first);
    expect(futuresOf(simulator).map(({ isPresent }) => isPresent)).toEqual([true, false]);
    await simulator.clock.next();
    expect(futuresOf(simulator)).toHaveLength(2);
    expect(await simulator.history.future(present!.id)).toBe(true);
    expect(simulator.workspace.world.externalApis.get('erp')?.switch).toBe('Up');
    expect(await simulator.history.future(99)).toBe(false);
  });

  it(`keeps ${FUTURES_KEPT} of them, and says which one had to go`, async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    const seq = simulator.history.events({}).events[0]!.seq;
    await simulator.clock.next();
    const goneTip = simulator.workspace.seq;
    for (let count = 0; count < FUTURES_KEPT; count += 1) {
      expect(simulator.history.events({}).droppedFuture).toBeNull();
      await simulator.history.goTo(seq);
      await simulator.workspace.acts.act(pause);
      await simulator.clock.advance({ by: (count + 1) * MINUTE });
    }
    const { futures, droppedFuture } = simulator.history.events({});
    expect(futures).toHaveLength(FUTURES_KEPT);
    expect(droppedFuture).toBe('retry 1 of C1/post failed, 09:01');
    expect(futures.some(({ tipSeq }) => tipSeq === goneTip)).toBe(false);
  });
});

describe('time that passes again from the past', () => {
  it.each<readonly [string, (simulator: Simulator) => Promise<unknown>]>([
    ['event by event', (simulator) => simulator.clock.next(5)],
    ['until nothing is scheduled', (simulator) => simulator.clock.untilIdle()],
    ['at once', (simulator) => simulator.clock.advance({ by: 31 * MINUTE })],
    [
      'in pieces that end between two events',
      async (simulator) => {
        for (let piece = 0; piece < 31; piece += 1) await simulator.clock.advance({ by: MINUTE - 1_000 });
        await simulator.clock.untilIdle();
      },
    ],
  ])('%s is the future that was lived before, not another one', async (_, pass) => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    await simulator.clock.untilIdle();
    const lived = { page: simulator.history.events({}), world: state(simulator).world };
    await simulator.history.goTo(lived.page.events[0]!.seq);
    await pass(simulator);
    await simulator.history.goTo(lived.page.events[0]!.seq);
    const { events, futures } = simulator.history.events({});
    expect(futures).toHaveLength(1);
    expect(events.map(({ text, at, seq }) => ({ text, at, seq }))).toEqual(
      lived.page.events.map(({ text, at, seq }) => ({ text, at, seq })),
    );
    while (await simulator.history.next());
    expect(state(simulator).world).toBe(lived.world);
    await simulator.workspace.restart();
    expect(futuresOf(simulator)).toHaveLength(1);
    expect(state(simulator).world).toBe(lived.world);
  });
});

describe('a name', () => {
  it('can be given to each, and is there after a restart like all else', async () => {
    const simulator = await parted();
    const [earlier] = futuresOf(simulator);
    expect(await simulator.history.nameFuture(earlier!.id, 'Stays down')).toBe(true);
    expect(await simulator.history.nameFuture(99, 'Nobody')).toBe(false);
    const before = { state: state(simulator), page: simulator.history.events({}) };
    expect(before.page.futures[0]).toMatchObject({ name: 'Stays down', isNamedByHand: true });
    await simulator.workspace.restart();
    expect({ state: state(simulator), page: simulator.history.events({}) }).toEqual(before);
  });
});

describe('after the app was closed', () => {
  it('all events and futures are there again, however often the workspace was saved meanwhile', async () => {
    const folder = await temporaryFolder();
    const open = () =>
      createSimulator({
        dataDir: folder,
        callbackBase: null,
        transport: 'direct',
        initial: { ...z.decode(scenario, DOWN), steps: [] },
      });
    const simulator = await open();
    await simulator.workspace.acts.act(launch);
    for (let times = 0; times < 8; times += 1) {
      await simulator.clock.next();
      // Each saves the workspace: five saves are kept as backups.
      simulator.clock.play();
      await simulator.clock.pause();
      await simulator.history.previous();
      await simulator.workspace.acts.act(times % 2 === 0 ? pause : { ...pause, do: 'resume' });
    }
    const before = { page: simulator.history.events({}), state: state(simulator) };
    expect(before.page.futures.length).toBeGreaterThan(2);
    expect(await simulator.workspace.backups()).toHaveLength(5);
    await simulator.close();
    const again = await open();
    onTestFinished(() => again.close());
    expect({ page: await again.history.read({}), state: state(again) }).toEqual(before);
    const { seq, at } = before.page.events[0]!;
    expect(await again.history.goTo(seq)).toBe(true);
    expect(again.workspace.now).toBe(at);
  });
});

it('goes along when a workspace is duplicated, whether or not it is open', async () => {
  const simulator = await parted();
  await simulator.history.nameFuture(futuresOf(simulator)[0]!.id, 'Stays down');
  await simulator.history.previous();
  const before = { page: simulator.history.events({}), state: state(simulator) };
  const { switcher } = simulator;
  const original = switcher.openId;
  const copyOf = async (id: string) => {
    const copied = await switcher.duplicate(id);
    if (!copied.ok) throw new Error(copied.message);
    return copied.id;
  };
  const first = await copyOf(original);
  await switcher.open(first);
  expect({ page: await simulator.history.read({}), state: state(simulator) }).toEqual(before);
  // It goes its own way.
  await simulator.workspace.acts.act(pause);
  await switcher.open(await copyOf(original));
  expect({ page: await simulator.history.read({}), state: state(simulator) }).toEqual(before);
  expect(await simulator.history.future(before.page.futures[0]!.id)).toBe(true);
  await switcher.open(original);
  expect({ page: await simulator.history.read({}), state: state(simulator) }).toEqual(before);
});

describe('while the past of a workspace that was opened is still being read', () => {
  /** A workspace in which much happened, opened again: nothing was waited for but the opening. */
  async function reopened() {
    const files = new MemoryFiles();
    const open = () => simulatingOn(() => new LowdbStore(files), DOWN, 1e9);
    const simulator = await open();
    await simulator.workspace.acts.act(launch);
    for (let times = 0; times < 200; times += 1) {
      await simulator.workspace.acts.act(times % 2 === 0 ? pause : { ...pause, do: 'resume' });
    }
    const before = simulator.history.events({ limit: 1_000 });
    await simulator.close();
    const again = await open();
    onTestFinished(() => again.close());
    expect(again.history.events({}).events).toEqual([]);
    return { again, before };
  }

  it('one works in it at once, and what was done is part of the past', async () => {
    const { again, before } = await reopened();
    await again.workspace.acts.act(up);
    await again.clock.next();
    expect(again.history.events({}).startSeq).toBe(before.presentSeq);
    const page = await again.history.read({ limit: 1_000 });
    expect(page.events.slice(0, -2).map(({ seq, text }) => [seq, text])).toEqual(
      before.events.map(({ seq, text }) => [seq, text]),
    );
    expect(page.events.slice(-2).map(({ text }) => text)).toEqual([
      'erp was switched to Up',
      'response to C1/post: accepted',
    ]);
    expect(again.history.canGoBack).toBe(true);
    // What was done is an occasion of its own, as it would be without a restart.
    expect(await again.history.back()).toBe(true);
    expect(again.history.events({}).events.findLast(({ state }) => state === 'present')?.text).toBe(
      'erp was switched to Up',
    );
  });

  it('whoever goes somewhere waits for it', async () => {
    const { again, before } = await reopened();
    const { seq } = before.events[3]!;
    expect(await again.history.goTo(seq)).toBe(true);
    expect(again.history.events({ limit: 1_000 }).events.findIndex(({ state }) => state === 'present')).toBe(3);
  });

  it('what is opened in its place can be gone back on, to the whole of it', async () => {
    const { again, before } = await reopened();
    await again.opener.openText('another.yaml', 'title: Another');
    expect(await again.history.back()).toBe(true);
    expect((await again.history.read({ limit: 1_000 })).events.map(({ text }) => text)).toEqual(
      before.events.map(({ text }) => text),
    );
  });

  it('time that passes again in it is what was lived, with a scenario in the player too', async () => {
    const files = new MemoryFiles();
    const open = () => simulatingOn(() => new LowdbStore(files), DOWN, 1e9);
    const simulator = await open();
    const steps = '  - launch: { case: C1 }\n  - say: Wait.\n  - say: And wait.';
    await simulator.opener.openText('played.yaml', `${stringify(DOWN)}steps:\n${steps}`);
    await simulator.player.step();
    await simulator.player.step();
    await simulator.clock.next(2);
    await simulator.close();
    const again = await open();
    onTestFinished(() => again.close());
    expect(again.player.state()?.position).toBe(2);
    await again.history.read({});
    await again.clock.next();
    const before = again.history.events({});
    await again.history.previous();
    await again.history.previous();
    await again.clock.next();
    await again.clock.next();
    expect(futuresOf(again).map(({ name }) => name)).toEqual(before.futures.map(({ name }) => name));
    expect(again.history.events({}).events.length).toBe(before.events.length);
  });

  it('it can be closed, and all is there the next time', async () => {
    const files = new MemoryFiles();
    const open = () => simulatingOn(() => new LowdbStore(files), DOWN, 1e9);
    const simulator = await open();
    await simulator.workspace.acts.act(launch);
    await simulator.clock.untilIdle();
    const before = simulator.history.events({});
    await simulator.close();
    await (await open()).close();
    const again = await open();
    onTestFinished(() => again.close());
    expect(await again.history.read({})).toEqual(before);
  });
});

it('goes along in an export: each that was left is a scenario that leads to where it ended', async () => {
  const simulator = await parted();
  const [earlier, present] = futuresOf(simulator);
  const files = await simulator.exportFutures();
  expect(files.map(({ fileName }) => fileName)).toEqual(['workspace-retry-2-of-c1-post-failed-09-03.yaml']);
  await simulator.history.future(earlier!.id);
  const there = state(simulator);
  await simulator.history.future(present!.id);
  const again = await opened();
  await again.opener.openText('future.yaml', files[0]!.text);
  await again.player.run();
  expect({ ...state(again), world: null }).toEqual({ ...there, world: null });
  expect([...again.workspace.world.actions.values()]).toMatchObject([{ retryCount: 2, phase: 'retry pending' }]);
});

describe('two futures beside each other', () => {
  it('say where they part, what happened in each, and how their Actions end (R14, R4)', async () => {
    const simulator = await parted();
    const [earlier, present] = futuresOf(simulator);
    const compared = await simulator.history.compareFutures(earlier!.id, present!.id);
    expect(compared).toMatchObject({
      partedAt: earlier!.partedAt,
      left: { events: [{ text: 'retry 2 of C1/post failed' }], endings: [{ ref: 'C1/post', retryCount: 2 }] },
      right: {
        events: [{ text: 'erp was switched to Up' }, { text: 'response to C1/post: accepted' }],
        endings: [{ ref: 'C1/post', phase: 'closed', retryCount: 2 }],
      },
    });
    expect(await simulator.history.compareFutures(earlier!.id, 99)).toBeNull();
  });

  it('leaves all as it is', async () => {
    const simulator = await parted();
    const before = state(simulator);
    const [earlier, present] = futuresOf(simulator);
    await simulator.history.compareFutures(earlier!.id, present!.id);
    expect(state(simulator)).toEqual(before);
  });
});

type Step =
  | { readonly act: Command }
  | { readonly go: 'next event' | 'previous' | 'next' | 'back' | 'idle' | 'restart' }
  /** The app is closed and opened again, and this is done at once. */
  | { readonly reopen: readonly Command[] }
  | { readonly future: number }
  | { readonly event: number };

const command = fc.constantFrom<Command>(
  launch,
  pause,
  up,
  { type: 'caseVerb', case: 'C1', do: 'rework' },
  { type: 'switchApi', name: 'erp', to: 'Down' },
  { type: 'retry', action: 'C1/post' },
  { type: 'take', action: 'C1/post', by: 'omar' },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: command.map((act) => ({ act })) },
  { weight: 1, arbitrary: fc.array(command, { maxLength: 3 }).map((reopen) => ({ reopen })) },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom<Extract<Step, { go: unknown }>['go']>(
        'next event',
        'next event',
        'previous',
        'previous',
        'next',
        'back',
        'idle',
        'restart',
      )
      .map((go) => ({ go })),
  },
  { weight: 1, arbitrary: fc.nat(5).map((future) => ({ future })) },
  { weight: 1, arbitrary: fc.nat(20).map((event) => ({ event })) },
);

async function take(simulator: Simulator, each: Exclude<Step, { reopen: unknown }>): Promise<void> {
  const { history, clock, workspace } = simulator;
  if ('act' in each) await workspace.acts.act(each.act);
  else if ('future' in each) {
    const { futures } = history.events({});
    await history.future(futures[each.future % futures.length]!.id);
  } else if ('event' in each) {
    const { events } = history.events({});
    const chosen = events[each.event % Math.max(1, events.length)];
    if (chosen) await history.goTo(chosen.seq);
  } else if (each.go === 'next event') await clock.next();
  else if (each.go === 'idle') await clock.untilIdle();
  else if (each.go === 'restart') await workspace.restart();
  else await history[each.go]();
}

/** `npm run attack` sets it. */
const { HISTORY_WALKS: RUNS = '100' } = process.env;

describe('exactness', () => {
  it('any walk through events, acts, futures and restarts finds every event and every future again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const files = new MemoryFiles();
        const open = () => simulatingOn(() => new LowdbStore(files), DOWN, 1e9);
        let simulator = await open();
        try {
          /** What it was like at the end of each event when it was first there. */
          const known = new Map<number, ReturnType<typeof state>>();
          for (const each of steps) {
            const before = { page: simulator.history.events({ limit: 1_000 }), state: state(simulator) };
            if ('reopen' in each) {
              await simulator.close();
              simulator = await open();
              const { acts } = simulator.workspace;
              await Promise.all(each.reopen.map((act) => acts.act(act)));
              const read = { page: await simulator.history.read({ limit: 1_000 }), state: state(simulator) };
              if (each.reopen.length === 0) expect(read).toEqual(before);
              await simulator.workspace.restart();
              const page = simulator.history.events({ limit: 1_000 });
              expect({ page, state: state(simulator) }).toEqual(read);
            } else await take(simulator, each);
            const page = simulator.history.events({ limit: 1_000 });
            if ('go' in each && each.go === 'restart') expect({ page, state: state(simulator) }).toEqual(before);
            const present = page.events.find(({ state: where }) => where === 'present');
            if (present === undefined || present.seq !== page.presentSeq) continue;
            const now = state(simulator);
            expect(now).toEqual(known.get(present.seq) ?? now);
            known.set(present.seq, now);
          }
          for (const { id, tipSeq } of simulator.history.events({}).futures) {
            expect(await simulator.history.future(id)).toBe(true);
            const there = known.get(tipSeq);
            if (there) expect(state(simulator)).toEqual(there);
          }
        } finally {
          await simulator.close();
        }
      }),
      { numRuns: Number(RUNS) },
    );
  });
});
