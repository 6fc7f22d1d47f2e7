/** The form of a new study that is like one that was played, to be varied. */
import { countText } from '../../../../../shared/counted.ts';
import { formatDuration } from '../../../../../shared/duration.ts';
import type { Configured, Run } from '../../../../../shared/lab.ts';
import { draftedOf } from '../again.ts';
import { FIRST, type Mode, type StudyDraft } from './study-draft.ts';
import { type AxisDraft, axisFor, axisOf } from './value-draft.ts';

/** What a study that varied nothing is varied by: how many retries, how far apart. */
const HOW_MANY_HOW_FAR: readonly AxisDraft[] = [{ ...axisFor('retry.max'), from: '0' }, axisFor('retry.first')];

/** `now`: what is configured at present; what the study was played with instead goes along. */
export function draftLike(run: Run, now: Configured): StudyDraft {
  const { name, actionTypeName, trialCount, seed, windowMs, launchHours } = run;
  const definitions = draftedOf(run, now);
  const mode = modeOf(run);
  const axes = run.axes.length > 0 ? run.axes.map(axisOf) : HOW_MANY_HOW_FAR;
  return {
    ...FIRST,
    actionType: actionTypeName,
    trials: countText(trialCount),
    seed: String(seed),
    window: formatDuration(windowMs),
    launchHours,
    drafted: definitions === null ? null : { of: name, actionTypeName, definitions },
    mode,
    axes: { ...FIRST.axes, [mode]: axes },
  };
}

function modeOf({ axes }: Pick<Run, 'axes'>): Exclude<Mode, 'Compare'> {
  const paths = axes.map(({ path }) => path);
  if (paths.length !== 1) return 'Sweep';
  if (paths[0] === 'outage') return 'Outage';
  return paths[0]?.startsWith('externalApi.') ? 'Sensitivity' : 'Sweep';
}
