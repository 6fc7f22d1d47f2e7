/**
 * Virtual time since the start in equal bins, never more than `MOST_BINS`: where time runs on, some become one. What is kept for a bin
 * must stand that: a sum over the bin, or how something stood at its end.
 */
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../shared/duration.ts';
import type { Instant } from '../../shared/model.ts';

export const MOST_BINS = 120;

/** Lengths that read well, each a multiple of the one before; beyond the last one they double. */
const WIDTHS = [
  ...[1, 2, 10, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 6, 12].map((hours) => hours * HOUR_MS),
  DAY_MS,
];

/** Values by bin; those without one are `undefined`, or missing at the end. */
export interface Series {
  /** What neighbouring bins become: `sum` adds them up, `end` keeps the last one. */
  readonly merge: 'sum' | 'end';
  readonly values: (number | undefined)[];
}

export class TimeBins {
  readonly startAt: Instant;
  #widthMs: number = WIDTHS[0] ?? MINUTE_MS;
  readonly #series: Series[] = [];

  constructor(startAt: Instant) {
    this.startAt = startAt;
  }

  get widthMs(): number {
    return this.#widthMs;
  }

  /** How many bins there are until `now`, the one with `now` in it included. Makes room for it. */
  countUntil(now: Instant): number {
    return this.binOf(now) + 1;
  }

  /** The bin with an instant in it, from 0; what was before the start is in the first. Makes room for it. */
  binOf(at: Instant): number {
    const sinceMs = Math.max(0, at - this.startAt);
    while (sinceMs >= MOST_BINS * this.#widthMs) this.#coarsen();
    return Math.floor(sinceMs / this.#widthMs);
  }

  /** The instant at which a bin ends. */
  endOf(bin: number): Instant {
    return this.startAt + (bin + 1) * this.#widthMs;
  }

  /** A new series over these bins. */
  series(merge: Series['merge']): Series {
    const series: Series = { merge, values: [] };
    this.#series.push(series);
    return series;
  }

  /** Adds to the sum of a bin. */
  add({ values }: Series, at: Instant, amount = 1): void {
    const bin = this.binOf(at);
    values[bin] = (values[bin] ?? 0) + amount;
  }

  #coarsen(): void {
    const width = WIDTHS.find((each) => each > this.#widthMs) ?? this.#widthMs * 2;
    const factor = width / this.#widthMs;
    this.#widthMs = width;
    for (const { merge, values } of this.#series) {
      const length = Math.ceil(values.length / factor);
      for (let bin = 0; bin < length; bin += 1) {
        const from = bin * factor;
        values[bin] = merge === 'end' ? values[from + factor - 1] : sumOf(values.slice(from, from + factor));
      }
      values.length = length;
    }
  }
}

const sumOf = (values: readonly (number | undefined)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
