/** Rows of an API's form that have no effect as the form is, and why: a sentence each, or `null` for those that have one. */
import { retryPatternFor } from '../../../../../engine/connection/retry.ts';
import { callOutcome, type Outage } from '../../../../../shared/api-behaviour.ts';
import { counted } from '../../../../../shared/counted.ts';
import type { Instant } from '../../../../../shared/model.ts';
import { outageTimes } from '../../../../../shared/outage-times.ts';
import type { World } from '../../../../../shared/world.ts';
import { outageCovers } from '../../../../../views/api/outage-cover.ts';
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
  };
}

/** Of a row of weights. */
export const weightEffect = ({ weight }: { readonly weight: string }): string | null =>
  toNumber(weight) === 0 ? 'No effect: its weight is 0.' : null;

/** Of outages that are wholly inside another one, one that decides before it or fails calls in the same way; by the row's id. */
export function coverEffects(typed: readonly TypedOutage[], startAt: Instant): ReadonlyMap<string, string> {
  const effects = new Map<string, string>();
  const all = typed.map((each) => ({ ...each, times: outageTimes(each.outage, startAt) }));
  for (const one of all) {
    const cover = all.find(
      (other) =>
        other.id !== one.id &&
        !effects.has(other.id) &&
        outageCovers(other.times, one.times) &&
        (other.number < one.number || (failsAlike(other.outage, one.outage) && !outageCovers(one.times, other.times))),
    );
    if (cover !== undefined) effects.set(one.id, `No effect: outage ${cover.number} covers all of it.`);
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
