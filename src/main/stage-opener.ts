/** Where one scenario is played from its first step: in memory, and nobody goes back. */
import type { Scenario } from '../shared/scenario.ts';
import { bareStage, UNHOSTED_CALLBACK_BASE } from './bare-stage/stage.ts';
import { openNetwork } from './open-network.ts';
import type { Stage } from './scenario/run.ts';
import type { Transport } from './scenario/transport.ts';

/** Opens a stage with a scenario's definitions, none of its steps taken; `close` it. The signal ends a step that takes long. */
export type StageOpener = (scenario: Scenario, transport?: Transport, signal?: AbortSignal) => Promise<Stage>;

/**
 * A stage has no store, but where the app is closed and opened again: what it has then is what was kept. `openStored` opens one of
 * that kind.
 */
export const stageOpener =
  (openStored: (scenario: Scenario, transport: Transport) => Promise<Stage>): StageOpener =>
  async (scenario, transport = 'direct', signal = undefined) => {
    if (scenario.steps.some((step) => 'restart' in step)) return openStored(scenario, transport);
    const { close, ...network } = await openStageNetwork(transport);
    return { target: bareStage(scenario, { network, signal }), close: async () => close() };
  };

/** The network of stages; `close` it. */
export const openStageNetwork = (transport: Transport) =>
  openNetwork(transport, { callbackBase: UNHOSTED_CALLBACK_BASE, noteWallTime: () => undefined });
