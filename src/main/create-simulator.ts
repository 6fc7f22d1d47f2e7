/** Wires the simulator's ports to their adapters: the only place that knows them all. */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import type { Scenario } from '../shared/scenario.ts';
import { UNHOSTED_CALLBACK_BASE } from './bare-stage/stage.ts';
import { openNetwork } from './open-network.ts';
import { WallTimes } from './runtime/wall-times.ts';
import { Library } from './scenario/library.ts';
import type { Stage } from './scenario/run.ts';
import type { Transport } from './scenario/transport.ts';
import { Simulator } from './simulator.ts';
import { stageOpener } from './stage-opener.ts';
import { StoredCourse } from './store/course-log.ts';
import { createDiskWorkspaces, createMemoryWorkspaces } from './store/create-store.ts';
import { DiskFiles } from './store/disk-files.ts';
import { MemoryFiles } from './store/memory-files.ts';
import { stepTarget } from './workspace/step-target.ts';

const HISTORY_BYTES = 64_000_000;

export interface CreateSimulatorOptions {
  /** Where the workspaces are kept; `null` keeps them in memory. */
  readonly dataDir: string | null;
  /** The origin at which a host takes callbacks; `null` where none does. */
  readonly callbackBase: string | null;
  readonly transport: Transport;
  /** Whether each workspace has a random key for its callback secrets. Default false: a run repeats byte for byte. */
  readonly hasSecretCallbacks?: boolean;
  /** What an empty store begins with, its steps taken; left out, the sample workspace. */
  readonly initial?: Scenario;
  /** The file that the Lab's worker threads run; without it the Lab plays in the simulator's own thread. */
  readonly labWorkerUrl?: URL;
  /** The file that the threads run which load long scenario texts; without it they are loaded in the simulator's own thread. */
  readonly scenarioWorkerUrl?: URL | undefined;
  /** About how many bytes of what was replaced are kept, so that one can go back; 0 keeps nothing. Default 64 MB. */
  readonly historyBytes?: number;
  /** So many Cases that are over are kept, and some more until the next save. Default 100,000. */
  readonly closedCasesKept?: number;
}

/** Opens a simulator; `close` it to save, unlock and give the process its network back. */
export async function createSimulator(options: CreateSimulatorOptions): Promise<Simulator> {
  const { dataDir, transport, initial, labWorkerUrl = null, historyBytes = HISTORY_BYTES } = options;
  const callbackBase = options.callbackBase ?? UNHOSTED_CALLBACK_BASE;
  const library = new Library();
  const files = new MemoryFiles();
  const wallTimes = new WallTimes();
  const network = await openNetwork(transport, { callbackBase, noteWallTime: wallTimes.note });
  try {
    return await Simulator.open(
      {
        workspaces: dataDir === null ? createMemoryWorkspaces(files) : createDiskWorkspaces(dataDir),
        caller: network.caller,
        sender: network.sender,
        callbackBase,
        callbackIsReachable: options.callbackBase !== null,
        wallTimes,
        library,
        scenarioWorkerUrl: options.scenarioWorkerUrl,
        openStage: stageOpener(openStoredStage),
        newCallbackKey: () => (options.hasSecretCallbacks === true ? randomBytes(32).toString('hex') : null),
        lab: {
          files: dataDir === null ? files : new DiskFiles(dataDir),
          workerUrl: labWorkerUrl,
          // One core stays with the window.
          workerCount: Math.max(1, availableParallelism() - 1),
        },
        course: new StoredCourse(dataDir === null ? files : new DiskFiles(dataDir)),
        wallNow: () => new Date(),
        playApart,
        historyBytes,
        ...(options.closedCasesKept === undefined ? {} : { closedCasesKept: options.closedCasesKept }),
        isKeptInMemory: dataDir === null,
        onBug: (error) => process.stderr.write(`${error instanceof Error ? error.stack : error}\n`),
        // A journal in memory need not be kept short: nothing reads it but a restart.
        ...(dataDir === null ? { saveAfterEntries: Number.POSITIVE_INFINITY } : {}),
        onClose: () => network.close(),
      },
      () => initial ?? library.sample(),
    );
  } catch (error) {
    network.close();
    throw error;
  }
}

/** A stage with a store, in memory, and a simulator around it. */
export async function openStoredStage(scenario: Scenario, transport: Transport): Promise<Stage> {
  const simulator = await openApart(scenario, transport);
  return { target: stepTarget(simulator.workspace), close: () => simulator.close() };
}

/** A simulator in memory with a scenario's definitions and none of its steps taken, in which nobody goes back. */
export const openApart = (scenario: Scenario, transport: Transport): Promise<Simulator> =>
  createApart({ ...scenario, steps: [] }, transport);

/** Takes all steps of a scenario in memory, without HTTP, and leaves what came of them. */
async function playApart(initial: Scenario) {
  const apart = await createApart(initial, 'direct');
  const { world, now } = apart.workspace;
  await apart.close();
  return { world, now };
}

/** A simulator that nobody goes back in. */
const createApart = (initial: Scenario, transport: Transport) =>
  createSimulator({ dataDir: null, callbackBase: null, transport, initial, historyBytes: 0 });
