/** What a run of the Lab is about, as it was asked for: one Action type of a scenario, its variants, how many trials. */
import { orNever } from '../../engine/clocks/end-of-time.ts';
import type { Experiment } from '../../lab/experiment.ts';
import { launchTime, type Spread } from '../../lab/launches.ts';
import type { TrialSetup } from '../../lab/trial-model.ts';
import type { Definitions } from '../../shared/definitions.ts';
import { LAST_INSTANT_WORDS } from '../../shared/instant.ts';
import { MAX_PAIRED, type StudyRequest, type Variant } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import { noWorkingHours } from '../../views/lab/assumptions.ts';
import { setupOf, withChanges, writtenSettings } from './variants.ts';
import { ExperimentError } from './vary.ts';

export interface Study extends Spread {
  readonly actionTypeName: string;
  readonly trialCount: number;
  readonly seed: number;
  readonly variants: readonly Variant[];
}

/** The definitions that a study is of: those that are configured, with what a form holds in the place of what is saved. */
export function studiedDefinitions(
  configured: Definitions,
  { actionTypeName, drafted }: Pick<StudyRequest, 'actionTypeName' | 'drafted'>,
): Definitions {
  const actionType = drafted?.actionType ?? configured.actionTypes[actionTypeName];
  const apiName = actionType?.externalApi;
  return {
    ...configured,
    ...(drafted?.actionType && {
      actionTypes: { ...configured.actionTypes, [actionTypeName]: drafted.actionType },
    }),
    ...(drafted?.externalApi &&
      apiName !== undefined && { externalApis: { ...configured.externalApis, [apiName]: drafted.externalApi } }),
  };
}

/** What is played for a study of these definitions; an `ExperimentError` where a variant cannot be. */
export function experimentOf(definitions: Definitions, startAt: Instant, study: Study): Experiment {
  const base = setupOf(definitions, study.actionTypeName, startAt);
  if (orNever(startAt + study.windowMs) === null) {
    throw new ExperimentError(
      `the launches are spread beyond ${LAST_INSTANT_WORDS}, the end of virtual time: expected a shorter window`,
    );
  }
  const { seed, windowMs, launchHours } = study;
  if (windowMs > 0 && launchTime(startAt, study) === 0) throw new ExperimentError(noWorkingHours(windowMs));
  const variants = study.variants.map(({ changes }) => withChanges(base, changes));
  const paired = variants.length > 1 && variants.length <= MAX_PAIRED;
  return { seed, windowMs, ...(launchHours !== undefined && { launchHours }), variants, paired };
}

/** The settings of each variant as files write them. */
export function settingsOf(definitions: Definitions, startAt: Instant, { actionTypeName, variants }: Study) {
  const base: TrialSetup = setupOf(definitions, actionTypeName, startAt);
  return variants.map(({ changes }) => writtenSettings(withChanges(base, changes), base));
}
