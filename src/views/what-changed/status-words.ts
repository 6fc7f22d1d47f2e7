/** The status that an Action or a Case has got, in a clause. */
import type { FactOf } from '../../shared/facts.ts';

/** `To Do: Timeout`; of what is closed `Closed, Done Successfully`. */
export function statusInWords({
  to,
  reason,
  resolutionMethod,
}: Pick<FactOf<'statusChanged' | 'caseStatusChanged'>, 'to' | 'reason' | 'resolutionMethod'>): string {
  return resolutionMethod === null ? `${to}: ${reason}` : `${to}, ${resolutionMethod}`;
}
