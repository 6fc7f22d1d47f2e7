import { describe, expect, it } from 'vitest';
import { play } from '../support/playing.ts';

/** Legal files that nobody writes by accident, from the text of the format and the rules alone. */
const PEOPLE = `
queues: [AP, EX]
users: { dana: {}, omar: { queues: [AP] }, ines: { available: false, queues: [AP, EX] } }
`;
const BASE = `${PEOPLE}
externalApis:
  down: { url: https://down.example.test/x, otherwise: { fail: refused } }
  mute: { url: https://mute.example.test/x }
  yes: { url: https://yes.example.test/x, otherwise: { respond: { after: 10m, outcome: success, data: { done: true } } } }
`;
const CASE = `
cases: { C1: { owner: dana, data: { id: 1 }, process: [t] } }
`;
const api = (definition: string, type = '') => `${PEOPLE}
externalApis: { x: { url: "http://x.example.test:8080/a?b=c", ${definition} } }
actionTypes: { t: { externalApi: x${type} } }
${CASE}`;

const FILES: [rules: string, text: string][] = [
  [
    'R7 every failure there is, one after the other, each with the time it takes',
    `${api('calls: [{ fail: refused, after: 1s }, { fail: dns }, { fail: reset, after: 2s }, { fail: tls }, { fail: hang }, { status: 301 }, { status: 404, after: 3s }, { status: 503, retryAfter: 90s }], otherwise: { acceptStatus: 204, acceptAfter: 30s }')}
settings: { retry: { max: 10, first: 1m, factor: 1 } }
steps:
  - launch: { case: C1 }
  - expect: { action: C1/t, phase: calling, errorBar: null, calls: 1 }
  - advance: 999ms
  - expect: { action: C1/t, phase: calling }
  - advance: 1ms
  - expect: { action: C1/t, phase: retry pending, errorBar: { occurredAt: +1s, nextRetryAt: +1m1s, message: refused } }
  - next: 1
  - expect: { action: C1/t, retries: 1/10, errorBar: { occurredAt: +1m1s, nextRetryAt: +2m1s } }
  - next: 1
  - expect: { action: C1/t, phase: calling, retries: 2/10, errorBar: { occurredAt: +1m1s, nextRetryAt: null, canRetry: false, message: retrying now } }
  - next: 1
  - expect: { clock: { now: +2m3s } }
  - next: 1
  - expect: { clock: { now: +3m3s } }
  - next: 1
  - advance: 30s
  - expect: { clock: { now: +4m33s } }
  - expect: { action: C1/t, phase: retry pending, retries: 4/10, errorBar: { occurredAt: +4m33s, message: no answer } }
  - next: 1
  - expect: { action: C1/t, retries: 5/10, errorBar: { message: HTTP 301 } }
  - next: 2
  - expect: { action: C1/t, retries: 6/10, errorBar: { occurredAt: +6m36s } }
  - next: 1
  - expect: { action: C1/t, retries: 7/10, errorBar: { occurredAt: +7m36s, nextRetryAt: +8m36s, message: HTTP 503 } }
  - next: 2
  - expect: { clock: { now: +9m6s, scheduled: 0 } }
  - expect: { action: C1/t, phase: awaiting response, retries: 8/10, calls: 9, errorBar: null, timeline: [call 1, call failed, retry scheduled, call 2, call 9, connected] }
`,
  ],
  [
    'S4 exactly at the call timeout is in time, a millisecond more is no answer; it is saved while calls are in flight',
    `${api('calls: [{ acceptAfter: 5001ms }, { fail: hang }, { fail: hang }], otherwise: { acceptAfter: 5s }')}
settings: { callTimeout: 5s }
steps:
  - launch: { case: C1 }
  - advance: 5s
  - expect: { action: C1/t, phase: retry pending, errorBar: { occurredAt: +5s } }
  - advance: { to: +1m6s }
  - set: { callTimeout: 1s }
  - expect: { action: C1/t, phase: calling, retries: 1/5 }
  - advance: { to: +1m10s }
  - expect: { action: C1/t, phase: retry pending, errorBar: { occurredAt: +1m10s, nextRetryAt: +3m10s } }
  - advance: { to: +3m11s }
  - expect: { action: C1/t, phase: retry pending, errorBar: { occurredAt: +3m11s } }
  - set: { callTimeout: 1m }
  - advance: { until: idle }
  - expect: { action: C1/t, phase: awaiting response, retries: 3/5 }
`,
  ],
  [
    'R28, R30 answers in any number and order, repeated, malformed and with a wrong token',
    `${api('otherwise: { accept: true, respond: [{ after: 3m, outcome: unsuccessful, reason: no }, { malformed: true, repeat: 2 }, { after: 1m, token: wrong, outcome: success }, { after: 2m, outcome: success, repeat: 3 }] }')}
steps:
  - launch: { case: C1 }
  - expect: { action: C1/t, phase: awaiting response, timeline: [response refused, response refused] }
  - expect: { clock: { scheduled: 5 } }
  - advance: { until: idle }
  - expect: { clock: { now: +3m } }
  - expect: { action: C1/t, resolutionMethod: Done Successfully, rejectedReason: null, timeline: [connected, wrong token, response accepted, response duplicate, duplicate, response refused] }
`,
  ],
  [
    'R25 an answer with no delay arrives with the acceptance, and the Case is through at once',
    `${api('otherwise: { respond: { outcome: success } }')}
steps:
  - launch: { case: C1 }
  - expect: { case: C1, status: Closed, needsAttention: false, problemAction: null, paused: false, actions: 1 }
  - expect: { clock: { now: 2026-01-05T09:00:00Z, scheduled: 0 } }
`,
  ],
  [
    'R5 fire and forget: what is answered later is late',
    `${api('otherwise: { respond: { after: 1m, outcome: unsuccessful } }', ', responseExpected: false, responseWithin: 5m, due: 1h, autoCompleteOnTimeout: true')}
steps:
  - launch: { case: C1 }
  - expect: { action: C1/t, status: Closed, phase: closed, resolutionMethod: Done Successfully, owner: null }
  - advance: { until: idle }
  - expect: { action: C1/t, status: Closed, timeline: [response late] }
  - expect: { clock: { now: +1m } }
`,
  ],
  [
    'an outage covers from ≤ t < from + for, lies over script and random behaviour, and takes instants of both kinds',
    `${PEOPLE}
externalApis:
  s: { url: https://s.example.test/, otherwise: {}, outages: [{ from: +10m, for: 5m, status: 500 }] }
  r: { url: https://r.example.test/, random: {}, outages: [{ from: "2026-01-05T09:10:00Z", for: 5m, fail: tls }] }
actionTypes: { s: { externalApi: s, responseExpected: false, retry: { max: 0 } }, r: { externalApi: r, responseExpected: false, retry: { max: 0 } } }
cases: { C1: { owner: dana } }
steps:
  - advance: { to: +9m59s999ms }
  - launch: { case: C1, actionType: s, as: s1 }
  - launch: { case: C1, actionType: r, as: r1 }
  - advance: 1ms
  - launch: { case: C1, actionType: s, as: s2 }
  - launch: { case: C1, actionType: r, as: r2 }
  - advance: { to: 2026-01-05T10:14:59.999+01:00 }
  - launch: { case: C1, actionType: s, as: s3 }
  - advance: 1ms
  - launch: { case: C1, actionType: s, as: s4 }
  - launch: { case: C1, actionType: r, as: r4 }
  - expect: { action: s1, status: Closed, resolutionMethod: Done Successfully }
  - expect: { action: r1, status: Closed }
  - expect: { action: s2, resolutionMethod: Not Done Successfully }
  - expect: { action: r2, resolutionMethod: Not Done Successfully }
  - expect: { action: s3, resolutionMethod: Not Done Successfully }
  - expect: { action: s4, resolutionMethod: Done Successfully }
  - expect: { action: r4, resolutionMethod: Done Successfully }
  - expect: { notifications: dana, count: 3, kinds: [Case needs attention, Case needs attention, Case needs attention], last: { action: s3, case: C1 } }
`,
  ],
  [
    'every distribution',
    `${PEOPLE}
actionTypes: { a: { externalApi: a }, b: { externalApi: b }, c: { externalApi: c }, d: { externalApi: d }, e: { externalApi: e }, f: { externalApi: f, retry: { max: 0 } } }
externalApis:
  a: { url: https://a.example.test/, random: { acceptAfter: 2s, responseAfter: { empirical: [1m, 1m] } } }
  b: { url: https://b.example.test/, random: { responseAfter: { uniform: [1m, 1m] } } }
  c: { url: https://c.example.test/, random: { responseAfter: { normal: { mean: 0s, sd: 0s } } } }
  d: { url: https://d.example.test/, random: { successRate: 0, reasons: { Unknown supplier: 1, never: 0 }, responseAfter: { exponential: { mean: 1s } } } }
  e: { url: https://e.example.test/, random: { noResponseRate: 1, responseAfter: { lognormal: { median: 12m, p95: 1h } } } }
  f: { url: https://f.example.test/, random: { failRate: 1, fail: { 503: 1, hang: 0 } } }
cases: { C1: { owner: dana, process: [[a, b, c, d, e, f]] } }
steps:
  - launch: { case: C1 }
  - expect: { action: C1/c, status: Closed }
  - expect: { action: C1/f, status: Closed, errorBar: { message: "503" } }
  - advance: { to: +59s }
  - expect: { action: C1/b, phase: awaiting response }
  - advance: { until: idle }
  - expect: { clock: { now: +1m2s } }
  - expect: { action: C1/a, status: Closed }
  - expect: { action: C1/b, status: Closed }
  - expect: { action: C1/d, status: To Do, rejectedReason: Unknown supplier }
  - expect: { action: C1/e, phase: awaiting response }
`,
  ],
  [
    'R17, R44 the same type twice side by side, by copy and by alias, among queues, inboxes and notifications',
    `${BASE}
actionTypes: { t: { externalApi: mute, responseWithin: 10m, allocation: { queue: AP, user: ines, secondaryUser: omar } }, m: { manual: true, title: By hand, allocation: { queue: EX } } }
cases: { C1: { owner: dana, process: [[t, t, m], t] } }
steps:
  - launch: { case: C1 }
  - launch: { case: C1, actionType: m, as: extra }
  - expect: { queue: EX, actions: [extra, C1/m/1] }
  - respond: { action: C1/t/1, outcome: unsuccessful }
  - expect: { queue: AP, actions: [C1/t/1] }
  - expect: { inbox: omar, actions: [C1/t/1], cases: [] }
  - advance: 10m
  - expect: { queue: AP, actions: 2 }
  - expect: { inbox: omar, actions: [C1/t, C1/t/1] }
  - resolve: { action: extra, by: dana, as: unable, reason: cannot }
  - expect: { case: C1, status: To Do, needsAttention: true, problemAction: extra, actions: 4 }
  - expect: { case: C1, problemAction: C1/m }
  - expect: { inbox: dana, cases: [C1], actions: 0 }
  - expect: { notifications: dana, count: 1, last: { kind: Case needs attention, action: extra, case: C1 } }
  - expect: { notifications: omar, count: 0, kinds: [], last: null }
  - resolve: { action: C1/t/1, as: complete }
  - resolve: { action: C1/t/2, by: omar, as: complete }
  - resolve: { action: C1/m/1, by: omar, as: complete }
  - expect: { case: C1, actions: 4 }
  - case: { case: C1, do: setInProgress }
  - expect: { case: C1, status: In Progress, actions: 5, problemAction: null, reason: Updated by resource }
  - expect: { action: C1/t, phase: awaiting response }
  - respond: { action: C1/t, outcome: success }
  - expect: { case: C1, status: Closed }
`,
  ],
  [
    'R32, R35 the response clock from launch, through retries: the pending one is dropped',
    `${api('calls: [{ fail: refused }, { fail: refused }]', ', responseWithin: 2m, allocation: { queue: AP }')}
settings: { responseClock: launch }
steps:
  - launch: { case: C1 }
  - advance: { to: +1m59s }
  - expect: { action: C1/t, phase: retry pending, status: Waiting, retries: 1/5 }
  - advance: { to: +2m }
  - expect: { action: C1/t, phase: manual, status: To Do, reason: Timeout, queue: AP, errorBar: null, retries: 1/5 }
  - expect: { clock: { scheduled: 0 } }
  - advance: 1h
  - expect: { action: C1/t, calls: 2, retries: 1/5 }
  - expect: { notifications: dana, count: 0 }
`,
  ],
  [
    'R29, R39 the response clock from launch cuts a call off; its answers are late',
    `${api('otherwise: { acceptAfter: 20s, respond: { after: 1m, outcome: success, data: { x: 1 } } }', ', responseWithin: 10s')}
settings: { responseClock: launch }
steps:
  - launch: { case: C1 }
  - advance: 10s
  - expect: { action: C1/t, status: To Do, reason: Timeout, calls: 1, timeline: [call, call cut off, status change] }
  - advance: { until: idle }
  - expect: { clock: { now: +1m20s } }
  - expect: { action: C1/t, status: To Do, timeline: [call cut off, "late, refused: success (409)"] }
  - expect: { case: C1, data: {} }
`,
  ],
  [
    'R35 from launch the clock runs only where a response is expected',
    `${api('calls: [{ fail: refused }]', ', responseWithin: 10s, responseExpected: false')}
settings: { responseClock: launch }
steps:
  - launch: { case: C1 }
  - advance: 30s
  - expect: { action: C1/t, phase: retry pending }
  - advance: { until: idle }
  - expect: { action: C1/t, status: Closed, resolutionMethod: Done Successfully }
`,
  ],
  [
    'R35, R38 launched while it was blank, it has no clock from launch, whatever is saved later',
    `${api('calls: [{ fail: refused }]')}
settings: { responseClock: launch }
steps:
  - launch: { case: C1 }
  - set: { actionType: t, responseWithin: 5m }
  - advance: { until: idle }
  - expect: { action: C1/t, phase: awaiting response }
  - expect: { clock: { now: +1m, scheduled: 0 } }
`,
  ],
  [
    'R29, R39 a response cuts the call off; the same answer to it is acknowledged, another refused',
    `${api('otherwise: { acceptAfter: 20s, respond: [{ after: 1m, outcome: success }, { after: 2m, outcome: unsuccessful }] }')}
steps:
  - launch: { case: C1 }
  - respond: { action: C1/t, outcome: success }
  - advance: { until: idle }
  - expect: { clock: { now: +2m20s } }
  - expect: { action: C1/t, status: Closed, timeline: [response accepted, call cut off, response duplicate, response refused] }
`,
  ],
  [
    'R37 a response at the instant of its timeout comes first',
    `${api('otherwise: { respond: { after: 10m, outcome: success } }', ', responseWithin: 10m')}
steps:
  - launch: { case: C1 }
  - advance: 10m
  - expect: { action: C1/t, status: Closed, resolutionMethod: Done Successfully }
`,
  ],
  [
    'R37 the response timeout comes before the due date',
    `${api('otherwise: {}', ', responseWithin: 10m, due: 10m, autoCompleteOnTimeout: true')}
steps:
  - launch: { case: C1 }
  - advance: 10m
  - expect: { action: C1/t, status: To Do, reason: Timeout, overdue: true }
`,
  ],
  [
    'R37 the result of a call comes before the due date, and a response before it too',
    `${api('otherwise: { acceptAfter: 10s, respond: { outcome: success } }', ', due: 10s, autoCompleteOnTimeout: true')}
steps:
  - launch: { case: C1 }
  - advance: 10s
  - expect: { action: C1/t, status: Closed, resolutionMethod: Done Successfully }
`,
  ],
  [
    'R36, R37 the due date comes before a retry: no further call',
    `${api('otherwise: { fail: dns }', ', due: 3m, autoCompleteOnTimeout: true')}
steps:
  - launch: { case: C1 }
  - advance: { until: idle }
  - expect: { action: C1/t, status: Closed, resolutionMethod: No response returned, calls: 2, retries: 1/5, errorBar: null }
  - expect: { clock: { now: +3m } }
  - expect: { case: C1, status: Closed, needsAttention: false }
`,
  ],
  [
    'R33 without auto-complete the due date only marks it overdue, in every phase',
    `${api('otherwise: { fail: dns }', ', due: 30s')}
steps:
  - launch: { case: C1 }
  - expect: { action: C1/t, overdue: false }
  - next: 1
  - expect: { action: C1/t, overdue: true, phase: retry pending, status: Waiting }
  - advance: { until: idle }
  - expect: { action: C1/t, status: Closed, overdue: true, retries: 5/5 }
`,
  ],
  [
    'time: backwards moves nothing, next beyond the end neither, and 0s is a move too',
    `${api('otherwise: { fail: dns }')}
settings: { retry: { max: 1 } }
steps:
  - next: 5
  - expect: { clock: { now: +0s } }
  - advance: 1h
  - launch: { case: C1 }
  - advance: { to: +30m }
  - advance: 0s
  - expect: { clock: { now: +1h, scheduled: 1 } }
  - next: 100
  - expect: { clock: { now: +1h1m, scheduled: 0 } }
  - advance: { until: idle }
  - expect: { clock: { now: +1h1m } }
  - advance: 2d1h1m1s1ms
  - expect: { clock: { now: +2d2h2m1s1ms } }
`,
  ],
  [
    'settings saved in every form',
    `${BASE}
actionTypes: { t: { externalApi: down, responseWithin: 5m, due: 1d, allocation: { queue: AP, user: omar } } }
cases: { C1: { owner: dana, process: [[t, t]] } }
steps:
  - set: { retry: { max: 2, first: 10s, factor: 1.5, cap: 12s, jitter: 0 }, responseClock: launch, callTimeout: 250ms }
  - launch: { case: C1 }
  - expect: { action: C1/t, retries: 0/2, errorBar: { nextRetryAt: +10s } }
  - set: { actionType: t, retry: { max: 7 } }
  - expect: { action: C1/t, retries: 0/7, errorBar: { nextRetryAt: +10s } }
  - advance: 10s
  - expect: { action: C1/t, retries: 1/7, errorBar: { nextRetryAt: +2m10s } }
  - set: { retry: { max: 0 } }
  - expect: { action: C1/t, retries: 1/7, phase: retry pending }
  - set: { actionType: t, retry: { max: 1 }, title: Other, externalApi: mute, responseWithin: null, due: null, allocation: null, send: null, responseExpected: true, autoCompleteOnTimeout: true }
  - expect: { action: C1/t/1, status: Closed, retries: 1/7 }
  - expect: { action: C1/t, status: Closed, retries: 1/7 }
  - expect: { notifications: dana, count: 2 }
  - relaunch: { action: C1/t/1 }
    refused: false
  - expect: { action: C1/t/3, phase: awaiting response, retries: 0/1 }
  - expect: { clock: { scheduled: 0 } }
  - set: { actionType: t, retry: null, externalApi: yes }
  - set: { externalApi: yes, url: https://other.example.test/, otherwise: { respond: { outcome: unsuccessful } } }
  - set: { user: omar, available: false, queues: [] }
  - relaunch: { action: C1/t/2, by: dana }
  - expect: { action: C1/t, status: To Do, retries: 0/0, rejectedReason: No reason given, assignee: null, queue: null }
  - set: { externalApi: yes, random: { failRate: 1 } }
  - set: { externalApi: yes, calls: [], otherwise: { respond: { outcome: success } } }
  - set: {}
`,
  ],
  [
    'R48, R49, R50, R47 refusals of every verb, demanded and denied',
    `${BASE}
actionTypes: { t: { externalApi: mute }, m: { manual: true } }
caseTypes: { k: { owner: dana, process: [t] } }
cases: { C1: { owner: dana, process: [t, m] }, C2: { owner: dana, process: [m] } }
steps:
  - case: { case: C1, do: pause }
    refused: true
  - launch: { case: C1 }
    refused: false
  - launch: { case: C1 }
    refused: true
  - launch: { caseType: k }
    refused: false
  - launch: { case: C1, actionType: m, as: a1 }
    refused: false
  - retry: { action: C1/t, by: dana }
    refused: true
  - retry: { action: a1 }
    refused: true
  - take: { action: C1/t, by: omar }
    refused: true
  - take: { action: a1, by: omar }
    refused: false
  - take: { action: a1, by: dana }
    refused: true
  - unassign: { action: a1 }
    refused: false
  - unassign: { action: a1 }
    refused: true
  - resolve: { action: C1/t, by: omar, as: complete }
    refused: true
  - resolve: { action: a1, by: omar, as: complete }
    refused: false
  - resolve: { action: a1, by: omar, as: unable, reason: no }
    refused: true
  - respond: { action: a1, outcome: success }
    refused: true
  - respond: { action: C1/t, malformed: true }
    refused: true
  - respond: { action: C1/t, token: wrong }
    refused: true
  - respond: { action: C1/t, outcome: success, data: {} }
    refused: false
  - respond: { action: C1/t, outcome: unsuccessful }
    refused: true
  - case: { case: C1, do: setInProgress }
    refused: true
  - case: { case: C1, do: resume }
    refused: true
  - case: { case: C1, do: pause }
    refused: false
  - relaunch: { action: C1/t, by: dana }
    refused: true
  - case: { case: C1, do: rework }
    refused: true
  - launch: { case: C1, actionType: t }
    refused: true
  - case: { case: C1, do: resume }
    refused: false
  - case: { case: C1, do: cancel }
    refused: false
  - case: { case: C1, do: cancel }
    refused: true
  - relaunch: { action: C1/t, by: dana }
    refused: true
  - set: { retry: { max: 3 } }
    refused: false
  - launch: { case: C2, actionType: t, as: b1 }
  - case: { case: C2, do: pause }
  - launch: { case: C2 }
    refused: true
`,
  ],
  [
    'R1 Cases of a type: numbered on, over time, with what the type gives; the launch comes first at its instant (R37)',
    `${BASE}
actionTypes: { t: { externalApi: down, retry: { max: 2, first: 10s, factor: 1 } } }
caseTypes: { inv: { owner: dana, data: { a: 1, b: 1 }, process: [t] } }
cases: { C1: { type: inv, data: { b: 2 } }, C2: { type: inv, owner: omar, process: [] } }
steps:
  - launch: { caseType: inv, count: 3, every: 10s }
  - launch: { caseType: inv, as: other }
  - launch: { caseType: inv, count: 2, as: other }
  - expect: { case: inv-1, status: In Progress, data: { a: 1, b: 1 } }
  - expect: { case: inv-2, status: null }
  - expect: { case: other-3, actions: 1 }
  - expect: { externalApi: down, calls: 4, lastRequest: { body: { Action: { a: 1 } } } }
  - advance: 10s
  - expect: { case: inv-2, actions: 1 }
  - expect: { action: inv-2/t, calls: 1, errorBar: { occurredAt: +10s } }
  - expect: { externalApi: down, calls: 9 }
  - restart: {}
  - advance: { until: idle }
  - expect: { case: inv-3, needsAttention: true }
  - expect: { clock: { now: +40s } }
  - expect: { notifications: dana, count: 6 }
  - expect: { inbox: dana, cases: 6 }
  - expect: { case: C1, status: Draft, data: { a: 1, b: 2 } }
  - launch: { case: C2 }
  - expect: { case: C2, status: In Progress, actions: 0 }
`,
  ],
  [
    'two hundred calls at one instant are all on their way at that instant',
    `${PEOPLE}
externalApis: { x: { url: https://x.example.test/, otherwise: { acceptAfter: 1s, respond: { after: 1m, outcome: success } } } }
actionTypes: { t: { externalApi: x } }
caseTypes: { k: { owner: dana, process: [t] } }
steps:
  - launch: { caseType: k, count: 200 }
  - expect: { externalApi: x, calls: 200 }
  - expect: { clock: { scheduled: 200 } }
  - next: 1
  - expect: { clock: { now: +1s, scheduled: 200 } }
  - expect: { action: k-200/t, phase: awaiting response }
  - next: 1
  - expect: { case: k-200, status: Closed }
  - expect: { clock: { now: +1m1s, scheduled: 0 } }
`,
  ],
  [
    'restart in every phase, and twice',
    `${api('calls: [{ fail: refused, after: 1s }, { acceptAfter: 2s, respond: { after: 5m, outcome: unsuccessful, reason: why } }]', ', responseWithin: 30m, due: 8h, allocation: { queue: AP, user: omar }')}
settings: { retry: { jitter: 0.4 } }
steps:
  - restart: {}
  - launch: { case: C1 }
  - restart: {}
  - expect: { action: C1/t, phase: calling, calls: 1 }
  - advance: 1s
  - restart: {}
  - restart: {}
  - expect: { action: C1/t, phase: retry pending, calls: 1, errorBar: { occurredAt: +1s } }
  - next: 1
  - restart: {}
  - expect: { action: C1/t, phase: calling, calls: 2, retries: 1/5, errorBar: { canRetry: false } }
  - next: 1
  - restart: {}
  - expect: { action: C1/t, phase: awaiting response, errorBar: null }
  - expect: { clock: { scheduled: 3 } }
  - next: 1
  - restart: {}
  - expect: { action: C1/t, phase: manual, status: To Do, rejectedReason: why, assignee: omar }
  - take: { action: C1/t, by: omar }
  - restart: {}
  - resolve: { action: C1/t, by: omar, as: complete }
  - restart: {}
  - expect: { case: C1, status: Closed }
  - expect: { clock: { scheduled: 0 } }
`,
  ],
  [
    'what an expectation may say of what is not there',
    `${BASE}
actionTypes: { t: { externalApi: mute } }
cases: { C1: { owner: dana, process: [t, t] } }
steps:
  - expect: { action: C1/t, status: null, phase: null, errorBar: null, assignee: null, reason: null }
  - expect: { case: C1, status: Draft, reason: null, problemAction: null, needsAttention: false, paused: false, actions: 0, data: {} }
  - expect: { externalApi: mute, calls: 0, lastRequest: null }
  - expect: { notifications: dana, last: null }
  - expect: { queue: AP, actions: [] }
  - expect: { inbox: dana, cases: [], actions: [] }
  - expect: { clock: {} }
  - launch: { case: C1 }
  - expect: { action: C1/t/2, status: null }
  - expect: { action: C1/t, data: { id: null }, timeline: [] }
  - expect: { action: C1/t, timeline: [Created, status change, CALL 1, connected] }
`,
  ],
];

