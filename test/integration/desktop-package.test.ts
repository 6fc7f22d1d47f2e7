/**
 * The packaged desktop app, built as `npm run desktop:dir` does: what is in it, and that it starts. Here over a stand-in for Electron where
 * Electron has not been fetched; the archive is the same.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { _electron as electron } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import {
  appFolders,
  archiveIn,
  executableIn,
  programIn,
  whyNotStarted,
  wrongFuses,
} from '../../scripts/desktop/built-app.ts';
import { defaultDataDir } from '../../src/main/commands/data-dir.ts';
import { listDiskWorkspaces } from '../../src/main/commands/disk-backups.ts';
import { electronBinary, hasDisplay } from '../../src/main/desktop/electron-binary.ts';
import { folderOfVersion3, folderOfVersion4 } from '../support/older-workspace.ts';
import { runIn } from '../support/packed.ts';
import { slashed } from '../support/system.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const isStandIn = electronBinary() === null;
/** The stand-in's folder is laid out as Electron's is for Linux; elsewhere `npm test` fetches Electron. */
const canBuild = !isStandIn || process.platform === 'linux';
const describeBuilt = describe.runIf(canBuild);
const folder = mkdtempSync(join(tmpdir(), 'trigger-lab-desktop-'));
const HARDENED = join(folder, 'hardened');
const FOR_TESTS = join(folder, 'for-tests');

beforeAll(async () => {
  if (!canBuild) return;
  const build = (...args: string[]) => runIn('.', process.execPath, ['scripts/desktop.ts', 'dir', ...args]);
  // The two also show that a build does not depend on where or when it is made.
  const built = await Promise.all([build('--output', HARDENED), build('--output', FOR_TESTS, '--for-tests')]);
  expect(built).toMatchObject([{ status: 0 }, { status: 0 }]);
}, 240_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const folderOf = (output: string) => appFolders(output)[0] ?? '';
const archiveOf = (output: string) => archiveIn(folderOf(output));

/** Every file in an archive, as its path from the archive's root. */
function filesIn(archive: string): string[] {
  const entries = listPackage(archive, { isPack: false }).map((entry) => slashed(entry).slice(1));
  return entries.filter((entry) => !('files' in statFile(archive, entry)));
}

describeBuilt('the archive', () => {
  let archive = '';
  let files: string[] = [];
  beforeAll(() => {
    archive = archiveOf(HARDENED);
    files = filesIn(archive);
  });
  const under = (prefix: string) =>
    files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));

  it('has the entry with its workers, the preload, the page, the scenarios, the lessons and packages, and nothing else', () => {
    expect(new Set(files.map((file) => file.split('/')[0]))).toEqual(
      new Set(['LICENSE', 'package.json', 'node_modules', 'out', 'resources']),
    );
    expect(new Set(under('out/').map((file) => file.split('/')[0]))).toEqual(new Set(['main', 'preload', 'renderer']));
    // No command line, no server for a browser, no library, no kit.
    expect(under('out/main/').filter((file) => !file.includes('/'))).toEqual([
      ...['electron.js', 'lab-worker.js', 'scenario-worker.js'],
    ]);
    expect(under('out/preload/')).toEqual(['index.cjs']);
    const built = (root: string) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map(slashed);
    for (const root of ['out/renderer', 'resources/lessons', 'resources/scenarios']) {
      const isFile = (file: string) => /\.\w+$/.test(file);
      expect(under(`${root}/`).toSorted()).toEqual(built(root).filter(isFile).toSorted());
    }
    expect(under('resources/').filter((file) => !/^(lessons|scenarios)\/[\w-]+\.yaml$/.test(file))).toEqual([]);
  });

  it('has these packages, and of each what runs and its licence', () => {
    const packages = under('node_modules/')
      .filter((file) => file.endsWith('package.json'))
      .map((file) => /^(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
    expect([...new Set(packages)].toSorted().join(' ')).toBe(PACKAGES.toSorted().join(' '));
    // They are what the app depends on, or come with it: nothing of its development.
    const own = Object.keys(project.dependencies);
    expect(own.filter((name) => packages.includes(name))).toEqual([
      ...['@noble/hashes', '@orpc/client', '@orpc/contract', '@orpc/server', 'csv-parse', 'fastest-levenshtein'],
      ...['lowdb', 'msw', 'yaml', 'zod'],
    ]);
    const others = under('node_modules/').filter(
      (file) => !/\.(c|m)?js$|\.json$|\/(licen[cs]e|copying|notice)[^/]*$/i.test(file),
    );
    expect(others).toEqual([]);
  });

  it('has a manifest that says what Electron must know, and no more', () => {
    const manifest = JSON.parse(extractFile(archive, 'package.json').toString('utf8'));
    expect(manifest).toMatchObject({
      name: 'trigger-lab',
      version: project.version,
      main: project.main,
      type: 'module',
    });
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['scripts', 'devDependencies']));
  });

  it('has the hash of each of its files', () => {
    for (const file of files) {
      const content = extractFile(archive, file);
      const hash = createHash('sha256').update(content).digest('hex');
      expect(statFile(archive, file)).toMatchObject({ integrity: { algorithm: 'SHA256', hash } });
    }
  });

  it('is the same bytes each time', () => {
    expect(readFileSync(archiveOf(FOR_TESTS)).equals(readFileSync(archive))).toBe(true);
  });
});

