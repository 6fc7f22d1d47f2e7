/** What a runtime is made of, and what it tells. */
import type { Timer } from '../../engine/clocks/timers.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import type { WorldChanges } from '../../shared/world-changes.ts';
import type { LedgerOptions } from './ledger.ts';
import type { ExternalApiCaller, ResponseSender } from './ports.ts';
import type { Turns } from './turns.ts';

export interface RuntimeOptions extends LedgerOptions {
  readonly caller: ExternalApiCaller;
  readonly sender: ResponseSender;
  /** The order in which its jobs run, where others have turns beside them; one of its own by default. */
  readonly turns?: Turns;
  /** How many steps one job may take before it is stopped as a runaway. Default ten million. */
  readonly stepBudget?: number;
  /** Ends a job that takes long: once it is raised, the job rejects with its reason the next time that others have a turn. */
  readonly signal?: AbortSignal | undefined;
  /** Told of what should never happen while nobody waits for an answer. By default it is thrown. */
  readonly onBug?: (error: unknown) => void;
}

/** What subscribers are told: facts that are on disk, and where the clock stands. */
export interface Published {
  readonly facts: readonly Fact[];
  /** Where one went to another point: what is different there. The facts came after it. */
  readonly changes: WorldChanges | null;
  readonly now: Instant;
  readonly seq: number;
  readonly scheduledCount: number;
  readonly next: Timer | undefined;
}

/** Whether one went somewhere: `unknown` if there is no such point, `beyond` if the way there is not in memory. */
export type Went = 'went' | 'unknown' | { readonly beyond: number };
