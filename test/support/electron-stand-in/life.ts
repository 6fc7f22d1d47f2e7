/** The stand-in's `app`: how Electron starts, is one of its kind, and quits (electron's docs/api/app.md, shell/browser/browser.cc). */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import type { App } from 'electron';
import { isPrevented, tell } from './preventable.ts';

/** What hands a second start to the first. */
export interface Instances {
  /** Whether this start is the first on that folder; else what it hands over is on its way to the first. */
  isFirst(userData: string, handedOver: unknown, onSecond: OnSecond): boolean;
}
export type OnSecond = (argv: readonly string[], folder: string, handedOver: unknown) => void;

/** What the app is told of its windows, and asks them for. */
export interface WindowsOfApp {
  all(): readonly { close(): void; destroy(): void }[];
}

export interface LifeOptions {
  readonly windows: WindowsOfApp;
  readonly instances: Instances;
  /** Ends the process. */
  readonly exit: (status: number) => void;
}

type Imitated =
  | 'quit'
  | 'exit'
  | 'isReady'
  | 'whenReady'
  | 'getPath'
  | 'setPath'
  | 'requestSingleInstanceLock'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'getRecentDocuments';

/** What the machine and the windows tell the app; Electron has no such names. */
export const BECOME_READY = Symbol('become ready');
export const CLOSING_CANCELLED = Symbol('closing cancelled');
export const ALL_CLOSED = Symbol('all closed');
export const HAS_QUIT = Symbol('has quit');

export class StandInApp extends EventEmitter implements Pick<App, Imitated> {
  /** As the system would list them: the latest first. */
  readonly #recent: string[] = [];
  readonly #options: LifeOptions;
  readonly #paths = new Map<string, string>();
  readonly #ready = Promise.withResolvers<void>();
  #isReady = false;
  #isQuitting = false;
  #hasQuit = false;

  constructor(options: LifeOptions) {
    super();
    this.#options = options;
  }

  isReady(): boolean {
    return this.#isReady;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }
  getPath(name: Parameters<App['getPath']>[0]): string {
    const path = this.#paths.get(name);
    if (path === undefined) throw new Error(`electron-stand-in: app.getPath('${name}') was not set`);
    return path;
  }
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: there is no folder ${path}`);
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    return this.#options.instances.isFirst(this.getPath('userData'), additionalData, (argv, folder, handedOver) => {
      // "guaranteed to be emitted after the ready event"
      void this.#ready.promise.then(() => tell(this, 'second-instance', argv, folder, handedOver));
    });
  }

  /** First `before-quit`, then every window is closed, and only when all are `will-quit` and `quit` follow. */
  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = !isPrevented(this, 'before-quit');
    if (!this.#isQuitting) return;
    const windows = this.#options.windows.all();
    if (windows.length === 0) this.#notifyAndShutDown();
    else for (const window of windows) window.close();
  }

  /** At once: no window is asked, and of the events only `quit` comes. */
  exit(status = 0): void {
    if (this.#hasQuit) return;
    this.#hasQuit = true;
    for (const window of this.#options.windows.all()) window.destroy();
    this.#end(status);
  }

  addRecentDocument(path: string): void {
    const others = this.#recent.filter((other) => other !== path);
    this.#recent.splice(0, this.#recent.length, path, ...others);
  }
  clearRecentDocuments(): void {
    this.#recent.length = 0;
  }
  getRecentDocuments(): string[] {
    return [...this.#recent];
  }

  /** For the machine: Electron has finished initializing. */
  [BECOME_READY](): void {
    if (this.#hasQuit) return;
    this.#isReady = true;
    tell(this, 'ready', {});
    this.#ready.resolve();
  }
  /** For the machine: nothing is to be started any more. */
  get [HAS_QUIT](): boolean {
    return this.#hasQuit;
  }
  /** For windows: one stays, and so does the app. */
  [CLOSING_CANCELLED](): void {
    this.#isQuitting = false;
  }
  /** For windows: the last has gone. */
  [ALL_CLOSED](): void {
    if (this.#hasQuit) return;
    if (this.#isQuitting) this.#notifyAndShutDown();
    else if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  #notifyAndShutDown(): void {
    if (this.#hasQuit) return;
    if (isPrevented(this, 'will-quit')) this.#isQuitting = false;
    else {
      this.#hasQuit = true;
      this.#end(0);
    }
  }

  #end(status: number): void {
    tell(this, 'quit', status);
    this.#options.exit(status);
  }
}
