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

class FakeWindow extends EventEmitter {
  static readonly all: FakeWindow[] = [];
  readonly options: Record<string, unknown>;
  readonly loaded: string[] = [];
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn();
  isMinimized = () => true;
  constructor(options: FakeWindow['options']) {
    super();
    this.options = options;
    FakeWindow.all.push(this);
  }
  async loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    this.emit('ready-to-show');
  }
  static getAllWindows(): FakeWindow[] {
    return FakeWindow.all;
  }
}

class FakeApp extends EventEmitter {
  readonly isFirst = vi.fn(() => true);
  readonly setPath = vi.fn();
  readonly exit = vi.fn();
  requestSingleInstanceLock(): boolean {
    return this.isFirst();
  }
  whenReady(): Promise<void> {
    return Promise.resolve();
  }
  /** Ends unless somebody holds it back. */
  readonly quit = vi.fn(() => {
    const event = { preventDefault: vi.fn() };
    this.emit('before-quit', event);
    if (event.preventDefault.mock.calls.length === 0) this.emit('quit');
  });
}

type Handle = (request: Request) => Promise<Response>;
type Decide = (contents: null, permission: string, decide: (granted: boolean) => void) => void;

export function fakeElectron() {
  FakeWindow.all.length = 0;
  const handlers = new Map<string, Handle>();
  const permissions: { request?: Decide; check?: (contents: null, permission: string) => boolean } = {};
  return {
    app: new FakeApp(),
    BrowserWindow: FakeWindow,
    dialog: { showErrorBox: vi.fn() },
    ipcMain: new EventEmitter(),
    Menu: { buildFromTemplate: vi.fn((entries: { role: string }[]) => entries), setApplicationMenu: vi.fn() },
    MessageChannelMain: FakeMessageChannel,
    protocol: {
      handlers,
      registerSchemesAsPrivileged: vi.fn(),
      handle: (scheme: string, handle: Handle) => handlers.set(scheme, handle),
    },
    session: {
      permissions,
      defaultSession: {
        setPermissionRequestHandler: (decide: Decide) => {
          permissions.request = decide;
        },
        setPermissionCheckHandler: (check: (contents: null, permission: string) => boolean) => {
          permissions.check = check;
        },
      },
    },
  };
}
