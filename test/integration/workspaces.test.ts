/** Several workspaces in one data folder: opening, naming, copying, deleting and returning, by the door that windows use. */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { createRouter } from '../../src/main/hosts/router.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { DEFINITIONS, doSomething, simulatorOn } from '../support/workspaces-on.ts';

const clientOf = (simulator: Simulator) =>
  createRouterClient(
    createRouter(simulator, {
      onBug: (error) => {
        throw error;
      },
    }),
  );

async function onDisk(dataDir: string) {
  const simulator = await createSimulator({ dataDir, callbackBase: null, transport: 'direct' });
  onTestFinished(() => simulator.close());
  return { simulator, client: clientOf(simulator) };
}

async function inMemory(files = new MemoryFiles()) {
  const simulator = await simulatorOn(files);
  onTestFinished(() => simulator.close());
  return { simulator, client: clientOf(simulator), files };
}

const worldOf = ({ workspace }: Simulator) => worldToJson(workspace.world);
const FILE = { fileName: 'second.yaml', text: JSON.stringify({ ...DEFINITIONS, title: 'Second' }) };

test('a scenario opens beside the current workspace, and both are as they were after a restart', async () => {
  const folder = await temporaryFolder();
  const { simulator, client } = await onDisk(folder);
  const sample = { title: simulator.workspace.title, world: worldOf(simulator) };
  await client.scenarios.openText({ ...FILE, keepsCurrent: true });
  await doSomething(simulator, 3);
  const second = worldOf(simulator);
  expect(await client.workspaces.list()).toMatchObject([
    { name: 'Second', isOpen: true, caseCount: 3 },
    { id: 'first', name: sample.title, isOpen: false },
  ]);
  await simulator.close();

  const { simulator: again, client: asked } = await onDisk(folder);
  expect(again.workspace.recovered).toEqual([]);
  expect(again.workspace.title).toBe('Second');
  expect(worldOf(again)).toEqual(second);
  await asked.workspaces.open({ id: 'first' });
  expect(again.workspace.title).toBe(sample.title);
  expect(worldOf(again)).toEqual(sample.world);
});

test('a workspace that only its journal holds is whole when one returns to it', async () => {
  const { simulator, client } = await inMemory();
  await doSomething(simulator, 2);
  const before = worldOf(simulator);
  await client.workspace.openEmpty({ keepsCurrent: true });
  expect(simulator.workspace.world.cases.size).toBe(0);
  await client.workspaces.open({ id: 'first' });
  expect(worldOf(simulator)).toEqual(before);
  // It goes on where it was, also over a restart from its store.
  await doSomething(simulator, 1);
  await simulator.workspace.restart();
  expect(simulator.workspace.world.cases.size).toBe(3);
});

describe('the way back', () => {
  test('leads to the workspace that was open, and is offered until it is taken or dismissed', async () => {
    const { simulator, client, files } = await inMemory();
    expect(simulator.switcher.wayBack).toBeNull();
    await client.scenarios.openText({ ...FILE, keepsCurrent: true });
    expect(simulator.switcher.wayBack).toMatchObject({ name: 'First' });
    await simulator.close();

    const { simulator: again, client: asked } = await inMemory(files);
    expect(again.switcher.wayBack).toMatchObject({ name: 'First' });
    expect(await asked.workspaces.back()).toMatchObject({ moved: true });
    expect(again.workspace.title).toBe('First');
    expect(again.switcher.wayBack).toBeNull();
    expect(await asked.workspaces.back()).toMatchObject({ moved: false });

    await asked.workspace.openEmpty({ keepsCurrent: true });
    await asked.workspaces.stay();
    expect(again.switcher.wayBack).toBeNull();
  });

  test('leads to what was replaced, with everything that was done after its last save', async () => {
    const { simulator, client } = await inMemory();
    await doSomething(simulator, 2);
    const before = worldOf(simulator);
    await client.workspace.openEmpty();
    expect(simulator.workspace.title).toBe('Empty workspace');
    expect(simulator.switcher.wayBack).toMatchObject({ name: 'First' });
    await client.workspaces.back();
    expect(worldOf(simulator)).toEqual(before);
    expect(simulator.switcher.wayBack).toBeNull();
  });

  test('is not offered any more where Go back has led there', async () => {
    const { simulator, client } = await inMemory();
    await client.workspace.openEmpty();
    await client.clock.back();
    expect(simulator.workspace.title).toBe('First');
    expect(simulator.switcher.wayBack).toBeNull();
  });

  test('Go back never leads into another workspace', async () => {
    const { simulator, client } = await inMemory();
    await doSomething(simulator);
    await client.workspace.openEmpty();
    await client.workspaces.open({ id: (await client.workspaces.duplicate({ id: 'first' })).id });
    expect(simulator.workspace.title).toBe('Empty workspace copy');
    expect(await client.clock.back()).toMatchObject({ moved: false });
    expect(simulator.workspace.title).toBe('Empty workspace copy');
  });
});

