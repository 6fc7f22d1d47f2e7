/** Odds as a study of the Lab: the same settings, launches and seed, so the same lives. */
import { z } from 'zod';
import { ODDS_SEED, ODDS_TRIALS, type OddsQuestion } from '../../../lab/odds.ts';
import { actionType, externalApi } from '../../../shared/definitions.ts';
import type { Drafted, StudyText } from '../../../shared/lab.ts';

/** What the Lab is asked for; `drafted` is what of the settings is not saved. */
export function studyOf({ setup, windowMs }: OddsQuestion, drafted: Drafted): StudyText {
  const isDrafted = drafted.actionType !== undefined || drafted.externalApi !== undefined;
  const { actionTypeName } = setup;
  return {
    name: `Odds of ${setup.actionType.title ?? actionTypeName}`,
    actionTypeName,
    trialCount: ODDS_TRIALS,
    seed: ODDS_SEED,
    windowMs,
    variants: [{ name: isDrafted ? 'as in the form' : 'as configured', changes: [] }],
    ...(isDrafted && {
      drafted: {
        ...(drafted.actionType && { actionType: z.encode(actionType, drafted.actionType) }),
        ...(drafted.externalApi && { externalApi: z.encode(externalApi, drafted.externalApi) }),
      },
    }),
  };
}
