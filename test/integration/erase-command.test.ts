/** `trigger-lab erase`, on a folder on disk. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSimulator } from '../../src/main/create-simulator.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { trigger } from '../support/trigger.ts';

const onDisk = (dataDir: string) => createSimulator({ dataDir, callbackBase: null, transport: 'direct' });

/** The sample workspace, the profile of a window, and a file of somebody else. */
async function lived(): Promise<string> {
  const folder = join(await temporaryFolder(), 'data');
  const simulator = await onDisk(folder);
  await simulator.opener.openEmpty({ keepsCurrent: true });
  await simulator.close();
  await mkdir(join(folder, 'window', 'Local Storage'), { recursive: true });
  await writeFile(join(folder, 'window', 'Local Storage', 'LOG'), 'x'.repeat(1_500));
  await writeFile(join(folder, 'window.erase'), '');
  await writeFile(join(folder, 'notes.txt'), 'mine');
  return folder;
}

test('lists what it would remove, and removes it with --yes', async () => {
  const folder = await lived();
  const listed = await trigger('erase', '--data-dir', folder);
  expect(listed).toMatchObject({ status: 0, err: '' });
  const lines = listed.out.trimEnd().split('\n');
  expect(lines.shift()).toBe(`In ${folder}, this would be removed for good:`);
  expect(lines.shift()).toBe('  2 workspaces: “Sample workspace”, “Empty workspace”');
  expect(lines.shift()).toMatch(/^ {2}\d+ backups$/);
  expect(lines.shift()).toBe('  the profile of the app’s window');
  expect(lines.shift()).toMatch(/^ {2}\d+ files, \d+ KB in all$/);
  expect(lines).toEqual([
    '  stays, since it is not Trigger Lab’s: notes.txt',
    'Nothing was removed. To remove it, add --yes.',
  ]);
  const again = await onDisk(folder);
  expect(again.workspace.title).toBe('Empty workspace');
  await again.close();

  const erased = await trigger('erase', '--data-dir', folder, '--yes');
  expect(erased).toMatchObject({ status: 0, err: '' });
  expect(erased.out).toMatch(
    /^\d+ files, \d+ KB, were removed from .*\.\n {2}stays, since it is not Trigger Lab’s: notes\.txt\n$/,
  );
  expect(await readdir(folder)).toEqual(['notes.txt']);

  expect(await trigger('erase', '--data-dir', folder, '--yes')).toMatchObject({
    status: 0,
    out: `There is nothing of Trigger Lab in ${folder}.\n  stays, since it is not Trigger Lab’s: notes.txt\n`,
  });
  const anew = await onDisk(folder);
  expect(anew.hadWorkspace).toBe(false);
  expect(anew.workspace.title).toBe('Sample workspace');
  await anew.close();
});

test('removes nothing while the folder is open elsewhere, and makes none', async () => {
  const folder = await lived();
  const simulator = await onDisk(folder);
  const before = await readdir(folder, { recursive: true });
  const refused = await trigger('erase', '--data-dir', folder, '--yes');
  expect(refused.status).toBe(2);
  expect(refused.err).toMatch(/is open in .*Close it there first\.\n$/);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  await simulator.close();

  const none = join(folder, 'none');
  expect((await trigger('erase', '--data-dir', none, '--yes')).status).toBe(0);
  expect(existsSync(none)).toBe(false);
});
