/** One suite for every place a workspace is kept in: what it must keep, whatever happens to it. */
import { appendFile, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Workspace } from '../../src/main/runtime/ports.ts';
import { replaceStored } from '../../src/main/runtime/replace-stored.ts';
import { createDiskStore, createMemoryStore } from '../../src/main/store/create-store.ts';
import { DiskFiles } from '../../src/main/store/disk-files.ts';
import type { StoreFiles } from '../../src/main/store/files.ts';
import { JournalLog } from '../../src/main/store/journal-log.ts';
import type { LowdbStore } from '../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../src/main/store/memory-files.ts';
import { seal } from '../../src/main/store/seal.ts';
import { ACTS, act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../support/stored-workspace.ts';
import { HAS_MODES } from '../support/system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Place {
  /** Another store on the same files: the same workspace after a restart. */
  readonly store: () => LowdbStore;
  /** The files themselves, to damage them. */
  readonly files: StoreFiles;
}

const places: Record<string, () => Promise<Place>> = {
  disk: async () => {
    const folder = await temporaryFolder();
    return { store: () => createDiskStore(folder), files: new DiskFiles(folder) };
  },
  memory: async () => {
    const files = new MemoryFiles();
    return { store: () => createMemoryStore(files), files };
  },
};

/** A store in which the acts were performed; what it held at the end. */
async function played({ store }: Place, acts = ACTS.length, savedAfter = 0): Promise<Workspace> {
  const opened = store();
  await opened.open();
  const workspace = newWorkspace();
  await opened.save(workspace);
  const runtime = runtimeOf(workspace, opened);
  await act(runtime, 0, savedAfter);
  if (savedAfter > 0) await opened.save(workspaceOf(runtime, workspace));
  await act(runtime, savedAfter, acts);
  await opened.close();
  return workspaceOf(runtime, workspace);
}

async function reopened({ store }: Place) {
  const again = store();
  const opened = await again.open();
  await again.close();
  return opened;
}

const advanced = (workspace: Workspace, seq: number) => ({
  seq,
  at: workspace.now + seq,
  input: { type: 'advanced' as const },
});

/** A journal with sums that fit, so that only its entries are wrong. */
function chainedAgain([header = '', ...lines]: readonly string[]): string {
  const { journal } = JSON.parse(header);
  const log = new JournalLog({ ...journal, sum: Number.parseInt(journal.sum, 16) }, journal.writer);
  const entries = lines.map((line) => {
    const { sum: _, ...entry } = JSON.parse(line);
    return log.encode(entry);
  });
  return [`${header}\n`, ...entries].join('');
}

/** The entries of a journal, without their sums. */
async function entriesIn(files: StoreFiles, name: string): Promise<unknown[]> {
  const [, ...lines] = ((await files.read(name)) ?? '').trimEnd().split('\n');
  return lines.map((line) => {
    const { sum: _, ...entry } = JSON.parse(line);
    return entry;
  });
}

async function damagedNames({ files }: Place): Promise<string[]> {
  return (await files.list('')).filter((name) => name.includes('damaged'));
}

