/** The interface for scripts, with a real simulator behind it, asked over HTTP. */
import { onTestFinished } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { LoopbackHost } from '../../src/main/hosts/loopback/server.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { OPENAPI_PATH } from '../../src/shared/host.ts';

export interface Api {
  readonly simulator: Simulator;
  readonly origin: string;
  readonly token: string;
  /** Asks below the API's path; a body is sent as JSON, and makes it a POST. */
  ask(path: string, body?: unknown): Promise<{ readonly status: number; readonly body: unknown }>;
}

/** Serves a workspace in memory, opened from a scenario file, until the test ends. */
export async function serving(scenario: string): Promise<Api> {
  const problems: unknown[] = [];
  const host = await LoopbackHost.listen({ port: 0, rendererDir: '.', version: '0', onError: (e) => problems.push(e) });
  const simulator = await createSimulator({ dataDir: null, callbackBase: host.origin, transport: 'direct' });
  onTestFinished(async () => {
    await host.close();
    await simulator.close();
    if (problems.length > 0) throw new AggregateError(problems, 'the server had problems');
  });
  const opened = await simulator.opener.openText('scenario.yaml', scenario);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problems));
  host.open(simulator, async () => Response.json({}));
  const token = new URL(host.address).searchParams.get('token') ?? '';
  const ask = async (path: string, body?: unknown) => {
    const authorization = `Bearer ${token}`;
    const posted =
      body === undefined
        ? { headers: { authorization } }
        : {
            method: 'POST',
            headers: { authorization, 'content-type': 'application/json' },
            body: JSON.stringify(body),
          };
    const response = await fetch(`${host.origin}${OPENAPI_PATH}${path}`, posted);
    return { status: response.status, body: await response.json() };
  };
  return { simulator, origin: host.origin, token, ask };
}