test('a scenario in which nothing was done gives way to the next; one that was played stays', async () => {
  const { simulator, client } = await inMemory();
  const played = { ...DEFINITIONS, steps: [{ say: 'Look' }] };
  const open = (title: string) =>
    client.scenarios.openText({
      fileName: 'a.yaml',
      text: JSON.stringify({ ...played, title }),
      keepsCurrent: true,
    });
  await open('A');
  await open('B');
  expect((await client.workspaces.list()).map(({ name }) => name).sort()).toEqual(['B', 'First']);
  expect(simulator.switcher.wayBack).toMatchObject({ name: 'First' });
  await client.scenarios.step();
  await open('B');
  expect((await client.workspaces.list()).map(({ name }) => name).sort()).toEqual(['B', 'B 2', 'First']);
});

describe('a name', () => {
  test('can be changed, of the open workspace and of others, for good', async () => {
    const { simulator, client, files } = await inMemory();
    await doSomething(simulator);
    const before = worldOf(simulator);
    await client.workspace.openEmpty({ keepsCurrent: true });
    await client.workspaces.rename({ id: 'first', name: '  Invoices  ' });
    await client.workspaces.rename({ id: simulator.switcher.openId, name: 'Trials' });
    expect(simulator.workspace.title).toBe('Trials');
    expect(simulator.switcher.wayBack).toMatchObject({ name: 'Invoices' });
    await simulator.close();

    const { simulator: again, client: asked } = await inMemory(files);
    expect((await asked.workspaces.list()).map(({ name }) => name)).toEqual(['Trials', 'Invoices']);
    await asked.workspaces.open({ id: 'first' });
    expect(worldOf(again)).toEqual(before);
    expect(again.exportScenario()).toMatchObject({ fileName: 'invoices.yaml' });
  });

  test('uses up no backup', async () => {
    const { client } = await inMemory();
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) await client.workspaces.rename({ id: 'first', name });
    expect((await client.workspace.backups()).map(({ title }) => title)).toEqual(['F']);
  });

  test('is refused where another workspace has it, or where it is empty or too long', async () => {
    const { client } = await inMemory();
    await client.workspace.openEmpty({ keepsCurrent: true });
    await expect(client.workspaces.rename({ id: 'first', name: 'Empty workspace' })).rejects.toThrow(
      'There is already a workspace “Empty workspace”: expected another name.',
    );
    await expect(client.workspaces.rename({ id: 'first', name: '  ' })).rejects.toMatchObject({ status: 400 });
    await expect(client.workspaces.rename({ id: 'first', name: 'x'.repeat(101) })).rejects.toMatchObject({
      status: 400,
    });
  });
});

test('a copy is as the original, and goes its own way', async () => {
  const { simulator, client } = await inMemory();
  await doSomething(simulator, 2);
  const original = worldOf(simulator);
  const copy = await client.workspaces.duplicate({ id: 'first' });
  expect(copy.name).toBe('First copy');
  expect(simulator.workspace.title).toBe('First');
  await client.workspaces.open({ id: copy.id });
  expect(worldOf(simulator)).toEqual(original);
  await doSomething(simulator);
  // Of one that is not open, too.
  expect(await client.workspaces.duplicate({ id: 'first' })).toMatchObject({ name: 'First copy 2' });
  await client.workspaces.open({ id: 'first' });
  expect(worldOf(simulator)).toEqual(original);
  const listed = await client.workspaces.list();
  expect(Object.fromEntries(listed.map(({ name, caseCount }) => [name, caseCount]))).toEqual({
    First: 2,
    'First copy': 3,
    'First copy 2': 2,
  });
});

describe('deleting', () => {
  test('moves a workspace aside, with all it has, where it can be opened again', async () => {
    const folder = await temporaryFolder();
    const { simulator, client } = await onDisk(folder);
    const sample = worldOf(simulator);
    await client.scenarios.openText({ ...FILE, keepsCurrent: true });
    const second = simulator.switcher.openId;
    await expect(client.workspaces.remove({ id: second })).rejects.toThrow(
      '“Second” is open: open another workspace first, then delete it.',
    );
    await client.workspaces.remove({ id: 'first' });
    expect((await client.workspaces.list()).map(({ name }) => name)).toEqual(['Second']);
    expect(simulator.switcher.wayBack).toBeNull();
    expect(await readdir(folder)).not.toContain('workspace.json');
    await expect(client.workspaces.open({ id: 'first' })).rejects.toMatchObject({ status: 404 });
    await simulator.close();

    const { simulator: aside } = await onDisk(join(folder, 'deleted', 'first'));
    expect(worldOf(aside)).toEqual(sample);
    await aside.close();

    const { simulator: again, client: asked } = await onDisk(folder);
    expect(again.workspace.title).toBe('Second');
    // An earlier version may have begun another first one meanwhile.
    await mkdir(join(folder, 'deleted', 'first-2'));
    await asked.workspace.openEmpty({ keepsCurrent: true });
    await asked.workspaces.remove({ id: second });
    expect(await readdir(join(folder, 'workspaces'))).toEqual([again.switcher.openId]);
    expect(await readdir(join(folder, 'deleted'))).toContain(second);
  });

  test('says where there is no such workspace', async () => {
    const { client } = await inMemory();
    const id = '6b0b1f62-5d0c-4a53-9a3c-0d8f2a9e7b11';
    for (const call of ['open', 'duplicate', 'remove'] as const) {
      await expect(client.workspaces[call]({ id })).rejects.toThrow('There is no such workspace.');
    }
    await expect(client.workspaces.rename({ id, name: 'X' })).rejects.toThrow('There is no such workspace.');
    await expect(client.workspaces.open({ id: '../../etc' })).rejects.toMatchObject({ status: 400 });
  });
});

