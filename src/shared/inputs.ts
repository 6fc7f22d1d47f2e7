/**
 * Inputs: all that can make something happen. People's and settings' commands (the schemas the router validates), the
 * external system's results and responses, and timers that fall due.
 */
import { z } from 'zod';
import { apiSwitch } from './definitions.ts';
import { definition, RENAMABLE, SECTIONS, savedDefinition } from './edits.ts';
import { caseName, customData, duration, name, referencePart } from './field-kinds.ts';
import type { CallPlan, Delivery } from './model.ts';
import { CASE_VERBS } from './words.ts';

const by = name.optional();
const action = z.string().min(1, 'expected an alias or CASE/actionType');

/** A person's or a settings screen's wish; the rules may refuse it. */
export const commands = {
  launchCase: z.strictObject({ type: z.literal('launchCase'), case: caseName, by }),
  launchAction: z.strictObject({
    type: z.literal('launchAction'),
    case: caseName,
    actionType: name,
    as: referencePart.optional(),
    by,
  }),
  launchCases: z.strictObject({
    type: z.literal('launchCases'),
    caseType: name,
    count: z.int().min(1).max(100_000).optional(),
    every: duration.optional(),
    as: referencePart.optional(),
    by,
  }),
  retry: z.strictObject({ type: z.literal('retry'), action, by }),
  take: z.strictObject({ type: z.literal('take'), action, by: name }),
  unassign: z.strictObject({ type: z.literal('unassign'), action, by }),
  complete: z.strictObject({ type: z.literal('complete'), action, by }),
  unable: z.strictObject({ type: z.literal('unable'), action, reason: z.string().optional(), by }),
  caseVerb: z.strictObject({ type: z.literal('caseVerb'), case: caseName, do: z.enum(CASE_VERBS), by }),
  relaunch: z.strictObject({ type: z.literal('relaunch'), action, by }),
  switchApi: z.strictObject({ type: z.literal('switchApi'), name, to: apiSwitch, by }),
  createDefinition: z.strictObject({ type: z.literal('createDefinition'), definition, by }),
  saveDefinition: z.strictObject({
    type: z.literal('saveDefinition'),
    definition: savedDefinition,
    also: z
      .array(savedDefinition)
      .describe('Saved together with it: all or none, undone and redone at once.')
      .optional(),
    by,
  }),
  deleteDefinition: z.strictObject({ type: z.literal('deleteDefinition'), section: z.enum(SECTIONS), name, by }),
  moveDefinition: z.strictObject({
    type: z.literal('moveDefinition'),
    section: z.enum(SECTIONS),
    name,
    place: z.int('expected a place, from 0').min(0, 'expected a place, from 0'),
    by,
  }),
  renameDefinition: z.strictObject({
    type: z.literal('renameDefinition'),
    section: z.enum(RENAMABLE),
    name,
    to: name,
    by,
  }),
  undoEdit: z.strictObject({ type: z.literal('undoEdit'), by }),
  redoEdit: z.strictObject({ type: z.literal('redoEdit'), by }),
  readNotifications: z.strictObject({ type: z.literal('readNotifications'), user: name }),
};

export const command = z
  .discriminatedUnion('type', Object.values(commands) as [(typeof commands)[keyof typeof commands]])
  .meta({ id: 'Command', description: 'What a person or a settings screen does.' });
export type Command = z.output<(typeof commands)[keyof typeof commands]>;
/** Commands that configure: they make nothing happen by themselves, but for what follows from a setting. */
const EDIT_COMMANDS = [
  'createDefinition',
  'saveDefinition',
  'deleteDefinition',
  'moveDefinition',
  'renameDefinition',
  'undoEdit',
  'redoEdit',
] as const satisfies readonly Command['type'][];
export type EditCommand = Extract<Command, { type: (typeof EDIT_COMMANDS)[number] }>;

/** Of any input: whether it is such a command. */
export const isEditCommand = <I extends { readonly type: string }>(input: I): input is Extract<I, EditCommand> =>
  (EDIT_COMMANDS as readonly string[]).includes(input.type);

/** A command as it crosses the wire: durations as text. */
export type CommandText = z.input<(typeof commands)[keyof typeof commands]>;

/** The body of a callback (R25, R26, R30): what `POST /callbacks/TOKEN` takes. */
export const responseBody = z
  .strictObject({
    outcome: z.enum(['success', 'unsuccessful']),
    reason: z.string().optional(),
    data: customData.optional(),
  })
  .meta({ id: 'ResponseBody', description: 'What an external system responds with.' });

/** What the outside world and the clock bring. */
export type Occurrence =
  | { readonly type: 'callPlanned'; readonly actionRef: string; readonly callNumber: number; readonly plan: CallPlan }
  | {
      readonly type: 'response';
      readonly actionRef: string;
      readonly delivery: Delivery;
      readonly plannedId?: string | undefined;
    }
  | { readonly type: 'callResultDue'; readonly actionRef: string }
  | { readonly type: 'retryDue'; readonly actionRef: string }
  | { readonly type: 'responseTimeout'; readonly actionRef: string }
  | { readonly type: 'dueDate'; readonly actionRef: string }
  | { readonly type: 'plannedLaunch'; readonly id: string };

/** What the app does for itself: the workspace keeps the newest `keep` of its closed Cases. */
interface MakeRoom {
  readonly type: 'makeRoom';
  readonly keep: number;
}

export type Input = Command | Occurrence | MakeRoom;
