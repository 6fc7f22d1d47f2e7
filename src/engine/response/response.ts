/** What happens to a response: accepted, a duplicate, refused (R25–R30), and the response timeout and due date (R32–R36). */
import { type ActionFact, type Fact, INTEGRATION, type ResponseVerdict } from '../../shared/facts.ts';
import type { Action, Delivery, Instant, ResponseBody } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { factsOfMove, moveFor } from '../action/move.ts';
import { asKept, verdictOn } from './unheeded.ts';

/** What the callback answers to each verdict. */
const HTTP_STATUS = {
  accepted: 200,
  duplicate: 200,
  conflicting: 409,
  late: 409,
  malformed: 400,
  'wrong token': 401,
} as const satisfies Record<ResponseVerdict, number>;

/** A response reaches the Action's callback. Only an accepted one changes anything but the timeline, and is kept whole. */
export function responseReceived(world: World, action: Action, whole: Delivery, at: Instant): Fact[] {
  const delivery = asKept(action, whole);
  const verdict = verdictOn(action, delivery);
  const received: ActionFact = {
    type: 'responseReceived',
    at,
    actionRef: action.ref,
    verdict,
    httpStatus: HTTP_STATUS[verdict],
    body: delivery.body,
    cutFromBytes: delivery.cut?.bytes,
  };
  return verdict === 'accepted' && delivery.body !== null
    ? [received, ...decidedBy(world, action, delivery.body, at)]
    : [received];
}

function decidedBy(world: World, action: Action, body: ResponseBody, at: Instant): Fact[] {
  const row = moveFor(world, action, body.outcome === 'success' ? 'successful response' : 'unsuccessful response');
  if (!row) return [];
  const writes = body.data !== undefined && Object.keys(body.data).length > 0;
  return [
    ...(writes
      ? [{ type: 'caseDataWritten' as const, at, caseRef: action.caseRef, data: body.data ?? {}, by: INTEGRATION }]
      : []),
    ...factsOfMove(world, action, row, at, { by: INTEGRATION }),
  ];
}

/** R32: nothing came within *Response expected within*. */
export function responseTimeout(world: World, action: Action, at: Instant): Fact[] {
  const row = moveFor(world, action, 'response timeout');
  return row ? factsOfMove(world, action, row, at) : [];
}

/** R33: the due date is reached: auto-completes, or marks the Action overdue. */
export function dueDate(world: World, action: Action, at: Instant): Fact[] {
  const row = moveFor(world, action, 'due date');
  return row ? factsOfMove(world, action, row, at) : [];
}
