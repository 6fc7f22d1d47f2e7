/** Durations drawn at random (scenario-format.md), by inverse transform: one uniform deviate gives one duration. */
import { deviate, normalDeviate, type PurposeCode, type StreamKey } from '../engine/random.ts';
import type { Distribution } from '../shared/api-behaviour.ts';
import { MAX_DURATION_MS } from '../shared/duration.ts';

/** How many standard deviations the 95th percentile of a normal distribution lies above its mean. */
const NORMAL_P95 = 1.6448536269514722;

const CONSTANT = 0;
const UNIFORM = 1;
const NORMAL = 2;
const EXPONENTIAL = 3;
const LOGNORMAL = 4;
const EMPIRICAL = 5;

/** A distribution prepared for many draws: what was drawn is kept in a field that the next draw writes again. */
export class Sampler {
  /** What was drawn last: whole milliseconds from 0 to the longest duration there is. */
  durationMs = 0;

  readonly #kind: number;
  /** The shortest, the mean, the median; the duration itself where there is only one. */
  readonly #first: number;
  /** How many milliseconds there are to choose from, the standard deviation, that of the logarithm. */
  readonly #second: number;
  readonly #values: readonly number[];

  constructor(distribution: Distribution) {
    [this.#kind, this.#first, this.#second] = parametersOf(distribution);
    this.#values = typeof distribution === 'object' && 'empirical' in distribution ? distribution.empirical : [];
    this.durationMs = this.#kind === CONSTANT ? this.#first : 0;
  }

  /** Draws for a purpose of a call, given the call's bits; what is the same always is not drawn. */
  draw(bits: number, stream: StreamKey, purpose: PurposeCode): void {
    if (this.#kind === CONSTANT) return;
    this.take(deviate(bits, stream, purpose));
  }

  /** The duration that a uniform deviate in [0, 1) stands for. It never falls as the deviate rises. */
  take(uniform: number): void {
    let durationMs: number;
    if (this.#kind === EXPONENTIAL) durationMs = -this.#first * Math.log(1 - uniform);
    else if (this.#kind === LOGNORMAL) durationMs = this.#first * Math.exp(this.#second * normalDeviate(uniform));
    else durationMs = this.#quantile(uniform);
    durationMs = Math.round(durationMs);
    this.durationMs = durationMs <= 0 ? 0 : durationMs >= MAX_DURATION_MS ? MAX_DURATION_MS : durationMs;
  }

  #quantile(uniform: number): number {
    switch (this.#kind) {
      case UNIFORM:
        // Both ends included, each whole millisecond as likely as the others.
        return this.#first + Math.floor(uniform * this.#second);
      case NORMAL:
        // Cut at 0: what would be negative is 0.
        return this.#first + this.#second * normalDeviate(uniform);
      case EMPIRICAL:
        return this.#values[Math.floor(uniform * this.#values.length)] ?? 0;
      default:
        return this.#first;
    }
  }
}

function parametersOf(distribution: Distribution): [kind: number, first: number, second: number] {
  if (typeof distribution === 'number') return [CONSTANT, distribution, 0];
  if ('uniform' in distribution) {
    const [shortest, longest] = distribution.uniform;
    return [UNIFORM, shortest, longest - shortest + 1];
  }
  if ('normal' in distribution) return [NORMAL, distribution.normal.mean, distribution.normal.sd];
  if ('exponential' in distribution) return [EXPONENTIAL, distribution.exponential.mean, 0];
  if ('lognormal' in distribution) {
    const { median, p95 } = distribution.lognormal;
    return [LOGNORMAL, median, Math.log(p95 / median) / NORMAL_P95];
  }
  return [EMPIRICAL, 0, 0];
}
