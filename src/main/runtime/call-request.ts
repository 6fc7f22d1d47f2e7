/** The call that an Action has in flight, as the transport is asked to make it. */
import type { Fact } from '../../shared/facts.ts';
import type { World } from '../../shared/world.ts';
import type { CallRequest } from './ports.ts';

/** `undefined` where the call ended before it was made: a response came first, or the Action closed. */
export function callRequest(world: World, actionRef: string): CallRequest | undefined {
  const action = world.actions.get(actionRef);
  if (action?.phase !== 'calling' || action.plan !== null || action.token === undefined) return undefined;
  const started = startedCall(world, actionRef);
  if (started === undefined) throw new Error(`${actionRef} is calling, but no call of it was started`);
  const api = world.externalApis.get(started.externalApi);
  if (!api) throw new Error(`${actionRef} calls ${started.externalApi}, which is not an External API`);
  return {
    externalApi: started.externalApi,
    definition: api.definition,
    switch: api.switch,
    actionRef,
    stream: action.stream,
    callNumber: action.callCount,
    at: started.at,
    startAt: world.startAt,
    seed: world.seed,
    callTimeoutMs: world.settings.callTimeout,
    token: action.token,
    action: started.action,
  };
}

/** How the latest call of an Action was started. */
export function startedCall(world: World, actionRef: string): Extract<Fact, { type: 'callStarted' }> | undefined {
  const started = world.timelines.get(actionRef)?.findLast((fact) => fact.type === 'callStarted');
  return started?.type === 'callStarted' ? started : undefined;
}
