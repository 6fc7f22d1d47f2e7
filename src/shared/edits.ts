/**
 * What is configured on screen, one edit at a time: a definition made, changed, renamed, moved or deleted, or the system-wide
 * settings saved. An edit knows both of its sides, so that it can be undone and redone.
 */
import { z } from 'zod';
import {
  type ActionType,
  actionType,
  actionTypeChange,
  type CaseType,
  caseType,
  type ExternalApi,
  externalApi,
  externalApiChange,
  type Settings,
  settingsChange,
  type User,
  user,
  userChange,
} from './definitions.ts';
import { name, referencePart } from './field-kinds.ts';

/** The sections whose definitions have a value: Maps by name in the world, maps in a file. */
export const VALUED_SECTIONS = ['users', 'externalApis', 'actionTypes', 'caseTypes'] as const;
export type ValuedSection = (typeof VALUED_SECTIONS)[number];

/** What a file defines by name, and the Builder with it: each uses only what comes before it. A queue is nothing but its name. */
export const SECTIONS = ['queues', ...VALUED_SECTIONS] as const;
export type Section = (typeof SECTIONS)[number];

/** Sections whose definitions can be renamed: nothing is drawn or referred to by their names, so what happens stays the same. */
export const RENAMABLE = ['queues', 'users'] as const satisfies readonly Section[];
export type Named = (typeof RENAMABLE)[number];
export const isNamed = (section: Editable): section is Named => (RENAMABLE as readonly string[]).includes(section);

/** What a definition may be called; the names of types are parts of references such as `C1/post-invoice`. */
export const DEFINITION_NAMES = {
  queues: name,
  users: name,
  externalApis: name,
  actionTypes: referencePart,
  caseTypes: referencePart,
} as const satisfies Readonly<Record<Section, z.ZodString>>;

/** One definition, whole. */
export const definition = z
  .discriminatedUnion('section', [
    z.strictObject({ section: z.literal('queues'), name: DEFINITION_NAMES.queues }),
    z.strictObject({ section: z.literal('users'), name: DEFINITION_NAMES.users, value: user }),
    z.strictObject({ section: z.literal('externalApis'), name: DEFINITION_NAMES.externalApis, value: externalApi }),
    z.strictObject({ section: z.literal('actionTypes'), name: DEFINITION_NAMES.actionTypes, value: actionType }),
    z.strictObject({ section: z.literal('caseTypes'), name: DEFINITION_NAMES.caseTypes, value: caseType }),
  ])
  .meta({ id: 'Definition', description: 'One definition, whole.' });
export type Definition = z.output<typeof definition>;

/** What is to change of a definition, or of the system-wide settings: the keys that are given, as in a scenario's `set`. */
const definitionChange = z.discriminatedUnion('section', [
  z.strictObject({ section: z.literal('settings'), change: settingsChange }),
  z.strictObject({ section: z.literal('users'), name, change: userChange }),
  z.strictObject({ section: z.literal('externalApis'), name, change: externalApiChange }),
  z.strictObject({ section: z.literal('actionTypes'), name, change: actionTypeChange }),
]);

/** What a save says: the definition as a whole, or what is to change of it. */
export const savedDefinition = z
  .union([definition, definitionChange], {
    error: ({ input, errors }) => {
      const given = typeof input === 'object' && input !== null ? Object.keys(input) : [];
      if (!given.includes('value') && !given.includes('change')) {
        return 'expected `value`, the whole definition, or `change`, what is to change of it';
      }
      const issue = errors?.at(given.includes('change') ? 1 : 0)?.at(0);
      return issue && [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': ');
    },
  })
  .meta({ id: 'SavedDefinition', description: 'A definition as a whole, or what is to change of it.' });
export type DefinitionChange = z.output<typeof definitionChange>;
export type SavedDefinition = z.output<typeof savedDefinition>;

/** What is defined in each section. The settings are a section with one definition, which has no name. */
interface Values {
  settings: Settings;
  queues: null;
  users: User;
  externalApis: ExternalApi;
  actionTypes: ActionType;
  caseTypes: CaseType;
}
export type Editable = keyof Values;

/** A definition of a section, whole; the name is empty for the settings. */
export type Whole<S extends Editable = Editable> = {
  [K in S]: { readonly section: K; readonly name: string; readonly value: Values[K] };
}[S];

/** One side of an edit: what was, or is, defined, and at which place of its section, from 0. */
export interface Placed<Value> {
  readonly value: Value;
  readonly place: number;
}

/** The definition of a section on one side of an edit. */
export type Side<S extends Editable = Editable> = { [K in S]: Placed<Values[K]> }[S];

export type Edit<S extends Editable = Editable> = {
  [K in S]: {
    readonly section: K;
    /** The definition's name; empty for the settings. */
    readonly name: string;
    /** `null` where the edit created it. */
    readonly before: Placed<Values[K]> | null;
    /** `null` where the edit deleted it. */
    readonly after: Placed<Values[K]> | null;
    /** Its name after the edit, where that is another one: then nothing else about it changed. */
    readonly renamedTo?: string | undefined;
    /** Saved together with the edit before it: both are undone and redone at once. */
    readonly joined?: true | undefined;
  };
}[S];

/** How a definition came to be edited: by a new edit, or by undoing or redoing an earlier one. */
export type EditCourse = 'new' | 'undo' | 'redo';

/** The edits that can be undone, latest last, and those that were undone and can be redone, latest undone last. */
export interface Edits {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

/** The edits that *Undo* takes back at once, in the order in which they were made; empty where there are none. */
export function nextToUndo({ done }: Edits): readonly Edit[] {
  return done.slice(
    Math.max(
      done.findLastIndex(({ joined }) => joined !== true),
      0,
    ),
  );
}

/** The edits that *Redo* makes again at once, in the order in which they were made; empty where there are none. */
export function nextToRedo({ undone }: Edits): readonly Edit[] {
  const [first, ...others] = undone.toReversed();
  if (first === undefined) return [];
  const end = others.findIndex(({ joined }) => joined !== true);
  return [first, ...(end < 0 ? others : others.slice(0, end))];
}

export const NO_EDITS: Edits = { done: [], undone: [] };
/** How many edits can be undone; the oldest is forgotten first. */
export const EDIT_LIMIT = 100;
