/** A workspace in which nothing happened yet. */
import { createWorld } from '../../engine/create-world.ts';
import { parseIso } from '../../shared/instant.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { Workspace } from './ports.ts';

export interface FreshWorkspaceOptions {
  /** The text of the scenario's file, where it has one. */
  readonly source?: string | null;
  /** What callback secrets are made with; without it they follow from the seed. */
  readonly callbackKey?: string | null;
}

/** What a scenario defines, at its start; its steps are not taken. */
export function freshWorkspace(scenario: Scenario, options: FreshWorkspaceOptions = {}): Workspace {
  const { source = null, callbackKey = null } = options;
  const startAt = parseIso(scenario.start) ?? 0;
  return {
    title: scenario.title ?? 'Workspace',
    origin: { ...scenario, steps: [] },
    source,
    world: createWorld(scenario, startAt, scenario.seed, callbackKey),
    now: startAt,
    seq: 0,
    history: [],
    player: null,
  };
}
