/** Whatever is told to anyone is on disk: with a journal whose flush the test lets through, nobody hears of anything sooner. */
import { createRouterClient } from '@orpc/server';
import { afterEach, expect, it } from 'vitest';
import { directSender } from '../../src/main/external-system/direct.ts';
import { createRouter } from '../../src/main/hosts/router.ts';
import { openStage } from '../../src/main/open-stage.ts';
import type { CallRequest } from '../../src/main/runtime/ports.ts';
import { WallTimes } from '../../src/main/runtime/wall-times.ts';
import { Library } from '../../src/main/scenario/library.ts';
import { Simulator } from '../../src/main/simulator.ts';
import { StoredCourse } from '../../src/main/store/course-log.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { WorkspaceFolders } from '../../src/main/store/workspace-folders.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import type { StreamMessage } from '../../src/shared/stream.ts';
import { planCall } from '../../src/simulated-api/behaviour.ts';
import { DEFINITIONS, MINUTE, START } from '../support/given.ts';

/** A disk that is as slow as the test wants. */
class SlowFiles extends MemoryFiles {
  #held: PromiseWithResolvers<void> | null = null;

  override flush(): Promise<void> | undefined {
    return this.#held?.promise;
  }
  hold(): void {
    this.#held = Promise.withResolvers<void>();
  }
  letGo(): void {
    this.#held?.resolve();
    this.#held = null;
  }
  fail(message: string): void {
    this.#held?.reject(new Error(message));
    this.#held = null;
  }
}

const RETRYING: ScenarioText = {
  ...DEFINITIONS,
  externalApis: { erp: { url: 'http://127.0.0.1:9/', otherwise: { fail: 'refused' } } },
};

const opened: Simulator[] = [];
afterEach(async () => {
  for (const simulator of opened.splice(0)) await simulator.close();
});

async function onSlowDisk() {
  const files = new SlowFiles();
  const wallTimes = new WallTimes();
  const sentForReal: CallRequest[] = [];
  const simulator = await Simulator.open(
    {
      workspaces: new WorkspaceFolders(files, { storeIn: () => new LowdbStore(files) }),
      caller: {
        call: (request) => {
          wallTimes.note(request, 1);
          if (request.switch !== 'Real') return planCall(request);
          sentForReal.push(request);
          return new Promise(() => undefined);
        },
      },
      sender: directSender,
      callbackBase: 'https://trigger-lab.test',
      callbackIsReachable: false,
      historyBytes: 1_000_000,
      isKeptInMemory: false,
      newCallbackKey: () => null,
      openStage,
      wallTimes,
      onBug: (error) => {
        throw error;
      },
      library: new Library(),
      lab: { files, workerUrl: null, workerCount: 1 },
      course: new StoredCourse(new MemoryFiles()),
      wallNow: () => new Date(0),
      playApart: () => Promise.reject(new Error('no life is asked for here')),
    },
    () => scenario.decode(RETRYING),
  );
  opened.push(simulator);
  await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
  const client = createRouterClient(createRouter(simulator, { onBug: () => undefined }));
  return { files, simulator, client, sentForReal };
}

/** Lets everything happen that needs no disk. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** What a promise came to, as far as it has. */
function watched<T>(promise: Promise<T>) {
  const seen: { value?: T; error?: unknown } = {};
  promise.then(
    (value) => {
      seen.value = value;
    },
    (error: unknown) => {
      seen.error = error;
    },
  );
  return seen;
}

it('the clock: where it stands, what is next and how much waits', async () => {
  const { files, simulator } = await onSlowDisk();
  const before = simulator.clock.state();
  const told: number[] = [];
  simulator.workspace.subscribe(() => told.push(simulator.clock.state().now));
  files.hold();
  const moved = watched(simulator.clock.advance({ by: 2 * MINUTE }));
  await settled();
  // It has happened, and nobody knows.
  expect(simulator.workspace.world.actions.get('C1/post')?.retryCount).toBe(1);
  expect([simulator.workspace.now, simulator.workspace.scheduledCount, moved]).toEqual([START, 1, {}]);
  expect(simulator.clock.state()).toEqual({ ...before, canGoBack: true });
  simulator.clock.setSpeed(10);
  expect(simulator.clock.state()).toMatchObject({ now: START, next: { text: 'retry 1 of C1/post' } });
  files.letGo();
  await settled();
  expect(moved).toEqual({ value: null });
  expect(simulator.clock.state()).toMatchObject({ now: START + 2 * MINUTE, next: { text: 'retry 2 of C1/post' } });
  expect(told).toEqual([START, START + 2 * MINUTE]);
});

