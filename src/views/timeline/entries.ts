/** The timeline (R51): every fact of an Action or Case as one entry, who did it and what. */
import { type ActionFact, type CaseFact, type Fact, type FactOf, INTEGRATION, SYSTEM } from '../../shared/facts.ts';
import type { Instant } from '../../shared/model.ts';
import { WORDS } from '../../shared/word-table.ts';
import { callInWords, describeFailure } from '../words/call-words.ts';
import { exactDuration } from '../words/time-words.ts';
import { SENTENCES as SAYS } from './sentences.ts';

/** What an entry is about; scenario files may name these in `timeline`. */
export const ENTRY_KINDS = [
  'created',
  'call',
  'call failed',
  'call cut off',
  'connected',
  'retry scheduled',
  'settings change',
  'status change',
  'allocation',
  'response accepted',
  'response duplicate',
  'response late',
  'response refused',
  'overdue',
  'escalation',
  'step started',
  'data written',
  'paused',
  'resumed',
] as const;
type EntryKind = (typeof ENTRY_KINDS)[number];

export interface TimelineEntry {
  readonly at: Instant;
  readonly kind: EntryKind;
  /** `System`, `Integration` or a person. */
  readonly who: string;
  readonly text: string;
}

/** The entries of an Action or Case, oldest first. */
export function timelineOf(facts: readonly Fact[] | undefined): TimelineEntry[] {
  return (facts ?? []).flatMap((fact) => {
    const entry = describe(fact as ActionFact | CaseFact);
    return entry ? [{ at: fact.at, ...entry }] : [];
  });
}

type Described = Omit<TimelineEntry, 'at'> | null;

const RESPONSE_KINDS = {
  accepted: 'response accepted',
  duplicate: 'response duplicate',
  late: 'response late',
  conflicting: 'response refused',
  malformed: 'response refused',
  'wrong token': 'response refused',
} as const;

function describe(fact: ActionFact | CaseFact): Described {
  switch (fact.type) {
    case 'actionCreated':
      return { kind: 'created', who: fact.by, text: SAYS.createdAs(fact.title) };
    case 'callStarted':
      return { kind: 'call', who: fact.by, text: describeCall(fact) };
    case 'callPlanned':
      return null; // The external system's secret until the call ends.
    case 'callFailed':
      return {
        kind: 'call failed',
        who: INTEGRATION,
        text: `${SAYS.failed(`${fact.callNumber}`, describeFailure(fact.failure))}${tookText(fact.tookMs)}${
          fact.failure.retryAfterMs === undefined ? '' : SAYS.retryAfter(exactDuration(fact.failure.retryAfterMs))
        }`,
      };
    case 'callCutOff':
      return {
        kind: 'call cut off',
        who: SYSTEM,
        text: SAYS.cutOff(`${fact.callNumber}`, tookText(fact.tookMs)),
      };
    case 'connected':
      return {
        kind: 'connected',
        who: INTEGRATION,
        text: `${SAYS.connected(`${fact.callNumber}`, `${fact.status}`)}${tookText(fact.tookMs)}`,
      };
    case 'retryScheduled':
      return {
        kind: 'retry scheduled',
        who: SYSTEM,
        text: `${SAYS.retryScheduled(`${fact.retryNumber}`, exactDuration(fact.arithmetic.intervalMs))}${
          fact.nextRetryAt === null ? SAYS.neverComes() : ''
        }`,
      };
    case 'maximumSaved':
      return {
        kind: 'settings change',
        who: fact.by,
        text: SAYS.maximumSaved(`${fact.from}`, `${fact.to}`, `${fact.displayedMaximum}`),
      };
    case 'statusChanged': {
      const ending = fact.resolutionMethod === null ? '' : `, ${fact.resolutionMethod}`;
      const note = fact.note === undefined ? '' : `: ${fact.note}`;
      return {
        kind: 'status change',
        who: fact.by,
        text: `${SAYS.statusChanged(fact.from ?? SAYS.noStatus(), fact.to, fact.reason)}${ending}${note}`,
      };
    }
    case 'allocated':
      return { kind: 'allocation', who: fact.by, text: describeAllocation(fact) };
    case 'responseReceived': {
      const outcome = fact.body === null ? '' : `: ${fact.body.outcome}`;
      const reason = fact.body?.reason === undefined ? '' : `, ${fact.body.reason}`;
      return {
        kind: RESPONSE_KINDS[fact.verdict],
        who: INTEGRATION,
        text: `${SAYS.responded(WORDS.verdict[fact.verdict].noun)}${outcome}${reason} (${fact.httpStatus})`,
      };
    }
    case 'becameOverdue':
      return { kind: 'overdue', who: SYSTEM, text: SAYS.overdue() };
    case 'escalated':
      return { kind: 'escalation', who: SYSTEM, text: SAYS.escalated(fact.actionRef, fact.owner) };
    case 'caseCreated':
      return { kind: 'created', who: SYSTEM, text: SAYS.created() };
    case 'caseStatusChanged': {
      const ending = fact.resolutionMethod === null ? '' : `, ${fact.resolutionMethod}`;
      return {
        kind: 'status change',
        who: fact.by,
        text: `${SAYS.statusChanged(fact.from, fact.to, fact.reason)}${ending}`,
      };
    }
    case 'processStepStarted':
      return { kind: 'step started', who: SYSTEM, text: SAYS.stepStarted(`${fact.step + 1}`) };
    case 'caseDataWritten':
      return { kind: 'data written', who: fact.by, text: SAYS.dataWritten(Object.keys(fact.data).join(', ')) };
    case 'casePaused':
      return { kind: 'paused', who: fact.by, text: SAYS.paused() };
    case 'caseResumed':
      return { kind: 'resumed', who: fact.by, text: SAYS.resumed() };
  }
}

function describeCall({ callNumber, trigger, retryCount: retryNumber, by }: FactOf<'callStarted'>): string {
  const which = trigger === 'first' ? SAYS.firstCall() : callInWords({ trigger, retryNumber, by });
  return SAYS.called(`${callNumber}`, which);
}

function describeAllocation({ queue, assignee, choice }: FactOf<'allocated'>): string {
  const where = queue === null ? '' : SAYS.inQueue(queue);
  const why = {
    user: '',
    'secondary user': SAYS.notFirstChoice(),
    'nobody available': SAYS.nobodyAvailable(),
    'no user named': '',
    taken: '',
    unassigned: '',
  }[choice];
  return `${SAYS.allocated(assignee ?? SAYS.unassigned())}${why}${where}`;
}

const tookText = (tookMs: number) => (tookMs === 0 ? '' : SAYS.took(exactDuration(tookMs)));

/** How an entry stands out: `good` went well, `bad` needs somebody, `warning` is worth a look. The words say the same. */
export type Tone = 'good' | 'bad' | 'warning';

const TONES: Partial<Record<Fact['type'], Tone>> = {
  callFailed: 'warning',
  connected: 'good',
  becameOverdue: 'warning',
  escalated: 'bad',
};

/** Of a response by what it said, not only by what became of it: an accepted one may be unsuccessful (R26). */
export function toneOf(fact: Fact): Tone | undefined {
  if (fact.type !== 'responseReceived') return TONES[fact.type];
  if (fact.verdict === 'duplicate') return undefined;
  return fact.verdict === 'accepted' && fact.body?.outcome === 'success' ? 'good' : 'warning';
}
