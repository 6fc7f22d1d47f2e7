import type { AnswerCallback } from '../hosts/loopback/server.ts';
import { handleCallback } from '../network/callback-endpoint.ts';
import type { Simulator } from '../simulator.ts';

/** How a simulator takes the callbacks that arrive at its host. */
export function answerCallbacks(simulator: Simulator): AnswerCallback {
  return (request, token) =>
    handleCallback(
      request,
      token,
      (actionRef) => simulator.workspace.world.actions.get(actionRef)?.token,
      (actionRef, delivery) => simulator.workspace.acts.receiveCallback(actionRef, delivery),
    );
}
