/** Comparisons, counts, requests in order, waiting, and what is warned of (scenario-format.md, *Richer expectations*). */
import { describe, expect, it } from 'vitest';
import { openStage } from '../../src/main/open-stage.ts';
import { loadScenario } from '../../src/main/scenario/load.ts';
import { runScenario } from '../../src/main/scenario/run.ts';

const HEAD = `queues: [AP]
users: { dana: {}, omar: { queues: [AP] } }
externalApis:
  erp: { url: https://erp.example.test/, calls: [{ fail: refused }], otherwise: { respond: { after: 10m, outcome: success, data: { amount: 120.5 } } } }
actionTypes: { post: { externalApi: erp, allocation: { queue: AP }, retry: { max: 3, first: 1m } } }
caseTypes: { invoice: { owner: dana, process: [post], data: { amount: 7 } } }
cases: { C1: { owner: dana, process: [post] } }
steps:
`;

async function run(...steps: readonly string[]) {
  const loaded = loadScenario(`${HEAD}${steps.map((step) => `  - ${step}\n`).join('')}`, 'f.yaml');
  if (!loaded.ok) return expect.unreachable(JSON.stringify(loaded.problems));
  const stage = await openStage(loaded.scenario);
  try {
    const { failures, warnings } = await runScenario(stage.target, loaded.scenario);
    return { failures, warnings, elapsedMs: stage.target.now - stage.target.world.startAt };
  } finally {
    await stage.close();
  }
}

const failuresOf = async (...steps: readonly string[]) => (await run(...steps)).failures;

describe('where a plain value is compared, a comparison may stand', () => {
  it.each([
    'action: C1/post, status: { not: Closed }, reason: { not: Timeout }, resolutionMethod: { not: Rework }',
    'action: C1/post, phase: { oneOf: [retry pending, calling] }, retries: { not: 1/3 }, rejectedReason: { not: x }',
    'action: C1/post, calls: { atLeast: 1 }, assignee: { not: dana }, queue: { oneOf: [AP, null] }, overdue: { not: true }',
    'action: C1/post, retries: { matches: "^0/" }, owner: { matches: an }, status: { matches: ^Wait }',
    'action: C1/post, errorBar: { nextRetryAt: { between: [+30s, +1m] }, occurredAt: { atMost: 09:00 }, max: { between: [3, 4] } }',
    'action: C1/post, errorBar: { message: { matches: refused }, canRetry: { not: false }, retries: { atMost: 0 } }',
    'case: C1, actions: { atMost: 1 }, problemAction: { not: C1/post }, paused: { not: true }',
    'notifications: dana, count: { atMost: 0 }',
    'inbox: dana, actions: { atMost: 3 }, cases: { oneOf: [0, 1] }',
    'queue: AP, actions: { between: [0, 5] }',
    'externalApi: erp, calls: { between: [1, 1] }',
    'clock: { now: { atLeast: +0s }, scheduled: { atLeast: 1 } }',
  ])('%s', async (expectation) => {
    expect(await failuresOf('launch: { case: C1 }', `expect: { ${expectation} }`)).toEqual([]);
  });

  it('in custom data and requests too, unless what is there has such a key itself', async () => {
    expect(
      await failuresOf(
        'launch: { caseType: invoice, as: a }',
        'expect: { case: a-1, data: { amount: { between: [5, 9] } } }',
        'expect: { externalApi: erp, lastRequest: { body: { CallBackURL: { matches: "^https:" } } } }',
      ),
    ).toEqual([]);
  });

  it.each<[string, string, unknown, unknown]>([
    ['status: { not: Waiting }', 'status', { not: 'Waiting' }, 'Waiting'],
    ['calls: { atLeast: 2 }', 'calls', { atLeast: 2 }, 1],
    ['calls: { between: [2, 3] }', 'calls', { between: [2, 3] }, 1],
    ['retries: { matches: "^1" }', 'retries', { matches: '^1' }, '0/3'],
    ['errorBar: { nextRetryAt: { atLeast: 09:10 } }', 'errorBar.nextRetryAt', { atLeast: '+10m' }, '+1m'],
    ['resolutionMethod: { oneOf: [Rework, Cancelled] }', 'resolutionMethod', { oneOf: ['Rework', 'Cancelled'] }, null],
  ])('and fails where it does not hold: %s', async (field, path, expected, actual) => {
    expect(await failuresOf('launch: { case: C1 }', `expect: { action: C1/post, ${field} }`)).toEqual([
      { step: 2, subject: 'action C1/post', path, expected, actual },
    ]);
  });
});

describe('over many', () => {
  it('counts the Actions and Cases of which something holds', async () => {
    const failures = await failuresOf(
      'launch: { caseType: invoice, count: 5 }',
      'launch: { case: C1 }',
      'expect: { actions: { caseType: invoice, status: Waiting }, count: 5 }',
      'expect: { actions: { actionType: post, status: { not: Closed } }, count: 6 }',
      'expect: { actions: { case: C1 }, count: 1 }',
      'expect: { cases: { caseType: invoice, data: { amount: 7 } }, count: { atLeast: 5 } }',
      'expect: { cases: { owner: dana, needsAttention: true }, count: 0 }',
      'expect: { actions: { caseType: invoice, phase: closed }, count: { atLeast: 1 } }',
    );
    const subject = 'Actions';
    expect(failures).toEqual([{ step: 8, subject, path: 'count', expected: { atLeast: 1 }, actual: 0 }]);
  });

  it('looks for requests in their order', async () => {
    const steps = ['launch: { caseType: invoice, as: a }', 'advance: 3m'];
    const requests = (text: string) => failuresOf(...steps, `expect: { externalApi: erp, requests: ${text} }`);
    expect(await requests('[{ at: +0s, body: { Action: {} } }, { at: +1m, action: a-1/post }]')).toEqual([]);
    expect(await requests('[{ at: { atLeast: +30s } }]')).toEqual([]);
    expect(await requests('[{ at: +1m }, { at: +0s }]')).toMatchObject([{ path: 'requests[1]', actual: [] }]);
    expect(await requests('[{ at: +2m }]')).toMatchObject([
      { path: 'requests[0]', expected: { at: '+2m' }, actual: [{ at: '+0s', actionRef: 'a-1/post' }, { at: '+1m' }] },
    ]);
  });
});

