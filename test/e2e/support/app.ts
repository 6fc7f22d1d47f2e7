/** Every test has a server of its own, on a data folder of its own, and the screens as page models. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { ActionPage } from '../pages/action-page.ts';
import { BuilderPage } from '../pages/builder-page.ts';
import { CasePage } from '../pages/case-page.ts';
import { CasesPage } from '../pages/cases-page.ts';
import { ExternalApiPage } from '../pages/external-api-page.ts';
import { Frame } from '../pages/frame.ts';
import { QueuesPage } from '../pages/queues-page.ts';
import { ScenariosPage } from '../pages/scenarios-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { Server } from './server.ts';

export { expect };

/** The app as it runs in front of a test: the server, its folder, and the addresses of its screens. */
export class App {
  readonly #dir: string;
  #server: Server;

  static async start(dir: string, scenarioText: string | null): Promise<App> {
    const file = join(dir, 'workspace.yaml');
    if (scenarioText !== null) await writeFile(file, scenarioText);
    const scenario = scenarioText === null ? undefined : file;
    return new App(dir, await Server.start({ dataDir: join(dir, 'data'), scenario }));
  }

  private constructor(dir: string, server: Server) {
    this.#dir = dir;
    this.#server = server;
  }

  get server(): Server {
    return this.#server;
  }
  get origin(): string {
    return this.#server.address.origin;
  }

  /** The whole address of a screen such as `/cases/C1`, with the token: what a script would be given. */
  at(screen: string): string {
    return `${this.#server.address.href}#${screen}`;
  }

  /** Opens a screen with nothing loaded before. */
  async open(page: Page, screen = '/cases'): Promise<void> {
    await page.goto(this.at(screen));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  /** Goes to a screen in a window that is open already, as by typing the address. */
  async visit(page: Page, screen: string): Promise<void> {
    await page.goto(`${this.origin}/#${screen}`);
  }

  /** Closes the app by SIGTERM, which must succeed, and starts it again on what it stored; its token is another then. */
  async restart({ samePort = false } = {}): Promise<void> {
    const { port } = this.#server.address;
    expect(await this.#server.end('SIGTERM'), 'exit status of serve').toBe(0);
    expect(await this.#server.errors, 'standard error of serve').toBe('');
    await this.#startAgain(samePort ? port : undefined);
  }

  /** The machine loses power: nothing is saved, nothing said. Then the app is started again. */
  async crash(): Promise<void> {
    await this.#server.end('SIGKILL');
    await this.#startAgain();
  }

  async #startAgain(port?: string): Promise<void> {
    this.#server = await Server.start({ dataDir: join(this.#dir, 'data'), port });
  }

  /** Ends it and takes care that it said nothing unexpected. */
  async stop(): Promise<void> {
    expect(await this.#server.end('SIGTERM'), 'exit status of serve').toBe(0);
    expect(await this.#server.errors, 'standard error of serve').toBe('');
  }

  /** A file of this test. */
  path(name: string): string {
    return join(this.#dir, name);
  }
  /** Writes a file of this test; its path. */
  async write(name: string, content: string): Promise<string> {
    await writeFile(this.path(name), content);
    return this.path(name);
  }
  read(name: string): Promise<string> {
    return readFile(this.path(name), 'utf8');
  }
}

interface Options {
  /** The text of a scenario file to start with, its Cases as drafts; `null` starts with the sample workspace. */
  readonly scenario: string | null;
}

interface Fixtures {
  readonly app: App;
  /** What the page said that it should not: uncaught errors and errors on its console. */
  readonly pageProblems: string[];
  readonly frame: Frame;
  readonly cases: CasesPage;
  readonly casePage: CasePage;
  readonly action: ActionPage;
  readonly settings: SettingsPage;
  readonly builder: BuilderPage;
  readonly scenarios: ScenariosPage;
  readonly externalApi: ExternalApiPage;
  readonly queues: QueuesPage;
}

/** What Chromium itself writes while the server is away or where a test asks for what is not there. */
const EXPECTED_NOISE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to/;

export const test = base.extend<Options & Fixtures>({
  scenario: [null, { option: true }],

  app: async ({ scenario }, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'trigger-lab-e2e-'));
    const app = await App.start(dir, scenario);
    try {
      await use(app);
      await app.stop();
    } finally {
      await app.server.end('SIGKILL');
      await rm(dir, { recursive: true, force: true });
    }
  },

  pageProblems: [
    async ({ page }, use) => {
      const problems: string[] = [];
      page.on('pageerror', (error) => problems.push(`uncaught: ${error.stack ?? error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error' && !EXPECTED_NOISE.test(message.text())) problems.push(message.text());
      });
      await use(problems);
      expect(problems, 'errors of the page').toEqual([]);
    },
    { auto: true },
  ],

  frame: async ({ page }, use) => use(new Frame(page)),
  cases: async ({ page }, use) => use(new CasesPage(page)),
  casePage: async ({ page }, use) => use(new CasePage(page)),
  action: async ({ page }, use) => use(new ActionPage(page)),
  settings: async ({ page }, use) => use(new SettingsPage(page)),
  builder: async ({ page }, use) => use(new BuilderPage(page)),
  scenarios: async ({ page }, use) => use(new ScenariosPage(page)),
  externalApi: async ({ page }, use) => use(new ExternalApiPage(page)),
  queues: async ({ page }, use) => use(new QueuesPage(page)),
});
