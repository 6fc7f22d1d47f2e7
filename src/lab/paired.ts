/**
 * Two variants on the same draws: every trial is played by both, so what differs is due to the settings alone. Kept as whole
 * numbers, so that pairs too add up to the same in whichever order they are merged.
 */
import { ENDINGS, type Estimate } from '../shared/lab.ts';
import { around } from './estimates.ts';
import type { Lives } from './lives.ts';

/** Pairs as they cross threads and files. */
export interface PairsState {
  /** How often the first ended in i and the second in j, at index i × 6 + j. */
  readonly endings: Float64Array;
  /** Over the trials that ended in both: how many, and the sum of the second's time minus the first's, and of its square. */
  readonly endedCount: number;
  readonly differenceMs: bigint;
  readonly squaresMs: bigint;
}

/** Squares are summed in parts of at most 42 bits, which 2,048 of them add up to exactly. */
const PART = 2 ** 21;
export const LIVES_AT_ONCE = 1_000;

export class Pairs {
  readonly #endings = new Float64Array(ENDINGS.length ** 2);
  #endedCount = 0;
  #differenceMs = 0n;
  #squaresMs = 0n;

  get state(): PairsState {
    return {
      endings: this.#endings,
      endedCount: this.#endedCount,
      differenceMs: this.#differenceMs,
      squaresMs: this.#squaresMs,
    };
  }

  /**
   * Counts the first `count` lives, at most 1,000.
   */
  record(count: number, first: Lives, second: Lives): void {
    let ended = 0;
    let sum = 0;
    let high = 0;
    let middle = 0;
    let low = 0;
    for (let index = 0; index < count; index += 1) {
      const cell = (first.endings[index] as number) * ENDINGS.length + (second.endings[index] as number);
      this.#endings[cell] = (this.#endings[cell] as number) + 1;
      const one = first.endedAfterMs[index] as number;
      const other = second.endedAfterMs[index] as number;
      if (one < 0 || other < 0) continue;
      const difference = Math.abs(other - one);
      ended += 1;
      sum += other - one;
      const upper = Math.floor(difference / PART);
      const lower = difference - upper * PART;
      high += upper * upper;
      middle += upper * lower;
      low += lower * lower;
    }
    this.#endedCount += ended;
    this.#differenceMs += BigInt(sum);
    const part = BigInt(PART);
    this.#squaresMs += BigInt(high) * part * part + 2n * BigInt(middle) * part + BigInt(low);
  }

  merge({ endings, endedCount, differenceMs, squaresMs }: PairsState): void {
    for (let cell = 0; cell < endings.length; cell += 1) {
      this.#endings[cell] = (this.#endings[cell] as number) + (endings[cell] as number);
    }
    this.#endedCount += endedCount;
    this.#differenceMs += differenceMs;
    this.#squaresMs += squaresMs;
  }

  /** Whether every trial ended alike in both, at the same instant where it ended. */
  get isAlike(): boolean {
    const isOffDiagonal = (cell: number) => Math.floor(cell / ENDINGS.length) !== cell % ENDINGS.length;
    return this.#squaresMs === 0n && this.#endings.every((count, cell) => count === 0 || !isOffDiagonal(cell));
  }

  /** By how much the share of the endings that `counts` picks is higher in the second, with its interval. */
  shareDifference(counts: (ending: number) => boolean): Estimate {
    let total = 0;
    let onlyFirst = 0;
    let onlySecond = 0;
    this.#endings.forEach((count, cell) => {
      const first = counts(Math.floor(cell / ENDINGS.length));
      const second = counts(cell % ENDINGS.length);
      total += count;
      if (first && !second) onlyFirst += count;
      if (second && !first) onlySecond += count;
    });
    const difference = (onlySecond - onlyFirst) / total;
    const variance = (onlySecond + onlyFirst) / total - difference ** 2;
    return around(difference, Math.sqrt(variance / total));
  }

  /** By how many milliseconds the second ends later on average, of those that end in both; `null` where none does. */
  endDifference(): Estimate | null {
    const count = this.#endedCount;
    if (count < 2) return null;
    const mean = Number(this.#differenceMs) / count;
    const variance = Math.max(0, Number(this.#squaresMs) / count - mean ** 2);
    return around(mean, Math.sqrt(variance / (count - 1)));
  }
}
