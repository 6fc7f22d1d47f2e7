/** What is left of Electron that the app uses, or will: a display, a theme, the system's shell and notifications. All of it is only written down. */
import { EventEmitter } from 'node:events';
import type { Display, NativeTheme, Notification, NotificationConstructorOptions, Screen, Shell } from 'electron';

/** A display of 1920 × 1080, `x` pixels from the left. */
export function standInDisplay(id: number, x: number): Display {
  const area = { x, y: 0, width: 1920, height: 1080 };
  return { id, bounds: area, workArea: area, scaleFactor: 1 } as Display;
}

/** `displays`: the main window is on the first. */
export function standInScreen(
  displays: readonly Display[],
): Pick<Screen, 'getAllDisplays' | 'getDisplayMatching' | 'getPrimaryDisplay'> {
  const [first] = displays;
  if (first === undefined) throw new Error('electron-stand-in: a screen has a display');
  return {
    getAllDisplays: () => [...displays],
    getDisplayMatching: () => first,
    getPrimaryDisplay: () => first,
  };
}

export class StandInTheme extends EventEmitter implements Pick<NativeTheme, 'shouldUseDarkColors' | 'themeSource'> {
  #source: NativeTheme['themeSource'] = 'system';
  get shouldUseDarkColors(): boolean {
    return this.#source === 'dark';
  }
  get themeSource(): NativeTheme['themeSource'] {
    return this.#source;
  }
  set themeSource(source: NativeTheme['themeSource']) {
    this.#source = source;
    this.emit('updated');
  }
}

/** `say`: told what would be shown, since there is no folder window to show it in. */
export function standInShell(say: (sentence: string) => void): Pick<Shell, 'showItemInFolder'> {
  return { showItemInFolder: (path) => say(`shown in its folder: ${path}`) };
}

export class StandInNotification
  extends EventEmitter
  implements Pick<Notification, 'show' | 'close' | 'title' | 'body'>
{
  title: string;
  body: string;
  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super();
    this.title = title;
    this.body = body;
  }
  show(): void {
    this.emit('show');
  }
  close(): void {
    this.emit('close');
  }
  static isSupported(): boolean {
    return true;
  }
}
