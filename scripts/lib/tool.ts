import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..', '..');
const BIN = join(ROOT, 'node_modules', '.bin');

export interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** `inherit` (default) streams to this terminal; `collect` keeps the output for the result. */
  readonly output?: 'inherit' | 'collect';
  /** In milliseconds; a program that takes longer is killed. */
  readonly limitMs?: number;
}

export interface ToolResult {
  /** Exit status; 127 for a program that could not be started, 128 for one ended by a signal. */
  readonly code: number;
  readonly output: string;
}

/**
 * Runs a program from node_modules/.bin (or `node`, the one that runs this script) in the project's root, with
 * node_modules/.bin first on PATH, so that it works from a plain shell as well as from an npm script.
 */
export function runTool(program: string, args: readonly string[], options: ToolOptions = {}): Promise<ToolResult> {
  const collect = options.output === 'collect';
  return new Promise((settle) => {
    const { file, words, shell } = commandOf(program, args);
    const child = spawn(file, words, {
      cwd: ROOT,
      env: { ...process.env, ...options.env, PATH: `${BIN}${delimiter}${process.env.PATH ?? ''}` },
      stdio: collect ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      shell,
      ...(options.limitMs === undefined ? {} : { timeout: options.limitMs, killSignal: 'SIGKILL' }),
    });
    const chunks: Buffer[] = [];
    const keep = (chunk: Buffer) => chunks.push(chunk);
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => settle({ code: 127, output: error.message }));
    child.on('close', (code) => settle({ code: code ?? 128, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** What to start for a program that is found on PATH. */
export interface Command {
  readonly file: string;
  readonly words: readonly string[];
  readonly shell: boolean;
}

/**
 * How to start a program from PATH: as it is, but on Windows by a shell, which alone can start the .cmd files that npm puts in
 * .bin, and which must be told where each argument ends. `node` is the one that runs this.
 */
export function commandOf(program: string, args: readonly string[], platform = process.platform): Command {
  if (program === 'node') return { file: process.execPath, words: args, shell: false };
  if (platform !== 'win32') return { file: program, words: args, shell: false };
  const quoted = args.map((arg) => (/^[\w./:=@-]+$/.test(arg) ? arg : `"${arg.replaceAll('"', '""')}"`));
  return { file: [program, ...quoted].join(' '), words: [], shell: true };
}

/** Whether there is a file with this ending anywhere under a folder of the project. */
export function hasFiles(folder: string, ending: string): boolean {
  const path = join(ROOT, folder);
  return existsSync(path) && readdirSync(path, { recursive: true }).some((name) => String(name).endsWith(ending));
}
