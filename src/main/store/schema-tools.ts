/** Small helpers of the store's schemas. */
import { z } from 'zod';
import { withDefaults } from './defaults.ts';

/**
 * A value as code holds it (durations in milliseconds), where `schema` describes how files write it (`30s`). It is checked by
 * writing it the way files do; what an earlier version did not know has its default. Of a schema with many alternatives `choose`
 * may know the only one that can be meant.
 */
export function inCode<Schema extends z.ZodType>(
  schema: Schema,
  choose: (value: unknown) => z.ZodType | null = () => null,
): z.ZodType<z.output<Schema>> {
  const checked = z.custom<z.output<Schema>>().check((context) => {
    const written = z.safeEncode(choose(context.value) ?? schema, context.value as z.output<Schema>);
    if (written.success) return;
    for (const { message, path } of written.error.issues) {
      context.issues.push({ code: 'custom', message, path: [...path], input: context.value });
    }
  });
  const filled = { decode: (value: unknown) => withDefaults(schema, value) as z.output<Schema>, encode: keep };
  return z.codec(z.unknown(), checked, filled) as unknown as z.ZodType<z.output<Schema>>;
}

const keep = (value: unknown) => value;

/** A Map as entries, each key once. */
export function entriesOf<Value extends z.ZodType>(value: Value) {
  return z
    .array(z.tuple([z.string(), value]))
    .refine((entries) => new Set(entries.map(([key]) => key)).size === entries.length, 'expected each name once');
}

/** Entries whose key is the value's own name: `ref` or `id`. */
export function entriesBy<Value extends z.ZodType>(nameOf: (value: z.output<Value>) => string, value: Value) {
  return entriesOf(value).refine(
    (entries) => entries.every(([key, each]) => nameOf(each as z.output<Value>) === key),
    'expected each entry under its own name',
  );
}
