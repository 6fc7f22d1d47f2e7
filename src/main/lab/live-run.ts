/** A run of the Lab as it is in memory, and what is told of it at a glance. */
import type { Result } from '../../lab/experiment.ts';
import type { Applied, RunInfo, RunState } from '../../shared/lab.ts';
import type { RunRecord } from './run-record.ts';

/** A run, under way or kept. */
export interface LiveRun extends Omit<RunRecord, 'state' | 'playedCount' | 'wallMs' | 'name' | 'result' | 'applied'> {
  name: string;
  applied: Applied | null;
  state: RunState;
  problem: string | null;
  playedCount: number;
  wallMs: number;
  result: Result;
  readonly abort: AbortController;
  done: Promise<void>;
}

/** Without its results. */
export function infoOf(live: LiveRun): RunInfo {
  const { id, name, startedAt, state, problem, study, startAt, playedCount, wallMs, axes } = live;
  const { actionTypeName, trialCount, seed, windowMs, launchHours = 'any', variants } = study;
  const perMs = wallMs > 0 ? playedCount / wallMs : 0;
  return {
    id,
    name,
    startedAt,
    state,
    problem,
    actionTypeName,
    trialCount,
    playedCount,
    seed,
    windowMs,
    launchHours,
    startAt,
    variantCount: variants.length,
    livesPerSecond: Math.round(perMs * 1_000 * variants.length),
    secondsLeft: state === 'running' && perMs > 0 ? Math.ceil((trialCount - playedCount) / perMs / 1_000) : null,
    axes,
  };
}
