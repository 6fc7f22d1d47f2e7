/** Chance of a trial: every trial has a seed of its own, which is all that its life depends on, beside its setup. */
import { drawFrom, purposeCode, ReusedKey, streamKey, streamName } from '../engine/random.ts';

const LAUNCH = streamName('launch');
const LAUNCH_AT = purposeCode('launchAt');
const FIRST = purposeCode('first trial');
const TWO_TO_52 = 2 ** 52;

/**
 * The seeds of an experiment's trials: consecutive whole numbers from one that its own seed draws, since what is drawn under two
 * seeds has nothing in common however close they are. They are the same in every variant, so that variants are compared on
 * the same draws (common random numbers).
 */
export class TrialSeeds {
  readonly #first: number;
  readonly #launchKey = new ReusedKey();

  constructor(seed: number) {
    this.#first = Math.floor(drawFrom(streamKey(seed, 'lab'), 1, FIRST) * TWO_TO_52);
  }

  /** The seed of trial `index`, from 0. */
  seedOf(index: number): number {
    return this.#first + index;
  }

  /** The share of the time to launch in that has passed when the trial of this seed is launched, from 0 to below 1 (`launchTimes`). */
  launchShareOf(trialSeed: number): number {
    this.#launchKey.become(LAUNCH, trialSeed);
    return drawFrom(this.#launchKey, 1, LAUNCH_AT);
  }
}
