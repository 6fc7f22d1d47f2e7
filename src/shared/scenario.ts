/** The scenario file (scenario-format.md): definitions, then steps that act and expect. One schema validates and is published. */
import { z } from 'zod';
import {
  actionTypeChange,
  customData,
  definitions,
  duration,
  externalApiChange,
  instant,
  jsonValue,
  name,
  referencePart,
  SCRIPTED_OR_RANDOM,
  scriptedOrRandom,
  settingsChange,
  userChange,
} from './definitions.ts';
import { DEFAULT_START, isOutOfTime, OUT_OF_TIME, parseIso } from './instant.ts';
import { PHASES, STATUSES } from './words.ts';

/** An alias (`as`), or `CASE/actionType` for the newest copy, or `CASE/actionType/2` for the second. */
export const actionReference = z
  .string()
  .regex(/^[^/]+(?:\/[^/]+(?:\/\d+)?)?$/, 'expected an alias or CASE/actionType');

const COUNT_EXPECTED = 'expected a whole number of at least 0';
const count = z.int(COUNT_EXPECTED).min(0, COUNT_EXPECTED);

// ── Expectations ────────────────────────────────────────────────────────────────────────────────────────────────────

const text = z.string().nullable();
const references = z.union([z.array(actionReference), count]);

const expectErrorBar = z
  .strictObject({
    occurredAt: instant.nullable(),
    nextRetryAt: instant.nullable(),
    retries: count,
    max: count,
    canRetry: z.boolean(),
    message: text,
  })
  .partial();

const expectAction = z.strictObject({
  action: actionReference,
  ...z
    .strictObject({
      status: z.enum(STATUSES).nullable(),
      phase: z.enum(PHASES).nullable(),
      reason: text,
      resolutionMethod: text,
      rejectedReason: text,
      retries: z.string().regex(/^\d+\/\d+$/, 'expected retries as "4/7"'),
      calls: count,
      assignee: text,
      queue: text,
      owner: text,
      overdue: z.boolean(),
      errorBar: expectErrorBar.nullable(),
      data: customData,
      timeline: z.array(z.string().min(1, 'expected a kind of entry, or a part of its text')),
    })
    .partial().shape,
});

const expectCase = z.strictObject({
  case: referencePart,
  ...z
    .strictObject({
      status: z.enum(STATUSES).nullable(),
      needsAttention: z.boolean(),
      reason: text,
      problemAction: actionReference.nullable(),
      paused: z.boolean(),
      data: customData,
      actions: count,
    })
    .partial().shape,
});

const expectNotifications = z.strictObject({
  notifications: name,
  count: count.optional(),
  kinds: z.array(z.string()).optional(),
  last: z
    .strictObject({ kind: z.string(), action: actionReference, case: referencePart })
    .partial()
    .nullable()
    .optional(),
});

const expectInbox = z.strictObject({
  inbox: name,
  cases: z.union([z.array(referencePart), count]).optional(),
  actions: references.optional(),
});

const expectQueue = z.strictObject({ queue: name, actions: references.optional() });

const expectExternalApi = z.strictObject({
  externalApi: name,
  calls: count.optional(),
  lastRequest: z.strictObject({ body: jsonValue.optional() }).nullable().optional(),
});

const expectClock = z.strictObject({
  clock: z.strictObject({ now: instant.optional(), scheduled: count.optional() }),
});

/** Every expectation by its subject. What has two subjects, as `action` and `queue`, is about the first of them here. */
export const expectationSchemas = {
  action: expectAction,
  case: expectCase,
  notifications: expectNotifications,
  inbox: expectInbox,
  queue: expectQueue,
  externalApi: expectExternalApi,
  clock: expectClock,
};

/** One subject and any of its fields; what is left out is not checked; `null` means absent. */
export const expectation = z.union(
  Object.values(expectationSchemas) as [(typeof expectationSchemas)[keyof typeof expectationSchemas]],
);
export type Expectation = z.output<typeof expectation>;

// ── Steps ───────────────────────────────────────────────────────────────────────────────────────────────────────────

const outcome = z.enum(['success', 'unsuccessful']);

export const respondTo = z.union([
  z.strictObject({ action: actionReference, outcome, reason: z.string().optional(), data: customData.optional() }),
  z.strictObject({ action: actionReference, malformed: z.literal(true) }),
  z.strictObject({
    action: actionReference,
    token: z.literal('wrong'),
    outcome: outcome.optional(),
    reason: z.string().optional(),
    data: customData.optional(),
  }),
]);

