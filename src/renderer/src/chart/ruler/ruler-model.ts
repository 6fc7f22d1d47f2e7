/** What a ruler shows of one configuration: the worst case of the verdict, with what never happens and what may last longer. */
import { dueAtLaunch } from '../../../../engine/clocks/timeout.ts';
import { retryPatternFor } from '../../../../engine/connection/retry.ts';
import type { ActionType, Settings } from '../../../../shared/definitions.ts';
import { retryIntervals } from '../../../../views/verdict/retry-intervals.ts';
import { type Verdict, verdict } from '../../../../views/verdict/verdict.ts';

/** Milliseconds since launch. */
export interface RulerCall {
  readonly callNumber: number;
  readonly at: number;
}

export interface RulerModel {
  readonly calls: readonly RulerCall[];
  /** Retries that the due date forestalls. */
  readonly unreached: readonly RulerCall[];
  /** The response window of the last call that could connect, open where nothing limits it; `null` where none is expected. */
  readonly response: { readonly from: number; readonly until: number | null } | null;
  readonly due: { readonly at: number; readonly closes: boolean } | null;
  readonly end: { readonly at: number; readonly ending: Verdict['ending'] };
}

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

/** Without any length of its own, an axis shows a minute. */
const SHORTEST_MS = 60_000;

/** How much time an axis must have room for. Retries far beyond the end are left out: they only squeeze what happens. */
export function extentOf({ calls, unreached, response, due, end }: RulerModel): number {
  const lifeMs = Math.max(end.at, calls.at(-1)?.at ?? 0, response?.until ?? 0, due?.at ?? 0);
  const openMs = response !== null && response.until === null ? lifeMs * 1.25 : lifeMs;
  const near = unreached.filter(({ at }) => at <= lifeMs * 2).map(({ at }) => at);
  return Math.max(openMs, ...near) || SHORTEST_MS;
}

/** The first wait: below it a logarithmic axis is nearly linear. */
export const firstWaitOf = ({ calls, unreached }: RulerModel): number | null =>
  [...calls, ...unreached].find(({ at }) => at > 0)?.at ?? null;
