/** The Lab's words, questions and results, for the command line, the router and the screen (scenario-format.md, `lab`). */
import { z } from 'zod';
import { type ActionType, actionType, type ExternalApi, externalApi, type Settings } from './definitions.ts';
import type { Instant } from './model.ts';

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

// ── What is asked ───────────────────────────────────────────────────────────────────────────────────────────────────

/** A value as a file writes it; `null` blanks an optional setting. */
export const settingValue = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'expected text, a number, true, false or null',
);
export type SettingValue = z.output<typeof settingValue>;

/** A value as a person types it: a number, `true` or `false`, `none`; anything else is text, such as a duration. */
export function parseSettingValue(text: string): SettingValue {
  const typed = text.trim();
  if (typed === 'none' || typed === 'null') return null;
  if (typed === 'true' || typed === 'false') return typed === 'true';
  const number = Number(typed);
  return typed !== '' && Number.isFinite(number) ? number : typed;
}

/** One setting that differs from what is configured: `retry.max`, `responseWithin`, `externalApi.random.failRate`. */
const change = z.strictObject({ path: z.string().min(1), value: settingValue });
export type Change = z.output<typeof change>;

/** A candidate configuration: its name and what it changes. */
export const variant = z.strictObject({
  name: z.string().min(1, 'expected a name').max(200),
  changes: z.array(change),
});
export type Variant = z.output<typeof variant>;

/** The most variants of one study, and of one whose variants are compared pair by pair. */
export const MAX_VARIANTS = 400;
export const MAX_PAIRED = 6;
export const MAX_TRIALS = 1_000_000_000;

/** What a form holds and nobody saved: played in the place of what is configured. */
const drafted = z.strictObject({
  actionType: actionType.describe('The Action type.').optional(),
  externalApi: externalApi.describe('The External API that it calls.').optional(),
});
export type Drafted = z.output<typeof drafted>;

/** At which hours lives are launched: at any, or in working hours only. */
export const LAUNCH_HOURS = ['any', 'working'] as const;
export type LaunchHours = (typeof LAUNCH_HOURS)[number];
export const launchHours = z.enum(LAUNCH_HOURS, 'expected any or working');

const TRIALS_EXPECTED = 'expected a whole number from 1 to 1,000,000,000';
const asked = {
  /** What a person calls it; a name is made where it is left out. */
  name: z.string().max(200).optional(),
  actionTypeName: z.string().min(1),
  trialCount: z.int(TRIALS_EXPECTED).min(1, TRIALS_EXPECTED).max(MAX_TRIALS, TRIALS_EXPECTED),
  seed: z.int('expected a whole number'),
  /** Launches are spread evenly at random over it; 0: all at the start. */
  windowMs: z.int().min(0),
  launchHours: launchHours.optional().describe('At which hours; left out: at any.'),
  drafted: drafted.describe('Definitions that are not saved; played instead of those that are.').optional(),
};

/** A study to be played: variants side by side, or the combinations of `vary` (`retry.max=1..8`, as on the command line). */
export const studyRequest = z.union([
  z.strictObject({ ...asked, variants: z.array(variant).min(1).max(MAX_PAIRED) }),
  z.strictObject({ ...asked, vary: z.array(z.string()).min(1).max(2) }),
]);
export type StudyRequest = z.output<typeof studyRequest>;
/** The same as it crosses the wire, durations as text. */
export type StudyText = z.input<typeof studyRequest>;

/** Which life to show: one that ended so, one that used so many retries, or the one that took longest. */
export const trialPick = z.union([
  z.strictObject({ ending: z.enum(ENDINGS) }),
  z.strictObject({ retryCount: z.int().min(0) }),
  z.strictObject({ slowest: z.literal(true) }),
]);
export type TrialPick = z.output<typeof trialPick>;

/** An Action type with its API and the settings in force. */
export interface Configured {
  readonly actionType: ActionType;
  readonly externalApi: ExternalApi;
  readonly settings: Settings;
}

