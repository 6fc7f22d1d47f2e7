/** Stages for whoever has no simulator, which takes long to load: it is loaded with the first scenario that needs one. */
import type { Transport } from './scenario/transport.ts';
import { openStageNetwork, stageOpener } from './stage-opener.ts';

export const openStage = stageOpener(async (scenario, transport) =>
  (await import('./create-simulator.ts')).openStoredStage(scenario, transport),
);

/**
 * Keeps the network of stages open until the function that it resolves to is called: for whoever plays many scenarios, since a short one
 * takes less time than to begin intercepting requests.
 */
export async function keepNetwork(transport: Transport): Promise<() => void> {
  return (await openStageNetwork(transport)).close;
}
