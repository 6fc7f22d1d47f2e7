import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../src/main/scenario/load.ts';
import { formatProblem } from '../../../src/main/scenario/problem.ts';
import { EVERYTHING } from './samples.ts';

/** The problems of a text, a line each; empty where it is valid. */
function problemsOf(text: string, file = 'f.yaml'): string[] {
  const loaded = loadScenario(text, file);
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
}

describe('a valid file', () => {
  it('with every part of the format loads', () => {
    expect(problemsOf(EVERYTHING)).toEqual([]);
  });

  it('has durations in milliseconds, defaults filled in and instants as they stand', () => {
    const loaded = loadScenario(EVERYTHING, 'f.yaml');
    if (!loaded.ok) throw new Error('invalid');
    const { scenario } = loaded;
    expect(loaded.title).toBe('Everything');
    expect(scenario.actionTypes['post-invoice']?.retry).toEqual({
      max: 3,
      first: 10_000,
      factor: 2,
      cap: 86_400_000,
      jitter: 0,
    });
    expect(scenario.externalApis.erp?.calls?.[2]).toEqual({});
    expect(scenario.externalApis.bank?.outages?.[0]?.from).toBe('+1h');
    expect(scenario.users.dana).toEqual({ available: true, queues: [] });
    expect(scenario.steps[5]).toEqual({ advance: 1_860_000 });
  });

  it('with nothing in it takes every default', () => {
    const loaded = loadScenario('{}', 'a/b/empty.one.yaml');
    expect(loaded).toMatchObject({
      ok: true,
      title: 'empty.one',
      stepLines: [],
      scenario: {
        start: '2026-01-05T09:00:00Z',
        seed: 1,
        settings: { retry: { max: 5, first: 60_000 }, responseClock: 'connection', callTimeout: 30_000 },
        steps: [],
      },
    });
  });

  it.each([
    ['JSON, indented with tabs', '{\n\t"title": "a",\n\t"steps": [\n\t\t{ "say": "hi" }\n\t]\n}', 'f.json'],
    ['with a byte order mark', '\uFEFFtitle: a\nsteps:\n  - say: hi\n', 'f.YML'],
    ['with Windows line ends', 'title: a\r\n\r\nsteps:\r\n- say: hi\r\n', 'f.yaml'],
    ['with a document start', '%YAML 1.2\n---\ntitle: a\nsteps: [{ say: hi }]\n...\n', 'f.yaml'],
    ['without an extension', 'title: a\nsteps: [{ say: hi }]', '/dev/fd/63'],
  ])('is read: %s', (_, text, file) => {
    expect(loadScenario(text, file)).toMatchObject({ ok: true, title: 'a', scenario: { steps: [{ say: 'hi' }] } });
  });

  it('may repeat parts with anchors and aliases', () => {
    const text = `
users: { dana: &person { available: false }, omar: *person }
cases: { C1: { owner: dana, data: &data { a: 1 } }, C2: { owner: omar, data: *data } }`;
    expect(loadScenario(text, 'f.yaml')).toMatchObject({
      ok: true,
      scenario: { users: { omar: { available: false } }, cases: { C2: { data: { a: 1 } } } },
    });
  });

  it('may use an alias a thousand times', () => {
    const text = `cases: {}\nusers: { dana: {} }\nsteps:\n  - &s { say: hi }\n${'  - *s\n'.repeat(1000)}`;
    expect(loadScenario(text, 'f.yaml').ok).toBe(true);
  });

  it('tells the line of each step', () => {
    const loaded = loadScenario('steps:\n  - say: a\n  # b\n  -\n    say: c\n  - { say: d }', 'f.yaml');
    expect(loaded).toMatchObject({ ok: true, stepLines: [2, 5, 6] });
  });
});

