import { expect, it, vi } from 'vitest';
import { isSameFile, replaceFile } from '../../../src/main/store/durable.ts';

const failing = (code: string, times: number) => {
  let left = times;
  return vi.fn(async () => {
    if (left-- > 0) throw Object.assign(new Error(code), { code });
  });
};

it.each(['EPERM', 'EACCES', 'EBUSY'])(
  'on Windows a file that another program has open is waited for (%s)',
  async (code) => {
    const renameOnce = failing(code, 2);
    await replaceFile('new', 'old', { renameOnce, platform: 'win32', wait: async () => undefined });
    expect(renameOnce.mock.calls).toEqual(Array.from({ length: 3 }, () => ['new', 'old']));
  },
);

it('but not indefinitely: a second', async () => {
  const renameOnce = failing('EPERM', Number.POSITIVE_INFINITY);
  const waited: number[] = [];
  const wait = async (ms: number) => waited.push(ms);
  await expect(replaceFile('new', 'old', { renameOnce, platform: 'win32', wait })).rejects.toThrow('EPERM');
  const whole = waited.reduce((sum, ms) => sum + ms, 0);
  expect([whole > 1_000, whole < 2_000]).toEqual([true, true]);
});

it.each([
  ['linux', 'EPERM'],
  ['win32', 'ENOENT'],
] as const)('what time does not mend is told at once (%s, %s)', async (platform, code) => {
  const renameOnce = failing(code, 1);
  await expect(replaceFile('new', 'old', { renameOnce, platform })).rejects.toThrow(code);
  expect(renameOnce).toHaveBeenCalledOnce();
});

it('a file is the same by its number and its disk’s, on Windows by its own alone', () => {
  expect(isSameFile({ dev: 1, ino: 2 }, { dev: 1, ino: 2 }, 'linux')).toBe(true);
  expect(isSameFile({ dev: 1, ino: 2 }, { dev: 3, ino: 2 }, 'linux')).toBe(false);
  expect(isSameFile({ dev: 1, ino: 2 }, { dev: 1, ino: 3 }, 'win32')).toBe(false);
  expect(isSameFile({ dev: 1, ino: 2 }, { dev: 3, ino: 2 }, 'win32')).toBe(true);
});
