import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { handleCallback } from '../../src/main/network/callback-endpoint.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { withWrongSecret } from '../../src/shared/callback-token.ts';
import { scenario } from '../../src/shared/scenario.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const COUNT = 480;
const MARK = 'of-a-stranger';
const INITIAL = z.decode(scenario, {
  users: { dana: {} },
  externalApis: { erp: { url: 'https://erp.example.test/' } },
  actionTypes: { post: { externalApi: 'erp' } },
  cases: { C1: { owner: 'dana', process: ['post'] } },
  steps: [{ launch: { case: 'C1' } }],
});
const ACTION = 'C1/post';
const bodyOf = (index: number) =>
  JSON.stringify({ outcome: 'unsuccessful', reason: `${index} ${MARK}`, data: { blob: MARK.padEnd(1_000_000, 'x') } });

async function deliver(simulator: Simulator, token: string, body: string): Promise<number> {
  const request = new Request('http://127.0.0.1/callbacks/x', { method: 'POST', body });
  const reply = await handleCallback(
    request,
    token,
    (ref) => simulator.workspace.world.actions.get(ref)?.token,
    (ref, delivery) => simulator.workspace.acts.receiveCallback(ref, delivery),
  );
  return reply.status;
}

describe.each([
  ['with a wrong token', 401, (token: string) => withWrongSecret(token)],
  ['that come too late', 409, (token: string) => token],
])(`${COUNT} deliveries of 1 MB %s`, (_, status, tokenOf) => {
  it('leave world, journal and document small, and the workspace opens as it was', async () => {
    const dataDir = await temporaryFolder();
    const options = { dataDir, callbackBase: null, transport: 'direct', initial: INITIAL } as const;
    const simulator = await createSimulator(options);
    if (status === 409) await simulator.workspace.acts.act({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    const token = simulator.workspace.world.actions.get(ACTION)?.token ?? '';
    for (let index = 0; index < COUNT; index += 1) {
      expect(await deliver(simulator, tokenOf(token), bodyOf(index))).toBe(status);
    }
    const world = JSON.stringify(worldToJson(simulator.workspace.world));
    expect(world.length).toBeLessThan(250_000);
    const journal = await readFile(join(dataDir, 'journal.ndjson'), 'utf8');
    expect(journal.length, 'no more than 4 KB of each').toBeLessThan(COUNT * 4_500);
    if (status === 401) expect(`${world}${journal}`).not.toContain(MARK);
    expect(simulator.workspace.world.actions.get(ACTION)?.unheededResponses).toBe(COUNT);
    await simulator.close();
    const again = await createSimulator(options);
    expect(again.workspace.recovered).toEqual([]);
    expect(JSON.stringify(worldToJson(again.workspace.world))).toBe(world);
    await again.close();
  }, 60_000);
});
