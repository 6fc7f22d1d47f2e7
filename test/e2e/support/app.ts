/** The kit's `test` for the project's own: `app` beside `lab`, and pages that must not complain. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as kit, type Lab } from 'trigger-lab/playwright';

export { expect };

/** The app as it runs in front of a test: the kit's `Lab`, the addresses of its screens, and a folder for files. */
export class App<Api extends Lab = Lab> {
  readonly #dir: string;
  protected current: Api;

  constructor(dir: string, api: Api) {
    this.#dir = dir;
    this.current = api;
  }

  get server(): Api {
    return this.current;
  }
  get origin(): string {
    return this.server.address.origin;
  }

  /** The whole address of a screen such as `/cases/C1`, with the token: what a script would be given. */
  at(screen: string): string {
    return this.server.at(screen);
  }

  /** Opens a screen with nothing loaded before. */
  async open(page: Page, screen = '/cases'): Promise<void> {
    await page.goto(this.at(screen));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  }

  /** Goes to a screen in a window that is open already, as by typing the address. */
  async visit(page: Page, screen: string): Promise<void> {
    const address = new URL(this.server.address);
    address.search = '';
    await page.goto(`${address.href}#${screen}`);
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

/** What Chromium itself writes while the server is away or where a test asks for what is not there. */
const EXPECTED_NOISE = /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|WebSocket connection to/;

interface Watched {
  /** A folder of this test, gone after it. */
  readonly dir: string;
  /** What the page said that it should not: uncaught errors and errors on its console. */
  readonly pageProblems: string[];
}

/** The kit, the page blank at first, and nothing wrong on it. */
export const watched = kit.extend<Watched>({
  startAt: [null, { scope: 'test' }],

  dir: async ({ browserName: _ }, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'trigger-lab-e2e-'));
    await use(dir);
    await rm(dir, { recursive: true, force: true });
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
});

export const test = watched.extend<{ readonly app: App }>({
  app: async ({ lab, dir }, use) => use(new App(dir, lab)),
});
