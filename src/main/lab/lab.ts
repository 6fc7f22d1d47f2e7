/**
 * The Lab of the app: studies that run in worker threads, and the runs that are kept. A study is of the definitions as they
 * stand when it starts; what is configured later changes nothing in it.
 */
import { randomUUID } from 'node:crypto';
import { type Experiment, Result } from '../../lab/experiment.ts';
import type { Definitions } from '../../shared/definitions.ts';
import type { Applied, Run, RunInfo, StudyRequest, TrialPick, Variant } from '../../shared/lab.ts';
import type { DayRequest, DayRun } from '../../shared/lab-day.ts';
import type { Instant } from '../../shared/model.ts';
import type { Scenario } from '../../shared/scenario.ts';
import { firstWish } from '../../views/lab/best.ts';
import { variantName } from '../../views/lab/change-words.ts';
import { headlineOf } from '../../views/lab/headline.ts';
import { summarySentences } from './compare.ts';
import { DayRuns } from './day-runs.ts';
import { infoOf, type LiveRun } from './live-run.ts';
import { runExperiment } from './run-experiment.ts';
import { type RunFiles, readRun, runFileName, writeRun } from './run-record.ts';
import { RunReports } from './run-reports.ts';
import { experimentOf, type Study, settingsOf, studiedDefinitions } from './study.ts';
import { studyName } from './study-name.ts';
import { findTrial, trialScenario } from './trial-scenario.ts';
import { variantResults } from './variant-result.ts';
import { combinations, setupOf } from './variants.ts';
import { ExperimentError, parseVaried, type Varied } from './vary.ts';

export interface LabOptions {
  readonly files: RunFiles;
  /** The file that worker threads run; `null` plays here, between other things. */
  readonly workerUrl: URL | null;
  /** How many of them; the result does not depend on it. */
  readonly workerCount: number;
  /** What is configured at present, as far as it is on disk: a run is kept, and must not know of what a crash takes back. */
  readonly present: () => Promise<Present>;
}

/** What a run plays. */
export interface Present {
  readonly definitions: Definitions;
  readonly startAt: Instant;
}

const FOLDER = 'runs';
/** Where the longest life is looked for: playing them again takes as long as the study took with one worker. */
const SLOWEST_AMONG = 1_000_000;

/** A run that was started, or why there is none. */
export type StartResult =
  | { readonly ok: true; readonly run: RunInfo }
  | { readonly ok: false; readonly message: string };

export class Lab {
  readonly #options: LabOptions;
  readonly #runs = new Map<string, LiveRun>();
  readonly days: DayRuns;
  readonly reports: RunReports;
  #loading: Promise<void> | null = null;
  #problems: readonly string[] = [];

