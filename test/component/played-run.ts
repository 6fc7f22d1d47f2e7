/** A run of the Lab as the simulator tells of it, played here and now. */
import { Player, Result } from '../../src/lab/experiment.ts';
import { experimentOf, settingsOf } from '../../src/main/lab/study.ts';
import { variantResults } from '../../src/main/lab/variant-result.ts';
import { combinations, setupOf } from '../../src/main/lab/variants.ts';
import { parseVaried } from '../../src/main/lab/vary.ts';
import type { Run } from '../../src/shared/lab.ts';
import type { Scenario } from '../../src/shared/scenario.ts';
import { variantName } from '../../src/views/lab/change-words.ts';
import { START } from './world.tsx';

interface Played {
  readonly actionTypeName: string;
  /** Without it, as it is configured. */
  readonly vary?: readonly string[];
  readonly windowMs?: number;
  readonly playedCount?: number;
  readonly trialCount?: number;
}

export function playedRun(definitions: Scenario, played: Played): Run {
  const { actionTypeName, vary = [], windowMs = 86_400_000, playedCount = 1_000, trialCount = playedCount } = played;
  const axes = vary.map(parseVaried);
  const variants = combinations(axes).map(({ changes }) => ({ name: variantName(changes), changes }));
  const study = { actionTypeName, trialCount, seed: 1, windowMs, variants };
  const experiment = experimentOf(definitions, START, study);
  const result = new Result(experiment);
  result.merge(new Player(experiment).play(0, playedCount).state);
  const { actionType, externalApi, settings } = setupOf(definitions, actionTypeName, START);
  return {
    id: 'run',
    name: 'A study',
    startedAt: '2026-01-05T15:00:00Z',
    state: playedCount < trialCount ? 'running' : 'finished',
    problem: null,
    actionTypeName,
    trialCount,
    playedCount,
    seed: 1,
    windowMs,
    launchHours: 'any',
    startAt: START,
    variantCount: variants.length,
    livesPerSecond: 1_000,
    secondsLeft: null,
    axes,
    configured: { actionType, externalApi, settings },
    applied: null,
    headline: [],
    sentences: [],
    variants: variantResults({
      users: definitions.users,
      variants,
      settings: settingsOf(definitions, START, study),
      experiment,
      result,
    }),
  };
}
