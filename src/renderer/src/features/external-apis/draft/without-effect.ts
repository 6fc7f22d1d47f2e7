/** Rows of an API's form that have no effect as the form is, and why: a sentence each, or `null` for those that have one. */
import { retryPatternFor } from '../../../../../engine/connection/retry.ts';
import { callOutcome, type Outage } from '../../../../../shared/api-behaviour.ts';
import { counted } from '../../../../../shared/counted.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { outageTimes } from '../../../../../shared/outage-times.ts';
import type { World } from '../../../../../shared/world.ts';
import { coverOf, outagesMeet } from '../../../../../views/api/outage-cover.ts';
import { listed } from '../../../../../views/words/listed.ts';
import { instantInWords } from '../../../../../views/words/time-words.ts';
import { toNumber } from '../../../form/text.ts';
import { type CallDraft, callText } from './call-draft.ts';
import type { TypedOutage } from './outage-draft.ts';
import type { RandomDraft } from './random-draft.ts';

interface ScriptSetting {
  /** S4: a call that is accepted later has failed. */
  readonly callTimeoutMs: number;
  /** The most calls that an Action makes, over the Action types that call the API; `null` where none does. */
  readonly mostCalls: number | null;
}

export interface ScriptEffects {
  readonly calls: readonly (string | null)[];
  readonly otherwise: string | null;
}

/** Calls that no Action ever makes: after one that connects (R4, R5), and beyond the most retries (R14). */
export function scriptEffects(calls: readonly CallDraft[], { callTimeoutMs, mostCalls }: ScriptSetting): ScriptEffects {
  const connecting = calls.findIndex((call) => connects(call, callTimeoutMs));
  const why = (callIndex: number) => {
    if (connecting >= 0 && callIndex > connecting) {
      return `No effect: call ${connecting + 1} connects, and an Action that is connected makes no further call.`;
    }
    if (mostCalls === null || callIndex < mostCalls) return null;
    return `No effect with the current settings: no Action that calls this API makes more than ${counted(mostCalls, 'call')}.`;
  };
  return { calls: calls.map((_, index) => why(index)), otherwise: why(calls.length) };
}

/** Retries come on top of the first call (R2), each Action type with the pattern in force for it (S3). */
export function mostCallsOf({ settings, actionTypes }: World, apiName: string): number | null {
  const calls = [...actionTypes.values()]
    .filter(({ externalApi }) => externalApi === apiName)
    .map((type) => 1 + retryPatternFor(settings, type).max);
  return calls.length === 0 ? null : Math.max(...calls);
}

function connects(call: CallDraft, callTimeoutMs: number): boolean {
  const { data } = callOutcome.safeParse(callText(call));
  return data !== undefined && !('fail' in data) && !('status' in data) && (data.acceptAfter ?? 0) <= callTimeoutMs;
}

/** The parts of random behaviour, each with why it is never drawn. */
export interface RandomEffects {
  readonly fail: string | null;
  readonly acceptAfter: string | null;
  readonly responses: string | null;
  readonly responseAfter: string | null;
  readonly reasons: string | null;
  readonly data: string | null;
}

export function randomEffects({ failRate, noResponseRate, successRate }: RandomDraft): RandomEffects {
  const allFail = toNumber(failRate) === 100 ? 'No effect: every call fails.' : null;
  const noneResponds = toNumber(noResponseRate) === 100 ? 'No effect: no call gets a response.' : null;
  return {
    fail: toNumber(failRate) === 0 ? 'No effect: no call fails.' : null,
    acceptAfter: allFail,
    responses: allFail,
    responseAfter: allFail ?? noneResponds,
    reasons:
      allFail ?? noneResponds ?? (toNumber(successRate) === 100 ? 'No effect: every response is successful.' : null),
    data: allFail ?? noneResponds ?? (toNumber(successRate) === 0 ? 'No effect: no response is successful.' : null),
  };
}

/** Of a row of weights. */
export const weightEffect = ({ weight }: { readonly weight: string }): string | null =>
  toNumber(weight) === 0 ? 'No effect: its weight is 0.' : null;

/**
 * Of outages that are wholly inside others: those that decide before it, or fail calls in the same way where it is left out; by the
 * row's id. Of two that would do for each other the earlier row stays.
 */
export function coverEffects(typed: readonly TypedOutage[], startAt: Instant): ReadonlyMap<string, string> {
  const effects = new Map<string, string>();
  const all = typed.map((each) => ({ ...each, times: outageTimes(each.outage, startAt) }));
  for (const one of all.toReversed()) {
    const later = all.filter(({ number }) => number > one.number);
    // Where this one is left out, the next row that covers the instant decides.
    const other = later.findIndex((each) => !failsAlike(each.outage, one.outage) && outagesMeet(one.times, each.times));
    const able = [
      ...all.filter(({ number }) => number < one.number),
      ...(other < 0 ? later : later.slice(0, other)).filter((each) => failsAlike(each.outage, one.outage)),
    ].filter(({ id }) => !effects.has(id));
    const cover = coverOf(
      able.map(({ times }) => times),
      one.times,
    )?.map((place) => able[place]?.number);
    if (cover === undefined) continue;
    const which = cover.length === 1 ? `outage ${cover[0]} covers` : `outages ${listed(cover.map(String))} cover`;
    effects.set(one.id, `No effect: ${which} all of it.`);
  }
  return effects;
}

function failsAlike(one: Outage, other: Outage): boolean {
  const how = ({ fail = 'refused', status, after = 0, retryAfter }: Outage) =>
    JSON.stringify(status === undefined ? [fail, after] : [status, after, retryAfter]);
  return how(one) === how(other);
}

/** Of an outage that will not come again. */
export function overEffect({ outage }: TypedOutage, startAt: Instant, now: Instant): string | null {
  const { fromAt, lengthMs, everyMs } = outageTimes(outage, startAt);
  const untilAt = fromAt + lengthMs;
  return everyMs !== null || untilAt > now ? null : `No effect: it ended at ${instantInWords(untilAt, startAt)}.`;
}
