/** The lesson's part of the contract: where the class stands, and never what is still to come. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { asTold, done, refused } from './answers.ts';
import { shown } from './audience-steps.ts';

const lessonQuestion = z
  .object({
    text: z.string(),
    answers: z.array(z.string()).readonly(),
    guess: z.number().nullable().describe('What the class thinks, from 1; null as long as it has not said.'),
    reveal: z
      .object({ right: z.number(), because: z.string().nullable() })
      .nullable()
      .describe('The right answer, from 1, once the world has moved; null before.'),
  })
  .meta({ id: 'LessonQuestion', description: 'A question that was put to the class.' });
export type LessonQuestion = Readonly<z.output<typeof lessonQuestion>>;

export const lessonState = z
  .object({
    title: z.string(),
    chapters: z
      .array(z.string())
      .readonly()
      .describe('The titles of the chapters that were begun; the last is the present one.'),
    chapterCount: z.number(),
    step: z.number().describe('The number of the last step taken, from 1; 0 before the first.'),
    narration: z.string().nullable().describe('What is told now; null where nothing is.'),
    question: lessonQuestion
      .nullable()
      .describe('The question that is open, or was just answered; null where there is none.'),
    show: shown.nullable().describe('Where the lesson looks; null where it has not said.'),
    isAtStart: z.boolean(),
    isAtEnd: z.boolean(),
  })
  .meta({ id: 'LessonState', description: 'A lesson as far as it has come.' });
export type LessonState = Readonly<z.output<typeof lessonState>>;

const lessonResult = z
  .object({
    id: z.string().describe('The lesson’s id in the library.'),
    doneAt: z.string().describe('When it was last played to its end: real time, ISO 8601.'),
    questionCount: z.number(),
    rightCount: z.number().describe('How many the class guessed right then.'),
  })
  .meta({ id: 'LessonResult', description: 'How far one has come in the course, on this machine.' });
export type LessonResult = Readonly<z.output<typeof lessonResult>>;

const step = { method: 'POST', tags: ['lesson'] } as const;

export const lessonContract = {
  next: oc
    .route({
      ...step,
      path: '/lesson/next',
      summary: 'Goes on to what is told or asked next, or lets an open question be answered',
    })
    .errors(refused)
    .output(done),
  back: oc
    .route({ ...step, path: '/lesson/back', summary: 'Goes back to what was told or asked before' })
    .errors(refused)
    .output(done),
  guess: oc
    .route({ ...step, path: '/lesson/guess', summary: 'Marks what the class thinks; `answer` counts from 1' })
    .errors(refused)
    .input(z.strictObject({ answer: z.int().min(1).max(5) }))
    .output(done),
  return: oc
    .route({ ...step, path: '/lesson/return', summary: 'Goes back to where the path of the lesson was left' })
    .errors(refused)
    .output(done),
  results: oc
    .route({
      method: 'GET',
      tags: ['lesson'],
      path: '/lesson/results',
      summary: 'Which lessons were played to their end',
    })
    .output(asTold(z.array(lessonResult).readonly())),
};
