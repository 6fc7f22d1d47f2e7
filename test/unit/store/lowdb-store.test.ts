/** What the store makes of files that refuse, once. */
import { expect, test } from 'vitest';
import { LowdbStore } from '../../../src/main/store/lowdb-store.ts';
import { MemoryFiles } from '../../../src/main/store/memory-files.ts';
import { LAST_INSTANT } from '../../../src/shared/instant.ts';
import { FailingFiles } from '../../support/failing-files.ts';
import { act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../../support/stored-workspace.ts';
import { wholeDocument } from '../../support/whole-document.ts';

class RefusingFiles extends MemoryFiles {
  refuses: 'write' | 'move' | null = null;
  /** Whether it goes on refusing. */
  forGood = false;

  override async writeAtomically(name: string, text: string): Promise<void> {
    this.#refuse('write');
    return super.writeAtomically(name, text);
  }

  override async move(from: string, to: string): Promise<void> {
    this.#refuse('move');
    return super.move(from, to);
  }

  #refuse(operation: 'write' | 'move'): void {
    if (this.refuses !== operation) return;
    if (!this.forGood) this.refuses = null;
    throw new Error('no space left');
  }
}

async function openedOn(files: MemoryFiles) {
  const store = new LowdbStore(files);
  const opened = await store.open();
  await store.close();
  return opened;
}

test.each(['write', 'move'] as const)(
  'a save that fails at its %s loses nothing, and the next one succeeds',
  async (operation) => {
    const files = new RefusingFiles();
    const store = new LowdbStore(files);
    await store.open();
    const workspace = newWorkspace();
    await store.save(workspace);
    const runtime = runtimeOf(workspace, store);
    await act(runtime, 0, 3);

    files.refuses = operation;
    const failing = (async () => (await store.begin(workspaceOf(runtime, workspace))).write())();
    await expect(failing).rejects.toThrow('no space left');
    await act(runtime, 3, 6);
    await store.flush();
    const { workspace: meanwhile, recovered } = await openedOn(files);
    expect(recovered).toEqual([]);
    expect(asPlain(meanwhile!)).toEqual(asPlain(workspaceOf(runtime, workspace)));

    await store.save(workspaceOf(runtime, workspace));
    await act(runtime, 6, 9);
    await store.close();
    expect(asPlain((await openedOn(files)).workspace!)).toEqual(asPlain(workspaceOf(runtime, workspace)));
  },
);

test('where another workspace has no journal yet, nothing is taken for it, and it gets one as soon as it can', async () => {
  const files = new RefusingFiles();
  const store = new LowdbStore(files);
  await store.open();
  const workspace = newWorkspace();
  await store.save(workspace);
  const left = runtimeOf(workspace, store);
  await act(left, 0, 3);
  const journalled = await files.read('journal.ndjson');
  const other = newWorkspace('Another');
  files.refuses = 'move';
  files.forGood = true;
  await expect(store.save(other)).rejects.toThrow('no space left');
  const runtime = runtimeOf(other, store);
  await expect(act(runtime, 0, 1)).rejects.toThrow('no space left');
  files.refuses = null;
  await act(runtime, 1, 3);
  // Without a save: what was not acknowledged is not lost either.
  expect(asPlain((await openedOn(files)).workspace!)).toEqual(asPlain(workspaceOf(runtime, other)));
  // And the journal of the one before it lies among the backups.
  expect(await files.read('backups/journal-1.ndjson')).toBe(journalled);
  await store.close();
});

test('a journal that can neither make way nor be gone on with is never written over', async () => {
  const disk = new MemoryFiles();
  const failing = new FailingFiles(disk);
  const store = new LowdbStore(failing);
  await store.open();
  const workspace = newWorkspace();
  await store.save(workspace);
  const runtime = runtimeOf(workspace, store);
  await act(runtime, 0, 2);

  failing.faults = (operation) => (operation === 'resumeLog' ? { code: 'ENOSPC', when: 'before' } : null);
  await expect(store.save(workspaceOf(runtime, workspace))).rejects.toThrow('the disk is full');
  await expect(act(runtime, 2, 3)).rejects.toThrow('the disk is full');
  // The next save gets as far as its document.
  failing.faults = (operation) => (operation === 'write' ? { code: 'ENOSPC', when: 'before' } : null);
  await expect(store.save(workspaceOf(runtime, workspace))).rejects.toThrow('the disk is full');
  await act(runtime, 3, 4);

  const { workspace: found, recovered } = await openedOn(disk);
  expect(recovered).toEqual([]);
  expect(asPlain(found!)).toEqual(asPlain(workspaceOf(runtime, workspace)));
  await store.close();
});

test('a workspace that is not what was recorded is not saved', async () => {
  const store = new LowdbStore(new MemoryFiles());
  const workspace = newWorkspace();
  await expect(store.save(workspace)).rejects.toThrow('not open');
  await store.open();
  await expect(store.open()).rejects.toThrow('open already');
  await store.save(workspace);
  store.record({ seq: 1, at: workspace.now, input: { type: 'advanced' } });
  await expect(store.save(workspace)).rejects.toThrow('the world holds entry 1, the workspace to save says 0');
  await store.close();
});

test.each([
  ['a little', LAST_INSTANT + 1, 'journal entry 2 lies beyond 31 December 9999'],
  ['far', 2 ** 60, 'expected an entry with its number and its instant'],
])(
  'a journal of version 3 that goes %s beyond the last instant is read up to there, the rest moved aside',
  async (_, at, why) => {
    const files = new MemoryFiles();
    const identity = { saveNumber: 1, workspaceId: 'w' };
    await files.writeAtomically('workspace.json', JSON.stringify(wholeDocument(newWorkspace(), identity)));
    const advanced = { type: 'advanced' };
    const lines = [
      { journal: identity },
      { seq: 1, at: LAST_INSTANT, input: advanced },
      { seq: 2, at, input: advanced },
    ];
    await files.writeAtomically('journal.ndjson', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

    const { workspace, recovered } = await openedOn(files);
    expect(workspace).toMatchObject({ seq: 1, now: LAST_INSTANT });
    expect(recovered).toEqual([
      expect.stringContaining(`line 3 onwards: ${why}. Everything up to entry 1 was recovered`),
    ]);
    const aside = /moved to (\S+)\.$/.exec(recovered[0] ?? '')?.[1] ?? '';
    expect(await files.read(aside)).toContain('"seq":2');
  },
);

test('a document whose save was interrupted before it left its backup gets one when it is opened', async () => {
  const files = new MemoryFiles();
  const store = new LowdbStore(files);
  await store.open();
  await store.save(newWorkspace());
  await store.close();
  await files.remove('backups/workspace-1.json');
  const again = new LowdbStore(files);
  await again.open();
  expect((await again.backups()).map(({ saveNumber, problem }) => [saveNumber, problem])).toEqual([[1, null]]);
  await again.close();
});
