/** What goes to a worker thread of the Lab: what it is made for, and what it is asked for then. */
import type { Experiment } from '../../lab/experiment.ts';
import type { DayPlan } from './day.ts';

/** What a worker is made for. */
export type WorkerTask = { readonly trials: Experiment } | { readonly days: DayPlan };

/** A block of trials for a worker: `from ≤ index < to`. */
export interface Block {
  readonly from: number;
  readonly to: number;
}
