/** Chance of a trial: every trial has a seed of its own, which is all that its life depends on, beside its setup. */
import { drawFrom, purposeCode, ReusedKey, streamKey, streamName } from '../../engine/random.ts';
import { mix32 } from '../../shared/hash.ts';
import type { Instant } from '../../shared/model.ts';

const LAUNCH = streamName('launch');
const LAUNCH_AT = purposeCode('launchAt');
const TRIAL = purposeCode('trial');
const TWO_TO_32 = 2 ** 32;

/**
 * The seed of trial `index` (from 0) of an experiment: a whole number of 53 bits, the same in every variant, so that variants
 * are compared on the same draws (common random numbers).
 */
export class TrialSeeds {
  readonly #key;
  readonly #launchKey = new ReusedKey();

  constructor(seed: number) {
    this.#key = streamKey(seed, 'lab');
  }

  seedOf(index: number): number {
    const low = mix32(this.#key.low ^ mix32((index | 0) ^ TRIAL));
    const high = mix32(this.#key.high ^ mix32(low ^ Math.floor(index / TWO_TO_32)));
    return (high >>> 11) * TWO_TO_32 + (low >>> 0);
  }

  /** When the trial of this seed is launched: any whole millisecond in `startAt ≤ t < startAt + windowMs`, as likely as others. */
  launchAt(trialSeed: number, startAt: Instant, windowMs: number): Instant {
    if (windowMs === 0) return startAt;
    this.#launchKey.become(LAUNCH, trialSeed);
    return startAt + Math.floor(drawFrom(this.#launchKey, 1, LAUNCH_AT) * windowMs);
  }
}
