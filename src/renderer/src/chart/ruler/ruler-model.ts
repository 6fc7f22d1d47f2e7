/** What a ruler shows of one configuration: what happens if the API never connects, or if it is down for a while. */
import { dueAtLaunch } from '../../../../engine/clocks/timeout.ts';
import { retryPatternFor } from '../../../../engine/connection/retry.ts';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { type Outage, outageOutcome } from '../../../../views/verdict/outage.ts';
import { retryIntervals } from '../../../../views/verdict/retry-intervals.ts';
import { awaitedUntil, type Verdict, verdict } from '../../../../views/verdict/verdict.ts';

/** Milliseconds since launch. */
export interface RulerCall {
  readonly callNumber: number;
  readonly at: number;
}

export interface RulerModel {
  readonly calls: readonly RulerCall[];
  /** Retries that a clock forestalls. */
  readonly unreached: readonly RulerCall[];
  /** The response window of the last call, if that connects; open where nothing limits it, `null` where no response is awaited. */
  readonly response: { readonly from: number; readonly until: number | null } | null;
  readonly due: { readonly at: number; readonly closes: boolean } | null;
  /** `null` where the last call connects: what comes then depends on the response. */
  readonly end: { readonly at: number; readonly ending: Verdict['ending'] } | null;
}

/** The worst case, with the response window that would follow if the last call connected nevertheless. */
export function rulerModel(settings: Settings, actionType: ActionType): RulerModel {
  const { callsAt, endsAt, ending, unreachedRetries, awaitsResponseUntil } = verdict(settings, actionType);
  const intervals = retryIntervals(retryPatternFor(settings, actionType));
  const dueAt = dueAtLaunch(actionType, 0);
  return {
    calls: callsAt.map((at, index) => ({ callNumber: index + 1, at })),
    unreached: unreachedRetries.flatMap((retryNumber) => {
      const interval = intervals[retryNumber - 1];
      return interval === undefined ? [] : [{ callNumber: retryNumber + 1, at: interval.afterMs }];
    }),
    response: actionType.responseExpected ? { from: callsAt.at(-1) ?? 0, until: awaitsResponseUntil } : null,
    due: dueAt === null ? null : { at: dueAt, closes: actionType.autoCompleteOnTimeout },
    end: { at: endsAt, ending },
  };
}

/** What happens if the API never connects, and nothing else: no call connects, so no response is awaited. */
export function worstCaseModel(settings: Settings, actionType: ActionType): RulerModel {
  return { ...rulerModel(settings, actionType), response: null };
}

/** What happens in an outage: the calls up to the one that connects, and the response it waits for; else the worst case. */
export function outageModel(settings: Settings, actionType: ActionType, outage: Outage): RulerModel {
  const worstCase = worstCaseModel(settings, actionType);
  const { through } = outageOutcome(settings, actionType, outage);
  if (through === null) return worstCase;
  const { callNumber, at } = through;
  return {
    calls: worstCase.calls.slice(0, callNumber),
    unreached: [],
    response: actionType.responseExpected ? { from: at, until: awaitedUntil(settings, actionType, at) } : null,
    due: worstCase.due,
    end: null,
  };
}

/** Without any length of its own, an axis shows a minute. */
const SHORTEST_MS = 60_000;

/** How much time an axis must have room for. Retries far beyond the end are left out: they only squeeze what happens. */
export function extentOf({ calls, unreached, response, due, end }: RulerModel): number {
  const lifeMs = Math.max(end?.at ?? 0, calls.at(-1)?.at ?? 0, response?.until ?? 0, due?.at ?? 0);
  const openMs = response !== null && response.until === null ? lifeMs * 1.25 : lifeMs;
  const near = unreached.filter(({ at }) => at <= lifeMs * 2).map(({ at }) => at);
  return Math.max(openMs, ...near) || SHORTEST_MS;
}

/** The first wait: below it a logarithmic axis is nearly linear. */
export const firstWaitOf = ({ calls, unreached }: RulerModel): number | null =>
  [...calls, ...unreached].find(({ at }) => at > 0)?.at ?? null;
