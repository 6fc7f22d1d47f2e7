/** *Erase everything*: what goes, what stays, and what is there when the disk fails or the process ends in the middle. */
import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { LESSON_TAG, type ScenarioText } from '../../src/shared/scenario.ts';
import { Crash, CrashingFiles, type CrashPoint } from '../support/crashing-files.ts';
import { FailingFiles } from '../support/failing-files.ts';
import { folderOfVersion3, folderOfVersion4 } from '../support/older-workspace.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { doSomething, simulatorOn } from '../support/workspaces-on.ts';

const SAMPLE: ScenarioText = { title: 'Sample', users: { new: {} } };
const RUN = 'runs/00000000-0000-4000-8000-000000000000.json';
/** Of somebody else, beside ours and among it. */
const FOREIGN = ['notes.txt', 'parts/notes.txt', 'window/curtains.txt', 'runs/mine.json'];

/** Two workspaces, one that was deleted, a future that was left, a run, a lesson played to its end, and files of somebody else. */
async function lived(files: MemoryFiles): Promise<void> {
  const simulator = await simulatorOn(files, SAMPLE);
  await doSomething(simulator, 1);
  await simulator.history.back();
  await doSomething(simulator, 2);
  const { switcher } = simulator;
  for (let copies = 0; copies < 2; copies += 1) await switcher.duplicate('first');
  const [, copy] = await switcher.list();
  await switcher.remove(copy?.id ?? '');
  await simulator.close();
  await files.writeAtomically(RUN, '{}');
  await files.writeAtomically('lessons.json', '{}');
  await files.writeAtomically('workspaces.damaged-2026-01-05T09-00-00-000Z.json', '{}');
  for (const name of FOREIGN) await files.writeAtomically(name, name);
}

async function namesIn(files: MemoryFiles, folder = ''): Promise<string[]> {
  const entries = await files.entries(folder);
  const within = entries.map(async ({ name, kind }) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    return kind === 'folder' ? namesIn(files, path) : [path];
  });
  return (await Promise.all(within)).flat().sort();
}

/** Every file is somebody else's, the index, or of the one workspace that was kept. */
async function expectErased(files: MemoryFiles): Promise<void> {
  const names = await namesIn(files);
  const kept = /^workspaces(?:\.json|\/([^/]+)\/.*)$/;
  expect(names.filter((name) => !kept.test(name))).toEqual([...FOREIGN].sort());
  expect(new Set(names.flatMap((name) => kept.exec(name)?.[1] ?? [])).size).toBe(1);
}

const titles = async ({ switcher }: Simulator) => (await switcher.list()).map(({ name }) => name).sort();

test('says what is there, removes it, and goes on with the sample workspace', async () => {
  const files = new MemoryFiles();
  await lived(files);
  const simulator = await simulatorOn(files, SAMPLE);
  const held = await simulator.eraser.look();
  expect(held).toMatchObject({
    folder: 'memory',
    workspaces: ['First', 'First copy'],
    runCount: 1,
    deletedCount: 1,
    hasWindow: false,
    left: expect.arrayContaining(['notes.txt', 'parts/notes.txt', 'runs/mine.json', 'window/']),
  });
  expect(held.backupCount).toBeGreaterThan(1);
  expect(held.bytes).toBeGreaterThan(1_000);

  const erased = await simulator.eraser.all();
  expect(erased).toMatchObject({ failed: [], left: held.left, isWindowLater: false });
  // The index stays; what the open workspace saved when it was left is more than was there before.
  expect(erased.fileCount).toBeGreaterThanOrEqual(held.fileCount - 1);
  expect(simulator.workspace.title).toBe('Sample');
  expect([...simulator.workspace.world.cases]).toEqual([]);
  expect(simulator.history.canGoBack).toBe(false);
  expect(await simulator.history.futuresLeft()).toEqual([]);
  expect(simulator.switcher.wayBack).toBeNull();
  expect(await simulator.lab.runs()).toEqual([]);
  expect(await simulator.lesson.results()).toEqual([]);
  await expectErased(files);

  await simulator.opener.openEmpty({ keepsCurrent: true });
  await simulator.close();
  const again = await simulatorOn(files, SAMPLE);
  expect(again.workspace.recovered).toEqual([]);
  expect(await titles(again)).toEqual(['Empty workspace', 'Sample']);
  await again.close();
});

test.each<CrashPoint>(['before', 'after'])('a crash %s any operation leaves a folder that opens', async (point) => {
  const lifeless = new MemoryFiles();
  await lived(lifeless);
  const endings = { before: 0, erased: 0 };
  for (let crashAt = 0; ; crashAt += 1) {
    const files = new MemoryFiles();
    for (const name of await namesIn(lifeless)) await files.writeAtomically(name, (await lifeless.read(name)) ?? '');
    const crashing = new CrashingFiles(files, crashAt, point);
    let simulator: Simulator | null = null;
    try {
      simulator = await simulatorOn(crashing, SAMPLE);
      await simulator.eraser.all();
    } catch (error) {
      if (!(error instanceof Crash)) throw error;
    }
    await simulator?.close().catch(() => undefined);
    const again = await simulatorOn(files, SAMPLE);
    expect(again.workspace.recovered).toEqual([]);
    const found = await titles(again);
    await again.close();
    if (found.includes('First')) {
      // It had not begun: nothing is lost.
      endings.before += 1;
      expect(found.filter((name) => name !== 'Sample')).toEqual(['First', 'First copy']);
    } else {
      // It had: the next start did the rest.
      endings.erased += 1;
      expect(found).toEqual(['Sample']);
      await expectErased(files);
    }
    if (!crashing.hasCrashed) break;
  }
  expect(endings.before).toBeGreaterThan(5);
  expect(endings.erased).toBeGreaterThan(10);
});