describe('a data folder', () => {
  test('of an earlier version is its first workspace, and has no index until there is another', async () => {
    const folder = await temporaryFolder();
    const { simulator, client } = await onDisk(folder);
    expect(await client.workspaces.list()).toMatchObject([{ id: 'first', name: 'Sample workspace', isOpen: true }]);
    await simulator.close();
    expect(await readdir(folder)).not.toContain('workspaces.json');
  });

  test('whose index is damaged keeps every workspace, and says so', async () => {
    const folder = await temporaryFolder();
    const { simulator, client } = await onDisk(folder);
    await client.scenarios.openText({ ...FILE, keepsCurrent: true });
    await simulator.close();
    await writeFile(join(folder, 'workspaces.json'), '{"version":1,"open":"../x"}');

    const { simulator: again, client: asked } = await onDisk(folder);
    expect(again.workspace.recovered).toEqual([
      expect.stringMatching(
        /^Which workspace was open could not be read \(workspaces\.json: at open: .*\); no workspace is lost\. The file was moved to workspaces\.damaged-.*\.json\.$/,
      ),
    ]);
    expect((await asked.workspaces.list()).map(({ name }) => name)).toEqual(['Sample workspace', 'Second']);
  });

  test('whose index a later version wrote is refused, and left as it is', async () => {
    const folder = await temporaryFolder();
    const { simulator } = await onDisk(folder);
    await simulator.close();
    await writeFile(join(folder, 'workspaces.json'), '{"version":2}');
    await expect(createSimulator({ dataDir: folder, callbackBase: null, transport: 'direct' })).rejects.toThrow(
      /were written by a later version of Trigger Lab \(workspaces\.json: found version 2, expected at most 1\)/,
    );
    await rm(join(folder, 'workspaces.json'));
    expect((await onDisk(folder)).simulator.workspace.title).toBe('Sample workspace');
  });

  test('whose open workspace is gone opens the one that was saved last', async () => {
    const folder = await temporaryFolder();
    const { simulator, client } = await onDisk(folder);
    await client.scenarios.openText({ ...FILE, keepsCurrent: true });
    await simulator.close();
    await rename(join(folder, 'workspaces'), join(folder, 'elsewhere'));
    expect((await onDisk(folder)).simulator.workspace.title).toBe('Sample workspace');
  });

  test('is one process’s, whichever workspace is open', async () => {
    const folder = await temporaryFolder();
    const { simulator, client } = await onDisk(folder);
    await client.scenarios.openText({ ...FILE, keepsCurrent: true });
    await expect(createSimulator({ dataDir: folder, callbackBase: null, transport: 'direct' })).rejects.toThrow(
      /is open in this same process/,
    );
    await simulator.workspace.restart();
    await simulator.close();
    await (await onDisk(folder)).simulator.close();
    expect(await readdir(folder)).not.toContain('workspace.lock');
  });
});

test('a workspace that cannot be read is listed with why, and opening it leaves the current one open', async () => {
  const folder = await temporaryFolder();
  const { simulator, client } = await onDisk(folder);
  await client.scenarios.openText({ ...FILE, keepsCurrent: true });
  const { openId } = simulator.switcher;
  await client.workspaces.open({ id: 'first' });
  await writeFile(join(folder, 'workspaces', openId, 'workspace.json'), '{"schemaVersion":99,"document":{}}');
  const listed = await client.workspaces.list();
  expect(listed.find(({ id }) => id === openId)?.problem).toMatch(/version 99/);
  await expect(client.workspaces.open({ id: openId })).rejects.toThrow(/later version of Trigger Lab/);
  expect(simulator.workspace.title).toBe('Sample workspace');
  await doSomethingInSample(simulator);
});

/** The sample has its own Case types; any will do. */
async function doSomethingInSample({ workspace }: Simulator) {
  const [caseType = ''] = workspace.world.caseTypes.keys();
  expect(await workspace.acts.act({ type: 'launchCases', caseType, count: 1 })).toMatchObject({ rejected: false });
}
