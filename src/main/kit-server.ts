/**
 * The server of a Playwright worker (src/kit): one process for all tests of the worker. Each test has a simulator in memory and a host at an
 * address of its own; both end when the next one begins. Ends when the worker does.
 */
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import { version } from '../../package.json' with { type: 'json' };
import type { KitAnswer, KitRequest, ScenarioSource } from '../shared/kit-protocol.ts';
import { answerCallbacks } from './commands/answer-callbacks.ts';
import { openWorkspace } from './commands/open-workspace.ts';
import { LoopbackHost } from './hosts/loopback/server.ts';
import type { ComposeOptions } from './scenario/compose.ts';
import { loadScenario } from './scenario/load.ts';
import { formatProblem, type Problem } from './scenario/problem.ts';
import { readIncluded } from './scenario/read-disk.ts';
import { wholeText } from './scenario/whole.ts';

const rendererDir = fileURLToPath(new URL('../renderer', import.meta.url));
const labWorkerUrl = new URL('./lab-worker.js', import.meta.url);
const scenarioWorkerUrl = new URL('./scenario-worker.js', import.meta.url);
const say = (sentence: string) => process.stderr.write(`${sentence}\n`);

/** Ends what was opened last. */
let close = nothing;
/** One after the other: two simulators would imitate the network at once. */
let turn: Promise<void> = Promise.resolve();

process.on('message', (request: KitRequest) => {
  turn = turn.then(async () => {
    const { id } = request;
    const answer: KitAnswer = await (request.ask === 'open' ? open(request.scenario) : whole(request.scenario)).then(
      (said) => ({ id, ...said }),
      (error: unknown) => ({ id, problem: inspect(error) }),
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

type Said = { readonly said: string } | { readonly problem: string };

async function open(source: ScenarioSource | null): Promise<Said> {
  await close();
  close = nothing;
  const scenario = source === null ? null : loadScenario(source.text, source.file, optionsOf(source));
  if (scenario?.ok === false) return wrong(scenario.problems);
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
  return { said: host.address };
}

async function whole(source: ScenarioSource): Promise<Said> {
  const read = wholeText(source.text, source.file, optionsOf(source));
  return read.ok ? { said: read.text } : wrong(read.problems);
}

const optionsOf = ({ vars }: ScenarioSource): ComposeOptions => ({
  vars: new Map(Object.entries(vars)),
  readFile: readIncluded,
  knowsAllVars: true,
});

const wrong = (problems: readonly Problem[]) => ({ problem: problems.map(formatProblem).join('\n') });
