/** Chromium's DevTools protocol: one WebSocket, a session for the browser and one for each page. */
import { EventEmitter, once } from 'node:events';
import type { CDPSession } from '@playwright/test';
import { WebSocket } from 'ws';

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export class DevTools {
  readonly #socket: WebSocket;
  readonly #sessions = new Map<string, DevToolsSession>();
  readonly #waiting = new Map<number, PromiseWithResolvers<unknown>>();
  readonly browser: DevToolsSession;
  #count = 0;

  static async connect(url: string): Promise<DevTools> {
    const socket = new WebSocket(url, { maxPayload: 0 });
    await once(socket, 'open');
    return new DevTools(socket);
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    this.browser = this.session('');
    socket.on('message', (data) => this.#receive(JSON.parse(String(data))));
    socket.on('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('electron-stand-in: Chromium has gone'));
    });
  }

  session(sessionId: string): DevToolsSession {
    const session = new DevToolsSession((method, params) => this.#send(sessionId, method, params));
    this.#sessions.set(sessionId, session);
    return session;
  }

  #send(sessionId: string, method: string, params: object = {}): Promise<unknown> {
    const id = ++this.#count;
    const answer = Promise.withResolvers<unknown>();
    this.#waiting.set(id, answer);
    this.#socket.send(JSON.stringify({ id, method, params, ...(sessionId === '' ? {} : { sessionId }) }));
    return answer.promise;
  }

  #receive({ id, sessionId = '', method, params, result, error }: Message): void {
    if (id === undefined) {
      this.#sessions.get(sessionId)?.emit(String(method), params);
      return;
    }
    const answer = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) answer?.resolve(result);
    else answer?.reject(new Error(error.message));
  }
}

/** Typed as Playwright's own is. */
export class DevToolsSession extends EventEmitter {
  readonly send: CDPSession['send'];
  constructor(send: (method: string, params?: object) => Promise<unknown>) {
    super();
    this.send = send as CDPSession['send'];
  }
  /** For commands of which nobody waits for the end: the page may go meanwhile. */
  sendOff(...[method, params]: Parameters<CDPSession['send']>): void {
    this.send(method, params).catch(() => undefined);
  }
}
