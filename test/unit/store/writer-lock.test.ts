import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { processStamp } from '../../../src/main/store/process-identity.ts';
import { FolderLock } from '../../../src/main/store/writer-lock.ts';
import { HAS_LINKS } from '../../support/system.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** No process has it: Linux' highest is 4,194,304. */
const NO_PROCESS = 2 ** 30;

/** A lock as another process left it. */
async function lockLeftBy(holder: object | string): Promise<string> {
  const path = join(await temporaryFolder(), 'workspace.lock');
  await mkdir(path);
  await writeFile(join(path, 'left.json'), typeof holder === 'string' ? holder : JSON.stringify(holder));
  return path;
}

const since = new Date().toISOString();

test('of many that want a dead process’s lock at once, one gets it', async () => {
  for (let round = 0; round < 20; round += 1) {
    const path = await lockLeftBy({ pid: NO_PROCESS, host: hostname(), since, stamp: null });
    const locks = Array.from({ length: 12 }, () => new FolderLock(path));
    const results = await Promise.allSettled(locks.map((lock) => lock.acquire()));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results)
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ reason: 'locked' });
    await Promise.all(locks.map((lock) => lock.release()));
    expect(await readdir(join(path, '..'))).toEqual([]);
  }
});

test('where no folder can be made nothing can be kept, and it says why', async () => {
  const file = join(await temporaryFolder(), 'file');
  await writeFile(file, '');
  await expect(new FolderLock(join(file, 'workspace.lock')).acquire()).rejects.toMatchObject({
    reason: 'unusable',
    message: `The workspace cannot be stored in ${file}: it is a file, or inside one, not a folder.`,
  });
});

test.each(HAS_LINKS ? ['a file', 'a link'] : ['a file'])(
  'where %s stands in its place it is left there, and it says so',
  async (what) => {
    const folder = await temporaryFolder();
    const path = join(folder, 'workspace.lock');
    if (what === 'a file') await writeFile(path, 'mine');
    else await symlink('nowhere', path);
    await expect(new FolderLock(path).acquire()).rejects.toMatchObject({
      reason: 'unusable',
      message: `The workspace cannot be stored in ${folder}: ${what} is where the folder workspace.lock must go while the workspace is open; move it away.`,
    });
    expect(await readdir(folder)).toEqual(['workspace.lock']);
  },
);

test('a lock of this process is given back once, and then free', async () => {
  const path = join(await temporaryFolder(), 'new', 'workspace.lock');
  const [first, second] = [new FolderLock(path), new FolderLock(path)];
  await first.acquire();
  await second.release();
  await expect(second.acquire()).rejects.toThrow('this same process');
  await first.release();
  await second.acquire();
  await first.release();
  await expect(first.acquire()).rejects.toThrow('this same process');
});

test.each([
  ['whose process ended', { pid: NO_PROCESS, host: hostname(), since, stamp: null }],
  [
    'from before the computer was started',
    { pid: process.pid, host: hostname(), since: '2001-01-01T00:00:00Z', stamp: null },
  ],
  ['that cannot be read', '{"pid":'],
])('a lock %s is taken over', async (_, holder) => {
  const lock = new FolderLock(await lockLeftBy(holder));
  await lock.acquire();
  await lock.release();
});

test.runIf(process.platform === 'linux')('a lock of an earlier process with the same id is taken over', async () => {
  expect(await processStamp(process.pid)).toMatch(/^\S+ \d+$/);
  expect(await processStamp(NO_PROCESS)).toBeNull();
  const lock = new FolderLock(await lockLeftBy({ pid: process.pid, host: hostname(), since, stamp: 'boot 1' }));
  await lock.acquire();
  await lock.release();
});

test.runIf(process.platform === 'linux')(
  'a lock whose process runs is respected, whenever it says that it began: somebody may have set the clock',
  async () => {
    const stamp = await processStamp(process.pid);
    const path = await lockLeftBy({ pid: process.pid, host: hostname(), since: '2001-01-01T00:00:00Z', stamp });
    await expect(new FolderLock(path).acquire()).rejects.toThrow('this same process');
  },
);

test('what somebody put into the lock is moved beside it, and no lock', async () => {
  const path = await lockLeftBy({ pid: NO_PROCESS, host: hostname(), since, stamp: null });
  await writeFile(join(path, '.DS_Store'), 'not ours');
  await mkdir(join(path, 'a folder'));
  const lock = new FolderLock(path);
  await lock.acquire();
  expect(await readFile(`${path}.stray-.DS_Store`, 'utf8')).toBe('not ours');
  await lock.release();
});

test('an empty lock is nobody’s', async () => {
  const path = join(await temporaryFolder(), 'workspace.lock');
  await mkdir(path);
  const lock = new FolderLock(path);
  await lock.acquire();
  await lock.release();
});

test('a lock of another computer is respected: whether its process lives cannot be known here', async () => {
  const path = await lockLeftBy({ pid: 12, host: 'elsewhere', since, stamp: null });
  await expect(new FolderLock(path).acquire()).rejects.toThrow(
    `process 12 on elsewhere since ${since}. Close it there first; if that process has ended, delete ${path}.`,
  );
});
