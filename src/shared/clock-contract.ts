/** The clock's part of the contract: where virtual time stands and what comes next, and what moves it. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { done, moved, refused, told } from './answers.ts';
import { duration, instant, virtualTime } from './field-kinds.ts';

const nextEvent = z
  .object({
    at: virtualTime,
    kind: z.enum(['retry', 'call result', 'response', 'response timeout', 'due date', 'launch']),
    subject: z.string().describe('The Action or Case it is about.'),
    text: z.string(),
  })
  .meta({ id: 'NextEvent', description: 'What happens next, for the clock bar: `retry 3 of C1/post-invoice`.' });
export type NextEvent = Readonly<z.output<typeof nextEvent>>;

export const clockState = z
  .object({
    now: virtualTime,
    startAt: virtualTime,
    playing: z.boolean(),
    speed: z.number().describe('Virtual over real time, 0.5 to 10,000.'),
    scheduledCount: z.number().describe('How many events wait.'),
    next: nextEvent.nullable(),
    canGoBack: z.boolean().describe('Whether there is an earlier point to go back to.'),
    recordedCount: z
      .number()
      .nullable()
      .describe('How much has been done and said since *Record* was pressed; null where nothing is being recorded.'),
    callbackBase: z
      .string()
      .nullable()
      .describe(
        'Where a simulated API’s answers arrive, for the `curl` that answers by hand; null where nothing listens.',
      ),
    notSaved: z
      .string()
      .nullable()
      .describe('Why the workspace could not be saved, or cannot be changed, in a sentence; null where all is well.'),
  })
  .meta({ id: 'ClockState' });
export type ClockState = Readonly<z.output<typeof clockState>>;

export const clockContract = {
  play: oc
    .route({ method: 'POST', path: '/clock/play', tags: ['clock'], summary: 'Lets virtual time run' })
    .output(done),
  pause: oc
    .route({ method: 'POST', path: '/clock/pause', tags: ['clock'], summary: 'Stops it and saves the workspace' })
    .output(done),
  speed: oc
    .route({
      method: 'POST',
      path: '/clock/speed',
      tags: ['clock'],
      summary: 'Its speed: virtual time over real time',
    })
    .input(z.strictObject({ speed: z.number().min(0.5).max(10_000) }))
    .output(done),
  advance: oc
    .route({
      method: 'POST',
      path: '/clock/advance',
      tags: ['clock'],
      summary: 'Moves by a duration or to an instant',
    })
    .errors(refused)
    .input(z.union([z.strictObject({ by: duration }), z.strictObject({ to: instant })]))
    .output(done),
  next: oc
    .route({
      method: 'POST',
      path: '/clock/next',
      tags: ['clock'],
      summary: 'Moves to the next scheduled event, one or more times',
    })
    .errors(refused)
    .input(z.strictObject({ count: z.int().min(1).max(1_000_000).optional() }))
    .output(z.object({ moved: z.number(), ...told.shape })),
  nextRetry: oc
    .route({
      method: 'POST',
      path: '/clock/next-retry',
      tags: ['clock'],
      summary: 'Moves to the next automatic retry',
    })
    .errors(refused)
    .output(moved),
  untilIdle: oc
    .route({
      method: 'POST',
      path: '/clock/until-idle',
      tags: ['clock'],
      summary: 'Moves on until nothing is scheduled',
    })
    .errors(refused)
    .output(moved),
  back: oc
    .route({
      method: 'POST',
      path: '/clock/back',
      tags: ['clock'],
      summary: 'Goes back to the point before the last act or move',
    })
    .output(moved),
};
