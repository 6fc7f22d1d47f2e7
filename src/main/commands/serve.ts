/** `trigger-lab serve`: the app for a browser, until a signal ends it. */
import { readFile } from 'node:fs/promises';
import { createSimulator } from '../create-simulator.ts';
import { LoopbackHost, PortError } from '../hosts/loopback/server.ts';
import { handleCallback } from '../network/callback-endpoint.ts';
import { formatProblem } from '../scenario/problem.ts';
import type { Simulator } from '../simulator.ts';
import { StoreRefusal } from '../store/refusal.ts';
import { openBrowser } from './open-browser.ts';
import { parseServeArgs, SERVE_USAGE, type ServeOptions } from './serve-options.ts';

export interface ServeContext {
  readonly args: readonly string[];
  /** Where the built page lies. */
  readonly rendererDir: string;
  readonly version: string;
  readonly stdout: (line: string) => void;
  readonly stderr: (line: string) => void;
  /** Aborts when it is to end. */
  readonly stop: AbortSignal;
}

const SUCCESS = 0;
const INVALID_FILE = 2;
const WRONG_USAGE = 3;
const FAILED = 4;

/** Resolves to the exit status once everything is saved and closed. */
export async function serve(context: ServeContext): Promise<number> {
  const { stderr } = context;
  const options = parseServeArgs(context.args);
  if ('wrong' in options) {
    stderr(`trigger-lab serve: ${options.wrong}`);
    stderr(SERVE_USAGE);
    return WRONG_USAGE;
  }
  try {
    return await serveWith(options, context);
  } catch (error) {
    if (!(error instanceof PortError || error instanceof StoreRefusal)) throw error;
    stderr(`trigger-lab serve: ${error.message}`);
    return FAILED;
  }
}

async function serveWith(options: ServeOptions, context: ServeContext): Promise<number> {
  const { rendererDir, version, stderr } = context;
  const onError = (error: unknown) => stderr(`trigger-lab serve: ${error instanceof Error ? error.stack : error}`);
  const host = await LoopbackHost.listen({ port: options.port, rendererDir, version, onError });
  let simulator: Simulator | undefined;
  try {
    const { dataDir } = options;
    simulator = await createSimulator({ dataDir, callbackBase: host.origin, transport: 'http' });
    return await serveSimulator(simulator, host, options, context);
  } finally {
    // First nobody can ask for anything any more, then what was asked for is saved.
    await host.close();
    await simulator?.close();
  }
}

async function serveSimulator(
  simulator: Simulator,
  host: LoopbackHost,
  { scenario, opensBrowser }: ServeOptions,
  { stop, stdout, stderr }: ServeContext,
): Promise<number> {
  for (const sentence of simulator.recovered) stderr(`trigger-lab serve: ${sentence}`);
  if (scenario !== null) {
    const problems = await openScenario(simulator, scenario);
    for (const problem of problems) stderr(problem);
    if (problems.length > 0) return INVALID_FILE;
  }
  host.open(simulator, (request, token) =>
    handleCallback(
      request,
      token,
      (actionRef) => simulator.world.actions.get(actionRef)?.token,
      (actionRef, delivery) => simulator.receiveCallback(actionRef, delivery),
    ),
  );
  if (!stop.aborted) {
    stdout(`Trigger Lab at ${host.address}`);
    if (opensBrowser) openBrowser(host.address);
    await new Promise<void>((resolve) => {
      stop.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  return SUCCESS;
}

/** What is wrong with the file, a line each. */
async function openScenario(simulator: Simulator, file: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return [`${file}:1:1: $: cannot be read: ${(error as Error).message}`];
  }
  const opened = await simulator.openText(file, text);
  return opened.ok ? [] : opened.problems.map(formatProblem);
}