const launch = z.union([
  z.strictObject({ case: referencePart }),
  z.strictObject({ case: referencePart, actionType: name, as: referencePart.optional() }),
  z.strictObject({
    caseType: name,
    count: z.int().min(1, 'expected how many Cases, at least 1').max(100_000).optional(),
    every: duration.optional(),
    as: referencePart.optional(),
  }),
]);

const set = z.union([
  settingsChange,
  z.strictObject({ actionType: name, ...actionTypeChange.shape }),
  z.strictObject({ externalApi: name, ...externalApiChange.shape }).refine(scriptedOrRandom, SCRIPTED_OR_RANDOM),
  z.strictObject({ user: name, ...userChange.shape }),
]);

/** What the Case owner can do with a Case (R48, R49). */
export const CASE_VERBS = ['pause', 'resume', 'rework', 'cancel', 'setInProgress'] as const;
export type CaseVerb = (typeof CASE_VERBS)[number];

/** Steps that the rules may refuse; `refused` demands that they are, or are not. */
export const actingSteps = {
  launch: z.strictObject({ launch, refused: z.boolean().optional() }),
  retry: z.strictObject({
    retry: z.strictObject({ action: actionReference, by: name.optional() }),
    refused: z.boolean().optional(),
  }),
  set: z.strictObject({ set, refused: z.boolean().optional() }),
  respond: z.strictObject({ respond: respondTo, refused: z.boolean().optional() }),
  take: z.strictObject({
    take: z.strictObject({ action: actionReference, by: name }),
    refused: z.boolean().optional(),
  }),
  unassign: z.strictObject({
    unassign: z.strictObject({ action: actionReference }),
    refused: z.boolean().optional(),
  }),
  resolve: z.strictObject({
    resolve: z.union([
      z.strictObject({ action: actionReference, by: name.optional(), as: z.literal('complete') }),
      z.strictObject({
        action: actionReference,
        by: name.optional(),
        as: z.literal('unable'),
        reason: z.string().optional(),
      }),
    ]),
    refused: z.boolean().optional(),
  }),
  case: z.strictObject({
    case: z.strictObject({ case: referencePart, do: z.enum(CASE_VERBS) }),
    refused: z.boolean().optional(),
  }),
  relaunch: z.strictObject({
    relaunch: z.strictObject({ action: actionReference, by: name.optional() }),
    refused: z.boolean().optional(),
  }),
};

export const otherSteps = {
  advance: z.strictObject({
    advance: z.union([duration, z.strictObject({ to: instant }), z.strictObject({ until: z.literal('idle') })]),
  }),
  next: z.strictObject({ next: z.int().min(1, 'expected how many events, at least 1').max(1_000_000) }),
  say: z.strictObject({ say: z.string() }),
  restart: z.strictObject({ restart: z.strictObject({}) }),
  expect: z.strictObject({ expect: expectation }),
};

/** Every step by its verb. */
export const stepSchemas = { ...actingSteps, ...otherSteps };
export type StepVerb = keyof typeof stepSchemas;

export const step = z.union(Object.values(stepSchemas) as [(typeof stepSchemas)[StepVerb]]);
export type Step = z.output<(typeof stepSchemas)[StepVerb]>;
/** A step as the file writes it. */
export type StepText = z.input<(typeof stepSchemas)[StepVerb]>;
export type RespondTo = z.output<typeof respondTo>;

/**
 * Of schemas that each demand the key they stand under the only one that can take the value; `null` where it has none of these
 * keys. Quicker than their union, which tries one after the other.
 */
export function schemaByKey<T>(schemas: Readonly<Record<string, T>>, value: object): T | null {
  for (const key in schemas) if (Object.hasOwn(value, key)) return schemas[key] as T;
  return null;
}

export const scenario = z.strictObject({
  title: z.string().min(1, 'expected a title').optional(),
  start: z
    .string()
    .refine((value) => parseIso(value) !== null, {
      error: ({ input }) =>
        isOutOfTime(String(input))
          ? OUT_OF_TIME
          : 'expected an ISO 8601 instant with a zone, such as 2026-01-05T09:00:00Z',
    })
    .prefault(DEFAULT_START),
  seed: z.int().prefault(1),
  ...definitions.shape,
  steps: z.array(step).prefault([]),
});
export type Scenario = z.output<typeof scenario>;
/** A scenario as the file writes it: durations as text, defaults left out. */
export type ScenarioText = z.input<typeof scenario>;
