/**
 * What a simulated External API does with a call: pure, so that HTTP, the direct transport and the Lab cannot disagree.
 * The first that speaks decides: the switch, an outage, then the script or the random behaviour.
 */
import { definitionWhenUp } from '../engine/definitions/when-up.ts';
import type { StreamKey } from '../engine/random.ts';
import type { CallOutcome } from '../shared/api-behaviour.ts';
import type { ExternalApi } from '../shared/definitions.ts';
import type { CallPlan, Delivery, Instant } from '../shared/model.ts';
import { type OutageTimes, outageAt, outageBegan, outageTimes } from '../shared/outage-times.ts';
import type { ApiSwitch } from '../shared/words.ts';
import { acceptedPlan, connectionFailure, failedPlan, isTooLate, withinTimeout } from './call-plans.ts';
import { failureDrawn, planRandom, type RandomCall, RandomDraws } from './random-behaviour.ts';
import { planOutage, planScripted } from './scripted-behaviour.ts';

/** A call, as far as what comes of it depends on it. */
interface PlannedCall extends RandomCall {
  readonly definition: ExternalApi;
  readonly switch: ApiSwitch;
  /** When it starts. */
  readonly at: Instant;
  readonly startAt: Instant;
  readonly callTimeoutMs: number;
}

/** All that will come of one call. The same call always has the same plan. */
export function planCall(call: PlannedCall): CallPlan {
  return withinTimeout(intendedPlan(call), call.callTimeoutMs);
}

/** A call without a configured outcome is accepted at once. */
const AT_ONCE: CallOutcome = {};

function intendedPlan(call: PlannedCall): CallPlan {
  const { callNumber } = call;
  if (call.switch === 'Down') return failedPlan(connectionFailure('refused'), 0);
  if (call.switch === 'Silent') return acceptedPlan(200, 0, []);
  const definition = call.switch === 'Up' ? definitionWhenUp(call.definition) : call.definition;
  // The first outage listed that covers the call's start.
  const covering = outageAt(definition.outages, call.startAt, call.at);
  if (covering !== null) return planOutage(covering.outage);
  if (definition.random) return planRandom(definition.random, call);
  return planScripted(definition.calls?.[callNumber - 1] ?? definition.otherwise ?? AT_ONCE);
}

/** Whether a delivery is a response that the rules can take (R30). */
export function isValidResponse({ body, token }: Delivery): boolean {
  return body !== null && token === 'right';
}

/** What a decision depends on beside the call: one API as configured, and the call timeout (S4). */
export interface DeciderOptions {
  readonly definition: ExternalApi;
  readonly startAt: Instant;
  readonly callTimeoutMs: number;
}

/** A plan as far as a life depends on it. */
interface PlanSummary {
  readonly connects: boolean;
  readonly latencyMs: number;
  readonly responseAfterMs: number;
  readonly responseSucceeds: boolean;
}

/**
 * The same decisions as `planCall`, for the Lab: what comes of a call stands in fields that each decision writes again. What is
 * the same for every call (a script, an outage) is planned once, by the same functions.
 */
export class CallDecider implements PlanSummary {
  connects = false;
  /** Until the caller knows. */
  latencyMs = 0;
  /** When the first valid response comes, from the acceptance; `Infinity` where none does. */
  responseAfterMs = Number.POSITIVE_INFINITY;
  responseSucceeds = false;
  /** Whether an outage covered the call. */
  isInOutage = false;

  readonly #definition: ExternalApi;
  readonly #callTimeoutMs: number;
  readonly #outages: readonly (PlanSummary & OutageTimes)[];
  readonly #scripted: readonly PlanSummary[];
  readonly #draws: RandomDraws | null;
  /** Which way a call fails is drawn only where it matters: all but `hang` fail at once. */
  readonly #mayHang: boolean;

  constructor({ definition, startAt, callTimeoutMs }: DeciderOptions) {
    this.#definition = definition;
    this.#callTimeoutMs = callTimeoutMs;
    const planned = (plan: CallPlan) => summaryOf(withinTimeout(plan, callTimeoutMs));
    this.#outages = (definition.outages ?? []).map((outage) => ({
      ...planned(planOutage(outage)),
      ...outageTimes(outage, startAt),
    }));
    this.#draws = definition.random === undefined ? null : new RandomDraws(definition.random);
    this.#mayHang = (definition.random?.fail.hang ?? 0) > 0;
    const { calls = [], otherwise = {} } = definition;
    this.#scripted = [...calls, otherwise].map((outcome) => planned(planScripted(outcome)));
  }

  /** What comes of call `callNumber` (from 1) at `at`, by the draws of `stream`. */
  decide(stream: StreamKey, callNumber: number, at: Instant): void {
    if (this.#outages.length > 0 && this.#meetsOutage(at)) return;
    if (this.#draws !== null) this.#draw(this.#draws, stream, callNumber);
    else this.#take(this.#scripted[Math.min(callNumber, this.#scripted.length) - 1] as PlanSummary);
  }

  #meetsOutage(at: Instant): boolean {
    const outage = this.#outages.find((each) => outageBegan(each, at) !== null);
    if (outage !== undefined) this.#take(outage);
    this.isInOutage = outage !== undefined;
    return this.isInOutage;
  }

  #take(summary: PlanSummary): void {
    this.connects = summary.connects;
    this.latencyMs = summary.latencyMs;
    this.responseAfterMs = summary.responseAfterMs;
    this.responseSucceeds = summary.responseSucceeds;
  }

  #draw(draws: RandomDraws, stream: StreamKey, callNumber: number): void {
    draws.draw(stream, callNumber);
    if (draws.connects && !isTooLate(draws.acceptAfter.durationMs, this.#callTimeoutMs)) {
      this.connects = true;
      this.latencyMs = draws.acceptAfter.durationMs;
      this.responseAfterMs = draws.responds ? draws.responseAfter.durationMs : Number.POSITIVE_INFINITY;
      this.responseSucceeds = draws.succeeds;
      return;
    }
    const hangs = draws.connects || (this.#mayHang && this.#drawsHang(stream, callNumber));
    this.connects = false;
    this.latencyMs = hangs ? this.#callTimeoutMs : 0;
  }

  #drawsHang(stream: StreamKey, callNumber: number): boolean {
    const { random } = this.#definition;
    return random !== undefined && failureDrawn(random, stream, callNumber).kind === 'hang';
  }
}

/** Answers are in order of their instants, so the first valid one decides (R28). */
function summaryOf({ result, latencyMs, answers }: CallPlan): PlanSummary {
  const deciding = answers.find(({ delivery }) => isValidResponse(delivery));
  return {
    connects: result.connected,
    latencyMs,
    responseAfterMs: deciding?.afterMs ?? Number.POSITIVE_INFINITY,
    responseSucceeds: deciding?.delivery.body?.outcome === 'success',
  };
}
