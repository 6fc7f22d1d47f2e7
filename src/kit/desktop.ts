/** The desktop app of a test: started afresh, on a data folder that is gone after it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type ElectronApplication, _electron as electron, type Page } from '@playwright/test';
import { withoutRunAsNode } from '../main/desktop/electron-binary.ts';
import { connectToDesktop } from './desktop-port.ts';
import { Lab } from './lab.ts';

export interface DesktopStart {
  /** Electron's binary. */
  readonly binary: string;
  /** The built entry of the app. */
  readonly entry: string;
  /** The text of a scenario file that stands alone, opened as the workspace; `null` opens the sample workspace. */
  readonly scenario: string | null;
}

interface Running {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly lab: Lab;
  /** All it wrote on standard error. */
  readonly said: () => string;
  readonly end: () => Promise<void>;
}

export class Desktop {
  readonly app: ElectronApplication;
  readonly lab: Lab;
  readonly #running: Running;

  /** Resolves once the window shows the workspace. */
  static async start({ binary, entry, scenario }: DesktopStart): Promise<Desktop> {
    const dir = await mkdtemp(join(tmpdir(), 'trigger-lab-kit-'));
    const file = join(dir, 'workspace.yaml');
    if (scenario !== null) await writeFile(file, scenario);
    const app = await electron.launch({
      executablePath: binary,
      args: [entry, '--data-dir', join(dir, 'data'), ...(scenario === null ? [] : ['--scenario', file])],
      env: withoutRunAsNode() as Record<string, string>,
    });
    let said = '';
    app.process().stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
    });
    const end = async () => {
      await quit(app);
      await rm(dir, { recursive: true, force: true });
    };
    try {
      const window = await app.firstWindow();
      await window.getByRole('navigation', { name: 'Main', exact: true }).waitFor();
      const address = new URL(window.url());
      address.hash = '';
      const lab = new Lab(address, await connectToDesktop(app));
      return new Desktop({ app, window, lab, said: () => said, end });
    } catch (error) {
      await end();
      throw error;
    }
  }

  private constructor(running: Running) {
    this.#running = running;
    this.app = running.app;
    this.lab = running.lab;
  }

  /** What stands for Playwright's `context`: the new page of it is the app's window, and there is no second one. */
  get context(): BrowserContext {
    let isGiven = false;
    const newPage = async () => {
      if (isGiven) throw new Error('The desktop app has one window: a test with a second page is one for a browser.');
      isGiven = true;
      return this.#running.window;
    };
    return Object.assign(this.app.context(), { newPage });
  }

  /** What the app complained of on standard error, a line each; Chromium's own lines are none of it. */
  get complaints(): string {
    return this.#running
      .said()
      .split('\n')
      .filter((line) => line.startsWith('trigger-lab: '))
      .join('\n');
  }

  close(): Promise<void> {
    return this.#running.end();
  }
}

/** Whatever is typed and not saved. */
async function quit(app: ElectronApplication): Promise<void> {
  const discard = app.evaluate(({ dialog }) => {
    dialog.showMessageBoxSync = () => 0;
  });
  // Where the app has ended there is nobody to ask.
  await discard.catch(() => undefined);
  await app.close();
}
