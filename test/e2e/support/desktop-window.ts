/** The built desktop entry and its window, in Electron where that is there, else under the stand-in for it. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { test as kit } from 'trigger-lab/playwright';
import { findDesktop } from '../../../src/kit/host.ts';
import { Frame } from '../../../src/kit/pages/frame.ts';

export const STAND_IN = resolve(import.meta.dirname, '../../support/electron-stand-in/electron-stand-in');
export const ENTRY = resolve(import.meta.dirname, '../../../out/main/electron.js');

/** The sandbox does not start as root. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** `program` is Electron's, or that of its stand-in: the project says which. No page is opened but that of the app itself. */
export const test = kit.extend<{ readonly program: string }>({
  program: async ({ electronPath }, use) => use(findDesktop(electronPath).electron ?? STAND_IN),
});

/** Starts the app once more, on the data folder of one that runs; resolves to its exit status. */
export async function startAgain(program: string, dataDir: string, ...args: readonly string[]): Promise<unknown> {
  const [status] = await once(spawn(program, [...AS_ROOT, ENTRY, '--data-dir', dataDir, ...args]), 'close');
  return status;
}

export class DesktopWindow {
  static readonly #running = new Set<DesktopWindow>();
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Addresses that the page asked for. */
  readonly asked: string[] = [];
  /** What the page said that it should not: uncaught errors and errors on its console. */
  readonly problems: string[] = [];
  #said = '';

  /** On a data folder, with a scenario file as its workspace if there is one; resolves once the window shows it. */
  static async open(program: string, dataDir: string, ...args: readonly string[]): Promise<DesktopWindow> {
    const app = await _electron.launch({
      executablePath: program,
      args: [...AS_ROOT, ENTRY, '--data-dir', dataDir, ...args],
    });
    const window = new DesktopWindow(app, await app.firstWindow());
    await expect(new Frame(window.page).navigation).toBeVisible();
    return window;
  }

  private constructor(app: ElectronApplication, page: Page) {
    this.app = app;
    this.page = page;
    DesktopWindow.#running.add(this);
    app.process().once('exit', () => DesktopWindow.#running.delete(this));
    app.process().stderr?.on('data', (chunk: Buffer) => {
      this.#said += chunk;
    });
    page.on('request', (request) => this.asked.push(request.url()));
    page.on('pageerror', (error) => this.problems.push(`uncaught: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(message.text());
    });
    // Whoever listens leaves the question whether to leave to the app.
    page.on('dialog', () => undefined);
  }

  /** Ends what a test has left running when it failed, whatever it would ask before. */
  static endAll(): void {
    for (const { app } of DesktopWindow.#running) app.process().kill('SIGKILL');
  }

  /** All that it wrote on standard error. */
  get said(): string {
    return this.#said;
  }

  /** Addresses that the page asked for and that are not of the app. */
  get askedElsewhere(): string[] {
    const [own = ''] = /^[a-z]+:\/\/[^/]+\//.exec(this.page.url()) ?? [];
    return this.asked.filter((url) => own === '' || !url.startsWith(own));
  }

  async visit(screen: string): Promise<void> {
    await this.page.evaluate((hash) => {
      location.hash = hash;
    }, screen);
  }

  /** What the app asks in a box is answered by the number of a button from now on; the boxes that it showed. */
  async answerBoxes(button: number): Promise<void> {
    await this.app.evaluate(({ dialog }, answer) => {
      const shown: string[] = [];
      Object.assign(globalThis, { shownBoxes: shown });
      const show = (...args: unknown[]) => {
        shown.push((args.at(-1) as { message: string }).message);
        return answer;
      };
      dialog.showMessageBoxSync = show;
      dialog.showMessageBox = async (...args: unknown[]) => ({ response: show(...args), checkboxChecked: false });
    }, button);
  }
  boxes(): Promise<string[]> {
    return this.app.evaluate(() => (globalThis as unknown as { shownBoxes: string[] }).shownBoxes);
  }

  /** An entry of the application menu, by the id of its command: what it says, once it can be chosen. */
  async menuLabel(id: string): Promise<string | null> {
    return this.app.evaluate(({ Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
      return item?.enabled ? item.label : null;
    }, id);
  }
  async chooseInMenu(id: string): Promise<void> {
    await expect.poll(() => this.menuLabel(id)).not.toBeNull();
    await this.app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  }

  /** Resolves to the exit status of the process. */
  get ended(): Promise<number | null> {
    const child = this.app.process();
    if (child.exitCode !== null) return Promise.resolve(child.exitCode);
    return new Promise((done) => child.once('exit', done));
  }
  /** As by the menu: the app decides what becomes of it. */
  async quit(): Promise<void> {
    await this.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
  }
}
