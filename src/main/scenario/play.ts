/** Plays one scenario from its first step to its last on a fresh stage, and says what came of it. */
import type { Scenario } from '../../shared/scenario.ts';
import type { World } from '../../shared/world.ts';
import type { Problem } from './problem.ts';
import type { ScenarioResult } from './result.ts';
import { runScenario, type Stage } from './run.ts';
import type { Transport } from './transport.ts';

export interface PlayOptions {
  /** The name of the scenario's file in the result. */
  readonly file: string;
  readonly transport: Transport;
  readonly openStage: (scenario: Scenario, transport: Transport) => Promise<Stage>;
  /** Replaces the file's own. */
  readonly seed?: number | undefined;
  /** Ends the play between two steps: the promise rejects with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Shown the world after the last step. */
  readonly onEnd?: (world: World) => void;
}

/** Real milliseconds after which others, and the signal, get a turn. */
const BREATH_MS = 10;

/** What can be played of a file. */
interface Playable {
  readonly scenario: Scenario;
  readonly title: string;
  /** The line of each step, from 1; empty where there is no file. */
  readonly stepLines: readonly number[];
}

/** Plays a scenario that was loaded. What is not as expected is in the result; a bug throws. */
export async function playScenario(
  { scenario: loaded, title, stepLines }: Playable,
  options: PlayOptions,
): Promise<ScenarioResult> {
  const { file, transport, openStage, signal, onEnd } = options;
  const startedAt = performance.now();
  signal?.throwIfAborted();
  const scenario = options.seed === undefined ? loaded : { ...loaded, seed: options.seed };
  const stage = await openStage(scenario, transport);
  try {
    const { failures, warnings, virtualDurationMs } = await runScenario(stage.target, scenario, heeding(signal));
    onEnd?.(stage.target.world);
    return {
      file,
      title,
      passed: failures.length === 0,
      failures: failures.map((failure) => withLine(failure, stepLines)),
      warnings: warnings.map((warning) => withLine(warning, stepLines)),
      seed: scenario.seed,
      transport,
      virtualDurationMs,
      wallMs: Math.round((performance.now() - startedAt) * 10) / 10,
    };
  } finally {
    await stage.close();
  }
}

/** The result of a file of which nothing ran. */
export function invalidResult(file: string, problems: readonly Problem[]): ScenarioResult {
  return { file, title: file, passed: false, failures: [], warnings: [], virtualDurationMs: 0, wallMs: 0, problems };
}

/** After each step: whoever gave the signal must get a turn to raise it. */
function heeding(signal: AbortSignal | undefined): (() => Promise<void>) | undefined {
  if (signal === undefined) return undefined;
  let breathedAt = performance.now();
  return async () => {
    if (performance.now() - breathedAt > BREATH_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      breathedAt = performance.now();
    }
    signal.throwIfAborted();
  };
}

/** With the place of the step in its file. */
function withLine<T extends { readonly step: number | null }>(of: T, stepLines: readonly number[]): T {
  const line = of.step === null ? undefined : stepLines[of.step - 1];
  return line === undefined ? of : { ...of, line };
}
