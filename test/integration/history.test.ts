/** Where one can go back to, and forth again: on screen, after a restart, beyond what memory holds. */
import { cpSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Workspace } from '../../src/main/runtime/ports.ts';
import type { Simulator, SimulatorEvent } from '../../src/main/simulator.ts';
import { createDiskStore, createMemoryStore } from '../../src/main/store/create-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { copyWorld, worldToJson } from '../../src/shared/world-json.ts';
import { DEFINITIONS, MINUTE, START } from '../support/given.ts';
import { simulating, simulatingOn } from '../support/simulating.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DOWN = {
  ...DEFINITIONS,
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
} as const;

async function opened(text: ScenarioText = DOWN, historyBytes?: number): Promise<Simulator> {
  const simulator = await simulating(text, historyBytes === undefined ? {} : { historyBytes });
  onTestFinished(() => simulator.close());
  return simulator;
}

/** On a store that keeps every workspace that was ever saved, or fails to, as the test wants it. */
async function storing(change: (store: ReturnType<typeof createMemoryStore>) => void, historyBytes?: number) {
  const files = new MemoryFiles();
  const makeStore = () => {
    const store = createMemoryStore(files);
    change(store);
    return store;
  };
  const simulator = await simulatingOn(makeStore, DOWN, historyBytes);
  onTestFinished(() => simulator.close());
  return simulator;
}

const state = (simulator: Simulator) => ({
  world: JSON.stringify(worldToJson(simulator.workspace.world)),
  now: simulator.workspace.now,
  scheduled: simulator.workspace.scheduledCount,
  player: simulator.player.state(),
});

const launch = { type: 'launchCase', case: 'C1' } as const;
const pause = { type: 'caseVerb', case: 'C1', do: 'pause' } as const;
const cancel = { type: 'caseVerb', case: 'C1', do: 'cancel' } as const;

describe('Go back', () => {
  it('takes back one of two acts that were asked for in the same moment', async () => {
    const [simulator, straight] = [await opened(), await opened()];
    const start = state(simulator);
    await straight.workspace.acts.act(launch);
    await Promise.all([simulator.workspace.acts.act(launch), simulator.workspace.acts.act(pause)]);
    expect(simulator.workspace.world.cases.get('C1')?.paused).toBe(true);
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(state(straight));
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(start);
    expect(await simulator.history.back()).toBe(false);
  });

  it.each([
    ['after', [launch, launch]],
    ['before', [pause, launch]],
  ] as const)('takes back what was accepted where another act was refused right %s it', async (_, acts) => {
    const simulator = await opened();
    const start = state(simulator);
    const outcomes = await Promise.all(acts.map((act) => simulator.workspace.acts.act(act)));
    expect(outcomes.filter(isRejection)).toHaveLength(1);
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(start);
    expect(simulator.clock.state().canGoBack).toBe(false);
  });

  it('takes back the act alone that was asked for during a long jump', async () => {
    const [simulator, straight] = [await opened(), await opened()];
    for (const each of [simulator, straight]) await each.workspace.acts.act(launch);
    await straight.clock.untilIdle();
    const [, acted] = await Promise.all([
      simulator.clock.untilIdle(),
      simulator.workspace.acts.act({ type: 'caseVerb', case: 'C1', do: 'setInProgress' }),
    ]);
    expect(isRejection(acted)).toBe(false);
    expect(state(simulator)).not.toEqual(state(straight));
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(state(straight));
  });

  it('goes to where a play began, whatever was done while it played', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    const before = state(simulator);
    const moved = new Promise<void>((resolve) => {
      const unsubscribe = simulator.workspace.subscribe(() => {
        if (simulator.workspace.now === before.now) return;
        unsubscribe();
        resolve();
      });
    });
    simulator.clock.setSpeed(10_000);
    simulator.clock.play();
    await moved;
    await simulator.workspace.acts.act(pause);
    await simulator.clock.pause();
    expect(simulator.workspace.world.cases.get('C1')?.paused).toBe(true);
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(before);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(before);
  });

  it('is not for what somebody has read', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act({ type: 'readNotifications', user: 'dana' });
    expect(simulator.clock.state().canGoBack).toBe(false);
  });

  it('passes a restart in the middle of a scenario', async () => {
    const simulator = await opened();
    await simulator.opener.openText(
      'x.yaml',
      'users: { dana: {} }\ncases: { C1: { owner: dana } }\nsteps:\n  - launch: { case: C1 }\n  - restart: {}\n',
    );
    await simulator.player.step();
    const before = state(simulator);
    await simulator.player.step();
    expect(simulator.player.state()?.position).toBe(2);
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(before);
  });

  it('ends the run of a scenario that is going on', async () => {
    const simulator = await opened();
    const steps = Array.from({ length: 50 }, () => '  - advance: 1m\n').join('');
    await simulator.opener.openText('x.yaml', `steps:\n${steps}`);
    const running = simulator.player.run();
    expect(await simulator.history.back()).toBe(true);
    expect(await running).toMatchObject({ rejected: true, message: 'You left before all steps were taken.' });
    expect(simulator.player.state()?.running).toBe(false);
  });

  it('tells what is different, and nobody to look at everything again', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    const events: SimulatorEvent[] = [];
    simulator.workspace.subscribe((event) => events.push(event));
    await simulator.history.back();
    expect(events.map(({ type }) => type)).toEqual(['changed', 'player']);
  });

  it('keeps nothing where nothing is to be kept', async () => {
    const simulator = await opened(DOWN, 0);
    await simulator.workspace.acts.act(launch);
    await simulator.opener.openEmpty();
    expect(simulator.clock.state().canGoBack).toBe(false);
    expect(await simulator.history.back()).toBe(false);
    expect(simulator.workspace.title).toBe('Empty workspace');
  });
});

