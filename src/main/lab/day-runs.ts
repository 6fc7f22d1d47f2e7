/** Days under way and played, for the screen. They are not kept over a restart: playing them again gives the same. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import { orNever } from '../../engine/clocks/end-of-time.ts';
import { LAST_INSTANT_WORDS } from '../../shared/instant.ts';
import type { DayRun } from '../../shared/lab-day.ts';
import { dayReport } from '../../views/report/day-report.ts';
import { type ReportFile, reportFile } from '../../views/report/report-file.ts';
import { type Day, type DayPlan, hasOwnOutages } from './day.ts';
import { outcomeOf } from './day-outcome.ts';
import { type DayPair, playDayPair } from './day-pair.ts';
import { setupOf } from './variants.ts';
import { ExperimentError } from './vary.ts';
import type { WorkerTask } from './worker-task.ts';

interface Live {
  readonly id: string;
  readonly plan: DayPlan;
  readonly days: DayPair[];
  readonly abort: AbortController;
  state: DayRun['state'];
  problem: string | null;
  done: Promise<void>;
}

/** How many runs of days are remembered. */
const REMEMBERED = 20;

export class DayRuns {
  readonly #workerUrl: URL | null;
  readonly #runs = new Map<string, Live>();

  constructor(workerUrl: URL | null) {
    this.#workerUrl = workerUrl;
  }

  /** Starts the days of a plan; an `ExperimentError` where they cannot be played. */
  start(plan: DayPlan): DayRun {
    const { definitions, request, startAt } = plan;
    setupOf(definitions, request.actionTypeName, startAt);
    if (orNever(startAt + request.lengthMs) === null) {
      throw new ExperimentError(
        `the day ends after ${LAST_INSTANT_WORDS}, the end of virtual time: expected an earlier start`,
      );
    }
    for (const name of [request.owner, ...request.people.map((person) => person.name)]) {
      if (definitions.users[name] === undefined) throw new ExperimentError(`there is no user ${name}`);
    }
    const abort = new AbortController();
    const live: Live = {
      id: randomUUID(),
      plan,
      days: [],
      abort,
      state: 'running',
      problem: null,
      done: Promise.resolve(),
    };
    this.#runs.set(live.id, live);
    for (const [id, { state }] of [...this.#runs].slice(0, -REMEMBERED)) if (state !== 'running') this.#runs.delete(id);
    live.done = this.#play(live).then(
      () => {
        live.state = live.days.length < request.dayCount ? 'cancelled' : 'finished';
      },
      (error: unknown) => {
        live.state = 'failed';
        live.problem = error instanceof Error ? error.message : String(error);
      },
    );
    return viewOf(live);
  }

  /** The results of a run so far; `null` if no run has this id. */
  run(id: string): DayRun | null {
    const live = this.#runs.get(id);
    return live === undefined ? null : viewOf(live);
  }

  /** The days of a run as a page to be handed on; `null` if there is none of this id, or no day was played yet. */
  report(id: string): ReportFile | null {
    const live = this.#runs.get(id);
    if (live === undefined || live.days.length === 0) return null;
    const { definitions, request, startAt } = live.plan;
    const configured = setupOf(definitions, request.actionTypeName, startAt);
    const { externalApiName } = configured;
    const page = dayReport({ run: viewOf(live), configured, externalApiName, users: definitions.users });
    return reportFile(`working day ${request.actionTypeName}`, Date.now(), page);
  }

  async cancel(id: string): Promise<void> {
    const live = this.#runs.get(id);
    live?.abort.abort();
    await live?.done;
  }

  async ended(id: string): Promise<void> {
    await this.#runs.get(id)?.done;
  }

  /** Remembers none of them; to be called when they have ended. */
  forget(): void {
    this.#runs.clear();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#runs.keys()].map((id) => this.cancel(id)));
  }

  async #play(live: Live): Promise<void> {
    if (this.#workerUrl !== null) return playInWorker(live, this.#workerUrl);
    for (let index = 0; index < live.plan.request.dayCount && !live.abort.signal.aborted; index += 1) {
      live.days.push(await playDayPair(live.plan, index));
    }
  }
}

function playInWorker({ plan, days, abort }: Live, workerUrl: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, { workerData: { days: plan } satisfies WorkerTask });
    const end = (settle: () => void) => {
      settle();
      void worker.terminate();
    };
    abort.signal.addEventListener('abort', () => end(resolve), { once: true });
    worker.on('error', (error) => end(() => reject(error)));
    worker.on('message', (pair: DayPair) => {
      days.push(pair);
      if (days.length === plan.request.dayCount) end(resolve);
      else worker.postMessage(days.length);
    });
    worker.postMessage(0);
  });
}

function viewOf({ id, state, problem, plan, days }: Live): DayRun {
  const { request, startAt } = plan;
  const outcome = (played: readonly Day[]) => (played.length === 0 ? null : outcomeOf(played, request));
  return {
    id,
    state,
    problem,
    playedCount: days.length,
    dayCount: request.dayCount,
    startAt,
    request,
    hasOwnOutages: hasOwnOutages(plan),
    plain: outcome(days.map(({ plain }) => plain)),
    withOutage: outcome(days.flatMap(({ withOutage }) => withOutage ?? [])),
    withoutAny: outcome(days.flatMap(({ withoutAny }) => withoutAny ?? [])),
  };
}
