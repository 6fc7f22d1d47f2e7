/** Scenario files that were found for rows of the state table: with what is expected before and after the row is taken. */
import { exactReference } from '../../engine/decide.ts';
import type { Expectation } from '../../shared/expectation.ts';
import { fileNameOf } from '../../shared/file-name.ts';
import type { Expectable } from '../../shared/recording.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { whatToExpect } from '../../views/expected/expect-this.ts';
import { tryScenario } from '../bare-stage/play.ts';
import { recordedText } from '../scenario/recorded-text.ts';
import { findScenarios } from './search.ts';

export interface Generated {
  readonly row: string;
  readonly fileName: string;
  readonly text: string;
}

/** A file for each of the rows, in their order; one that nothing was found for is left out. */
export async function generate(rows: readonly string[]): Promise<Generated[]> {
  const found = await findScenarios(rows);
  const generated: Generated[] = [];
  for (const row of rows) {
    const scenario = found.get(row);
    if (scenario === undefined) continue;
    const title = row.replace('n < M', 'retries left').replace('n ≥ M', 'no retries left');
    const text = recordedText({ ...(await withExpectations(scenario)), title }, new Map());
    generated.push({ row, fileName: `${fileNameOf(title, 'scenario')}.yaml`, text });
  }
  return generated;
}

async function withExpectations(scenario: Scenario): Promise<Scenario> {
  const [before, last] = [scenario.steps.slice(0, -1), scenario.steps.slice(-1)];
  const steps = [
    ...before,
    ...(await expectedAfter({ ...scenario, steps: before })),
    ...last,
    ...(await expectedAfter(scenario)),
  ];
  const whole = { ...scenario, steps };
  const { noticed } = await tryScenario(whole);
  if (noticed !== null) throw new Error(`what was expected of a generated scenario does not hold: ${noticed}`);
  return whole;
}

/** All that holds of the Actions and of their Cases, each in one step; nothing of what was not launched. */
async function expectedAfter(scenario: Scenario): Promise<Scenario['steps']> {
  const { world } = await tryScenario(scenario);
  if (world.actions.size === 0) return [];
  const subjects: Expectable[] = [
    ...[...world.actions.values()].map((action) => ({ action: exactReference(action) })),
    ...[...world.cases.keys()].map((name) => ({ case: name })),
  ];
  return subjects.map((of) => ({ expect: allOf(world, of) }));
}

const allOf = (world: World, of: Expectable): Expectation =>
  Object.assign({}, ...whatToExpect(world, of).map(({ expectation }) => expectation));
