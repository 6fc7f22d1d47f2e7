/** Both transports, wired as `create-simulator` does, for suites that every one must pass. */
import { directCaller, directSender } from '../../src/main/external-system/direct.ts';
import { SimulatedInternet } from '../../src/main/external-system/simulated-internet.ts';
import { createExternalApiClient } from '../../src/main/network/external-api-client.ts';
import { createResponseSender } from '../../src/main/network/response-sender.ts';
import type { ExternalApiCaller, ResponseSender } from '../../src/main/runtime/ports.ts';
import { WallTimes } from '../../src/main/runtime/wall-times.ts';

export const CALLBACK_BASE = 'http://127.0.0.1:4173';

export interface Transport {
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
  /** How long calls over it really took. */
  readonly wallTimes: WallTimes;
  close(): void;
}

export function openHttp(): Transport {
  const internet = new SimulatedInternet();
  const network = { internet, callbackBase: CALLBACK_BASE };
  const wallTimes = new WallTimes();
  return {
    caller: createExternalApiClient({ ...network, noteWallTime: wallTimes.note }),
    wallTimes,
    sender: createResponseSender(network),
    close: () => internet.close(),
  };
}

export function openDirect(): Transport {
  return { caller: directCaller, sender: directSender, wallTimes: new WallTimes(), close: () => undefined };
}

export const TRANSPORTS = [
  ['http', openHttp],
  ['direct', openDirect],
] as const;
