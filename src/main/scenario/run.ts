/** Runs a scenario from its first step to its last on a simulator that nothing happened on yet. */
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { stateOfEntry } from '../../views/expected/state.ts';
import { timelineOf } from '../../views/timeline/entries.ts';
import { RunawayError } from '../runtime/runaway-error.ts';
import { emptyWarnings } from './checks-nothing.ts';
import type { Failure, Warning } from './result.ts';
import { type StepOutcome, type StepTarget, takeStep } from './take-step.ts';

/** The results of the steps. */
export interface Run {
  readonly failures: readonly Failure[];
  /** In the order of the steps; what is said of the scenario as a whole comes first. */
  readonly warnings: readonly Warning[];
  /** The rules that steps were refused by, each once. */
  readonly refusedBy: ReadonlySet<string>;
  readonly virtualDurationMs: number;
}

/** A fresh simulator that a scenario is played on, with its definitions and none of its steps taken. */
export interface Stage {
  readonly target: StepTarget;
  close(): Promise<void>;
}

/** Told what came of each step, before the next one is taken; `number` counts from 1. What it throws ends the run. */
export type OnTaken = (number: number, outcome: StepOutcome) => void | Promise<void>;

/** Takes every step, even after one failed. A step that never comes to rest fails and ends the run. */
export async function runScenario(target: StepTarget, scenario: Scenario, onTaken?: OnTaken): Promise<Run> {
  const failures: Failure[] = [];
  const warnings = emptyWarnings(scenario);
  const refusedBy = new Set<string>();
  for (const [index, step] of scenario.steps.entries()) {
    const outcome = await takeOrRunAway(target, step, index + 1);
    failures.push(...outcome.failures);
    for (const rule of outcome.refusedBy ?? []) refusedBy.add(rule);
    if (outcome.warning) warnings.push({ ...outcome.warning, step: index + 1 });
    await onTaken?.(index + 1, outcome);
    if (outcome.isEnd) break;
  }
  warnings.sort((left, right) => (left.step ?? 0) - (right.step ?? 0));
  return { failures, warnings, refusedBy, virtualDurationMs: target.now - target.world.startAt };
}

async function takeOrRunAway(
  target: StepTarget,
  step: Step,
  number: number,
): Promise<StepOutcome & { readonly isEnd: boolean }> {
  try {
    return { ...(await takeStep(target, step, number)), isEnd: false };
  } catch (error) {
    if (!(error instanceof RunawayError)) throw error;
    const failure = { step: number, path: 'steps', expected: 'the step comes to rest', actual: error.message };
    return { failures: [failure], note: null, isEnd: true };
  }
}

/** The timeline of every Action, an entry a line, Actions in creation order; the same for every transport. */
export function* traceLines(title: string, world: World): Generator<string> {
  for (const action of world.actions.values()) {
    for (const entry of timelineOf(world.timelines.get(action.ref))) {
      const told = stateOfEntry(entry, world.startAt);
      yield `${JSON.stringify({ scenario: title, action: action.ref, ...told })}\n`;
    }
  }
}