test('what the disk does not let go is named with why, and all else goes', async () => {
  const files = new MemoryFiles();
  await lived(files);
  const stuck = [RUN, 'lessons.json'];
  const failing = new FailingFiles(files, (operation, name) =>
    operation === 'remove' && stuck.includes(name) ? { code: 'EACCES', when: 'before' } : null,
  );
  const simulator = await simulatorOn(failing, SAMPLE);
  const { failed } = await simulator.eraser.all();
  expect([...failed].sort()).toEqual(stuck.map((name) => `${name}: you do not have permission to write there`).sort());
  expect(await titles(simulator)).toEqual(['Sample']);
  await simulator.opener.openEmpty();
  await simulator.close();
  expect((await namesIn(files)).filter((name) => !/^workspaces/.test(name))).toEqual([...FOREIGN, ...stuck].sort());
  // It is over: the next start removes nothing of what is made from now on.
  expect(await files.read('workspaces.json')).not.toContain('erasing');
});

test('where it cannot be begun, all is as it was', async () => {
  const files = new MemoryFiles();
  await lived(files);
  const failing = new FailingFiles(files);
  const simulator = await simulatorOn(failing, SAMPLE);
  failing.faults = (operation, name) =>
    operation === 'writeAtomically' && name === 'workspaces.json' ? { code: 'EROFS', when: 'before' } : null;
  await expect(simulator.eraser.all()).rejects.toThrow('it is read-only');
  failing.faults = () => null;
  expect(simulator.workspace.title).toBe('First');
  await doSomething(simulator, 1);
  expect(await titles(simulator)).toEqual(expect.arrayContaining(['First', 'First copy']));
  expect(await namesIn(files)).toEqual(expect.arrayContaining([RUN, 'lessons.json']));
  await simulator.close();
});

test('a profile that is in use is left to whoever uses it', async () => {
  const files = new MemoryFiles();
  await lived(files);
  await files.writeAtomically('window/Preferences', '{}');
  const simulator = await simulatorOn(files, SAMPLE);
  let asked = 0;
  simulator.eraser.leaveWindowTo(() => {
    asked += 1;
  });
  expect(await simulator.eraser.look()).toMatchObject({ hasWindow: true });
  expect(await simulator.eraser.all()).toMatchObject({ isWindowLater: true, failed: [] });
  expect(asked).toBe(1);
  expect(await files.read('window/Preferences')).toBe('{}');
  expect(await files.read('lessons.json')).toBeNull();
  await simulator.close();
});

/** All text below a folder. */
async function textIn(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

test('on a disk nothing that was typed is left, and a link is not followed', async () => {
  const [folder, elsewhere] = [await temporaryFolder(), await temporaryFolder()];
  await writeFile(join(elsewhere, 'workspace.json'), 'somebody else’s');
  const open = () => createSimulator({ dataDir: folder, callbackBase: null, transport: 'direct' });
  const simulator = await open();
  onTestFinished(() => simulator.close());
  const lesson: ScenarioText = {
    title: 'Whistleblower',
    tags: [LESSON_TAG],
    users: { whistleblower: {} },
    steps: [{ say: 'Psst.' }],
  };
  await simulator.opener.openText('secret.yaml', JSON.stringify(lesson), { keepsCurrent: true });
  await simulator.lesson.next();
  const { id } = (await simulator.switcher.list())[0] ?? { id: '' };
  await mkdir(join(folder, 'window'));
  await writeFile(join(folder, 'window', 'Local State'), 'whistleblower');
  await symlink(elsewhere, join(folder, 'workspaces', id, 'mine'), 'junction');
  expect(await textIn(folder)).toContain('histleblower');

  expect(await simulator.eraser.all()).toMatchObject({ failed: [], left: [`workspaces/${id}/mine`] });
  expect(await textIn(folder)).not.toContain('histleblower');
  expect(await readFile(join(elsewhere, 'workspace.json'), 'utf8')).toBe('somebody else’s');
  expect(await readdir(folder)).toEqual(['workspace.lock', 'workspaces', 'workspaces.json']);
  await simulator.close();

  const again = await open();
  onTestFinished(() => again.close());
  expect(again.workspace.recovered).toEqual([]);
  expect(await titles(again)).toEqual(['Sample workspace']);
});

test.each([
  ['3', folderOfVersion3],
  ['4', folderOfVersion4],
])('knows every file of a folder of version %s', async (_, folderOf) => {
  const folder = await folderOf();
  const simulator = await createSimulator({ dataDir: folder, callbackBase: null, transport: 'direct' });
  onTestFinished(() => simulator.close());
  expect(await simulator.eraser.all()).toMatchObject({ failed: [], left: [] });
  expect(await readdir(folder)).toEqual(['workspace.lock', 'workspaces', 'workspaces.json']);
});