describe('events', () => {
  it('are gone to one by one, back and forth, and what came after is kept', async () => {
    const simulator = await opened();
    const states = [state(simulator)];
    for (const each of [
      () => simulator.workspace.acts.act(launch),
      () => simulator.clock.next(),
      () => simulator.clock.next(),
    ]) {
      await each();
      states.push(state(simulator));
    }
    for (const expected of states.slice(0, -1).reverse()) {
      expect(await simulator.history.previous()).toBe(true);
      expect(state(simulator)).toEqual(expected);
    }
    expect(await simulator.history.previous()).toBe(false);
    for (const expected of states.slice(1)) {
      expect(await simulator.history.next()).toBe(true);
      expect(state(simulator)).toEqual(expected);
    }
    expect(await simulator.history.next()).toBe(false);
  });

  it('are named, and say which were visited already', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    await simulator.clock.next(2);
    await simulator.workspace.acts.act({ type: 'readNotifications', user: 'dana' });
    await simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'settings', change: { retry: { max: 9 } } },
    });
    await simulator.history.previous();
    const { events, startSeq, presentSeq } = simulator.history.events({});
    expect(events).toMatchObject([
      { at: START, kind: 'call failed', subject: 'C1/post', text: 'first call of C1/post failed', state: 'past' },
      { at: START + MINUTE, text: 'retry 1 of C1/post failed', state: 'past' },
      { at: START + 3 * MINUTE, text: 'retry 2 of C1/post failed', state: 'present', seq: presentSeq },
      { kind: 'edit', subject: null, text: 'change of the system-wide settings', state: 'later' },
    ]);
    for (const { seq, at } of events) {
      expect(await simulator.history.goTo(seq)).toBe(true);
      expect(simulator.workspace.now).toBe(at);
    }
    expect(await simulator.history.goTo(startSeq)).toBe(true);
    expect(simulator.workspace.world.cases.get('C1')?.status).toBe('Draft');
    expect(await simulator.history.goTo(1_000_000)).toBe(false);
    const page = simulator.history.events({ after: events[0]!.seq, limit: 2 });
    expect(page.events.map(({ seq }) => seq)).toEqual([events[1]!.seq, events[2]!.seq]);
    const before = simulator.history.events({ before: events[2]!.seq, limit: 1 });
    expect(before.events.map(({ seq }) => seq)).toEqual([events[1]!.seq]);
  });

  it('of a future that was left can be gone to from another one', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act(launch);
    const [seq] = simulator.history.events({}).events.map((event) => event.seq);
    await simulator.clock.next();
    await simulator.workspace.acts.act(cancel);
    const [cancelled, cancelledSeq] = [state(simulator), simulator.workspace.seq];
    await simulator.history.goTo(seq!);
    await simulator.clock.next(3);
    await simulator.workspace.acts.act(pause);
    const [paused, pausedSeq] = [state(simulator), simulator.workspace.seq];
    await simulator.history.goTo(cancelledSeq);
    expect(state(simulator)).toEqual(cancelled);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(cancelled);
    expect(await simulator.history.goTo(pausedSeq)).toBe(true);
    expect(state(simulator)).toEqual(paused);
  });

  it('that many Actions had at one instant are one event', async () => {
    const simulator = await opened({ ...DOWN, caseTypes: { order: { owner: 'dana', process: ['post'] } } });
    await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'order', count: 30 });
    await simulator.clock.next();
    expect(simulator.history.events({}).events.map(({ text }) => text)).toEqual([
      'first call of order-1/post failed, and 29 more',
      'retry 1 of order-1/post failed, and 29 more',
    ]);
  });
});