describe.each(Object.entries(places))('a store on %s', (_, make) => {
  test('holds nothing at first', async () => {
    expect(await reopened(await make())).toEqual({ workspace: null, recovered: [], readOnly: null });
  });

  test('gives back what was saved', async () => {
    const place = await make();
    const workspace = await played(place, ACTS.length, ACTS.length);
    const { workspace: again, recovered } = await reopened(place);
    expect(recovered).toEqual([]);
    expect(asPlain(again!)).toEqual(asPlain(workspace));
  });

  test('gives back what was only journalled', async () => {
    const place = await make();
    const workspace = await played(place);
    const { workspace: again, recovered } = await reopened(place);
    expect(recovered).toEqual([]);
    expect(asPlain(again!)).toEqual(asPlain(workspace));
    expect(again!.origin).toEqual(workspace.origin);
    expect(again!.world.notifications.size).toBeGreaterThan(0);
  });

  test('closing at any act and opening again gives the same world as never closing', async () => {
    const place = await make();
    const unbroken = await played(await make());
    const first = place.store();
    await first.open();
    await first.save(newWorkspace());
    await first.close();
    for (let index = 0; index < ACTS.length; index += 1) {
      const store = place.store();
      const { workspace } = await store.open();
      const runtime = runtimeOf(workspace!, store);
      await act(runtime, index, index + 1);
      if (index % 4 === 3) await store.save(workspaceOf(runtime, workspace!));
      await store.close();
    }
    expect(asPlain((await reopened(place)).workspace!)).toEqual(asPlain(unbroken));
  });

  test('counts what was journalled since the last save', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    const runtime = runtimeOf(workspace, store);
    await act(runtime, 0, 5);
    expect(store.journalledCount).toBe(runtime.seq);
    await store.save(workspaceOf(runtime, workspace));
    expect(store.journalledCount).toBe(0);
    const { seq } = runtime;
    await act(runtime, 5, 8);
    await store.close();
    const again = place.store();
    await again.open();
    expect(again.journalledCount).toBe(runtime.seq - seq);
    await again.close();
  });

  test('keeps what is recorded while a save runs', async () => {
    const place = await make();
    const unbroken = await played(await make());
    let present = newWorkspace();
    for (let index = 0; index < ACTS.length; index += 1) {
      const store = place.store();
      present = (await store.open()).workspace ?? present;
      await store.save(present);
      const runtime = runtimeOf(present, store);
      const saving = await store.begin(present);
      await Promise.all([act(runtime, index, index + 1), saving.write()]);
      expect(store.journalledCount).toBe(runtime.seq - present.seq);
      await store.close();
    }
    const { workspace, recovered } = await reopened(place);
    expect(recovered).toEqual([]);
    expect(asPlain(workspace!)).toEqual(asPlain(unbroken));
  });

  test('a save in two steps: what is recorded after the first goes to the next journal, at once', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    store.record(advanced(workspace, 1));
    const saving = await store.begin({ ...workspace, now: workspace.now + 1, seq: 1 });
    store.record(advanced(workspace, 2));
    await store.flush();
    expect(await entriesIn(place.files, 'journal.ndjson')).toEqual([advanced(workspace, 2)]);
    expect(await entriesIn(place.files, 'backups/journal-1.ndjson')).toEqual([advanced(workspace, 1)]);
    // Before the second step the document is the one from before; but the journal must not lead to before the one that comes.
    expect(store).toMatchObject({ savedSeq: 1, journalledCount: 2 });
    await saving.write();
    expect(store).toMatchObject({ savedSeq: 1, journalledCount: 1 });
    store.record(advanced(workspace, 3));
    await store.close();
    expect((await reopened(place)).workspace).toMatchObject({ seq: 3, now: workspace.now + 3 });
  });

  test('backups share the parts that did not change, and what no backup names is removed', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    const runtime = runtimeOf(workspace, store);
    await act(runtime);
    await store.save(workspaceOf(runtime, workspace));
    const parts = await place.files.list('parts');
    for (let count = 0; count < 3; count += 1) await store.save(workspaceOf(runtime, workspace));
    expect((await place.files.list('parts')).sort()).toEqual(parts.sort());
    // Another workspace has no use for any of them: they leave with the last document that names them.
    const another = newWorkspace();
    for (let count = 0; count < 5; count += 1) await store.save({ ...another, seq: runtime.seq });
    await store.close();
    const left = await place.files.list('parts');
    expect(left.length).toBeLessThan(parts.length);
    expect((await place.files.list('backups/parts')).sort()).toEqual(left.sort());
  });

  test('lists its backups, and gives each back as it was saved', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const workspace = newWorkspace();
    const before = asPlain(workspace);
    await store.save(workspace);
    const runtime = runtimeOf(workspace, store);
    await act(runtime);
    await store.save(workspaceOf(runtime, workspace));
    expect(await store.backups()).toMatchObject([
      { saveNumber: 2, title: 'Everything at once', now: runtime.now, caseCount: 7, problem: null },
      { saveNumber: 1, now: workspace.now, caseCount: 2, actionCount: 0 },
    ]);
    expect(asPlain((await store.backup(1)) as Workspace)).toEqual(before);
    expect(asPlain((await store.backup(2)) as Workspace)).toEqual(asPlain(workspaceOf(runtime, workspace)));
    expect(await store.backup(7)).toBeNull();
    await store.close();
  });

  test('a workspace saved over another is the other from then on', async () => {
    const place = await make();
    await played(place);
    const store = place.store();
    await store.open();
    const other = newWorkspace('Another');
    await store.save(other);
    const runtime = runtimeOf(other, store);
    await act(runtime, 0, 3);
    await store.close();
    const { workspace: again, recovered } = await reopened(place);
    expect(recovered).toEqual([]);
    expect(asPlain(again!)).toEqual(asPlain(workspaceOf(runtime, other)));
  });

  test('one that makes way takes the place of one backup, and can be restored as it was', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const numbers = async () => (await store.backups()).map(({ saveNumber }) => saveNumber);
    const workspace = newWorkspace();
    for (let saves = 0; saves < 5; saves += 1) await store.save(workspace);
    expect(await numbers()).toEqual([5, 4, 3, 2, 1]);
    const runtime = runtimeOf(workspace, store);
    await act(runtime, 0, 3);
    const before = workspaceOf(runtime, workspace);
    const plain = asPlain(before);
    await replaceStored(store, before, { ...newWorkspace('Another'), seq: before.seq });
    // Of the five that were there the oldest is gone; the last of the same workspace is the sixth save now.
    expect(await numbers()).toEqual([7, 6, 4, 3, 2]);
    expect(asPlain((await store.backup(6)) as Workspace)).toEqual(plain);
    await store.close();
    expect((await reopened(place)).recovered).toEqual([]);
  });

  test('keeps the last five documents as backups, and one of each ten thousand entries before to tell the past from', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const workspace = newWorkspace();
    await store.save({ ...workspace, seq: 9_998 });
    for (let seq = 9_999; seq <= 10_002; seq += 1) {
      store.record({ seq, at: workspace.now, input: { type: 'advanced' } });
      for (let count = 0; count < 2; count += 1) await store.save({ ...workspace, seq });
    }
    expect((await store.backups()).map(({ saveNumber }) => saveNumber)).toEqual([9, 8, 7, 6, 5]);
    const story = await store.story();
    expect(story?.entries.map(({ seq }) => seq)).toEqual([9_999, 10_000, 10_001, 10_002]);
    await store.close();
    const names = await place.files.list('backups');
    expect(names.filter((name) => name.startsWith('workspace')).sort()).toEqual(
      [1, 4, 5, 6, 7, 8, 9].map((number) => `workspace-${number}.json`),
    );
  });

  test('has no story to tell where a journal on the way is missing', async () => {
    const place = await make();
    const store = place.store();
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    for (let seq = 1; seq <= 12; seq += 1) {
      store.record({ seq, at: workspace.now, input: { type: 'advanced' } });
      await store.save({ ...workspace, seq });
    }
    expect(await store.story()).not.toBeNull();
    for (const name of await place.files.list('backups')) {
      if (name.startsWith('journal')) await place.files.remove(`backups/${name}`);
    }
    const story = await store.story();
    expect(story?.base.seq).toBe(12);
    await store.close();
  });

  test('tells a story up to where it was asked for, whatever is done and saved meanwhile', async () => {
    const store = (await make()).store();
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    const record = (seq: number) => store.record({ seq, at: workspace.now, input: { type: 'advanced' } });
    for (let seq = 1; seq <= 3; seq += 1) record(seq);
    const story = store.story();
    record(4);
    await store.flush();
    await store.save({ ...workspace, seq: 4 });
    expect((await story)?.entries.map(({ seq }) => seq)).toEqual([1, 2, 3]);
    await store.close();
  });

  test('refuses a journal entry that leaves a gap, or comes before the first document', async () => {
    const store = (await make()).store();
    await store.open();
    expect(() => store.record({ seq: 1, at: 0, input: { type: 'advanced' } })).toThrow('save the workspace');
    await store.save(newWorkspace());
    expect(() => store.record({ seq: 3, at: 0, input: { type: 'advanced' } })).toThrow('gap');
    await store.close();
  });

  describe('damage', () => {
    test.each([
      ['truncated', (text: string) => text.slice(0, text.length / 2)],
      ['empty', () => ''],
      ['of another shape', () => '{"schemaVersion": 1, "posts": []}'],
      ['not an object', () => '[1, 2]'],
    ])('a document that is %s is moved aside, backup and journal take its place', async (_kind, damage) => {
      const place = await make();
      const workspace = await played(place, 12, 6);
      const text = damage((await place.files.read('workspace.json'))!);
      await place.files.writeAtomically('workspace.json', text);
      const { workspace: again, recovered } = await reopened(place);
      expect(asPlain(again!)).toEqual(asPlain(workspace));
      const [aside] = await damagedNames(place);
      expect(aside).toMatch(/^workspace\.damaged-\d{4}-.*\.json$/);
      expect(await place.files.read(aside!)).toBe(text);
      expect(recovered.join('\n')).toContain(aside);
      expect(recovered.join('\n')).toContain('backups/workspace-2.json');
      expect(await reopened(place)).toMatchObject({ recovered: [] });
    });

    test('where the newest backup is damaged too, the one before it and both journals give all back', async () => {
      const place = await make();
      const workspace = await played(place, 12, 6);
      await place.files.writeAtomically('workspace.json', '{');
      await place.files.writeAtomically('backups/workspace-2.json', '{');
      const { workspace: again, recovered } = await reopened(place);
      expect(asPlain(again!)).toEqual(asPlain(workspace));
      expect(recovered).toHaveLength(3);
      // What cannot be read today may be of use to somebody: no save writes over it.
      expect(await place.files.read('backups/workspace-2.json')).toBe('{');
    });

    test('no save writes over a backup that could not be read', async () => {
      const place = await make();
      await played(place, 6, 6);
      await place.files.remove('journal.ndjson');
      await place.files.writeAtomically('workspace.json', '{');
      await place.files.writeAtomically('backups/workspace-2.json', 'the only copy');
      expect((await reopened(place)).recovered).toHaveLength(4);
      expect(await place.files.read('backups/workspace-2.json')).toBe('the only copy');
      expect(await place.files.list('backups')).toContain('workspace-3.json');
    });

    test('a missing document is restored', async () => {
      const place = await make();
      const workspace = await played(place, 12, 6);
      await place.files.remove('workspace.json');
      const { workspace: again, recovered } = await reopened(place);
      expect(asPlain(again!)).toEqual(asPlain(workspace));
      expect(recovered[0]).toBe('workspace.json was missing.');
    });

    test('without any backup the workspace starts empty, and what was there is kept', async () => {
      const place = await make();
      await played(place, 4);
      await place.files.writeAtomically('workspace.json', 'nonsense');
      for (const name of await place.files.list('backups')) {
        if (name !== 'parts') await place.files.remove(`backups/${name}`);
      }
      const { workspace, recovered } = await reopened(place);
      expect(workspace).toBeNull();
      expect(recovered).toHaveLength(3);
      expect(await damagedNames(place)).toHaveLength(2);
    });

    test.each([
      [
        'a last line that is cut off',
        (lines: string[]) => [...lines.slice(0, -1), lines.at(-1)!.slice(0, 10)].join('\n'),
      ],
      ['garbage in the middle', (lines: string[]) => `${lines.with(-5, '\u0000\u0000').join('\n')}\n`],
      ['a line of another shape', (lines: string[]) => `${lines.with(-5, '{"seq": "twelve"}').join('\n')}\n`],
      ['a gap', (lines: string[]) => `${lines.toSpliced(-5, 1).join('\n')}\n`],
      [
        'an entry that the rules refuse',
        (lines: string[]) => {
          const { seq, at } = JSON.parse(lines.at(-5)!);
          return chainedAgain(lines.with(-5, JSON.stringify({ seq, at, input: { type: 'retry', action: 'nobody' } })));
        },
      ],
      [
        'an entry that the rules choke on',
        (lines: string[]) => {
          const { seq, at } = JSON.parse(lines.at(-5)!);
          return chainedAgain(
            lines.with(-5, JSON.stringify({ seq, at, input: { type: 'dueDate', actionRef: 'nobody' } })),
          );
        },
      ],
    ])('of a journal with %s the good part is replayed, the rest moved aside', async (kind, damage) => {
      const place = await make();
      const workspace = await played(place, 10);
      const lines = (await place.files.read('journal.ndjson'))!.trimEnd().split('\n');
      const text = damage(lines);
      await place.files.writeAtomically('journal.ndjson', text);
      const { workspace: again, recovered } = await reopened(place);
      expect(again!.seq).toBe(workspace.seq - (kind.includes('cut off') ? 1 : 5));
      const [aside] = await damagedNames(place);
      expect(aside).toMatch(/^journal\.damaged-.*\.ndjson$/);
      expect(text.endsWith((await place.files.read(aside!))!)).toBe(true);
      expect(recovered).toHaveLength(1);
      expect(recovered[0]).toContain(aside);
      // What is recovered goes on as any other workspace.
      const store = place.store();
      const { workspace: continued, recovered: nothing } = await store.open();
      expect(nothing).toEqual([]);
      expect(asPlain(continued!)).toEqual(asPlain(again!));
      const runtime = runtimeOf(continued!, store);
      await runtime.advanceBy(60_000);
      await store.close();
      expect((await reopened(place)).workspace).toMatchObject({ seq: runtime.seq, now: runtime.now });
    });

    test('a complete last line without its line end is taken, and the journal goes on behind it', async () => {
      const place = await make();
      const workspace = await played(place, 6);
      await place.files.writeAtomically('journal.ndjson', (await place.files.read('journal.ndjson'))!.trimEnd());
      const store = place.store();
      const { workspace: again, recovered } = await store.open();
      expect(recovered).toEqual([]);
      expect(asPlain(again!)).toEqual(asPlain(workspace));
      const runtime = runtimeOf(again!, store);
      await act(runtime, 6, 8);
      await store.close();
      expect(asPlain((await reopened(place)).workspace!)).toEqual(asPlain(workspaceOf(runtime, again!)));
    });

    test('after a loss, what was lost is never replayed on what came instead', async () => {
      const place = await make();
      await played(place, 12, 6);
      // The document, its backup and the journal between the two documents: what is left is the start.
      await place.files.writeAtomically('workspace.json', '{');
      await place.files.writeAtomically('backups/workspace-2.json', '{');
      await place.files.remove('backups/journal-1.ndjson');
      const store = place.store();
      const { workspace, recovered } = await store.open();
      expect(workspace!.seq).toBe(0);
      expect(recovered.at(-1)).toContain('after entry 0 comes entry');
      const runtime = runtimeOf(workspace!, store);
      await act(runtime, 0, 9);
      await store.close();
      await place.files.writeAtomically('workspace.json', '{');
      expect(asPlain((await reopened(place)).workspace!)).toEqual(asPlain(workspaceOf(runtime, workspace!)));
    });

    test('a journal that belongs to another workspace is not replayed', async () => {
      const [place, other] = [await make(), await make()];
      const workspace = await played(place, 6, 6);
      await played(other, 4);
      await place.files.writeAtomically('journal.ndjson', (await other.files.read('journal.ndjson')) ?? '');
      const { workspace: again, recovered } = await reopened(place);
      expect(asPlain(again!)).toEqual(asPlain(workspace));
      expect(recovered).toEqual([expect.stringContaining('it belongs to a different history')]);
      expect(await damagedNames(place)).toHaveLength(1);
    });

    test('a document of a later version is refused and left alone', async () => {
      const place = await make();
      await played(place, 4);
      const later = seal(9999, '{"what":"nobody knows yet"}');
      await place.files.writeAtomically('workspace.json', later);
      const names = await place.files.list('');
      await expect(place.store().open()).rejects.toMatchObject({
        name: 'StoreRefusal',
        reason: 'newer',
        message: expect.stringContaining('later version'),
      });
      expect(await place.files.read('workspace.json')).toBe(later);
      expect(await place.files.list('')).toEqual(names);
    });
  });
});

