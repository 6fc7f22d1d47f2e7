/**
 * One Action's life from launch to its end, by the engine's own transition table and the external API's own behaviour, without
 * HTTP, without a world, without an object per event: what came of it stands in fields that the next life writes anew.
 */
import { jitterDraw, ReusedKey } from '../../engine/random.ts';
import { intervalBefore } from '../../engine/retry.ts';
import { responseDeadlineAtConnection } from '../../engine/timeout.ts';
import { RANK } from '../../engine/timers.ts';
import { ENDINGS } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import {
  ACCEPTED,
  AWAITING,
  CALLING,
  DUE_DATE,
  FAILED,
  RESPONSE_TIMEOUT,
  RETRY_DUE,
  type Row,
  rowIndex,
  SUCCESSFUL,
  type TrialModel,
  UNSUCCESSFUL,
} from './trial-model.ts';

const STILL_WAITING = ENDINGS.indexOf('Still waiting');
const NEVER = Number.POSITIVE_INFINITY;

export class Trial {
  /** The index of the ending in `ENDINGS`. */
  ending = STILL_WAITING;
  /** Retries started (R11). */
  retryCount = 0;
  callCount = 0;
  /** When the last call started, since launch. */
  lastCallAfterMs = 0;
  failedCallCount = 0;
  /** Since launch; -1 where no call connected. */
  connectedAfterMs = -1;
  /** Since launch; -1 where it still waits. */
  endedAfterMs = -1;
  /** The longest time in which nothing was heard of the Action: between two calls, results or its end. */
  longestSilenceMs = 0;

  readonly #model: TrialModel;
  readonly #callKey = new ReusedKey();
  readonly #jitterKey = new ReusedKey();

  constructor(model: TrialModel) {
    this.#model = model;
  }

  /** Plays the life that begins at `launchAt` under `seed`; the same two always play the same life. */
  play(seed: number, launchAt: Instant): void {
    const { decider, rows, pattern, intervalsMs, setup } = this.#model;
    const key = this.#callKey;
    key.become(this.#model.callStream, seed);
    if (pattern.jitter !== 0) this.#jitterKey.become(this.#model.jitterStream, seed);

    let phase = CALLING;
    let retryCount = 0;
    let failedCallCount = 0;
    let connectedAfterMs = -1;
    let endedAfterMs = -1;
    let silenceMs = 0;
    let ending = STILL_WAITING;
    // All instants from here on are milliseconds since launch.
    let heardAt = 0;
    let nextRetryAt = NEVER;
    let responseAt = NEVER;
    let deadlineAt = NEVER;
    let dueAt = this.#model.dueAfterMs;
    let calledAt = 0;
    decider.decide(key, 1, launchAt);
    let resultAt = decider.latencyMs;

    while (true) {
      // What comes next, by instant, then by rank (R37).
      let at: number;
      let rank: number;
      let event: number;
      if (phase === CALLING) {
        at = resultAt;
        rank = RANK.callResult;
        event = decider.connects ? ACCEPTED : FAILED;
      } else if (phase === AWAITING) {
        if (responseAt < deadlineAt || (responseAt === deadlineAt && RANK.response < RANK.responseTimeout)) {
          at = responseAt;
          rank = RANK.response;
          event = decider.responseSucceeds ? SUCCESSFUL : UNSUCCESSFUL;
        } else {
          at = deadlineAt;
          rank = RANK.responseTimeout;
          event = RESPONSE_TIMEOUT;
        }
      } else {
        at = nextRetryAt;
        rank = RANK.retry;
        event = RETRY_DUE;
      }
      if (dueAt < at || (dueAt === at && RANK.dueDate < rank)) {
        at = dueAt;
        event = DUE_DATE;
      }
      if (at === NEVER) break;

      const row = rows[rowIndex(phase, event, retryCount < pattern.max)] as Row;
      if (row.marksOverdue) {
        dueAt = NEVER;
        continue;
      }
      if (at - heardAt > silenceMs) silenceMs = at - heardAt;
      heardAt = at;
      if (event === FAILED) failedCallCount += 1;
      else if (event === ACCEPTED) connectedAfterMs = at;
      if (row.ending >= 0) {
        ending = row.ending;
        endedAfterMs = at;
        break;
      }
      phase = row.phase;
      if (row.startsCall) {
        retryCount += 1;
        calledAt = at;
        decider.decide(key, retryCount + 1, launchAt + at);
        resultAt = at + decider.latencyMs;
      } else if (row.schedulesRetry) {
        const retryNumber = retryCount + 1;
        nextRetryAt =
          at +
          (pattern.jitter === 0
            ? (intervalsMs[retryNumber] as number)
            : intervalBefore(pattern, retryNumber, jitterDraw(this.#jitterKey, retryNumber)));
      } else if (row.startsResponseClock) {
        deadlineAt = responseDeadlineAtConnection(setup.actionType, this.#model.responseDeadlineAfterMs, at) ?? NEVER;
        responseAt = at + decider.responseAfterMs;
      }
    }

    this.ending = ending;
    this.retryCount = retryCount;
    this.callCount = retryCount + 1;
    this.lastCallAfterMs = calledAt;
    this.failedCallCount = failedCallCount;
    this.connectedAfterMs = connectedAfterMs;
    this.endedAfterMs = endedAfterMs;
    this.longestSilenceMs = silenceMs;
  }
}
