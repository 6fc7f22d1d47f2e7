/** Data folders of earlier versions: all that was in them is there, and stays. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { BACKUPS_KEPT } from '../../src/main/store/backups.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { exportedSense } from '../support/exported-sense.ts';
import {
  folderOfVersion3,
  folderOfVersion4,
  type Said,
  saidOfVersion3,
  saidOfVersion4,
} from '../support/older-workspace.ts';
import { slashed } from '../support/system.ts';

async function opened(dataDir: string, hasSecretCallbacks = false): Promise<Simulator> {
  const simulator = await createSimulator({ dataDir, callbackBase: null, transport: 'direct', hasSecretCallbacks });
  onTestFinished(() => close(simulator));
  return simulator;
}

const closed = new WeakSet<Simulator>();

async function close(simulator: Simulator): Promise<void> {
  if (closed.has(simulator)) return;
  closed.add(simulator);
  await simulator.close();
}

/** What was added since to Actions, to what is told of them, and to the player. */
const ADDED = new Set(['responseClock', 'unheededResponses', 'isLeft', 'examples']);

const withoutAdded = (from: unknown) =>
  JSON.parse(JSON.stringify(from, (key, each) => (ADDED.has(key) ? undefined : each)));

/** The same that the earlier program said of it, without what version 4 adds. */
function said(simulator: Simulator): unknown {
  const { title, now, scheduledCount } = simulator.workspace;
  const { callbackKey: _, actions, timelines, ...world } = worldToJson(simulator.workspace.world);
  return {
    title,
    now,
    world: { ...JSON.parse(JSON.stringify(world)), actions: withoutAdded(actions), timelines: withoutAdded(timelines) },
    player: withoutAdded(simulator.player.state()),
    scheduledCount,
    next: simulator.clock.state().next,
    exported: exportedSense(simulator.exportScenario().text),
  };
}

/** Every file below a folder with what is in it. */
async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
  return new Map(
    await Promise.all(
      paths.map(async (path) => [slashed(relative(folder, path)), await readFile(path, 'utf8')] as const),
    ),
  );
}

