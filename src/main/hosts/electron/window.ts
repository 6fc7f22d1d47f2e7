/** The window, and what no page in it may do. */
import { app, BrowserWindow, session, type WebPreferences } from 'electron';
import { AudienceWindow, isAudience, isOfAudience } from './audience.ts';
import { isOwnAddress, PAGE } from './protocol.ts';
import { askBeforeUnload, offerReload } from './unload.ts';

/**
 * Whatever is shown stays on the page: it goes nowhere, opens nothing, embeds nothing, and is permitted nothing. The main window alone
 * may ask for the audience's window, which is then opened by the app.
 */
export function confinePages(): void {
  app.on('web-contents-created', (_, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', keepHome);
    contents.on('will-redirect', keepHome);
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

function keepHome(navigation: { readonly url: string; preventDefault(): void }): void {
  if (!isOwnAddress(navigation.url)) navigation.preventDefault();
}

/** Copying is all a page may ask for; nothing is fetched to check spelling. Once the app is ready. */
export function restrictSession(): void {
  const isCopying = (permission: string) => permission === 'clipboard-sanitized-write';
  session.defaultSession.setPermissionRequestHandler((_, permission, decide) => decide(isCopying(permission)));
  session.defaultSession.setPermissionCheckHandler((_, permission) => isCopying(permission));
  // Chromium would fetch dictionaries.
  session.defaultSession.setSpellCheckerEnabled(false);
}

/** Shown once there is something to see. `preload` is the built preload's path; `onBug` is told of a page that crashed. */
export async function openWindow(preload: string, onBug: (error: unknown) => void): Promise<BrowserWindow> {
  const webPreferences: WebPreferences = {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
  const window = new BrowserWindow({
    // Electron keeps position, size and whether it is maximised under this name, in the profile folder.
    name: 'main',
    windowStatePersistence: true,
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    webPreferences,
  });
  window.once('ready-to-show', () => window.show());
  askBeforeUnload(window);
  offerReload(window, onBug);
  const audience = new AudienceWindow(window, webPreferences, onBug);
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (isAudience(url)) void audience.open().catch(onBug);
    return { action: 'deny' };
  });
  await window.loadURL(PAGE);
  return window;
}

/** The main window; none where it was closed, as it may be on a Mac. */
export const mainWindow = (): BrowserWindow | undefined =>
  BrowserWindow.getAllWindows().find((each) => !isOfAudience(each));

/** Brings the main window to the front. */
export function focusWindow(): void {
  const window = mainWindow();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}
