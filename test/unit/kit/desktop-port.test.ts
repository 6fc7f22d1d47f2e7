import { EventEmitter } from 'node:events';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import type { ElectronApplication } from '@playwright/test';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LabClient } from '../../../src/kit/client.ts';
import { connectToDesktop } from '../../../src/kit/desktop-port.ts';
import { FakeSimulator } from '../../support/fake-simulator.ts';

/** `MessagePortMain`: both ends may stay in the main process. */
class MainPort extends EventEmitter {
  readonly #port: MessagePort;
  constructor(port: MessagePort) {
    super();
    this.#port = port;
  }
  start(): void {
    this.#port.on('message', (data) => this.emit('message', { data, ports: [] }));
    this.#port.on('close', () => this.emit('close'));
  }
  postMessage = (data: unknown) => this.#port.postMessage(data);
  close = () => this.#port.close();
}

const ports: MainPort[] = [];
class MessageChannelMain {
  readonly port1: MainPort;
  readonly port2: MainPort;
  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port1 = new MainPort(port1);
    this.port2 = new MainPort(port2);
    ports.push(this.port1, this.port2);
  }
}

const mainFrame = { origin: 'app://trigger-lab' };
const electron = {
  ipcMain: new EventEmitter(),
  MessageChannelMain,
  BrowserWindow: { getAllWindows: () => [{ webContents: { mainFrame } }] },
  protocol: {},
};

/** The main process as Playwright reaches it: what is evaluated there is text, and so are its arguments. */
class Application {
  #hasEnded: (error: Error) => void = () => undefined;
  readonly #ended = new Promise<never>((_, reject) => {
    this.#hasEnded = reject;
  });
  constructor() {
    this.#ended.catch(() => undefined);
  }
  evaluate = (act: (...args: unknown[]) => unknown, argument: unknown) => {
    // biome-ignore lint/security/noGlobalEval: the function must need nothing of the file that it stands in.
    const there = globalThis.eval(`(${act})`) as typeof act;
    return Promise.race([this.#ended, Promise.resolve(there(electron, structuredClone(argument)))]);
  };
  end(): void {
    this.#hasEnded(new Error('the app has ended'));
    for (const port of ports.splice(0)) port.close();
  }
}

let app: Application;
let simulator: FakeSimulator;
let client: LabClient;

beforeEach(async () => {
  vi.resetModules();
  // Never the real one: importing it starts a download.
  vi.doMock('electron', () => electron);
  const { servePorts } = await import('../../../src/main/hosts/electron/port.ts');
  const { createRouter } = await import('../../../src/main/hosts/router.ts');
  simulator = new FakeSimulator();
  electron.ipcMain.removeAllListeners();
  servePorts(createRouter(simulator.simulator, { onBug: (error) => expect.unreachable(String(error)) }));
  app = new Application();
  client = await connectToDesktop(app as unknown as ElectronApplication);
});
afterEach(() => {
  app.end();
  vi.doUnmock('electron');
});

it('carries what a test asks to the app, and what it answers back, several at once', async () => {
  const [played, told] = await Promise.all([client.clock.play(), client.act({ type: 'launchCase', case: 'C1' })]);
  expect(played).toMatchObject({ ok: true });
  expect(told).toMatchObject({ ok: true });
  expect(simulator.asked).toHaveLength(2);
});

it('throws what the rules refuse, with the reason', async () => {
  await expect(client.act({ type: 'retry', action: 'C1/post' })).rejects.toMatchObject({ code: 'REFUSED' });
});

it('streams events until the app ends', async () => {
  const events = await client.events();
  expect((await events.next()).value).toBeDefined();
  const next = events.next();
  app.end();
  await expect(next).rejects.toThrow();
});