describe('a file that is no scenario', () => {
  it.each<[what: string, text: string, problems: string[]]>([
    [
      'nothing',
      '',
      ['f.yaml:1:1: $: found an empty file, expected a scenario: a map with title, cases, steps and so on'],
    ],
    [
      'only a comment',
      '# later\n',
      ['f.yaml:1:1: $: found an empty file, expected a scenario: a map with title, cases, steps and so on'],
    ],
    [
      'a list',
      '\n- say: hi',
      ['f.yaml:2:1: $: found a list, expected a scenario: a map with title, cases, steps and so on'],
    ],
    ['a word', 'hi', ['f.yaml:1:1: $: found "hi", expected a scenario: a map with title, cases, steps and so on']],
    [
      'two documents',
      'title: a\n---\ntitle: b',
      ['f.yaml:2:1: $: found a second YAML document, expected one scenario in a file'],
    ],
    ['YAML 1.1', '%YAML 1.1\n---\ntitle: a', ['f.yaml:1:1: $: found YAML 1.1, expected YAML 1.2']],
    ['an open quote', 'title: "a\n', ['f.yaml:2:1: $: not YAML: Missing closing "quote']],
    ['tabs as indentation', 'cases:\n\tC1: {}', ['f.yaml:2:1: $: not YAML: Tabs are not allowed as indentation']],
    [
      'a colon too many',
      'title: a: b',
      ['f.yaml:1:8: $: not YAML: Nested mappings are not allowed in compact mappings'],
    ],
    ['an unknown tag', 'title: !date x', ['f.yaml:1:8: $: unresolved tag: !date, expected a value without a tag']],
    [
      'a tag that makes bytes',
      'title: !!binary aGk=',
      ['f.yaml:1:17: title: found the tag !!binary, expected text, a number or true or false'],
    ],
    [
      'a list as key',
      'users:\n  [a]: {}',
      ['f.yaml:2:3: users: found a key that is no plain text, expected text as key'],
    ],
    ['no key', 'users: { ~: {} }', ['f.yaml:1:10: users: found a key that is no plain text, expected text as key']],
    [
      'a key twice',
      'users:\n  dana: {}\n  dana: { available: false }',
      ['f.yaml:3:3: users.dana: the key "dana" appears twice in one map'],
    ],
    [
      'a key twice, once in quotes',
      'users:\n  503: {}\n  "503": {}',
      ['f.yaml:3:3: users.503: the key "503" appears twice in one map'],
    ],
    [
      'a key that JavaScript would lose',
      'users:\n  __proto__: {}',
      ['f.yaml:2:3: users.__proto__: found the key "__proto__", expected another name'],
    ],
    ['an alias of nothing', 'cases: *x', ['f.yaml:1:8: cases: found the alias *x, expected an anchor &x before it']],
    ['an alias of itself', 'cases: &c { C1: *c }', ['f.yaml:1:17: cases.C1: the alias *c is inside what it repeats']],
  ])('%s', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('another extension', () => {
    expect(problemsOf('title: a', 'notes.txt')).toEqual([
      'notes.txt:1:1: $: found a .txt file, expected a .yaml, .yml or .json file',
    ]);
  });

  it('aliases that explode are refused at once', () => {
    const level = (name: string, of: string) => `  ${name}: &${name} [${Array(20).fill(`*${of}`).join(', ')}]\n`;
    const text = `a:\n  a: &a [${'x, '.repeat(20)}]\n${level('b', 'a')}${level('c', 'b')}${level('d', 'c')}${level('e', 'd')}`;
    expect(problemsOf(text)).toEqual([
      'f.yaml:5:50: a.d[10]: the alias *c repeats too much, expected aliases that stand for at most 100000 values in all',
    ]);
  });

  it.each([150, 20_000])('%i lists in each other are refused, not overflowed', (depth) => {
    const problems = problemsOf('['.repeat(depth) + ']'.repeat(depth));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^f\.yaml:1:\d+: .*nested too deeply/);
  });
});

