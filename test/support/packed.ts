/** The package as somebody has it who installed it: packed from what is built, and installed by npm in an empty project. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { commandOf } from '../../scripts/lib/tool.ts';

const ROOT = resolve(import.meta.dirname, '../..');

interface Locked {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

interface Ended {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a program to its end, as from a shell in `cwd` that knows what is installed there. */
export function runIn(cwd: string, program: string, args: readonly string[]): Promise<Ended> {
  const path = `${join(cwd, 'node_modules/.bin')}${delimiter}${process.env.PATH ?? ''}`;
  const { file, words, shell } = program === process.execPath ? commandOf('node', args) : commandOf(program, args);
  return new Promise((settle) => {
    execFile(file, words, { cwd, shell, env: { ...process.env, PATH: path } }, (error, out, err) =>
      settle({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : 127, out, err }),
    );
  });
}

/**
 * Packs the package into an empty folder and installs it there. What it depends on has the versions of this checkout's lock, so that npm
 * asks nobody which there are and finds them all in its cache; what the lock has for development alone is not there.
 */
export async function installPackage(folder: string): Promise<void> {
  await done(runIn(ROOT, process.execPath, ['scripts/types.ts']));
  const packed = await done(runIn(ROOT, 'npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]));
  const tarball = /"filename": "([^"]+)"/.exec(packed.out)?.[1] ?? '';
  const bytes = await readFile(join(folder, tarball));
  const { name, version, bin, dependencies, engines } = await json('package.json');
  const { packages } = await json('package-lock.json');
  const project = { name: 'consumer', version: '1.0.0', private: true, dependencies: { [name]: `file:${tarball}` } };
  const installed = {
    version,
    resolved: `file:${tarball}`,
    integrity: `sha512-${createHash('sha512').update(bytes).digest('base64')}`,
    bin,
    dependencies,
    engines,
  };
  const others = Object.entries(packages as Record<string, Locked>).filter(
    ([path, { dev, devOptional, link }]) => path.startsWith('node_modules/') && !dev && !devOptional && !link,
  );
  const lock = {
    ...{ name: project.name, version: project.version, lockfileVersion: 3, requires: true },
    packages: { '': project, [`node_modules/${name}`]: installed, ...Object.fromEntries(others) },
  };
  await writeFile(join(folder, 'package.json'), JSON.stringify(project));
  await writeFile(join(folder, 'package-lock.json'), JSON.stringify(lock));
  await done(runIn(folder, 'npm', ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund']));
}

async function done(run: Promise<Ended>): Promise<Ended> {
  const ended = await run;
  if (ended.status !== 0) throw new Error(`${ended.out}\n${ended.err}`);
  return ended;
}

async function json(path: string) {
  return JSON.parse(await readFile(join(ROOT, path), 'utf8'));
}
