/** The stand-in's WebContents. */
import { EventEmitter } from 'node:events';
import type { HandlerDetails, WebContents, WebFrameMain, WindowOpenHandlerResponse } from 'electron';
import type { Page } from './page-driver.ts';
import { isPrevented } from './preventable.ts';

type Imitated =
  | 'reload'
  | 'setWindowOpenHandler'
  | 'close'
  | 'isDestroyed'
  | 'executeJavaScript'
  | 'forcefullyCrashRenderer'
  | 'getURL'
  | 'id'
  | 'mainFrame'
  | 'undo'
  | 'redo';

/** For its window and its page; Electron has no such names. */
export const OPENS = Symbol('opens');
export const DESTROYED = Symbol('destroyed');
export const MAY_NAVIGATE = Symbol('may navigate');

export class StandInContents extends EventEmitter implements Pick<WebContents, Imitated> {
  static #count = 0;
  readonly id = ++StandInContents.#count;
  readonly #page: () => Page;
  readonly #close: (asksFirst: boolean) => void;
  #onOpen: (details: HandlerDetails) => WindowOpenHandlerResponse = () => ({ action: 'allow' });
  #isDestroyed = false;

  constructor(page: () => Page, close: (asksFirst: boolean) => void) {
    super();
    this.#page = page;
    this.#close = close;
  }

  reload(): void {
    this.#page().reload();
  }
  setWindowOpenHandler(handler: (details: HandlerDetails) => WindowOpenHandlerResponse): void {
    this.#onOpen = handler;
  }
  /** "By default, the window will not emit beforeunload". */
  close(options?: Electron.CloseOpts): void {
    this.#close(options?.waitForBeforeUnload ?? false);
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }
  executeJavaScript(code: string): Promise<unknown> {
    return this.#page().evaluate(code);
  }
  forcefullyCrashRenderer(): void {
    this.#page().crash();
  }
  /** Of what was typed in the field that has the focus. */
  undo(): void {
    void this.#page().evaluate("document.execCommand('undo')");
  }
  redo(): void {
    void this.#page().evaluate("document.execCommand('redo')");
  }
  getURL(): string {
    return this.#page().url;
  }
  /** As much of it as one asks of a page from outside. */
  get mainFrame(): WebFrameMain {
    const { origin, url } = this.#page();
    return { origin, url, parent: null } as WebFrameMain;
  }

  /** As by `window.open`; what becomes of it. The stand-in opens no window by itself. */
  [OPENS](url: string): 'deny' {
    const details = {
      url,
      frameName: '',
      features: '',
      disposition: 'new-window',
      referrer: { url: '', policy: 'default' },
    };
    const { action } = this.#onOpen(details as HandlerDetails);
    if (action !== 'deny') throw new Error('electron-stand-in: a window.open that is allowed is not imitated');
    return action;
  }
  /** As by a link; whether the page may be led there. */
  [MAY_NAVIGATE](url: string): boolean {
    return !isPrevented(this, 'will-navigate', { url, isMainFrame: true, isSameDocument: false });
  }
  [DESTROYED](): void {
    this.#isDestroyed = true;
    this.emit('destroyed');
  }
}
