import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import {
  appFolders,
  archiveIn,
  programIn,
  whyNotStarted,
  wrongInstallers,
} from '../../../scripts/desktop/built-app.ts';
import { HAS_SH } from '../../support/system.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text, { mode: 0o755 });
  return folder;
}

it.each([
  ['linux', ['linux-x86_64.AppImage', 'linux-amd64.deb', 'linux-x86_64.rpm', 'linux-x64.zip']],
  ['darwin', ['mac-arm64.dmg', 'mac-x64.dmg', 'mac-arm64.zip', 'mac-x64.zip']],
  ['win32', ['win-x64.exe', 'win-x64.zip']],
] as const)('for %s every installer must be there', async (platform, ends) => {
  const whole = Object.fromEntries(ends.map((end) => [`trigger-lab-1.0.0-${end}`, 'bytes']));
  expect(wrongInstallers(await folderWith(whole), platform)).toEqual([]);
  expect(wrongInstallers(await folderWith({ 'builder-debug.yml': '' }), platform)).toHaveLength(ends.length);
});

it('nothing is for users that is empty, a stand-in or for tests', async () => {
  const names = ['trigger-lab-1.exe', 'trigger-lab-1.zip', 'trigger-lab-stand-in-1.zip', 'trigger-lab-for-tests-1.exe'];
  const output = await folderWith({ ...Object.fromEntries(names.map((name) => [name, 'x'])), 'trigger-lab-2.zip': '' });
  expect(wrongInstallers(output, 'win32').toSorted()).toEqual([
    expect.stringContaining('trigger-lab-2.zip is empty'),
    expect.stringContaining('trigger-lab-for-tests-1.exe is not for users'),
    expect.stringContaining('trigger-lab-stand-in-1.zip is not for users'),
  ]);
});

it('finds the app of each processor, its program and its archive', async () => {
  const output = await temporaryFolder();
  for (const name of ['mac', 'mac-arm64/Trigger Lab.app', 'app', 'icons', 'win-unpacked']) {
    await mkdir(join(output, name), { recursive: true });
  }
  await writeFile(join(output, 'win-unpacked/trigger-lab.exe'), '');
  expect(appFolders(output).toSorted()).toEqual(['mac', 'mac-arm64', 'win-unpacked'].map((name) => join(output, name)));
  const [mac, windows] = [join(output, 'mac-arm64'), join(output, 'win-unpacked')];
  expect(programIn(windows)).toBe(join(windows, 'trigger-lab.exe'));
  expect(archiveIn(windows)).toBe(join(windows, 'resources/app.asar'));
  expect(archiveIn(mac)).toBe(join(mac, 'Trigger Lab.app/Contents/Resources/app.asar'));
  expect(() => programIn(join(output, 'mac'))).toThrow('holds no Trigger Lab');
});

it.skipIf(!HAS_SH)('a program that starts is ended, one that does not is quoted', async () => {
  const starts = await folderWith({
    'trigger-lab':
      '#!/bin/sh\nwhile [ "$1" != --data-dir ]; do shift; done\ntouch "$2/workspace.json"\nexec sleep 60\n',
  });
  expect(await whyNotStarted(starts, 20_000)).toBeNull();
  const fails = await folderWith({ 'trigger-lab': '#!/bin/sh\necho no library >&2\nexit 3\n' });
  expect(await whyNotStarted(fails, 20_000)).toMatch(/trigger-lab did not start: no library$/);
  const missing = await folderWith({ 'trigger-lab': '#!/no/such/shell\n' });
  expect(await whyNotStarted(missing, 20_000)).toMatch(/did not start: .*ENOENT/);
});
