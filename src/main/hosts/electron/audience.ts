/** The audience's window: full-screen on the other display where there is one; one at a time; it goes with the main window. */
import { BrowserWindow, type Display, screen, type WebPreferences } from 'electron';
import { PAGE } from './protocol.ts';

const AUDIENCE = `${PAGE}#/audience`;

const ofAudience = new WeakSet<BrowserWindow>();

/** Whether a page asks for the audience's window. */
export const isAudience = (address: string): boolean => address === AUDIENCE;

/** Whether a window is one of the audience: it is not what a second start brings to the front. */
export const isOfAudience = (window: BrowserWindow): boolean => ofAudience.has(window);

export class AudienceWindow {
  readonly #main: BrowserWindow;
  readonly #webPreferences: WebPreferences;
  readonly #onBug: (error: unknown) => void;
  #window: BrowserWindow | null = null;

  /** `webPreferences`: those of the main window. */
  constructor(main: BrowserWindow, webPreferences: WebPreferences, onBug: (error: unknown) => void) {
    this.#main = main;
    this.#webPreferences = webPreferences;
    this.#onBug = onBug;
    main.once('closed', () => this.#window?.close());
  }

  /** Opens it, or brings it to the front. */
  async open(): Promise<void> {
    if (this.#window !== null) {
      this.#window.focus();
      return;
    }
    const own = screen.getDisplayMatching(this.#main.getBounds());
    const other = screen.getAllDisplays().find(({ id }) => id !== own.id);
    const window = new BrowserWindow({
      ...placeOn(other ?? own),
      // With one display the presenter needs that too.
      fullscreen: other !== undefined,
      title: 'Audience',
      autoHideMenuBar: true,
      show: false,
      webPreferences: this.#webPreferences,
    });
    this.#window = window;
    ofAudience.add(window);
    window.once('closed', () => {
      this.#window = null;
    });
    window.once('ready-to-show', () => window.show());
    // Nobody sits before it who could answer a question; the presenter opens it again.
    window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      if (reason === 'clean-exit') return;
      this.#onBug(new Error(`the audience's process ended: ${reason}, ${exitCode}`));
      window.close();
    });
    await window.loadURL(AUDIENCE);
  }
}

const placeOn = ({ workArea: { x, y, width, height } }: Display) => ({ x, y, width, height });
