/** What a report is of: a study, what was configured when it was played, and what was asked of it. */

import type { Configured, Run, Wish } from '../../shared/lab.ts';

export interface ReportedStudy
  extends Pick<
    Run,
    | 'name'
    | 'actionTypeName'
    | 'playedCount'
    | 'seed'
    | 'windowMs'
    | 'launchHours'
    | 'startAt'
    | 'axes'
    | 'variants'
    | 'headline'
    | 'sentences'
    | 'configured'
    | 'applied'
  > {
  readonly externalApiName: string;
  /** What is configured when the report is made; `null` where that Action type calls no API any more. */
  readonly now: Configured | null;
  /** What was wished for; without limits nothing is recommended. */
  readonly wish: Wish;
  /** Measures to be told of beside the usual ones, by name. */
  readonly measureNames: readonly string[];
}
