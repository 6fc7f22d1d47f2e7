/**
 * What a field says about itself, once, where it is defined: zod's own `title` and `description`, and beside them what only
 * forms and the Lab ask for. Editors' hints, forms, the Lab, comparisons and explanations read it from here.
 */
import type { z } from 'zod';

/** A choice of a field that takes one of several words. */
interface Choice {
  readonly label: string;
  readonly help?: string;
}

/** Beside `title` (the label) and `description` (the help below the field). */
interface FieldMeta {
  /** Stands inside the field, at its right end. */
  readonly unit?: string;
  /** What it means to leave it blank, as a phrase: `no limit`. Only an optional field can be blank. */
  readonly blank?: string;
  /** The words of an enumeration. */
  readonly choices?: Readonly<Record<string, Choice>>;
  /** The Lab may vary it; an example of a range: `1..8`. */
  readonly vary?: string;
  /** A part of a whole, which people type in percent. */
  readonly isShare?: boolean;
  /** Where the real product would not take a value (S1, S3 [A]), a sentence; `null` where it would. */
  readonly beyondProduct?: (value: number) => string | null;
  /** The rules behind it, by their numbers in behaviour.md. */
  readonly rules?: readonly string[];
}

/** The keys of `FieldMeta`: no words of JSON Schema. */
export const FIELD_KEYS = ['unit', 'blank', 'choices', 'vary', 'isShare', 'beyondProduct', 'rules'] as const;

declare module 'zod' {
  interface GlobalMeta extends FieldMeta {}
}

/** A field as who shows it needs it. */
export interface Field extends FieldMeta {
  /** Empty where the schema names none. */
  readonly label: string;
  /** Empty where the schema has none. */
  readonly help: string;
}

/** What is behind *may be left out*, *may be null* and defaults. */
export function innerOf(schema: z.ZodType): z.ZodType {
  const { def } = schema as z.ZodOptional<z.ZodType>;
  return 'innerType' in def ? innerOf(def.innerType) : schema;
}

/** The outermost that is said: a field may be described before or after it may be left out. */
function metaOf(schema: z.ZodType): z.GlobalMeta | undefined {
  const { def } = schema as z.ZodOptional<z.ZodType>;
  return schema.meta() ?? ('innerType' in def ? metaOf(def.innerType) : undefined);
}

/** What a schema, or what is behind its wrappers, says about itself. */
export function fieldOf(schema: z.ZodType): Field {
  const { title = '', description = '', ...rest } = metaOf(schema) ?? {};
  return { ...(rest as FieldMeta), label: title, help: description };
}

/** Its label: `Maximum retries`. */
export const labelOf = (schema: z.ZodType): string => fieldOf(schema).label;

/** Its label in the middle of a sentence: `maximum retries`. */
export const nameOf = (schema: z.ZodType): string => labelOf(schema).replace(/^./, (first) => first.toLowerCase());

/** The least and the greatest number a schema takes; infinite where it has no bound. */
export function rangeOf(schema: z.ZodType): { readonly min: number; readonly max: number } {
  const { minValue, maxValue } = innerOf(schema) as z.ZodNumber;
  return { min: minValue ?? Number.NEGATIVE_INFINITY, max: maxValue ?? Number.POSITIVE_INFINITY };
}

type WithoutDefaults<Shape> = {
  [Key in keyof Shape]: Shape[Key] extends z.ZodPrefault<infer Inner extends z.ZodType> ? Inner : Shape[Key];
};

/** The fields of a map without their defaults: what is left out of a change stays as it is. */
export function withoutDefaults<Shape extends z.ZodRawShape>(shape: Shape): WithoutDefaults<Shape> {
  const bare = Object.entries(shape).map(([key, schema]) => {
    const { def } = schema as z.ZodPrefault<z.ZodType>;
    return [key, def.type === 'prefault' ? def.innerType : schema];
  });
  return Object.fromEntries(bare) as WithoutDefaults<Shape>;
}
