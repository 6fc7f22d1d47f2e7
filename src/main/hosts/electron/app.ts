/** The desktop app's life: one instance a workspace, a window, and everything saved before it ends. */
import { mkdirSync } from 'node:fs';
import { app, BrowserWindow, dialog } from 'electron';
import { createRouter } from '../router.ts';
import type { SimulatorSurface } from '../simulator-surface.ts';
import { setMenu } from './menu.ts';
import { servePorts } from './port.ts';
import { registerScheme, serveRenderer } from './protocol.ts';
import { confinePages, denyPermissions, focusWindow, openWindow } from './window.ts';

export type DesktopSimulator = SimulatorSurface & { close(): Promise<void> };

export interface DesktopOptions {
  /** Where Electron keeps what is the window's own; two apps on the same folder are one. */
  readonly profileDir: string;
  readonly rendererDir: string;
  /** The built preload. */
  readonly preload: string;
  /** Rejects with a sentence for the user. */
  readonly openSimulator: () => Promise<DesktopSimulator>;
  readonly onBug: (error: unknown) => void;
}

/** To be called, and not awaited, before the app is ready: Electron gets ready only once its entry has run to its end. */
export async function runDesktopApp(options: DesktopOptions): Promise<void> {
  try {
    // Electron takes no folder that is not there.
    mkdirSync(options.profileDir, { recursive: true });
    app.setPath('userData', options.profileDir);
    if (!app.requestSingleInstanceLock()) {
      app.quit();
      return;
    }
    registerScheme();
    confinePages();
    app.on('second-instance', focusWindow);
    await app.whenReady();
    await start(options);
  } catch (error) {
    dialog.showErrorBox('Trigger Lab cannot start', error instanceof Error ? error.message : String(error));
    app.exit(1);
  }
}

async function start({ rendererDir, preload, openSimulator, onBug }: DesktopOptions): Promise<void> {
  const simulator = await openSimulator();
  saveBeforeQuitting(simulator, onBug);
  denyPermissions();
  serveRenderer(rendererDir);
  servePorts(createRouter(simulator, { onBug }));
  setMenu();
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void openWindow(preload).catch(onBug);
  });
  await openWindow(preload);
}

/** Quitting waits until the workspace is stored; asking again does not cut that short. */
function saveBeforeQuitting(simulator: DesktopSimulator, onBug: (error: unknown) => void): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const close = async () => {
    await simulator.close().catch(onBug);
    state = 'closed';
    app.quit();
  };
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close();
  });
}
