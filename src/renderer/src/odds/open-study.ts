/** Odds opened as a study in the Lab. */
import type { OddsQuestion } from '../../../lab/odds.ts';
import type { Drafted } from '../../../shared/lab.ts';
import { attempt } from '../client/act.ts';
import { client } from '../client/client.ts';
import { navigateToNew, paths } from '../stores/address.ts';
import { studyOf } from './study-of.ts';

/** Starts the study and goes there; where a form holds unsaved text one is asked first whether to leave it. */
export const openStudy = (question: OddsQuestion, drafted: Drafted): Promise<void> =>
  navigateToNew(async () => {
    const run = await attempt(client().lab.start(studyOf(question, drafted)));
    return run === null ? null : paths.labRun(run.id);
  });
