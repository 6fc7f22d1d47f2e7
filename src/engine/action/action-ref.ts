/** What Actions are called. */
import type { ActionRef, CaseRef } from '../../shared/model.ts';

/** `C1/post-invoice` for the first copy, `C1/post-invoice/2` for the second. */
export function actionRefFor(caseRef: CaseRef, actionType: string, copy: number): ActionRef {
  return copy === 1 ? `${caseRef}/${actionType}` : `${caseRef}/${actionType}/${copy}`;
}
