/** Plays the scenarios of one file that a run asks for, one after another. */
import { exercisedBy } from '../../coverage/coverage.ts';
import type { Exercised } from '../../coverage/coverage-tally.ts';
import type { World } from '../../shared/world.ts';
import { timelinesOf } from '../scenario/action-timelines.ts';
import type { ReadScenario } from '../scenario/load.ts';
import { loadScenariosOf } from '../scenario/load-file.ts';
import { invalidResult, type PlayOptions, playScenario } from '../scenario/play.ts';
import type { ScenarioResult, WarningKind } from '../scenario/result.ts';
import { type Run, traceLines } from '../scenario/run.ts';
import { strictly } from '../scenario/strict.ts';
import type { Transport } from '../scenario/transport.ts';

/** What a run asks of every file. Plain data: it is sent to threads. */
export interface Asked {
  readonly transport: Transport;
  /** Takes the place of the files' own. */
  readonly seed: number | undefined;
  /** Take the place of defaults of parameters. */
  readonly vars: ReadonlyMap<string, unknown>;
  /** Scenarios with a title that it matches, and with one of the tags. */
  readonly grep: RegExp | null;
  readonly tags: readonly string[];
  /** Warnings that fail a scenario. */
  readonly strict: readonly WarningKind[];
  readonly wants: Wants;
}

/** What besides the result is worked out. */
export interface Wants {
  readonly trace: boolean;
  readonly timelines: boolean;
  readonly exercised: boolean;
}

/** A file, and how many of its scenarios were played before. */
export interface FileToPlay {
  readonly file: string;
  /** What it holds; absent where that is to be read. */
  readonly text?: string | undefined;
  readonly from: number;
}

/** What came of one scenario. */
export interface Played {
  readonly result: ScenarioResult;
  /** Lines of NDJSON; empty where it was not asked for, `null` where the scenario did not come to its end. */
  readonly trace: string | null;
  readonly exercised: Exercised | null;
}

/** What happens in a file, in order: each scenario begins, then was played. An invalid file was played, as a whole. */
export type Event =
  | { readonly type: 'began'; readonly number: number; readonly scenario: Begun }
  | { readonly type: 'played'; readonly played: Played };

/** What is known of a scenario before it is played. */
export type Begun = Pick<ReadScenario, 'title' | 'stepLines' | 'stepColumns'> & { readonly seed: number };

export type Stages = Pick<PlayOptions, 'openStage' | 'onTaken'>;

/** Which of a file's scenarios are played is asked of its title and tags. */
export async function* playFile(toPlay: FileToPlay, asked: Asked, stages: Stages): AsyncGenerator<Event> {
  const { file, text, from } = toPlay;
  const loaded = await loadScenariosOf(file, { text, vars: asked.vars });
  if (!loaded.ok) {
    yield { type: 'played', played: { result: invalidResult(file, loaded.problems), trace: null, exercised: null } };
    return;
  }
  for (const [index, read] of loaded.scenarios.entries()) {
    if (index < from || !isAskedFor(read, asked)) continue;
    const { title, stepLines, stepColumns, scenario } = read;
    yield {
      type: 'began',
      number: index + 1,
      scenario: { title, stepLines, stepColumns, seed: asked.seed ?? scenario.seed },
    };
    yield { type: 'played', played: await playRead(file, read, asked, stages) };
  }
}

const isAskedFor = ({ title, scenario: { tags = [] } }: ReadScenario, { grep, tags: wanted }: Asked) =>
  (grep === null || grep.test(title)) && (wanted.length === 0 || wanted.some((tag) => tags.includes(tag)));

async function playRead(file: string, read: ReadScenario, asked: Asked, stages: Stages): Promise<Played> {
  const { transport, seed, strict, wants } = asked;
  let trace = '';
  let exercised: Exercised | null = null;
  let timelines: ScenarioResult['timelines'];
  const onEnd = (world: World, { refusedBy }: Run) => {
    if (wants.trace) trace = [...traceLines(read.title, world)].join('');
    if (wants.timelines) timelines = timelinesOf(world);
    if (wants.exercised) exercised = exercisedBy(read.scenario, world, refusedBy);
  };
  const played = await playScenario(read, { file, transport, seed, onEnd, ...stages });
  // Assigned in a callback, which the compiler does not see.
  const { rules } = (exercised as Exercised | null) ?? {};
  const result = { ...played, ...(rules && { rules }), ...(timelines && { timelines }) };
  return { result: strictly(result, strict), trace, exercised };
}
