import { cpSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import { runScenario } from '../../src/main/scenario/run.ts';
import type { Simulator, SimulatorEvent } from '../../src/main/simulator.ts';
import { stepTarget } from '../../src/main/workspace/step-target.ts';
import { isRejection } from '../../src/shared/errors.ts';
import type { Command } from '../../src/shared/inputs.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import type { World } from '../../src/shared/world.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { DEFINITIONS, MINUTE, START } from '../support/given.ts';
import { libraryFiles } from '../support/library-files.ts';
import { act, definitions } from '../support/lives.ts';
import { perform } from '../support/performing.ts';
import { simulating } from '../support/simulating.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DOWN = {
  ...DEFINITIONS,
  externalApis: { erp: { url: 'https://erp.example.test/', otherwise: { fail: 'refused' } } },
} as const;

async function opened(text: ScenarioText = DOWN): Promise<Simulator> {
  const simulator = await simulating(text);
  onTestFinished(() => simulator.close());
  return simulator;
}

async function onDisk(dataDir: string): Promise<Simulator> {
  const simulator = await createSimulator({ dataDir, callbackBase: null, transport: 'direct' });
  onTestFinished(() => simulator.close());
  return simulator;
}

const PENDING = { state: 'pending' };

const json = (world: World) => JSON.stringify(worldToJson(world));

/** All there is to see at one instant. */
const state = (simulator: Simulator) => ({
  world: json(simulator.workspace.world),
  now: simulator.workspace.now,
  scheduled: simulator.workspace.scheduledCount,
  title: simulator.workspace.title,
  player: simulator.player.state(),
});

