/** Plays one scenario from its first step to its last on a fresh stage, and says what came of it. */
import { exercisedBy } from '../../coverage/coverage.ts';
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import type { Problem } from './problem.ts';
import type { ScenarioResult } from './result.ts';
import { type OnTaken, type Run, runScenario, type Stage } from './run.ts';
import type { StepOutcome } from './take-step.ts';
import type { Transport } from './transport.ts';

export interface PlayOptions {
  /** The name of the scenario's file in the result. */
  readonly file: string;
  readonly transport: Transport;
  readonly openStage: (scenario: Scenario, transport: Transport, signal?: AbortSignal) => Promise<Stage>;
  /** Replaces the file's own. */
  readonly seed?: number | undefined;
  /** Ends the play between two steps, or within one where the stage can: the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Told what came of a step, once it is taken; `number` counts from 1. */
  readonly onTaken?: ((number: number, outcome: StepOutcome) => void) | undefined;
  /** Shown the world after the last step, and what came of the steps. */
  readonly onEnd?: (world: World, run: Run) => void;
}

/** Real milliseconds after which others, and the signal, get a turn. */
const BREATH_MS = 10;

/** Where the steps are in their file. */
export interface Places {
  /** The line of each step, from 1; empty where there is no file. */
  readonly stepLines: readonly number[];
  /** The column in it, from 1. */
  readonly stepColumns: readonly number[];
}

/** What can be played of a file. */
interface Playable extends Places {
  readonly scenario: Scenario;
  readonly title: string;
}

/** Plays a scenario that was loaded. What is not as expected is in the result; a bug throws. */
export async function playScenario(playable: Playable, options: PlayOptions): Promise<ScenarioResult> {
  const { scenario: loaded, title } = playable;
  const { file, transport, openStage, onEnd } = options;
  const startedAt = performance.now();
  options.signal?.throwIfAborted();
  const scenario = options.seed === undefined ? loaded : { ...loaded, seed: options.seed };
  const stage = await openStage(scenario, transport, options.signal);
  try {
    const run = await runScenario(stage.target, scenario, heeding(options));
    const { failures, warnings, virtualDurationMs } = run;
    onEnd?.(stage.target.world, run);
    return {
      file,
      title,
      passed: failures.length === 0,
      failures: failures.map((failure) => withPlace(failure, playable)),
      warnings: warnings.map((warning) => withPlace(warning, playable)),
      seed: scenario.seed,
      transport,
      virtualDurationMs,
      wallMs: Math.round((performance.now() - startedAt) * 10) / 10,
    };
  } finally {
    await stage.close();
  }
}

/** The same, and the rules behind what happened. */
export async function playWithRules(playable: Playable, options: Omit<PlayOptions, 'onEnd'>): Promise<ScenarioResult> {
  const rules: string[] = [];
  const onEnd: PlayOptions['onEnd'] = (world, { refusedBy }) =>
    rules.push(...exercisedBy(playable.scenario, world, refusedBy).rules);
  return { ...(await playScenario(playable, { ...options, onEnd })), rules };
}

/** The result of a file of which nothing ran. */
export function invalidResult(file: string, problems: readonly Problem[]): ScenarioResult {
  return { file, title: file, passed: false, failures: [], warnings: [], virtualDurationMs: 0, wallMs: 0, problems };
}

/** After each step: whoever gave the signal must get a turn to raise it. */
function heeding({ signal, onTaken }: PlayOptions): OnTaken | undefined {
  if (signal === undefined) return onTaken;
  let breathedAt = performance.now();
  return async (number, outcome) => {
    onTaken?.(number, outcome);
    if (performance.now() - breathedAt > BREATH_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      breathedAt = performance.now();
    }
    signal.throwIfAborted();
  };
}

/** With the place of the step in its file. */
export function withPlace<T extends { readonly step: number | null }>(of: T, { stepLines, stepColumns }: Places): T {
  const index = (of.step ?? 0) - 1;
  const [line, column] = [stepLines[index], stepColumns[index]];
  return line === undefined || column === undefined ? of : { ...of, line, column };
}
