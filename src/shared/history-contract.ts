/** The past's part of the contract: what happened, and going there and back. */
import { oc, type } from '@orpc/contract';
import { z } from 'zod';
import { moved } from './answers.ts';
import type { Instant } from './model.ts';

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

export interface EventPage {
  /** In order. */
  readonly events: readonly EventEntry[];
  /** Where to go to stand at the oldest point that is known. */
  readonly startSeq: number;
  /** Where the workspace stands. */
  readonly presentSeq: number;
}

const eventQuery = z.strictObject({
  /** Those before the end of this event; without it and `after`, those around the present. */
  before: z.int().min(0).optional(),
  /** Those after it. */
  after: z.int().min(0).optional(),
  /** At most so many in each direction. Default 100. */
  limit: z.int().min(1).max(1_000).optional(),
});
export type EventQuery = z.output<typeof eventQuery>;

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
