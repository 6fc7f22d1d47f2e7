/** The network between the Actions of a simulator, or of a stage, and their external systems. */
import type { StageNetwork } from './bare-stage/stage.ts';
import { directCaller, directSender } from './external-system/direct.ts';
import { withoutLocalStorage } from './external-system/without-local-storage.ts';
import { createExternalApiClient } from './network/external-api-client.ts';
import { createResponseSender } from './network/response-sender.ts';
import type { NoteWallTime } from './runtime/ports.ts';
import type { Transport } from './scenario/transport.ts';

export interface NetworkOptions {
  /** The origin at which responses arrive. */
  readonly callbackBase: string;
  /** Told how many real milliseconds a call took. */
  readonly noteWallTime: NoteWallTime;
}

/** Opens it; `close` it, and with the last one that goes by HTTP the process has its real network back. */
export async function openNetwork(
  transport: Transport,
  { callbackBase, noteWallTime }: NetworkOptions,
): Promise<StageNetwork & { close(): void }> {
  if (transport === 'direct') return { caller: directCaller, sender: directSender, close: () => undefined };
  // Loaded only where it is needed: imitating HTTP takes half of the time in which everything else is loaded.
  const { SimulatedInternet } = await withoutLocalStorage(() => import('./external-system/simulated-internet.ts'));
  const internet = new SimulatedInternet();
  return {
    caller: createExternalApiClient({ internet, callbackBase, noteWallTime }),
    sender: createResponseSender({ internet, callbackBase }),
    close: () => internet.close(),
  };
}