describe('an odd but legal file holds', () => {
  it.each(FILES)('%s', async (_, text) => {
    const { failures, trace } = await play(text);
    expect(failures).toEqual([]);
    expect((await play(text, { transport: 'http' })).trace).toBe(trace);
  });

  it('as JSON with tabs and CRLF', async () => {
    const text = JSON.stringify({ users: { dana: {} }, steps: [{ next: 1 }, { say: 'x' }] }, null, '\t').replaceAll(
      '\n',
      '\r\n',
    );
    expect((await play(text)).failures).toEqual([]);
  });
});

it('what is said of an Action or a Case that is not there does not hold, but that it is not there', async () => {
  const { failures } = await play(`${BASE}
actionTypes: { t: { externalApi: down } }
cases: { C1: { owner: dana, process: [t] } }
steps:
  - expect: { action: C1/t, errorBar: null, queue: null, timeline: [] }
  - expect: { action: C1/t/2, data: { id: null } }
  - expect: { action: C1/t, phase: null, queue: null }
  - launch: { case: C1 }
  - expect: { action: C1/t, errorBar: null }
`);
  expect(failures).toEqual([
    { step: 1, subject: 'action C1/t', path: 'action', expected: 'C1/t', actual: null },
    { step: 2, subject: 'action C1/t/2', path: 'action', expected: 'C1/t/2', actual: null },
    {
      step: 5,
      subject: 'action C1/t',
      path: 'errorBar',
      expected: null,
      actual: {
        occurredAt: '+0s',
        nextRetryAt: '+1m',
        retries: 0,
        max: 5,
        canRetry: true,
        message:
          'The connection was refused at 09:00:00. The next automatic retry is at 09:01:00. Retried 0 of 5 times.',
      },
    },
  ]);
});
