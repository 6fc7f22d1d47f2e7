/** The lesson's part of the contract: where the class stands, and never what is still to come. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { done, refused } from './answers.ts';
import type { Shown } from './audience-steps.ts';

/** A question that was put to the class. */
export interface LessonQuestion {
  readonly text: string;
  readonly answers: readonly string[];
  /** What the class thinks, from 1; `null` as long as it has not said. */
  readonly guess: number | null;
  /** The right answer, from 1, once the world has moved; `null` before. */
  readonly reveal: { readonly right: number; readonly because: string | null } | null;
}

/** A lesson as far as it has come. */
export interface LessonState {
  readonly title: string;
  /** The titles of the chapters that were begun; the last is the present one. */
  readonly chapters: readonly string[];
  readonly chapterCount: number;
  /** The number of the last step taken, from 1; 0 before the first. */
  readonly step: number;
  /** What is told now; `null` where nothing is. */
  readonly narration: string | null;
  /** The question that is open, or was just answered; `null` where there is none. */
  readonly question: LessonQuestion | null;
  /** Where the lesson looks; `null` where it has not said. */
  readonly show: Shown | null;
  readonly isAtStart: boolean;
  readonly isAtEnd: boolean;
}

/** How far one has come in the course, on this machine. */
export interface LessonResult {
  /** The lesson's id in the library. */
  readonly id: string;
  /** When it was last played to its end: real time, ISO 8601. */
  readonly doneAt: string;
  readonly questionCount: number;
  /** How many the class guessed right then. */
  readonly rightCount: number;
}

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
    .output(z.custom<readonly LessonResult[]>()),
};
