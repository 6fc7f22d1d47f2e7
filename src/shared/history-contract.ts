/** The past's part of the contract: what happened, and going there and back. */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { done, moved } from './answers.ts';
import type { Instant } from './model.ts';
import type { WhatChanged } from './what-changed.ts';
import type { Phase, Reason, ResolutionMethod, Status } from './words.ts';

/** What one act did, with all that came of it at once, or what happened by itself at one instant of virtual time. */
export interface EventEntry {
  /** Where to go to stand at its end. */
  readonly seq: number;
  readonly at: Instant;
  readonly kind: string;
  /** The Action, Case or definition that it is about; `null` where it is about none. */
  readonly subject: string | null;
  /** `retry 4 of C1/post-invoice failed`. */
  readonly text: string;
  /** `later` ones were visited already. */
  readonly state: 'past' | 'present' | 'later';
}

/** A course of events that was lived, up to where it was left; the present one up to the last event that was visited. */
export interface Future {
  /** The same as long as the app runs. */
  readonly id: number;
  readonly name: string;
  readonly isNamedByHand: boolean;
  /** Where it leaves the present one; of the present one where it ends. */
  readonly partedAt: Instant;
  readonly partedSeq: number;
  /** Where to go to stand at its end. */
  readonly tipSeq: number;
  readonly tipAt: Instant;
  /** How many events it has after that. */
  readonly eventCount: number;
  readonly isPresent: boolean;
}

/** How an Action stands at the end of a future. */
export interface FutureEnding {
  readonly ref: string;
  readonly title: string;
  readonly status: Status;
  readonly phase: Phase;
  readonly reason: Reason;
  readonly resolutionMethod: ResolutionMethod | null;
  readonly retryCount: number;
  readonly maximum: number;
  /** Since when its status is that. */
  readonly at: Instant;
}

export interface FutureCourse {
  readonly id: number;
  readonly name: string;
  readonly tipAt: Instant;
  /** After the two part, in order; at most 1,000. */
  readonly events: readonly EventEntry[];
  /** Of every Action that does not stand there as at the end of the other one, or is only here. */
  readonly endings: readonly FutureEnding[];
}

/** Two futures, from where they part. */
export interface FutureComparison {
  readonly partedAt: Instant;
  readonly partedSeq: number;
  readonly left: FutureCourse;
  readonly right: FutureCourse;
}

export interface EventPage {
  /** In order. */
  readonly events: readonly EventEntry[];
  /**
   * What the last of those changed that have happened, or that nothing happened in a lesson since; `null` where none has, and in pages
   * beside the present.
   */
  readonly changed: WhatChanged | null;
  /** Where to go to stand at the oldest point that is known. */
  readonly startSeq: number;
  /** Where the workspace stands. */
  readonly presentSeq: number;
  /** In the order in which they began; at most twenty. */
  readonly futures: readonly Future[];
  /** The name of the last one that had to go for a newer one; `null` if none had. */
  readonly droppedFuture: string | null;
}

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
    .output(type<EventPage>()),
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
    .output(type<FutureComparison>()),
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
