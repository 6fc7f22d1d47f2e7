/** What scripts read of a workspace over HTTP, and what they are told of a scenario that they run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/main/scenario/problem.ts';
import { serving } from '../support/api.ts';
import { libraryFiles } from '../support/library-files.ts';
import { simulating } from '../support/simulating.ts';

const SCENARIO = `
title: Down, then up
users: { dana: {}, "o/mar": {} }
queues: [AP]
externalApis:
  erp:
    url: https://erp.example.test/invoices
    calls: [{ fail: refused }]
    otherwise: { respond: { after: 10m, outcome: success, data: { poNumber: "4711" } } }
actionTypes:
  post-invoice: { externalApi: erp, send: [invoiceId], retry: { max: 5, first: 1m } }
  timeline: { manual: true, allocation: { queue: AP, user: dana } }
cases: { C1: { owner: dana, data: { invoiceId: INV-1 }, process: [post-invoice] } }
steps:
  - launch: { case: C1 }
  - expect: { action: C1/post-invoice, status: Waiting }
  - expect: { action: C1/post-invoice, status: Closed, retries: 1/5 }
  - advance: 20m
`;
const REF = 'C1/post-invoice';

describe('what there is', () => {
  it('an Action is read as expectations see it, by every way of writing its reference', async () => {
    const { ask } = await serving(SCENARIO);
    await ask('/act', { type: 'launchCase', case: 'C1' });
    const { status, body } = await ask(`/actions/${REF}`);
    expect({ status, body }).toEqual({
      status: 200,
      body: {
        action: REF,
        status: 'Waiting',
        phase: 'retry pending',
        reason: 'Updated by Enate',
        resolutionMethod: null,
        rejectedReason: null,
        retries: '0/5',
        calls: 1,
        assignee: null,
        queue: null,
        owner: 'dana',
        overdue: false,
        errorBar: {
          occurredAt: '+0s',
          nextRetryAt: '+1m',
          retries: 0,
          max: 5,
          canRetry: true,
          message: expect.stringContaining('refused'),
        },
        data: { invoiceId: 'INV-1' },
      },
    });
    for (const same of ['C1%2Fpost-invoice', 'C1/post-invoice/1', 'C1%2fpost-invoice%2F1', 'C1/post%2Dinvoice']) {
      expect((await ask(`/actions/${same}`)).body, same).toEqual(body);
    }
    expect(await ask('/actions/C1/post-invoice/2')).toMatchObject({
      status: 404,
      body: { code: 'NOT_FOUND', message: 'There is no Action C1/post-invoice/2.' },
    });
  });

  it('a reference means the newest copy, and each copy goes by a name of its own', async () => {
    const { ask } = await serving(SCENARIO);
    await ask('/act', { type: 'launchAction', case: 'C1', actionType: 'timeline', as: 'first' });
    await ask('/act', { type: 'launchAction', case: 'C1', actionType: 'timeline' });
    expect((await ask('/actions/C1%2Ftimeline')).body).toMatchObject({ action: 'C1/timeline/2', assignee: 'dana' });
    expect((await ask('/actions/first')).body).toMatchObject({ action: 'C1/timeline/1' });
    expect((await ask('/actions/C1/timeline/timeline')).body).toMatchObject({ entries: [{ kind: 'created' }, {}, {}] });
    expect((await ask('/actions')).body).toMatchObject({
      actions: [{ action: 'C1/timeline/1' }, { action: 'C1/timeline/2' }],
      total: 2,
      next: null,
    });
  });

  it('timelines, notifications, requests and the clock say when and what', async () => {
    const { ask, origin } = await serving(SCENARIO);
    await ask('/act', { type: 'launchCase', case: 'C1' });
    await ask('/clock/advance', { by: '2m' });
    expect((await ask(`/actions/${REF}/timeline?limit=2&offset=1`)).body).toEqual({
      entries: [
        {
          at: '2026-01-05T09:00:00.000Z',
          since: '+0s',
          kind: 'status change',
          who: 'System',
          text: expect.any(String),
        },
        { at: '2026-01-05T09:00:00.000Z', since: '+0s', kind: 'call', who: 'System', text: 'Call 1, automatic' },
      ],
      total: 7,
      next: 3,
    });
    expect((await ask('/cases/C1')).body).toMatchObject({ case: 'C1', status: 'In Progress', actions: 1 });
    expect((await ask('/cases/C1/timeline')).body).toMatchObject({ entries: [{ kind: 'created' }, {}, {}] });
    expect((await ask('/external-apis/erp/requests')).body).toMatchObject({
      requests: [
        { since: '+0s', action: REF, call: 1, body: { CallBackURL: expect.stringContaining(`${origin}/callbacks/`) } },
        { since: '+1m', action: REF, call: 2, body: { Action: { invoiceId: 'INV-1' } } },
      ],
      total: 2,
      next: null,
    });
    expect((await ask('/clock')).body).toMatchObject({
      now: '+2m',
      at: '2026-01-05T09:02:00.000Z',
      scheduled: 1,
      next: { since: '+11m', kind: 'response', subject: REF },
    });
    await ask('/act', { type: 'caseVerb', case: 'C1', do: 'cancel', by: 'dana' });
    expect((await ask('/users/o%2Fmar/notifications')).body).toEqual({ notifications: [], total: 0, next: null });
    expect((await ask('/users/o/mar/notifications')).status).toBe(200);
    for (const [path, message] of [
      ['/cases/C9', 'There is no Case C9.'],
      ['/cases/C9/timeline', 'There is no Case C9.'],
      ['/actions/C9/x/timeline', 'There is no Action C9/x.'],
      ['/users/eve/notifications', 'There is no user eve.'],
      ['/external-apis/crm/requests', 'There is no External API crm.'],
    ] as const) {
      expect(await ask(path), path).toMatchObject({ status: 404, body: { message } });
    }
  });

  it('a part of a list is at most a thousand', async () => {
    const { ask } = await serving(SCENARIO);
    for (const query of ['limit=0', 'limit=1001', 'offset=-1', 'limit=many', 'limit=1&limit=2', 'from=2']) {
      expect((await ask(`/cases?${query}`)).status, query).toBe(400);
    }
    expect((await ask('/cases?limit=1000&offset=5')).body).toEqual({ cases: [], total: 1, next: null });
  });

  it('everything that is read is an expectation that holds, over the whole library', { timeout: 20_000 }, async () => {
    const simulator = await simulating({});
    for (const { id, text } of libraryFiles()) {
      const opened = await simulator.opener.openText(`${id}.yaml`, text);
      expect(opened.ok ? [] : opened.problems.map(formatProblem)).toEqual([]);
      const { reading, player, workspace } = simulator;
      for (const at of [0, 1, 2]) {
        if (at > 0) await player.step();
        if (at > 1) await player.run();
        const { clock, cases, actions, inboxes, queues, notifications, externalApis } = reading.all({
          offset: 0,
          limit: 1_000,
        });
        expect(actions.total).toBe(workspace.world.actions.size);
        for (const expectation of [
          ...[...cases.cases, ...actions.actions, ...inboxes, ...queues, ...notifications, ...externalApis],
          { clock: { now: clock.now, scheduled: clock.scheduled } },
          { clock: { now: clock.at } },
        ]) {
          expect(reading.expect(expectation), `${id}: ${JSON.stringify(expectation)}`).toMatchObject({ passed: true });
        }
      }
    }
    await simulator.close();
  });
});

it('numbers, true and false are read from a query wherever a call takes them', async () => {
  const { ask } = await serving(SCENARIO);
  await ask('/act', { type: 'launchCase', case: 'C1' });
  expect(await ask('/history?limit=1')).toMatchObject({ status: 200, body: { events: [{}] } });
  expect(await ask('/history/compare-futures?left=1&right=2')).toMatchObject({
    status: 404,
    body: { code: 'UNKNOWN_FUTURE' },
  });
  expect(await ask('/recorder/file?title=2&isLesson=false')).toMatchObject({
    status: 200,
    body: { fileName: '2.yaml' },
  });
  expect(await ask('/recorder/file?title=A&isLesson=no')).toMatchObject({ status: 400 });
});

it('the calls of docs/api.md are answered as it says', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');
  const calls = [...page.matchAll(/^curl -H "\$AUTH" (?:-H "\$JSON" -d '(.*)' )?\$LAB(\S+)$/gm)];
  expect(calls).toHaveLength(4);
  const { ask } = await serving(SCENARIO);
  const answers: unknown[] = [];
  for (const [, body, path = ''] of calls) {
    const { status, body: answered } = await ask(path, body === undefined ? undefined : JSON.parse(body));
    expect(status, path).toBe(200);
    answers.push(answered);
  }
  // Here it connects at the second call; there is no such file as the page names.
  expect(answers.slice(2)).toMatchObject([{ retries: '1/5' }, { mismatches: [{ path: 'retries', expected: '2/5' }] }]);
});

describe('what is expected', () => {
  it('holds, or each field is told that does not', async () => {
    const { ask } = await serving(SCENARIO);
    await ask('/act', { type: 'launchCase', case: 'C1' });
    const bar = { action: REF, status: 'Waiting', errorBar: { nextRetryAt: '09:01', retries: 0 } };
    expect(await ask('/expect', bar)).toEqual({ status: 200, body: { passed: true, mismatches: [] } });
    expect((await ask('/expect', { ...bar, retries: '3/5', errorBar: { retries: 3 } })).body).toEqual({
      passed: false,
      mismatches: [
        { path: 'retries', expected: '3/5', actual: '0/5' },
        { path: 'errorBar.retries', expected: 3, actual: 0 },
      ],
    });
    expect((await ask('/expect', { action: 'C1/none', calls: 1 })).body).toEqual({
      passed: false,
      mismatches: [{ path: 'action', expected: 'C1/none', actual: null }],
    });
  });

  it('of somebody or something that is not there is no expectation: it would hold for nothing', async () => {
    const { ask } = await serving(SCENARIO);
    for (const [expectation, message] of [
      [{ notifications: 'danna', count: 0 }, 'There is no user danna.'],
      [{ inbox: 'danna', actions: 0 }, 'There is no user danna.'],
      [{ queue: 'PA', actions: 0 }, 'There is no queue PA.'],
      [{ externalApi: 'epr', lastRequest: null }, 'There is no External API epr.'],
    ]) {
      expect(await ask('/expect', expectation)).toMatchObject({ status: 404, body: { message } });
    }
  });
});

describe('what is wrong with a request', () => {
  it.each([
    ['/expect', { action: REF, state: 'Waiting' }, 'unknown "state"'],
    [
      '/expect',
      { action: REF, status: 'Waitin' },
      'status: expected one of Draft, To Do, In Progress, Waiting, Resolved, Closed',
    ],
    ['/expect', { action: REF }, 'this expectation checks nothing: it names no field'],
    ['/expect', { action: REF, errorBar: { retries: -1 } }, 'errorBar.retries: expected a whole number of at least 0'],
    ['/act', { type: 'retry' }, 'action: expected string'],
    ['/act', { type: 'dance' }, 'type: expected another value'],
    ['/clock/advance', { by: 'soon' }, 'by: expected a duration such as 250ms, 30s, 20 min, 1h30m or 2d'],
    ['/actions?limit=many', undefined, 'limit: expected a whole number from 1 to 1000'],
  ])('%s %j is told where it is, and what is expected', async (path, body, message) => {
    const { ask } = await serving(SCENARIO);
    expect(await ask(path, body)).toMatchObject({ status: 400, body: { code: 'BAD_REQUEST', message } });
  });
});

describe('a scenario that is run', () => {
  const failed = {
    number: 3,
    state: 'failed',
    failures: [
      { path: 'status', expected: '"Closed"', actual: '"Waiting"' },
      { path: 'retries', expected: '"1/5"', actual: '"0/5"' },
    ],
  };

  it('in the workspace answers with what came of every step', async () => {
    const { ask } = await serving(SCENARIO);
    expect((await ask('/scenarios/step', {})).body).toMatchObject({ step: { number: 1, state: 'passed' } });
    expect(await ask('/scenarios/run', {})).toMatchObject({
      status: 200,
      body: {
        title: 'Down, then up',
        passed: false,
        steps: [{ state: 'passed' }, { state: 'passed' }, failed, { state: 'passed' }],
        virtualDurationMs: 1_200_000,
        toldSeq: expect.any(Number),
      },
    });
    expect((await ask('/scenarios/run', {})).status).toBe(409);
  });

  it('beside it too', async () => {
    const { ask } = await serving(SCENARIO);
    const { body } = await ask('/scenarios/rehearse', { fileName: 'a.yaml', text: SCENARIO });
    expect(body).toMatchObject({
      passed: false,
      scenarios: [
        {
          file: 'a.yaml',
          passed: false,
          failures: [
            { step: 3, line: 17, path: 'status', expected: 'Closed', actual: 'Waiting' },
            { step: 3, line: 17, path: 'retries' },
          ],
          warnings: [],
          seed: expect.any(Number),
          transport: 'direct',
          rules: expect.arrayContaining(['R8']),
          virtualDuration: 1_200_000,
          steps: [{}, {}, failed, {}],
        },
      ],
    });
    const text = SCENARIO.replace('advance: 20m', 'launch: { case: C1 }');
    expect((await ask('/scenarios/rehearse', { fileName: 'a.yaml', text })).body).toMatchObject({
      scenarios: [{ warnings: [{ kind: 'refusals', step: 4, line: 18, message: expect.stringContaining('R1') }] }],
    });
  });
});
