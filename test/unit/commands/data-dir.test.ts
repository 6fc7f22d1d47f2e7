import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { defaultDataDir } from '../../../src/main/commands/data-dir.ts';
import { parseDesktopArgs } from '../../../src/main/commands/desktop-options.ts';

it.each([
  ['linux', {}, ['/home/ann', '.local', 'share', 'trigger-lab']],
  ['linux', { XDG_DATA_HOME: '/data' }, ['/data', 'trigger-lab']],
  ['linux', { XDG_DATA_HOME: 'relative' }, ['/home/ann', '.local', 'share', 'trigger-lab']],
  ['darwin', {}, ['/home/ann', 'Library', 'Application Support', 'Trigger Lab']],
  ['win32', { APPDATA: '/roaming' }, ['/roaming', 'Trigger Lab']],
  ['win32', {}, ['/home/ann', 'AppData', 'Roaming', 'Trigger Lab']],
] as const)('is where %s keeps data, with %o', (platform, env, path) => {
  expect(defaultDataDir(platform, env, '/home/ann')).toBe(join(...path));
});

it("finds the app's own options among Electron's", () => {
  const args = [
    '--no-sandbox',
    '--inspect=0',
    '/out/main/electron.js',
    '--data-dir',
    'd',
    '--scenario=s.yaml',
    '--no-open',
  ];
  expect(parseDesktopArgs(args)).toEqual({ dataDir: 'd', scenario: resolve('s.yaml') });
  expect(parseDesktopArgs(['electron.js'])).toEqual({ dataDir: defaultDataDir(), scenario: null });
});

it.each([
  ['as a path', ['a b.trigger.yaml'], resolve('a b.trigger.yaml')],
  ['beside options', ['--no-sandbox', '--data-dir', 'd', 's.yml'], resolve('s.yml')],
  ['after the entry, in a checkout', ['out/main/electron.js', 'S.YAML'], resolve('S.YAML')],
  ['as an address', [pathToFileURL('a b.trigger.yaml').href], resolve('a b.trigger.yaml')],
  ['less than by its option', ['--scenario', 'b.yaml', 'a.yaml'], resolve('b.yaml')],
  ['as an address that leads nowhere', ['file:///%2F.yaml'], resolve('file:///%2F.yaml')],
])('opens the file that the system starts it with, %s', (_, args, scenario) => {
  expect(parseDesktopArgs(args)).toMatchObject({ scenario });
});

it.each([
  [['electron.js', '--data-dir'], '--data-dir: expected a folder'],
  [['electron.js', '--data-dir='], '--data-dir: expected a folder'],
  [['--data-dir', '--no-open'], '--data-dir: expected a folder'],
  [['--data-dir', 'd', '--scenario'], '--scenario: expected a file'],
  [['--scenario', '', '--data-dir', 'd'], '--scenario: expected a file'],
])('opens no other workspace than was meant: %j', (args, wrong) => {
  expect(parseDesktopArgs(args)).toEqual({ wrong });
});
