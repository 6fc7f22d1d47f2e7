/** Which scenarios notice that a setting of theirs, or a rule of the simulator, is another one (scenario-format.md, `mutate`). */
import { exercisedBy } from '../../coverage/coverage.ts';
import { factMutants } from '../../mutation/fact-mutants.ts';
import type { RuleMutant } from '../../mutation/mutant.ts';
import { rowMutants } from '../../mutation/row-mutants.ts';
import type { Fact } from '../../shared/facts.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import { happenings, tryScenario } from '../bare-stage/play.ts';
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
  /** A setting with which nothing that an expectation can read is different at the end: it takes other steps to notice it. */
  readonly needsOtherSteps?: true;
}

export interface MutationReport {
  readonly mutants: readonly Mutant[];
  /** Settings by which nothing is decided; they do not count. */
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
      for (const moves of settingMutants(each.scenario)) {
        const moved = await move(each, moves);
        if (moved === null) continue;
        const { mutant, outcome } = moved;
        const { file } = each;
        const { what, path } = mutant;
        const id = `${file}${isOneOfSeveral(each, played) ? ` (${each.title})` : ''}: ${path}`;
        if (outcome === 'passed on') equivalent.push({ id, what, why: 'only a text that is passed on' });
        else if (outcome === 'noticed') mutants.push({ id, what, noticedBy: [file] });
        else mutants.push({ id, what, noticedBy: [], ...(outcome === 'same' && { needsOtherSteps: true }) });
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

type MovedOutcome = 'noticed' | 'survives' | 'same' | 'passed on';

/** Takes the first move after which something happens otherwise, or else the first; `null` where there is none. */
async function move(
  played: Played,
  moves: Iterable<SettingMutant>,
): Promise<{ readonly mutant: SettingMutant; readonly outcome: MovedOutcome } | null> {
  let first: SettingMutant | null = null;
  for (const mutant of moves) {
    const { noticed, world } = await tryScenario(mutant.scenario, { stepBudget: played.stepBudget });
    const outcome = noticed === null ? whatIfUnnoticed(played, mutant, world) : 'noticed';
    if (outcome !== 'same') return { mutant, outcome };
    first ??= mutant;
  }
  return first && { mutant: first, outcome: 'same' };
}

/** A text was only passed on if all that happened is the same once the old one is put back wherever the new one stands. */
function whatIfUnnoticed(played: Played, { isPassedOn, from, to }: SettingMutant, world: World): MovedOutcome {
  const [before, after] = [happenings(played.world), happenings(world)];
  if (!isPassedOn) return before === after ? 'same' : 'survives';
  const [old, put] = [from, to].map((text) => JSON.stringify(text).slice(1, -1)) as [string, string];
  return before === after.replaceAll(put, () => old) ? 'passed on' : 'survives';
}
