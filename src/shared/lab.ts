/** The Lab's words and results: how a life in a trial can end, and what is said of many of them (scenario-format.md, `lab`). */

/**
 * How a life ends: closed, by its resolution method; handed to a person, by its reason; or not at all, where nothing limits
 * the wait (R34). The order is the order on screen.
 */
export const ENDINGS = [
  'Done Successfully',
  'Not Done Successfully',
  'No response returned',
  'To Do: Updated by Integration',
  'To Do: Timeout',
  'Still waiting',
] as const;
export type Ending = (typeof ENDINGS)[number];

/** An estimate with its 95 % interval; `null` where nothing was counted. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share from 0 to 1 with its 95 % interval. */
export interface ShareEstimate extends Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** How durations spread, in milliseconds; `null` where there were none. */
export interface Quantiles {
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p95: number | null;
  readonly p99: number | null;
}
export const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;
