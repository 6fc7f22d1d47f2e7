/**
 * An Action's life as a picture: marks on five lanes, read from its facts, and the folded time axis they stand on. Pure
 * layout; how a mark looks is the renderer's style table.
 */

import { actionType, retryPattern } from '../../shared/definitions.ts';
import { describeDuration } from '../../shared/duration.ts';
import type { ActionFact, Fact, FactOf } from '../../shared/facts.ts';
import { fieldOf, labelOf } from '../../shared/field.ts';
import type { Action, Instant } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import { isType } from '../facts.ts';
import { type Density, type TimeAxis, timeAxis } from './axis.ts';
import { callMarks, gapMarks } from './call-marks.ts';
import { byTime, leftWaiting, type Mark, type MarkKind } from './mark.ts';

/** Every mark of an Action, by time, then top to bottom. They change only with its facts, never with the clock alone. */
export function marksOf(facts: readonly Fact[], action: Action): Mark[] {
  const own = facts as readonly ActionFact[];
  const marks = [
    ...statusMarks(own),
    ...callMarks(own, action),
    ...gapMarks(own, action),
    ...responseMarks(own),
    ...deadlineMarks(own, action),
    ...eventMarks(own),
  ];
  return marks.sort(byTime);
}

export interface Layout {
  readonly width: number;
  readonly density: Density;
  /** Where the stretches begin that a person opened. */
  readonly opened: ReadonlySet<Instant>;
  /** How wide the label of a stretch of that length is. */
  readonly labelWidth?: (lengthMs: number) => number;
}

export interface Extent {
  /** The last instant that a mark names, planned ones included. */
  readonly last: Instant;
  /** Whether something goes on, so that the picture ends with the clock once that is later. */
  readonly goesOn: boolean;
}

export function extentOf(marks: readonly Mark[]): Extent {
  const last = marks.reduce((latest, { from, to }) => Math.max(latest, to ?? from), 0);
  return { last, goesOn: marks.some((mark) => mark.to === null) };
}

/** The axis the marks stand on, up to `end`: now, or the last of them where that is later. */
export function axisFor(marks: readonly Mark[], end: Instant, layout: Layout): TimeAxis {
  const landmarks = marks.flatMap(({ from, to }) => [from, to ?? end]);
  const busy = marks.filter(({ kind }) => kind.startsWith('call ')).map(({ from, to }) => ({ from, to: to ?? end }));
  return timeAxis({ landmarks, busy, ...layout });
}

function statusMarks(facts: readonly ActionFact[]): Mark[] {
  const changes = facts.filter(isType('statusChanged'));
  return changes.flatMap((change, index): Mark[] => {
    const end = change.to === 'Closed' ? change.at : (changes[index + 1]?.at ?? null);
    // `Resolved` is always passed through on the way to `Closed`.
    if (change.to === 'Resolved' && end === change.at) return [];
    const ending = change.resolutionMethod === null ? '' : `, ${change.resolutionMethod}`;
    const lasted = end === null || end === change.at ? '' : ` For ${describeDuration(end - change.at)}.`;
    return [
      {
        id: `status-${index}`,
        lane: 'Status',
        kind: 'status',
        from: change.at,
        to: end,
        isPlanned: false,
        title: `${change.to}${ending}`,
        text: `${change.reason}, set by ${change.by}.${change.note === undefined ? '' : ` “${change.note}”`}${lasted}`,
        status: change.to,
        resolutionMethod: change.resolutionMethod,
      },
    ];
  });
}

const RESPONSE_KINDS = {
  accepted: 'successful response',
  duplicate: 'repeated response',
  conflicting: 'refused response',
  late: 'refused response',
  malformed: 'refused response',
  'wrong token': 'refused response',
} as const satisfies Record<FactOf<'responseReceived'>['verdict'], MarkKind>;

