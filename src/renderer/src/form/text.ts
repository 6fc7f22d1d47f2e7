/**
 * What people type ⇄ what is defined: a form's schema, made of the definition's own. A number is its digits, a share its
 * percentage, a duration `1h30m` (`durationText` says what else); what may be left out is blank. The definition's limits and sentences are the form's.
 */
import { z } from 'zod';
import { fieldOf, innerOf } from '../../../shared/field.ts';
import { durationText } from './typed-duration.ts';

/** How a form holds a value. */
type TextOf<T> = [T] extends [boolean]
  ? boolean
  : [T] extends [string | number]
    ? string
    : [T] extends [readonly unknown[]]
      ? T
      : { readonly [Key in keyof T]-?: TextOf<NonNullable<T[Key]>> };

export type TextSchema<T> = z.ZodType<T, TextOf<T>>;

/** The kinds of controls. */
export type ControlKind = 'number' | 'duration' | 'text' | 'switch' | 'choice' | 'list' | 'group';

type Definition = { readonly type: string; readonly innerType: z.ZodType; readonly shape: Record<string, z.ZodType> };
const definitionOf = (schema: z.ZodType) => schema.def as unknown as Definition;

const CONTROLS: Readonly<Record<string, ControlKind>> = {
  number: 'number',
  // The one codec from text that definitions have.
  pipe: 'duration',
  string: 'text',
  boolean: 'switch',
  enum: 'choice',
  array: 'list',
  object: 'group',
};

/** Which control a field has. */
export function controlOf(schema: z.ZodType): ControlKind {
  const { type } = definitionOf(innerOf(schema));
  const control = CONTROLS[type];
  if (control === undefined) throw new Error(`no control holds a ${type}`);
  return control;
}

/** An empty field is not a number, and not 0. */
export const toNumber = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

/** A share is typed in percent; rounding keeps 0.07 from becoming 7.000000000000001. */
export const toPercent = (share: number) => String(Number((share * 100).toPrecision(15)));
export const fromPercent = (text: string) => Number((toNumber(text) / 100).toPrecision(15));

const PERCENTAGE_EXPECTED = 'expected a percentage from 0 to 100';
const percentage = z.number(PERCENTAGE_EXPECTED).min(0, PERCENTAGE_EXPECTED).max(1, PERCENTAGE_EXPECTED);

/** The form's schema of a definition's schema. Defaults have no say: a form shows every field. */
export function textOf<Schema extends z.ZodType>(schema: Schema): TextSchema<z.output<Schema>> {
  return built(schema) as unknown as TextSchema<z.output<Schema>>;
}

function built(schema: z.ZodType): z.ZodType {
  const { type, innerType, shape } = definitionOf(schema);
  if (type === 'optional') return mayBeBlank(innerType);
  if (innerType !== undefined) return built(innerType);
  switch (controlOf(schema)) {
    case 'number':
      return fieldOf(schema).isShare === true
        ? z.codec(z.string(), percentage, { decode: fromPercent, encode: toPercent })
        : z.codec(z.string(), schema as z.ZodNumber, { decode: toNumber, encode: String });
    case 'duration':
      return z.codec(z.string(), schema as z.ZodString, { decode: durationText, encode: (text) => text });
    case 'text':
      return z.codec(z.string(), schema as z.ZodString, { decode: (text) => text.trim(), encode: (text) => text });
    case 'group':
      return group(shape);
    default:
      return schema;
  }
}

function mayBeBlank(inner: z.ZodType): z.ZodType {
  const text = built(inner);
  if (controlOf(inner) === 'group') {
    return z.codec(text, z.unknown(), {
      decode: (value) => (Object.keys(value as object).length === 0 ? undefined : value),
      encode: (value) => value ?? {},
    });
  }
  return z.codec(z.string(), (text as z.ZodString).optional(), {
    decode: (typed) => (typed.trim() === '' ? undefined : typed),
    encode: (typed) => typed ?? '',
  });
}

/** In a form every field is there; in a value those that were left blank are not. */
function group(shape: Readonly<Record<string, z.ZodType>>): z.ZodType {
  const texts = z.object(Object.fromEntries(Object.entries(shape).map(([key, each]) => [key, built(each)])));
  return z.codec(texts, z.unknown(), {
    decode: (value) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)),
    encode: (value) => {
      const given = value as Record<string, unknown>;
      return Object.fromEntries(Object.keys(shape).map((key) => [key, given[key]]));
    },
  });
}
