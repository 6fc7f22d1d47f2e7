/** Plays scenarios to find out what they exercise, as fast as that goes: without a store, and without HTTP. */
import { exercisedBy } from '../../coverage/coverage.ts';
import type { Exercised } from '../../coverage/coverage-tally.ts';
import type { Scenario } from '../../shared/scenario.ts';
import { bareStage } from '../bare-stage/stage.ts';
import { Breath } from '../runtime/breath.ts';
import { runScenario } from '../scenario/run.ts';

/** A scenario, and what it is called in reports. */
export interface NamedScenario {
  readonly file: string;
  readonly scenario: Scenario;
}

export type ExercisedByFile = Exercised & { readonly file: string };

/** Plays each to its end, also where an expectation does not hold; others have their turns between two of them. */
export async function exercise(scenarios: readonly NamedScenario[]): Promise<ExercisedByFile[]> {
  const breath = new Breath();
  const exercised: ExercisedByFile[] = [];
  for (const { file, scenario } of scenarios) {
    const target = bareStage(scenario);
    const { refusedBy } = await runScenario(target, scenario);
    exercised.push({ file, ...exercisedBy(scenario, target.world, refusedBy) });
    if (breath.isDue) await breath.take();
  }
  return exercised;
}
