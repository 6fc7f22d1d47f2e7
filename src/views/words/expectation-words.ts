/** What a scenario expects, as clauses of a sentence: *is Waiting*, *has made 1 call*. One table for each subject. */
import { counted } from '../../shared/counted.ts';
import type { Expectation, expectationSchemas } from '../../shared/expectation.ts';
import { listed } from './listed.ts';
import { momentInWords } from './moment-words.ts';

type Subject = keyof typeof expectationSchemas;
type Of<S extends Subject> = (typeof expectationSchemas)[S]['_zod']['output'];
/** A clause for each field of a subject but the one that names it. */
type Clauses<S extends Subject> = {
  readonly [Key in Exclude<keyof Of<S>, S>]-?: (value: Exclude<Of<S>[Key], undefined>) => string;
};

/** `has the reason “Timeout”`, `has no reason`. */
const having = (what: string) => (value: string | null) =>
  value === null ? `has no ${what}` : `has the ${what} “${value}”`;
/** `poNumber "4711"`; of what is in another field its own name. */
const fields = (data: unknown) => listed(leaves(data), 'no particular field');
function leaves(data: unknown): string[] {
  return Object.entries(data as object).flatMap(([key, value]) => {
    if (value === null) return [`no ${key}`];
    if (Array.isArray(value)) return [`${counted(value.length, 'entry', 'entries')} in ${key}`];
    return typeof value === 'object' ? leaves(value) : [`${key} ${JSON.stringify(value)}`];
  });
}
/** How many there are, or which. */
const which = (noun: string) => (value: number | readonly string[]) =>
  typeof value === 'number' ? counted(value, noun) : listed(value, `no ${noun}`);

type ErrorBar = NonNullable<Of<'action'>['errorBar']>;
function errorBarInWords(bar: ErrorBar | null): string {
  if (bar === null) return 'shows no connection error';
  const { occurredAt, nextRetryAt, retries, max, canRetry, message } = bar;
  const parts = [
    occurredAt === undefined
      ? null
      : occurredAt === null
        ? 'that has not occurred'
        : `that occurred at ${momentInWords(occurredAt)}`,
    nextRetryAt === undefined
      ? null
      : nextRetryAt === null
        ? 'without a next retry'
        : `with its next retry at ${momentInWords(nextRetryAt)}`,
    retries === undefined ? null : `with ${counted(retries, 'retry', 'retries')} made`,
    max === undefined ? null : `with a maximum of ${max}`,
    canRetry === undefined ? null : canRetry ? 'with Retry to click' : 'without Retry to click',
    message === undefined ? null : message === null ? 'without a text' : `that says “${message}”`,
  ].filter((part) => part !== null);
  return parts.length === 0 ? 'shows a connection error' : `shows a connection error ${listed(parts)}`;
}

const ACTION: Clauses<'action'> = {
  status: (value) => (value === null ? 'has no status' : `is ${value}`),
  phase: having('phase'),
  reason: having('reason'),
  resolutionMethod: having('resolution method'),
  rejectedReason: having('Rejected Reason'),
  retries: (value) => `has made ${value.replace('/', ' of ')} retries`,
  calls: (value) => `has made ${counted(value, 'call')}`,
  assignee: (value) => `is assigned to ${value ?? 'nobody'}`,
  queue: (value) => (value === null ? 'is in no queue' : `is in the queue ${value}`),
  owner: (value) => (value === null ? 'has no owner' : `has the owner ${value}`),
  overdue: (value) => (value ? 'is overdue' : 'is not overdue'),
  errorBar: errorBarInWords,
  data: (value) => `sees ${fields(value)}`,
  timeline: (value) => `has ${value.length === 0 ? 'any timeline' : `a timeline with ${value.join(', then ')}`}`,
};

const CASE: Clauses<'case'> = {
  status: ACTION.status,
  needsAttention: (value) => (value ? 'needs attention' : 'needs no attention'),
  reason: ACTION.reason,
  problemAction: (value) => (value === null ? 'has no problem Action' : `has the problem Action ${value}`),
  paused: (value) => (value ? 'is paused' : 'is not paused'),
  data: (value) => `has ${fields(value)}`,
  actions: (value) => `has ${counted(value, 'Action')}`,
};

const NOTIFICATIONS: Clauses<'notifications'> = {
  count: (value) => `has ${counted(value, 'notification')}`,
  kinds: (value) => `was told of ${listed(value)}`,
  last: (value) => {
    if (value === null) return 'has no newest notification';
    const { kind, action, case: ofCase } = value;
    const about = [kind, action, ofCase].filter((part) => part !== undefined);
    return `has ${about.length === 0 ? 'a newest notification' : `the newest notification about ${listed(about)}`}`;
  },
};

const INBOX: Clauses<'inbox'> = {
  cases: (value) => `has ${which('Case')(value)} in the inbox`,
  actions: (value) => `has ${which('Action')(value)} in the inbox`,
};

const QUEUE: Clauses<'queue'> = { actions: (value) => `holds ${which('Action')(value)}` };

const EXTERNAL_API: Clauses<'externalApi'> = {
  calls: (value) => `has received ${counted(value, 'call')}`,
  lastRequest: (value) => {
    if (value === null) return 'has received no request';
    if (value.body === undefined) return 'has received a request';
    return `was last sent ${typeof value.body === 'object' && value.body !== null ? fields(value.body) : String(value.body)}`;
  },
};

/** Not in the sentence: `clock` holds its own fields. */
function clockInWords({ now, scheduled }: Of<'clock'>['clock']): readonly string[] {
  return [
    ...(now === undefined ? [] : [`says ${momentInWords(now)}`]),
    ...(scheduled === undefined
      ? []
      : [scheduled === 0 ? 'has nothing scheduled' : `has ${counted(scheduled, 'event')} scheduled`]),
  ];
}

/** `Expects that C1/post-invoice is Waiting and has made 1 call`, without a full stop. */
export function expectationInWords(expectation: Expectation): string {
  const [subject, clauses] = subjectAndClauses(expectation);
  return clauses.length === 0
    ? `Expects nothing in particular of ${subject}`
    : `Expects that ${subject} ${listed(clauses)}`;
}

/** Without what it is about: `is Waiting and has made 1 call`. */
export const expectedInWords = (expectation: Expectation): string => listed(subjectAndClauses(expectation)[1]);

function subjectAndClauses(expectation: Expectation): [string, readonly string[]] {
  if ('clock' in expectation) return ['the clock', clockInWords(expectation.clock)];
  if ('action' in expectation) return [expectation.action, clausesOf(ACTION, expectation)];
  if ('case' in expectation) return [expectation.case, clausesOf(CASE, expectation)];
  if ('notifications' in expectation) return [expectation.notifications, clausesOf(NOTIFICATIONS, expectation)];
  if ('inbox' in expectation) return [expectation.inbox, clausesOf(INBOX, expectation)];
  if ('queue' in expectation) return [`the queue ${expectation.queue}`, clausesOf(QUEUE, expectation)];
  return [expectation.externalApi, clausesOf(EXTERNAL_API, expectation)];
}

/** In the order in which the file has them. */
function clausesOf(clauses: object, expectation: object): string[] {
  const table = clauses as Readonly<Record<string, (value: unknown) => string>>;
  return Object.entries(expectation).flatMap(([key, value]) => {
    const clause = table[key];
    return clause === undefined || value === undefined ? [] : [clause(value)];
  });
}
