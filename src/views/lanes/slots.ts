/**
 * The facts of an Action (R51) as slots: an event and all that came of it in that instant is one slot; what people and settings do is
 * each one of its own, whether time went by or not. Nothing is merged and nothing left out that can be seen on the Action.
 */
import { type ActionFact, type Fact, SYSTEM } from '../../shared/facts.ts';
import { isType } from '../facts.ts';
import type { LaneItem, LaneState, Slot } from './lane.ts';
import { itemsOf } from './lane-words.ts';
import { type Standing, standingAfter, stateOf, UNBORN } from './standing.ts';

/** The slots of an Action's life so far, oldest first. */
export function slotsOf(facts: readonly Fact[]): Slot[] {
  const slots: Slot[] = [];
  let standing = UNBORN;
  for (const { event, factCount } of eventsOf(facts as readonly ActionFact[])) {
    const [first] = event;
    const { states, after } = statesOf(event, standing);
    standing = after;
    const before = slots.at(-1);
    slots.push({
      id: `event-${slots.length + 1}`,
      at: first.at,
      factCount,
      sinceMs: before === undefined ? null : first.at - before.at,
      items: event.flatMap((fact): readonly LaneItem[] => itemsOf(fact, event)),
      states,
    });
  }
  return slots;
}

/** What happened in one go, in order. */
type Event = readonly [ActionFact, ...ActionFact[]];

interface PlacedEvent {
  readonly event: [ActionFact, ...ActionFact[]];
  /** How many facts there were at its end. */
  factCount: number;
}

function eventsOf(facts: readonly ActionFact[]): readonly PlacedEvent[] {
  const events: PlacedEvent[] = [];
  for (const [index, fact] of facts.entries()) {
    // What the external system is going to do with a call is its secret until the call ends.
    if (fact.type === 'callPlanned') continue;
    const factCount = index + 1;
    const open = events.at(-1);
    if (open !== undefined && comesOf(open.event, fact)) {
      open.event.push(fact);
      open.factCount = factCount;
    } else events.push({ event: [fact], factCount });
  }
  return events;
}

/** Whether a fact is what the event led to, and no event of its own. */
function comesOf(event: Event, fact: ActionFact): boolean {
  const last = event.at(-1) ?? event[0];
  if (fact.at !== last.at) return false;
  switch (fact.type) {
    case 'retryScheduled':
    case 'escalated':
      return true;
    case 'callStarted':
      // R1: the first call is the launch's; a retry is an event.
      return fact.trigger === 'first';
    case 'callCutOff':
      return last.type === 'responseReceived' && last.verdict === 'accepted';
    case 'allocated':
      return last.type === 'statusChanged' && last.to === (fact.choice === 'taken' ? 'In Progress' : 'To Do');
    case 'statusChanged':
      return ledTo(last, fact);
    default:
      return false;
  }
}

function ledTo(last: ActionFact, change: Extract<ActionFact, { type: 'statusChanged' }>): boolean {
  switch (last.type) {
    case 'actionCreated':
    case 'callCutOff':
      return true;
    // R14: no retry was left; else one would have been scheduled.
    case 'callFailed':
      return change.by === SYSTEM && change.resolutionMethod === 'Not Done Successfully';
    case 'maximumSaved':
      return change.by === SYSTEM && change.resolutionMethod === 'Not Done Successfully';
    case 'connected':
      return !last.responseExpected;
    case 'responseReceived':
      return last.verdict === 'accepted';
    // R50: *Complete* passes through Resolved.
    case 'statusChanged':
      return change.from === 'Resolved';
    default:
      return false;
  }
}

/** The states an event went through, the one it ended with last. */
function statesOf(event: Event, before: Standing): { states: LaneState[]; after: Standing } {
  const lastChange = event.findLast(isType('statusChanged'));
  const passed: LaneState[] = [];
  let after = before;
  for (const fact of event) {
    after = standingAfter(after, fact);
    if (fact.type === 'statusChanged' && fact !== lastChange) passed.push(stateOf(after, true));
  }
  return { states: [...passed, stateOf(after, lastChange !== undefined)], after };
}
