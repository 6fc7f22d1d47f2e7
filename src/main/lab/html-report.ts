/** A study of the command line as a page to decide by. */
import type { Limit as Bound, Wish } from '../../shared/lab.ts';
import { givenAt } from '../../views/lab/best.ts';
import { variantName } from '../../views/lab/change-words.ts';
import { headlineOf } from '../../views/lab/headline.ts';
import { decisionReport } from '../../views/report/decision-report.ts';
import { summarySentences } from './compare.ts';
import type { Limit } from './limits.ts';
import type { StudyResult } from './shard.ts';
import { studyName } from './study-name.ts';
import { variantResults } from './variant-result.ts';

/** The page; settings are called what the forms call them. What the API does is taken at its last value, as on screen. */
export function htmlReport(studied: StudyResult, measureNames: readonly string[], limits: readonly Limit[]): string {
  const { study, settings, experiment, base, users, axes, result } = studied;
  const named = study.variants.map(({ changes }) => ({ name: variantName(changes), changes }));
  const variants = variantResults({ users, variants: named, settings, experiment, result });
  const { actionTypeName, seed, windowMs, launchHours = 'any' } = study;
  const played = {
    axes,
    windowMs,
    launchHours,
    playedCount: result.tallies[0]?.trialCount ?? 0,
    variants,
    configured: base,
    startAt: base.startAt,
  };
  const wish: Wish = {
    limits: limits.map(
      ({ measureName, sense, bound }): Bound => ({
        measure: measureName,
        relation: sense === '<=' ? '≤' : '≥',
        value: bound,
      }),
    ),
    cost: 'callsPerLaunch',
    given: givenAt(axes, Number.POSITIVE_INFINITY),
  };
  return decisionReport({
    ...played,
    name: studyName({ actionTypeName, variants: named }, axes),
    actionTypeName,
    seed,
    headline: headlineOf(played, wish),
    sentences: summarySentences(named, result),
    externalApiName: base.externalApiName,
    wish,
    measureNames,
    applied: null,
    now: base,
  });
}
