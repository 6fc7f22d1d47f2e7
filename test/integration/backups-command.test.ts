/** `trigger-lab backups` and `trigger-lab restore`, on a folder on disk. */
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { main } from '../../src/main/commands/main.ts';
import { createSimulator } from '../../src/main/create-simulator.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { worldToJson } from '../../src/shared/world-json.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function trigger(...args: string[]) {
  const told = { out: '', err: '' };
  const say = (where: 'out' | 'err') => (text: string) => {
    told[where] += text;
  };
  const status = await main(
    args,
    { out: say('out'), err: say('err') },
    {
      version: '1.2.3',
      labWorkerUrl: new URL('../../src/main/lab-worker.ts', import.meta.url),
      openApp: async () => 40,
      serve: async () => 50,
    },
  );
  return { status, ...told };
}

const onDisk = (dataDir: string) => createSimulator({ dataDir, callbackBase: null, transport: 'direct' });

const state = (simulator: Simulator) => [
  simulator.workspace.title,
  simulator.workspace.now,
  simulator.exportScenario().text,
  JSON.stringify(worldToJson(simulator.workspace.world)),
];

const numbersIn = (out: string) => JSON.parse(out).backups.map((each: { saveNumber: number }) => each.saveNumber);

test('lists, restores, and what was there before can be restored in its turn', async () => {
  const folder = await temporaryFolder();
  const first = await onDisk(folder);
  const sample = state(first);
  await first.close();
  const second = await onDisk(folder);
  await second.opener.openLibrary('15-rework-and-relaunch');
  await second.player.run();
  const played = state(second);
  await second.close();

  const listed = await trigger('backups', '--data-dir', folder);
  expect(listed).toMatchObject({ status: 0, err: '' });
  const [headings, latest, ...earlier] = listed.out.trimEnd().split('\n');
  expect(headings).toMatch(/^NUMBER +SAVED +VIRTUAL TIME +CASES +ACTIONS +TITLE$/);
  const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ`;
  expect(latest).toMatch(new RegExp(`^ *\\d+ +${time} +${time} +1 +4 +${second.workspace.title}$`));
  expect(earlier.at(-1)).toMatch(/Sample workspace$/);

  const json = await trigger('backups', '--data-dir', folder, '--reporter', 'json');
  const { backups } = JSON.parse(json.out);
  expect(backups[0]).toMatchObject({ title: second.workspace.title, caseCount: 1, actionCount: 4, problem: null });
  const { saveNumber: before } = backups.find((each: { title: string }) => each.title === 'Sample workspace');

  const restored = await trigger('restore', String(before), '--data-dir', folder);
  expect(restored).toMatchObject({ status: 0, err: '' });
  const keptAs = backups[0].saveNumber;
  expect(restored.out).toBe(
    `Backup ${before}, “Sample workspace”, is now the workspace in ${folder}. The one it replaced is backup ${keptAs}.\n`,
  );
  const third = await onDisk(folder);
  expect(third.workspace.recovered).toEqual([]);
  expect(state(third)).toEqual(sample);
  await third.close();

  expect(await trigger('restore', String(keptAs), '--data-dir', folder)).toMatchObject({ status: 0, err: '' });
  const fourth = await onDisk(folder);
  onTestFinished(() => fourth.close());
  expect(state(fourth)).toEqual(played);
});

test('is refused in a sentence while the app has the folder open; the list can be looked at', async () => {
  const folder = await temporaryFolder();
  const simulator = await onDisk(folder);
  onTestFinished(() => simulator.close());
  const before = state(simulator);
  const { out, status } = await trigger('backups', '--data-dir', folder, '--reporter', 'json');
  expect(status).toBe(0);
  const refused = await trigger('restore', String(numbersIn(out)[0]), '--data-dir', folder);
  expect(refused).toMatchObject({ status: 2, out: '' });
  expect(refused.err).toMatch(
    /^trigger-lab: The workspace in .* is open in this same process .*Close it there first\.\n$/,
  );
  expect(state(simulator)).toEqual(before);
});

test('what is wrong is said in a sentence', async () => {
  const folder = await temporaryFolder();
  const none = await trigger('backups', '--data-dir', join(folder, 'nowhere'));
  expect(none).toMatchObject({ status: 2, out: '' });
  expect(none.err).toBe(
    `trigger-lab: There are no backups in ${join(folder, 'nowhere')}: expected a workspace's data folder.\n`,
  );
  expect(await trigger('restore', '1', '--data-dir', folder)).toMatchObject({ status: 2, out: '' });
  // Looking for what is not there leaves nothing behind.
  expect(await readdir(folder)).toEqual([]);

  const simulator = await onDisk(folder);
  await simulator.close();
  const wrong = async (...args: string[]) => {
    const { status, err } = await trigger(...args, '--data-dir', folder);
    expect(status).toBe(3);
    return err.split('\n')[0];
  };
  expect(await wrong('restore', '9')).toBe('trigger-lab: NUMBER 9: there is no such backup, expected one of 2, 1');
  expect(await wrong('restore')).toBe(
    'trigger-lab: no NUMBER given: expected the number of a backup, as listed by trigger-lab backups',
  );
  expect(await wrong('restore', 'last')).toBe('trigger-lab: NUMBER last: expected a whole number');
  expect(await wrong('restore', '1', '2')).toBe('trigger-lab: one backup at a time, not 1 and 2');
  expect(await wrong('backups', '--reporter', 'xml')).toBe('trigger-lab: --reporter xml: expected text, json');

  const file = join(folder, 'a-file');
  await writeFile(file, '');
  const noFolder = await trigger('backups', '--data-dir', file);
  expect(noFolder).toMatchObject({ status: 2, out: '' });
});