describe('the store', () => {
  it('is given the workspace anew where one goes to before what it holds, and only then', async () => {
    let saves = 0;
    const simulator = await storing((store) => {
      const begin = store.begin.bind(store);
      store.begin = (workspace) => {
        saves += 1;
        return begin(workspace);
      };
    });
    await simulator.workspace.acts.act(launch);
    const launched = state(simulator);
    await simulator.clock.advance({ by: MINUTE });
    await simulator.workspace.restart();
    saves = 0;
    await simulator.clock.advance({ by: MINUTE });
    await simulator.history.back();
    expect(saves).toBe(0);
    await simulator.clock.advance({ by: MINUTE });
    simulator.clock.play();
    await simulator.clock.pause();
    expect(saves).toBe(1);
    await simulator.history.back();
    expect(saves).toBe(2);
    const before = state(simulator);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(before);
    await simulator.history.back();
    expect(state(simulator)).toEqual(launched);
  });

  it('that fails then leaves everything as it was, and nothing that is done afterwards is lost', async () => {
    let isFull = false;
    const simulator = await storing((store) => {
      const save = store.save.bind(store);
      store.save = (workspace) => (isFull ? Promise.reject(new Error('the disk is full')) : save(workspace));
    });
    await simulator.workspace.acts.act(launch);
    await simulator.clock.advance({ by: MINUTE });
    simulator.clock.play();
    await simulator.clock.pause();
    const before = state(simulator);
    isFull = true;
    for (let times = 0; times < 2; times += 1) {
      await expect(simulator.history.back()).rejects.toThrow('the disk is full');
      expect(state(simulator)).toEqual(before);
    }
    await simulator.workspace.acts.act(cancel);
    isFull = false;
    const after = state(simulator);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(after);
    await simulator.history.back();
    await simulator.history.back();
    const launched = state(simulator);
    expect(launched).not.toEqual(before);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(launched);
  });

  it('finds everything as it was where the app was killed before the workspace was stored anew', async () => {
    const [folder, killed] = [await temporaryFolder(), await temporaryFolder()];
    let isKilled = false;
    const simulator = await simulatingOn(() => {
      const store = createDiskStore(folder);
      const save = store.save.bind(store);
      store.save = async (workspace) => {
        if (isKilled) {
          await store.flush();
          cpSync(folder, killed, { recursive: true, filter: (name) => !name.endsWith('.lock') });
          isKilled = false;
        }
        await save(workspace);
      };
      return store;
    }, DOWN);
    onTestFinished(() => simulator.close());
    await simulator.workspace.acts.act(launch);
    await simulator.clock.advance({ by: MINUTE });
    simulator.clock.play();
    await simulator.clock.pause();
    const before = state(simulator);
    isKilled = true;
    await simulator.history.back();
    expect(state(simulator)).not.toEqual(before);

    const again = await simulatingOn(() => createDiskStore(killed), DOWN);
    onTestFinished(() => again.close());
    expect([state(again), again.workspace.recovered]).toEqual([before, []]);
    await again.workspace.acts.act(cancel);
    const after = state(again);
    await again.workspace.restart();
    expect([state(again), again.workspace.recovered]).toEqual([after, []]);
  });

  it('is asked for what memory no longer holds', async () => {
    const kept = new Map<number, Workspace>();
    const simulator = await storing((store) => {
      const record = store.record.bind(store);
      Object.assign(store, { at: async (seq: number) => kept.get(seq) ?? null, record });
    }, 1);
    await simulator.workspace.acts.act(launch);
    const [launched, seq] = [state(simulator), simulator.workspace.seq];
    const { world, title, now } = simulator.workspace;
    const origin = { ...(await present(simulator)), title };
    kept.set(seq, { ...origin, world: copyWorld(world), now, seq, history: [] });
    for (let retry = 0; retry < 4; retry += 1) await simulator.clock.next();
    const last = state(simulator);
    expect(await simulator.history.goTo(seq)).toBe(true);
    expect(state(simulator)).toEqual(launched);
    // What was left is behind it.
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(last);
    kept.clear();
    expect(await simulator.history.goTo(seq)).toBe(false);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(last);
  });

  it('is asked where memory has none of it', async () => {
    const simulator = await opened(DOWN, 1);
    await simulator.workspace.acts.act(launch);
    simulator.clock.setSpeed(10_000);
    await simulator.workspace.acts.act(pause);
    const before = state(simulator);
    await simulator.clock.untilIdle();
    expect(simulator.clock.state().canGoBack).toBe(true);
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(before);
  });
});

