/** What `npm run bench -- lab` measures: one model, by the Lab, by hand, in SimPy, by the runtime. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createSimulator } from '../src/main/create-simulator.ts';
import { runExperiment } from '../src/main/lab/run-experiment.ts';
import type { Transport } from '../src/main/scenario/transport.ts';
import { ENDINGS } from '../src/shared/lab.ts';
import { playByHeap, playByLoop } from './hand-written.ts';
import {
  check,
  EXPERIMENT,
  FAIL_RATE,
  MEAN_RESPONSE_MS,
  MODEL,
  type Played,
  RESPONSE_WITHIN_MS,
  RETRY_INTERVALS_MS,
  SUCCESS_RATE,
} from './lab-model.ts';
import type { Row } from './rows.ts';

const WORKER = new URL('../src/main/lab-worker.ts', import.meta.url);
const LAB_COUNT = 30_000_000;
const LOOP_COUNT = 60_000_000;
const HEAP_COUNT = 10_000_000;
const SIMPY_COUNT = 50_000;
const DIRECT_COUNT = 20_000;
const HTTP_COUNT = 5_000;

/** The Lab with this many workers; starting them is part of it. */
const lab =
  (workerCount: number, trialCount = LAB_COUNT) =>
  async () =>
  async () => {
    const { result } = await runExperiment({
      experiment: EXPERIMENT,
      from: 0,
      to: trialCount,
      workerCount,
      workerUrl: WORKER,
    });
    const of = (ending: (typeof ENDINGS)[number]) => result.tallies[0]?.endings[ENDINGS.indexOf(ending)] ?? 0;
    check(trialCount, {
      done: of('Done Successfully'),
      escalated: of('Not Done Successfully'),
      refused: of('To Do: Updated by Integration'),
      timedOut: of('To Do: Timeout'),
    });
    return trialCount;
  };

const byHand = (play: (count: number) => Played, count: number) => async () => {
  // Compiled before it is measured, as the Lab's figures hold its own compiling.
  check(1_000_000, play(1_000_000));
  return async () => {
    check(count, play(count));
    return count;
  };
};

/** A Python that has SimPy: the first on the path, or Debian's own, for which `python3-simpy3` installs; `undefined` without. */
export const pythonWithSimpy = () =>
  ['python3', '/usr/bin/python3'].find((python) => spawnSync(python, ['-c', 'import simpy']).status === 0);

const simpy = async () => {
  const python = pythonWithSimpy() ?? 'python3';
  const model = [SIMPY_COUNT, FAIL_RATE, SUCCESS_RATE, RETRY_INTERVALS_MS, MEAN_RESPONSE_MS, RESPONSE_WITHIN_MS];
  const script = `${import.meta.dirname}/simpy_model.py`;
  return async () => {
    const output = execFileSync(python, [script, JSON.stringify(model)], { encoding: 'utf8' });
    const { wallMs, played } = JSON.parse(output) as { wallMs: number; played: Played };
    check(SIMPY_COUNT, played);
    // Without the start of the interpreter.
    return { count: SIMPY_COUNT, wallMs };
  };
};

const runtime = (transport: Transport, count: number) => async () => {
  const simulator = await createSimulator({
    dataDir: null,
    callbackBase: null,
    transport,
    initial: MODEL,
    historyBytes: 0,
  });
  return async () => {
    await simulator.workspace.acts.act({ type: 'launchCases', caseType: 'payment', count });
    await simulator.clock.untilIdle();
    const actions = [...simulator.workspace.world.actions.values()];
    const having = (reason: string | null, resolution: string | null) =>
      actions.filter((each) => each.resolutionMethod === resolution && (reason === null || each.reason === reason))
        .length;
    check(count, {
      done: having(null, 'Done Successfully'),
      escalated: having(null, 'Not Done Successfully'),
      refused: having('Updated by Integration', null),
      timedOut: having('Timeout', null),
    });
    return count;
  };
};

export const LAB_ROWS: Readonly<Record<string, Row>> = {
  'lab-1': { title: 'the Lab, one worker', unit: 'Actions', prepare: lab(1) },
  'lab-2': { title: 'the Lab, two workers', unit: 'Actions', prepare: lab(2) },
  loop: { title: 'a loop by hand, no queue', unit: 'Actions', prepare: byHand(playByLoop, LOOP_COUNT) },
  heap: { title: 'a loop by hand with a heap', unit: 'Actions', prepare: byHand(playByHeap, HEAP_COUNT) },
  simpy: { title: 'SimPy', unit: 'Actions', prepare: simpy },
  direct: { title: 'the runtime, direct', unit: 'Actions', prepare: runtime('direct', DIRECT_COUNT) },
  http: { title: 'the runtime, over HTTP', unit: 'Actions', prepare: runtime('http', HTTP_COUNT) },
};

/** `npm run bench -- lab-memory`: the Lab's memory must not grow with the number of trials. */
export const LAB_MEMORY_ROWS: Readonly<Record<string, Row>> = Object.fromEntries(
  [100_000, 1_000_000, 10_000_000].map((count) => [
    `lab-${count}`,
    { title: `the Lab, ${count.toLocaleString('en')} trials`, unit: 'Actions', prepare: lab(1, count) },
  ]),
);
