/** What one fact about an Action says in the sentence of its event. */
import type { ActionFact, Fact, FactOf } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import { callName, failureInShort } from '../words/call-words.ts';
import { dueInWords } from '../words/time-words.ts';
import { statusInWords } from './status-words.ts';

interface ClauseContext {
  /** All facts of the event about this Action, in order. */
  readonly all: readonly Fact[];
  /** Nothing was said of the Action yet: it is named. */
  readonly isFirst: boolean;
  readonly startAt: Instant;
}

/** Nothing or one clause. */
export function actionClause(fact: ActionFact, { all, isFirst, startAt }: ClauseContext): string[] {
  const it = isFirst ? fact.actionRef : 'it';
  const has = (type: Fact['type']) => all.some((other) => other.type === type);
  const call = (number: number) => (isFirst ? `${callName(number - 1)} of ${fact.actionRef}` : callName(number - 1));
  switch (fact.type) {
    case 'actionCreated':
      return [`${it} is launched`];
    case 'callStarted':
      // What came of it at the same instant says more.
      if (all.some((other) => hasEnded(other, fact.callNumber))) return [];
      if (fact.trigger === 'first')
        return [isFirst ? `the ${call(fact.callNumber)} started` : 'its first call started'];
      return [`${call(fact.callNumber)} started${fact.trigger === 'manual' ? `, by ${fact.by}` : ''}`];
    case 'callFailed':
      return [`${named(call(fact.callNumber), fact)} failed: ${failureInShort(fact.failure)}`];
    case 'callCutOff':
      return [`the call${isFirst ? ` of ${it}` : ''} was cut off`];
    case 'connected':
      return [
        `${named(call(fact.callNumber), fact)} connected${fact.responseExpected ? ', now the response is awaited' : ''}`,
      ];
    case 'retryScheduled':
      return [`the next automatic retry${isFirst ? ` of ${it}` : ''} is ${dueInWords(fact.nextRetryAt, startAt)}`];
    case 'maximumSaved':
      return [`the maximum${isFirst ? ` for ${it}` : ''} is set to ${fact.to}`];
    case 'statusChanged':
      return has('actionCreated') && fact.to === 'Waiting' ? [] : [`${it} is ${statusInWords(fact)}`];
    case 'allocated':
      return [allocation(fact, it)];
    case 'responseReceived':
      if (fact.verdict !== 'accepted') return [`response to ${it}: ${WORDS.verdict[fact.verdict].noun}`];
      return [`the response to ${it}${fact.body === null ? '' : `, ${fact.body.outcome},`} is accepted`];
    case 'becameOverdue':
      return [`${it} is overdue`];
    case 'escalated':
      return [`the Case owner ${fact.owner} is told`];
    case 'callPlanned':
      return [];
  }
}

const hasEnded = (fact: Fact, callNumber: number) =>
  (fact.type === 'callFailed' || fact.type === 'connected') && fact.callNumber === callNumber;

/** `the first call`, but `retry 2`. */
const named = (call: string, { callNumber }: { readonly callNumber: number }) =>
  callNumber === 1 ? `the ${call}` : call;

function allocation({ queue, assignee, choice }: FactOf<'allocated'>, it: string): string {
  const inQueue = queue === null ? '' : ` in the queue ${queue}`;
  if (choice === 'unassigned') return `nobody has ${it} now${inQueue === '' ? '' : `, it is${inQueue}`}`;
  if (assignee !== null) return choice === 'taken' ? `${assignee} has ${it}` : `${it} goes to ${assignee}${inQueue}`;
  return queue === null ? `${it} goes to nobody` : `${it} waits for a person${inQueue}`;
}
