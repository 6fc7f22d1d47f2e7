/** The value of a file as a scenario: its definitions by their schema, its steps one by one (`decode-step.ts`). */
import { z } from 'zod';
import { decodeStep } from '../../shared/decode-step.ts';
import { type Scenario, type Step, scenario } from '../../shared/scenario.ts';
import type { MapValue } from './schema-shape.ts';

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
