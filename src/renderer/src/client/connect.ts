/**
 * The one connection to the simulator: Electron's MessagePort where the preload hands one over, otherwise the WebSocket of
 * the loopback host that served this page. Both carry the same contract.
 */
import { createORPCClient } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../../shared/contract.ts';
import { PORT_MESSAGE, SOCKET_PATH } from '../../../shared/host.ts';

export type Client = ContractRouterClient<Contract>;

export interface Connection {
  readonly client: Client;
  /** Resolves when the connection is lost for good. */
  readonly lost: Promise<void>;
}

/** Connects by whichever way this page was opened; rejects where it cannot. */
export function connect(): Promise<Connection> {
  return location.protocol === 'app:' ? connectToElectron() : connectToLoopback();
}

function connectToElectron(): Promise<Connection> {
  return new Promise((resolve) => {
    const onMessage = (event: MessageEvent) => {
      const port = event.ports[0];
      if (event.source !== window || event.data !== PORT_MESSAGE || !port) return;
      window.removeEventListener('message', onMessage);
      const lost = new Promise<void>((gone) => {
        port.addEventListener('close', () => gone());
      });
      port.start();
      resolve({ client: createORPCClient(new MessagePortLink({ port })), lost });
    };
    window.addEventListener('message', onMessage);
    // The preload answers with the port; asking again after a reload gets a new one.
    window.postMessage(`${PORT_MESSAGE}?`, location.origin);
  });
}

function connectToLoopback(): Promise<Connection> {
  const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${SOCKET_PATH}`);
  return new Promise((resolve, reject) => {
    const lost = new Promise<void>((gone) => {
      socket.addEventListener('close', () => gone());
    });
    socket.addEventListener('open', () => {
      resolve({ client: createORPCClient(new WebSocketLink({ websocket: socket })), lost });
    });
    socket.addEventListener('error', () => reject(new Error('the simulator cannot be reached')));
  });
}