/** *Use these settings*: what of a variant became the Action type's settings, and when. */
export const applied = z.strictObject({
  /** Real time, ISO 8601. */
  at: z.string(),
  variantName: z.string(),
  /** Each setting that was changed: from what was configured then to what the variant has. */
  changes: z.array(z.strictObject({ path: z.string().min(1), from: settingValue, to: settingValue })).min(1),
});
export type Applied = z.output<typeof applied>;

// ── What comes out ──────────────────────────────────────────────────────────────────────────────────────────────────

/** An estimate with its 95 % interval; `null` where nothing was counted. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What nothing is known about. */
export const UNKNOWN: Estimate = { value: null, low: null, high: null };

/** Whether a paired difference is none at all: not one trial differs. */
export const isNothing = ({ value, low, high }: Estimate): boolean => value === 0 && low === 0 && high === 0;

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

/** What came of the trials of one variant. */
export interface Summary {
  readonly outcomes: Readonly<Record<Ending, { readonly share: number; readonly low: number; readonly high: number }>>;
  /** The share of trials by how many retries they used. */
  readonly retriesUsed: Readonly<Record<string, number>>;
  readonly timeToConnection: Quantiles;
  readonly timeToEnd: Quantiles;
  readonly escalatedPer1000: number;
  readonly handedOverPer1000: number;
}

/** How a variant differs from the first one on the same draws; differences with their 95 % intervals. */
export interface Comparison {
  readonly escalatedPer1000: Estimate;
  readonly handedOverPer1000: Estimate;
  /** Share of *Done Successfully*. */
  readonly doneSuccessfully: Estimate;
  /** Milliseconds, over the trials that end in both; `null` where none does. */
  readonly endsLaterMs: Estimate | null;
}

/** A point of a cumulative distribution: the share of all trials that are there by then. */
export type CumulativePoint = readonly [afterMs: number, share: number];

/** Who gets what is handed over (R41). */
export interface HandOver {
  readonly queue: string | null;
  readonly assignee: string | null;
  readonly per1000: number;
}

export interface VariantResult {
  readonly name: string;
  readonly changes: readonly Change[];
  /** The settings it was played with, as files write them. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly summary: Summary;
  /** Every measure by its name (`MEASURES`). */
  readonly measures: Readonly<Record<string, Estimate>>;
  /** Empty in studies of more than six variants. */
  readonly ended: readonly CumulativePoint[];
  readonly connected: readonly CumulativePoint[];
  readonly handOver: HandOver | null;
  /** The share of launches that made a call in an outage; `null` where its API has none, or where an earlier edition played it. */
  readonly metOutage: number | null;
  /** `null` for the first, and where variants were not played in pairs. */
  readonly comparison: Comparison | null;
}

export type RunState = 'running' | 'finished' | 'cancelled' | 'failed';

/** A run of a study, kept under its name. */
export interface RunInfo {
  readonly id: string;
  readonly name: string;
  /** Real time, ISO 8601. */
  readonly startedAt: string;
  readonly state: RunState;
  /** Why it failed. */
  readonly problem: string | null;
  readonly actionTypeName: string;
  readonly trialCount: number;
  readonly playedCount: number;
  readonly seed: number;
  readonly windowMs: number;
  readonly launchHours: LaunchHours;
  /** Virtual time at which it begins. */
  readonly startAt: Instant;
  readonly variantCount: number;
  /** Lives of all variants played in a second. */
  readonly livesPerSecond: number;
  readonly secondsLeft: number | null;
  /** The settings of a sweep and their values; empty for variants side by side. */
  readonly axes: readonly { readonly path: string; readonly values: readonly SettingValue[] }[];
}