describeBuilt('the program', () => {
  it('has its fuses as they are promised, read back', async () => {
    expect(await wrongFuses(folderOf(HARDENED))).toEqual([]);
    expect(await wrongFuses(folderOf(FOR_TESTS))).toEqual([
      expect.stringContaining('EnableNodeCliInspectArguments is on'),
    ]);
  });

  it('says for what it is, and that it is a stand-in where it is one', () => {
    const [hardened, forTests] = [HARDENED, FOR_TESTS].map((output) => programIn(folderOf(output)));
    expect(forTests).toMatch(/for.tests/);
    expect(hardened).not.toMatch(/for.tests/);
    expect([hardened, forTests].map((program) => program?.includes('stand-in'))).toEqual([isStandIn, isStandIn]);
  });
});

// A real Electron needs something to show its window on; the stand-in has its pages in a headless Chromium.
describe.runIf(canBuild && (isStandIn || hasDisplay()))('it starts from inside its archive', () => {
  it('as users have it, and makes its workspace', async () => {
    expect(await whyNotStarted(folderOf(HARDENED), 60_000)).toBeNull();
  });

  it('and has all that its screens ask for: the page, trials in threads of their own, a lesson', async () => {
    const app = await launched(['--data-dir', join(folder, 'data')]);
    const page = await app.firstWindow();
    await page.getByRole('link', { name: 'Lab', exact: true }).click();
    await page.getByLabel('Trials').fill('200');
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await page.getByText('finished').first().waitFor();
    await page.getByRole('link', { name: 'Course', exact: true }).click();
    await page
      .getByRole('button', { name: /^Start/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'A call and a response' }).first().waitFor();
    await app.close();
  }, 120_000);

  it.each([
    ['3', folderOfVersion3],
    ['4', folderOfVersion4],
  ])(
    'on what version %s left where every version keeps it, and erases all of that when asked',
    async (_, folderOf) => {
      const [left, home] = [await folderOf(), await temporaryFolder()];
      // Where the app keeps its data says the environment, not the name of the program.
      const env = { ...process.env, XDG_DATA_HOME: join(home, 'data'), APPDATA: join(home, 'data'), HOME: home };
      const dataDir = defaultDataDir(process.platform, env, home);
      await cp(left, dataDir, { recursive: true });
      const [workspace] = await listDiskWorkspaces(left);
      const app = await launched([], env);
      const page = await app.firstWindow();
      await page.getByRole('button', { name: `Workspace ${workspace?.name}`, exact: true }).waitFor();
      await page.evaluate("location.hash = '#/workspaces'");
      await page.getByRole('button', { name: 'Erase everything…', exact: true }).click();
      await page.getByRole('button', { name: 'Erase everything', exact: true }).click();
      await page.getByRole('button', { name: 'Workspace Sample workspace', exact: true }).waitFor();
      await app.close();
      // The window's profile, in use until now, goes before the next start.
      expect(readdirSync(dataDir).toSorted()).toEqual(['window', 'window.erase', 'workspaces', 'workspaces.json']);
    },
    120_000,
  );
});

/** The packaged app that is for tests, as it starts on this system. */
function launched(args: readonly string[], env?: NodeJS.ProcessEnv) {
  return electron.launch({
    executablePath: executableIn(folderOf(FOR_TESTS)),
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...args],
    ...(env === undefined ? {} : { env: env as Record<string, string> }),
  });
}

/** What the app's entry loads, and what that brings along. */
const PACKAGES = `
@inquirer/ansi @inquirer/confirm @inquirer/core @inquirer/figures @inquirer/type @mswjs/interceptors @noble/hashes
@open-draft/deferred-promise @open-draft/logger @open-draft/until @orpc/client @orpc/contract @orpc/interop @orpc/server @orpc/shared
@orpc/standard-server @orpc/standard-server-aws-lambda @orpc/standard-server-fastify @orpc/standard-server-fetch @orpc/standard-server-node
@orpc/standard-server-peer ansi-regex ansi-styles cli-width cliui color-convert color-name cookie csv-parse emoji-regex escalade
fast-string-truncated-width fast-string-width fast-wrap-ansi fastest-levenshtein get-caller-file graphql headers-polyfill
is-fullwidth-code-point is-node-process lowdb msw mute-stream openapi-types outvariant path-to-regexp picocolors radash require-directory rettime
set-cookie-parser signal-exit statuses steno strict-event-emitter string-width strip-ansi tldts tldts-core tough-cookie until-async wrap-ansi
y18n yaml yargs yargs-parser zod @standard-schema/spec`
  .trim()
  .split(/\s+/);
