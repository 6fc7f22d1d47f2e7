/**
 * A step of a file as code has it. zod would try every alternative of every step; a step says by its verb, and an expectation by its
 * subject, which one it is.
 */
import { z } from 'zod';
import { expectationSchemas } from './expectation.ts';
import { type Step, schemaByKey, stepSchemas } from './scenario.ts';

/** What `z.decode` makes of a step; `null` where its schema refuses it. */
export function decodeStep(value: unknown): Step | null {
  if (!isMap(value)) return null;
  const schema = schemaByKey(stepSchemas, value);
  if (schema !== stepSchemas.expect) return schema === null ? null : (decode(schema, value) as Step | null);
  const { expect, ...others } = value;
  const subject = isMap(expect) ? schemaByKey(expectationSchemas, expect) : null;
  if (subject === null || Object.keys(others).length > 0) return null;
  const decoded = decode(subject, expect);
  return decoded === null ? null : ({ expect: decoded } as Step);
}

function decode(schema: z.core.$ZodType, value: unknown): unknown {
  const { success, data } = z.safeDecode(schema as z.ZodType, value);
  return success ? data : null;
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
