/** A desktop app that was built: where its program is, what its fuses say, whether it starts, which installers lie beside it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';

/** What must be there for users of each system, by the ends of the files' names. */
const INSTALLERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['.AppImage', '.deb', '.rpm', '.zip'],
  darwin: ['-arm64.dmg', '-x64.dmg', '-arm64.zip', '-x64.zip'],
  win32: ['.exe', '.zip'],
};

const FUSES: readonly (readonly [fuse: FuseV1Options, isOn: boolean])[] = [
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
];

/** The folders of a build that hold an app, one for each processor. */
export function appFolders(output: string): string[] {
  return readdirSync(output)
    .filter((name) => /^(linux|win|mac)(-\w+)*$/.test(name))
    .map((name) => join(output, name));
}

/** The program in such a folder, or on macOS the bundle. */
export function programIn(folder: string): string {
  const name = readdirSync(folder).find((each) => /^trigger.lab[^.]*(\.exe|\.app)?$/i.test(each));
  if (name === undefined) throw new Error(`${folder} holds no Trigger Lab`);
  return join(folder, name);
}

/** What is started of it: of a bundle, the program in it. */
export function executableIn(folder: string): string {
  const program = programIn(folder);
  return program.endsWith('.app') ? join(program, 'Contents/MacOS', basename(program, '.app')) : program;
}

/** The archive with the app's files. */
export function archiveIn(folder: string): string {
  const program = programIn(folder);
  return program.endsWith('.app')
    ? join(program, 'Contents/Resources/app.asar')
    : join(folder, 'resources', 'app.asar');
}

/** The fuses that are not as they must be for users, in words. */
export async function wrongFuses(folder: string): Promise<string[]> {
  const wire = await getCurrentFuseWire(programIn(folder));
  const isOn = (fuse: FuseV1Options) => wire[fuse] === FuseState.ENABLE;
  return FUSES.filter(([fuse, expected]) => isOn(fuse) !== expected).map(
    ([fuse, expected]) => `${folder}: the fuse ${FuseV1Options[fuse]} is ${expected ? 'off' : 'on'}`,
  );
}

/** What is missing for users of a system, or must not be there, in words. */
export function wrongInstallers(output: string, platform = process.platform): string[] {
  const names = readdirSync(output).filter((name) => statSync(join(output, name)).isFile());
  const installers = names.filter((name) => name.startsWith('trigger-lab-'));
  const missing = (INSTALLERS[platform] ?? []).filter((end) => !installers.some((name) => name.endsWith(end)));
  const others = installers.filter((name) => /stand-in|for-tests/.test(name));
  return [
    ...missing.map((end) => `${output}: there is no trigger-lab-…${end}`),
    ...others.map((name) => `${output}: ${name} is not for users`),
    ...installers
      .filter((name) => statSync(join(output, name)).size === 0)
      .map((name) => `${output}: ${name} is empty`),
  ];
}

/** Starts a program on an empty data folder and ends it when it has made its workspace; what it said where it does not, else null. */
export async function whyNotStarted(folder: string, limitMs: number): Promise<string | null> {
  const file = executableIn(folder);
  const dataDir = mkdtempSync(join(tmpdir(), 'trigger-lab-started-'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = spawn(file, [...asRoot, '--data-dir', dataDir], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Buffer[] = [];
  for (const stream of [app.stdout, app.stderr]) stream.on('data', (chunk: Buffer) => said.push(chunk));
  let hasEnded = false;
  const ended = once(app, 'exit')
    .catch((error: Error) => said.push(Buffer.from(error.message)))
    .finally(() => {
      hasEnded = true;
    });
  // All that it said; a process that it left behind may keep the pipes open.
  const heard = once(app, 'close').catch(() => undefined);
  const hasWorkspace = () => existsSync(join(dataDir, 'workspace.json'));
  for (const end = performance.now() + limitMs; performance.now() < end && !hasEnded && !hasWorkspace(); )
    await pause(100);
  const isThere = hasWorkspace();
  app.kill();
  await ended;
  if (!isThere) await Promise.race([heard, pause(1_000)]);
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 });
  return isThere ? null : `${file} did not start: ${Buffer.concat(said).toString('utf8').trim() || 'it said nothing'}`;
}
