/** The past's part of the contract: what happened, and going there and back. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { asTold, done, moved } from './answers.ts';
import { virtualTime } from './field-kinds.ts';
import { whatChanged } from './what-changed.ts';
import { PHASES, REASONS, RESOLUTION_METHODS, STATUSES } from './words.ts';

const eventEntry = z
  .object({
    seq: z.number().describe('Where to go to stand at its end.'),
    at: virtualTime,
    kind: z.string(),
    subject: z
      .string()
      .nullable()
      .describe('The Action, Case or definition that it is about; null where it is about none.'),
    text: z.string().describe('`retry 4 of C1/post-invoice failed`.'),
    state: z.enum(['past', 'present', 'later']).describe('`later` ones were visited already.'),
  })
  .meta({
    id: 'EventEntry',
    description:
      'What one act did, with all that came of it at once, or what happened by itself at one instant of virtual time.',
  });
export type EventEntry = Readonly<z.output<typeof eventEntry>>;

const future = z
  .object({
    id: z.number().describe('The same as long as the app runs.'),
    name: z.string(),
    isNamedByHand: z.boolean(),
    partedAt: virtualTime.describe('Where it leaves the present one; of the present one where it ends.'),
    partedSeq: z.number(),
    tipSeq: z.number().describe('Where to go to stand at its end.'),
    tipAt: virtualTime,
    eventCount: z.number().describe('How many events it has after that.'),
    isPresent: z.boolean(),
  })
  .meta({
    id: 'Future',
    description:
      'A course of events that was lived, up to where it was left; the present one up to the last event that was visited.',
  });
export type Future = Readonly<z.output<typeof future>>;

const futureEnding = z
  .object({
    ref: z.string(),
    title: z.string(),
    status: z.enum(STATUSES),
    phase: z.enum(PHASES),
    reason: z.enum(REASONS),
    resolutionMethod: z.enum(RESOLUTION_METHODS).nullable(),
    retryCount: z.number(),
    maximum: z.number(),
    at: virtualTime.describe('Since when its status is that.'),
  })
  .meta({ id: 'FutureEnding', description: 'How an Action stands at the end of a future.' });
export type FutureEnding = Readonly<z.output<typeof futureEnding>>;

const futureCourse = z
  .object({
    id: z.number(),
    name: z.string(),
    tipAt: virtualTime,
    events: z.array(eventEntry).readonly().describe('After the two part, in order; at most 1,000.'),
    endings: z
      .array(futureEnding)
      .readonly()
      .describe('Of every Action that does not stand there as at the end of the other one, or is only here.'),
  })
  .meta({ id: 'FutureCourse' });
export type FutureCourse = Readonly<z.output<typeof futureCourse>>;

const futureComparison = z
  .object({
    partedAt: virtualTime,
    partedSeq: z.number(),
    left: futureCourse,
    right: futureCourse,
  })
  .meta({ id: 'FutureComparison', description: 'Two futures, from where they part.' });
export type FutureComparison = Readonly<z.output<typeof futureComparison>>;

const eventPage = z
  .object({
    events: z.array(eventEntry).readonly().describe('In order.'),
    changed: whatChanged
      .nullable()
      .describe(
        'What the last of those changed that have happened, or that nothing happened in a lesson since; null where none has, and in pages beside the present.',
      ),
    startSeq: z.number().describe('Where to go to stand at the oldest point that is known.'),
    presentSeq: z.number().describe('Where the workspace stands.'),
    futures: z.array(future).readonly().describe('In the order in which they began; at most twenty.'),
    droppedFuture: z
      .string()
      .nullable()
      .describe('The name of the last one that had to go for a newer one; null if none had.'),
  })
  .meta({ id: 'EventPage' });
export type EventPage = Readonly<z.output<typeof eventPage>>;

const futureId = z.int().min(1);

/** What a future can be called: 1 to 80 characters, without spaces at either end. */
export const futureName = z
  .string()
  .trim()
  .min(1, 'expected a name')
  .max(80, 'expected a name of at most 80 characters');

const eventQuery = z.strictObject({
  /** Those before the end of this event; without it and `after`, those around the present. */
  before: z.int().min(0).optional(),
  /** Those after it. */
  after: z.int().min(0).optional(),
  /** At most so many in each direction. Default 100. */
  limit: z.int().min(1).max(1_000).optional(),
});
export type EventQuery = z.output<typeof eventQuery>;

/** There is no such future, or it is no longer in memory. */
const unknownFuture = { UNKNOWN_FUTURE: { status: 404, message: 'There is no such future any more.' } } as const;

export const historyContract = {
  events: oc
    .route({ method: 'GET', path: '/history', tags: ['history'], summary: 'What happened, event by event' })
    .input(eventQuery)
    .output(asTold(eventPage)),
  goTo: oc
    .route({
      method: 'POST',
      path: '/history/go-to',
      tags: ['history'],
      summary: 'Goes to the end of an event; what came after is kept, and you can go back to it',
    })
    .input(z.strictObject({ seq: z.int().min(0) }))
    .output(moved),
  future: oc
    .route({
      method: 'POST',
      path: '/history/future',
      tags: ['history'],
      summary: 'Goes to the end of a future that was left',
    })
    .input(z.strictObject({ id: futureId }))
    .output(moved),
  nameFuture: oc
    .route({ method: 'POST', path: '/history/name-future', tags: ['history'], summary: 'Gives a future a name' })
    .errors(unknownFuture)
    .input(z.strictObject({ id: futureId, name: futureName }))
    .output(done),
  compareFutures: oc
    .route({
      method: 'GET',
      path: '/history/compare-futures',
      tags: ['history'],
      summary: 'Where two futures part, what happened in each, and how their Actions stand at their ends',
    })
    .errors(unknownFuture)
    .input(z.strictObject({ left: futureId, right: futureId }))
    .output(asTold(futureComparison)),
  previous: oc
    .route({
      method: 'POST',
      path: '/history/previous',
      tags: ['history'],
      summary: 'Goes to the end of the event before the current one',
    })
    .output(moved),
  next: oc
    .route({
      method: 'POST',
      path: '/history/next',
      tags: ['history'],
      summary: 'Goes to the end of the next event already visited',
    })
    .output(moved),
};
