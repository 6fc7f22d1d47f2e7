/**
 * Electron without a window, for tests in this process: the objects of the stand-in (electron-stand-in/), whose pages are nothing but written
 * down. Give `module` to `vi.doMock('electron', …)`.
 */
import { EventEmitter } from 'node:events';
import type { RenderProcessGoneDetails } from 'electron';
import { vi } from 'vitest';
import { standInDialog } from './electron-stand-in/dialogs.ts';
import { BECOME_READY, type OnSecond, StandInApp } from './electron-stand-in/life.ts';
import { StandInMenu, StandInMenuItem } from './electron-stand-in/menus.ts';
import {
  StandInNotification,
  StandInTheme,
  standInDisplay,
  standInScreen,
  standInShell,
} from './electron-stand-in/odds.ts';
import type { Page, PageEvents } from './electron-stand-in/page-driver.ts';
import { StandInMessageChannel } from './electron-stand-in/ports.ts';
import { StandInProtocol } from './electron-stand-in/protocols.ts';
import { StandInSession } from './electron-stand-in/sessions.ts';
import { browserWindows, type StandInWindow, WindowDesk } from './electron-stand-in/windows.ts';

/** A page that shows nothing and asks not to be left where it has unsaved text. */
export class FakePage implements Page {
  readonly #events: PageEvents;
  readonly loaded: string[] = [];
  readonly origin = 'null';
  readonly targetId = null;
  readonly reload = vi.fn();
  readonly focus = vi.fn();
  hasUnsavedText = false;

  constructor(events: PageEvents) {
    this.#events = events;
  }
  get url(): string {
    return this.loaded.at(-1) ?? '';
  }
  async load(url: string): Promise<void> {
    this.loaded.push(url);
    this.#events.onLoaded();
  }
  close(asksFirst: boolean): void {
    if (asksFirst && this.hasUnsavedText && !this.#events.onWantsToStay()) this.#events.onStayed();
    else this.#events.onClosed();
  }
  crash(): void {
    this.goes({ reason: 'crashed', exitCode: 11 });
  }
  async evaluate(): Promise<unknown> {
    throw new Error('a page that is nothing but written down evaluates nothing');
  }

  /** Its process ends. */
  goes(details: RenderProcessGoneDetails): void {
    this.#events.onGone(details);
  }
  /** By `window.open`. */
  opens(url: string): void {
    this.#events.onOpens(url);
  }
  /** By a link; whether it may. */
  navigates(url: string): boolean {
    return this.#events.onNavigates(url);
  }
}

export function fakeElectron() {
  const pages = new Map<object, FakePage>();
  /** Whether this start is the first on the folder. */
  const isFirst = vi.fn((_folder: string, _handedOver: unknown, _onSecond: OnSecond) => true);
  const exit = vi.fn();
  const desk = new WindowDesk(
    (_options, events, contents) => {
      const page = new FakePage(events);
      pages.set(contents, page);
      return page;
    },
    () => app,
  );
  const app = new StandInApp({ windows: desk, instances: { isFirst }, exit });
  const answers = standInDialog(() => undefined);
  const module = {
    app,
    BrowserWindow: browserWindows(desk),
    dialog: {
      showErrorBox: vi.fn(answers.showErrorBox),
      showMessageBox: vi.fn(answers.showMessageBox as (...args: unknown[]) => Promise<{ response: number }>),
      showMessageBoxSync: vi.fn(answers.showMessageBoxSync as (...args: unknown[]) => number),
      showOpenDialog: vi.fn(answers.showOpenDialog),
      showSaveDialog: vi.fn(answers.showSaveDialog),
    },
    ipcMain: new EventEmitter(),
    Menu: StandInMenu,
    MenuItem: StandInMenuItem,
    MessageChannelMain: StandInMessageChannel,
    nativeTheme: new StandInTheme(),
    Notification: StandInNotification,
    protocol: new StandInProtocol(() => app.isReady()),
    screen: standInScreen([standInDisplay(1, 0), standInDisplay(2, 1920)]),
    session: { defaultSession: new StandInSession(() => undefined) },
    shell: standInShell(() => undefined),
  };
  StandInMenu.setApplicationMenu(null);
  return {
    module,
    isFirst,
    exit,
    windows: () => desk.all(),
    pageOf: (window: StandInWindow): FakePage => {
      const page = pages.get(window.webContents);
      if (page === undefined) throw new Error('no page');
      return page;
    },
    /** To be called when the app waits for it. */
    becomeReady: () => app[BECOME_READY](),
    /** Another start, after this one. */
    secondInstance: (handedOver: unknown) => {
      const [, , onSecond] = isFirst.mock.lastCall ?? [];
      onSecond?.([], '/', handedOver);
    },
  };
}