test('a damaged backup is listed as what it is, and changes nothing', async () => {
  const folder = await temporaryFolder();
  const simulator = await onDisk(folder);
  const before = state(simulator);
  await simulator.close();
  await writeFile(join(folder, 'backups/workspace-1.json'), '{');
  const listed = await trigger('backups', '--data-dir', folder);
  expect(listed.out).toMatch(/\n +1 +cannot be read: it is not JSON/);
  const refused = await trigger('restore', '1', '--data-dir', folder);
  expect(refused).toMatchObject({ status: 2, out: '' });
  expect(refused.err).toContain('The backup 1 could not be read: it is not JSON');
  const again = await onDisk(folder);
  onTestFinished(() => again.close());
  expect(state(again)).toEqual(before);
});

test('a listed title cannot command the terminal', async () => {
  const folder = await temporaryFolder();
  const simulator = await onDisk(folder);
  await simulator.opener.openText('a.yaml', 'title: "red \\e[31m"\n');
  await simulator.close();
  expect((await trigger('backups', '--data-dir', folder)).out).toContain('red \\u001b[31m');
});

test('both are told by --help', async () => {
  const { out } = await trigger('--help');
  expect(out).toMatch(/^ {2}backups .*lists the last saves of the workspace/m);
  expect(out).toMatch(/^ {2}restore NUMBER .*replaces the workspace with one of them/m);
  for (const [command, ...options] of [
    ['backups', '--workspace <NAME>', '--data-dir <D>', '--reporter <NAME>'],
    ['restore', '--workspace <NAME>', '--data-dir <D>'],
  ] as const)
    for (const option of options) expect((await trigger(command, '--help')).out).toContain(option);
});

test('a backup is restored in the app: one can go back, and what was not saved yet is a backup too', async () => {
  const folder = await temporaryFolder();
  const simulator = await onDisk(folder);
  onTestFinished(() => simulator.close());
  const [saved] = await simulator.workspace.backups();
  await simulator.workspace.acts.act({ type: 'launchCase', case: 'INV-1007' });
  await simulator.clock.advance({ by: 60_000 });
  const present = state(simulator);
  const number = saved?.saveNumber ?? 0;

  expect(await simulator.opener.restoreBackup(number)).toEqual({ ok: true });
  expect(state(simulator)).not.toEqual(present);
  const [, left] = await simulator.workspace.backups();
  expect(await simulator.opener.restoreBackup(left?.saveNumber ?? 0)).toEqual({ ok: true });
  expect(state(simulator)).toEqual(present);
  expect(await simulator.history.back()).toBe(true);
  expect(await simulator.history.back()).toBe(true);
  expect(state(simulator)).toEqual(present);
  expect(await simulator.opener.restoreBackup(77)).toMatchObject({ ok: false, reason: 'missing' });
  expect(state(simulator)).toEqual(present);
});

test('starting over leaves what was not saved yet as a backup', async () => {
  const folder = await temporaryFolder();
  const simulator = await onDisk(folder);
  onTestFinished(() => simulator.close());
  await simulator.workspace.acts.act({ type: 'launchCase', case: 'INV-1007' });
  const present = state(simulator);
  await simulator.opener.openEmpty();
  const [, left] = await simulator.workspace.backups();
  expect(await simulator.opener.restoreBackup(left?.saveNumber ?? 0)).toEqual({ ok: true });
  expect(state(simulator)).toEqual(present);
});

test('names a workspace among several; without a name it is the one that was open last', async () => {
  const folder = await temporaryFolder();
  const simulator = await onDisk(folder);
  await simulator.opener.openLibrary('15-rework-and-relaunch', { keepsCurrent: true });
  const { title } = simulator.workspace;
  const { openId } = simulator.switcher;
  const listed = await trigger('workspaces', '--data-dir', folder);
  expect(listed).toMatchObject({ status: 0, err: '' });
  expect(listed.out).toMatch(/^NAME +SAVED +CASES +ACTIONS +ID$/m);
  expect(listed.out).toMatch(new RegExp(`^${title} \\(open last\\) +.*Z +1 +0 +${openId}$`, 'm'));
  expect(listed.out).toMatch(/^Sample workspace +.* first$/m);
  await simulator.close();

  const backupsOf = async (...args: string[]) => {
    const { out } = await trigger('backups', '--data-dir', folder, '--reporter', 'json', ...args);
    return JSON.parse(out).backups.map((each: { title: string }) => each.title);
  };
  expect(new Set(await backupsOf())).toEqual(new Set([title]));
  expect(new Set(await backupsOf('--workspace', 'Sample workspace'))).toEqual(new Set(['Sample workspace']));
  expect(new Set(await backupsOf('--workspace', 'first'))).toEqual(new Set(['Sample workspace']));

  expect(await trigger('backups', '--data-dir', folder, '--workspace', 'Smaple')).toMatchObject({
    status: 3,
    err: expect.stringContaining('--workspace Smaple: there is no such workspace, expected one of “Sample workspace”'),
  });
  const { out } = await trigger('backups', '--data-dir', folder, '--workspace', 'first', '--reporter', 'json');
  const [{ saveNumber }] = JSON.parse(out).backups;
  const restored = await trigger(
    'restore',
    String(saveNumber),
    '--workspace',
    'Sample workspace',
    '--data-dir',
    folder,
  );
  expect(restored).toMatchObject({ status: 0, err: '' });

  // What was open last still is.
  const again = await onDisk(folder);
  onTestFinished(() => again.close());
  expect(again.workspace.title).toBe(title);
});

test('workspaces says where there are none', async () => {
  const folder = await temporaryFolder();
  expect(await trigger('workspaces', '--data-dir', folder)).toMatchObject({
    status: 2,
    err: expect.stringContaining('There are no workspaces in'),
  });
});
