/** A file that uses every part of the format once. */
export const EVERYTHING = `title: Everything
summary: One of each
tags: [samples, two words]
start: 2026-01-05T10:00:00+01:00
seed: 7
settings:
  retry: { max: 4, first: 30s, factor: 1.5, cap: 1h, jitter: 0.1 }
  responseClock: launch
  callTimeout: 10s
queues: [AP, AP Exceptions]
users:
  dana: {}
  omar: { available: false, queues: [AP Exceptions] }
externalApis:
  erp:
    url: https://erp.example.test/invoices
    calls:
      - { fail: hang, after: 2s }
      - { status: 503, after: 1s, retryAfter: 2m }
      - accept
      - accept: true
        acceptAfter: 200ms
        acceptStatus: 202
        respond:
          - { after: 10m, outcome: unsuccessful, reason: no, data: { a: [1, { b: null }] }, repeat: 2 }
          - { malformed: true }
          - { token: wrong }
          - { token: wrong, outcome: success }
    otherwise: { respond: { outcome: success } }
  bank:
    url: http://bank.example.test/pay
    outages:
      - { from: +1h, for: 20m, fail: refused }
      - { from: 2026-01-05T12:00:00Z, for: 1m, status: 502, retryAfter: 1s }
      - { from: 10:00, for: 20 min, every: 1d, on: [Mon, Fri] }
    random:
      failRate: 0.15
      fail: { refused: 3, hang: 1, 503: 2 }
      acceptAfter: { uniform: [50ms, 400ms] }
      noResponseRate: 0.02
      successRate: 0.9
      responseAfter: { lognormal: { median: 12m, p95: 1h } }
      reasons: { "Unknown supplier": 2, "Amount mismatch": 1 }
  slow: { url: https://slow.example.test/, random: { acceptAfter: { normal: { mean: 5s, sd: 1s } }, responseAfter: { exponential: { mean: 5m } } } }
  plain: { url: https://plain.example.test/, random: { acceptAfter: 1s, responseAfter: { empirical: [1m, 2m] } } }
actionTypes:
  post-invoice:
    title: Post invoice to ERP
    externalApi: erp
    send: [invoiceId, amount]
    responseExpected: true
    responseWithin: 30m
    due: 8h
    autoCompleteOnTimeout: true
    allocation: { queue: AP Exceptions, user: omar, secondaryUser: dana }
    retry: { max: 3, first: 10s }
  archive: { manual: true, allocation: { queue: AP } }
caseTypes:
  invoice: { owner: dana, data: { currency: EUR }, process: [post-invoice, [post-invoice, archive]] }
cases:
  C1: { type: invoice, data: { invoiceId: INV-1, amount: 120.5 } }
  C2: { owner: omar, process: [archive] }
steps:
  - say: Off we go
  - launch: { case: C1 }
  - launch: { case: C1, actionType: archive, as: a1 }
  - launch: { caseType: invoice, count: 40, every: 20s, as: inv }
    refused: false
  - launch: { caseType: invoice }
  - advance: 31m
  - advance: { to: +2h }
  - advance: { until: idle }
  - next: 3
  - retry: { action: C1/post-invoice, by: dana }
    refused: true
  - set: { retry: { max: 7 }, responseClock: connection, callTimeout: 1m }
  - set: { actionType: post-invoice, responseWithin: null, externalApi: bank, allocation: { user: omar }, retry: { cap: 2h } }
  - set: { externalApi: erp, otherwise: { fail: tls } }
  - set: { user: omar, available: true, queues: [AP] }
  - respond: { action: inv-40/post-invoice, outcome: success, data: { poNumber: "4711" } }
  - respond: { action: C1/post-invoice/2, malformed: true }
  - respond: { action: a1, token: wrong }
  - take: { action: a1, by: dana }
  - unassign: { action: a1 }
  - resolve: { action: a1, by: dana, as: complete }
  - resolve: { action: a1, by: dana, as: unable, reason: no invoice }
  - case: { case: C2, do: setInProgress }
  - relaunch: { action: C2/archive, by: omar }
  - restart: {}
  - chapter: What is there
  - show: { action: C1/post-invoice }
  - show: { case: C2 }
  - show: { queue: AP }
  - show: { inbox: omar }
  - show: { settings: retry }
  - show: { externalApi: bank }
  - ask: { question: How many retries, answers: [None, "2"], right: 2 }
  - ask:
      question: And why?
      answers: [By chance, "Yes, that is the rule", No, Perhaps, Never]
      right: 1
      because: Nobody knows.
  - expect:
      action: C1/post-invoice
      status: Waiting
      phase: retry pending
      reason: Updated by Enate
      resolutionMethod: null
      rejectedReason: null
      retries: 0/5
      calls: 1
      assignee: null
      queue: null
      owner: dana
      overdue: false
      errorBar: { occurredAt: +0s, nextRetryAt: +1m, retries: 0, max: 5, canRetry: true, message: refused }
      data: { poNumber: null }
      timeline: [created, call 1]
  - expect: { case: invoice-1, status: To Do, needsAttention: true, reason: Timeout, problemAction: invoice-1/archive, paused: false, data: {}, actions: 2 }
  - expect: { notifications: dana, count: 1, kinds: [Case needs attention], last: { kind: Case needs attention, action: a1, case: C1 } }
  - expect: { notifications: omar, last: null }
  - expect: { inbox: dana, cases: [C1, inv-7], actions: [a1] }
  - expect: { inbox: omar, cases: 0, actions: 0 }
  - expect: { queue: AP, actions: [C1/archive] }
  - expect: { externalApi: bank, calls: 0, lastRequest: null }
  - expect: { externalApi: erp, lastRequest: { body: { Action: { amount: 120.5 } } } }
  - expect: { clock: { now: +2h, scheduled: 0 } }
`;
