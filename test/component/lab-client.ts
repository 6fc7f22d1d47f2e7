/** In the place of `client/client.ts`, for lab.tsx: `vi.mock('…/client.ts', () => import('./lab-client.ts'))`. */
import type { Client } from '../../src/renderer/src/client/connect.ts';

let current: Client | null = null;

export function client(): Client {
  if (current === null) throw new Error('no lab is open yet');
  return current;
}

export function connectTo(client: Client): void {
  current = client;
}
