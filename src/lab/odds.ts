/**
 * The odds of an Action type: how it ends against its API as configured, from a fixed number of lives. They are the first lives of
 * the study with the same settings, launches and seed, so a study of as many says exactly the same.
 */
import type { Estimate, Summary } from '../shared/lab.ts';
import { type Experiment, Player, Result } from './experiment.ts';
import { MEASURES } from './measures.ts';
import { summaryOf } from './summary.ts';
import type { Tally } from './tally.ts';
import type { TrialSetup } from './trial-model.ts';

/** How many lives stand behind odds when they are complete. */
export const ODDS_TRIALS = 20_000;
/** The seed of odds: the one that a new study has. */
export const ODDS_SEED = 1;
/** So many lives at a time, of the slowest kind a few hundredths of a second. */
const AT_ONCE = 1_000;

/** What odds are asked for. Plain data, to be sent to a worker. */
export interface OddsQuestion {
  readonly setup: TrialSetup;
  /** Launches are spread evenly at random over it. */
  readonly windowMs: number;
}

/** What is known after some lives, at least one. */
export interface Odds {
  /** How many lives stand behind it. */
  readonly playedCount: number;
  readonly outcomes: Summary['outcomes'];
  /** Launch to *Done Successfully*: until when half of all launches, and 95 of 100, are there; `null` where fewer ever are. */
  readonly timeToSuccess: { readonly p50: Estimate; readonly p95: Estimate };
}

/** Plays the lives of one question, some at a time; how they are cut up changes nothing. */
export class OddsPlay {
  readonly #player: Player;
  readonly #result: Result;
  #playedCount = 0;

  constructor({ setup, windowMs }: OddsQuestion) {
    const experiment: Experiment = { seed: ODDS_SEED, windowMs, variants: [setup], paired: false };
    this.#player = new Player(experiment);
    this.#result = new Result(experiment);
  }

  get isComplete(): boolean {
    return this.#playedCount === ODDS_TRIALS;
  }

  /** Plays some more. */
  play(): void {
    const to = Math.min(this.#playedCount + AT_ONCE, ODDS_TRIALS);
    this.#result.merge(this.#player.play(this.#playedCount, to).state);
    this.#playedCount = to;
  }

  /** Of what was played so far, which is something. */
  get odds(): Odds {
    const tally = this.#result.tallies[0] as Tally;
    const of = (name: string) => measured(name, tally);
    return {
      playedCount: this.#playedCount,
      outcomes: summaryOf(tally).outcomes,
      timeToSuccess: { p50: of('timeToSuccess.p50'), p95: of('timeToSuccess.p95') },
    };
  }
}

function measured(name: string, tally: Tally): Estimate {
  const measure = MEASURES.get(name);
  if (measure === undefined) throw new Error(`there is no measure ${name}`);
  return measure.of(tally);
}