  constructor(options: LabOptions) {
    this.#options = options;
    this.days = new DayRuns(options.workerUrl);
    this.reports = new RunReports({
      run: async (id) => {
        const [run, played] = [await this.run(id), this.#runs.get(id)];
        return run && played ? { ...run, played } : null;
      },
      present: options.present,
    });
  }

  /** Starts a study; says why where it cannot be played. */
  async start(request: StudyRequest): Promise<StartResult> {
    await this.#load();
    try {
      return { ok: true, run: this.#start(request, await this.#options.present()) };
    } catch (error) {
      if (error instanceof ExperimentError) return { ok: false, message: error.message };
      throw error;
    }
  }

  /** Starts days of what is configured now; says why where they cannot be played. */
  async startDays(
    request: DayRequest,
  ): Promise<{ readonly ok: true; readonly run: DayRun } | Extract<StartResult, { ok: false }>> {
    try {
      return { ok: true, run: this.days.start({ ...(await this.#options.present()), request }) };
    } catch (error) {
      if (error instanceof ExperimentError) return { ok: false, message: error.message };
      throw error;
    }
  }

  #start(request: StudyRequest, { definitions: configured, startAt }: Present): RunInfo {
    const definitions = studiedDefinitions(configured, request);
    const { actionTypeName, trialCount, seed, windowMs, launchHours } = request;
    const axes: Varied[] = 'vary' in request ? request.vary.map(parseVaried) : [];
    const variants = 'vary' in request ? combinations(axes).map(inWords) : request.variants;
    const repeated = variants.find(({ name }, index) => variants.findIndex((each) => each.name === name) !== index);
    if (repeated) throw new ExperimentError(`two variants are called ${repeated.name}`);
    const hours = launchHours === 'working' ? { launchHours } : {};
    const study: Study = { actionTypeName, trialCount, seed, windowMs, ...hours, variants };
    const experiment = experimentOf(definitions, startAt, study);
    const live: LiveRun = {
      id: randomUUID(),
      name: request.name?.trim() || studyName(study, axes),
      startedAt: new Date().toISOString(),
      state: 'running',
      problem: null,
      playedCount: 0,
      wallMs: 0,
      axes: axes.map(({ path, values }) => ({ path, values: [...values] })),
      study,
      startAt,
      applied: null,
      definitions,
      experiment,
      result: new Result(experiment),
      abort: new AbortController(),
      done: Promise.resolve(),
    };
    this.#runs.set(live.id, live);
    live.done = this.#play(live, experiment);
    return infoOf(live);
  }

  /** All runs, newest first. */
  async runs(): Promise<RunInfo[]> {
    await this.#load();
    return [...this.#runs.values()].map(infoOf).sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  }

  /** Which kept runs could not be read, and why; their files are left as they are. */
  async problems(): Promise<readonly string[]> {
    await this.#load();
    return this.#problems;
  }

  /** A run with its results so far; `null` if there is none of this id. */
  async run(id: string): Promise<Run | null> {
    await this.#load();
    const live = this.#runs.get(id);
    if (live === undefined) return null;
    const { definitions, startAt, study, experiment, result, applied } = live;
    const settings = settingsOf(definitions, startAt, study);
    const { users } = definitions;
    const variants = variantResults({ users, variants: study.variants, settings, experiment, result });
    const sentences = variants.length === 0 ? [] : summarySentences(study.variants, result);
    const { actionType, externalApi, settings: inForce } = setupOf(definitions, study.actionTypeName, startAt);
    const configured = { actionType, externalApi, settings: inForce };
    const info = infoOf(live);
    const headline = headlineOf({ ...info, variants, configured }, firstWish(info.axes));
    return { ...info, configured, applied, variants, headline, sentences };
  }

  /** Resolves when a run has ended, however. */
  async ended(id: string): Promise<void> {
    await this.#runs.get(id)?.done;
  }

  /** Ends a run with what there is. */
  async cancel(id: string): Promise<void> {
    await this.#load();
    const live = this.#runs.get(id);
    live?.abort.abort();
    await live?.done;
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#load();
    const live = this.#runs.get(id);
    if (live === undefined) return;
    live.name = name;
    await this.#keep(live);
  }

  /** Notes that settings of one of a run's variants were saved; the latest stands. */
  async noteApplied(id: string, what: Omit<Applied, 'at'>): Promise<void> {
    await this.#load();
    const live = this.#runs.get(id);
    if (live === undefined) return;
    live.applied = { ...what, at: new Date().toISOString() };
    await this.#keep(live);
  }

  async remove(id: string): Promise<void> {
    await this.cancel(id);
    if (!this.#runs.delete(id)) return;
    await this.#options.files.remove(`${FOLDER}/${runFileName(id)}`);
  }

  /** A life of a run as a scenario to step through; `null` where no life was like that. */
  async trial(id: string, variant: number, pick: TrialPick): Promise<Scenario | null> {
    await this.#load();
    const live = this.#runs.get(id);
    const setup = live?.experiment.variants[variant];
    if (live === undefined || setup === undefined) return null;
    const { variants: _, paired: __, ...launched } = live.experiment;
    const count = Math.min(live.playedCount, 'slowest' in pick ? SLOWEST_AMONG : live.playedCount);
    const index = findTrial(setup, { ...launched, index: 0 }, pick, count);
    return index === null ? null : trialScenario(live.definitions, setup, { ...launched, index });
  }

  /** Ends what is under way and forgets every run; nothing of them is written any more. Their files are for whoever asked to remove. */
  async forget(): Promise<void> {
    await this.#load();
    await this.close();
    this.#runs.clear();
    this.days.forget();
    this.#problems = [];
  }

  /** Ends what is under way; for closing the app. */
  async close(): Promise<void> {
    await Promise.all([this.days.close(), ...[...this.#runs.keys()].map((id) => this.cancel(id))]);
  }

  async #play(live: LiveRun, experiment: Experiment): Promise<void> {
    const { workerCount, workerUrl } = this.#options;
    try {
      const progress = await runExperiment({
        experiment,
        from: 0,
        to: live.study.trialCount,
        workerCount,
        workerUrl,
        signal: live.abort.signal,
        onProgress: ({ playedCount, wallMs, result }) => Object.assign(live, { playedCount, wallMs, result }),
      });
      live.result = progress.result;
      live.playedCount = progress.playedCount;
      live.wallMs = progress.wallMs;
      live.state = progress.playedCount < live.study.trialCount ? 'cancelled' : 'finished';
    } catch (error) {
      live.state = 'failed';
      live.problem = error instanceof Error ? error.message : String(error);
    }
    try {
      await this.#keep(live);
    } catch (error) {
      live.problem = `it could not be saved: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  async #keep(live: LiveRun): Promise<void> {
    const { state, problem: _, abort: __, done: ___, ...record } = live;
    if (state !== 'finished' && state !== 'cancelled') return;
    await this.#options.files.writeAtomically(`${FOLDER}/${runFileName(live.id)}`, writeRun({ ...record, state }));
  }

  #load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<void> {
    const { files } = this.#options;
    const problems: string[] = [];
    for (const name of await files.list(FOLDER)) {
      const file = `${FOLDER}/${name}`;
      if (!name.endsWith('.json')) continue;
      const run = await files.read(file).then(
        (text) => (text === null ? null : readRun(text, name)),
        (error: Error) => ({ problem: error.message }),
      );
      if (run === null) continue;
      if ('problem' in run) {
        problems.push(`${file} could not be read: ${run.problem}. It was left as it is.`);
        continue;
      }
      this.#runs.set(run.id, { ...run, problem: null, abort: new AbortController(), done: Promise.resolve() });
    }
    this.#problems = problems;
  }
}

/** A combination of a sweep, called as the forms call its settings. */
const inWords = ({ changes }: Variant): Variant => ({ name: variantName(changes), changes });
