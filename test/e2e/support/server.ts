/** `trigger-lab serve` as a process of its own, on a data folder of its own, as a person starts it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { Lab } from 'trigger-lab/playwright';

export const CLI = resolve(import.meta.dirname, '../../../out/main/cli.js');

/** What still runs when this worker ends, whatever ended it, ends with it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface ServerOptions {
  readonly dataDir: string;
  /** A scenario file to open as the workspace, none of its steps taken. */
  readonly scenario?: string | undefined;
  /** Default: a free one. */
  readonly port?: string | undefined;
}

export class Server extends Lab {
  readonly #child: ChildProcess;
  /** Exit status; `null` where a signal ended it. */
  readonly #ended: Promise<number | null>;
  /** All it wrote on standard error; there once it has ended. */
  readonly errors: Promise<string>;

  static async start({ dataDir, scenario, port = '0' }: ServerOptions): Promise<Server> {
    const file = scenario === undefined ? [] : ['--scenario', scenario];
    const args = [CLI, 'serve', '--port', port, '--no-open', '--data-dir', dataDir, ...file];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    const ended = once(child, 'close').then(([code]): number | null => {
      running.delete(child);
      return code;
    });
    const errors = text(child.stderr);
    const line = once(createInterface({ input: child.stdout }), 'line').then(([printed]) => String(printed));
    const failed = ended.then(async (code) => Promise.reject(new Error(`serve ended with ${code}: ${await errors}`)));
    const printed = await Promise.race([line, failed]);
    failed.catch(() => undefined);
    const [, address] = /^Trigger Lab at (http:\/\/127\.0\.0\.1:\d+\/\?token=\S+)$/.exec(printed) ?? [];
    if (address === undefined) throw new Error(`serve printed ${JSON.stringify(printed)}`);
    return new Server(child, ended, errors, new URL(address));
  }

  private constructor(child: ChildProcess, ended: Promise<number | null>, errors: Promise<string>, address: URL) {
    super(address);
    this.#child = child;
    this.#ended = ended;
    this.errors = errors;
  }

  /** Ends it as the terminal or the system does; resolves to its exit status. */
  end(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    this.#child.kill(signal);
    return this.#ended;
  }
}