/** One fault each: `at` is line:column. */
const FAULTS: [text: string, problem: string][] = [
  // Keys
  ['titel: a', '1:1: titel: unknown key "titel", did you mean "title"?'],
  [
    'title: a\nfoo: 1',
    '2:1: foo: unknown key "foo", expected one of title, summary, tags, include, params, examples, start, seed, settings, queues, users, externalApis, actionTypes, caseTypes, cases or steps',
  ],
  [
    'settings: { response_clock: launch }',
    '1:13: settings.response_clock: unknown key "response_clock", did you mean "responseClock"?',
  ],
  ['users:\n  dana:\n    avail: true', '3:5: users.dana.avail: unknown key "avail", did you mean "available"?'],
  [
    'toString: 1',
    '1:1: toString: unknown key "toString", expected one of title, summary, tags, include, params, examples, start, seed, settings, queues, users, externalApis, actionTypes, caseTypes, cases or steps',
  ],
  [
    'actionTypes:\n  a/b: { manual: true }',
    '2:3: actionTypes["a/b"]: found the key "a/b", expected a name without "/"',
  ],
  // Values
  ['title: 3', '1:8: title: found 3, expected text'],
  ['queues: [AP, 3]', '1:14: queues[1]: found 3, expected a name, in quotes: "3"'],
  ['queues:', '1:1: queues: found nothing, expected a list'],
  ['users:\n  omar:', '2:3: users.omar: found nothing, expected a map'],
  [
    'start: 2026-02-30T09:00:00Z',
    '1:8: start: found "2026-02-30T09:00:00Z", expected a date and time (ISO 8601), such as 2026-01-05T09:00:00Z or 2026-01-05 09:00',
  ],
  [
    'start: 2026-01-05',
    '1:8: start: found "2026-01-05", expected a date and time (ISO 8601), such as 2026-01-05T09:00:00Z or 2026-01-05 09:00',
  ],
  [
    'settings: { callTimeout: 30 }',
    '1:26: settings.callTimeout: found 30, expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d',
  ],
  [
    'settings: { callTimeout: 30sec }',
    '1:26: settings.callTimeout: found "30sec", expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d',
  ],
  ['settings: { callTimeout: 0s }', '1:26: settings.callTimeout: found "0s", expected a duration longer than 0s'],
  [
    'settings: { callTimeout: 9999999d }',
    '1:26: settings.callTimeout: found "9999999d", expected a duration of at most 3652425d',
  ],
  ['settings: { retry: { max: 101 } }', '1:27: settings.retry.max: found 101, expected a whole number from 0 to 100'],
  [
    'settings: { retry: { max: many } }',
    '1:27: settings.retry.max: found "many", expected a whole number from 0 to 100',
  ],
  ['settings: { retry: { jitter: 2 } }', '1:30: settings.retry.jitter: found 2, expected a share from 0 to 1'],
  [
    'settings: { responseClock: conection }',
    '1:28: settings.responseClock: found "conection", expected connection or launch, did you mean "connection"?',
  ],
  [
    'externalApis: { a: { url: ftp://x } }',
    '1:27: externalApis.a.url: found "ftp://x", expected an http or https URL such as https://erp.example.test/invoices',
  ],
  [
    'externalApis: { a: {} }',
    '1:20: externalApis.a.url: missing "url", expected an http or https URL such as https://erp.example.test/invoices',
  ],
  ['actionTypes: { t: {} }', '1:19: actionTypes.t: expected either externalApi or manual: true'],
  [
    'actionTypes: { t: { manual: true, responseWithin: 1ms } }',
    '1:51: actionTypes.t.responseWithin: found "1ms", expected a duration of at least 1s',
  ],
  [
    'cases: { C1: { process: [[]] } }',
    '1:26: cases.C1.process[0]: found an empty list, expected at least one Action type',
  ],
  ['cases: { C1: { process: [3] } }', '1:26: cases.C1.process[0]: found 3, expected a name, in quotes: "3" or a list'],
  [
    'cases: { C1: { data: { x: .nan } } }',
    '1:27: cases.C1.data.x: found NaN, expected text, a number, true or false, nothing, a list or a map',
  ],
  // Call outcomes
  [
    'calls: { fail: refusd }',
    '1:16: fail: found "refusd", expected one of refused, dns, reset, tls or hang, did you mean "refused"?',
  ],
  ['calls: { fial: dns }', '1:10: fial: unknown key "fial", did you mean "fail"?'],
  ['calls: { status: 200 }', '1:18: status: found 200, expected a final HTTP status outside 2xx, 300 to 599'],
  ['calls: { status: 503, fail: dns }', '1:23: fail: "fail" does not go with "status"'],
  ['calls: { retryAfter: 3s, acceptAfter: 1s }', '1:10: retryAfter: "retryAfter" needs "status"'],
  [
    'calls: { foo: 1 }',
    '1:10: foo: unknown key "foo", expected one of accept, acceptAfter, acceptStatus, respond, fail, after, status or retryAfter',
  ],
  ['calls: acept', '1:8: found "acept", expected accept or a map, did you mean "accept"?'],
  [
    'calls: { respond: { outcome: sucess } }',
    '1:30: respond.outcome: found "sucess", expected success or unsuccessful, did you mean "success"?',
  ],
  ['calls: { respond: { after: 3m } }', '1:19: respond: found a map, expected a map with outcome, malformed or token'],
  ['calls: { respond: [{ malformed: yes }] }', '1:33: respond[0].malformed: found "yes", expected true'],
  [
    'calls: { respond: { outcome: success, repeat: 0 } }',
    '1:47: respond.repeat: found 0, expected how many times it is sent, at least 1',
  ],
  // Random behaviour
  [
    'random: { fail: { refusd: 1 } }',
    '1:19: fail.refusd: found the key "refusd", expected refused, dns, reset, tls, hang or an HTTP status outside 2xx, 300 to 599, did you mean "refused"?',
  ],
  ['random: { fail: { refused: 0 } }', '1:17: fail: expected at least one weight above 0'],
  [
    'random: { acceptAfter: { unifrom: [1s, 2s] } }',
    '1:26: acceptAfter.unifrom: unknown key "unifrom", did you mean "uniform"?',
  ],
  ['random: { acceptAfter: { uniform: [2s, 1s] } }', '1:35: acceptAfter.uniform: expected [shortest, longest]'],
  [
    'random: { acceptAfter: { lognormal: { median: 1s } } }',
    '1:37: acceptAfter.lognormal.p95: missing "p95", expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d',
  ],
  [
    'random: { acceptAfter: 5 }',
    '1:24: acceptAfter: found 5, expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d or a map with uniform, normal, exponential, lognormal or empirical',
  ],
  // Steps
  ['steps:\n  - advence: 3m', '2:5: steps[0]: unknown step "advence", did you mean "advance"?'],
  [
    'steps:\n  - wait: 3m',
    '2:5: steps[0]: unknown step "wait", expected one of launch, retry, set, respond, take, unassign, resolve, case, relaunch, advance, next, say, chapter, show, ask, restart or expect',
  ],
  [
    'steps:\n  - refused: true',
    '2:5: steps[0]: found no step, expected one of launch, retry, set, respond, take, unassign, resolve, case, relaunch, advance, next, say, chapter, show, ask, restart or expect',
  ],
  [
    'steps:\n  - say',
    '2:5: steps[0]: found "say", expected a map with launch, retry, set, respond, take, unassign, resolve, case, relaunch, advance, next, say, chapter, show, ask, restart or expect',
  ],
  ['steps:\n  - say: a\n    next: 1', '3:5: steps[0].next: "next" does not go with "say"'],
  ['steps:\n  - say: a\n    refused: true', '3:5: steps[0].refused: "refused" does not go with "say"'],
  ['steps:\n  - restart:', '2:5: steps[0].restart: found nothing, expected a map'],
  ['steps:\n  - next: 0', '2:11: steps[0].next: found 0, expected how many events, at least 1'],
  ['steps:\n  - retry: C1/t', '2:12: steps[0].retry: found "C1/t", expected a map'],
  ['steps:\n  - take: { action: C1/t }', '2:11: steps[0].take.by: missing "by", expected a name'],
  [
    'steps:\n  - retry: { action: C1//t }',
    '2:22: steps[0].retry.action: found "C1//t", expected an alias or CASE/actionType',
  ],
  [
    'steps:\n  - launch: { caseTyp: t }',
    '2:15: steps[0].launch.caseTyp: unknown key "caseTyp", did you mean "caseType"?',
  ],
  [
    'steps:\n  - launch: { case: C1, as: a }',
    '2:13: steps[0].launch.actionType: missing "actionType", expected a name',
  ],
  [
    'steps:\n  - advance: 3x',
    '2:14: steps[0].advance: found "3x", expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d or a map with to or until',
  ],
  ['steps:\n  - advance: { for: 3m }', '2:16: steps[0].advance.for: unknown key "for", expected to or until'],
  [
    'steps:\n  - advance: { until: idel }',
    '2:23: steps[0].advance.until: found "idel", expected idle, did you mean "idle"?',
  ],
  [
    'steps:\n  - resolve: { action: a, as: completed }',
    '2:31: steps[0].resolve.as: found "completed", expected complete or unable, did you mean "complete"?',
  ],
  [
    'steps:\n  - resolve: { action: a, as: complete, reason: x }',
    '2:41: steps[0].resolve.reason: "reason" does not go with "as: complete"',
  ],
  [
    'steps:\n  - case: { case: C1, do: puase }',
    '2:27: steps[0].case.do: found "puase", expected one of pause, resume, rework, cancel or setInProgress, did you mean "pause"?',
  ],
  ['steps:\n  - set: { responseWithin: 3m }', '2:10: steps[0].set.actionType: missing "actionType", expected a name'],
  // For an audience
  ['summary: ""', '1:10: summary: found "", expected what the file is about, in a sentence'],
  ['tags: lesson', '1:7: tags: found "lesson", expected a list'],
  ['tags: [lesson, 3]', '1:16: tags[1]: found 3, expected a tag, in quotes: "3"'],
  ['steps:\n  - chapter: ""', '2:14: steps[0].chapter: found "", expected a title'],
  ['steps:\n  - show: { settings: callTimeout }', '2:23: steps[0].show.settings: found "callTimeout", expected retry'],
  ['steps:\n  - show: { acton: C1/t }', '2:13: steps[0].show.acton: unknown key "acton", did you mean "action"?'],
  [
    'steps:\n  - show: {}',
    '2:11: steps[0].show: found an empty map, expected a map with action, case, queue, inbox, settings or externalApi',
  ],
  ['steps:\n  - show: { action: C1/t, case: C1 }', '2:27: steps[0].show.case: "case" does not go with "action"'],
  [
    'steps:\n  - show: C1/t',
    '2:11: steps[0].show: found "C1/t", expected a map with action, case, queue, inbox, settings or externalApi',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B] }',
    '2:10: steps[0].ask.right: missing "right", expected the number of the right answer, from 1',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A], right: 1 }',
    '2:34: steps[0].ask.answers: found a list, expected 2 to 5 answers, not 1',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B, C, D, E, F], right: 1 }',
    '2:34: steps[0].ask.answers: found a list, expected 2 to 5 answers, not 6',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, 2], right: 1 }',
    '2:38: steps[0].ask.answers[1]: found 2, expected an answer, in quotes: "2"',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: 0 }',
    '2:49: steps[0].ask.right: found 0, expected the number of the right answer, from 1',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: 1.5 }',
    '2:49: steps[0].ask.right: found 1.5, expected the number of the right answer, from 1',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: B }',
    '2:49: steps[0].ask.right: found "B", expected the number of the right answer, from 1',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: 3 }',
    '2:49: steps[0].ask.right: found 3, expected the number of an answer, 1 to 2',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: 6 }',
    '2:49: steps[0].ask.right: found 6, expected the number of an answer, 1 to 2',
  ],
  [
    'steps:\n  - ask: { question: "", answers: [A, B], right: 1 }',
    '2:22: steps[0].ask.question: found "", expected a question',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: 1, why: x }',
    '2:52: steps[0].ask.why: unknown key "why", expected one of question, answers, right or because',
  ],
  [
    'steps:\n  - ask: { question: Q, answers: [A, B], right: 1 }\n    refused: true',
    '3:5: steps[0].refused: "refused" does not go with "ask"',
  ],
  // Expectations
  ['steps:\n  - expect: { acton: C1/t }', '2:15: steps[0].expect: unknown subject "acton", did you mean "action"?'],
  [
    'steps:\n  - expect: { status: Closed }',
    '2:13: steps[0].expect: found no subject, expected one of action, case, notifications, inbox, queue, externalApi, clock, actions or cases',
  ],
  [
    'steps:\n  - expect: { action: C1/t, status: Closd }',
    '2:37: steps[0].expect.status: found "Closd", expected one of Draft, To Do, In Progress, Waiting, Resolved or Closed, did you mean "Closed"?',
  ],
  [
    'steps:\n  - expect: { action: C1/t, retries: 3 of 4 }',
    '2:38: steps[0].expect.retries: found "3 of 4", expected retries as "4/7"',
  ],
  [
    'steps:\n  - expect: { action: C1/t, errorBar: { nextRetry: +1m } }',
    '2:41: steps[0].expect.errorBar.nextRetry: unknown key "nextRetry", did you mean "nextRetryAt"?',
  ],
  [
    'steps:\n  - expect: { action: C1/t, errorBar: { nextRetryAt: 1m } }',
    '2:54: steps[0].expect.errorBar.nextRetryAt: found "1m", expected an instant such as +31m (since the scenario\'s start), 10:00 (the first one from the start on) or 2026-01-05 09:31',
  ],
  ['steps:\n  - expect: { case: C1, phase: closed }', '2:25: steps[0].expect.phase: "phase" does not go with "case"'],
  [
    'steps:\n  - expect: { inbox: dana, actions: x }',
    '2:37: steps[0].expect.actions: found "x", expected a list or a whole number of at least 0',
  ],
];

