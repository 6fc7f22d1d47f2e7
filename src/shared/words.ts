/** The closed vocabularies of behaviour.md §1. The glossary explains each word; the screen, files and code share them. */

/** What a person sees. */
export const STATUSES = ['Draft', 'To Do', 'In Progress', 'Waiting', 'Resolved', 'Closed'] as const;
export type Status = (typeof STATUSES)[number];

/** What the engine is doing with an Action. The first three show the status `Waiting`. */
export const PHASES = ['calling', 'retry pending', 'awaiting response', 'manual', 'closed'] as const;
export type Phase = (typeof PHASES)[number];

/** Why a Case or Action has its status. */
export const REASONS = [
  'Updated by Enate',
  'Updated by Integration',
  'Timeout',
  'Updated by resource',
  'Action unable to be completed',
] as const;
export type Reason = (typeof REASONS)[number];

/** How a Case or Action was closed. */
export const RESOLUTION_METHODS = [
  'Done Successfully',
  'Not Done Successfully',
  'No response returned',
  'Rework',
  'Cancelled',
] as const;
export type ResolutionMethod = (typeof RESOLUTION_METHODS)[number];

/** Ways of failing to connect that are not an HTTP status (R7). `hang`: no answer within the call timeout (S4). */
export const CONNECTION_FAILURES = ['refused', 'dns', 'reset', 'tls', 'hang'] as const;
export type ConnectionFailure = (typeof CONNECTION_FAILURES)[number];

/**
 * What an API does at present, whatever its configuration says (the big switch on its page). `Real`: its calls go out to a
 * server of the user's own on this machine.
 */
export const API_SWITCHES = ['Up', 'As configured', 'Down', 'Silent', 'Real'] as const;
export type ApiSwitch = (typeof API_SWITCHES)[number];

/** The days of virtual time, in UTC, on which an outage may begin. */
export const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** When the response clock starts (R35). */
export const RESPONSE_CLOCKS = ['connection', 'launch'] as const;
export type ResponseClock = (typeof RESPONSE_CLOCKS)[number];

/** The only kind of notification there is (R44, R45). */
export const CASE_NEEDS_ATTENTION = 'Case needs attention';

/** What the Case owner can do with a Case (R48, R49). */
export const CASE_VERBS = ['pause', 'resume', 'rework', 'cancel', 'setInProgress'] as const;
export type CaseVerb = (typeof CASE_VERBS)[number];
