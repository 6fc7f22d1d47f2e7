/** A simulator in memory, without HTTP, on the definitions of a scenario. */
import { z } from 'zod';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { directCaller, directSender } from '../../src/main/external-system/direct.ts';
import { openStage } from '../../src/main/open-stage.ts';
import type { Store } from '../../src/main/runtime/ports.ts';
import { WallTimes } from '../../src/main/runtime/wall-times.ts';
import { Library } from '../../src/main/scenario/library.ts';
import { Simulator } from '../../src/main/simulator.ts';
import { StoredCourse } from '../../src/main/store/course-log.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { WorkspaceFolders } from '../../src/main/store/workspace-folders.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';

/** None of the scenario's steps are taken. */
export function simulating(text: ScenarioText, { historyBytes }: { historyBytes?: number } = {}): Promise<Simulator> {
  return createSimulator({
    dataDir: null,
    callbackBase: null,
    transport: 'direct',
    initial: { ...z.decode(scenario, text), steps: [] },
    ...(historyBytes === undefined ? {} : { historyBytes }),
  });
}

/** The same on a store of the test's own. */
export function simulatingOn(makeStore: () => Store, text: ScenarioText, historyBytes = 1_000_000): Promise<Simulator> {
  return Simulator.open(
    {
      workspaces: new WorkspaceFolders(new MemoryFiles(), { storeIn: makeStore }),
      caller: directCaller,
      sender: directSender,
      callbackBase: 'https://trigger-lab.test',
      callbackIsReachable: false,
      historyBytes,
      newCallbackKey: () => null,
      isKeptInMemory: false,
      wallTimes: new WallTimes(),
      onBug: (error) => {
        throw error;
      },
      library: new Library(),
      openStage,
      lab: { files: new MemoryFiles(), workerUrl: null, workerCount: 1 },
      course: new StoredCourse(new MemoryFiles()),
      wallNow: () => new Date(0),
      playApart: () => Promise.reject(new Error('no life is asked for here')),
    },
    () => ({ ...z.decode(scenario, text), steps: [] }),
  );
}
