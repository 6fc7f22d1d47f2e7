/**
 * Which rows of the state table the life of an Action took, read off its timeline: so that nothing has to be noted while it is
 * played, and what was played long ago can be asked too.
 */
import { TRANSITIONS } from '../engine/action/lifecycle.ts';
import type { Fact, FactOf } from '../shared/facts.ts';
import type { LifecycleEvent, Transition } from '../shared/transition.ts';
import type { Phase } from '../shared/words.ts';

/** The rows in the order in which they were taken, each as often as it was; `facts` is the timeline of one Action. */
export function rowsTaken(facts: readonly Fact[]): Transition[] {
  const taken: Transition[] = [];
  let phase: Phase = 'calling';
  for (const [index, fact] of facts.entries()) {
    const move = moveBehind(fact, facts[index + 1], phase);
    if (move !== null) taken.push(rowOf(phase, move));
    phase = phaseAfter(fact, phase);
  }
  return taken;
}

interface Move {
  readonly event: LifecycleEvent;
  readonly to: Phase;
}

/** What an event leads to tells its rows apart: no two of a phase and an event lead to the same phase. */
function rowOf(from: Phase, { event, to }: Move): Transition {
  const row = TRANSITIONS.find((each) => each.from === from && each.event === event && each.to === to);
  if (row === undefined) throw new Error(`the table has no row from ${from} by ${event} to ${to}`);
  return row;
}

function phaseAfter(fact: Fact, phase: Phase): Phase {
  switch (fact.type) {
    case 'callStarted':
      return 'calling';
    case 'connected':
      return fact.responseExpected ? 'awaiting response' : phase;
    case 'retryScheduled':
      return 'retry pending';
    case 'statusChanged':
      return fact.phase;
    default:
      return phase;
  }
}

/** The move that a fact tells of; `next` is the fact after it. Each move is told by one of its facts. */
function moveBehind(fact: Fact, next: Fact | undefined, phase: Phase): Move | null {
  switch (fact.type) {
    case 'callStarted':
      if (fact.trigger === 'first') return null;
      return { event: fact.trigger === 'automatic' ? 'retry due' : 'Retry clicked', to: 'calling' };
    case 'connected':
      return { event: 'accepted', to: fact.responseExpected ? 'awaiting response' : 'closed' };
    case 'callFailed':
      return { event: 'failed', to: next?.type === 'retryScheduled' ? 'retry pending' : 'closed' };
    case 'maximumSaved':
      return { event: 'maximum saved', to: next?.type === 'statusChanged' && next.keepsErrorBar ? 'closed' : phase };
    case 'responseReceived':
      if (fact.verdict !== 'accepted') return null;
      return fact.body?.outcome === 'success'
        ? { event: 'successful response', to: 'closed' }
        : { event: 'unsuccessful response', to: 'manual' };
    case 'becameOverdue':
      return { event: 'due date', to: phase };
    case 'allocated':
      if (fact.choice === 'taken') return { event: 'take', to: 'manual' };
      return fact.choice === 'unassigned' ? { event: 'unassign', to: 'manual' } : null;
    case 'statusChanged':
      return moveOfStatus(fact);
    default:
      return null;
  }
}

/** Changes of status by the clock and by people; the others are told by the fact before them. */
function moveOfStatus({ reason, phase: to, resolutionMethod }: FactOf<'statusChanged'>): Move | null {
  if (reason === 'Timeout') return { event: to === 'closed' ? 'due date' : 'response timeout', to };
  if (reason !== 'Updated by resource' || to !== 'closed') return null;
  switch (resolutionMethod) {
    case 'Rework':
      return { event: 'Case reworked', to };
    case 'Cancelled':
      return { event: 'Case cancelled', to };
    case 'Done Successfully':
      return { event: 'complete', to };
    default:
      return { event: 'unable to complete', to };
  }
}
