/** The scenario file (scenario-format.md): definitions, then steps that act and expect. One schema validates and is published. */
import { z } from 'zod';
import { malformed, responseContent, wrongToken } from './api-behaviour.ts';
import { audienceSteps } from './audience-steps.ts';
import {
  actionTypeChange,
  definitions,
  externalApiChange,
  SCRIPTED_OR_RANDOM,
  scriptedOrRandom,
  settingsChange,
  userChange,
} from './definitions.ts';
import { action, caseRef, type Expectation, expectation } from './expectation.ts';
import { duration, instant, name, referencePart, someText } from './field-kinds.ts';
import { canonicalInstant, DEFAULT_START, isOutOfTime, OUT_OF_TIME, parseIso } from './instant.ts';
import { CASE_VERBS } from './words.ts';

export const respondTo = z.union([
  z.strictObject({ action, ...responseContent }).meta({ title: 'A response' }),
  z.strictObject({ action, malformed }).meta({ title: 'A response that cannot be read' }),
  z
    .strictObject({ action, token: wrongToken, ...responseContent, outcome: responseContent.outcome.optional() })
    .meta({ title: 'A response with a wrong token' }),
]);

const as = 'The Action’s alias.';
const launch = z.union([
  z.strictObject({ case: caseRef }).meta({ title: 'A Case' }),
  z
    .strictObject({
      case: caseRef,
      actionType: name.describe('The type of an ad-hoc Action in it.'),
      as: referencePart.describe(as).optional(),
    })
    .meta({ title: 'An ad-hoc Action' }),
  z
    .strictObject({
      caseType: name.describe('The type of new Cases.'),
      count: z
        .int()
        .min(1, 'expected how many Cases, at least 1')
        .max(100_000)
        .describe('How many. Default 1.')
        .optional(),
      every: duration.describe('The time between launches. Left out: all now.').optional(),
      as: referencePart.describe('The name of the new Cases, before their number.').optional(),
    })
    .meta({ title: 'New Cases of a type' }),
]);

const set = z.union([
  settingsChange,
  z
    .strictObject({ actionType: name.describe('The Action type to change.'), ...actionTypeChange.shape })
    .meta({ title: 'An Action type' }),
  z
    .strictObject({ externalApi: name.describe('The External API to change.'), ...externalApiChange.shape })
    .refine(scriptedOrRandom, SCRIPTED_OR_RANDOM)
    .meta({ title: 'An External API' }),
  z.strictObject({ user: name.describe('The user to change.'), ...userChange.shape }).meta({ title: 'A user' }),
]);

const by = name.describe('The user who does it.');
const why = z.string().describe('Why, in words for people.').optional();
const refused = z
  .boolean()
  .describe('true expects the rules to refuse the step, false expects them not to.')
  .optional();

/** Steps that the rules may refuse; `refused` demands that they are, or are not. */
export const actingSteps = {
  launch: z
    .strictObject({
      launch: launch.describe('case; or case and actionType; or caseType with count and every.'),
      refused,
    })
    .meta({
      id: 'LaunchStep',
      description: 'Starts a Case’s process, an ad-hoc Action in a Case, or new Cases of a type.',
      rules: ['R1'],
    }),
  retry: z
    .strictObject({
      retry: z.strictObject({ action, by: by.optional() }).describe('The Action whose Retry is clicked.'),
      refused,
    })
    .meta({ id: 'RetryStep', description: 'Clicks Retry.', rules: ['R12', 'R13', 'R15'] }),
  set: z
    .strictObject({
      set: set.describe(
        'System-wide settings, or an Action type, External API or user by name, with what changes; null clears a field.',
      ),
      refused,
    })
    .meta({ id: 'SetStep', description: 'Saves settings, as the Builder would.' }),
  respond: z
    .strictObject({ respond: respondTo.describe('What it says, and to which Action.'), refused })
    .meta({ id: 'RespondStep', description: 'The external system responds now.', rules: ['R27', 'R28', 'R29'] }),
  take: z
    .strictObject({ take: z.strictObject({ action, by }).describe('Who takes which Action.'), refused })
    .meta({ id: 'TakeStep', description: 'A person starts work on an Action.', rules: ['R50'] }),
  unassign: z
    .strictObject({ unassign: z.strictObject({ action }).describe('The Action to give back.'), refused })
    .meta({ id: 'UnassignStep', description: 'Gives an Action back to its queue.', rules: ['R50'] }),
  resolve: z
    .strictObject({
      resolve: z
        .union([
          z
            .strictObject({ action, by: by.optional(), as: z.literal('complete').describe('complete: it is done.') })
            .meta({ title: 'Completed' }),
          z
            .strictObject({
              action,
              by: by.optional(),
              as: z.literal('unable').describe('unable to be completed.'),
              reason: why,
            })
            .meta({ title: 'Unable to be completed' }),
        ])
        .describe('Which Action, and how.'),
      refused,
    })
    .meta({ id: 'ResolveStep', description: 'A person finishes an Action.', rules: ['R47', 'R50'] }),
  case: z
    .strictObject({
      case: z
        .strictObject({ case: caseRef, do: z.enum(CASE_VERBS).describe('What is done with it.') })
        .describe('Which Case, and what is done with it.'),
      refused,
    })
    .meta({ id: 'CaseStep', description: 'What the Case owner can do with a Case.', rules: ['R48', 'R49'] }),
  relaunch: z
    .strictObject({
      relaunch: z.strictObject({ action, by: by.optional() }).describe('The Action to start afresh.'),
      refused,
    })
    .meta({ id: 'RelaunchStep', description: 'Starts a fresh copy of an Action.', rules: ['R17', 'R49'] }),
};

