/**
 * The loopback host: the page, the contract over a WebSocket and over plain HTTP, and the address where external systems
 * answer. Bound to 127.0.0.1 first, so that its address is known; opened once the simulator is there.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Simulator } from '../../simulator.ts';
import { createRouter, type SimulatorRouter } from '../router.ts';
import { Access, newToken } from './access.ts';
import { createApp, type Opened } from './app.ts';
import { LIMITS, type Limits } from './limits.ts';
import { createApi } from './open-api.ts';
import { isWebSocketUpgrade, Sockets } from './socket.ts';

const HOST = '127.0.0.1';

/** Answers `POST /callbacks/TOKEN`. */
export type AnswerCallback = (request: Request, token: string) => Promise<Response>;

export interface LoopbackOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** The folder of the built page. */
  readonly rendererDir: string;
  readonly version: string;
  /** Less than usual, for tests. */
  readonly limits?: Partial<Limits>;
  /** Told of every bug; the server continues. */
  readonly onError: (error: unknown) => void;
}

/** The port is taken, or not ours to take. */
export class PortError extends Error {
  override readonly name = 'PortError';
}

export class LoopbackHost {
  readonly #server: Server;
  readonly #sockets: Sockets;
  readonly #options: LoopbackOptions;
  readonly #token: string;
  /** Resolves when the first page has come in by the printed address. */
  readonly entered: Promise<void>;
  #opened: (Opened & { readonly router: SimulatorRouter }) | null = null;
  readonly origin: string;

  /** Binds; until `open` every request is told that Trigger Lab is starting. Throws a `PortError`. */
  static async listen(options: LoopbackOptions): Promise<LoopbackHost> {
    let host: LoopbackHost | undefined;
    const limits = { ...LIMITS, ...options.limits };
    const server = createAdaptorServer({
      overrideGlobalObjects: false,
      hostname: HOST,
      fetch: (request) => host?.answer(request) ?? new Response(null, { status: 503 }),
      createServer,
      serverOptions: {
        shouldUpgradeCallback: isWebSocketUpgrade,
        headersTimeout: limits.headMs,
        requestTimeout: limits.headMs + limits.bodyMs,
        // How often Node looks for what takes too long.
        connectionsCheckingInterval: Math.min(limits.headMs, 5_000),
      },
    }) as Server;
    server.maxConnections = limits.connections;
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(portError(error, options.port)));
      server.listen(options.port, HOST, resolve);
    });
    host = new LoopbackHost(server, options, limits);
    return host;
  }

  readonly answer: (request: Request) => Response | Promise<Response>;

  private constructor(server: Server, options: LoopbackOptions, limits: Limits) {
    const { port } = server.address() as AddressInfo;
    this.#server = server;
    this.#options = options;
    this.#token = newToken();
    this.origin = `http://${HOST}:${port}`;
    const access = new Access(port, this.#token);
    const { rendererDir, version, onError } = options;
    const { promise: entered, resolve: onEntered } = Promise.withResolvers<void>();
    this.entered = entered;
    this.#sockets = new Sockets({ access, limits, router: () => this.#opened?.router ?? null, onError });
    const app = createApp({
      access,
      limits,
      port,
      origin: this.origin,
      rendererDir,
      version,
      opened: () => this.#opened,
      onEntered,
      onError,
    });
    this.answer = (request) => app.fetch(request);
    server.on('upgrade', this.#sockets.upgrade);
    server.on('error', onError);
  }

  /** The address to open, with the token. */
  get address(): string {
    return `${this.origin}/?token=${this.#token}`;
  }

  /** From now on the simulator answers. */
  open(simulator: Simulator, answerCallback: AnswerCallback): void {
    const router = createRouter(simulator, { onBug: this.#options.onError });
    this.#opened = { router, answerApi: createApi(router), answerCallback };
  }

  /** Ends every connection. */
  async close(): Promise<void> {
    this.#opened = null;
    const closed = new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
    await this.#sockets.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

function portError(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new PortError(`port ${port} is taken; choose another, or leave it out for a free one`, { cause: error });
  }
  if (code === 'EACCES') {
    return new PortError(`port ${port} needs permission you do not have; choose one above 1023`, { cause: error });
  }
  return error;
}
