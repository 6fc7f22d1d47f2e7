/** A page of a real Chromium behind a window of the stand-in. */
import type { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WebContents } from 'electron';
import { toApp, toChromium } from './addresses.ts';
import type { DevTools, DevToolsSession } from './devtools.ts';
import type { Page, PageEvents, PageOptions } from './page-driver.ts';
import { type Said, World } from './world.ts';

/** The name of the preload's world, as a debugger shows it. */
const WORLD = 'electron-stand-in preload';
const ASK = 'electronStandInAsk';
const IN_PAGE = readFileSync(join(import.meta.dirname, 'in-page.js'), 'utf8');

export class ChromiumPage implements Page {
  readonly #events: PageEvents;
  readonly #contents: WebContents;
  readonly #ipc: EventEmitter;
  /** Rejects where the page could not be made. */
  readonly #session: Promise<DevToolsSession>;
  targetId: string | null = null;
  url = '';
  #world: World | null = null;
  /** Closing it runs its `beforeunload`: whether that is under way. */
  #isClosing = false;
  /** Led somewhere by the app itself, which nobody is asked about. */
  #isLed = false;
  /** Its process has ended: nothing in it can be asked. */
  #isGone = false;

  constructor(devTools: DevTools, options: PageOptions, events: PageEvents, contents: WebContents, ipc: EventEmitter) {
    this.#events = events;
    this.#contents = contents;
    this.#ipc = ipc;
    this.#session = this.#open(devTools, options);
    this.#session.catch(() => events.onClosed());
  }

  get origin(): string {
    return this.#world?.origin ?? 'null';
  }

  async load(url: string): Promise<void> {
    const session = await this.#session;
    const loaded = new Promise<void>((resolve) => session.once('Page.loadEventFired', () => resolve()));
    this.#isLed = true;
    const { errorText } = await session.send('Page.navigate', { url: toChromium(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }
  reload(): void {
    this.#isLed = true;
    this.#send('Page.reload');
  }
  close(asksFirst: boolean): void {
    this.#isClosing = asksFirst && !this.#isGone;
    if (this.#isClosing) this.#send('Page.close');
    else void this.#session.then((session) => session.sendOff('Target.closeTarget', { targetId: this.targetId ?? '' }));
  }
  crash(): void {
    this.#send('Page.crash');
  }
  focus(): void {
    this.#send('Page.bringToFront');
  }
  async evaluate(code: string): Promise<unknown> {
    const session = await this.#session;
    const asked = { expression: code, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', asked);
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** Whether the page may go where it asks to: asked by the browser, which sees every request. */
  mayGo(url: string): boolean {
    const isLed = this.#isLed;
    this.#isLed = false;
    return isLed || this.#events.onNavigates(toApp(url));
  }

  async #open(devTools: DevTools, { width, height, webPreferences }: PageOptions): Promise<DevToolsSession> {
    const made = { url: 'about:blank', newWindow: true, width, height };
    const { targetId } = await devTools.browser.send('Target.createTarget', made);
    this.targetId = targetId;
    const { sessionId } = await devTools.browser.send('Target.attachToTarget', { targetId, flatten: true });
    const session = devTools.session(sessionId);
    this.#listen(session);
    await session.send('Page.enable');
    await session.send('Inspector.enable');
    const preload = webPreferences.preload === undefined ? '' : readFileSync(webPreferences.preload, 'utf8');
    // The empty document that every page begins with is nobody's.
    const source = `if (location.href !== 'about:blank') (${IN_PAGE.replace(/;\s*$/, '')})(${ASK}, (require, exports, module) => {\n${preload}\n});`;
    await session.send('Runtime.addBinding', { name: ASK, executionContextName: WORLD });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source, worldName: WORLD });
    await session.send('Runtime.enable');
    devTools.browser.on('Target.targetDestroyed', ({ targetId: gone }) => {
      if (gone === targetId) this.#closed();
    });
    return session;
  }

  #listen(session: DevToolsSession): void {
    session.on('Inspector.targetReloadedAfterCrash', () => {
      this.#isGone = false;
    });
    session.on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) this.url = toApp(`${frame.url}${frame.urlFragment ?? ''}`);
    });
    session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      if (frameId === this.targetId) this.url = toApp(url);
    });
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD && context.auxData?.frameId === this.targetId)
        this.#world = new World(session, context, this.url);
    });
    session.on('Runtime.executionContextsCleared', () => this.#leaveWorld());
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === ASK) this.#hear(JSON.parse(payload));
    });
    session.on('Page.loadEventFired', () => this.#events.onLoaded());
    session.on('Page.windowOpen', ({ url }) => this.#events.onOpens(toApp(url)));
    session.on('Page.javascriptDialogOpening', ({ type }) => {
      if (type === 'beforeunload') this.#answerUnload(session);
    });
    session.on('Inspector.targetCrashed', () => {
      this.#leaveWorld();
      this.#isGone = true;
      this.#events.onGone({ reason: 'crashed', exitCode: 11 });
    });
  }

  #hear(said: Said): void {
    const world = this.#world;
    if (world === null) return;
    const event = { sender: this.#contents, senderFrame: world, ports: [], type: 'frame' };
    if (said.type === 'port' || said.type === 'portClosed') world.receive(said);
    else this.#ipc.emit(said.channel, event, ...said.args);
  }

  #answerUnload(session: DevToolsSession): void {
    const isLeft = this.#events.onWantsToStay();
    session.sendOff('Page.handleJavaScriptDialog', { accept: isLeft });
    if (isLeft) return;
    if (this.#isClosing) this.#events.onStayed();
    this.#isClosing = false;
    this.#isLed = false;
  }

  #leaveWorld(): void {
    this.#world?.close();
    this.#world = null;
  }
  #closed(): void {
    this.#leaveWorld();
    this.#events.onClosed();
  }
  #send(method: 'Page.reload' | 'Page.close' | 'Page.crash' | 'Page.bringToFront'): void {
    void this.#session.then((session) => session.sendOff(method)).catch(() => undefined);
  }
}
