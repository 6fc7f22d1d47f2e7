/** As much of Electron as the desktop host uses, without a window. Give it to `vi.doMock('electron', …)`. */
import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort, type Transferable } from 'node:worker_threads';
import { vi } from 'vitest';

/** Node's port with Electron's manners: a message arrives as an event that holds it. */
class FakePort extends EventEmitter {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
    port.on('message', (data) => this.emit('message', { data, ports: [] }));
    port.on('close', () => this.emit('close'));
  }
  start(): void {
    this.#port.start();
  }
  postMessage(data: unknown): void {
    this.#port.postMessage(data);
  }
  close(): void {
    this.#port.close();
  }
}

class FakeMessageChannel {
  readonly port1: FakePort;
  /** What goes to the page is a port like any page's. */
  readonly port2: Transferable;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new FakePort(port1);
    this.port2 = port2;
  }
}

/** An event whose default can be prevented; `emit` says whether it was. */
function isPrevented(emitter: EventEmitter, name: string): boolean {
  let prevented = false;
  const event = {
    preventDefault: () => {
      prevented = true;
    },
  };
  emitter.emit(name, event);
  return prevented;
}

class FakeContents extends EventEmitter {
  readonly reload = vi.fn();
  readonly send = vi.fn();
  #onOpen: (asked: { url: string }) => { action: string } = () => ({ action: 'allow' });
  setWindowOpenHandler(onOpen: (asked: { url: string }) => { action: string }): void {
    this.#onOpen = onOpen;
  }
  /** As by `window.open`; what becomes of it. */
  opens = (url: string): string => this.#onOpen({ url }).action;
}

class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  /** The app that the windows are of. */
  static app: FakeApp;
  readonly options: Record<string, unknown>;
  readonly loaded: string[] = [];
  readonly webContents = new FakeContents();
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  /** Its page listens to `beforeunload` and asks not to be left. */
  hasUnsavedText = false;
  isMinimized = () => true;
  getBounds = () => ({ x: 0, y: 0, width: 1440, height: 900 });
  isDestroyed = () => !FakeWindow.all.includes(this);
  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  async loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    this.emit('ready-to-show');
  }
  /** As by its close button: a page that asks not to be left is not, unless `will-prevent-unload` is prevented. */
  close(): void {
    if (isPrevented(this, 'close') || (this.hasUnsavedText && !isPrevented(this.webContents, 'will-prevent-unload'))) {
      FakeWindow.app.closingCancelled();
      return;
    }
    FakeWindow.all.splice(FakeWindow.all.indexOf(this), 1);
    this.emit('closed');
    if (FakeWindow.all.length === 0) FakeWindow.app.allWindowsClosed();
  }
  static getAllWindows(): FakeWindow[] {
    return [...FakeWindow.all];
  }
}

/** Quits as Electron's shell/browser/browser.cc does. */
class FakeApp extends EventEmitter {
  readonly isFirst = vi.fn((_handedOver?: unknown) => true);
  readonly setPath = vi.fn();
  readonly exit = vi.fn();
  #isQuitting = false;
  #hasQuit = false;
  requestSingleInstanceLock(handedOver?: unknown): boolean {
    return this.isFirst(handedOver);
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  /** First `before-quit`, then every window is closed, and only when all are `will-quit` and `quit` follow. */
  readonly quit = vi.fn(() => {
    if (this.#isQuitting) return;
    this.#isQuitting = !isPrevented(this, 'before-quit');
    if (!this.#isQuitting) return;
    if (FakeWindow.all.length === 0) this.#notifyAndShutDown();
    else for (const window of FakeWindow.getAllWindows()) window.close();
  });
  /** A window that stays means that the app does. */
  closingCancelled(): void {
    this.#isQuitting = false;
  }
  allWindowsClosed(): void {
    if (this.#isQuitting) this.#notifyAndShutDown();
    else this.emit('window-all-closed');
  }
  #notifyAndShutDown(): void {
    if (this.#hasQuit) return;
    if (isPrevented(this, 'will-quit')) this.#isQuitting = false;
    else {
      this.#hasQuit = true;
      this.emit('quit');
    }
  }
}

const display = (id: number, x: number) => ({ id, workArea: { x, y: 0, width: 1920, height: 1080 } });

type Handle = (request: Request) => Promise<Response>;
type Decide = (contents: null, permission: string, decide: (granted: boolean) => void) => void;

export function fakeElectron() {
  FakeWindow.all.length = 0;
  FakeWindow.app = new FakeApp();
  const handlers = new Map<string, Handle>();
  const permissions: { request?: Decide; check?: (contents: null, permission: string) => boolean } = {};
  return {
    app: FakeWindow.app,
    BrowserWindow: FakeWindow,
    dialog: {
      showErrorBox: vi.fn(),
      /** The number of the button that is pressed. */
      showMessageBoxSync: vi.fn((_window: unknown, _options: { buttons: string[] }) => 1),
      showMessageBox: vi.fn(async (..._args: unknown[]) => ({ response: 1 })),
    },
    ipcMain: new EventEmitter(),
    Menu: { buildFromTemplate: vi.fn((entries: { role: string }[]) => entries), setApplicationMenu: vi.fn() },
    MessageChannelMain: FakeMessageChannel,
    protocol: {
      handlers,
      registerSchemesAsPrivileged: vi.fn(),
      handle: (scheme: string, handle: Handle) => handlers.set(scheme, handle),
    },
    screen: {
      /** The main window is on the first. */
      getAllDisplays: vi.fn(() => [display(1, 0), display(2, 1920)]),
      getDisplayMatching: vi.fn(() => display(1, 0)),
    },
    session: {
      permissions,
      defaultSession: {
        setPermissionRequestHandler: (decide: Decide) => {
          permissions.request = decide;
        },
        setSpellCheckerEnabled: vi.fn(),
        setPermissionCheckHandler: (check: (contents: null, permission: string) => boolean) => {
          permissions.check = check;
        },
      },
    },
  };
}