describe('going back', () => {
  it('restores world, clock and what is scheduled, act by act, to the very beginning', async () => {
    const simulator = await opened();
    const acts: (() => Promise<unknown>)[] = [
      () => simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' }),
      () => simulator.clock.advance({ by: 30_000 }),
      () => simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' }),
      () => simulator.clock.next(2),
      () => simulator.clock.nextRetry(),
      () => simulator.workspace.acts.respond({ action: 'C1/post', malformed: true }),
      () =>
        simulator.workspace.acts.act({
          type: 'saveDefinition',
          definition: { section: 'settings', change: { retry: { max: 1 } } },
        }),
      () => simulator.clock.untilIdle(),
      () => simulator.clock.advance({ to: '+2d' }),
    ];
    const before: ReturnType<typeof state>[] = [];
    for (const each of acts) {
      const { seq } = simulator.workspace;
      const present = state(simulator);
      await each();
      if (simulator.workspace.seq !== seq) before.push(present);
    }
    // Moving on until idle where nothing is scheduled changes nothing, and is no point to go back to.
    expect(before).toHaveLength(acts.length - 1);
    for (const expected of before.reverse()) {
      expect(simulator.clock.state().canGoBack).toBe(true);
      expect(await simulator.history.back()).toBe(true);
      expect(state(simulator)).toEqual(expected);
    }
    expect(simulator.clock.state().canGoBack).toBe(false);
    expect(await simulator.history.back()).toBe(false);
  });

  it('takes what was done together back together, whatever was refused of it', async () => {
    const simulator = await opened();
    const before = state(simulator);
    const launch = { type: 'launchCase', case: 'C1' } as const;
    const outcomes = await simulator.workspace.acts.actAll([
      launch,
      launch,
      { type: 'caseVerb', case: 'C1', do: 'pause' },
    ]);
    expect(outcomes).toMatchObject([{ rejected: false }, { rejected: true }, { rejected: false }]);
    expect(simulator.workspace.world.cases.get('C1')?.paused).toBe(true);
    expect(await simulator.history.back()).toBe(true);
    expect(state(simulator)).toEqual(before);
    expect(simulator.clock.state().canGoBack).toBe(false);
    // What changed nothing is no point to go back to.
    expect(await simulator.workspace.acts.actAll([{ type: 'caseVerb', case: 'C2', do: 'pause' }])).toMatchObject([
      { rejected: true },
    ]);
    expect(simulator.clock.state().canGoBack).toBe(false);
  });

  it('leads on from there as if what came after had never been', async () => {
    const straight = await opened();
    const detour = await opened();
    await straight.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    await detour.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    await detour.workspace.acts.act({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    await detour.history.back();
    for (const simulator of [straight, detour]) await simulator.clock.advance({ by: 4 * MINUTE });
    expect(state(detour)).toEqual(state(straight));
    expect(detour.exportScenario()).toEqual(straight.exportScenario());
  });

  it('is kept by a restart: what was gone back on stays gone', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    await simulator.clock.advance({ by: MINUTE });
    const expected = state(simulator);
    await simulator.clock.advance({ by: MINUTE });
    await simulator.history.back();
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(expected);
    await simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' });
    const after = state(simulator);
    await simulator.workspace.restart();
    expect(state(simulator)).toEqual(after);
  });

  it('takes a scenario in the player back step by step', async () => {
    const simulator = await opened();
    const text = libraryFiles().find(({ id }) => id.includes('manual-retries'))?.text ?? '';
    expect(await simulator.opener.openText('x.yaml', text, { id: 'x' })).toEqual({ ok: true });
    const before: ReturnType<typeof state>[] = [];
    for (let step = 0; step < 6; step += 1) {
      before.push(state(simulator));
      expect(await simulator.player.step()).toMatchObject({ step: { number: step + 1 } });
    }
    expect(simulator.player.state()).toMatchObject({ position: 6, running: false });
    for (const expected of before.reverse()) {
      await simulator.history.back();
      expect(state(simulator)).toEqual(expected);
    }
    await simulator.history.back();
    expect(simulator.player.state()).toBeNull();
    expect(simulator.workspace.world.cases.has('C1')).toBe(true);
  });
});

describe('opening', () => {
  it('a library scenario puts it in the player; running it turns every expectation green', async () => {
    const simulator = await opened();
    for (const { id } of await simulator.library.entries()) {
      expect(await simulator.opener.openLibrary(id)).toEqual({ ok: true });
      expect(simulator.workspace.now).toBe(START);
      expect(await simulator.player.run()).toMatchObject({ passed: true });
      const { steps = [], position } = simulator.player.state() ?? {};
      expect(position).toBe(steps.length);
      expect(steps.filter(({ state }) => state !== 'passed')).toEqual([]);
      expect(isRejection(await simulator.player.step())).toBe(true);
    }
  });

  it('a file with problems, or one that the library does not have, changes nothing', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    const before = state(simulator);
    expect(await simulator.opener.openText('x.yaml', 'titel: x')).toMatchObject({ ok: false, problems: [{ line: 1 }] });
    expect(await simulator.opener.openLibrary('../package')).toMatchObject({ ok: false });
    expect(state(simulator)).toEqual(before);
    expect(isRejection(await simulator.player.run())).toBe(true);
  });

  it('an expectation that does not hold turns red, says why, and the rest is still taken', async () => {
    const simulator = await opened();
    const text =
      'users: { dana: {} }\ncases: { C1: { owner: dana } }\nsteps:\n  - expect: { case: C1, status: Closed }\n  - say: on\n';
    await simulator.opener.openText('x.yaml', text);
    await simulator.player.run();
    expect(simulator.player.state()?.steps).toMatchObject([
      { state: 'failed', failures: [{ path: 'status', expected: '"Closed"', actual: '"Draft"' }] },
      { state: 'passed', note: 'on' },
    ]);
  });

  it('tells its subscribers to forget everything', async () => {
    const simulator = await opened();
    const events: SimulatorEvent[] = [];
    simulator.workspace.subscribe((event) => events.push(event));
    await simulator.opener.openEmpty();
    expect(events.map(({ type }) => type)).toContain('replaced');
    expect([...simulator.workspace.world.cases.keys()]).toEqual([]);
    await simulator.opener.openSample();
    expect(simulator.workspace.world.cases.size).toBeGreaterThan(5);
  });

  it('waits for the one before it: to go back while the sample is being made undoes the sample, whole', async () => {
    const simulator = await opened();
    await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    const before = state(simulator);
    await Promise.all([simulator.opener.openSample(), simulator.history.back()]);
    expect(state(simulator)).toEqual(before);
    const backs = await Promise.all([
      simulator.opener.openSample(),
      simulator.history.back(),
      simulator.history.back(),
      simulator.history.back(),
    ]);
    expect(backs).toEqual([undefined, true, true, false]);
    expect(simulator.workspace.world.cases.get('C1')?.status).toBe('Draft');
  });

  it('refuses what was asked of the one that made way', async () => {
    const message = 'Another workspace was opened before this was done.';
    const refused: unknown[] = [];
    // Asked too early it is done before, too late it is done after; in between it is refused, and never an error.
    for (let turns = 0; turns < 10; turns += 1) {
      const simulator = await opened();
      const opening = simulator.opener.openEmpty();
      for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
      const [launched, answered] = await Promise.all([
        simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' }),
        simulator.workspace.acts.receiveCallback('C1/post', { body: null, token: 'right' }),
        opening,
      ]);
      if (isRejection(launched) && launched.message === message) refused.push(answered);
    }
    expect(refused).not.toEqual([]);
    for (const answered of refused) expect(answered).toEqual({ httpStatus: 404, message });
  });

  it('stops the play, which is no error, in the middle of a pause too', async () => {
    const simulator = await opened();
    simulator.clock.play();
    await Promise.all([simulator.opener.openEmpty(), simulator.clock.pause()]);
    expect(simulator.clock.state().playing).toBe(false);
    expect(simulator.workspace.title).toBe('Empty workspace');
  });
});

