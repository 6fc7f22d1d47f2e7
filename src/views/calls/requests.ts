/** The requests that an External API got (R3), of all Actions that are there, oldest first. */
import type { CustomData } from '../../shared/definitions.ts';
import type { ActionRef, Instant } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';

export interface ApiRequest {
  readonly at: Instant;
  readonly actionRef: ActionRef;
  readonly callNumber: number;
  /** The whole body, as the API got it. */
  readonly body: { readonly Action: CustomData; readonly CallBackURL: string };
}

/** The body of a request (R3); `callbackBase` is the origin at which callbacks arrive. */
export function requestBody(
  world: World,
  { actionRef, action }: { readonly actionRef: ActionRef; readonly action: CustomData },
  callbackBase: string,
): ApiRequest['body'] {
  return { Action: action, CallBackURL: `${callbackBase}/callbacks/${world.actions.get(actionRef)?.token}` };
}

/** In the order in which they were sent; of one instant in the order in which the Actions were made (R37). */
export function requestsOf(world: World, externalApi: string, callbackBase: string): ApiRequest[] {
  const requests: ApiRequest[] = [];
  for (const { ref } of world.actions.values()) {
    for (const fact of world.timelines.get(ref) ?? []) {
      if (fact.type !== 'callStarted' || fact.externalApi !== externalApi) continue;
      requests.push({
        at: fact.at,
        actionRef: ref,
        callNumber: fact.callNumber,
        body: requestBody(world, fact, callbackBase),
      });
    }
  }
  return requests.sort((left, right) => left.at - right.at);
}
