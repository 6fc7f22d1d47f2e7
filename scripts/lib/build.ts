import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runTool } from './tool.ts';

const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];

const OUTPUTS = [
  'out/main/electron.js',
  'out/main/serve.js',
  'out/main/cli.js',
  'out/main/command-line.js',
  'out/main/launch.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** Builds only when something is missing or older than its sources. Returns null when built, else what the build said. */
export async function buildIfStale(): Promise<string | null> {
  if (!isStale()) return null;
  const { code, output } = await runTool('electron-vite', ['build', '--logLevel', 'warn'], {
    output: 'collect',
    env: { NO_COLOR: '1' },
  });
  return code === 0 ? null : output;
}

function isStale(): boolean {
  const outputs = OUTPUTS.map((path) => join(ROOT, path));
  if (!outputs.every(existsSync)) return true;
  const oldestOutput = Math.min(...outputs.map((path) => statSync(path).mtimeMs));
  return SOURCES.some((path) => newest(join(ROOT, path)) > oldestOutput);
}

function newest(path: string): number {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  // A folder's own time changes when a file in it is removed.
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
