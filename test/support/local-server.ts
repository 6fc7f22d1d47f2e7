/** A server of the user's own on this machine, as a real API is: it keeps what it was sent and answers as the test says. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';

export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answers = (response: ServerResponse, arrived: Arrived) => void;

export class LocalServer {
  readonly arrived: Arrived[] = [];
  readonly #server: Server;
  answers: Answers;
  #told = Promise.withResolvers<void>();

  /** Listens on a free port of the address, until the test has finished. */
  static async start(answers: Answers, host = '127.0.0.1'): Promise<LocalServer> {
    const server = new LocalServer(answers);
    await new Promise<void>((resolve) => server.#server.listen(0, host, resolve));
    onTestFinished(() => server.close());
    return server;
  }

  private constructor(answers: Answers) {
    this.answers = answers;
    this.#server = createServer(async (request, response) => {
      const { method = '', url: path = '', headers } = request;
      const arrived = { method, path, headers, body: await text(request) };
      this.arrived.push(arrived);
      this.answers(response, arrived);
      this.#told.resolve();
      this.#told = Promise.withResolvers();
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }
  /** Its address, as a real API has it. */
  url(host = '127.0.0.1'): string {
    return `http://${host}:${this.port}/invoices?tenant=1`;
  }

  /** Resolves once so many requests have arrived. */
  async got(count: number): Promise<void> {
    while (this.arrived.length < count) await this.#told.promise;
  }

  async close(): Promise<void> {
    if (!this.#server.listening) return;
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** Answers with this status and nothing else. */
export const withStatus =
  (status: number, headers: Record<string, string> = {}): Answers =>
  (response) => {
    response.writeHead(status, headers).end();
  };
