/** The stand-in's BrowserWindow, and the list of them that its app closes when it quits. */
import { EventEmitter } from 'node:events';
import type { BrowserWindow, BrowserWindowConstructorOptions, Rectangle, WebContents, WebPreferences } from 'electron';
import { DESTROYED, MAY_NAVIGATE, OPENS, StandInContents } from './contents.ts';
import { ALL_CLOSED, CLOSING_CANCELLED, type StandInApp, type WindowsOfApp } from './life.ts';
import type { OpenPage, Page } from './page-driver.ts';
import { isPrevented, tell } from './preventable.ts';

type Imitated =
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'restore'
  | 'minimize'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'isVisible'
  | 'isMinimized'
  | 'isFullScreen'
  | 'getBounds'
  | 'isDocumentEdited'
  | 'setDocumentEdited'
  | 'getRepresentedFilename'
  | 'setRepresentedFilename'
  | 'id'
  | 'webContents';

/** What a window was made with; Electron does not tell. A test of what the app asks for reads it. */
export const MADE_WITH = Symbol.for('electron-stand-in: options');

/** Electron's defaults where it protects: a window that asks for less is not imitated. */
const PROTECTED: Readonly<Partial<Record<keyof WebPreferences, boolean>>> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
};

export class StandInWindow extends EventEmitter implements Pick<BrowserWindow, Imitated> {
  static #count = 0;
  readonly id = ++StandInWindow.#count;
  readonly webContents: WebContents;
  readonly [MADE_WITH]: BrowserWindowConstructorOptions;
  readonly #desk: WindowDesk;
  readonly #contents: StandInContents;
  readonly #page: Page;
  readonly #bounds: Rectangle;
  #isVisible: boolean;
  readonly #isFullScreen: boolean;
  #isMinimized = false;
  #isDestroyed = false;
  #isEdited = false;
  #hasBeenReady = false;
  #file = '';

  constructor(desk: WindowDesk, options: BrowserWindowConstructorOptions) {
    super();
    this.#desk = desk;
    this[MADE_WITH] = options;
    const { x = 0, y = 0, width = 800, height = 600, webPreferences = {} } = options;
    for (const [name, expected] of Object.entries(PROTECTED)) {
      const asked = webPreferences[name as keyof WebPreferences];
      if (asked !== undefined && asked !== expected)
        throw new Error(`electron-stand-in: a window with ${name}: ${asked} is not imitated`);
    }
    this.#bounds = { x, y, width, height };
    this.#isVisible = options.show ?? true;
    this.#isFullScreen = options.fullscreen ?? false;
    this.#contents = new StandInContents(
      () => this.#page,
      (asksFirst) => this.#page.close(asksFirst),
    );
    this.webContents = this.#contents as unknown as WebContents;
    this.#page = desk.openPage({ width, height, webPreferences }, this.#pageEvents(), this.#contents);
    desk.add(this);
  }

  async loadURL(url: string): Promise<void> {
    await this.#page.load(url);
  }
  show(): void {
    this.#isVisible = true;
    this.emit('show');
  }
  focus(): void {
    this.#page.focus();
    this.emit('focus');
  }
  minimize(): void {
    this.#isMinimized = true;
  }
  restore(): void {
    this.#isMinimized = false;
  }
  setDocumentEdited(edited: boolean): void {
    this.#isEdited = edited;
  }
  setRepresentedFilename(filename: string): void {
    this.#file = filename;
  }
  isVisible(): boolean {
    return this.#isVisible;
  }
  isMinimized(): boolean {
    return this.#isMinimized;
  }
  isFullScreen(): boolean {
    return this.#isFullScreen;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  isDocumentEdited(): boolean {
    return this.#isEdited;
  }
  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getRepresentedFilename(): string {
    return this.#file;
  }

  /** As by its close button: a page that asks not to be left is not, unless `will-prevent-unload` is prevented. */
  close(): void {
    if (this.#isDestroyed) return;
    if (isPrevented(this, 'close')) this.#desk.app[CLOSING_CANCELLED]();
    else this.#page.close(true);
  }
  /** "The unload and beforeunload event won't be emitted for the web page, and close event will also not be emitted". */
  destroy(): void {
    if (!this.#isDestroyed) this.#page.close(false);
  }

  #pageEvents() {
    return {
      onLoaded: () => {
        if (this.#hasBeenReady) return;
        this.#hasBeenReady = true;
        this.emit('ready-to-show');
      },
      onGone: (details: Electron.RenderProcessGoneDetails) => {
        tell(this.#contents, 'render-process-gone', details);
        tell(this.#desk.app, 'render-process-gone', this.#contents, details);
      },
      onClosed: () => {
        if (this.#isDestroyed) return;
        this.#isDestroyed = true;
        this.#contents[DESTROYED]();
        this.#desk.remove(this);
      },
      onWantsToStay: () => isPrevented(this.#contents, 'will-prevent-unload'),
      onStayed: () => this.#desk.app[CLOSING_CANCELLED](),
      onOpens: (url: string) => void this.#contents[OPENS](url),
      onNavigates: (url: string) => this.#contents[MAY_NAVIGATE](url),
    };
  }
}

/** The windows of an app. */
export class WindowDesk implements WindowsOfApp {
  readonly openPage: OpenPage;
  readonly #app: () => StandInApp;
  readonly #all: StandInWindow[] = [];

  constructor(openPage: OpenPage, app: () => StandInApp) {
    this.openPage = openPage;
    this.#app = app;
  }
  get app(): StandInApp {
    return this.#app();
  }
  all(): StandInWindow[] {
    return [...this.#all];
  }
  add(window: StandInWindow): void {
    this.#all.push(window);
    tell(this.app, 'web-contents-created', window.webContents);
    tell(this.app, 'browser-window-created', window);
  }
  remove(window: StandInWindow): void {
    this.#all.splice(this.#all.indexOf(window), 1);
    window.emit('closed');
    if (this.#all.length === 0) this.app[ALL_CLOSED]();
  }
}

/** `BrowserWindow` itself: a class whose windows are on that desk. */
export function browserWindows(desk: WindowDesk) {
  return class BrowserWindow extends StandInWindow {
    constructor(options: BrowserWindowConstructorOptions = {}) {
      super(desk, options);
    }
    static getAllWindows(): Electron.BrowserWindow[] {
      return desk.all() as unknown as Electron.BrowserWindow[];
    }
    static getFocusedWindow(): Electron.BrowserWindow | null {
      return BrowserWindow.getAllWindows().at(-1) ?? null;
    }
    static fromWebContents(contents: WebContents): Electron.BrowserWindow | null {
      return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
    }
  };
}
