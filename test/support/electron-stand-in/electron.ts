/** What `import … from 'electron'` gives where the stand-in runs an app (main.ts): everything of Electron that is imitated, and nothing else. */
import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { Chromium } from './chromium.ts';
import { ChromiumPage } from './chromium-page.ts';
import { standInDialog } from './dialogs.ts';
import { LockedFolders } from './instances.ts';
import { BECOME_READY, HAS_QUIT, StandInApp } from './life.ts';
import { StandInMenu, StandInMenuItem } from './menus.ts';
import { StandInNotification, StandInTheme, standInDisplay, standInScreen, standInShell } from './odds.ts';
import { StandInMessageChannel } from './ports.ts';
import { StandInProtocol } from './protocols.ts';
import { StandInSession } from './sessions.ts';
import { browserWindows, WindowDesk } from './windows.ts';

const say = (sentence: string): void => void process.stderr.write(`electron-stand-in: ${sentence}\n`);

let chromium: Chromium | null = null;
const pages = new Map<object, ChromiumPage>();
const instances = new LockedFolders();

const desk = new WindowDesk(
  (options, events, contents) => {
    if (chromium === null) throw new Error('Cannot create BrowserWindow before app is ready');
    const page = new ChromiumPage(chromium.devTools, options, events, contents as WebContents, ipcMain);
    pages.set(contents, page);
    return page;
  },
  () => app,
);

export const app = new StandInApp({ windows: desk, instances, exit: (status) => void end(status) });
export const BrowserWindow = browserWindows(desk);
export const dialog = standInDialog(say);
export const ipcMain = new EventEmitter();
export const Menu = StandInMenu;
export const MenuItem = StandInMenuItem;
export const MessageChannelMain = StandInMessageChannel;
export const nativeTheme = new StandInTheme();
export const Notification = StandInNotification;
export const protocol = new StandInProtocol(() => app.isReady());
export const screen = standInScreen([standInDisplay(1, 0), standInDisplay(2, 1920)]);
export const session = { defaultSession: new StandInSession(() => void chromium?.permit().catch(() => undefined)) };
export const shell = standInShell(say);
export const webContents = {
  getAllWebContents: () => desk.all().map((window) => window.webContents),
  fromDevToolsTargetId: (targetId: string) =>
    desk.all().find((window) => pages.get(window.webContents)?.targetId === targetId)?.webContents,
};

/** For main.ts: Chromium starts, and the app is ready; not where it has quit meanwhile. */
export async function becomeReady(flags: readonly string[]): Promise<void> {
  await instances.handedOver;
  if (app[HAS_QUIT]) return;
  const pageOf = (targetId: string) => [...pages.values()].find((page) => page.targetId === targetId);
  const userData = app.getPath('userData');
  chromium = await Chromium.start({ userData, flags, protocol, session: session.defaultSession, pageOf, say });
  process.stderr.write(`DevTools listening on ${chromium.endpoint}\n`);
  app[BECOME_READY]();
}

async function end(status: number): Promise<void> {
  await instances.handedOver;
  await chromium?.close();
  process.exit(status);
}