/** A call outcome or a random behaviour at the top of a text, put where it belongs; the position stays that of the text. */
function complete(text: string): { text: string; prefix: string; offset: number } {
  const calls = /^(calls|random): /.exec(text);
  if (!calls) return { text, prefix: '', offset: 0 };
  const isCall = calls[1] === 'calls';
  const opening = `externalApis: { a: { url: https://x.test, ${isCall ? 'calls: [ ' : 'random: '}`;
  const inner = text.slice(calls[0].length);
  const prefix = isCall ? 'externalApis.a.calls[0]' : 'externalApis.a.random';
  return { text: `${opening}${inner}${isCall ? ' ]' : ''} } }`, prefix, offset: opening.length - calls[0].length };
}

describe('a fault of the schema', () => {
  it.each(FAULTS)('%s', (fault, problem) => {
    const { text, prefix, offset } = complete(fault);
    const [, line, column, rest] = /^(\d+):(\d+): (.*)$/s.exec(problem) ?? [];
    const path = prefix === '' || rest?.startsWith('found ') ? prefix : `${prefix}.`;
    const separator = prefix !== '' && rest?.startsWith('found ') ? ': ' : '';
    expect(problemsOf(text)).toEqual([`f.yaml:${line}:${Number(column) + offset}: ${path}${separator}${rest}`]);
  });

  it('over a whole map names the map: calls and random exclude each other', () => {
    expect(problemsOf('externalApis: { a: { url: https://x.test, random: {}, calls: [] } }')).toEqual([
      'f.yaml:1:20: externalApis.a: expected calls and otherwise, or random, not both',
    ]);
  });

  it('is reported with all others, in the order of the text', () => {
    const text = 'steps:\n  - advence: 3m\n  - next: 0\nqueues: 3\nsettings: { retry: { max: -1, frist: 1m } }\n';
    expect(problemsOf(text)).toEqual([
      'f.yaml:2:5: steps[0]: unknown step "advence", did you mean "advance"?',
      'f.yaml:3:11: steps[1].next: found 0, expected how many events, at least 1',
      'f.yaml:4:9: queues: found 3, expected a list',
      'f.yaml:5:27: settings.retry.max: found -1, expected a whole number from 0 to 100',
      'f.yaml:5:31: settings.retry.frist: unknown key "frist", did you mean "first"?',
    ]);
  });

  it('has its parts besides its message', () => {
    const loaded = loadScenario('settings: { responseClock: lanch }', 'f.yaml');
    expect(loaded).toEqual({
      ok: false,
      problems: [
        {
          file: 'f.yaml',
          line: 1,
          column: 28,
          path: 'settings.responseClock',
          message: 'found "lanch", expected connection or launch, did you mean "launch"?',
          found: '"lanch"',
          expected: 'connection or launch',
          suggestion: 'launch',
        },
      ],
    });
  });

  it('behind an alias stands where the repeated part is', () => {
    expect(problemsOf('users: { dana: &u { availabel: true }, omar: *u }')).toEqual([
      'f.yaml:1:21: users.dana.availabel: unknown key "availabel", did you mean "available"?',
      'f.yaml:1:21: users.omar.availabel: unknown key "availabel", did you mean "available"?',
    ]);
  });
});
