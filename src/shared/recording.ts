/**
 * What somebody who records a walk adds to it. These notes stand in the history between what was done, change nothing in the world, and
 * come out as steps where they stand.
 */
import { z } from 'zod';
import { someText } from './field-kinds.ts';
import { stepSchemas } from './scenario.ts';

/** What a person says in a recording in their own words. */
export const spokenSchemas = {
  say: stepSchemas.say.extend({ say: someText('what to say').describe('What is told here.') }),
  ask: stepSchemas.ask,
  chapter: stepSchemas.chapter,
  show: stepSchemas.show,
};
export const spokenStep = z.union(Object.values(spokenSchemas) as [(typeof spokenSchemas)[keyof typeof spokenSchemas]]);
export type SpokenStep = z.output<typeof spokenStep>;

/** A step that is added by hand: what is said, or what must hold. */
export const addedStep = z.union([...spokenStep.options, stepSchemas.expect]);
export type AddedStep = z.output<typeof addedStep>;

/** One entry of the history. */
export type RecordingNote =
  /** *Record* was pressed. */
  | { readonly is: 'begun' }
  | { readonly is: 'ended' }
  /** A step is added here. With the id of an earlier one: that one says this from now on, or is gone (`null`). */
  | { readonly is: 'step'; readonly id: number; readonly step: AddedStep | null };

/** What *Expect this* can look at, by the file's word for it. */
export const expectable = z.union([
  z.strictObject({ action: z.string().min(1) }),
  z.strictObject({ case: z.string().min(1) }),
  z.strictObject({ notifications: z.string().min(1) }),
  z.strictObject({ queue: z.string().min(1) }),
]);
export type Expectable = z.output<typeof expectable>;
