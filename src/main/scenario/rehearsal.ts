/** What a scenario's text amounts to, without opening it: its problems, and how its steps end on a fresh simulator. */
import type { RehearsalReport, RehearsedScenario } from '../../shared/played.ts';
import { inThread } from './in-thread.ts';
import { loadScenarios, type ReadScenario } from './load.ts';
import { loadAside, refusedFile } from './load-aside.ts';
import { type PlayOptions, playWithRules } from './play.ts';
import { pendingStep, taken } from './played-steps.ts';
import type { Problem } from './problem.ts';
import { scenarioReport } from './report-json.ts';

export type OpenStage = PlayOptions['openStage'];

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

  /** Plays a file's text from its first step to its last, each of its examples; the workspace knows nothing of it. */
  async run(fileName: string, text: string): Promise<Rehearsed> {
    if (this.#workerUrl === null) {
      const loaded = loadScenarios(text, fileName);
      return loaded.ok ? rehearse(loaded.scenarios, fileName, this.#openStage) : loaded;
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

/** Plays each scenario that was loaded from a file. Steps after one that never came to rest stay pending. */
export async function rehearse(
  scenarios: readonly ReadScenario[],
  file: string,
  openStage: OpenStage,
): Promise<Rehearsed> {
  const played: RehearsedScenario[] = [];
  for (const read of scenarios) {
    const steps = read.scenario.steps.map((step, index) => pendingStep(step, index + 1));
    const result = await playWithRules(read, {
      file,
      transport: 'direct',
      openStage,
      onTaken: (number, outcome) => {
        const step = steps[number - 1];
        if (step !== undefined) steps[number - 1] = taken(step, outcome);
      },
    });
    const { problems: _, ...report } = scenarioReport(result);
    played.push({ ...report, steps });
  }
  return { ok: true, report: { passed: played.every(({ passed }) => passed), scenarios: played } };
}
