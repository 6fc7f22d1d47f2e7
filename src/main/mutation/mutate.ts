/** Which scenarios notice that a setting of theirs, or a rule of the simulator, is another one (scenario-format.md, `mutate`). */
import { exercisedBy } from '../../coverage/coverage.ts';
import { factMutants } from '../../mutation/fact-mutants.ts';
import type { RuleMutant } from '../../mutation/mutant.ts';
import { rowMutants } from '../../mutation/row-mutants.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { happenings, tryScenario } from '../bare-stage/play.ts';
import { watched } from './reads.ts';
import { type SettingMutant, settingMutants } from './setting-mutants.ts';

/** A scenario that passes as it is. */
export interface Examined {
  readonly file: string;
  readonly title: string;
  readonly scenario: Scenario;
}

interface Mutant {
  readonly id: string;
  readonly what: string;
  readonly noticedBy: readonly string[];
}

export interface MutationReport {
  readonly mutants: readonly Mutant[];
  /** Those that no scenario could notice, and why; they do not count. */
  readonly equivalent: readonly { readonly id: string; readonly what: string; readonly why: string }[];
  /** Of `mutants` that are noticed, from 0 to 100, to one decimal and never rounded up. */
  readonly percent: number;
}

export interface MutateOptions {
  readonly settings: boolean;
  readonly rules: boolean;
}

/** How many timers one step may run under a wrong rule: this many at least, or ten for each thing that happens under the right ones. */
const LEAST_BUDGET = 20_000;
const BUDGET_SHARE = 10;

/** Plays every mutant on every scenario that can notice it. */
export async function mutate(
  examined: readonly Examined[],
  { settings, rules }: MutateOptions,
): Promise<MutationReport> {
  const played: Played[] = [];
  for (const each of examined) {
    const facts = new Set<string>();
    let factCount = 0;
    const note = (happened: Fact[]) => {
      for (const { type } of happened) facts.add(type);
      factCount += happened.length;
      return happened;
    };
    const { world } = await tryScenario(each.scenario, { change: () => ({ facts: note }) });
    const rows = new Set(exercisedBy(each.scenario, world).rows);
    played.push({ ...each, world, facts, rows, stepBudget: Math.max(LEAST_BUDGET, BUDGET_SHARE * factCount) });
  }
  const mutants: Mutant[] = [];
  const equivalent: MutationReport['equivalent'][number][] = [];
  if (settings) {
    for (const each of played) {
      for (const mutant of settingMutants(each.scenario)) {
        const { file } = each;
        const tried = await tryScenario(mutant.scenario, { stepBudget: each.stepBudget });
        const id = `${file}${isOneOfSeveral(each, played) ? ` (${each.title})` : ''}: ${mutant.path}`;
        const why = tried.noticed === null ? await whyEquivalent(each, mutant, tried.world) : null;
        if (why !== null) equivalent.push({ id, what: mutant.what, why });
        else mutants.push({ id, what: mutant.what, noticedBy: tried.noticed === null ? [] : [file] });
      }
    }
  }
  if (rules) {
    for (const mutant of [...rowMutants(), ...factMutants()]) {
      const { id, what } = mutant;
      mutants.push({ id, what, noticedBy: await noticedBy(mutant, played) });
    }
  }
  const noticedCount = mutants.filter((each) => each.noticedBy.length > 0).length;
  const share = mutants.length === 0 ? 1 : noticedCount / mutants.length;
  return { mutants, equivalent, percent: Math.floor(share * 1000) / 10 };
}

interface Played extends Examined {
  /** At the end, with the rules and settings as they are. */
  readonly world: World;
  readonly rows: ReadonlySet<string>;
  /** The types of what happened. */
  readonly facts: ReadonlySet<string>;
  /** What goes on for longer by far than it does as it is, is given up. */
  readonly stepBudget: number;
}

const isOneOfSeveral = ({ file }: Examined, all: readonly Examined[]) =>
  all.filter((other) => other.file === file).length > 1;

async function noticedBy({ rows, fact, change }: RuleMutant, played: readonly Played[]): Promise<string[]> {
  const files = new Set<string>();
  for (const each of played) {
    const isReached = (rows?.some((row) => each.rows.has(row)) ?? true) && (fact === null || each.facts.has(fact));
    if (files.has(each.file) || !isReached) continue;
    const { noticed } = await tryScenario(each.scenario, { change, stepBudget: each.stepBudget });
    if (noticed !== null) files.add(each.file);
  }
  return [...files];
}

/** Why no expectation could notice it; `null` where one could, or that cannot be told. */
async function whyEquivalent(played: Played, mutant: SettingMutant, world: World): Promise<string | null> {
  const [before, after] = [happenings(played.world), happenings(world)];
  if (before === after) {
    const { definitions, reads } = watched(played.scenario);
    await tryScenario(definitions);
    return reads.has(mutant.path) ? 'nothing that an expectation can read is different' : 'no rule reads it';
  }
  if (!NAMES_FOR_PEOPLE.test(mutant.path)) return null;
  const [from, to] = [mutant.from, mutant.to].map((text) => JSON.stringify(text).slice(1, -1)) as [string, string];
  return before === after.replaceAll(to, from) ? 'only a text that is passed on' : null;
}

/** Nothing is decided by them. */
const NAMES_FOR_PEOPLE = /\.(title|url)$/;
