/**
 * The one connection to the simulator: Electron's MessagePort where the preload hands one over, otherwise the WebSocket of
 * the loopback host that served this page. Both carry the same contract.
 */
import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/contract.ts';
import { type Hello, NOT_LET_IN, PORT_MESSAGE, SOCKET_PATH, WELCOME } from '../../../shared/host.ts';
import { LOST_NAME_REFUSED, lostNameIn } from '../../../shared/lost-name.ts';
import { answerWhenFolded } from './answer-when-folded.ts';
import { forgetSecret, NotLetIn, pageSecret } from './entry.ts';
import { isDesktop } from './host.ts';
import { askForPort } from './port.ts';

export type Client = ContractRouterClient<Contract>;

/** Connects by whichever way this page was opened; rejects where it cannot, by `NotLetIn` where it may not. */
export function connect(): Promise<Client> {
  return isDesktop() ? connectToElectron() : connectToLoopback();
}

async function connectToElectron(): Promise<Client> {
  const port = await askForPort(PORT_MESSAGE);
  return createORPCClient(new MessagePortLink({ port, interceptors: [refuseLostName, answerWhenFolded] }));
}

async function connectToLoopback(): Promise<Client> {
  const secret = await pageSecret();
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${SOCKET_PATH}`);
  await sayHello(socket, { secret });
  return createORPCClient(new WebSocketLink({ websocket: socket, interceptors: [refuseLostName, answerWhenFolded] }));
}

/** Resolves once the page is let in; from then on the socket speaks the contract. */
function sayHello(socket: WebSocket, hello: Hello): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.addEventListener('open', () => socket.send(JSON.stringify(hello)));
    socket.addEventListener(
      'message',
      ({ data }) => (data === WELCOME ? resolve() : reject(new Error('that is not Trigger Lab'))),
      { once: true },
    );
    socket.addEventListener('close', ({ code }) => {
      if (code === NOT_LET_IN) {
        forgetSecret();
        reject(new NotLetIn());
      } else reject(new Error('the simulator cannot be reached'));
    });
  });
}

/** As the simulator would: on the way there an entry of this name would be dropped without a word. */
function refuseLostName<T>({ input, next }: { readonly input: unknown; readonly next: () => T }): T {
  const path = lostNameIn(input);
  if (path === null) return next();
  throw new ORPCError('BAD_REQUEST', { data: { message: `${path.join('.')}: ${LOST_NAME_REFUSED}.` } });
}