it('a snapshot of who joins in the middle of a job, and what continues it', async () => {
  const { files, simulator, client } = await onSlowDisk();
  files.hold();
  const acting = simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' });
  await settled();
  const messages: StreamMessage[] = [];
  const controller = new AbortController();
  const reading = (async () => {
    for await (const message of await client.events(undefined, { signal: controller.signal })) messages.push(message);
  })().catch(() => undefined);
  await settled();
  await settled();
  expect(messages).toEqual([]);
  files.letGo();
  await acting;
  await expect.poll(() => messages.length).toBe(1);
  expect(JSON.stringify(messages[0])).toContain('"retryCount":1');
  await simulator.workspace.acts.act({ type: 'readNotifications', user: 'omar' });
  await expect.poll(() => messages.length).toBe(2);
  expect(messages[1]).toMatchObject({ type: 'batch', facts: [{ type: 'notificationsRead', user: 'omar' }] });
  controller.abort();
  await reading;
});

it('an exported workspace, an exported Action, how long calls took', async () => {
  const { files, simulator, client } = await onSlowDisk();
  files.hold();
  const acting = simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' });
  await settled();
  const answers = [
    client.scenarios.export(),
    client.scenarios.exportAction({ action: 'C1/post' }),
    client.wallTimes({ externalApi: 'erp' }),
  ].map((answer) => watched<unknown>(answer));
  await settled();
  expect(answers).toEqual([{}, {}, {}]);
  files.letGo();
  await acting;
  await settled();
  expect(answers).toMatchObject([
    { value: { text: expect.stringContaining('retry:') } },
    { value: { fileName: expect.any(String) } },
    { value: [{ callNumber: 1 }, { callNumber: 2 }] },
  ]);
});

it('a step of the scenario in the player', async () => {
  const { files, simulator } = await onSlowDisk();
  const steps = scenario.decode({ steps: [{ say: 'Now look.' }] }).steps;
  await simulator.opener.openScenario({ ...scenario.decode(RETRYING), steps }, 'Played');
  files.hold();
  const stepping = simulator.player.step();
  await settled();
  // That it was begun is kept, what came of it is not.
  files.letGo();
  files.hold();
  await settled();
  const begun = simulator.player.state();
  files.letGo();
  await stepping;
  expect([begun, simulator.player.state()]).toMatchObject([
    { steps: [{ state: 'pending', note: null }] },
    { steps: [{ state: 'passed', note: 'Now look.' }] },
  ]);
});

it('a server of somebody\u2019s own: it is called when it is kept that it is', async () => {
  const { files, simulator, sentForReal } = await onSlowDisk();
  await simulator.workspace.acts.act({ type: 'switchApi', name: 'erp', to: 'Real' });
  files.hold();
  const acting = simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' });
  await settled();
  expect(simulator.workspace.world.actions.get('C1/post')?.callCount).toBe(2);
  expect(sentForReal).toEqual([]);
  files.letGo();
  await acting;
  expect(sentForReal).toMatchObject([{ callNumber: 2 }]);
});

it('where the disk fails, who looks is told so, and sees it as soon as it is kept', async () => {
  const { files, simulator, client } = await onSlowDisk();
  files.hold();
  const acting = watched(simulator.workspace.acts.act({ type: 'retry', action: 'C1/post', by: 'dana' }));
  await settled();
  const exported = watched(client.scenarios.export());
  await settled();
  files.fail('the disk is full');
  await settled();
  expect(acting.error).toMatchObject({ message: 'the disk is full' });
  expect(exported.error).toMatchObject({ message: expect.stringContaining('the disk is full') });
  // Asking tries again.
  expect((await client.scenarios.export()).text).toContain('retry:');
  expect(simulator.clock.state().next?.text).toBe('retry 2 of C1/post');
});
