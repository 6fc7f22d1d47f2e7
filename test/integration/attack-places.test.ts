/**
 * What may stand where a file of the workspace should be, on a real disk: a folder, a link, a link to itself, nothing. Opening never
 * fails with a system's error, costs nothing that has a copy, and says what is missing.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDiskStore } from '../../src/main/store/create-store.ts';
import { ACTS, act, asPlain, newWorkspace, runtimeOf, workspaceOf } from '../support/stored-workspace.ts';
import { HAS_LINKS } from '../support/system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** As the workspace was left; each test harms another copy of it. */
let left: string;
let folder: string;
let whole: unknown;
/** The last entry that the document holds. */
let savedSeq: number;
let part: string;

beforeAll(async () => {
  left = await mkdtemp(join(tmpdir(), 'trigger-lab-places-'));
  const store = createDiskStore(left);
  await store.open();
  const workspace = newWorkspace();
  await store.save(workspace);
  const runtime = runtimeOf(workspace, store);
  for (const end of [3, 6, 9]) {
    await act(runtime, end - 3, end);
    await store.save(workspaceOf(runtime, workspace));
  }
  savedSeq = runtime.seq;
  await act(runtime, 9, ACTS.length);
  await store.close();
  whole = asPlain(workspaceOf(runtime, workspace));
  const text = await readFile(join(left, 'workspace.json'), 'utf8');
  const parts: { kind: string; hash: string }[] = JSON.parse(text).document.parts;
  part = `${parts.find(({ kind }) => kind === 'actions')?.hash}.ndjson`;
  return () => rm(left, { recursive: true });
});

beforeEach(async () => {
  folder = join(await temporaryFolder(), 'data');
  await cp(left, folder, { recursive: true });
});

/** Opens, saves once more, closes. */
async function opened() {
  const store = createDiskStore(folder);
  const found = await store.open();
  const workspace = found.workspace;
  const problem =
    workspace === null || found.readOnly !== null
      ? null
      : await store.save(workspace).then(
          () => null,
          (error: Error) => error,
        );
  await store.close();
  const sentences = [...found.recovered, found.readOnly ?? '', problem?.message ?? ''];
  expect(sentences.join('\n')).not.toMatch(/\bE[A-Z]{4,}\b/);
  return { ...found, plain: workspace && asPlain(workspace), problem };
}

const emptied = async (path: string) => rm(path, { recursive: true, force: true });
const LINKS: Record<string, (path: string) => Promise<unknown>> = {
  'a link to itself': async (path) => {
    await emptied(path);
    await symlink(path, path);
  },
  'a link to nothing': async (path) => {
    await emptied(path);
    await symlink(`${path}.nowhere`, path);
  },
  'a link to where it was moved': async (path) => {
    await rename(path, `${path}.moved`);
    await symlink(`${path}.moved`, path);
  },
};
const STANDINGS: Record<string, (path: string) => Promise<unknown>> = {
  'a folder': async (path) => {
    await emptied(path);
    await mkdir(path);
    await writeFile(join(path, 'something'), 'in it');
  },
  ...(HAS_LINKS ? LINKS : {}),
  nothing: emptied,
};

const FILES: Record<string, () => string> = {
  'the document': () => 'workspace.json',
  'a part': () => `parts/${part}`,
  'the copy of a part': () => `backups/parts/${part}`,
  'the newest backup': () => 'backups/workspace-4.json',
  'an older backup': () => 'backups/workspace-2.json',
  'a journal among the backups': () => 'backups/journal-3.ndjson',
};

describe.each(Object.entries(FILES))('where %s should be', (_, name) => {
  it.each(Object.entries(STANDINGS))('stands %s: nothing is lost, and saves go on', async (_, put) => {
    await put(join(folder, name()));
    expect(await opened()).toMatchObject({ plain: whole, readOnly: null, problem: null });
    // Also when it has become old, and is to be removed.
    const saves = name().startsWith('backups/') ? 5 : 1;
    for (let save = 0; save < saves; save += 1) expect(await opened()).toMatchObject({ plain: whole, problem: null });
  });
});

describe('where the journal should be', () => {
  it.each(Object.entries(STANDINGS).filter(([what]) => !what.includes('was moved')))(
    'stands %s: what was saved is there, and the loss is said',
    async (_, put) => {
      await put(join(folder, 'journal.ndjson'));
      const { workspace, recovered, readOnly, problem } = await opened();
      expect([workspace?.seq, readOnly, problem]).toEqual([savedSeq, null, null]);
      expect(recovered.join('\n')).toContain(`entry ${savedSeq}`);
    },
  );

  it('stands a link to where it was moved: it is followed', async () => {
    await STANDINGS['a link to where it was moved']?.(join(folder, 'journal.ndjson'));
    expect(await opened()).toMatchObject({ plain: whole, recovered: [] });
  });
});

describe('where a journal is prepared', () => {
  it.each(Object.entries(STANDINGS).filter(([what]) => !what.includes('was moved')))(
    'stands %s: nothing is lost, and saves go on',
    async (_, put) => {
      await put(join(folder, 'journal.next.ndjson'));
      expect(await opened()).toMatchObject({ plain: whole, readOnly: null, problem: null });
    },
  );
});

describe.each(['parts', 'backups', 'backups/parts'])('where the folder %s should be', (name) => {
  it.each([
    ...Object.entries(STANDINGS),
    [
      'a file',
      async (path: string) => {
        await emptied(path);
        await writeFile(path, '');
      },
    ] as const,
  ])('stands %s: all is there; what cannot be kept is said', async (_, put) => {
    const path = join(folder, name);
    await put(path);
    expect((await opened()).plain).toEqual(whole);
    // Whoever clears it away goes on where it was.
    const isWhole = (await readdir(path).catch(() => null)) !== null;
    if (!isWhole) await emptied(path);
    expect(await opened()).toMatchObject({ plain: whole, readOnly: null, problem: null });
  });
});

it.each([['workspace.json'], ['backups/workspace-4.json'], ['parts'], ['backups/parts']])(
  '%s cut anywhere costs nothing',
  async (name) => {
    const path = join(folder, name.endsWith('parts') ? `${name}/${part}` : name);
    const content = await readFile(path);
    // Every byte of its end, and some before.
    for (let length = content.length - 1; length >= 0; length -= length > content.length - 20 ? 1 : 1_999) {
      await truncate(path, length);
      expect((await opened()).plain, `cut at byte ${length}`).toEqual(whole);
      await rm(folder, { recursive: true });
      await cp(left, folder, { recursive: true });
    }
  },
);
