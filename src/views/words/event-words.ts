/** What happened at one tick of the event strip, in words: `retry 4 of C1/post-invoice failed`. */
import type { Fact } from '../../shared/facts.ts';
import { callName } from './call-words.ts';
import { editInWords } from './edit-words.ts';

export interface EventWords {
  /** What it was, by its most telling fact. */
  readonly kind: string;
  /** The Action, Case, API or definition that it is about; `null` where it is about none. */
  readonly subject: string | null;
  readonly text: string;
}

/** The words of an event by its most telling fact, and how many of this type there were in it. */
export function eventWords(telling: Fact, count: number): EventWords {
  const { kind, subject, text } = words(telling);
  return { kind, subject, text: count > 1 ? `${text}, and ${(count - 1).toLocaleString('en')} more` : text };
}

function words(fact: Fact): EventWords {
  switch (fact.type) {
    case 'callStarted':
      return about('call', fact.actionRef, `${callName(fact.callNumber - 1)} of ${fact.actionRef} started`);
    case 'callFailed':
      return about('call failed', fact.actionRef, `${callName(fact.callNumber - 1)} of ${fact.actionRef} failed`);
    case 'connected':
      return about('connected', fact.actionRef, `${callName(fact.callNumber - 1)} of ${fact.actionRef} connected`);
    case 'responseReceived':
      return about('response', fact.actionRef, `response to ${fact.actionRef}: ${fact.verdict}`);
    case 'statusChanged':
      if (fact.from === null) return about('launch', fact.actionRef, `${fact.actionRef} was launched`);
      return about('status change', fact.actionRef, `${fact.actionRef} is ${fact.to}: ${fact.reason}`);
    case 'becameOverdue':
      return about('overdue', fact.actionRef, `${fact.actionRef} is overdue`);
    case 'allocated':
      return about(
        'allocation',
        fact.actionRef,
        `${fact.actionRef} goes to ${fact.assignee ?? fact.queue ?? 'nobody'}`,
      );
    case 'escalated':
      return about('escalation', fact.actionRef, `${fact.actionRef} was escalated to ${fact.owner}`);
    case 'caseStatusChanged':
      return about('status change', fact.caseRef, `${fact.caseRef} is ${fact.to}: ${fact.reason}`);
    case 'casePaused':
      return about('paused', fact.caseRef, `${fact.caseRef} was paused`);
    case 'caseResumed':
      return about('resumed', fact.caseRef, `${fact.caseRef} was resumed`);
    case 'apiSwitched':
      return about('switch', fact.name, `${fact.name} was switched to ${fact.to}`);
    case 'definitionEdited': {
      const { edit, course } = fact;
      const done = course === 'undo' ? 'undone: ' : course === 'redo' ? 'redone: ' : '';
      return about('edit', edit.name || null, `${done}${editInWords(edit)}`);
    }
    case 'launchPlanned':
      return about('launch', fact.caseRef, `launch of ${fact.caseRef} was planned`);
    default: {
      const ref = refOf(fact);
      return about('change', ref, ref === null ? 'a change' : `a change of ${ref}`);
    }
  }
}

const about = (kind: string, subject: string | null, text: string): EventWords => ({ kind, subject, text });

function refOf(fact: Fact): string | null {
  if ('actionRef' in fact) return fact.actionRef;
  return 'caseRef' in fact ? fact.caseRef : null;
}