describe('advance until something holds', () => {
  it('stops at the event that makes it true, at once where it is true already', async () => {
    const until = 'advance: { until: { action: C1/post, status: Closed }, atMost: 2h }';
    expect(await run('launch: { case: C1 }', until, until)).toMatchObject({ failures: [], elapsedMs: 11 * 60_000 });
  });

  it('fails as an expectation where it does not come true in time, when that time has passed', async () => {
    const { failures, elapsedMs } = await run(
      'launch: { case: C1 }',
      'advance: { until: { action: C1/post, status: Closed }, atMost: 5m }',
    );
    expect(elapsedMs).toBe(5 * 60_000);
    expect(failures).toEqual([
      { step: 2, subject: 'action C1/post', path: 'status', expected: 'Closed', actual: 'Waiting' },
    ]);
  });
});

it('advance until something holds takes as long as something is scheduled, where no limit is given', async () => {
  const closed = 'advance: { until: { action: C1/post, status: Closed } }';
  expect(await run('launch: { case: C1 }', closed)).toMatchObject({ failures: [], elapsedMs: 11 * 60_000 });
  const never = 'advance: { until: { action: C1/post, resolutionMethod: Rework } }';
  expect((await run('launch: { case: C1 }', never)).failures).toMatchObject([
    { path: 'resolutionMethod', expected: 'Rework' },
  ]);
});

describe('a warning', () => {
  const warningsOf = async (...steps: readonly string[]) => (await run(...steps)).warnings;
  it('of a refused step that does not say so', async () => {
    const retry = 'retry: { action: C1/post, by: omar }';
    expect(await warningsOf(retry, 'expect: { case: C1, status: Draft }')).toEqual([
      { kind: 'refusals', step: 1, message: expect.stringMatching(/^retry was refused: /) },
    ]);
    expect(await warningsOf('{ retry: { action: C1/post, by: omar }, refused: true }')).toEqual([]);
  });

  it('of a scenario, and of an expectation, that checks nothing', async () => {
    expect(await warningsOf('launch: { case: C1 }', 'expect: { action: C1/post }', 'expect: { clock: {} }')).toEqual([
      { kind: 'empty', step: null, message: 'the scenario checks nothing: it expects nothing' },
      { kind: 'empty', step: 2, message: 'this expectation checks nothing: it names no field' },
      { kind: 'empty', step: 3, message: 'this expectation checks nothing: it names no field' },
    ]);
    expect(
      await warningsOf('expect: { cases: { owner: dana } }', 'expect: { notifications: dana, kinds: [] }'),
    ).toEqual([{ kind: 'empty', step: 1, message: 'this expectation checks nothing: it names no field' }]);
  });

  it('of a step to an instant that has passed', async () => {
    expect(await warningsOf('advance: 1h', 'advance: { to: 09:30 }', 'expect: { clock: { now: +1h } }')).toEqual([
      { kind: 'past', step: 2, message: 'advance to +30m: it is +1h already' },
    ]);
  });
});

describe('fixed words are checked when the file is read, with the nearest right one', () => {
  it.each([
    ['action: C1/post, reason: Timout', '"Timout", expected one of Updated by Enate, Updated by Integration, Timeout'],
    ['action: C1/post, resolutionMethod: { not: Done Succesfully }', 'did you mean "Done Successfully"?'],
    ['notifications: dana, kinds: [Case need attention]', 'did you mean "Case needs attention"?'],
    ['notifications: dana, last: { kind: Case needs atention }', 'did you mean "Case needs attention"?'],
    [
      'action: C1/post, timeline: [call, escallation]',
      'unknown kind of entry "escallation", did you mean "escalation"?',
    ],
    ['action: C1/post, timeline: [retry schedule]', 'did you mean "retry scheduled"?'],
    ['action: C1/post, calls: { atLest: 1 }', 'did you mean "atLeast"?'],
    ['action: C1/post, retries: { matches: "(" }', 'expected a regular expression'],
  ])('%s', (expectation, message) => {
    const loaded = loadScenario(`${HEAD}  - launch: { case: C1 }\n  - expect: { ${expectation} }`, 'f.yaml');
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  it('in what a step waits for too', () => {
    const wait = 'advance: { until: { action: C1/post, timeline: [call, escallation] }, atMost: 2h }';
    const loaded = loadScenario(`${HEAD}  - launch: { case: C1 }\n  - ${wait}`, 'f.yaml');
    expect(loaded.ok ? [] : loaded.problems.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      expect.stringContaining(
        'steps[1].advance.until.timeline[1]: unknown kind of entry "escallation", did you mean "escalation"?',
      ),
    ]);
  });

  it.each(['[Call 2, connect]', '[created, "refused", Not Done]', '[escalated, omar]', '[retry, refused, late]'])(
    'but not parts of texts: %s',
    (timeline) => {
      const text = `${HEAD}  - launch: { case: C1 }\n  - expect: { action: C1/post, timeline: ${timeline} }`;
      expect(loadScenario(text, 'f.yaml').ok).toBe(true);
    },
  );
});
