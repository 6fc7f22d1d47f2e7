/** Which of the names that a text defines a field of a step takes. */
import type { NameList } from '../../../../../views/names-in.ts';

/** Which names a key takes. */
const LIST_OF: Readonly<Record<string, NameList>> = {
  queue: 'queues',
  queues: 'queues',
  user: 'users',
  secondaryUser: 'users',
  by: 'users',
  owner: 'users',
  assignee: 'users',
  notifications: 'users',
  inbox: 'users',
  externalApi: 'externalApis',
  actionType: 'actionTypes',
  caseType: 'caseTypes',
  case: 'cases',
  cases: 'cases',
  action: 'actions',
  actions: 'actions',
  problemAction: 'actions',
  reason: 'reasons',
  resolutionMethod: 'resolutionMethods',
};

export const listOf = (key: string): NameList | null => LIST_OF[key] ?? null;
