/** The whole simulator on a disk that is full, can only be read, or fails: what it goes on doing, what it refuses, and how it says so. */
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { directCaller, directSender } from '../../src/main/external-system/direct.ts';
import { createRouter } from '../../src/main/hosts/router.ts';
import { openStage } from '../../src/main/open-stage.ts';
import { WallTimes } from '../../src/main/runtime/wall-times.ts';
import { Library } from '../../src/main/scenario/library.ts';
import { Simulator } from '../../src/main/simulator.ts';
import { StoredCourse } from '../../src/main/store/course-log.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { WorkspaceFolders } from '../../src/main/store/workspace-folders.ts';
import { scenario } from '../../src/shared/scenario.ts';
import { CrashingFiles } from '../support/crashing-files.ts';
import { FailingFiles, type Faults, type Operation } from '../support/failing-files.ts';
import { DEFINITIONS } from '../support/given.ts';

const FULL = { code: 'ENOSPC', when: 'before' } as const;
const WRITES: readonly Operation[] = ['resumeLog', 'flush', 'writeAtomically', 'write', 'keepNames', 'copy', 'move'];
const NOTHING_WRITTEN: Faults = (operation) => (WRITES.includes(operation) ? FULL : null);
/** Parts are large: they are the first that finds no room. */
const NO_PARTS: Faults = (operation) => (operation === 'write' ? FULL : null);
const READ_ONLY: Faults = (operation) => (WRITES.includes(operation) ? { code: 'EROFS', when: 'before' } : null);

let disk: MemoryFiles;
let files: FailingFiles;
let isLocked: boolean;
const bugs: unknown[] = [];

beforeEach(() => {
  // The time until a failed save is tried again.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  disk = new MemoryFiles();
  bugs.length = 0;
});
afterEach(() => {
  vi.useRealTimers();
  expect(bugs).toEqual([]);
});

async function opened(faults: Faults = () => null) {
  // Its journal has lines that wait to be flushed, as on a disk.
  files = new FailingFiles(new CrashingFiles(disk, Number.POSITIVE_INFINITY, 'before'), faults);
  const lock = {
    acquire: async () => {
      isLocked = true;
    },
    release: async () => {
      isLocked = false;
    },
  };
  const simulator = await Simulator.open(
    {
      workspaces: new WorkspaceFolders(files, { lock, storeIn: (_, lock) => new LowdbStore(files, { lock }) }),
      caller: directCaller,
      sender: directSender,
      callbackBase: 'https://trigger-lab.test',
      callbackIsReachable: false,
      historyBytes: 1_000_000,
      isKeptInMemory: false,
      saveAfterEntries: 1,
      newCallbackKey: () => null,
      openStage,
      wallTimes: new WallTimes(),
      onBug: (error) => bugs.push(error),
      library: new Library(),
      lab: { files: disk, workerUrl: null, workerCount: 1 },
      course: new StoredCourse(new MemoryFiles()),
      wallNow: () => new Date(0),
      playApart: () => Promise.reject(new Error('no life is asked for here')),
    },
    () => scenario.decode(DEFINITIONS),
  );
  const client = createRouterClient(createRouter(simulator, { onBug: (error) => bugs.push(error) }));
  return { simulator, client };
}

it('acts are answered by the journal alone; a save that fails is said, and made when there is room again', async () => {
  const { simulator, client } = await opened();
  files.faults = NO_PARTS;
  expect(await client.act({ type: 'launchCase', case: 'C1' })).toBeDefined();
  await client.clock.advance({ by: '1h' });
  await vi.waitFor(() => expect(simulator.clock.state().notSaved).toMatch(/cannot be written: the disk is full\.$/));
  expect(simulator.workspace.world.cases.get('C1')?.status).not.toBe('Draft');

  files.faults = () => null;
  // Nothing is done meanwhile: it is tried again of itself.
  vi.advanceTimersByTime(60_000);
  await vi.waitFor(() => expect(simulator.clock.state().notSaved).toBeNull());
  await Promise.all([simulator.close(), simulator.close()]);
  await simulator.close();
  expect(isLocked).toBe(false);
});

it('an act that cannot be kept is not acknowledged, in a sentence; it is there once the disk takes it', async () => {
  const { simulator, client } = await opened();
  files.faults = NOTHING_WRITTEN;
  const refused = client.act({ type: 'launchCase', case: 'C1' });
  await expect(refused).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
    message: expect.stringMatching(/cannot be written: the disk is full\.$/),
  });
  files.faults = () => null;
  await client.clock.advance({ by: '1m' });
  await simulator.close();
  const { simulator: again } = await opened();
  expect(again.workspace.recovered).toEqual([]);
  expect(again.workspace.world.cases.get('C1')?.actions.length).toBeGreaterThan(0);
  await again.close();
});

it('closing says that nothing could be saved, and unlocks', async () => {
  const { simulator } = await opened();
  await simulator.workspace.acts.act({ type: 'launchCase', case: 'C1' });
  const { now } = simulator.workspace;
  files.faults = NOTHING_WRITTEN;
  await expect(simulator.close()).rejects.toThrow('the disk is full');
  expect(isLocked).toBe(false);
  const { simulator: again } = await opened();
  expect([again.workspace.now, again.workspace.recovered]).toEqual([now, []]);
  await again.close();
});

it('where nothing can be written the workspace is opened to be looked at and exported', async () => {
  const { simulator: before } = await opened();
  await before.workspace.acts.act({ type: 'launchCase', case: 'C1' });
  await before.close();
  // A save was interrupted: opening would have to put that right.
  await disk.remove('backups/workspace-1.json');
  await disk.remove('backups/workspace-2.json');

  const { simulator, client } = await opened(READ_ONLY);
  const why = /it is read-only\. You can look at it and export it, but not change it\.$/;
  expect(simulator.clock.state().notSaved).toMatch(why);
  expect(simulator.workspace.world.cases.get('C1')?.actions.length).toBeGreaterThan(0);
  const { seq } = simulator.workspace;
  await expect(client.act({ type: 'launchCase', case: 'C2' })).rejects.toMatchObject({
    message: expect.stringMatching(why),
  });
  await expect(client.clock.advance({ by: '1h' })).rejects.toMatchObject({ message: expect.stringMatching(why) });
  await expect(client.clock.play()).rejects.toMatchObject({ message: expect.stringMatching(why) });
  await expect(client.workspace.openEmpty()).rejects.toMatchObject({ message: expect.stringMatching(why) });
  expect(simulator.workspace.seq).toBe(seq);
  expect((await client.scenarios.export()).text).toContain('launch:');
  await simulator.close();
  expect(isLocked).toBe(false);
});
