/** What came of trials of a configuration, played here and now. */
import { type Experiment, Player, Result } from '../../src/lab/experiment.ts';
import type { Tally } from '../../src/lab/tally.ts';
import type { ScenarioText } from '../../src/shared/scenario.ts';
import { setupFor } from './trials.ts';

/** A file with one API and the Action type `post`. */
export function apiFile(
  api: NonNullable<ScenarioText['externalApis']>[string] extends infer T ? Omit<Extract<T, object>, 'url'> : never,
  actionType: Omit<NonNullable<ScenarioText['actionTypes']>[string], 'externalApi'> = {},
  settings: ScenarioText['settings'] = {},
): ScenarioText {
  return {
    settings,
    queues: ['AP'],
    users: { dana: {} },
    externalApis: { erp: { url: 'https://erp.example.test/x', ...api } },
    actionTypes: { post: { externalApi: 'erp', allocation: { queue: 'AP' }, ...actionType } },
  };
}

export interface TallyOptions {
  readonly trials: number;
  readonly seed?: number;
  readonly windowMs?: number;
}

function experimentFor(
  files: readonly ScenarioText[],
  { seed = 1, windowMs = 0 }: Partial<TallyOptions> = {},
): Experiment {
  return { seed, windowMs, variants: files.map(setupFor), paired: files.length > 1 };
}

export function tallyOf(file: ScenarioText, options: TallyOptions): Tally {
  const experiment = experimentFor([file], options);
  const result = new Result(experiment);
  result.merge(new Player(experiment).play(0, options.trials).state);
  return result.tallies[0] as Tally;
}
