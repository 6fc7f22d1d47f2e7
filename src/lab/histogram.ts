/**
 * How durations spread, in constant memory: a histogram of fixed relative resolution, after HdrHistogram. Every power of two
 * is cut into 512 equal buckets, so a bucket is never wider than 0.2 % of what is in it, and whole milliseconds below 1,024
 * have buckets of their own. Each bucket keeps its sum too: what it stands for is the mean of what fell into it, so a
 * quantile is exact wherever all that share a bucket are equal, the mean is exact always, and two histograms add up to the
 * same one in whichever order they are merged (all sums are of whole numbers).
 */
const SUB_BITS = 9;
const SUB_COUNT = 2 ** SUB_BITS;
const TWO_TO_31 = 2 ** 31;
/** Shifts a duration of more than 31 bits down into them. */
const LONG_SHIFT = 22;
const FIRST_SIZE = SUB_COUNT * 8;

/** A histogram as it crosses threads and files: for each bucket its count, then what its values exceed its lower end by. */
export type HistogramState = Float64Array;

export class Histogram {
  #buckets: Float64Array;

  constructor(state: HistogramState = new Float64Array(FIRST_SIZE)) {
    this.#buckets = state;
  }

  get state(): HistogramState {
    return this.#buckets;
  }

  /**
   * Counts the first `count` durations, whole milliseconds from 0; those beside which `counts` has less than 0 are left out.
   */
  record(durationsMs: Float64Array, counts: Float64Array, count: number): void {
    let buckets = this.#buckets;
    for (let index = 0; index < count; index += 1) {
      if ((counts[index] as number) < 0) continue;
      const durationMs = durationsMs[index] as number;
      let slot: number;
      let excess: number;
      if (durationMs < TWO_TO_31) {
        const value = durationMs | 0;
        const octave = octaveOf(value);
        slot = 2 * (octave * SUB_COUNT + (value >>> octave));
        excess = value & ((1 << octave) - 1);
      } else {
        const bucket = bucketOfLong(durationMs);
        slot = 2 * bucket;
        excess = durationMs - lowerEnd(bucket);
      }
      if (slot >= buckets.length) buckets = this.#grow(slot + 2);
      buckets[slot] = (buckets[slot] as number) + 1;
      buckets[slot + 1] = (buckets[slot + 1] as number) + excess;
    }
  }

  merge(state: HistogramState): void {
    if (state.length > this.#buckets.length) this.#grow(state.length);
    for (let index = 0; index < state.length; index += 1) {
      this.#buckets[index] = (this.#buckets[index] as number) + (state[index] as number);
    }
  }

  /** The buckets that hold something, in rising order, each as the mean of what is in it. */
  *filled(): Generator<{ readonly meanMs: number; readonly count: number }> {
    for (let index = 0; index < this.#buckets.length; index += 2) {
      const count = this.#buckets[index] as number;
      if (count > 0) yield { meanMs: lowerEnd(index / 2) + (this.#buckets[index + 1] as number) / count, count };
    }
  }

  get count(): number {
    let sum = 0;
    for (let index = 0; index < this.#buckets.length; index += 2) sum += this.#buckets[index] as number;
    return sum;
  }

  /** The exact sum of all that was recorded, in milliseconds. */
  get sumMs(): bigint {
    let sum = 0n;
    for (let index = 0; index < this.#buckets.length; index += 2) {
      const count = this.#buckets[index] as number;
      if (count > 0) sum += BigInt(lowerEnd(index / 2)) * BigInt(count) + BigInt(this.#buckets[index + 1] as number);
    }
    return sum;
  }

  #grow(size: number): Float64Array {
    const longer = new Float64Array(Math.max(size, this.#buckets.length * 2));
    longer.set(this.#buckets);
    this.#buckets = longer;
    return longer;
  }
}

/** Octave 0 holds 0 to 1,023, a bucket a millisecond; octave k what takes k bits more. */
function octaveOf(value: number): number {
  return 31 - SUB_BITS - Math.clz32(value | SUB_COUNT);
}

function bucketOfLong(durationMs: number): number {
  const shifted = Math.floor(durationMs / 2 ** LONG_SHIFT);
  const octave = octaveOf(shifted);
  return (octave + LONG_SHIFT) * SUB_COUNT + (shifted >>> octave);
}

function lowerEnd(bucket: number): number {
  if (bucket < 2 * SUB_COUNT) return bucket;
  const octave = Math.floor(bucket / SUB_COUNT) - 1;
  return (bucket - octave * SUB_COUNT) * 2 ** octave;
}
