/** The contract over WebSockets. Nothing that comes through one may end the process: what is not understood ends the socket. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { RPCHandler } from '@orpc/server/websocket';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { SOCKET_PATH } from '../../../shared/host.ts';
import { PLAIN_JSON } from '../plain-json.ts';
import type { SimulatorRouter } from '../router.ts';
import type { Access } from './access.ts';
import { type HelloLimits, receiveHello } from './hello.ts';

/** How long a page may take to answer a close. */
const GOODBYE_MS = 500;
const GOING_AWAY = 1001;
const NOT_UNDERSTOOD = 1007;

/** Upgrades to anything else (`h2c`, which Java's client offers) are answered as the plain requests that they are too. */
export function isWebSocketUpgrade({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

export interface SocketsOptions {
  readonly access: Access;
  readonly limits: HelloLimits & { readonly messageBytes: number; readonly webSockets: number };
  /** `null` while the simulator is not there yet. */
  readonly router: () => SimulatorRouter | null;
  readonly onError: (error: unknown) => void;
}

type Handler = RPCHandler<Record<never, never>>;

export class Sockets {
  readonly #options: SocketsOptions;
  readonly #server: WebSocketServer;
  #handler: { readonly router: SimulatorRouter; readonly rpc: Handler } | undefined;

  constructor(options: SocketsOptions) {
    this.#options = options;
    const maxPayload = options.limits.messageBytes;
    this.#server = new WebSocketServer({ noServer: true, maxPayload, perMessageDeflate: false });
  }

  /** For the HTTP server's `upgrade` event. */
  readonly upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    try {
      const refusal = this.#refusal(request);
      if (refusal === null) {
        this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#welcome(webSocket, request, socket));
      } else socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    } catch (error) {
      this.#options.onError(error);
      socket.destroy();
    }
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

  /** The status line to refuse with, or `null` to let in: a script, or a page that has yet to say who it is. */
  #refusal({ url = '', headers }: IncomingMessage): string | null {
    const { access, limits, router } = this.#options;
    if (!access.isOwnOrigin({ host: headers.host, origin: headers.origin })) return '403 Forbidden';
    if (url !== SOCKET_PATH) return '404 Not Found';
    if (headers.authorization !== undefined && !access.isBearer(headers.authorization)) return '403 Forbidden';
    if (this.#server.clients.size >= limits.webSockets) return '503 Service Unavailable';
    return router() === null ? '503 Service Unavailable' : null;
  }

  #welcome(webSocket: WebSocket, { headers }: IncomingMessage, socket: Duplex): void {
    // A broken protocol or connection: the socket closes by itself, and there is no bug to report.
    webSocket.on('error', () => webSocket.terminate());
    if (headers.authorization !== undefined) this.#serve(webSocket);
    else receiveHello(webSocket, socket, this.#options, () => this.#serve(webSocket));
  }

  #serve(webSocket: WebSocket): void {
    const router = this.#options.router();
    if (router === null) {
      webSocket.close(GOING_AWAY);
      return;
    }
    if (this.#handler?.router !== router)
      this.#handler = { router, rpc: new RPCHandler(router, { customJsonSerializers: [PLAIN_JSON] }) };
    const { rpc } = this.#handler;
    const paced = pacedBy(webSocket);
    webSocket.on('message', (data: RawData, isBinary: boolean) => {
      const message = isBinary ? toArrayBuffer(data) : data.toString();
      rpc.message(paced, message).catch(() => webSocket.close(NOT_UNDERSTOOD, 'not a message of the contract'));
    });
    webSocket.on('close', () => rpc.close(paced));
  }
}

/**
 * As much of a socket as the handler needs. Sending resolves once the message has left: a page that reads slowly slows down
 * what is sent, and its stream waits in one bounded place.
 */
function pacedBy(webSocket: WebSocket): Parameters<Handler['message']>[0] {
  const paced = {
    addEventListener: webSocket.addEventListener.bind(webSocket),
    send: (data: string | Uint8Array) =>
      new Promise<void>((resolve) => {
        webSocket.send(data, () => resolve());
      }),
  };
  return paced as Parameters<Handler['message']>[0];
}

function toArrayBuffer(data: RawData): ArrayBuffer {
  const bytes = Array.isArray(data) ? Buffer.concat(data) : data;
  return new Uint8Array(bytes as Buffer).slice().buffer;
}
