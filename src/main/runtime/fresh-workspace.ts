/** A workspace in which nothing happened yet. */
import { createWorld } from '../../engine/create-world.ts';
import { parseIso } from '../../shared/instant.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { Workspace } from './ports.ts';

/** What a scenario defines, at its start; its steps are not taken. `source` is its file's text, where it has one. */
export function freshWorkspace(scenario: Scenario, source: string | null = null): Workspace {
  const startAt = parseIso(scenario.start) ?? 0;
  return {
    title: scenario.title ?? 'Workspace',
    origin: { ...scenario, steps: [] },
    source,
    world: createWorld(scenario, startAt, scenario.seed),
    now: startAt,
    seq: 0,
    history: [],
    player: null,
  };
}
