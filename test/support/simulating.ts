/** A simulator in memory, without HTTP, on the definitions of a scenario. */
import { z } from 'zod';
import { createSimulator } from '../../src/main/create-simulator.ts';
import type { Simulator } from '../../src/main/simulator.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';

/** None of the scenario's steps are taken. */
export function simulating(text: ScenarioText): Promise<Simulator> {
  return createSimulator({
    dataDir: null,
    callbackBase: null,
    transport: 'direct',
    initial: { ...z.decode(scenario, text), steps: [] },
  });
}
