/** Where callback secrets come from: in the app from a key of the workspace's own, in runs of scenarios from the seed. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openWorkspace } from '../../src/main/commands/open-workspace.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { encodeToken } from '../../src/shared/callback-token.ts';

let dir: string;
let open: Simulator[];

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'trigger-lab-secrets-'));
  open = [];
});
afterEach(async () => {
  for (const simulator of open) await simulator.close();
  await rm(dir, { recursive: true, force: true });
});

/** As the app opens it: with the sample workspace, where nothing is stored. */
async function app(folder: string): Promise<Simulator> {
  const simulator = await openWorkspace({
    dataDir: join(dir, folder),
    callbackBase: null,
    labWorkerUrl: new URL('../../src/main/lab-worker.ts', import.meta.url),
    scenario: null,
    onNotice: () => undefined,
  });
  open.push(simulator);
  return simulator;
}

/** As before there were keys, and as scenarios are run. */
async function seeded(folder: string): Promise<Simulator> {
  const simulator = await createSimulator({ dataDir: join(dir, folder), callbackBase: null, transport: 'direct' });
  open.push(simulator);
  return simulator;
}

async function close(simulator: Simulator): Promise<void> {
  open.splice(open.indexOf(simulator), 1);
  await simulator.close();
}

/** Every token of the workspace, by its Action. */
const tokens = ({ workspace: { world } }: Simulator) =>
  new Map(
    [...world.actions.values()].flatMap(({ ref, token }) => (token === undefined ? [] : [[ref, token] as const])),
  );

/** The same, were they made with that key. */
const madeWith = (simulator: Simulator, key: string | null) =>
  new Map([...tokens(simulator).keys()].map((ref) => [ref, encodeToken(simulator.workspace.world.seed, ref, key)]));

it('of the app are not to be told from the scenario: two sample workspaces share none', async () => {
  const [first, second] = [await app('first'), await app('second')];
  expect(tokens(first).size).toBeGreaterThan(3);
  expect([...tokens(first).keys()]).toEqual([...tokens(second).keys()]);
  const others = new Set([...tokens(second).values(), ...madeWith(first, null).values()]);
  expect([...tokens(first).values()].filter((token) => others.has(token))).toEqual([]);
  expect(tokens(first)).toEqual(madeWith(first, first.workspace.world.callbackKey));
});

it('go on after a restart, after the machine lost power, and after going back', async () => {
  const before = await app('data');
  const { callbackKey } = before.workspace.world;
  expect(callbackKey).toMatch(/^[0-9a-f]{64}$/);
  const known = tokens(before);
  await before.workspace.acts.act({ type: 'relaunch', action: 'INV-1002/post-quickly', by: 'dana' });
  const relaunched = tokens(before);
  expect(relaunched.size).toBe(known.size + 1);
  await cp(join(dir, 'data'), join(dir, 'crashed'), {
    recursive: true,
    filter: (path) => !path.includes('.lock'),
  });
  const crashed = await app('crashed');
  expect(crashed.workspace.world.callbackKey).toBe(callbackKey);
  expect(tokens(crashed)).toEqual(relaunched);

  await before.history.back();
  expect(before.workspace.world.callbackKey).toBe(callbackKey);
  expect(tokens(before)).toEqual(known);
  await close(before);
  const again = await app('data');
  expect(again.workspace.world.callbackKey).toBe(callbackKey);
  await again.workspace.acts.act({ type: 'relaunch', action: 'INV-1002/post-quickly', by: 'dana' });
  expect(tokens(again)).toEqual(relaunched);
});

it('of another workspace come from another key', async () => {
  const simulator = await app('data');
  const { callbackKey } = simulator.workspace.world;
  await simulator.opener.openSample();
  expect(simulator.workspace.world.callbackKey).toMatch(/^[0-9a-f]{64}$/);
  expect(simulator.workspace.world.callbackKey).not.toBe(callbackKey);
});

it('that an earlier version gave stay good; later ones come from a key that the workspace gets when it is opened', async () => {
  const before = await seeded('data');
  const known = tokens(before);
  expect(known).toEqual(madeWith(before, null));
  await close(before);

  const simulator = await app('data');
  expect(tokens(simulator)).toEqual(known);
  const { callbackKey } = simulator.workspace.world;
  await simulator.workspace.acts.act({ type: 'relaunch', action: 'INV-1002/post-quickly', by: 'dana' });
  const token = tokens(simulator).get('INV-1002/post-quickly/2');
  expect(token).toBe(encodeToken(simulator.workspace.world.seed, 'INV-1002/post-quickly/2', callbackKey));
  await close(simulator);
  const again = await app('data');
  expect(again.workspace.world.callbackKey).toBe(callbackKey);
  expect(tokens(again).get('INV-1002/post-quickly/2')).toBe(token);
});
