/** A simulator in memory on files of the test's own, which may crash or fail; those it is opened on again are the same workspaces. */
import { z } from 'zod';
import { directCaller, directSender } from '../../src/main/external-system/direct.ts';
import { openStage } from '../../src/main/open-stage.ts';
import { WallTimes } from '../../src/main/runtime/wall-times.ts';
import { Library } from '../../src/main/scenario/library.ts';
import { Simulator } from '../../src/main/simulator.ts';
import { StoredCourse } from '../../src/main/store/course-log.ts';
import type { StoreFiles } from '../../src/main/store/files.ts';
import { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { SubFiles } from '../../src/main/store/sub-files.ts';
import { WorkspaceFolders } from '../../src/main/store/workspace-folders.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';

const workspacesOn = (files: StoreFiles): WorkspaceFolders =>
  new WorkspaceFolders(files, {
    storeIn: (folder) => new LowdbStore(folder === '' ? files : new SubFiles(files, folder)),
  });

export const DEFINITIONS: ScenarioText = {
  title: 'First',
  users: { dana: {} },
  actionTypes: { approve: { manual: true, allocation: { user: 'dana' } } },
  caseTypes: { order: { owner: 'dana', process: ['approve'] } },
};

/** Runs and the course lie on the same files; `sample` is what the library says is the sample workspace. */
export function simulatorOn(files: StoreFiles, sample?: ScenarioText): Promise<Simulator> {
  const library = new Library();
  if (sample !== undefined) library.sample = async () => z.decode(scenario, sample);
  return Simulator.open(
    {
      workspaces: workspacesOn(files),
      caller: directCaller,
      sender: directSender,
      callbackBase: 'https://trigger-lab.test',
      callbackIsReachable: false,
      historyBytes: 1_000_000,
      newCallbackKey: () => null,
      isKeptInMemory: false,
      wallTimes: new WallTimes(),
      onBug: () => undefined,
      library,
      openStage,
      lab: { files, workerUrl: null, workerCount: 1 },
      course: new StoredCourse(files),
      wallNow: () => new Date(0),
      playApart: () => Promise.reject(new Error('no life is asked for here')),
    },
    () => z.decode(scenario, DEFINITIONS),
  );
}

/** Starts Cases, so that the workspace differs from every other. */
export async function doSomething({ workspace }: Simulator, count = 1): Promise<void> {
  const outcome = await workspace.acts.act({ type: 'launchCases', caseType: 'order', count });
  if (outcome.rejected) throw new Error(outcome.message);
}
