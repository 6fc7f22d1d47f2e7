/** Runs a scenario from its first step to its last on a simulator that nothing happened on yet. */
import { formatInstant } from '../../shared/instant.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import { RunawayError } from '../runtime/runaway-error.ts';
import type { Failure } from './result.ts';
import { type StepTarget, takeStep } from './take-step.ts';

/** The results of the steps. */
export interface Run {
  readonly failures: readonly Failure[];
  readonly virtualDurationMs: number;
}

/** Takes every step, even after one failed. A step that never comes to rest fails and ends the run. */
export async function runScenario(target: StepTarget, scenario: Scenario): Promise<Run> {
  const failures: Failure[] = [];
  for (const [index, step] of scenario.steps.entries()) {
    try {
      const outcome = await takeStep(target, step, index + 1);
      failures.push(...outcome.failures);
    } catch (error) {
      if (!(error instanceof RunawayError)) throw error;
      failures.push({ step: index + 1, path: 'steps', expected: 'the step comes to rest', actual: error.message });
      break;
    }
  }
  return { failures, virtualDurationMs: target.now - target.world.startAt };
}

/** The timeline of every Action, one entry per line, Actions in creation order; the same for every transport. */
export function* traceLines(title: string, world: World): Generator<string> {
  for (const action of world.actions.values()) {
    for (const { at, kind, who, text } of timelineOf(world.timelines.get(action.ref))) {
      const since = formatInstant(at, world.startAt);
      yield `${JSON.stringify({ scenario: title, action: action.ref, at: new Date(at).toISOString(), since, kind, who, text })}\n`;
    }
  }
}
