/**
 * What is configured on screen, one edit at a time: a definition made, changed, moved or deleted, or the system-wide settings
 * saved. An edit knows both of its sides, so that it can be undone and redone.
 */
import { z } from 'zod';
import {
  type ActionType,
  actionType,
  type CaseType,
  caseType,
  type ExternalApi,
  externalApi,
  type Settings,
  type User,
  user,
} from './definitions.ts';
import { name, referencePart } from './field-kinds.ts';

/** What a file defines by name, and the Builder with it. */
export const SECTIONS = ['queues', 'users', 'externalApis', 'actionTypes', 'caseTypes'] as const;
export type Section = (typeof SECTIONS)[number];

/** One definition, whole. A queue is nothing but its name. */
export const definition = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('queues'), name }),
  z.strictObject({ section: z.literal('users'), name, value: user }),
  z.strictObject({ section: z.literal('externalApis'), name, value: externalApi }),
  z.strictObject({ section: z.literal('actionTypes'), name: referencePart, value: actionType }),
  z.strictObject({ section: z.literal('caseTypes'), name: referencePart, value: caseType }),
]);
export type Definition = z.output<typeof definition>;

/** One side of an edit: what was, or is, defined, and at which place of its section, from 0. */
interface Placed<Value> {
  readonly value: Value;
  readonly place: number;
}

interface EditOf<S extends string, Value> {
  readonly section: S;
  /** The definition's name; empty for the settings. */
  readonly name: string;
  /** `null` where the edit created it. */
  readonly before: Placed<Value> | null;
  /** `null` where the edit deleted it. */
  readonly after: Placed<Value> | null;
}

export type Edit =
  | EditOf<'settings', Settings>
  | EditOf<'queues', null>
  | EditOf<'users', User>
  | EditOf<'externalApis', ExternalApi>
  | EditOf<'actionTypes', ActionType>
  | EditOf<'caseTypes', CaseType>;

/** The edits that can be undone, latest last, and those that were undone and can be redone, latest undone last. */
export interface Edits {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

export const NO_EDITS: Edits = { done: [], undone: [] };
/** How many edits can be undone; the oldest is forgotten first. */
export const EDIT_LIMIT = 100;
