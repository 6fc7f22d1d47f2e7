/** A runtime on the direct transport and its journal, for tests that need neither HTTP nor a store. */
import { z } from 'zod';
import { createWorld } from '../../src/engine/create-world.ts';
import { directCaller, directSender } from '../../src/main/external-system/direct.ts';
import type { JournalEntry } from '../../src/main/runtime/ports.ts';
import { Runtime } from '../../src/main/runtime/runtime.ts';
import type { RuntimeOptions } from '../../src/main/runtime/runtime-options.ts';
import { type ScenarioText, scenario } from '../../src/shared/scenario.ts';
import { START } from './given.ts';

/** A runtime with nothing launched yet, and all that it journals; `options` replace what it is made with. */
export function running(
  definitions: ScenarioText,
  options: Partial<RuntimeOptions> = {},
): { runtime: Runtime; journal: JournalEntry[] } {
  const journal: JournalEntry[] = [];
  const runtime = new Runtime({
    world: createWorld(z.decode(scenario, definitions), START, definitions.seed ?? 1),
    now: START,
    seq: 0,
    caller: directCaller,
    sender: directSender,
    journal: { record: (entry) => journal.push(entry), flush: () => undefined },
    ...options,
  });
  return { runtime, journal };
}
