/** The desktop app's life: one instance a workspace, a window, and everything saved before it ends. */
import { app, BrowserWindow, dialog } from 'electron';
import type { Simulator } from '../../simulator.ts';
import { createRouter } from '../router.ts';
import { setMenu } from './menu.ts';
import { servePorts } from './port.ts';
import { eraseProfileLater, prepareProfile } from './profile.ts';
import { registerScheme, serveRenderer } from './protocol.ts';
import { offerScenario, type ReadScenario, scenarioOf } from './second-instance.ts';
import { confinePages, focusWindow, openHelp, openWindow, restrictSession } from './window.ts';

export interface DesktopOptions {
  /** Where Electron keeps what is the window's own; two apps on the same folder are one. */
  readonly profileDir: string;
  readonly rendererDir: string;
  /** The built preload. */
  readonly preload: string;
  /** The scenario file that this start names, as an absolute path: handed on where the app runs already. */
  readonly scenario: string | null;
  readonly readScenario: ReadScenario;
  /** Rejects with a sentence for the user. */
  readonly openSimulator: () => Promise<Simulator>;
  readonly onBug: (error: unknown) => void;
}

/** To be called, and not awaited, before the app is ready: Electron gets ready only once its entry has run to its end. */
export async function runDesktopApp(options: DesktopOptions): Promise<void> {
  try {
    prepareProfile(options.profileDir);
    app.setPath('userData', options.profileDir);
    // Chromium rearranges a second command line, so what matters of it is handed over separately.
    if (!app.requestSingleInstanceLock({ scenario: options.scenario })) {
      app.quit();
      return;
    }
    registerScheme();
    confinePages();
    const simulator = Promise.withResolvers<Simulator>();
    // Whoever starts a second instance meanwhile need not hear of it twice.
    simulator.promise.catch(() => undefined);
    app.on('second-instance', (_event, _args, _folder, handedOver) => {
      focusWindow();
      const file = scenarioOf(handedOver);
      if (file === null) return;
      void simulator.promise.then((opened) => offerScenario(file, opened, options.readScenario)).catch(options.onBug);
    });
    await app.whenReady();
    await start(options).then(simulator.resolve, (error) => {
      simulator.reject(error);
      throw error;
    });
  } catch (error) {
    sayCannotStart(error instanceof Error ? error.message : String(error));
  }
}

/** In a box, since there is no window; ends the app. May be called before the app is ready. */
export function sayCannotStart(sentence: string, exitStatus = 1): void {
  dialog.showErrorBox('Trigger Lab cannot start', sentence);
  app.exit(exitStatus);
}

async function start({ profileDir, rendererDir, preload, openSimulator, onBug }: DesktopOptions): Promise<Simulator> {
  const simulator = await openSimulator();
  const saving = saveBeforeQuitting(simulator, onBug);
  simulator.eraser.leaveWindowTo(() => {
    app.clearRecentDocuments();
    eraseProfileLater(profileDir);
  });
  restrictSession();
  serveRenderer(rendererDir);
  servePorts(createRouter(simulator, { onBug }));
  setMenu(openHelp);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0 && !saving.hasBegun) void openWindow(preload, onBug).catch(onBug);
  });
  await openWindow(preload, onBug);
  return simulator;
}

/**
 * Quitting waits until the workspace is stored; asking again does not cut that short. Begins only when every window has
 * closed: until then one may stay open after all, for what is typed in it, and needs its simulator.
 */
function saveBeforeQuitting(simulator: Simulator, onBug: (error: unknown) => void): { readonly hasBegun: boolean } {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const close = async () => {
    await simulator.close().catch(onBug);
    state = 'closed';
    app.quit();
  };
  app.on('will-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void close();
  });
  return {
    get hasBegun() {
      return state !== 'open';
    },
  };
}
