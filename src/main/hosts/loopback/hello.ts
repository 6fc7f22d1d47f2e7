/** How a page says who it is: by the first message on its WebSocket, so that no secret is in an address or a cookie. */
import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import { z } from 'zod';
import { type Hello, NOT_LET_IN, WELCOME } from '../../../shared/host.ts';
import type { Access } from './access.ts';

export interface HelloLimits {
  readonly helloBytes: number;
  readonly helloMs: number;
}

interface HelloOptions {
  readonly access: Access;
  readonly limits: HelloLimits;
}

const hello: z.ZodType<Hello> = z.strictObject({ secret: z.string() });

/** Calls `letIn` once the page has said a secret that is good; closes the socket where it does not, sends much, or waits long. */
export function receiveHello(
  webSocket: WebSocket,
  socket: Duplex,
  { access, limits }: HelloOptions,
  letIn: () => void,
): void {
  let size = 0;
  // Counted as it arrives: a message may be announced as large as the contract's largest.
  const count = (chunk: Buffer) => {
    size += chunk.byteLength;
    if (size > limits.helloBytes) webSocket.terminate();
  };
  const timer = setTimeout(() => webSocket.terminate(), limits.helloMs);
  const end = () => {
    clearTimeout(timer);
    socket.off('data', count);
  };
  socket.on('data', count);
  webSocket.once('close', end);
  webSocket.once('message', (data: RawData) => {
    end();
    const secret = secretIn(data.toString());
    if (secret === null || !access.isPageSecret(secret)) {
      webSocket.close(NOT_LET_IN, 'that secret is not valid, or no longer is');
      return;
    }
    letIn();
    webSocket.send(WELCOME);
  });
}

function secretIn(text: string): string | null {
  try {
    return hello.parse(JSON.parse(text)).secret;
  } catch {
    return null;
  }
}
