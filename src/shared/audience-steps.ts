/** Steps for an audience (scenario-format.md): they change nothing, and the runner passes over them. */
import { z } from 'zod';
import { action, caseRef } from './expectation.ts';
import { name, someText } from './field-kinds.ts';

/** What a lesson looks at: one thing, by the word of the file for it. */
export const shown = z.union([
  z.strictObject({ action }).meta({ title: 'An Action' }),
  z.strictObject({ case: caseRef }).meta({ title: 'A Case' }),
  z.strictObject({ queue: name.describe('The queue.') }).meta({ title: 'A queue' }),
  z.strictObject({ inbox: name.describe('The user whose inbox it is.') }).meta({ title: 'An inbox' }),
  z
    .strictObject({ settings: z.literal('retry').describe('retry: the retry pattern.') })
    .meta({ title: 'The settings' }),
  z.strictObject({ externalApi: name.describe('The External API.') }).meta({ title: 'An External API' }),
]);
/** Where a `show` step leads. */
export type Shown = z.output<typeof shown>;

/** How many answers a question has. */
export const LEAST_ANSWERS = 2;
export const MOST_ANSWERS = 5;
const howMany = {
  error: ({ input }: { readonly input: unknown }) =>
    `expected ${LEAST_ANSWERS} to ${MOST_ANSWERS} answers, not ${(input as readonly unknown[]).length}`,
};
const WHICH = 'expected the number of the right answer, from 1';

const question = z
  .strictObject({
    question: someText('a question').describe('What the class is asked.'),
    answers: z
      .array(someText('an answer'))
      .min(LEAST_ANSWERS, howMany)
      .max(MOST_ANSWERS, howMany)
      .describe('What it can choose from: 2 to 5.'),
    right: z
      .int(WHICH)
      .min(1, WHICH)
      .meta({ title: 'Right answer', description: 'The number of the right one, from 1.' }),
    because: z.string().describe('Why it is right; shown when the answer is.').optional(),
  })
  .refine(({ answers, right }) => right <= answers.length, {
    path: ['right'],
    error: ({ input }) => `expected the number of an answer, 1 to ${(input as { answers: unknown[] }).answers.length}`,
  });
/** What a class is asked; `right` counts from 1. */
export type Question = z.output<typeof question>;

export const audienceSteps = {
  say: z
    .strictObject({ say: z.string().describe('The text.') })
    .meta({ id: 'SayStep', description: 'Narration; the player shows it.' }),
  chapter: z
    .strictObject({ chapter: someText('a title').describe('Its title.') })
    .meta({ id: 'ChapterStep', description: 'Begins a chapter of a lesson.' }),
  show: z
    .strictObject({ show: shown.describe('The Action, Case, queue, inbox, settings or External API to look at.') })
    .meta({ id: 'ShowStep', description: 'Where the lesson looks from here on.' }),
  ask: z
    .strictObject({ ask: question.describe('The question, its answers and the number of the right one.') })
    .meta({ id: 'AskStep', description: 'Asks the class what will happen, before the next steps are taken.' }),
};
