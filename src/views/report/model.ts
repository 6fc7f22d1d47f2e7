/** What a report is of: a study, what was configured when it was played, and what was asked of it. */

import type { Run, Wish } from '../../shared/lab.ts';
import type { Instant } from '../../shared/model.ts';
import type { Configured } from '../lab/present.ts';

export interface ReportedStudy
  extends Pick<
    Run,
    'name' | 'actionTypeName' | 'playedCount' | 'seed' | 'windowMs' | 'axes' | 'variants' | 'headline' | 'sentences'
  > {
  readonly externalApiName: string;
  readonly configured: Configured;
  readonly startAt: Instant;
  /** What was wished for; without limits nothing is recommended. */
  readonly wish: Wish;
  /** Measures to be told of beside the usual ones, by name. */
  readonly measureNames: readonly string[];
}
