/** Values that an earlier version wrote: a setting that it did not know has its default. */
import { z } from 'zod';

/** `value`, which `schema` describes, with the defaults of what is missing in its maps with fixed keys, at any depth. */
export function withDefaults(schema: z.ZodType, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) {
    return withDefaults((schema as z.ZodOptional<z.ZodType>).unwrap(), value);
  }
  const given = value as Readonly<Record<string, unknown>>;
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const meant = (schema.options as z.ZodObject[]).find((option) => isMeant(option, given));
    return meant === undefined ? value : withDefaults(meant, value);
  }
  if (!(schema instanceof z.ZodObject)) return value;
  const missing = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, each]) => {
    const present = given[key];
    if (present !== undefined) {
      const whole = withDefaults(each, present);
      return whole === present ? [] : [[key, whole]];
    }
    return each instanceof z.ZodPrefault ? [[key, z.decode(each, undefined)]] : [];
  });
  return missing.length === 0 ? value : { ...given, ...Object.fromEntries(missing) };
}

/** By the words that tell the alternatives apart. */
function isMeant(option: z.ZodObject, given: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(option.shape).every(
    ([key, each]) => !(each instanceof z.ZodLiteral) || each.values.has(given[key] as string),
  );
}
