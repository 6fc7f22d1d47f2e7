/**
 * What came of many trials of one variant, in constant memory. Tallies add up to the same one in whichever order they are
 * merged, so the number of workers or shards changes nothing.
 */
import { ENDINGS } from '../shared/lab.ts';
import { Histogram, type HistogramState } from './histogram.ts';
import type { Lives } from './lives.ts';

/** A tally as it crosses threads and files. */
export interface TallyState {
  readonly trialCount: number;
  /** By the index of the ending. */
  readonly endings: Float64Array;
  /** How many trials used k retries, at index k. */
  readonly retries: Float64Array;
  readonly callCount: number;
  readonly failedCallCount: number;
  readonly connection: HistogramState;
  readonly end: HistogramState;
  readonly silence: HistogramState;
  /** `null` where a file of an earlier edition does not say. */
  readonly success: HistogramState | null;
  /** `null` where a file of an earlier edition does not say. */
  readonly metOutageCount: number | null;
}

export class Tally {
  trialCount = 0;
  callCount = 0;
  failedCallCount = 0;
  readonly endings = new Float64Array(ENDINGS.length);
  readonly retries: Float64Array;
  /** Launch to connection, of those that connected. */
  readonly connection = new Histogram();
  /** Launch to the end, of those that ended. */
  readonly end = new Histogram();
  /** The longest silence of each life that ended. */
  readonly silence = new Histogram();
  /** Launch to *Done Successfully*, of those that ended so; `null` where that was not counted (in a file of an earlier edition). */
  success: Histogram | null = new Histogram();
  /** How many made a call in an outage; `null` where that was not counted. */
  metOutageCount: number | null = 0;

  /** For at most `maximumRetries` retries a trial. */
  constructor(maximumRetries: number) {
    this.retries = new Float64Array(maximumRetries + 1);
  }

  get state(): TallyState {
    const { trialCount, endings, retries, callCount, failedCallCount, metOutageCount } = this;
    const histograms = {
      connection: this.connection.state,
      end: this.end.state,
      silence: this.silence.state,
      success: this.success?.state ?? null,
    };
    return { trialCount, endings, retries, callCount, failedCallCount, metOutageCount, ...histograms };
  }

  /** Counts the first `count` of these lives. */
  record(lives: Lives, count: number): void {
    const { endings, retries } = this;
    let retrySum = 0;
    let failedSum = 0;
    let metOutageSum = 0;
    for (let index = 0; index < count; index += 1) {
      const ending = lives.endings[index] as number;
      const retryCount = lives.retryCounts[index] as number;
      endings[ending] = (endings[ending] as number) + 1;
      retries[retryCount] = (retries[retryCount] as number) + 1;
      retrySum += retryCount;
      failedSum += lives.failedCallCounts[index] as number;
      metOutageSum += lives.metOutage[index] as number;
    }
    this.trialCount += count;
    this.callCount += count + retrySum;
    this.failedCallCount += failedSum;
    if (this.metOutageCount !== null) this.metOutageCount += metOutageSum;
    this.connection.record(lives.connectedAfterMs, lives.connectedAfterMs, count);
    this.end.record(lives.endedAfterMs, lives.endedAfterMs, count);
    this.silence.record(lives.longestSilencesMs, lives.endedAfterMs, count);
    this.success?.record(lives.succeededAfterMs, lives.succeededAfterMs, count);
  }

  merge(state: TallyState): void {
    this.trialCount += state.trialCount;
    this.callCount += state.callCount;
    this.failedCallCount += state.failedCallCount;
    addTo(this.endings, state.endings);
    addTo(this.retries, state.retries);
    this.connection.merge(state.connection);
    this.end.merge(state.end);
    this.silence.merge(state.silence);
    if (state.success === null) this.success = null;
    else this.success?.merge(state.success);
    this.metOutageCount =
      this.metOutageCount === null || state.metOutageCount === null ? null : this.metOutageCount + state.metOutageCount;
  }
}

function addTo(sums: Float64Array, values: Float64Array): void {
  for (let index = 0; index < values.length; index += 1) {
    sums[index] = (sums[index] as number) + (values[index] as number);
  }
}
