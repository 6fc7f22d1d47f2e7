/** What DiskFiles asks of the disk, in which order: durability cannot be seen, only asked for. */
import type { FileHandle } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { DiskFiles } from '../../../src/main/store/disk-files.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const disk = vi.hoisted(() => ({ asked: [] as string[], fullAfter: Number.POSITIVE_INFINITY }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const watched = (handle: FileHandle, name: string) => {
    const { sync, datasync, appendFile } = handle;
    return Object.assign(handle, {
      sync: () => {
        disk.asked.push(`sync ${name}`);
        return sync.call(handle);
      },
      datasync: () => {
        disk.asked.push(`datasync ${name}`);
        return datasync.call(handle);
      },
      appendFile: async (bytes: Buffer) => {
        await appendFile.call(handle, bytes.subarray(0, disk.fullAfter));
        if (bytes.length > disk.fullAfter) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      },
    });
  };
  return {
    ...real,
    open: async (path: string, flags: string) => watched(await real.open(path, flags), basename(path)),
    rename: (from: string, to: string) => {
      disk.asked.push(`rename ${basename(from)} ${basename(to)}`);
      return real.rename(from, to);
    },
  };
});

let files: DiskFiles;

beforeEach(async () => {
  files = new DiskFiles(join(await temporaryFolder(), 'store'));
  await files.writeAtomically('first.json', '');
  disk.asked = [];
  disk.fullAfter = Number.POSITIVE_INFINITY;
});

test('a file is replaced by one that is wholly on disk, then its folder is', async () => {
  await files.writeAtomically('workspace.json', '{}');
  expect(disk.asked).toEqual(['sync workspace.json.tmp', 'rename workspace.json.tmp workspace.json', 'sync store']);
});

test('a new folder is itself put on disk', async () => {
  await files.copy('first.json', 'backups/first.json');
  expect(disk.asked).toEqual(['sync store', 'sync first.json.tmp', 'rename first.json.tmp first.json', 'sync backups']);
});

test('a moved file is on disk in both folders', async () => {
  await files.move('first.json', 'backups/second.json');
  expect(disk.asked).toEqual(['sync store', 'rename first.json second.json', 'sync backups', 'sync store']);
});

test('appended lines are one write and one sync; the first also puts the name on disk', async () => {
  files.append('journal.ndjson', { seq: 1 });
  files.append('journal.ndjson', { seq: 2 });
  expect(disk.asked).toEqual([]);
  await files.flush();
  expect(disk.asked).toEqual(['datasync journal.ndjson', 'sync store']);
  files.append('journal.ndjson', { seq: 3 });
  await files.flush();
  expect(disk.asked).toEqual(['datasync journal.ndjson', 'sync store', 'datasync journal.ndjson']);
  expect(files.flush()).toBeUndefined();
  await files.close();
  expect(await readFile(join(files.place, 'journal.ndjson'), 'utf8')).toBe('{"seq":1}\n{"seq":2}\n{"seq":3}\n');
});

test('lines appended while a flush runs go with the next', async () => {
  files.append('journal.ndjson', 1);
  const first = files.flush();
  files.append('journal.ndjson', 2);
  await Promise.all([first, files.flush()]);
  expect(await files.read('journal.ndjson')).toBe('1\n2\n');
  await files.close();
});

test('what a full disk took half of is cut off and written again', async () => {
  files.append('journal.ndjson', { seq: 1 });
  await files.flush();
  disk.fullAfter = 5;
  files.append('journal.ndjson', { seq: 2 });
  await expect(files.flush()).rejects.toThrow('no space left');
  expect(await files.read('journal.ndjson')).toBe('{"seq":1}\n{"seq');
  disk.fullAfter = Number.POSITIVE_INFINITY;
  files.append('journal.ndjson', { seq: 3 });
  await files.flush();
  await files.close();
  expect(await files.read('journal.ndjson')).toBe('{"seq":1}\n{"seq":2}\n{"seq":3}\n');
});
