/** The Chromium beside the stand-in: started with the app's folder, asked for pages, its requests answered by the app alone. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { findChromiumHere } from '../../../scripts/lib/chromium-here.ts';
import { isOfApp, toApp } from './addresses.ts';
import type { ChromiumPage } from './chromium-page.ts';
import { DevTools } from './devtools.ts';
import { ANSWER, type StandInProtocol } from './protocols.ts';
import { CHECKS, REQUESTS, type StandInSession } from './sessions.ts';

/** How long it may take to write its profile before it is ended. */
const CLOSING_MS = 3_000;

/** Permissions of pages: Chromium's name, and Electron's. Those that ask are decided by both of the app's handlers. */
const PERMISSIONS = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['camera', 'media'],
  ['microphone', 'media'],
  ['midi', 'midi'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-write', 'clipboard-sanitized-write'],
] as const;

type Paused = {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly postData?: string;
  };
};

export interface ChromiumOptions {
  readonly userData: string;
  readonly flags: readonly string[];
  readonly protocol: StandInProtocol;
  readonly session: StandInSession;
  readonly pageOf: (targetId: string) => ChromiumPage | undefined;
  readonly say: (sentence: string) => void;
}

export class Chromium {
  readonly devTools: DevTools;
  /** Where another debugger finds it. */
  readonly endpoint: string;
  readonly #child: ChildProcess;
  readonly #options: ChromiumOptions;
  #isClosing = false;

  static async start(options: ChromiumOptions): Promise<Chromium> {
    // Playwright, which knows where its own is, takes a second to load.
    const found = findChromiumHere() ?? (await import('../../../scripts/chromium.ts')).findChromium();
    if (found === null) throw new Error('electron-stand-in: there is no Chromium; npm run test:e2e gets one');
    const args = [
      ...options.flags,
      '--headless',
      '--remote-debugging-port=0',
      // Nothing is said there: when it closes, because this process has gone, Chromium goes too.
      '--remote-debugging-pipe',
      `--user-data-dir=${join(options.userData, 'electron-stand-in')}`,
      '--no-startup-window',
      // What `setWindowOpenHandler` denies, as the app always does.
      '--block-new-web-contents',
      // Nothing leaves: no name has an address.
      '--host-resolver-rules=MAP * ~NOTFOUND',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
    ];
    const child = spawn(found.path, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] });
    process.once('exit', () => child.kill('SIGKILL'));
    const endpoint = await endpointOf(child);
    const chromium = new Chromium(child, endpoint, await DevTools.connect(endpoint), options);
    await chromium.#begin();
    return chromium;
  }

  private constructor(child: ChildProcess, endpoint: string, devTools: DevTools, options: ChromiumOptions) {
    this.#child = child;
    this.endpoint = endpoint;
    this.devTools = devTools;
    this.#options = options;
    child.once('exit', (status) => {
      if (this.#isClosing) return;
      options.say(`Chromium has ended by itself, with ${status}`);
      process.exit(1);
    });
  }

  /** As the app decides now. */
  async permit(): Promise<void> {
    const { session } = this.#options;
    for (const [name, permission] of PERMISSIONS) {
      const isGranted = session[CHECKS](permission) && session[REQUESTS](permission);
      const setting = isGranted ? 'granted' : 'denied';
      await this.devTools.browser.send('Browser.setPermission', { permission: { name }, setting });
    }
  }

  /** Resolves once its profile is written. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const ended = once(this.#child, 'exit');
    this.devTools.browser.sendOff('Browser.close');
    const late = setTimeout(() => this.#child.kill('SIGKILL'), CLOSING_MS);
    if (this.#child.exitCode === null) await ended;
    clearTimeout(late);
  }

  async #begin(): Promise<void> {
    const { browser } = this.devTools;
    browser.on('Fetch.requestPaused', (paused: Paused) => void this.#answer(paused));
    await browser.send('Target.setDiscoverTargets', { discover: true });
    await browser.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  }

  async #answer({ requestId, frameId, resourceType, request }: Paused): Promise<void> {
    const { browser } = this.devTools;
    const { protocol, pageOf, say } = this.#options;
    const page = resourceType === 'Document' ? pageOf(frameId) : undefined;
    if (page !== undefined && !page.mayGo(request.url)) {
      browser.sendOff('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    const answer = isOfApp(request.url) ? await protocol[ANSWER](asked(request)) : null;
    if (answer === null) {
      say(`nothing leaves: ${request.method} ${request.url}`);
      browser.sendOff('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' });
      return;
    }
    browser.sendOff('Fetch.fulfillRequest', {
      requestId,
      responseCode: answer.status,
      responseHeaders: [...answer.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await answer.arrayBuffer()).toString('base64'),
    });
  }
}

const asked = ({ url, method, headers, postData }: Paused['request']): Request =>
  new Request(toApp(url), { method, headers, ...(postData === undefined ? {} : { body: postData }) });

async function endpointOf(child: ChildProcess): Promise<string> {
  if (child.stderr === null) throw new Error('electron-stand-in: Chromium has no standard error');
  const said: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    said.push(line);
    const [, endpoint] = /^DevTools listening on (ws:\S+)$/.exec(line) ?? [];
    if (endpoint !== undefined) return endpoint;
  }
  throw new Error(`electron-stand-in: Chromium did not start:\n${said.join('\n')}`);
}
