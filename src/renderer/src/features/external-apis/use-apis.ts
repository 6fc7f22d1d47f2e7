/** The External APIs as the screens show them: what they are configured to do, what they got, who waits for them. */
import type { Action, ExternalApiState } from '../../../../shared/model.ts';
import { waitingByApi } from '../../../../views/api/api-waiting.ts';
import { type ApiLog, createApiLogs } from '../../../../views/calls/api-log.ts';
import { useFromSettledWorld } from '../../stores/settled.ts';

export interface ApiView {
  readonly name: string;
  /** In the order in which they are defined, from 0. */
  readonly place: number;
  readonly api: ExternalApiState;
  readonly log: ApiLog;
  /** The Actions that wait for it, in order of creation. */
  readonly waiting: readonly Action[];
}

/** Remembers the logs while one is on other screens too. */
const logsOf = createApiLogs();

const NONE: readonly ApiView[] = [];

/** All of them, in the order in which they were defined. */
export function useApis(): readonly ApiView[] {
  const apis = useFromSettledWorld((world) => {
    const logs = logsOf(world);
    const waiting = waitingByApi(world);
    return [...world.externalApis].map(([name, api], place) => ({
      name,
      place,
      api,
      log: logs(name),
      waiting: waiting(name),
    }));
  }, []);
  return apis ?? NONE;
}

/** The share of calls that failed to connect, of those whose result is known; `null` where none is. */
export function failedShare({ connectedCount, failedCount }: ApiLog): number | null {
  const known = connectedCount + failedCount;
  return known === 0 ? null : failedCount / known;
}
