/** Many trials of one or more variants, all on the same draws. */
import { launchTimes, type Spread } from './launches.ts';
import { Lives } from './lives.ts';
import { LIVES_AT_ONCE, Pairs, type PairsState } from './paired.ts';
import { Tally, type TallyState } from './tally.ts';
import { Trial } from './trial.ts';
import { type TrialModel, type TrialSetup, trialModel } from './trial-model.ts';
import { TrialSeeds } from './trial-seed.ts';

/** What is played. Plain data, to be sent to workers and kept in files. */
export interface Experiment extends Spread {
  readonly seed: number;
  readonly variants: readonly TrialSetup[];
  /** Whether every variant is compared with the first, trial by trial. */
  readonly paired: boolean;
}

/** What came of some of an experiment's trials, as it crosses threads and files. */
export interface ResultState {
  readonly tallies: readonly TallyState[];
  /** Each variant against the first; empty where not paired. */
  readonly pairs: readonly PairsState[];
}

/** What came of an experiment so far; results of its parts add up in any order. */
export class Result {
  readonly tallies: readonly Tally[];
  readonly pairs: readonly Pairs[];

  constructor({ variants, paired }: Experiment, models: readonly TrialModel[] = variants.map(trialModel)) {
    this.tallies = models.map(({ pattern }) => new Tally(pattern.max));
    this.pairs = paired ? variants.map(() => new Pairs()) : [];
  }

  get state(): ResultState {
    return { tallies: this.tallies.map(({ state }) => state), pairs: this.pairs.map(({ state }) => state) };
  }

  merge({ tallies, pairs }: ResultState): void {
    tallies.forEach((tally, index) => {
      this.tallies[index]?.merge(tally);
    });
    pairs.forEach((each, index) => {
      this.pairs[index]?.merge(each);
    });
  }
}

/** Plays the trials of one experiment, a range at a time. */
export class Player {
  readonly #experiment: Experiment;
  readonly #models: readonly TrialModel[];
  readonly #trials: readonly Trial[];
  readonly #seeds: TrialSeeds;
  readonly #seedsOfRange = new Float64Array(LIVES_AT_ONCE);
  readonly #lives = new Lives(LIVES_AT_ONCE);
  readonly #livesOfFirst = new Lives(LIVES_AT_ONCE);

  constructor(experiment: Experiment) {
    this.#experiment = experiment;
    this.#models = experiment.variants.map(trialModel);
    this.#trials = this.#models.map((model) => new Trial(model));
    this.#seeds = new TrialSeeds(experiment.seed);
  }

  /** Plays the trials `from ≤ index < to` of every variant. */
  play(from: number, to: number): Result {
    const result = new Result(this.#experiment, this.#models);
    for (let start = from; start < to; start += LIVES_AT_ONCE) {
      this.#playSome(start, Math.min(LIVES_AT_ONCE, to - start), result);
    }
    return result;
  }

  #playSome(start: number, count: number, result: Result): void {
    for (let index = 0; index < count; index += 1) this.#seedsOfRange[index] = this.#seeds.seedOf(start + index);
    this.#trials.forEach((trial, variant) => {
      const pairs = result.pairs[variant];
      const lives = pairs !== undefined && variant === 0 ? this.#livesOfFirst : this.#lives;
      this.#playVariant(trial, this.#models[variant] as TrialModel, count, lives);
      (result.tallies[variant] as Tally).record(lives, count);
      pairs?.record(count, this.#livesOfFirst, lives);
    });
  }

  #playVariant(trial: Trial, { setup: { startAt } }: TrialModel, count: number, lives: Lives): void {
    const launchAt = launchTimes(startAt, this.#experiment);
    const isSpread = this.#experiment.windowMs > 0;
    for (let index = 0; index < count; index += 1) {
      const seed = this.#seedsOfRange[index] as number;
      trial.play(seed, isSpread ? launchAt(this.#seeds.launchShareOf(seed)) : startAt, lives, index);
    }
  }
}