describe('on disk', () => {
  test('an input is in the file when flush resolves', async () => {
    const folder = await temporaryFolder();
    const store = createDiskStore(folder);
    await store.open();
    await store.save(newWorkspace());
    store.record({ seq: 1, at: 5, input: { type: 'advanced' } });
    await store.flush();
    const lines = (await readFile(join(folder, 'journal.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1]!)).toMatchObject({ seq: 1, at: 5, input: { type: 'advanced' } });
    await store.close();
  });

  test('a second writer is refused by name until the first closes', async () => {
    const folder = await temporaryFolder();
    const first = createDiskStore(folder);
    const second = createDiskStore(folder);
    await first.open();
    await expect(second.open()).rejects.toMatchObject({
      reason: 'locked',
      message: expect.stringMatching(new RegExp(`open in this same process \\(${process.pid} on .*\\) since \\d{4}-`)),
    });
    await first.close();
    await second.open();
    await second.close();
    expect(await readdir(folder)).toEqual([]);
  });

  test.each([
    ['deleted', (folder: string) => rm(join(folder, 'journal.ndjson'))],
    [
      'exchanged',
      (folder: string) =>
        writeFile(join(folder, 'other'), 'x').then(() => rename(join(folder, 'other'), join(folder, 'journal.ndjson'))),
    ],
    ['cut', (folder: string) => truncate(join(folder, 'journal.ndjson'), 100)],
    ['written to', (folder: string) => appendFile(join(folder, 'journal.ndjson'), '{}\n')],
    ['moved with its folder', (folder: string) => rename(folder, `${folder}-moved`)],
  ])('a journal that was %s while it is written: nothing is acknowledged from then on, nor saved', async (_, harm) => {
    const folder = join(await temporaryFolder(), 'workspace');
    const store = createDiskStore(folder);
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    store.record(advanced(workspace, 1));
    await store.flush();
    await harm(folder);
    store.record(advanced(workspace, 2));
    await expect(store.flush()).rejects.toMatchObject({ name: 'StoreFailure', reason: 'fenced' });
    await expect(store.flush()).rejects.toThrow('Nothing more is written');
    await expect(store.save({ ...workspace, seq: 2 })).rejects.toMatchObject({ reason: 'fenced' });
    await expect(store.close()).rejects.toMatchObject({ reason: 'fenced' });
    // And it is unlocked all the same.
    const again = createDiskStore(folder);
    await again.open();
    await again.close();
  });

  test.skipIf(!HAS_MODES)('files and folders are for their owner alone', async () => {
    const folder = join(await temporaryFolder(), 'workspace');
    const place = { store: () => createDiskStore(folder), files: new DiskFiles(folder) };
    await played(place, 4, 2);
    const open: string[] = [];
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (((await stat(path)).mode & 0o077) !== 0) open.push(path);
    }
    expect(open).toEqual([]);
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  test('a temporary file that an interrupted save left does not matter', async () => {
    const folder = await temporaryFolder();
    const place = { store: () => createDiskStore(folder), files: new DiskFiles(folder) };
    await played(place, 2);
    await writeFile(join(folder, 'workspace.json.tmp'), '{"half":');
    expect((await reopened(place)).recovered).toEqual([]);
  });
});
