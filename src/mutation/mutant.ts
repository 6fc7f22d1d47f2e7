import type { Fact } from '../shared/facts.ts';
import type { RuleChange } from '../shared/rule-change.ts';
import type { World } from '../shared/world.ts';

/** The simulator with one of its rules wrong. */
export interface RuleMutant {
  /** Stays the same from version to version: `row calling: failed [n < M], guard flipped`. */
  readonly id: string;
  /** What is wrong, in words. */
  readonly what: string;
  /** Rows of which a life takes one before anything can be different; `null` where that is no row. */
  readonly rows: readonly string[] | null;
  /** The type of a fact that has to happen before anything can be different; `null` where that is none. */
  readonly fact: Fact['type'] | null;
  /** Makes the change for one world that is played; it may remember what happened there. */
  readonly change: (world: World) => RuleChange;
}
