/**
 * The server of a Playwright worker (src/kit): one process for all tests of the worker. Each test has a simulator in memory and a host at an
 * address of its own; both end when the next one begins. Ends when the worker does.
 */
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { version } from '../../package.json' with { type: 'json' };
import type { OpenAnswer, OpenRequest, ScenarioSource } from '../shared/kit-protocol.ts';
import { answerCallbacks } from './commands/answer-callbacks.ts';
import { openWorkspace } from './commands/open-workspace.ts';
import { LoopbackHost } from './hosts/loopback/server.ts';
import { type LoadedScenario, loadScenarios, type ReadScenario } from './scenario/load.ts';
import { formatProblem } from './scenario/problem.ts';
import { readIncluded } from './scenario/read-disk.ts';

const rendererDir = fileURLToPath(new URL('../renderer', import.meta.url));
const labWorkerUrl = new URL('./lab-worker.js', import.meta.url);
const scenarioWorkerUrl = new URL('./scenario-worker.js', import.meta.url);
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** Ends what was opened last. */
let close = nothing;
/** One after the other: two simulators would imitate the network at once. */
let turn: Promise<void> = Promise.resolve();

process.on('message', (request: OpenRequest) => {
  turn = turn.then(async () => {
    const answer: OpenAnswer = await open(request.scenario).then(
      (opened) => ({ id: request.id, ...opened }),
      (error: unknown) => ({ id: request.id, problem: inspect(error) }),
    );
    process.send?.(answer);
  });
});
process.once('disconnect', () => {
  void turn.then(close).finally(() => process.exit());
});

async function nothing(): Promise<void> {
  // Nothing is open.
}

async function open(source: ScenarioSource | null): Promise<{ address: string } | { problem: string }> {
  await close();
  close = nothing;
  const scenario = source === null ? null : read(source);
  if (scenario?.ok === false) return { problem: scenario.problems.map(formatProblem).join('\n') };
  const host = await LoopbackHost.listen({ port: 0, rendererDir, version, onError: (error) => say(inspect(error)) });
  close = () => host.close();
  const simulator = await openWorkspace({
    dataDir: null,
    callbackBase: host.origin,
    labWorkerUrl,
    scenarioWorkerUrl,
    scenario,
    onNotice: say,
  });
  close = async () => {
    await host.close();
    await simulator.close();
  };
  host.open(simulator, answerCallbacks(simulator));
  return { address: host.address };
}

/** The scenario, or the first of its examples. */
function read({ text, file, vars }: ScenarioSource): LoadedScenario {
  const options = { vars: new Map(Object.entries(vars)), readFile: readIncluded, knowsAllVars: true };
  const loaded = loadScenarios(text, file, options);
  return loaded.ok ? { ok: true, ...(loaded.scenarios[0] as ReadScenario) } : loaded;
}
