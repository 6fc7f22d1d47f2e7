/** `trigger-lab serve`: the app for a browser, until a signal ends it. */
import { once } from 'node:events';
import { inspect } from 'node:util';
import { StoreFailure } from '../../shared/store-failure.ts';
import { LoopbackHost, PortError } from '../hosts/loopback/server.ts';
import type { LoadedExample } from '../scenario/load-aside.ts';
import { formatProblem } from '../scenario/problem.ts';
import type { Simulator } from '../simulator.ts';
import { StoreRefusal } from '../store/refusal.ts';
import { answerCallbacks } from './answer-callbacks.ts';
import { EXIT, type ExitStatus } from './exit-status.ts';
import { loadFileAside } from './files.ts';
import { type OpenedBrowser, openBrowser } from './open-browser.ts';
import { openWorkspace } from './open-workspace.ts';
import { parseServeArgs, SERVE_USAGE, type ServeOptions } from './serve-options.ts';

export interface ServeContext {
  readonly args: readonly string[];
  /** The folder of the built page. */
  readonly rendererDir: string;
  readonly version: string;
  /** The file that the Lab's worker threads run. */
  readonly labWorkerUrl: URL;
  /** The file that the threads run which load long scenario texts; left out, they are loaded in this one. */
  readonly scenarioWorkerUrl?: URL;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
  /** Aborts when it is to end. */
  readonly stop: AbortSignal;
}

type Loaded = Extract<LoadedExample, { ok: true }>;

/** Resolves to the exit status once everything is saved and closed. */
export async function serve(context: ServeContext): Promise<ExitStatus> {
  const { stderr, stop, scenarioWorkerUrl: workerUrl = null } = context;
  const options = parseServeArgs(context.args);
  if ('wrong' in options) {
    stderr(`trigger-lab serve: ${options.wrong}`);
    stderr(SERVE_USAGE);
    return EXIT.wrongUsage;
  }
  const scenario =
    options.scenario === null ? null : await loadFileAside(options.scenario, { workerUrl, signal: stop });
  if (scenario?.ok === false) {
    for (const problem of scenario.problems) stderr(formatProblem(problem));
    return EXIT.invalidFile;
  }
  try {
    await serveUntilStopped(options, scenario, context);
    return EXIT.passed;
  } catch (error) {
    const isExpected = error instanceof PortError || error instanceof StoreRefusal || error instanceof StoreFailure;
    stderr(`trigger-lab serve: ${isExpected ? error.message : inspect(error)}`);
    return EXIT.internalError;
  }
}

async function serveUntilStopped(options: ServeOptions, scenario: Loaded | null, context: ServeContext): Promise<void> {
  const { rendererDir, version, labWorkerUrl, scenarioWorkerUrl, stop, stdout, stderr } = context;
  const onError = (error: unknown) => stderr(`trigger-lab serve: ${inspect(error)}`);
  const host = await LoopbackHost.listen({ port: options.port, rendererDir, version, onError });
  let simulator: Simulator | undefined;
  let browser: OpenedBrowser | undefined;
  try {
    simulator = await openWorkspace({
      dataDir: options.dataDir,
      callbackBase: host.origin,
      labWorkerUrl,
      scenarioWorkerUrl,
      scenario,
      onNotice: (sentence) => stderr(`trigger-lab serve: ${sentence}`),
    });
    host.open(simulator, answerCallbacks(simulator));
    if (stop.aborted) return;
    stdout(`Trigger Lab at ${host.address}`);
    if (options.opensBrowser) {
      browser = await openBrowser(host.address);
      void host.entered.then(browser.forget).catch(onError);
    }
    if (!stop.aborted) await once(stop, 'abort');
  } finally {
    await browser?.forget().catch(onError);
    // First new requests are refused, then everything requested before is saved.
    await host.close();
    await simulator?.close();
  }
}
