/**
 * The value of a file as a scenario. zod would try every alternative of every step and describe what each of them lacks; a step
 * says by its verb, and an expectation by its subject, which one it is.
 */
import { z } from 'zod';
import { expectationSchemas } from '../../shared/expectation.ts';
import { type Scenario, type Step, scenario, schemaByKey, stepSchemas } from '../../shared/scenario.ts';
import { isMap, type MapValue } from './schema-shape.ts';

/** What `z.decode` makes of the value; `null` where the schema refuses it. After the first wrong step nothing more is looked at. */
export function decodeScenario({ steps = [], ...definitions }: MapValue): Scenario | null {
  const decoded = z.safeDecode(scenario, definitions as z.input<typeof scenario>);
  if (!decoded.success || !Array.isArray(steps)) return null;
  const decodedSteps: Step[] = [];
  for (const step of steps) {
    const decodedStep = decodeStep(step);
    if (decodedStep === null) return null;
    decodedSteps.push(decodedStep);
  }
  return { ...decoded.data, steps: decodedSteps };
}

function decodeStep(value: unknown): Step | null {
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