const versionIn = (text: string | undefined) => Number(/^\{"schemaVersion":(\d+)/.exec(text ?? '')?.[1]);

describe('a folder of version 3', () => {
  test.each([false, true])('opens as it was left, and stays so (secret callbacks: %s)', async (secret) => {
    const folder = await folderOfVersion3();
    const { present, lab, run } = await saidOfVersion3();
    const first = await opened(folder, secret);
    expect(first.workspace.recovered).toEqual([]);
    expect(first.hadWorkspace).toBe(true);
    expect(said(first)).toEqual(present);
    expect(await first.lab.problems()).toEqual([]);
    // What was added to runs since is there too.
    expect(await first.lab.runs()).toMatchObject(lab);
    // Its figures are as they were; what is said of them is said anew.
    const { sentences, ...figures } = run;
    const found = await first.lab.run(run.id);
    expect(found).toMatchObject(figures);
    expect(found).toMatchObject({
      headline: ['No variant is clearly better than another.', 'With two, all 400 launches are escalated.'],
      sentences: sentences.map((sentence) => sentence.replaceAll('no clear difference in', 'exactly the same')),
    });
    await close(first);

    expect(versionIn((await filesIn(folder)).get('workspace.json'))).toBe(4);
    const again = await opened(folder, secret);
    expect(again.workspace.recovered).toEqual([]);
    expect(said(again)).toEqual(present);
    expect(await again.lab.run(run.id)).toEqual(found);
  });

  test('loses no file when it is opened: what makes way is among the backups', async () => {
    const folder = await folderOfVersion3();
    const before = await filesIn(folder);
    const simulator = await opened(folder);
    await close(simulator);
    const after = await filesIn(folder);
    const kept = new Set(after.values());
    const names = [...after.keys()].filter((name) => /^backups\/workspace-/.test(name));
    expect(names).toHaveLength(BACKUPS_KEPT);
    for (const [name, text] of before) {
      // The first of six documents, just opened and empty, and its journal are beyond those that are kept.
      if (/^backups\/(workspace|journal)-1\./.test(name)) continue;
      expect(kept, name).toContain(text);
    }
  });

  test('its backups are listed and restored, and one goes back from there', async () => {
    const folder = await folderOfVersion3();
    const { sample, present } = await saidOfVersion3();
    const simulator = await opened(folder);
    const listed = await simulator.workspace.backups();
    const [latest, ...earlier] = listed;
    expect(latest).toMatchObject({ title: present.title, now: present.now, problem: null });
    expect(latest?.savedAt).not.toBeNull();
    const worked = { title: sample.title, caseCount: 12, actionCount: sample.world.actions.length };
    expect(earlier.find(({ saveNumber }) => saveNumber === 3)).toMatchObject({
      ...worked,
      savedAt: null,
      problem: null,
    });

    expect(await simulator.opener.restoreBackup(3)).toEqual({ ok: true });
    expect(said(simulator)).toEqual(sample);
    expect(await simulator.history.back()).toBe(true);
    expect(said(simulator)).toEqual(present);
    expect(simulator.workspace.recovered).toEqual([]);
    await close(simulator);
    expect(said(await opened(folder))).toEqual(present);
  });
});

describe('a folder of version 4 from when each kind of save had a command of its own', () => {
  const now = (simulator: Simulator) => {
    const { title, now: at, world } = simulator.workspace;
    const json = JSON.parse(JSON.stringify(worldToJson(world)));
    return { now: at, title, world: json, exported: exportedSense(simulator.exportScenario().text) };
  };

  test('opens as it was left, its history and its journal read in today\u2019s words, and stays so', async () => {
    const folder = await folderOfVersion4();
    const { stored, present } = await saidOfVersion4();
    const before = await filesIn(folder);
    const simulator = await opened(folder);
    expect(simulator.workspace.recovered).toEqual([]);
    expect(now(simulator)).toEqual(present);
    const saved = simulator.workspace.stored().history.filter(({ input }) => input.type === 'saveDefinition');
    expect(saved).toHaveLength(9);
    await close(simulator);

    // What is stored already is not written again for its words.
    const [name, text] = [...before].find(
      ([file, each]) => file.startsWith('parts/') && each.includes('saveSettings'),
    )!;
    expect((await filesIn(folder)).get(name)).toBe(text);
    const again = await opened(folder);
    expect(again.workspace.recovered).toEqual([]);
    expect(now(again)).toEqual(present);
    expect(await again.opener.restoreBackup(2)).toEqual({ ok: true });
    expect(now(again)).toEqual(stored);
    expect(await again.history.back()).toBe(true);
    expect(now(again)).toEqual(present);
  });

  test('is gone back in, event by event, by what the store has', async () => {
    const simulator = await opened(await folderOfVersion4());
    const { stored } = await saidOfVersion4();
    expect(await simulator.history.goTo(11)).toBe(true);
    expect(now(simulator)).toEqual(stored);
  });
});

describe.each([1, 2] as const)('a folder of version %i', (version) => {
  test('opens with what that version knew, and stays so', async () => {
    const folder = await folderOfVersion(version);
    const { sample } = await saidOfVersion3();
    const first = await opened(folder);
    expect(first.workspace.recovered).toEqual([]);
    const { world, ...rest } = sample;
    const edits = version === 1 ? { done: [], undone: [] } : world.edits;
    const seen = said(first) as Said;
    const { timelineOrders: _, ...known } = world;
    expect(seen).toMatchObject({
      title: rest.title,
      now: rest.now,
      scheduledCount: rest.scheduledCount,
      next: rest.next,
    });
    expect({ ...seen.world, actions: null, timelineOrders: undefined }).toEqual({ ...known, actions: null, edits });
    const drawn = ({ place, stream, ...action }: Record<string, unknown>) => action;
    expect(seen.world.actions.map(([ref, each]) => [ref, drawn(each)])).toEqual(
      world.actions.map(([ref, each]) => [ref, drawn(each)]),
    );
    await first.clock.advance({ by: 3_600_000 });
    const wentOn = said(first);
    await close(first);
    const again = await opened(folder);
    expect(again.workspace.recovered).toEqual([]);
    expect(said(again)).toEqual(wentOn);
    const backups = await again.workspace.backups();
    expect(backups.at(-1)).toMatchObject({ saveNumber: 3, title: sample.title, problem: null });
    expect(await again.opener.restoreBackup(3)).toEqual({ ok: true });
    expect(said(again)).toEqual(seen);
  });
});

/** The sample workspace of the folder of version 3, as an earlier version wrote it and its backup; its journal is empty. */
async function folderOfVersion(version: 1 | 2): Promise<string> {
  const folder = await folderOfVersion3();
  const files = await filesIn(folder);
  const document = JSON.parse(files.get('backups/workspace-3.json') ?? '');
  const { timelineOrders: _, edits, actions, ...world } = document.world;
  const earlier = {
    ...document,
    schemaVersion: version,
    world: {
      ...world,
      actions: actions.map(
        ([ref, { place: _place, stream: _stream, ...action }]: [string, Record<string, unknown>]) => [ref, action],
      ),
      ...(version === 2 ? { edits } : {}),
    },
  };
  delete earlier.player;
  if (version === 1) delete earlier.source;
  await rm(join(folder, 'backups'), { recursive: true });
  await rm(join(folder, 'journal.ndjson'));
  await mkdir(join(folder, 'backups'));
  for (const name of ['workspace.json', 'backups/workspace-3.json'])
    await writeFile(join(folder, name), JSON.stringify(earlier));
  return folder;
}
