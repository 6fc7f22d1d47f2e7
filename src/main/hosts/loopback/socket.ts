/** The contract over WebSockets. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { SOCKET_PATH } from '../../../shared/host.ts';
import type { SimulatorRouter } from '../router.ts';
import type { Access } from './access.ts';
import { MESSAGE_LIMIT_BYTES } from './body.ts';

/** How long a page may take to answer that it is told goodbye. */
const GOODBYE_MS = 500;
const GOING_AWAY = 1001;

export interface SocketsOptions {
  readonly access: Access;
  /** `null` while the simulator is not there yet. */
  readonly router: () => SimulatorRouter | null;
  readonly onError: (error: unknown) => void;
}

export class Sockets {
  readonly #options: SocketsOptions;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_LIMIT_BYTES, perMessageDeflate: false });
  #handler: { readonly router: SimulatorRouter; readonly rpc: RPCHandler<Record<never, never>> } | undefined;

  constructor(options: SocketsOptions) {
    this.#options = options;
  }

  /** For the HTTP server's `upgrade` event. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const refusal = this.#refusal(request);
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#serve(webSocket));
  };

  /** Says goodbye to every page and ends what does not answer. */
  async close(): Promise<void> {
    const closed = [...this.#server.clients].map(
      (webSocket) =>
        new Promise<void>((resolve) => {
          const timer = setTimeout(() => webSocket.terminate(), GOODBYE_MS);
          webSocket.once('close', () => {
            clearTimeout(timer);
            resolve();
          });
          webSocket.close(GOING_AWAY, 'Trigger Lab has ended');
        }),
    );
    await Promise.all(closed);
  }

  /** The status line to refuse with, or `null` to let in. */
  #refusal({ url = '/', headers }: IncomingMessage): string | null {
    const { access, router } = this.#options;
    if (!access.isOwnOrigin({ host: headers.host, origin: headers.origin })) return '403 Forbidden';
    const { pathname, searchParams } = new URL(url, 'http://127.0.0.1');
    if (pathname !== SOCKET_PATH) return '404 Not Found';
    const isKnown = access.isKnown({ cookie: headers.cookie, authorization: headers.authorization });
    if (!isKnown && !access.isToken(searchParams.get('token'))) return '403 Forbidden';
    return router() === null ? '503 Service Unavailable' : null;
  }

  #serve(webSocket: WebSocket): void {
    const router = this.#options.router();
    if (router === null) {
      webSocket.close();
      return;
    }
    webSocket.on('error', this.#options.onError);
    if (this.#handler?.router !== router) this.#handler = { router, rpc: new RPCHandler(router) };
    const paced = {
      addEventListener: webSocket.addEventListener.bind(webSocket),
      // Resolves once the message has left: a page that reads slowly slows down what is sent, and its stream waits in one
      // bounded place.
      send: (data: string | Uint8Array) =>
        new Promise<void>((resolve) => {
          webSocket.send(data, () => resolve());
        }),
    };
    void this.#handler.rpc.upgrade(paced as Pick<WebSocket, 'addEventListener' | 'send'>).catch(this.#options.onError);
  }
}
