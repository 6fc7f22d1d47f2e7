/** *Expect this*: what can be expected of something on screen, each as a scenario says it. */
import { findAction } from '../../engine/decide.ts';
import type { Expectation } from '../../shared/expectation.ts';
import { formatInstant } from '../../shared/instant.ts';
import type { Action } from '../../shared/model.ts';
import type { Expectable } from '../../shared/recording.ts';
import type { World } from '../../shared/world.ts';
import { errorBar } from '../calls/error-bar.ts';
import { actionsInQueue } from '../rows/inbox.ts';
import { expectedInWords } from '../words/expectation-words.ts';
import { actionFields, caseFields, notificationFields } from './fields.ts';

/** One field of it as it is now. */
export interface Expected {
  readonly field: string;
  readonly expectation: Expectation;
  /** `is Waiting`. */
  readonly words: string;
}

/** As short as it can be: `C1/post-invoice` means the newest copy. */
function referenceTo(world: World, { ref, caseRef, actionType, copy }: Action): string {
  const newest = `${caseRef}/${actionType}`;
  return findAction(world, newest)?.ref === ref ? newest : `${newest}/${copy}`;
}

function short(world: World, ref: string): string {
  const action = world.actions.get(ref);
  return action === undefined ? ref : referenceTo(world, action);
}

/** What can be expected of it, in the order in which it is offered; nothing of what is not there. */
export function whatToExpect(world: World, of: Expectable): Expected[] {
  if ('action' in of) {
    const action = findAction(world, of.action);
    return action === undefined ? [] : expected({ action: referenceTo(world, action) }, fieldsOfAction(world, action));
  }
  if ('case' in of) {
    const caseInstance = world.cases.get(of.case);
    if (caseInstance === undefined) return [];
    const { data: _, problemAction, ...fields } = caseFields(caseInstance);
    return expected(of, { ...fields, problemAction: problemAction === null ? null : short(world, problemAction) });
  }
  if ('notifications' in of) {
    if (!world.users.has(of.notifications)) return [];
    const { count, last } = notificationFields(world, of.notifications);
    return expected(of, { count, last: last && { ...last, action: short(world, last.action) } });
  }
  if (!world.queues.includes(of.queue)) return [];
  return expected(of, { actions: actionsInQueue(world, of.queue).map((action) => referenceTo(world, action)) });
}

function fieldsOfAction(world: World, action: Action) {
  const { data: _, phase: __, ...fields } = actionFields(world, action);
  const { status, reason, retries, calls, assignee, queue, ...rest } = fields;
  const isCalling = action.token !== undefined;
  return { status, reason, ...(isCalling && { retries, calls }), ...shownBar(world, action), assignee, queue, ...rest };
}

function shownBar({ startAt }: World, action: Action) {
  const bar = errorBar(action);
  if (bar === null) return {};
  const nextRetryAt = bar.nextRetryAt === null ? null : formatInstant(bar.nextRetryAt, startAt);
  return { errorBar: { nextRetryAt, canRetry: bar.canRetry } };
}

/** What is absent anyway is not offered, save where that tells something: nobody has it, no reason. */
const TELLING_WHEN_ABSENT: ReadonlySet<string> = new Set(['assignee', 'queue', 'reason', 'last']);

function expected(subject: object, fields: object): Expected[] {
  return Object.entries(fields).flatMap(([field, value]) => {
    if (value === null && !TELLING_WHEN_ABSENT.has(field)) return [];
    const expectation = { ...subject, [field]: value } as Expectation;
    return { field, expectation, words: expectedInWords(expectation) };
  });
}
