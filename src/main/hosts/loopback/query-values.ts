/** In a query all is text. */
import { z } from 'zod';
import { innerOf } from '../../../shared/field.ts';

/**
 * The input of a call by GET, with a number, `true` or `false` where its schema takes one. What does not look like one stays text, and is
 * refused in words. Other schemas than a map, and other inputs, stay as they are.
 */
export function fromQuery(schema: unknown, input: unknown): unknown {
  if (!(schema instanceof z.ZodObject) || typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => [
      key,
      Object.hasOwn(schema.shape, key) && typeof value === 'string' ? valueIn(schema.shape[key], value) : value,
    ]),
  );
}

function valueIn(schema: z.ZodType, text: string): unknown {
  const inner = innerOf(schema);
  if (inner instanceof z.ZodNumber && /^-?\d{1,15}(?:\.\d{1,15})?$/.test(text)) return Number(text);
  if (inner instanceof z.ZodBoolean && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}
