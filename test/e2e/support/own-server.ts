/** For tests of what a server leaves on the disk, or of its end: each has one of its own, on a data folder of its own. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { STATUS_AFTER_SIGTERM } from '../../support/system.ts';
import { App, expect, watched } from './app.ts';
import { Server } from './server.ts';

export { expect };

export class OwnApp extends App<Server> {
  static async start(dir: string, scenarioText: string | null): Promise<OwnApp> {
    const scenario = scenarioText === null ? undefined : join(dir, 'workspace.yaml');
    if (scenario !== undefined) await writeFile(scenario, scenarioText ?? '');
    return new OwnApp(dir, await Server.start({ dataDir: join(dir, 'data'), scenario }));
  }

  /** Closes the app by SIGTERM, which must succeed where there are signals, and starts it again on what it stored; its token is another then. */
  async restart({ samePort = false } = {}): Promise<void> {
    const { port } = this.server.address;
    await this.stop();
    await this.#startAgain(samePort ? port : undefined);
  }

  /** The machine loses power: nothing is saved, nothing said. Then the app is started again. */
  async crash(): Promise<void> {
    await this.server.end('SIGKILL');
    await this.#startAgain();
  }

  async #startAgain(port?: string): Promise<void> {
    this.current = await Server.start({ dataDir: this.path('data'), port });
  }

  /** Ends it and takes care that it said nothing unexpected. */
  async stop(): Promise<void> {
    expect(await this.server.end('SIGTERM'), 'exit status of serve').toBe(STATUS_AFTER_SIGTERM);
    expect(await this.server.errors, 'standard error of serve').toBe('');
  }
}

export const testOnDisk = watched.extend<{ readonly app: OwnApp }>({
  app: async ({ dir, scenario }, use) => {
    const app = await OwnApp.start(dir, scenario as string | null);
    try {
      await use(app);
      await app.stop();
    } finally {
      await app.server.end('SIGKILL');
    }
  },
  // Of the server as it is started first.
  lab: async ({ app }, use) => use(app.server),
});
