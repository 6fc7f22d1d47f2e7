/** The Lab's words, questions and results, for the command line, the router and the screen (scenario-format.md, `lab`). */
import { z } from 'zod';
import { actionType, externalApi, settings } from './definitions.ts';
import { virtualTime } from './field-kinds.ts';

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

const configured = z
  .object({
    actionType: actionType,
    externalApi: externalApi,
    settings: settings,
  })
  .meta({ id: 'Configured', description: 'An Action type with its API and the settings in force.' });
export type Configured = Readonly<z.output<typeof configured>>;

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

const estimate = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
  })
  .meta({ id: 'Estimate', description: 'An estimate with its 95 % interval; null where nothing was counted.' });
export type Estimate = Readonly<z.output<typeof estimate>>;

/** What nothing is known about. */
export const UNKNOWN: Estimate = { value: null, low: null, high: null };

/** Whether a paired difference is none at all: not one trial differs. */
export const isNothing = ({ value, low, high }: Estimate): boolean => value === 0 && low === 0 && high === 0;

const shareEstimate = z
  .object({
    ...estimate.shape,
    value: z.number(),
    low: z.number(),
    high: z.number(),
  })
  .meta({ id: 'ShareEstimate', description: 'A share from 0 to 1 with its 95 % interval.' });
export type ShareEstimate = Readonly<z.output<typeof shareEstimate>>;

const spread = z
  .object({
    mean: z.number().nullable(),
    p50: z.number().nullable(),
    p90: z.number().nullable(),
    p95: z.number().nullable(),
    p99: z.number().nullable(),
  })
  .meta({ id: 'Quantiles', description: 'How durations spread, in milliseconds; null where there were none.' });
export type Quantiles = Readonly<z.output<typeof spread>>;
export const QUANTILES = { p50: 0.5, p90: 0.9, p95: 0.95, p99: 0.99 } as const;

const shareOf = z.object({ share: z.number(), low: z.number(), high: z.number() });

const summary = z
  .object({
    outcomes: z.object(
      Object.fromEntries(ENDINGS.map((ending) => [ending, shareOf])) as Record<Ending, typeof shareOf>,
    ),
    retriesUsed: z.record(z.string(), z.number()).describe('The share of trials by how many retries they used.'),
    timeToConnection: spread,
    timeToEnd: spread,
    escalatedPer1000: z.number(),
    handedOverPer1000: z.number(),
  })
  .meta({ id: 'Summary', description: 'What came of the trials of one variant.' });
export type Summary = Readonly<z.output<typeof summary>>;

const comparison = z
  .object({
    escalatedPer1000: estimate,
    handedOverPer1000: estimate,
    doneSuccessfully: estimate.describe('Share of *Done Successfully*.'),
    endsLaterMs: estimate.nullable().describe('Milliseconds, over the trials that end in both; null where none does.'),
  })
  .meta({
    id: 'Comparison',
    description: 'How a variant differs from the first one on the same draws; differences with their 95 % intervals.',
  });
export type Comparison = Readonly<z.output<typeof comparison>>;

/** A point of a cumulative distribution: the share of all trials that are there by then. */
const cumulativePoint = z.tuple([z.number(), z.number()]).readonly();
export type CumulativePoint = readonly [afterMs: number, share: number];

const handOver = z
  .object({
    queue: z.string().nullable(),
    assignee: z.string().nullable(),
    per1000: z.number(),
  })
  .meta({ id: 'HandOver', description: 'Who gets what is handed over (R41).' });
export type HandOver = Readonly<z.output<typeof handOver>>;

const variantResult = z
  .object({
    name: z.string(),
    changes: z.array(change).readonly(),
    settings: z.record(z.string(), z.unknown()).describe('The settings it was played with, as files write them.'),
    summary: summary,
    measures: z.record(z.string(), estimate).describe('Every measure by its name (`MEASURES`).'),
    ended: z.array(cumulativePoint).readonly().describe('Empty in studies of more than six variants.'),
    connected: z.array(cumulativePoint).readonly(),
    handOver: handOver.nullable(),
    metOutage: z
      .number()
      .nullable()
      .describe(
        'The share of launches that made a call in an outage; null where its API has none, or where an earlier edition played it.',
      ),
    comparison: comparison.nullable().describe('null for the first, and where variants were not played in pairs.'),
  })
  .meta({ id: 'VariantResult' });
export type VariantResult = Readonly<z.output<typeof variantResult>>;

const runState = z.enum(['running', 'finished', 'cancelled', 'failed']);
export type RunState = z.output<typeof runState>;

export const runInfo = z
  .object({
    id: z.string(),
    name: z.string(),
    startedAt: z.string().describe('Real time, ISO 8601.'),
    state: runState,
    problem: z.string().nullable().describe('Why it failed.'),
    actionTypeName: z.string(),
    trialCount: z.number(),
    playedCount: z.number(),
    seed: z.number(),
    windowMs: z.number(),
    launchHours: launchHours,
    startAt: virtualTime.describe('Virtual time at which it begins.'),
    variantCount: z.number(),
    livesPerSecond: z.number().describe('Lives of all variants played in a second.'),
    secondsLeft: z.number().nullable(),
    axes: z
      .array(z.object({ path: z.string(), values: z.array(settingValue).readonly() }))
      .readonly()
      .describe('The settings of a sweep and their values; empty for variants side by side.'),
  })
  .meta({ id: 'RunInfo', description: 'A run of a study, kept under its name.' });
export type RunInfo = Readonly<z.output<typeof runInfo>>;

export const run = z
  .object({
    ...runInfo.shape,
    configured: configured.describe('What was configured when it was played.'),
    applied: applied.nullable().describe('The latest *Use these settings* of one of its variants.'),
    variants: z.array(variantResult).readonly().describe('What there is so far; empty before the first trials are in.'),
    headline: z
      .array(z.string())
      .readonly()
      .describe(
        'What it comes to, in two sentences; before them, where outages are configured and no launch met one, that it is so.',
      ),
    sentences: z
      .array(z.string())
      .readonly()
      .describe('By how much each variant differs from the first, in sentences.'),
  })
  .meta({ id: 'Run' });
export type Run = Readonly<z.output<typeof run>>;

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
