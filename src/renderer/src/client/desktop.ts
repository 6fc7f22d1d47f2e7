/** The desktop app around this page: what it asks for, and what only it can do. In a browser there is none. */
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { type Asked, asked, type DesktopContract } from '../../../shared/desktop-contract.ts';
import { DESKTOP_PORT_MESSAGE } from '../../../shared/host.ts';
import { isDesktop } from './host.ts';
import { askForPort } from './port.ts';

export type Desktop = ContractRouterClient<DesktopContract>;

let current: Promise<Desktop> | null = null;

/** The desktop app; `null` in a browser. */
export function desktop(): Promise<Desktop> | null {
  if (!isDesktop()) return null;
  current ??= askForPort(DESKTOP_PORT_MESSAGE).then((port) => createORPCClient(new RPCLink({ port })));
  return current;
}

/** Hands over what the desktop app asks for, until `signal`; what it says must be as agreed. */
export async function listenToDesktop(
  { asked: listen }: Desktop,
  onAsked: (what: Asked) => void,
  signal: AbortSignal,
): Promise<void> {
  for await (const what of await listen(undefined, { signal })) onAsked(asked.parse(what));
}
