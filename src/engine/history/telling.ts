/** Which of an event's facts tells most of what happened: the event is known by it. */
import type { Fact } from '../../shared/facts.ts';

/** The most telling first; what is not named tells least. */
const TELLING: readonly Fact['type'][] = [
  'escalated',
  'responseReceived',
  'callFailed',
  'connected',
  'statusChanged',
  'becameOverdue',
  'callStarted',
  'caseStatusChanged',
  'casePaused',
  'caseResumed',
  'allocated',
  'apiSwitched',
  'definitionEdited',
];

const RANKS: ReadonlyMap<string, number> = new Map(TELLING.map((type, rank) => [type, rank]));
const rankOf = ({ type }: Fact) => RANKS.get(type) ?? TELLING.length;

/** Whether a fact says more of what happened than another one. */
export function tellsMore(fact: Fact, than: Fact): boolean {
  return rankOf(fact) < rankOf(than);
}
