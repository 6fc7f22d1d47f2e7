/** What a scenario expects, as clauses of a sentence: *is Waiting*, *has made 1 call*. One table for each subject. */
import { type Comparison, isComparison, type Plain } from '../../shared/comparison.ts';
import { counted } from '../../shared/counted.ts';
import type { Expectation, expectationSchemas } from '../../shared/expectation.ts';
import { comparisonInWords } from './comparison-words.ts';
import { listed } from './listed.ts';
import { momentInWords } from './moment-words.ts';

type Subject = keyof typeof expectationSchemas;
type Of<S extends Subject> = (typeof expectationSchemas)[S]['_zod']['output'];
/** A clause for each field of a subject but the one that names it. A comparison has one clause for all fields. */
type Clauses<S extends Subject> = {
  readonly [Key in Exclude<keyof Of<S>, S>]-?: (value: Plain<Exclude<Of<S>[Key], undefined>>) => string;
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
    if (isComparison(value)) return [`${key} ${comparisonInWords(value)}`];
    return typeof value === 'object' ? leaves(value) : [`${key} ${JSON.stringify(value)}`];
  });
}
/** How many there are, or which. */
const which = (noun: string) => (value: number | readonly string[]) =>
  typeof value === 'number' ? counted(value, noun) : listed(value, `no ${noun}`);

/** How a comparison is said of a field, whichever it is: `a status other than “Closed”`, `calls of at least 5`. */
function comparing(field: string, comparison: Comparison): string {
  const noun = NOUNS[field] ?? field;
  const article = COUNTED.has(field) ? '' : /^[aeiou]/i.test(noun) ? 'an ' : 'a ';
  return `${article}${noun} ${comparisonInWords(comparison)}`;
}
const COUNTED: ReadonlySet<string> = new Set(['calls', 'retries', 'actions', 'cases']);
const NOUNS: Readonly<Record<string, string>> = {
  resolutionMethod: 'resolution method',
  rejectedReason: 'Rejected Reason',
  needsAttention: 'need of attention',
  problemAction: 'problem Action',
  nextRetryAt: 'next retry',
  occurredAt: 'failure',
  caseType: 'Case type',
  actionType: 'Action type',
  canRetry: 'Retry to click',
  actions: 'Actions',
  cases: 'Cases',
};

type ErrorBar = NonNullable<Of<'action'>['errorBar']>;
const ERROR_BAR: { readonly [Key in keyof ErrorBar]-?: (value: Plain<Exclude<ErrorBar[Key], undefined>>) => string } = {
  occurredAt: (value) => (value === null ? 'that has not occurred' : `that occurred at ${momentInWords(value)}`),
  nextRetryAt: (value) => (value === null ? 'without a next retry' : `with its next retry at ${momentInWords(value)}`),
  retries: (value) => `with ${counted(value, 'retry', 'retries')} made`,
  max: (value) => `with a maximum of ${value}`,
  canRetry: (value) => (value ? 'with Retry to click' : 'without Retry to click'),
  message: (value) => (value === null ? 'without a text' : `that says “${value}”`),
};

function errorBarInWords(bar: ErrorBar | null): string {
  if (bar === null) return 'shows no connection error';
  const parts = clausesOf(ERROR_BAR, bar, 'with');
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
    const about = Object.entries(value).flatMap(([field, each]) => {
      if (each === undefined) return [];
      return isComparison(each) ? [comparing(field, each)] : [String(each)];
    });
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
  requests: (value) => `was sent ${counted(value.length, 'request')} in this order`,
};

const CLOCK: {
  readonly [Key in keyof Of<'clock'>['clock']]-?: (
    value: Plain<Exclude<Of<'clock'>['clock'][Key], undefined>>,
  ) => string;
} = {
  now: (value) => `says ${momentInWords(value)}`,
  scheduled: (value) => (value === 0 ? 'has nothing scheduled' : `has ${counted(value, 'event')} scheduled`),
};

/** `Expects that C1/post-invoice is Waiting and has made 1 call`, without a full stop. */
export function expectationInWords(expectation: Expectation): string {
  const [subject, clauses] = subjectAndClauses(expectation);
  return clauses.length === 0
    ? `Expects nothing in particular of ${subject}`
    : `Expects that ${conditionInWords(expectation)}`;
}

/** `C1/post-invoice is Waiting and has made 1 call`. */
export function conditionInWords(expectation: Expectation): string {
  const [subject, clauses] = subjectAndClauses(expectation);
  return clauses.length === 0 ? `${subject} is there` : `${subject} ${listed(clauses)}`;
}

/** Without what it is about: `is Waiting and has made 1 call`. */
export const expectedInWords = (expectation: Expectation): string => listed(subjectAndClauses(expectation)[1]);

function subjectAndClauses(expectation: Expectation): [string, readonly string[]] {
  if ('clock' in expectation) return ['the clock', clausesOf(CLOCK, expectation.clock)];
  if ('action' in expectation) return [expectation.action, clausesOf(ACTION, expectation)];
  if ('case' in expectation) return [expectation.case, clausesOf(CASE, expectation)];
  if ('notifications' in expectation) return [expectation.notifications, clausesOf(NOTIFICATIONS, expectation)];
  if ('inbox' in expectation) return [expectation.inbox, clausesOf(INBOX, expectation)];
  if ('queue' in expectation) return [`the queue ${expectation.queue}`, clausesOf(QUEUE, expectation)];
  if ('externalApi' in expectation) return [expectation.externalApi, clausesOf(EXTERNAL_API, expectation)];
  const [what, which] = 'actions' in expectation ? ['Actions', expectation.actions] : ['Cases', expectation.cases];
  const { count } = expectation;
  const number = isComparison(count) ? comparisonInWords(count).replace(/^of /, '') : count;
  return [`${what}${suchAs(which)}`, count === undefined ? [] : [`number ${number}`]];
}

/** Which of many are meant: ` with status Closed and Case type invoice`; all of them where nothing is said. */
function suchAs(which: object): string {
  const fields = Object.entries(which).flatMap(([field, value]) => {
    if (value === undefined) return [];
    if (isComparison(value)) return [comparing(field, value)];
    const said = typeof value === 'object' && value !== null ? JSON.stringify(value) : (value ?? 'nothing');
    return [`${NOUNS[field] ?? field} ${said}`];
  });
  return fields.length === 0 ? '' : ` with ${listed(fields)}`;
}

/** In the order in which the file has them. */
function clausesOf(clauses: object, expectation: object, verb = 'has'): string[] {
  const table = clauses as Readonly<Record<string, (value: unknown) => string>>;
  return Object.entries(expectation).flatMap(([key, value]) => {
    const clause = table[key];
    if (clause === undefined || value === undefined) return [];
    return isComparison(value) ? [`${verb} ${comparing(key, value)}`] : [clause(value)];
  });
}
