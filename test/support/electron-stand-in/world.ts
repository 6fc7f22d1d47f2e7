/** The isolated world of one document of a page: its preload, as the main process reaches it; what Electron calls the frame. */
import type { MessagePort } from 'node:worker_threads';
import type { MessagePortMain, WebFrameMain } from 'electron';
import { toApp } from './addresses.ts';
import type { DevToolsSession } from './devtools.ts';
import { NODE_PORT, type StandInPort } from './ports.ts';

/** What a preload says, as in-page.js writes it. */
export type Said =
  | { readonly type: 'send'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly type: 'port'; readonly port: number; readonly text?: string; readonly bytes?: string }
  | { readonly type: 'portClosed'; readonly port: number };

export class World implements Pick<WebFrameMain, 'origin' | 'url' | 'parent' | 'postMessage'> {
  readonly origin: string;
  readonly url: string;
  readonly parent = null;
  readonly #session: DevToolsSession;
  readonly #contextId: number;
  readonly #ports = new Map<number, MessagePort>();
  #portCount = 0;

  /** `origin`: what Chromium says it is, whatever the address. */
  constructor(session: DevToolsSession, context: { readonly id: number; readonly origin: string }, url: string) {
    this.#session = session;
    this.#contextId = context.id;
    this.origin = toApp(context.origin);
    this.url = toApp(url);
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    const ids = transfer.map((port) => this.#carry((port as unknown as StandInPort)[NODE_PORT]));
    this.#call('emit', channel, message, ids);
  }

  /** What arrived from it. */
  receive(said: Extract<Said, { port: number }>): void {
    const port = this.#ports.get(said.port);
    if (said.type === 'portClosed') port?.close();
    else port?.postMessage(said.text ?? new Uint8Array(Buffer.from(said.bytes ?? '', 'base64')));
  }

  /** The document has gone, and its ends of all ports with it. */
  close(): void {
    for (const port of this.#ports.values()) port.close();
  }

  /** Between a port's other end and the page, message by message; its number in the page. */
  #carry(port: MessagePort): number {
    const id = ++this.#portCount;
    this.#ports.set(id, port);
    port.on('message', (data: string | Uint8Array) => {
      if (typeof data === 'string') this.#call('post', id, data);
      else this.#call('postBytes', id, Buffer.from(data).toString('base64'));
    });
    port.on('close', () => this.#call('closePort', id));
    return id;
  }

  #call(name: string, ...args: unknown[]): void {
    const expression = `electronStandIn.${name}(${args.map((arg) => JSON.stringify(arg)).join(', ')})`;
    this.#session.sendOff('Runtime.evaluate', { expression, contextId: this.#contextId, silent: true });
  }
}
