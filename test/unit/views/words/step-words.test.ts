/** Every kind of step and of expectation that scenario-format.md has, in a sentence. */
import { expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { decodeStep } from '../../../../src/shared/decode-step.ts';
import { expectationSchemas } from '../../../../src/shared/expectation.ts';
import { stepSchemas } from '../../../../src/shared/scenario.ts';
import { stepInWords } from '../../../../src/views/words/step-words.ts';
import { libraryFiles } from '../../../support/library-files.ts';

const inWords = (text: string) => stepInWords(decodeStep(parse(text)) ?? expect.unreachable(text));

const STEPS = [
  ['launch: { case: C1 }', 'Launches the Case C1.'],
  ['launch: { case: C1, actionType: t, as: a1 }', 'Launches the Action t in C1, called a1.'],
  ['launch: { case: C1, actionType: t }', 'Launches the Action t in C1.'],
  [
    'launch: { caseType: invoice, count: 40, every: 20s, as: inv }',
    'Launches 40 new Cases of the type invoice, one every 20 s, called inv-1 and so on.',
  ],
  ['launch: { caseType: invoice }', 'Launches a new Case of the type invoice.'],
  ['{ launch: { case: C1 }, refused: true }', 'Launches the Case C1; this must be refused.'],
  ['{ launch: { case: C1 }, refused: false }', 'Launches the Case C1; this must not be refused.'],
  ['advance: 31m', 'Lets 31 min pass.'],
  ['advance: { to: +2h }', 'Moves to 2 h after the start.'],
  ['advance: { to: "2026-01-06T10:00:00Z" }', 'Moves to 6 Jan 2026 10:00:00.'],
  ['advance: { until: idle }', 'Moves until nothing is scheduled.'],
  [
    'advance: { until: { action: C1/t, status: Closed, calls: { atLeast: 2 } }, atMost: 2h }',
    'Moves until C1/t is Closed and has calls of at least 2, for 2 h at most.',
  ],
  [
    'expect: { action: C1/t, reason: { not: Timeout }, errorBar: { nextRetryAt: { atMost: +1h } }, data: { amount: { between: [5, 9] } } }',
    'Expects that C1/t has a reason other than “Timeout”, shows a connection error with a next retry of at most “+1h” and sees amount of 5 to 9.',
  ],
  [
    'expect: { actions: { caseType: invoice, status: { oneOf: [Closed, To Do] } }, count: { atLeast: 38 } }',
    'Expects that Actions with Case type invoice and a status of “Closed” or “To Do” number at least 38.',
  ],
  ['expect: { cases: { needsAttention: true }, count: 1 }', 'Expects that Cases with need of attention true number 1.'],
  ['next: 1', 'Moves to the next event.'],
  ['next: 3', 'Moves over the next 3 events.'],
  ['retry: { action: C1/t, by: dana }', 'dana clicks Retry on C1/t.'],
  ['retry: { action: C1/t }', 'Retry is clicked on C1/t.'],
  [
    'set: { retry: { max: 7, jitter: 0.1 }, callTimeout: 10s }',
    'Changes the system-wide settings: maximum retries 7, jitter 10 % and call timeout 10 s.',
  ],
  ['set: { responseClock: launch }', 'Changes the system-wide settings: response clock starts at launch.'],
  ['set: { actionType: t, responseWithin: 5m }', 'Changes the Action type t: response expected within 5 min.'],
  [
    'set: { actionType: t, due: null, retry: null, responseExpected: false, externalApi: bank }',
    'Changes the Action type t: External API bank, response expected no, due date none and own retry pattern none.',
  ],
  [
    'set: { externalApi: erp, otherwise: { fail: tls } }',
    'Changes the External API erp: every call fails with a TLS error.',
  ],
  [
    'set: { externalApi: erp, calls: [{ status: 503 }], otherwise: accept, outages: [] }',
    'Changes the External API erp: call 1 answers with HTTP 503; then every call accepts and never responds; 0 outages.',
  ],
  [
    'set: { externalApi: erp, random: { failRate: 0.2 } }',
    'Changes the External API erp: 20 % of the calls fail at random.',
  ],
  ['set: { user: omar, available: true, queues: [AP] }', 'Changes the user omar: available yes and queues AP.'],
  [
    'respond: { action: C1/t, outcome: success, data: { poNumber: "4711" } }',
    'The External API responds to C1/t: success, with poNumber.',
  ],
  [
    'respond: { action: C1/t, outcome: unsuccessful, reason: No. }',
    'The External API responds to C1/t: unsuccessful, “No.”',
  ],
  ['respond: { action: C1/t, malformed: true }', 'A response to C1/t arrives that cannot be read.'],
  ['respond: { action: C1/t, token: wrong }', 'The External API responds to C1/t: success, with a wrong token.'],
  ['take: { action: a1, by: dana }', 'dana takes a1.'],
  ['unassign: { action: a1 }', 'a1 is given back to its queue.'],
  ['resolve: { action: a1, by: dana, as: complete }', 'dana completes a1.'],
  ['resolve: { action: a1, as: complete }', 'a1 is completed.'],
  ['resolve: { action: a1, by: dana, as: unable, reason: no invoice }', 'dana is unable to complete a1: “no invoice”.'],
  ['case: { case: C1, do: pause }', 'The Case owner pauses C1.'],
  ['case: { case: C1, do: resume }', 'The Case owner resumes C1.'],
  ['case: { case: C1, do: rework }', 'The Case owner has C1 reworked.'],
  ['case: { case: C1, do: cancel }', 'The Case owner cancels C1.'],
  ['case: { case: C1, do: setInProgress }', 'The Case owner sets C1 in progress.'],
  ['relaunch: { action: C1/t, by: dana }', 'dana relaunches C1/t.'],
  ['say: Off we go.', 'Says: “Off we go.”'],
  ['say: Off we go', 'Says: “Off we go”.'],
  ['chapter: Somebody is impatient', 'Chapter: “Somebody is impatient”.'],
  ['chapter: Who is told?', 'Chapter: “Who is told?”'],
  ['show: { action: C1/t }', 'Shows C1/t.'],
  ['show: { case: C1 }', 'Shows the Case C1.'],
  ['show: { queue: AP }', 'Shows the queue AP.'],
  ['show: { inbox: dana }', 'Shows the inbox of dana.'],
  ['show: { settings: retry }', 'Shows the retry pattern in the settings.'],
  ['show: { externalApi: erp }', 'Shows the External API erp.'],
  ['ask: { question: "What now?", answers: [This, That], right: 2, because: So it is. }', 'Asks: “What now?”'],
  ['restart: {}', 'The app is closed and opened again.'],
  [
    'expect: { action: C1/t, status: Waiting, phase: retry pending, retries: 0/5, calls: 1, errorBar: { occurredAt: +0s, nextRetryAt: +1m } }',
    'Expects that C1/t is Waiting, has the phase “retry pending”, has made 0 of 5 retries, has made 1 call and shows a connection error that occurred at the start and with its next retry at 1 min after the start.',
  ],
  [
    'expect: { action: C1/t, reason: null, resolutionMethod: Done Successfully, rejectedReason: null, assignee: null, queue: AP, owner: dana, overdue: false, errorBar: null, data: { poNumber: "4711" }, timeline: [created, call 1] }',
    'Expects that C1/t has no reason, has the resolution method “Done Successfully”, has no Rejected Reason, is assigned to nobody, is in the queue AP, has the owner dana, is not overdue, shows no connection error, sees poNumber "4711" and has a timeline with created, then call 1.',
  ],
  [
    'expect: { case: C1, status: To Do, needsAttention: true, problemAction: C1/t, paused: false, actions: 2 }',
    'Expects that C1 is To Do, needs attention, has the problem Action C1/t, is not paused and has 2 Actions.',
  ],
  [
    'expect: { notifications: dana, count: 1, kinds: [Case needs attention], last: { action: C1/t } }',
    'Expects that dana has 1 notification, was told of Case needs attention and has the newest notification about C1/t.',
  ],
  [
    'expect: { inbox: dana, cases: [C1, C2], actions: 0 }',
    'Expects that dana has C1 and C2 in the inbox and has 0 Actions in the inbox.',
  ],
  ['expect: { queue: AP, actions: [C1/t] }', 'Expects that the queue AP holds C1/t.'],
  [
    'expect: { externalApi: erp, calls: 2, lastRequest: { body: { Action: { amount: 1 } } } }',
    'Expects that erp has received 2 calls and was last sent amount 1.',
  ],
  [
    'expect: { clock: { now: +2h, scheduled: 0 } }',
    'Expects that the clock says 2 h after the start and has nothing scheduled.',
  ],
  ['expect: { case: C1 }', 'Expects nothing in particular of C1.'],
] as const;

test.each(STEPS)('%s', (text, sentence) => {
  expect(inWords(text)).toBe(sentence);
});

it('covers every verb and every subject', () => {
  const values = STEPS.map(([text]) => parse(text) as Record<string, object>);
  for (const verb of Object.keys(stepSchemas))
    expect(
      values.some((value) => verb in value),
      verb,
    ).toBe(true);
  for (const subject of Object.keys(expectationSchemas)) {
    expect(
      values.some(({ expect: expected }) => expected !== undefined && subject in expected),
      subject,
    ).toBe(true);
  }
});

it('says a sentence for every step of the library, and never a path of the format', () => {
  for (const { id, text } of libraryFiles()) {
    for (const step of parse(text).steps as unknown[]) {
      const sentence = stepInWords(decodeStep(step) ?? expect.unreachable(id));
      expect(sentence, id).toMatch(/^[^{}]+[.!?”]$/su);
      expect(sentence, id).not.toMatch(/undefined|null|\[object/);
    }
  }
});
