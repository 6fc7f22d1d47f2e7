/** The next scheduled event in words, for the clock bar. */
import type { Timer } from '../../engine/clocks/timers.ts';
import type { NextEvent } from '../../shared/clock-contract.ts';
import type { World } from '../../shared/world.ts';

/** `retry 3 of C1/post-invoice`; who looks says in how long. */
export function nextEvent(world: World, { at, input }: Timer): NextEvent {
  switch (input.type) {
    case 'retryDue': {
      const retryNumber = (world.actions.get(input.actionRef)?.retryCount ?? 0) + 1;
      return { at, kind: 'retry', subject: input.actionRef, text: `retry ${retryNumber} of ${input.actionRef}` };
    }
    case 'callResultDue':
      return { at, kind: 'call result', subject: input.actionRef, text: `result of the call of ${input.actionRef}` };
    case 'response':
      return { at, kind: 'response', subject: input.actionRef, text: `response to ${input.actionRef}` };
    case 'responseTimeout':
      return { at, kind: 'response timeout', subject: input.actionRef, text: `response timeout of ${input.actionRef}` };
    case 'dueDate':
      return { at, kind: 'due date', subject: input.actionRef, text: `due date of ${input.actionRef}` };
    case 'plannedLaunch':
      return { at, kind: 'launch', subject: input.id, text: `launch of ${input.id}` };
    case 'callPlanned':
      throw new Error('a call is planned at once and never scheduled');
  }
}
