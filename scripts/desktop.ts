/**
 * `npm run desktop:dir`: the desktop app as a folder that starts, for this system, in out/desktop. Where Electron has not been fetched a
 * stand-in takes its place, in out/desktop-stand-in, and everything in there says so.
 *
 * `npm run desktop`: its installers for this system, in out/desktop; with Electron's own binaries alone, which electron-builder fetches.
 *
 * `--for-tests` leaves Node's inspector on, by which Playwright drives the app. `--output FOLDER` names another folder.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'electron-builder';
import { electronBinary } from '../src/main/desktop/electron-binary.ts';
import { desktopConfiguration } from './desktop/electron-builder.config.ts';
import { makeIcons } from './desktop/icons.ts';
import { stageApp } from './desktop/staged-app.ts';
import { makeStandInDistribution } from './desktop/stand-in-distribution.ts';
import { buildIfStale } from './lib/build.ts';
import { ROOT } from './lib/tool.ts';

const ELECTRON = join(ROOT, 'node_modules/electron');

const { values, positionals } = parseArgs({
  options: { 'for-tests': { type: 'boolean', default: false }, output: { type: 'string' } },
  allowPositionals: true,
});
const [target = 'installers', ...rest] = positionals;
if ((target !== 'dir' && target !== 'installers') || rest.length > 0) {
  process.stderr.write(`${positionals.join(' ')}: expected dir or installers\n`);
  process.exit(3);
}

const problem = await buildIfStale();
if (problem !== null) {
  process.stderr.write(`${problem.trimEnd()}\nTrigger Lab could not be built.\n`);
  process.exit(1);
}

const isFolder = target === 'dir';
const isStandIn = isFolder && electronBinary() === null;
if (isStandIn && process.platform !== 'linux') {
  process.stderr.write('Electron has not been fetched: run `npx install-electron`. Its stand-in is for Linux alone.\n');
  process.exit(1);
}
const output = resolve(values.output ?? join(ROOT, 'out', isStandIn ? 'desktop-stand-in' : 'desktop'));
const app = join(output, 'app');
stageApp(app);
await build({
  projectDir: ROOT,
  ...(isFolder ? { dir: true } : {}),
  publish: 'never',
  config: desktopConfiguration({
    purpose: values['for-tests'] ? 'tests' : 'hardened',
    app,
    output,
    icons: await makeIcons(join(output, 'icons')),
    electronDist: isFolder ? distribution() : null,
    isStandIn,
    maintainer: process.env.TRIGGER_LAB_MAINTAINER,
    homepage: process.env.TRIGGER_LAB_HOMEPAGE,
  }),
});
console.log(`${isStandIn ? 'A STAND-IN, not the product: ' : ''}${output}`);

/** Electron's folder where it has been fetched, or that of its stand-in. */
function distribution(): string {
  if (!isStandIn) return process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(ELECTRON, 'dist');
  const folder = join(output, 'electron-stand-in');
  const { version } = JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8'));
  makeStandInDistribution(folder, { version, program: join(ROOT, 'test/support/electron-stand-in/main.ts') });
  return folder;
}
