/** Each step of a scenario in a sentence. One table by verb. */
import type { Shown } from '../../shared/audience-steps.ts';
import { counted } from '../../shared/counted.ts';
import { type Step, type StepVerb, waitOf } from '../../shared/scenario.ts';
import type { CaseVerb } from '../../shared/words.ts';
import { conditionInWords, expectationInWords } from './expectation-words.ts';
import { momentInWords } from './moment-words.ts';
import { savedInWords } from './saved-words.ts';
import { exactDuration } from './time-words.ts';

type StepOf<V extends StepVerb> = Extract<Step, Readonly<Record<V, unknown>>>;
type BodyOf<V extends StepVerb> = StepOf<V>[V & keyof StepOf<V>];

const CASE_VERBS: Readonly<Record<CaseVerb, (ref: string) => string>> = {
  pause: (ref) => `pauses ${ref}`,
  resume: (ref) => `resumes ${ref}`,
  rework: (ref) => `has ${ref} reworked`,
  cancel: (ref) => `cancels ${ref}`,
  setInProgress: (ref) => `sets ${ref} in progress`,
};

/** Who does it; without a name the sentence has its other form. */
const done = (by: string | undefined, active: string, passive: string) =>
  by === undefined ? passive : `${by} ${active}`;

/** Without a full stop. */
const SENTENCES: { readonly [V in Exclude<StepVerb, 'case'>]: (body: BodyOf<V>) => string } & {
  readonly case: (body: Extract<StepOf<'case'>['case'], { do: unknown }>) => string;
} = {
  launch: (launch) => {
    if ('caseType' in launch) return launchInWords(launch);
    if (!('actionType' in launch)) return `Launches the Case ${launch.case}`;
    const { case: ofCase, actionType, as } = launch;
    return `Launches the Action ${actionType} in ${ofCase}${as === undefined ? '' : `, called ${as}`}`;
  },
  advance: (advance) => {
    if (typeof advance === 'number') return `Lets ${exactDuration(advance)} pass`;
    if ('to' in advance) return `Moves to ${momentInWords(advance.to)}`;
    const wait = waitOf(advance);
    if (wait === null) return 'Moves until nothing is scheduled';
    const { until, atMost } = wait;
    return `Moves until ${conditionInWords(until)}${atMost === undefined ? '' : `, for ${exactDuration(atMost)} at most`}`;
  },
  next: (count) => (count === 1 ? 'Moves to the next event' : `Moves over the next ${counted(count, 'event')}`),
  retry: ({ action, by }) => done(by, `clicks Retry on ${action}`, `Retry is clicked on ${action}`),
  set: savedInWords,
  respond: (response) => {
    const { action } = response;
    if ('malformed' in response) return `A response to ${action} arrives that cannot be read`;
    const { outcome = 'success', reason, data = {} } = response;
    const because = reason === undefined ? '' : `, “${reason}”`;
    const names = Object.keys(data);
    const sent = names.length === 0 ? '' : `, with ${names.join(', ')}`;
    const token = 'token' in response ? ', with a wrong token' : '';
    return `The External API responds to ${action}: ${outcome}${because}${sent}${token}`;
  },
  take: ({ action, by }) => `${by} takes ${action}`,
  unassign: ({ action }) => `${action} is given back to its queue`,
  resolve: (resolve) => {
    const { action, by } = resolve;
    if (resolve.as === 'complete') return done(by, `completes ${action}`, `${action} is completed`);
    const because = resolve.reason === undefined ? '' : `: “${resolve.reason}”`;
    return `${done(by, `is unable to complete ${action}`, `${action} is unable to be completed`)}${because}`;
  },
  case: ({ case: ofCase, do: verb }) => `The Case owner ${CASE_VERBS[verb](ofCase)}`,
  relaunch: ({ action, by }) => done(by, `relaunches ${action}`, `${action} is relaunched`),
  say: (text) => `Says: “${text.trim()}”`,
  chapter: (title) => `Chapter: “${title.trim()}”`,
  show: (shown) => `Shows ${shownInWords(shown)}`,
  ask: ({ question }) => `Asks: “${question.trim()}”`,
  restart: () => 'The app is closed and opened again',
  expect: expectationInWords,
};

function shownInWords(shown: Shown): string {
  if ('action' in shown) return shown.action;
  if ('case' in shown) return `the Case ${shown.case}`;
  if ('queue' in shown) return `the queue ${shown.queue}`;
  if ('inbox' in shown) return `the inbox of ${shown.inbox}`;
  return 'settings' in shown ? 'the retry pattern in the settings' : `the External API ${shown.externalApi}`;
}

function launchInWords(launch: {
  caseType: string;
  count?: number | undefined;
  every?: number | undefined;
  as?: string | undefined;
}) {
  const { caseType, count = 1, every, as } = launch;
  const cases = count === 1 ? 'a new Case' : `${count.toLocaleString('en')} new Cases`;
  const pace = every === undefined || count === 1 ? '' : `, one every ${exactDuration(every)}`;
  return `Launches ${cases} of the type ${caseType}${pace}${as === undefined ? '' : `, called ${as}-1${count === 1 ? '' : ' and so on'}`}`;
}

/** What is demanded of a step that the rules may refuse. */
const DEMANDS = { true: '; this must be refused', false: '; this must not be refused' } as const;

/** What a step does, in one sentence. */
export function stepInWords(step: Step): string {
  const verb = Object.keys(SENTENCES).find((each) => each in step) as StepVerb;
  const body = (step as Readonly<Record<string, unknown>>)[verb];
  const sentence = (SENTENCES[verb] as (body: unknown) => string)(body);
  const demand = 'refused' in step && step.refused !== undefined ? DEMANDS[`${step.refused}`] : '';
  const whole = `${sentence}${demand}`;
  return /[.!?…]”$/.test(whole) ? whole : `${whole}.`;
}