const otherSteps = {
  advance: z
    .strictObject({
      advance: z
        .union([
          duration,
          z.strictObject({ to: instant.describe('Until when.') }).meta({ title: 'To an instant' }),
          z
            .strictObject({ until: z.literal('idle').describe('idle: until nothing is scheduled.') })
            .meta({ title: 'Until nothing is scheduled' }),
          z
            .strictObject({
              until: expectation.describe('Until this holds: an expectation.'),
              atMost: duration
                .describe(
                  'At most this long; the step fails where it does not hold by then. Left out: until nothing is scheduled.',
                )
                .optional(),
            })
            .meta({ title: 'Until something holds' }),
        ])
        .describe('By a duration, to an instant, until nothing is scheduled, or until something holds.'),
    })
    .meta({
      id: 'AdvanceStep',
      description: 'Moves virtual time; everything due on the way happens in order.',
    }),
  next: z
    .strictObject({
      next: z.int().min(1, 'expected how many events, at least 1').max(1_000_000).describe('How many events.'),
    })
    .meta({ id: 'NextStep', description: 'Moves to the next scheduled event.' }),
  ...audienceSteps,
  restart: z
    .strictObject({ restart: z.strictObject({}).describe('Takes no keys.') })
    .meta({ id: 'RestartStep', description: 'The app is closed, then opened again from what it stored.' }),
  expect: z
    .strictObject({ expect: expectation.describe('What must hold now.') })
    .meta({ id: 'ExpectStep', description: 'What must hold now.' }),
};

/** Every step by its verb. */
export const stepSchemas = { ...actingSteps, ...otherSteps };
export type StepVerb = keyof typeof stepSchemas;

export const step = z.union(Object.values(stepSchemas) as [(typeof stepSchemas)[StepVerb]]);
export type Step = z.output<(typeof stepSchemas)[StepVerb]>;
/** A step as the file writes it. */
export type StepText = z.input<(typeof stepSchemas)[StepVerb]>;
export type RespondTo = z.output<typeof respondTo>;

/** What an `advance` waits for, where it waits for something to hold. */
export interface Wait {
  readonly until: Expectation;
  /** Milliseconds; absent: as long as something is scheduled. */
  readonly atMost?: number | undefined;
}

/** `null` where it moves by a duration, to an instant, or until nothing is scheduled. */
export function waitOf(advance: z.output<typeof stepSchemas.advance>['advance']): Wait | null {
  const isWaiting = typeof advance === 'object' && 'until' in advance && advance.until !== 'idle';
  return isWaiting ? (advance as Wait) : null;
}

/** What a step expects, now or in time, and where that stands in it; `null` where it expects nothing. */
export function expectationOf(step: Step): { readonly expectation: Expectation; readonly path: string[] } | null {
  if ('expect' in step) return { expectation: step.expect, path: ['expect'] };
  const wait = 'advance' in step ? waitOf(step.advance) : null;
  return wait && { expectation: wait.until, path: ['advance', 'until'] };
}

/**
 * Of schemas that each demand the key they stand under the only one that can take the value; `null` where it has none of these
 * keys. Quicker than their union, which tries one after the other.
 */
export function schemaByKey<T>(schemas: Readonly<Record<string, T>>, value: object): T | null {
  for (const key in schemas) if (Object.hasOwn(value, key)) return schemas[key] as T;
  return null;
}

/** A file with this tag is played as a lesson. */
export const LESSON_TAG = 'lesson';

export const scenario = z
  .strictObject({
    title: z.string().min(1, 'expected a title').describe('What it shows.').optional(),
    summary: someText('what the file is about, in a sentence')
      .describe('What it is about, for lists; it does not give away what happens.')
      .optional(),
    tags: z
      .array(someText('a tag').describe('A tag.'))
      .describe('Words to find it by; a file with the tag lesson is a lesson.')
      .optional(),
    start: z
      .string()
      .refine((value) => parseIso(value) !== null, {
        error: ({ input }) =>
          isOutOfTime(String(input))
            ? OUT_OF_TIME
            : 'expected a date and time (ISO 8601), such as 2026-01-05T09:00:00Z or 2026-01-05 09:00',
      })
      .overwrite(canonicalInstant)
      .describe('Virtual time zero: a date and time (ISO 8601), in UTC where it names no zone.')
      .prefault(DEFAULT_START),
    seed: z.int().describe('Seeds the random streams.').prefault(1),
    ...definitions.shape,
    steps: z.array(step).describe('What happens, in order.').prefault([]),
  })
  .meta({
    description: 'A Trigger Lab scenario: settings, people, External APIs and Cases, then steps that act and check.',
  });
/** A scenario as code has it, with the defaults for what it leaves out: durations in milliseconds. */
export type Scenario = z.output<typeof scenario>;
/** A scenario as the file writes it: durations as text, defaults left out. */
export type ScenarioText = z.input<typeof scenario>;
