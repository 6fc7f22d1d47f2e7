/** Plays a scenario to see whether one of its expectations does not hold. */
import type { RuleChange } from '../../shared/rule-change.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { worldToJson } from '../../shared/world-json.ts';
import { takeStep } from '../scenario/take-step.ts';
import { bareStage } from './stage.ts';

export interface Tried {
  /** What did not hold, or how it came to a stop; `null` where nothing was noticed. */
  readonly noticed: string | null;
  readonly world: World;
}

export interface TryOptions {
  /** Makes the change of the rules that it is played under. */
  readonly change?: (world: World) => RuleChange;
  /** How many timers one step may run before it is given up: under a wrong rule time may never come to rest. */
  readonly stepBudget?: number;
}

/** Ends at the first expectation that does not hold. A world that the wrong rule makes impossible is noticed too. */
export async function tryScenario(scenario: Scenario, options: TryOptions = {}): Promise<Tried> {
  const target = bareStage(scenario, options);
  try {
    for (const [index, step] of scenario.steps.entries()) {
      const { failures } = await takeStep(target, step, index + 1);
      if (failures.length > 0) return { noticed: `step ${index + 1}`, world: target.world };
    }
  } catch (error) {
    return { noticed: error instanceof Error ? error.message : String(error), world: target.world };
  }
  return { noticed: null, world: target.world };
}

/** What no expectation can read: when clocks run out, how a wait was worked out, what an API is about to do. */
const UNREAD = new Set(['responseDeadlineAt', 'dueAt', 'arithmetic', 'plan']);

/** All of what happened in a world that an expectation can read, and where calls went, as text that compares. */
export function happenings(world: World): string {
  const { cases, actions, aliases, notifications, timelines, plannedLaunches, plannedResponses } = worldToJson(world);
  const calls = [...world.externalApis].map(([name, { callCount, lastRequest }]) => [name, callCount, lastRequest]);
  const scheduledCounts = [plannedLaunches.length, plannedResponses.length];
  return JSON.stringify({ cases, actions, aliases, notifications, timelines, calls, scheduledCounts }, (key, value) =>
    UNREAD.has(key) ? undefined : value,
  );
}