/** What of a workspace nothing moves. */
async function present(simulator: Simulator): Promise<Workspace> {
  return simulator.workspace.stored();
}

describe('the scenario in the player', () => {
  it('has not failed where one goes to the middle of a step, and goes on from there', async () => {
    const simulator = await opened();
    const steps = '[{ launch: { case: C1 } }, { advance: 10m }, { say: done }]';
    const definitions =
      'users: { dana: {} }\nexternalApis: { erp: { url: https://erp.example.test/, otherwise: { fail: refused } } }\n';
    const types = 'actionTypes: { t: { externalApi: erp } }\ncases: { C1: { owner: dana, process: [t] } }\n';
    expect(await simulator.opener.openText('x.yaml', `${definitions}${types}steps: ${steps}\n`)).toEqual({ ok: true });
    await simulator.player.step();
    const { now: launchedAt } = simulator.workspace;
    await simulator.player.step();
    const end = simulator.player.state();
    await simulator.history.previous();
    expect(simulator.workspace.now).toBeGreaterThan(launchedAt);
    expect(simulator.workspace.now).toBeLessThan(launchedAt + 10 * MINUTE);
    expect(simulator.player.state()).toMatchObject({
      position: 2,
      running: false,
      steps: [{ state: 'passed' }, { state: 'passed', note: expect.stringContaining('the middle of this step') }, {}],
    });
    await simulator.history.next();
    await simulator.history.previous();
    await simulator.player.step();
    expect(simulator.player.state()?.steps.map(({ state: each }) => each)).toEqual(['passed', 'passed', 'passed']);
    expect(end?.steps[1]).toMatchObject({ state: 'passed', note: null });
  });
});
