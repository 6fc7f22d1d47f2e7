/** Why a response is awaited until then, and why an Action is due then (R32–R38). */
import type { ActionType } from '../../shared/definitions.ts';
import type { Action, ActionRef } from '../../shared/model.ts';
import type { World } from '../../shared/world.ts';
import { firstOf, lastOf } from '../facts.ts';
import { exactDuration, instantInWords, sumOf } from '../words/time-words.ts';
import { type Explanation, explanation } from './explanation.ts';

/** Until when a response is awaited, or why there is no limit; `null` where the response clock has not begun to matter. */
export function whyDeadline(world: World, ref: ActionRef): Explanation | null {
  const action = world.actions.get(ref);
  const facts = world.timelines.get(ref) ?? [];
  const created = firstOf(facts, 'actionCreated');
  if (action === undefined || created?.token === undefined) return null;
  const type = world.actionTypes.get(action.actionType);
  const connected = lastOf(facts, 'connected');
  const sinceLaunch = created.responseDeadlineAt;

  if (sinceLaunch !== null && connected?.responseExpected !== false) {
    const withinMs = sinceLaunch - created.at;
    return explanation(
      `Awaited until ${instantInWords(sinceLaunch, world.startAt)}`,
      [
        sumOf('launched', created.at, sinceLaunch, world.startAt),
        'The setting starts the response clock at launch.',
        presentSetting(type, withinMs),
      ],
      ['R35', 'R32', type?.responseWithin !== withinMs && 'R38'],
    );
  }
  if (connected === undefined) return notConnected(type, action.responseClock);
  if (!connected.responseExpected) {
    return explanation(
      'Not waiting for a response',
      [
        `${action.title} expects no response: the connection at ${instantInWords(connected.at, world.startAt)} closed it.`,
      ],
      ['R5'],
    );
  }
  const { responseDeadlineAt } = connected;
  if (responseDeadlineAt === null) {
    return explanation(
      'No time limit for the response',
      [
        action.responseClock === 'launch'
          ? 'The response clock starts at launch, and no time was set for the response then.'
          : 'No time was set for the response when the Action connected.',
        created.dueAt === null
          ? 'It has no due date either: it waits indefinitely.'
          : 'Only its due date limits the wait.',
        type?.responseWithin !== undefined &&
          `It is set to ${exactDuration(type.responseWithin)} now; that starts no clock for an Action that is already waiting.`,
      ],
      ['R34', type?.responseWithin !== undefined && 'R38'],
    );
  }
  const withinMs = responseDeadlineAt - connected.at;
  return explanation(
    `Awaited until ${instantInWords(responseDeadlineAt, world.startAt)}`,
    [sumOf('connected', connected.at, responseDeadlineAt, world.startAt), presentSetting(type, withinMs)],
    ['R35', 'R32', type?.responseWithin !== withinMs && 'R38'],
  );
}

function notConnected(type: ActionType | undefined, clock: Action['responseClock']): Explanation | null {
  if (type === undefined) return null;
  if (!type.responseExpected) {
    return explanation(
      'Not waiting for a response',
      ['The Action type expects no response: connecting closes it.'],
      ['R5'],
    );
  }
  if (clock === 'launch') {
    return explanation(
      'No time limit for the response',
      ['The response clock starts at launch, and no time was set for the response then.'],
      ['R35', 'R34'],
    );
  }
  return explanation(
    'The response clock has not started',
    [
      'It starts when a call connects.',
      type.responseWithin === undefined
        ? 'No time is set for the response: there will be no limit.'
        : `From then on, it waits for the response for ${exactDuration(type.responseWithin)}.`,
    ],
    ['R35', type.responseWithin === undefined && 'R34'],
  );
}

/** R38: the present setting, where it is another than the one that runs. */
function presentSetting(type: ActionType | undefined, withinMs: number): string | null {
  if (type === undefined || type.responseWithin === withinMs) return null;
  const now = type.responseWithin === undefined ? 'blank' : exactDuration(type.responseWithin);
  return `Response expected within is ${now} now; that does not move this deadline.`;
}

/** When the Action is due, and what happens then; `null` without a due date. */
export function whyDue(world: World, ref: ActionRef): Explanation | null {
  const action = world.actions.get(ref);
  const facts = world.timelines.get(ref) ?? [];
  const created = firstOf(facts, 'actionCreated');
  if (action === undefined || created?.dueAt == null) return null;
  const type = world.actionTypes.get(action.actionType);
  const dueMs = created.dueAt - created.at;
  const now = type?.due === undefined ? 'blank' : exactDuration(type.due);
  return explanation(
    `Due ${instantInWords(created.dueAt, world.startAt)}`,
    [
      sumOf('launched', created.at, created.dueAt, world.startAt),
      atTheDueDate(action, type),
      type !== undefined && type.due !== dueMs && `The type’s due date is ${now} now; this Action keeps its own.`,
    ],
    ['R36', 'R33'],
  );
}

function atTheDueDate(action: Action, type: ActionType | undefined): string {
  if (action.phase === 'closed') {
    return action.resolutionMethod === 'No response returned'
      ? 'It was reached with auto-complete on: the Action closed.'
      : 'The Action is closed: the due date ended with it.';
  }
  if (action.overdue) {
    return type?.autoCompleteOnTimeout === true && action.phase !== 'manual'
      ? 'It was reached with auto-complete off: the Action is only overdue.'
      : 'It was reached: the Action is overdue, and nothing else changed.';
  }
  if (action.phase === 'manual') return 'The Action is with people: it will only become overdue.';
  return type?.autoCompleteOnTimeout === true
    ? 'Auto-complete on timeout is on: it will close as No response returned, and pending retries will end.'
    : 'Auto-complete on timeout is off: it will only become overdue.';
}
