/** Which control holds which part of a step, read off the schema that checks it (`src/shared`). */
import { z } from 'zod';
import { COMPARISON_WORDS } from '../../../../../shared/comparison.ts';
import { fieldOf } from '../../../../../shared/field.ts';
import { WORDS } from '../../../../../shared/word-table.ts';
import type { ConnectionFailure } from '../../../../../shared/words.ts';

export interface Field {
  readonly key: string;
  readonly schema: z.ZodType;
  readonly label: string;
  readonly help: string;
  readonly isRequired: boolean;
  /** What `null` is called; `null` where there is no such value. */
  readonly none: string | null;
  readonly control: Control;
}

export type Control =
  | { readonly kind: 'text' | 'duration' | 'switch' | 'names' | 'code' }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly isWhole: boolean }
  | { readonly kind: 'choice'; readonly words: readonly string[] }
  | { readonly kind: 'fixed'; readonly value: unknown }
  | { readonly kind: 'group'; readonly fields: readonly Field[] }
  | { readonly kind: 'alternatives'; readonly options: readonly Alternative[] };

export interface Alternative {
  readonly label: string;
  readonly schema: z.ZodType;
  readonly control: Control;
}

interface Definition {
  readonly type: string;
  readonly innerType: z.ZodType;
  readonly shape: Readonly<Record<string, z.ZodType>>;
  readonly options: readonly z.ZodType[];
  readonly element: z.ZodType;
  readonly values: readonly unknown[];
  readonly entries: Readonly<Record<string, string>>;
  readonly in: z.ZodType;
}
const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;
const inner = (schema: z.ZodType): z.ZodType => {
  const { innerType } = definitionOf(schema);
  return innerType === undefined ? schema : inner(innerType);
};
const isNullable = (schema: z.ZodType): boolean => {
  const { type, innerType } = definitionOf(plainOf(schema));
  return type === 'nullable' || (innerType !== undefined && isNullable(innerType));
};
/** What is compared, where comparisons may stand in its place: those are written as the file has them. */
function plainOf(schema: z.ZodType): z.ZodType {
  const { type, options } = definitionOf(schema);
  if (type !== 'union') return schema;
  const [plain, ...others] = options;
  const isCompared = others.every((other) => COMPARISON_WORDS.some((word) => definitionOf(other).shape?.[word]));
  return plain !== undefined && others.length > 0 && isCompared ? plain : schema;
}

const CODE: Control = { kind: 'code' };
const controls = new WeakMap<z.ZodType, Control>();

/** The control for a schema; what has none of its own is written as the file has it. */
export function controlFor(schema: z.ZodType): Control {
  const known = controls.get(schema);
  if (known !== undefined) return known;
  const control = controlOf(inner(schema));
  controls.set(schema, control);
  return control;
}

function controlOf(schema: z.ZodType): Control {
  const { type, shape, options, element, values, entries, in: from } = definitionOf(schema);
  switch (type) {
    case 'string':
      return { kind: 'text' };
    case 'boolean':
      return { kind: 'switch' };
    case 'number': {
      const { minValue, maxValue, isInt } = schema as z.ZodNumber;
      return { kind: 'number', min: minValue ?? -Infinity, max: maxValue ?? Infinity, isWhole: isInt };
    }
    case 'pipe':
      return definitionOf(from).type === 'string' ? { kind: 'duration' } : controlOf(from);
    case 'enum':
      return { kind: 'choice', words: Object.values(entries) };
    case 'literal':
      return { kind: 'fixed', value: values[0] };
    case 'object':
      return { kind: 'group', fields: fieldsOf(shape) };
    case 'array':
      return controlFor(element).kind === 'text' ? { kind: 'names' } : CODE;
    case 'union':
      return plainOf(schema) === schema ? alternatives(options) : controlFor(plainOf(schema));
    default:
      return CODE;
  }
}

function alternatives(schemas: readonly z.ZodType[]): Control {
  const options = schemas.map((schema) => {
    const control = controlFor(schema);
    return { label: labelOfAlternative(schema, control), schema, control };
  });
  return options.some(({ control }) => control.kind === 'code') ? CODE : { kind: 'alternatives', options };
}

function fieldsOf(shape: Readonly<Record<string, z.ZodType>>): Field[] {
  return Object.entries(shape).map(([key, schema]) => {
    const { label, help, blank = 'none' } = fieldOf(schema);
    return {
      key,
      schema,
      label: label || labelOfKey(key),
      help,
      isRequired: schema._zod.optin === undefined,
      none: isNullable(schema) ? blank : null,
      control: controlFor(schema),
    };
  });
}

/** Those keys of the format that are no label once they are spelled out. */
const LABELS: Readonly<Record<string, string>> = {
  by: 'Person',
  as: 'Alias',
  do: 'What is done',
  every: 'Time between launches',
  count: 'How many',
  errorBar: 'Connection error',
  rejectedReason: 'Rejected Reason',
  problemAction: 'Problem Action',
  actions: 'Actions',
  cases: 'Cases',
  caseType: 'Case type',
  externalApi: 'External API',
  notifications: 'Notifications of',
  inbox: 'Inbox of',
  retry: 'Retry pattern',
  refused: 'Must be refused',
  to: 'Until',
  max: 'Maximum retries',
};

/** `resolutionMethod` → `Resolution method`. */
function labelOfKey(key: string): string {
  const spelled = key.replace(/([A-Z])/g, (capital) => ` ${capital.toLowerCase()}`);
  return LABELS[key] ?? spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** What sets an alternative apart: its own title, else its first key, else what kind of value it is. */
function labelOfAlternative(schema: z.ZodType, control: Control): string {
  const { label } = fieldOf(schema);
  if (label !== '') return label;
  if (control.kind === 'group')
    return control.fields.find(({ isRequired }) => isRequired)?.label ?? 'Nothing in particular';
  return KINDS[control.kind] ?? labelOfKey(control.kind);
}

const KINDS: Readonly<Partial<Record<Control['kind'], string>>> = {
  duration: 'For a while',
  number: 'How many',
  names: 'Which ones',
};

/** A fixed word of the format as people read it. */
export const choiceInWords = (word: string): string =>
  word in WORDS.failure ? WORDS.failure[word as ConnectionFailure].noun : (CHOICES[word] ?? word);

const CHOICES: Readonly<Record<string, string>> = { setInProgress: 'set in progress' };

/** The alternative that a value is, or comes nearest to. */
export function alternativeOf(options: readonly Alternative[], value: unknown): Alternative {
  const right = options.find(({ schema }) => z.safeDecode(schema, value as never).success);
  const nearest = options.reduce((best, each) => (likeness(each, value) > likeness(best, value) ? each : best));
  return right ?? nearest;
}

function likeness({ control }: Alternative, value: unknown): number {
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (control.kind !== 'group') return isMap ? -10 : Number((control.kind === 'names') === Array.isArray(value));
  if (!isMap) return -10;
  const fields = new Map(control.fields.map((field) => [field.key, field]));
  return Object.entries(value).reduce((sum, [key, each]) => {
    const field = fields.get(key);
    if (field === undefined) return sum - 1;
    const isOther = field.control.kind === 'fixed' && field.control.value !== each;
    return sum + (isOther ? -5 : 1);
  }, 0);
}
