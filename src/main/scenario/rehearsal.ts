/** What a scenario's text amounts to, without opening it: its problems, and how its steps end on a fresh simulator. */
import type { RehearsalReport } from '../../shared/played.ts';
import type { Scenario } from '../../shared/scenario.ts';
import { inThread } from './in-thread.ts';
import { type LoadedExample, loadAside, loadExample, refusedFile } from './load-aside.ts';
import { pendingStep, reportOf, taken } from './played-steps.ts';
import type { Problem } from './problem.ts';
import { runScenario, type Stage } from './run.ts';

export type OpenStage = (scenario: Scenario) => Promise<Stage>;

export interface RehearsalOptions {
  /** The file that the threads run which read and play texts; without it that is done in this one. */
  readonly scenarioWorkerUrl?: URL | null | undefined;
  readonly openStage: OpenStage;
}

export type Rehearsed =
  | { readonly ok: true; readonly report: RehearsalReport }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Real milliseconds that a rehearsal may take. */
const LIMIT_MS = 60_000;

export class Rehearsal {
  readonly #workerUrl: URL | null;
  readonly #openStage: OpenStage;
  readonly #closing = new AbortController();

  constructor({ scenarioWorkerUrl, openStage }: RehearsalOptions) {
    this.#workerUrl = scenarioWorkerUrl ?? null;
    this.#openStage = openStage;
  }

  /** What is wrong with a file's text, in the order of the text. */
  async check(fileName: string, text: string): Promise<readonly Problem[]> {
    const { signal } = this.#closing;
    const loaded = await loadAside(text, fileName, { workerUrl: this.#workerUrl, signal });
    return loaded.ok ? [] : loaded.problems;
  }

  /** Plays a file's text from its first step to its last; the workspace knows nothing of it. */
  async run(fileName: string, text: string): Promise<Rehearsed> {
    if (this.#workerUrl === null) {
      const loaded = loadExample(text, fileName);
      return loaded.ok ? rehearse(loaded, this.#openStage) : loaded;
    }
    const task = { does: 'rehearse', text, fileName } as const;
    const { signal } = this.#closing;
    const played = await inThread<Rehearsed>(this.#workerUrl, task, { limitMs: LIMIT_MS, signal });
    return 'fault' in played ? refusedFile(fileName, played.fault) : played;
  }

  /** Reads and plays no more. */
  close(): void {
    this.#closing.abort();
  }
}

/** Plays a scenario that was loaded. Steps after one that never came to rest stay pending. */
export async function rehearse(
  { scenario, title, stepLines, examples }: Extract<LoadedExample, { ok: true }>,
  openStage: OpenStage,
): Promise<Rehearsed> {
  const exampleCount = examples?.titles.length ?? 1;
  const stage = await openStage(scenario);
  try {
    const steps = scenario.steps.map((step, index) => pendingStep(step, index + 1));
    const { warnings, virtualDurationMs } = await runScenario(stage.target, scenario, (number, outcome) => {
      const step = steps[number - 1];
      if (step !== undefined) steps[number - 1] = taken(step, outcome);
    });
    const lines = warnings.map((each) => (each.step === null ? each : { ...each, line: stepLines[each.step - 1] }));
    return { ok: true, report: { ...reportOf(title, steps, virtualDurationMs), warnings: lines, exampleCount } };
  } finally {
    await stage.close();
  }
}
