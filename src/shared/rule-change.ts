import type { Fact } from './facts.ts';
import type { GuardContext, LifecycleEvent, Transition } from './transition.ts';
import type { Phase } from './words.ts';

/**
 * Where the rules of one world differ from the simulator's: so that scenarios can be tried on rules that are wrong (`mutate`). No world
 * of the app has one; it is never stored or sent.
 */
export interface RuleChange {
  /** Finds the row that is taken, in the place of the table. */
  readonly transition?: (phase: Phase, event: LifecycleEvent, context: GuardContext) => Transition | undefined;
  /** What happens instead of what the rules decided for one input, or (`isFollowing`) of what follows from it by itself. */
  readonly facts?: (facts: Fact[], isFollowing: boolean) => Fact[];
  /** The rank at one instant of what has this rank by R37. */
  readonly rank?: (rank: number) => number;
}
