/** Accepted inputs as the journal and the history hold them. */
import { z } from 'zod';
import { type Command, commands } from '../../shared/inputs.ts';
import { callPlan, count, delivery, instant } from '../../shared/model-schema.ts';
import { playedStep } from '../../shared/played.ts';
import { addedStep, type RecordingNote } from '../../shared/recording.ts';
import { schemaByKey, step, stepSchemas } from '../../shared/scenario.ts';
import type { ShapeOf } from '../../shared/shape-of.ts';
import type { HistoryEntry, JournalEntry, Noted, PlayedExamples, PlayedScenario } from '../runtime/ports.ts';
import { inPresentWords } from './earlier-saves.ts';
import { inCode } from './schema-tools.ts';

const actionRef = z.string();
const response = z.strictObject({
  type: z.literal('response'),
  actionRef,
  delivery,
  plannedId: z.string().optional(),
});

const recordingNote: z.ZodType<RecordingNote> = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('begun') }),
  z.strictObject({ is: z.literal('ended') }),
  z.strictObject({ is: z.literal('step'), id: z.int().min(1), step: inCode(addedStep).nullable() }),
]);
const noted = z.strictObject({ type: z.literal('noted'), note: recordingNote } satisfies ShapeOf<Noted>);

/** What the outside world, the clock, the player and the recorder bring, by type. */
const occurrences = {
  response,
  callPlanned: z.strictObject({ type: z.literal('callPlanned'), actionRef, callNumber: count, plan: callPlan }),
  callResultDue: z.strictObject({ type: z.literal('callResultDue'), actionRef }),
  retryDue: z.strictObject({ type: z.literal('retryDue'), actionRef }),
  responseTimeout: z.strictObject({ type: z.literal('responseTimeout'), actionRef }),
  dueDate: z.strictObject({ type: z.literal('dueDate'), actionRef }),
  plannedLaunch: z.strictObject({ type: z.literal('plannedLaunch'), id: z.string() }),
  makeRoom: z.strictObject({ type: z.literal('makeRoom'), keep: count }),
  advanced: z.strictObject({ type: z.literal('advanced') }),
  stepTaken: z.strictObject({ type: z.literal('stepTaken'), step: playedStep }),
  wentTo: z.strictObject({ type: z.literal('wentTo'), seq: count }),
  futureNamed: z.strictObject({ type: z.literal('futureNamed'), seq: count, name: z.string().min(1) }),
  noted,
} satisfies Record<Exclude<JournalEntry['input']['type'], Command['type']>, z.ZodType>;

const commandSchemas = Object.fromEntries(Object.entries(commands).map(([type, schema]) => [type, inCode(schema)]));

/** A command, or one of `known`: the input's own type says which schema it must fit, so that an error is about that one. */
function inputOf<Known extends Record<string, z.ZodType>>(known: Known) {
  const schemas: Readonly<Record<string, z.ZodType>> = { ...commandSchemas, ...known };
  const inTodaysWords = z.custom<z.output<Known[keyof Known]> | Command>().check((context) => {
    const type = (context.value as { type?: unknown } | null | undefined)?.type;
    const schema = typeof type === 'string' && Object.hasOwn(schemas, type) ? schemas[type] : undefined;
    if (!schema) {
      const message = 'expected the type of an input';
      context.issues.push({ code: 'custom', message, path: ['type'], input: context.value });
      return;
    }
    const checked = schema.safeParse(context.value);
    if (checked.success) return;
    for (const { message, path } of checked.error.issues) {
      context.issues.push({ code: 'custom', message, path: [...path], input: context.value });
    }
  });
  return z.preprocess(inPresentWords, inTodaysWords);
}

const stepSchema = (value: unknown) =>
  typeof value === 'object' && value !== null ? schemaByKey<z.ZodType>(stepSchemas, value) : null;

const playedExamples: z.ZodType<PlayedExamples> = z.strictObject({
  fileName: z.string(),
  beside: z.array(z.strictObject({ fileName: z.string(), text: z.string() })),
  titles: z.array(z.string()).min(2),
  number: z.int().min(1),
} satisfies ShapeOf<PlayedExamples>);

/** The scenario in the player. */
export const playedScenario: z.ZodType<PlayedScenario> = z
  .strictObject({
    title: z.string(),
    id: z.string().nullable(),
    examples: playedExamples.nullable().default(null),
    steps: z.array(inCode(step, stepSchema)),
    taken: z.array(playedStep),
    // Older documents do not say.
    isLesson: z.boolean().default(false),
    isLeft: z.boolean().default(false),
  } satisfies ShapeOf<PlayedScenario>)
  .refine(({ steps, taken }) => taken.length <= steps.length, 'expected no more steps taken than there are');

/** A line of the journal. */
export const journalEntry: z.ZodType<JournalEntry> = z.strictObject({
  seq: z.int().min(1),
  at: instant,
  input: inputOf(occurrences),
} satisfies ShapeOf<JournalEntry>);

/** What a person or an outside system did. */
export const historyEntry: z.ZodType<HistoryEntry> = z.strictObject({
  at: instant,
  input: inputOf({ response, noted }),
} satisfies ShapeOf<HistoryEntry>);