function responseMarks(facts: readonly ActionFact[]): Mark[] {
  return facts.flatMap((fact, index): Mark[] => {
    if (fact.type === 'connected' && fact.responseExpected) return [waitingMark(fact, facts)];
    if (fact.type !== 'responseReceived') return [];
    const { verdict, body, httpStatus, at } = fact;
    const isNo = verdict === 'accepted' && body?.outcome === 'unsuccessful';
    const outcome = verdict === 'accepted' && body !== null ? `: ${body.outcome}` : '';
    const reason = body?.reason === undefined ? '' : `“${body.reason}” `;
    return [
      {
        id: `response-${index}`,
        lane: 'Response',
        kind: isNo ? 'unsuccessful response' : RESPONSE_KINDS[verdict],
        from: at,
        to: at,
        isPlanned: false,
        title: `Response ${WORDS.verdict[verdict].noun}${outcome}`,
        text: `${reason}Answered with HTTP ${httpStatus}.`,
      },
    ];
  });
}

function waitingMark(connected: FactOf<'connected'>, facts: readonly ActionFact[]): Mark {
  const end = leftWaiting(facts, connected.at);
  const lasted = end ? describeDuration(end.at - connected.at) : '';
  const without = connected.responseDeadlineAt === null ? ' No time limit.' : '';
  return {
    id: `waiting-${connected.callNumber}`,
    lane: 'Response',
    kind: 'waiting for the response',
    from: connected.at,
    to: end?.at ?? null,
    isPlanned: false,
    title: 'Waiting for the response',
    text: end
      ? `Ended after ${lasted}: ${end.to}, ${end.reason}.`
      : `Connected by call ${connected.callNumber}.${without}`,
  };
}

function deadlineMarks(facts: readonly ActionFact[], action: Action): Mark[] {
  const mark = (
    kind: 'response timeout' | 'due date',
    at: Instant,
    isPlanned: boolean,
    title: string,
    text: string,
  ): Mark => ({
    id: kind,
    lane: 'Deadlines',
    kind,
    from: at,
    to: at,
    isPlanned,
    title,
    text,
  });
  const marks: Mark[] = [];
  if (action.responseDeadlineAt !== null) {
    const text = 'Without a response by then, the Action is handed to people.';
    marks.push(mark('response timeout', action.responseDeadlineAt, true, 'Response awaited until', text));
  }
  if (action.dueAt !== null && !action.overdue) {
    const { label, help } = fieldOf(actionType.shape.due);
    marks.push(mark('due date', action.dueAt, true, label, help));
  }
  for (const fact of facts) {
    if (fact.type === 'becameOverdue')
      marks.push(mark('due date', fact.at, false, 'Due date reached', 'Overdue since then.'));
    if (fact.type !== 'statusChanged' || fact.reason !== 'Timeout') continue;
    if (fact.to === 'Closed')
      marks.push(mark('due date', fact.at, false, 'Due date reached', 'This closed the Action.'));
    else if (fact.from === 'Waiting') {
      marks.push(mark('response timeout', fact.at, false, 'Response timeout', 'No response came in time.'));
    }
  }
  return marks;
}

function eventMarks(facts: readonly ActionFact[]): Mark[] {
  return facts.flatMap((fact, index): Mark[] => {
    const mark = (kind: MarkKind, title: string, text: string): Mark[] => [
      { id: `event-${index}`, lane: 'Events', kind, from: fact.at, to: fact.at, isPlanned: false, title, text },
    ];
    if (fact.type === 'escalated') return mark('escalation', 'Escalated', `The Case owner ${fact.owner} was told.`);
    if (fact.type === 'maximumSaved') {
      const text = `Saved by ${fact.by}; the Action shows ${fact.displayedMaximum}.`;
      return mark('settings change', `${labelOf(retryPattern.shape.max)} ${fact.from} → ${fact.to}`, text);
    }
    if (fact.type === 'statusChanged' && fact.phase === 'manual' && fact.from === 'Waiting') {
      return mark('hand-over', 'Handed to people', handedTo(facts.slice(index).find(isType('allocated'))));
    }
    return [];
  });
}

function handedTo(fact: FactOf<'allocated'> | undefined): string {
  if (!fact) return 'To nobody yet.';
  const where = fact.queue === null ? '' : ` in the queue ${fact.queue}`;
  return `${fact.assignee === null ? 'Unassigned' : `Assigned to ${fact.assignee}`}${where}.`;
}
