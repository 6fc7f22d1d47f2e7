/** Which Action type a study tells most of: one whose API can fail, by chance or for a while, and that tries again. */
import type { CallOutcome } from '../../shared/api-behaviour.ts';
import type { ActionType, ExternalApi, RetryPattern } from '../../shared/definitions.ts';

interface Defined {
  readonly actionTypes: Iterable<readonly [name: string, type: ActionType]>;
  readonly apiOf: (name: string) => ExternalApi | undefined;
  readonly settings: { readonly retry: RetryPattern };
}

/** Those that call an API, the most telling first; of those that tell as much, in their order. */
export function byTelling({ actionTypes, apiOf, settings }: Defined): string[] {
  return [...actionTypes]
    .flatMap(([name, type]) => {
      const api = type.externalApi === undefined ? undefined : apiOf(type.externalApi);
      return api === undefined ? [] : [{ name, tells: tells(type, api, settings.retry) }];
    })
    .sort((one, other) => other.tells - one.tells)
    .map(({ name }) => name);
}

/** What weighs more than all that follows it: whether calls can fail, whether chance or time decides, retries, a response. */
function tells(type: ActionType, api: ExternalApi, pattern: RetryPattern): number {
  const hasOutages = (api.outages?.length ?? 0) > 0;
  const canFail = hasOutages || (api.random?.failRate ?? 0) > 0 || [...(api.calls ?? []), api.otherwise].some(fails);
  const { max } = type.retry ?? pattern;
  return [canFail, hasOutages || api.random !== undefined, max > 0, type.responseExpected].reduce(
    (sum, holds) => sum * 2 + Number(holds),
    0,
  );
}

const fails = (outcome: CallOutcome | undefined) => outcome !== undefined && ('fail' in outcome || 'status' in outcome);
