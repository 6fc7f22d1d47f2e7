/** The desktop app's life: one instance a workspace, a window, and everything saved before it ends. */
import { app, dialog } from 'electron';
import { APP_ID } from '../../../shared/host.ts';
import type { Simulator } from '../../simulator.ts';
import { createRouter } from '../router.ts';
import { MenuBar } from './menu-bar.ts';
import { serveDesktopPort, servePorts } from './port.ts';
import { eraseProfileLater, prepareProfile } from './profile.ts';
import { registerScheme, serveRenderer } from './protocol.ts';
import { type ReadScenario, type ScenarioFiles, scenarioOf } from './scenario-files.ts';
import { confinePages, focusWindow, mainWindow, openWindow, restrictSession } from './window.ts';

export interface DesktopOptions {
  /** Where the workspaces are. */
  readonly dataDir: string;
  /** Where Electron keeps what is the window's own; two apps on the same folder are one. */
  readonly profileDir: string;
  /** Whether some app has the workspaces open, and with them the window's profile. */
  readonly isInUse: () => boolean;
  readonly rendererDir: string;
  /** The built preload. */
  readonly preload: string;
  /** The scenario file that this start names, as an absolute path: handed on where the app runs already. */
  readonly scenario: string | null;
  readonly readScenario: ReadScenario;
  /** With a scenario file, or as it was left. Rejects with a sentence for the user. */
  readonly openSimulator: (scenario: string | null) => Promise<Simulator>;
  readonly onBug: (error: unknown) => void;
}

/** To be called, and not awaited, before the app is ready: Electron gets ready only once its entry has run to its end. */
export async function runDesktopApp(options: DesktopOptions): Promise<void> {
  try {
    prepareProfile(options.profileDir, options.isInUse());
    app.setPath('userData', options.profileDir);
    // Chromium rearranges a second command line, so what matters of it is handed over separately.
    if (!app.requestSingleInstanceLock({ scenario: options.scenario })) {
      app.quit();
      return;
    }
    // Else Windows shows no notification of an installed app, and two buttons for it below.
    if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
    registerScheme();
    confinePages();
    const started = Promise.withResolvers<Started>();
    // Whoever starts a second instance meanwhile need not hear of it twice.
    started.promise.catch(() => undefined);
    const later = (file: string | null) => void started.promise.then((all) => offer(all, file)).catch(options.onBug);
    app.on('second-instance', (_event, _args, _folder, handedOver) => {
      focusWindow();
      later(scenarioOf(handedOver));
    });
    // How a Mac opens a file in an app: before it is ready, the file that it was started with.
    let first = options.scenario;
    let isStarting = false;
    app.on('open-file', (event, file) => {
      event.preventDefault();
      if (isStarting) later(file);
      else first = file;
    });
    await app.whenReady();
    isStarting = true;
    await start(options, first).then(started.resolve, (error) => {
      started.reject(error);
      throw error;
    });
  } catch (error) {
    sayCannotStart(error instanceof Error ? error.message : String(error));
  }
}

interface Started {
  /** Opens the main window where there is none. */
  readonly ensureWindow: () => Promise<void>;
  readonly files: ScenarioFiles;
}

async function offer({ ensureWindow, files }: Started, file: string | null): Promise<void> {
  await ensureWindow();
  if (file !== null) await files.offer(file);
}

/** In a box, since there is no window; ends the app. May be called before the app is ready. */
export function sayCannotStart(sentence: string, exitStatus = 1): void {
  dialog.showErrorBox('Trigger Lab cannot start', sentence);
  app.exit(exitStatus);
}

async function start(options: DesktopOptions, file: string | null): Promise<Started> {
  const { profileDir, rendererDir, preload, openSimulator, onBug } = options;
  const simulator = await openSimulator(file);
  const saving = saveBeforeQuitting(simulator, onBug);
  restrictSession();
  serveRenderer(rendererDir);
  servePorts(createRouter(simulator, { onBug }));
  const ensureWindow = async () => {
    if (mainWindow() === undefined && !saving.hasBegun) await openWindow(preload, onBug);
  };
  const menuBar = new MenuBar({ ...options, simulator, ensureWindow });
  const { files, router } = menuBar;
  simulator.eraser.leaveWindowTo(() => {
    menuBar.forget();
    eraseProfileLater(profileDir);
  });
  serveDesktopPort(router, (sender) => sender === mainWindow()?.webContents);
  if (file !== null) files.noteOpened(file);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => void ensureWindow().catch(onBug));
  await openWindow(preload, onBug);
  return { ensureWindow, files };
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