describe('closing and opening again', () => {
  it.each(libraryFiles())('after every step of $id gives the same world', async ({ text }) => {
    const loaded = loadScenario(text, 'x.yaml');
    if (!loaded.ok) throw new Error('invalid');
    const simulator = await opened({ ...z.encode(scenario, loaded.scenario), steps: [] });
    const { steps } = loaded.scenario;
    for (const step of steps) {
      const { failures } = await runScenario(stepTarget(simulator.workspace), { ...loaded.scenario, steps: [step] });
      expect(failures).toEqual([]);
      const before = state(simulator);
      await simulator.workspace.restart();
      expect(state(simulator)).toEqual(before);
    }
  });

  it('keeps what was renamed and that it can be undone, from the journal as from the files', async () => {
    const commands: Command[] = [
      { type: 'launchCase', case: 'C1' },
      { type: 'launchAction', case: 'C1', actionType: 'check', as: 'look' },
      { type: 'take', action: 'look', by: 'omar' },
      { type: 'unable', action: 'look', by: 'omar', reason: 'no' },
      { type: 'launchAction', case: 'C1', actionType: 'check' },
      { type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' },
      { type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Accounts Payable' },
      { type: 'renameDefinition', section: 'users', name: 'omar', to: 'Omar Haddad' },
      { type: 'undoEdit' },
    ];
    /** What a name stands in; an empty list of notifications is the same as none. */
    const named = ({ workspace: { world } }: Simulator) => ({
      ...worldToJson(world),
      notifications: [...world.notifications].filter(([, all]) => all.length > 0),
    });
    const first = await opened(DEFINITIONS);
    for (const each of commands) expect(isRejection(await first.workspace.acts.act(each))).toBe(false);
    expect(named(first).notifications.map(([user]) => user)).toEqual(['Dana Reyes']);
    const before = named(first);
    await first.workspace.restart();
    expect(named(first)).toEqual(before);
    await first.workspace.acts.act({ type: 'redoEdit' });
    expect([...first.workspace.world.users.keys()]).toContain('Omar Haddad');
  });

  it('in the middle of any life changes nothing of what comes', async () => {
    await fc.assert(
      fc.asyncProperty(definitions, fc.array(fc.tuple(act, fc.boolean()), { maxLength: 15 }), async (text, acts) => {
        const straight = await simulating(text);
        const restarted = await simulating(text);
        try {
          for (const simulator of [straight, restarted])
            await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
          for (const [each, restarts] of acts) {
            await perform(straight, each);
            await perform(restarted, each);
            if (restarts) await restarted.workspace.restart();
            expect(state(restarted)).toEqual(state(straight));
          }
          await straight.clock.untilIdle();
          await restarted.clock.untilIdle();
          expect(state(restarted)).toEqual(state(straight));
          expect(restarted.exportScenario()).toEqual(straight.exportScenario());
        } finally {
          await straight.close();
          await restarted.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the scenario in the player', () => {
  it.each(libraryFiles().slice(0, 6))('is found again after closing, at every step of $id', async ({ text }) => {
    const simulator = await opened();
    await simulator.opener.openText('x.yaml', text, { id: 'x' });
    for (;;) {
      const before = state(simulator);
      await simulator.workspace.restart();
      expect(state(simulator)).toEqual(before);
      if (isRejection(await simulator.player.step())) break;
    }
    expect(simulator.player.state()).toMatchObject({
      position: simulator.player.state()?.steps.length,
      running: false,
    });
  });

  it('says which step was interrupted where the app was killed in the middle of it', async () => {
    const [folder, killed] = [await temporaryFolder(), await temporaryFolder()];
    const simulator = await onDisk(folder);
    await simulator.opener.openText('x.yaml', 'steps:\n  - say: before\n  - advance: 1m\n  - say: after\n');
    await simulator.player.step();
    const seen: unknown[] = [];
    const unsubscribe = simulator.workspace.subscribe(({ type }) => {
      // The clock has moved, the step has not ended yet.
      if (type !== 'clock' || simulator.workspace.now !== START + MINUTE) return;
      cpSync(folder, killed, { recursive: true, filter: (name) => !name.endsWith('.lock') });
      seen.push(simulator.player.state());
    });
    await simulator.player.step();
    unsubscribe();
    expect(seen).toMatchObject([{ position: 1, running: true, steps: [{ state: 'passed' }, PENDING, PENDING] }]);
    expect(simulator.player.state()).toMatchObject({
      position: 2,
      running: false,
      steps: [{}, { state: 'passed' }, PENDING],
    });

    const again = await onDisk(killed);
    expect(again.workspace.now).toBe(START + MINUTE);
    const note = 'The app was closed while this step was being taken.';
    expect(again.player.state()).toMatchObject({ position: 2, steps: [{}, { state: 'failed', note }, PENDING] });
    await again.player.step();
    expect(again.player.state()).toMatchObject({ position: 3, steps: [{}, {}, { state: 'passed', note: 'after' }] });
  });

  it('has one turn for a step, whatever it consists of: what is asked for meanwhile comes after it', async () => {
    const simulator = await opened();
    await simulator.opener.openText(
      'x.yaml',
      'users: { dana: {} }\ncases: { C1: { owner: dana } }\nsteps:\n  - advance: 1m\n  - expect: { case: C1, status: Draft }\n',
    );
    const launched: Promise<unknown>[] = [];
    const unsubscribe = simulator.workspace.subscribe(({ type }) => {
      if (type !== 'clock' || simulator.workspace.now !== START + MINUTE || launched.length > 0) return;
      const launching = simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
      launched.push(launching.then(() => simulator.player.state()));
    });
    await simulator.player.step();
    unsubscribe();
    // Nor does it come between the next step and its end.
    await simulator.player.step();
    expect(await Promise.all(launched)).toMatchObject([{ position: 1, steps: [{ state: 'passed' }, {}] }]);
  });

  it('is not gone on with once the app closes, and no step is left half taken', async () => {
    const folder = await temporaryFolder();
    const simulator = await createSimulator({ dataDir: folder, callbackBase: null, transport: 'direct' });
    await simulator.opener.openText('x.yaml', `steps:\n${'  - advance: 1m\n'.repeat(50)}`);
    const running = simulator.player.run();
    await simulator.close();
    expect(isRejection(await running)).toBe(true);
    const again = await onDisk(folder);
    const { position = 0, steps = [] } = again.player.state() ?? {};
    expect(again.workspace.now).toBe(START + position * MINUTE);
    expect(steps.slice(0, position).filter(({ state: came }) => came !== 'passed')).toEqual([]);
  });

  it('is left alone by what was going on when another was opened', async () => {
    const simulator = await opened();
    await simulator.opener.openText('x.yaml', 'steps:\n  - advance: 1m\n  - advance: 1m\n  - say: on\n');
    const [run] = await Promise.all([
      simulator.player.run(),
      simulator.opener.openText('y.yaml', 'steps:\n  - say: one\n  - say: two\n'),
    ]);
    expect(isRejection(run)).toBe(true);
    expect(simulator.player.state()).toMatchObject({ title: 'y', position: 0, running: false });
    expect(await simulator.player.run()).toMatchObject({ passed: true });
    expect(simulator.player.state()).toMatchObject({ position: 2, steps: [{ note: 'one' }, { note: 'two' }] });
  });
});

it('a step asked for while another is being taken follows it', async () => {
  const simulator = await opened();
  await simulator.opener.openText('x.yaml', libraryFiles()[0]!.text);
  const outcomes = await Promise.all([1, 2, 3].map(() => simulator.player.step()));
  expect(outcomes).toMatchObject([1, 2, 3].map((number) => ({ step: { number, state: 'passed' } })));
  expect(simulator.player.state()?.position).toBe(3);
});

describe('undo and redo', () => {
  it('survive closing and opening again, edit by edit', async () => {
    const simulator = await opened(DEFINITIONS);
    const maximum = () => simulator.workspace.world.settings.retry.max;
    for (const max of [7, 8, 9])
      await simulator.workspace.acts.act({
        type: 'saveDefinition',
        definition: { section: 'settings', change: { retry: { max } } },
      });
    await simulator.workspace.acts.act({ type: 'undoEdit' });
    expect(maximum()).toBe(8);
    await simulator.workspace.restart();
    await simulator.workspace.acts.act({ type: 'redoEdit' });
    expect(maximum()).toBe(9);
    for (const expected of [8, 7, 5]) {
      await simulator.workspace.restart();
      expect(isRejection(await simulator.workspace.acts.act({ type: 'undoEdit' }))).toBe(false);
      expect(maximum()).toBe(expected);
    }
    expect(await simulator.workspace.acts.act({ type: 'undoEdit' })).toMatchObject({
      message: 'There is no edit to undo.',
    });
  });
});

describe('an exported workspace', () => {
  it('is a file that runs to the very same world and instant, whatever was lived', async () => {
    await fc.assert(
      fc.asyncProperty(definitions, fc.array(act, { maxLength: 20 }), async (text, acts) => {
        const lived = await simulating(text);
        try {
          await lived.workspace.acts.act({ type: 'launchCase', case: 'C1' });
          for (const each of acts) await perform(lived, each);
          await expectSameLife(lived);
        } finally {
          await lived.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  it('writes out what is the same object by chance, as it does after opening again', async () => {
    const data = { poNumber: '4711' };
    const respond = [
      { outcome: 'success', data },
      { outcome: 'success', data, after: '1m' },
    ] as const;
    const url = 'https://erp.example.test/';
    const simulator = await opened({
      ...DEFINITIONS,
      externalApis: { erp: { url, otherwise: { respond: [...respond] } } },
    });
    const { text } = simulator.exportScenario();
    expect(text).not.toMatch(/[&*]a1/);
    await simulator.workspace.restart();
    expect(simulator.exportScenario().text).toBe(text);
  });

  it('says what an API did while it was switched, whatever was configured meanwhile', async () => {
    const simulator = await opened({
      ...DEFINITIONS,
      externalApis: {
        erp: {
          url: 'https://erp.example.test/',
          random: { failRate: 0.5, responseAfter: '1m' },
          outages: [{ from: '+1h', for: '1h' }],
        },
      },
    });
    const commands: Command[] = [
      { type: 'launchCase', case: 'C1' },
      { type: 'switchApi', name: 'erp', to: 'Down' },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      {
        type: 'saveDefinition',
        definition: {
          section: 'externalApis',
          name: 'erp',
          change: { otherwise: { respond: { outcome: 'success' } } },
        },
      },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      { type: 'switchApi', name: 'erp', to: 'Silent' },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      {
        type: 'saveDefinition',
        definition: {
          section: 'externalApis',
          name: 'erp',
          change: { url: 'https://moved.example.test/', outages: [] },
        },
      },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      { type: 'switchApi', name: 'erp', to: 'Up' },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      {
        type: 'saveDefinition',
        definition: {
          section: 'externalApis',
          name: 'erp',
          change: { calls: [{ fail: 'tls' }], otherwise: { respond: { after: 2_000, outcome: 'success' } } },
        },
      },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      { type: 'switchApi', name: 'erp', to: 'As configured' },
      { type: 'launchAction', case: 'C1', actionType: 'post' },
      { type: 'readNotifications', user: 'dana' },
    ];
    for (const each of commands) {
      expect(isRejection(await simulator.workspace.acts.act(each))).toBe(false);
      await simulator.clock.advance({ by: 7_000 });
    }
    await expectSameLife(simulator);
  });

  it('has the names of today from its beginning, whoever had them before', async () => {
    const simulator = await opened({ ...DEFINITIONS, settings: { retry: { max: 0 } } });
    const commands: Command[] = [
      {
        type: 'createDefinition',
        definition: { section: 'users', name: 'gone', value: { available: true, queues: [] } },
      },
      { type: 'launchCase', case: 'C1' },
      { type: 'launchAction', case: 'C1', actionType: 'check', as: 'look' },
      { type: 'take', action: 'look', by: 'omar' },
      { type: 'unassign', action: 'look', by: 'omar' },
      { type: 'deleteDefinition', section: 'users', name: 'gone' },
      { type: 'renameDefinition', section: 'users', name: 'omar', to: 'gone' },
      { type: 'take', action: 'look', by: 'gone' },
      {
        type: 'createDefinition',
        definition: { section: 'users', name: 'omar', value: { available: true, queues: ['AP'] } },
      },
      { type: 'renameDefinition', section: 'users', name: 'dana', to: 'Dana Reyes' },
      { type: 'renameDefinition', section: 'queues', name: 'AP', to: 'Accounts Payable' },
      { type: 'undoEdit' },
      { type: 'redoEdit' },
      { type: 'renameDefinition', section: 'users', name: 'gone', to: 'omar haddad' },
      { type: 'undoEdit' },
    ];
    for (const each of commands) {
      expect(isRejection(await simulator.workspace.acts.act(each))).toBe(false);
      await simulator.clock.advance({ by: 7_000 });
    }
    const { text } = simulator.exportScenario();
    const again = await runText(text);
    onTestFinished(() => again.close());
    // What was deleted is not needed, and timelines keep the names of the time: the file has those of today.
    const today = ({ workspace: { world } }: Simulator) => {
      const { edits: _, timelines: __, notifications, externalApis: ___, ...rest } = worldToJson(world);
      return {
        ...rest,
        notifications: notifications.flatMap(([, all]) => all),
      };
    };
    expect(today(again)).toEqual(today(simulator));
    expect(again.exportScenario().text.replace(/^title: .*\n/, '')).toBe(text.replace(/^title: .*\n/, ''));
  });

  it('keeps answers that were malformed, had a wrong token, or both', async () => {
    const simulator = await opened(DEFINITIONS);
    await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    await simulator.workspace.acts.receiveCallback('C1/post', { body: null, token: 'wrong' });
    await simulator.workspace.acts.receiveCallback('C1/post', { body: null, token: 'right' });
    await simulator.workspace.acts.receiveCallback('C1/post', {
      body: { outcome: 'success', data: { '+1m': ['null', 1, '~'] } },
      token: 'right',
    });
    const { text } = simulator.exportScenario();
    const again = await runText(text);
    onTestFinished(() => again.close());
    const verdicts = (of: Simulator) =>
      of.workspace.world.timelines
        .get('C1/post')
        ?.flatMap((fact) => (fact.type === 'responseReceived' ? [fact.verdict] : []));
    expect(verdicts(again)).toEqual(['wrong token', 'malformed', 'accepted']);
    expect(again.workspace.world.cases.get('C1')).toEqual(simulator.workspace.world.cases.get('C1'));
  });

  const post = { externalApi: 'erp', responseExpected: true, autoCompleteOnTimeout: false } as const;
  const building: Command[] = [
    { type: 'createDefinition', definition: { section: 'queues', name: 'Exceptions' } },
    { type: 'createDefinition', definition: { section: 'actionTypes', name: 'pay', value: { ...post, due: 60_000 } } },
    {
      type: 'createDefinition',
      definition: { section: 'caseTypes', name: 'order', value: { owner: 'dana', process: ['pay'] } },
    },
    { type: 'saveDefinition', definition: { section: 'settings', change: { retry: { max: 2 } } } },
    { type: 'moveDefinition', section: 'actionTypes', name: 'pay', place: 0 },
    { type: 'createDefinition', definition: { section: 'queues', name: 'Wrong' } },
    { type: 'deleteDefinition', section: 'queues', name: 'Wrong' },
    { type: 'saveDefinition', definition: { section: 'actionTypes', name: 'pay', value: { ...post, title: 'Pay' } } },
    { type: 'undoEdit' },
    { type: 'redoEdit' },
  ];

  it('begins with what was configured before anything happened, without a step for it', async () => {
    const simulator = await opened(DEFINITIONS);
    for (const each of building) expect(isRejection(await simulator.workspace.acts.act(each))).toBe(false);
    const { text } = simulator.exportScenario();
    expect(text).not.toContain('steps:');
    expect(Object.keys(parse(text).actionTypes)[0]).toBe('pay');
    await expectSameLife(simulator);
  });

  it('says what was configured later, and gives each Case the type that it was launched with', async () => {
    const simulator = await opened(DEFINITIONS);
    await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
    for (const each of building) expect(isRejection(await simulator.workspace.acts.act(each))).toBe(false);
    await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'order' });
    await simulator.clock.advance({ by: 7_000 });
    const order = { owner: 'dana', process: ['check', 'pay'], data: { rush: true } };
    await simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'caseTypes', name: 'order', value: order },
    });
    await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'order' });
    await simulator.workspace.acts.act({
      type: 'saveDefinition',
      definition: { section: 'externalApis', name: 'erp', value: { url: 'https://erp.example.test/', calls: [{}] } },
    });
    await simulator.clock.advance({ by: 600_000 });
    const { text } = simulator.exportScenario();
    const again = await runText(text);
    onTestFinished(() => again.close());
    const lives = ({ workspace: { world } }: Simulator) => [...world.actions.values()];
    expect(lives(again)).toEqual(lives(simulator));
    expect(again.workspace.world.cases.get('order-1')).toEqual({
      ...simulator.workspace.world.cases.get('order-1'),
      caseType: 'order (earlier)',
    });
    expect(again.workspace.world.cases.get('order-2')).toEqual(simulator.workspace.world.cases.get('order-2'));
  });

  it('of the sample workspace runs to the sample workspace', async () => {
    const simulator = await opened();
    await simulator.opener.openSample();
    await expectSameLife(simulator);
  });
});

async function runText(text: string): Promise<Simulator> {
  const loaded = loadScenario(text, 'exported.yaml');
  if (!loaded.ok) throw new Error(`${loaded.problems.map(formatProblem).join('\n')}\n${text}`);
  const simulator = await createSimulator({
    dataDir: null,
    callbackBase: null,
    transport: 'direct',
    initial: { ...loaded.scenario, steps: [] },
    historyBytes: 0,
  });
  expect((await runScenario(stepTarget(simulator.workspace), loaded.scenario)).failures).toEqual([]);
  return simulator;
}

async function expectSameLife(lived: Simulator): Promise<void> {
  const { text } = lived.exportScenario();
  const again = await runText(text);
  try {
    expect(again.workspace.now).toBe(lived.workspace.now);
    expect(again.workspace.scheduledCount).toBe(lived.workspace.scheduledCount);
    expect(comparable(again.workspace.world)).toEqual(comparable(lived.workspace.world));
    // Exporting what was imported adds nothing.
    expect(again.exportScenario().text.replace(/^title: .*\n/, '')).toBe(text.replace(/^title: .*\n/, ''));
  } finally {
    await again.close();
  }
}

/** The switch of an API is no part of the format: the file says what the API does instead. Nor is what was read, nor what can be undone. */
function comparable(world: World): unknown {
  const { externalApis, notifications, edits: _, ...rest } = worldToJson(world);
  const comparableWorld = {
    ...rest,
    externalApis: externalApis.map(([name, { callCount, lastRequest, definition }]) => ({
      name,
      callCount,
      lastRequest,
      url: definition.url,
    })),
    notifications: notifications.flatMap(([, all]) => all.map(({ read: _, ...notification }) => notification)),
  };
  return JSON.parse(JSON.stringify(comparableWorld));
}
