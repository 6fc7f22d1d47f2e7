/**
 * One Action's life from launch to its end, by the engine's own transition table and the External API's own behaviour, without
 * HTTP, without a world, without an object per event.
 */
import { responseDeadlineAtConnection } from '../engine/clocks/timeout.ts';
import { RANK } from '../engine/clocks/timers.ts';
import { intervalBefore } from '../engine/connection/retry.ts';
import { jitterDraw, ReusedKey } from '../engine/random.ts';
import type { Settings } from '../shared/definitions.ts';
import { LAST_INSTANT } from '../shared/instant.ts';
import { ENDINGS } from '../shared/lab.ts';
import type { Instant } from '../shared/model.ts';
import type { CallDecider } from '../simulated-api/behaviour.ts';
import type { Lives } from './lives.ts';
import type { TrialModel } from './trial-model.ts';

const NEVER = Number.POSITIVE_INFINITY;
/** A rank after all that R37 names. */
const AFTER_ALL = 6;
const DONE = ENDINGS.indexOf('Done Successfully');

export class Trial {
  readonly #model: TrialModel;
  readonly #decider: CallDecider;
  readonly #callKey = new ReusedKey();
  readonly #jitterKey = new ReusedKey();
  readonly #maximum: number;
  readonly #hasJitter: boolean;
  readonly #intervalsMs: Float64Array;
  readonly #clock: Settings['responseClock'];

  constructor(model: TrialModel) {
    this.#model = model;
    this.#decider = model.decider;
    this.#maximum = model.pattern.max;
    this.#hasJitter = model.pattern.jitter !== 0;
    this.#intervalsMs = model.intervalsMs;
    this.#clock = model.setup.settings.responseClock;
  }

  /**
   * Plays the life that begins at `launchAt` under `seed`, and writes what came of it at `index`; the same two always lead the
   * same life. All instants within are milliseconds since launch.
   */
  play(seed: number, launchAt: Instant, lives: Lives, index: number): void {
    const { endings, limit } = this.#model;
    const decider = this.#decider;
    const key = this.#callKey;
    // Nothing comes after the last instant there is: what goes on until then goes on.
    const lastAt = LAST_INSTANT - launchAt;
    const isLimited = limit.afterMs <= lastAt;
    const limitAt = isLimited ? limit.afterMs : lastAt;
    const limitRank = isLimited ? limit.rank : AFTER_ALL;
    key.become(this.#model.callStream, seed);
    if (this.#hasJitter) this.#jitterKey.become(this.#model.jitterStream, seed);

    let at = 0;
    let retryCount = 0;
    let silenceMs = 0;
    let metOutage = 0;
    let ending: number;
    lives.connectedAfterMs[index] = -1;
    while (true) {
      decider.decide(key, retryCount + 1, launchAt + at);
      if (decider.isInOutage) metOutage = 1;
      if (isFirst(limitAt, limitRank, at + decider.latencyMs, RANK.callResult)) {
        if (isLimited) silenceMs = longer(silenceMs, limitAt - at);
        at = isLimited ? limitAt : NEVER;
        ending = isLimited ? limit.whileCalling : endings.none;
        lives.failedCallCounts[index] = retryCount;
        break;
      }
      silenceMs = longer(silenceMs, decider.latencyMs);
      at += decider.latencyMs;
      if (decider.connects) {
        lives.connectedAfterMs[index] = at;
        lives.failedCallCounts[index] = retryCount;
        ending = endings.accepted;
        if (ending >= 0) break;
        // The response, its timeout, the due date: the first to come decides (R34), by rank at one instant (R37).
        const deadlineAt = responseDeadlineAtConnection(this.#clock, this.#model.setup.actionType, null, at) ?? NEVER;
        const connectedAt = at;
        at += decider.responseAfterMs;
        let rank: number = RANK.response;
        ending = decider.responseSucceeds ? endings.successful : endings.unsuccessful;
        if (isFirst(deadlineAt, RANK.responseTimeout, at, rank)) {
          at = deadlineAt;
          rank = RANK.responseTimeout;
          ending = endings.responseTimeout;
        }
        if (isFirst(limitAt, limitRank, at, rank)) {
          at = isLimited ? limitAt : NEVER;
          ending = limit.whileAwaiting;
        }
        if (at === NEVER) ending = endings.none;
        else silenceMs = longer(silenceMs, at - connectedAt);
        break;
      }
      if (retryCount >= this.#maximum) {
        lives.failedCallCounts[index] = retryCount + 1;
        ending = endings.failedForGood;
        break;
      }
      const intervalMs = this.#intervalBefore(retryCount + 1);
      if (isFirst(limitAt, limitRank, at + intervalMs, RANK.retry)) {
        if (isLimited) silenceMs = longer(silenceMs, limitAt - at);
        at = isLimited ? limitAt : NEVER;
        lives.failedCallCounts[index] = retryCount + 1;
        ending = isLimited ? limit.whileRetryPending : endings.none;
        break;
      }
      silenceMs = longer(silenceMs, intervalMs);
      at += intervalMs;
      retryCount += 1;
    }
    lives.endings[index] = ending;
    lives.retryCounts[index] = retryCount;
    lives.endedAfterMs[index] = at === NEVER ? -1 : at;
    lives.succeededAfterMs[index] = ending === DONE ? at : -1;
    lives.metOutage[index] = metOutage;
    lives.longestSilencesMs[index] = silenceMs;
  }

  #intervalBefore(retryNumber: number): number {
    return this.#hasJitter
      ? intervalBefore(this.#model.pattern, retryNumber, jitterDraw(this.#jitterKey, retryNumber))
      : (this.#intervalsMs[retryNumber] as number);
  }
}

/** `Math.max` minds NaN and -0, which costs. */
function longer(one: number, other: number): number {
  return other > one ? other : one;
}

/** Whether one thing happens before another: earlier, or by its rank at the same instant (R37). */
function isFirst(at: number, rank: number, otherAt: number, otherRank: number): boolean {
  return at < otherAt || (at === otherAt && rank < otherRank);
}
