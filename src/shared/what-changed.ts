/** What an event changed, for who watches: a sentence, and what it is about, so that a screen can point at it. */
import { z } from 'zod';

const changedAction = z
  .object({
    ref: z.string(),
    factCount: z.number().describe('So many of the latest facts of the Action (R51) are the event’s.'),
  })
  .meta({ id: 'ChangedAction' });
export type ChangedAction = Readonly<z.output<typeof changedAction>>;

export const whatChanged = z
  .object({
    sentence: z
      .string()
      .describe('*Retry 2 of C1/post-invoice failed: HTTP 503; the next automatic retry is at 09:07:00.*'),
    actions: z.array(changedAction).readonly(),
    cases: z.array(z.string()).readonly().describe('Those that changed themselves, not only in an Action of theirs.'),
    externalApis: z.array(z.string()).readonly().describe('The External APIs that were switched.'),
    users: z.array(z.string()).readonly().describe('Who was notified.'),
  })
  .meta({ id: 'WhatChanged' });
export type WhatChanged = Readonly<z.output<typeof whatChanged>>;
