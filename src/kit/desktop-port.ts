/**
 * The contract of a desktop app, for the test beside it: the app has no socket, so its main process is asked for one more of the ports that
 * windows get, and messages are carried there and back.
 */
import { EventEmitter } from 'node:events';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ElectronApplication } from '@playwright/test';
import { PORT_MESSAGE } from '../shared/host.ts';
import type { LabClient } from './client.ts';

/** The end that stays in the main process, by the name it has there. */
interface Far {
  send(message: string): void;
  /** What came since, as soon as there is something. */
  take(): Promise<string[]>;
}
const FAR = 'triggerLabKit';

/** `app`: with its window open. The client ends with the app. */
export async function connectToDesktop(app: ElectronApplication): Promise<LabClient> {
  await app.evaluate(openFar, { name: FAR, ask: `${PORT_MESSAGE}?` });
  const port = new CarriedPort(app);
  void port.carryBack();
  return createORPCClient(new RPCLink({ port }));
}

/** The near end. */
class CarriedPort extends EventEmitter {
  readonly #app: ElectronApplication;

  constructor(app: ElectronApplication) {
    super();
    this.#app = app;
  }

  postMessage(message: unknown): void {
    this.#app
      .evaluate((_, [name, sent]) => (globalThis as never as Record<string, Far>)[name]?.send(sent), [
        FAR,
        String(message),
      ] as const)
      .catch(() => this.emit('close'));
  }

  /** Until the app ends. */
  async carryBack(): Promise<void> {
    try {
      for (;;) {
        const messages = await this.#app.evaluate(
          (_, name) => (globalThis as never as Record<string, Far>)[name]?.take(),
          FAR,
        );
        for (const data of messages ?? []) this.emit('message', { data });
      }
    } catch {
      this.emit('close');
    }
  }
}

/** Runs in the main process: nothing of this file is there. It asks as the window's page does, from the same origin. */
function openFar(
  { BrowserWindow, ipcMain }: typeof import('electron'),
  { name, ask }: { readonly name: string; readonly ask: string },
): void {
  const came: string[] = [];
  let wake = Promise.withResolvers<void>();
  const frame = {
    parent: null,
    origin: BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.origin,
    postMessage: (_channel: string, _message: unknown, [port]: [Electron.MessagePortMain]) => {
      port.on('message', ({ data }) => {
        came.push(data);
        wake.resolve();
      });
      port.start();
      const far: Far = {
        send: (message) => port.postMessage(message),
        take: async () => {
          await wake.promise;
          wake = Promise.withResolvers();
          return came.splice(0);
        },
      };
      Object.assign(globalThis, { [name]: far });
    },
  };
  ipcMain.emit(ask, { sender: frame, senderFrame: frame });
}
