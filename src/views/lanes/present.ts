/** What goes on now: the strip at the end of the lanes. */
import type { Fact } from '../../shared/facts.ts';
import type { Action, Instant } from '../../shared/model.ts';
import { lastOf } from '../facts.ts';
import { instantInWords } from '../words/time-words.ts';
import type { LaneItem, Present } from './lane.ts';
import { withWhom } from './lane-words.ts';
import { standingOf, stateOf } from './standing.ts';

/** `facts`: of the Action; `startAt`: of the clock, as instants of another day come with their date. */
export function presentOf(action: Action, facts: readonly Fact[], startAt: Instant): Present {
  return {
    items: [...ofEnate(action, startAt), ...ofApi(action), ...ofPeople(action, facts)],
    state: stateOf(standingOf(action), false),
  };
}

const planned = (lane: LaneItem['lane'], words: string): LaneItem => ({ lane, words, tone: 'planned' });

function ofEnate(action: Action, startAt: Instant): LaneItem[] {
  const { phase, nextRetryAt, retryCount, responseDeadlineAt, dueAt, overdue } = action;
  if (phase === 'closed') return [];
  const retry = `Retry ${retryCount + 1}`;
  return [
    ...(phase !== 'retry pending'
      ? []
      : [
          planned(
            'Enate',
            nextRetryAt === null ? `${retry} never comes` : `${retry} at ${instantInWords(nextRetryAt, startAt)}`,
          ),
        ]),
    ...(phase === 'manual' || responseDeadlineAt === null
      ? []
      : [planned('Enate', `Response timeout at ${instantInWords(responseDeadlineAt, startAt)}`)]),
    ...(phase === 'awaiting response' && responseDeadlineAt === null
      ? [planned('Enate', 'Waits with no time limit')]
      : []),
    ...(dueAt === null || overdue ? [] : [planned('Enate', `Due ${instantInWords(dueAt, startAt)}`)]),
  ];
}

function ofApi({ phase }: Action): LaneItem[] {
  if (phase === 'calling') return [planned('External API', 'No result yet')];
  return phase === 'awaiting response' ? [planned('External API', 'No response yet')] : [];
}

function ofPeople({ phase, status, assignee, queue }: Action, facts: readonly Fact[]): LaneItem[] {
  if (phase === 'manual') {
    const words = status === 'In Progress' && assignee !== null ? `${assignee} works on it` : withWhom(assignee, queue);
    return [{ lane: 'People', words, tone: 'plain' }];
  }
  const told = lastOf(facts, 'escalated');
  return told === undefined ? [] : [{ lane: 'People', words: `Case owner ${told.owner} was told`, tone: 'escalation' }];
}