export interface Run extends RunInfo {
  /** What was configured when it was played. */
  readonly configured: Configured;
  /** The latest *Use these settings* of one of its variants. */
  readonly applied: Applied | null;
  /** What there is so far; empty before the first trials are in. */
  readonly variants: readonly VariantResult[];
  /** What it comes to, in two sentences; before them, where outages are configured and no launch met one, that it is so. */
  readonly headline: readonly string[];
  /** By how much each variant differs from the first, in sentences. */
  readonly sentences: readonly string[];
}

// ── Measures ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type Unit = 'share' | 'per 1,000' | 'duration' | 'count';

/**
 * What a measure is good for when settings are chosen: a `goal` is what the Action is there for, and never looks better for
 * giving up earlier; a `cost` is what is paid for it; a `by-product` may look better for giving up (a life that ends sooner is
 * silent for less long), so nothing is recommended for it.
 */
type MeasureRole = 'goal' | 'cost' | 'by-product';

export interface MeasureInfo {
  readonly title: string;
  readonly unit: Unit;
  readonly role: MeasureRole;
  /** Which way is better for whoever configures. */
  readonly better: 'lower' | 'higher';
}

const lower = (title: string, unit: Unit, role: MeasureRole = 'by-product'): MeasureInfo => ({
  title,
  unit,
  role,
  better: 'lower',
});
const higher = (title: string): MeasureInfo => ({ title, unit: 'share', role: 'goal', better: 'higher' });
const quantiles = (title: string, role?: MeasureRole) => ({
  p50: lower(`${title}, median`, 'duration', role),
  p90: lower(`${title}, 90 %`, 'duration', role),
  p95: lower(`${title}, 95 %`, 'duration', role),
  p99: lower(`${title}, 99 %`, 'duration', role),
});
const durations = (title: string) => ({ mean: lower(`${title}, mean`, 'duration'), ...quantiles(title) });
const prefixed = <T extends object>(prefix: string, infos: T) =>
  Object.fromEntries(Object.entries(infos).map(([key, info]) => [`${prefix}.${key}`, info])) as Record<
    string,
    MeasureInfo
  >;

/** What can be said of a variant in one figure, by its name on the command line. */
export const MEASURES: Readonly<Record<string, MeasureInfo>> = {
  escalatedPer1000: lower('Escalated to the Case owner', 'per 1,000', 'goal'),
  handedOverPer1000: lower('Handed over to people', 'per 1,000'),
  doneSuccessfully: higher('Done Successfully'),
  notDoneSuccessfully: lower('Not Done Successfully', 'share', 'goal'),
  noResponseReturned: lower('No response returned', 'share'),
  updatedByIntegration: lower('To Do: Updated by Integration', 'share'),
  timeout: lower('To Do: Timeout', 'share'),
  stillWaiting: lower('Still waiting', 'share'),
  connected: higher('Connected'),
  ...prefixed('timeToSuccess', quantiles('Time to success', 'goal')),
  ...prefixed('timeToEnd', durations('Time to the end')),
  ...prefixed('timeToConnection', durations('Time to connection')),
  ...prefixed('longestSilence', durations('Longest silence')),
  retriesUsed: lower('Retries used, mean', 'count', 'cost'),
  callsPerLaunch: lower('Calls per launch', 'count', 'cost'),
  failedCalls: lower('Calls that fail', 'share'),
};

// ── What is wished for ──────────────────────────────────────────────────────────────────────────────────────────────

const measureName = z.string().refine((name) => Object.hasOwn(MEASURES, name), 'expected the name of a measure');

/** A limit on a measure, `value` in the measure's own unit: a share from 0 to 1, milliseconds. */
const limit = z.strictObject({ measure: measureName, relation: z.enum(['≤', '≥']), value: z.number() });
export type Limit = z.output<typeof limit>;

/** By what settings are recommended: the limits they keep, of which measure they have the best figure, what is taken as given. */
export const wish = z.strictObject({
  limits: z.array(limit).max(20),
  cost: measureName,
  given: change.nullable(),
});
export type Wish = z.output<typeof wish>;
