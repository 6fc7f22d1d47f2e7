/** What each fact is on the lanes: in whose lane it stands, in a few words that need no other. */
import { retryPattern } from '../../shared/definitions.ts';
import { describeDuration } from '../../shared/duration.ts';
import { type ActionFact, type FactOf, SYSTEM } from '../../shared/facts.ts';
import { labelOf } from '../../shared/field.ts';
import { WORDS } from '../../shared/word-table.ts';
import { isType } from '../facts.ts';
import { callName, failureInShort } from '../words/call-words.ts';
import { upperFirst } from '../words/figures.ts';
import type { LaneItem, LaneTone } from './lane.ts';

const item = (lane: LaneItem['lane'], words: string, tone: LaneTone = 'plain'): LaneItem => ({ lane, words, tone });

/** Longer texts of others are said to be there; *Responses* and *Log* have them whole. */
const LONGEST_QUOTE = 60;

/** `event`: what else happened in that go. */
export function itemsOf(fact: ActionFact, event: readonly ActionFact[]): LaneItem[] {
  switch (fact.type) {
    case 'actionCreated':
      return created(fact, event);
    case 'callStarted':
      return [
        ...(fact.trigger === 'manual' ? [item('People', `${fact.by} clicks Retry`)] : []),
        item('Enate', upperFirst(callName(fact.retryCount)), 'call'),
      ];
    case 'callFailed':
      return [
        item('External API', `${upperFirst(failureInShort(fact.failure))}${tookText(fact.tookMs)}`, 'bad'),
        ...(event.some(isType('retryScheduled')) ? [] : [item('Enate', 'No further retries')]),
      ];
    case 'callCutOff':
      return [item('Enate', `${upperFirst(callName(fact.callNumber - 1))} cut off`)];
    case 'connected':
      return connected(fact);
    case 'retryScheduled':
      return [item('Enate', scheduled(fact))];
    case 'maximumSaved':
      return [item('People', maximumWords(fact))];
    case 'statusChanged':
      return changed(fact, event);
    case 'allocated':
      return allocated(fact, event);
    case 'responseReceived':
      return responded(fact);
    case 'becameOverdue':
      return [item('Enate', 'Due date reached', 'warning')];
    case 'escalated':
      return [item('People', `Case owner ${fact.owner} is told`, 'escalation')];
    case 'callPlanned':
      return [];
  }
}

/** Settings may be saved by nobody in particular. */
function maximumWords({ from, to, by }: FactOf<'maximumSaved'>): string {
  return `${labelOf(retryPattern.shape.max)} ${from} → ${to}${by === SYSTEM ? '' : `, by ${by}`}`;
}

function created({ by, copy }: FactOf<'actionCreated'>, event: readonly ActionFact[]): LaneItem[] {
  if (by !== SYSTEM) return [item('People', copy === 1 ? `${by} starts it` : `${by} starts copy ${copy}`)];
  return event.some(isType('callStarted')) ? [] : [item('Enate', 'Started')];
}

function connected({ status, tookMs, at, responseExpected, responseDeadlineAt }: FactOf<'connected'>): LaneItem[] {
  const waits =
    responseDeadlineAt === null
      ? 'Waits for the response'
      : `Waits ${describeDuration(responseDeadlineAt - at)} for the response`;
  return [
    item('External API', `Received, HTTP ${status}${tookText(tookMs)}`, 'good'),
    item('Enate', responseExpected ? waits : 'No response expected'),
  ];
}

function scheduled({ retryNumber, nextRetryAt, arithmetic }: FactOf<'retryScheduled'>): string {
  if (nextRetryAt === null) return `Retry ${retryNumber} never comes`;
  return `Retry ${retryNumber} in ${describeDuration(arithmetic.intervalMs)}`;
}

function changed(fact: FactOf<'statusChanged'>, event: readonly ActionFact[]): LaneItem[] {
  const { by, to, from, reason, resolutionMethod, note } = fact;
  if (reason === 'Timeout' && from === 'Waiting')
    return [item('Enate', to === 'Closed' ? 'Due date reached' : 'Response timeout', 'warning')];
  // What the rest of its event led to goes without saying.
  if (event[0] !== fact && event[0]?.type !== 'callCutOff') return [];
  if (by === SYSTEM) return [];
  if (resolutionMethod === 'Rework') return [item('People', `${by} reworks the Case`)];
  if (resolutionMethod === 'Cancelled') return [item('People', `${by} cancels the Case`)];
  if (to === 'In Progress') return [item('People', `${by} takes it`)];
  if (to === 'To Do') return [item('People', `${by} unassigns it`)];
  if (resolutionMethod === 'Not Done Successfully')
    return [item('People', `${by} is unable to complete it${quoted(note)}`, 'bad')];
  return [item('People', `${by} completes it`, 'good')];
}

function allocated(fact: FactOf<'allocated'>, event: readonly ActionFact[]): LaneItem[] {
  const { choice, by, assignee, queue } = fact;
  // Who takes it has it.
  if (choice === 'taken') return [];
  if (choice === 'unassigned') return event[0] === fact ? [item('People', `${by} unassigns it`)] : [];
  return [item('People', withWhom(assignee, queue))];
}

/** *For omar, queue AP*; *For nobody yet, queue AP*. */
export function withWhom(assignee: string | null, queue: string | null): string {
  return `For ${assignee ?? 'nobody yet'}${queue === null ? '' : `, queue ${queue}`}`;
}

function responded({ verdict, body }: FactOf<'responseReceived'>): LaneItem[] {
  const outcome = body === null ? '' : `: ${body.outcome}`;
  const response = `Response${outcome}${quoted(body?.reason)}`;
  if (verdict === 'accepted') {
    return [item('External API', response, body?.outcome === 'success' ? 'good' : 'warning')];
  }
  return [item('External API', response), item('Enate', upperFirst(WORDS.verdict[verdict].noun))];
}

function quoted(text: string | undefined): string {
  if (text === undefined || text === '') return '';
  return text.length > LONGEST_QUOTE ? ', with a long reason' : `, “${text}”`;
}

const tookText = (tookMs: number) => (tookMs === 0 ? '' : ` after ${describeDuration(tookMs)}`);
