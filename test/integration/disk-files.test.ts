/** What DiskFiles asks of the disk, in which order: durability cannot be seen, only asked for. */
import type { FileHandle } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { DiskFiles } from '../../src/main/store/disk-files.ts';
import type { LogFormat } from '../../src/main/store/files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const disk = vi.hoisted(() => ({ asked: [] as string[], fullAfter: Number.POSITIVE_INFINITY }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof import('node:fs/promises')>();
  const watched = (handle: FileHandle, name: string) => {
    const { sync, datasync } = handle;
    const write = handle.write.bind(handle) as (bytes: Buffer, ...place: number[]) => Promise<{ bytesWritten: number }>;
    return Object.assign(handle, {
      sync: () => {
        disk.asked.push(`sync ${name}`);
        return sync.call(handle);
      },
      datasync: () => {
        disk.asked.push(`datasync ${name}`);
        return datasync.call(handle);
      },
      write: async (bytes: Buffer, offset: number, length: number, position: number) => {
        const isLine = name === 'journal.ndjson' && position > 0;
        const written = await write(bytes, offset, isLine ? Math.min(length, disk.fullAfter) : length, position);
        if (isLine && length > disk.fullAfter) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
        return written;
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

async function collected<T>(all: AsyncIterable<T>): Promise<T[]> {
  const each: T[] = [];
  for await (const one of all) each.push(one);
  return each;
}

/** Lines as they are, behind a first line that counts them. */
class Counting implements LogFormat {
  #count = 0;

  header(): string {
    return `${String(this.#count).padStart(3, '0')}\n`;
  }

  encode(value: unknown): string {
    this.#count += 1;
    return `${JSON.stringify(value)}\n`;
  }
}

const LOG = 'journal.ndjson';

async function begunLog(): Promise<void> {
  const format = new Counting();
  await files.writeAtomically(LOG, format.header());
  await files.resumeLog(LOG, format, format.header().length);
  disk.asked = [];
}

test('appended lines are one write and one sync, the first line with them', async () => {
  await begunLog();
  files.append(LOG, { seq: 1 });
  files.append(LOG, { seq: 2 });
  expect(disk.asked).toEqual([]);
  await files.flush();
  expect(disk.asked).toEqual(['datasync journal.ndjson']);
  expect(files.flush()).toBeUndefined();
  await files.close();
  expect(await readFile(join(files.place, LOG), 'utf8')).toBe('002\n{"seq":1}\n{"seq":2}\n');
});

test('lines appended while a flush runs go with the next', async () => {
  await begunLog();
  files.append(LOG, 1);
  const first = files.flush();
  files.append(LOG, 2);
  await Promise.all([first, files.flush()]);
  expect(await files.read(LOG)).toBe('002\n1\n2\n');
  await files.close();
});

test('what a full disk took half of is said in words, cut off and written again', async () => {
  await begunLog();
  files.append(LOG, { seq: 1 });
  await files.flush();
  disk.fullAfter = 5;
  files.append(LOG, { seq: 2 });
  await expect(files.flush()).rejects.toMatchObject({
    name: 'StoreFailure',
    reason: 'unwritable',
    message: `The workspace in ${files.place} cannot be written: the disk is full.`,
  });
  expect(await files.read(LOG)).toBe('001\n{"seq":1}\n{"seq');
  disk.fullAfter = Number.POSITIVE_INFINITY;
  files.append(LOG, { seq: 3 });
  await files.flush();
  await files.close();
  expect(await files.read(LOG)).toBe('003\n{"seq":1}\n{"seq":2}\n{"seq":3}\n');
});

test('a file is read line by line, with the place of each in bytes', async () => {
  await files.writeAtomically('lines', 'ä\n\nlast');
  const lines = await collected(files.lines('lines'));
  expect(lines).toEqual([
    { text: 'ä', offset: 0, size: 3, isWhole: true },
    { text: '', offset: 3, size: 1, isWhole: true },
    { text: 'last', offset: 4, size: 4, isWhole: false },
  ]);
  expect(await collected(files.lines('none'))).toEqual([]);
});
