/** Finds a smallest scenario for each row of the state table, by trying: fewer choices and steps come before more. */
import { rowId } from '../../coverage/rows.ts';
import { rowsTaken } from '../../coverage/rows-taken.ts';
import type { Scenario, Step } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { happenings, tryScenario } from '../bare-stage/play.ts';
import { CHOICES, type Choice, launched, STEPS } from './alphabet.ts';

/** So many choices and steps a scenario may have, all rows are within. */
const LARGEST = 5;

interface Recipe {
  readonly choices: readonly Choice[];
  readonly steps: readonly Step[];
}

/** What was found by row; a row that nothing was found for is left out. */
export async function findScenarios(rows: Iterable<string>): Promise<Map<string, Scenario>> {
  const missing = new Set(rows);
  const found = new Map<string, Scenario>();
  // Of the same size, those with few steps are soon tried.
  const searches = subsetsOf(CHOICES)
    .sort((left, right) => right.length - left.length)
    .map((choices) => new Search(choices));
  for (let size = 0; size <= LARGEST; size += 1) {
    for (const search of searches) {
      if (search.size !== size) continue;
      if (missing.size === 0) return found;
      for (const { taken, recipe } of await search.goOn()) {
        for (const row of taken) {
          if (missing.delete(row)) found.set(row, await shrunk(recipe, row));
        }
      }
    }
  }
  return found;
}

/** All combinations of choices that go together. */
function subsetsOf(choices: readonly Choice[]): Choice[][] {
  const subsets: Choice[][] = [[]];
  for (const choice of choices) {
    const others = subsets.filter((each) => each.every(({ kind }) => kind !== choice.kind));
    subsets.push(...others.map((each) => [...each, choice]));
  }
  return subsets;
}

interface Tried {
  readonly recipe: Recipe;
  readonly taken: ReadonlySet<string>;
}

/** The step by step longer scenarios with the same choices. One that comes to where another one was is not gone on with. */
class Search {
  readonly #choices: readonly Choice[];
  readonly #launched: Scenario;
  readonly #seen = new Set<string>();
  #depth = 0;
  #open: readonly (readonly Step[])[] = [[]];

  constructor(choices: readonly Choice[]) {
    this.#choices = choices;
    this.#launched = launched(choices);
  }

  /** How large the scenarios are that are tried next. */
  get size(): number {
    return this.#choices.length + this.#depth;
  }

  /** Tries those that are a step longer than those before. */
  async goOn(): Promise<Tried[]> {
    const tried: Tried[] = [];
    const open: (readonly Step[])[] = [];
    for (const steps of this.#open) {
      const recipe = { choices: this.#choices, steps };
      const { world } = await tryScenario(withSteps(this.#launched, steps));
      const state = happenings(world);
      if (this.#seen.has(state)) continue;
      this.#seen.add(state);
      tried.push({ recipe, taken: takenIn(world) });
      open.push(...STEPS.map((step) => [...steps, step]));
    }
    this.#open = open;
    this.#depth += 1;
    return tried;
  }
}

const madeBy = ({ choices, steps }: Recipe): Scenario => withSteps(launched(choices), steps);

const withSteps = (scenario: Scenario, steps: readonly Step[]): Scenario => ({
  ...scenario,
  steps: [...scenario.steps, ...steps],
});

const takenIn = (world: World): Set<string> =>
  new Set([...world.actions.keys()].flatMap((ref) => rowsTaken(world.timelines.get(ref) ?? []).map(rowId)));

/** Without each choice and step that the row can do without. */
async function shrunk(recipe: Recipe, row: string): Promise<Scenario> {
  let { choices, steps } = recipe;
  const takes = async (shorter: Recipe) => takenIn((await tryScenario(madeBy(shorter))).world).has(row);
  for (const choice of recipe.choices) {
    const others = choices.filter((each) => each !== choice);
    if (await takes({ choices: others, steps })) choices = others;
  }
  for (const step of recipe.steps) {
    const others = steps.toSpliced(steps.indexOf(step), 1);
    if (await takes({ choices, steps: others })) steps = others;
  }
  return madeBy({ choices, steps });
}
