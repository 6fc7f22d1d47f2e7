/** One contract, two carriers: whatever works over the window's MessagePort works over the loopback host's WebSocket. */
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient, isDefinedError, ORPCError, safe } from '@orpc/client';
import { RPCLink as MessagePortLink } from '@orpc/client/message-port';
import { RPCLink as WebSocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import { RPCHandler } from '@orpc/server/message-port';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { LoopbackHost } from '../../src/main/hosts/loopback/server.ts';
import { createRouter } from '../../src/main/hosts/router.ts';
import type { Contract } from '../../src/shared/contract.ts';
import { ERASE_WORDS } from '../../src/shared/erase-contract.ts';
import { reject } from '../../src/shared/errors.ts';
import { SOCKET_PATH } from '../../src/shared/host.ts';
import type { StreamMessage } from '../../src/shared/stream.ts';
import { BACKUP, FakeSimulator, HOLDINGS, RECORDING, readFact } from '../support/fake-simulator.ts';

type Client = ContractRouterClient<Contract>;

interface Carrier {
  readonly client: Client;
  /** The page goes away without a word. */
  readonly drop: () => void;
  readonly close: () => Promise<void>;
}

type Connect = (simulator: FakeSimulator, onBug: (error: unknown) => void) => Promise<Carrier>;

const overMessagePort: Connect = async (simulator, onBug) => {
  const { port1, port2 } = new MessageChannel();
  new RPCHandler(createRouter(simulator.simulator, { onBug })).upgrade(port1);
  port1.start();
  const client: Client = createORPCClient(new MessagePortLink({ port: port2 }));
  port2.start();
  return { client, drop: () => port2.close(), close: async () => port2.close() };
};

const overWebSocket: Connect = async (simulator, onBug) => {
  const host = await LoopbackHost.listen({ port: 0, rendererDir: tmpdir(), version: '0', onError: onBug });
  host.open(simulator.simulator, async () => new Response());
  const { origin, searchParams } = new URL(host.address);
  const headers = { Authorization: `Bearer ${searchParams.get('token')}` };
  const websocket = new WebSocket(`${origin.replace('http', 'ws')}${SOCKET_PATH}`, { origin, headers });
  await once(websocket, 'open');
  const client: Client = createORPCClient(
    new WebSocketLink({ websocket: websocket as unknown as globalThis.WebSocket }),
  );
  return { client, drop: () => websocket.terminate(), close: () => host.close() };
};

describe.each([
  ['MessagePort', overMessagePort],
  ['WebSocket', overWebSocket],
])('the contract over %s', (_, connect) => {
  let simulator: FakeSimulator;
  let carrier: Carrier;
  let client: Client;
  let bugs: unknown[];

  beforeEach(async () => {
    simulator = new FakeSimulator();
    bugs = [];
    carrier = await connect(simulator, (error) => bugs.push(error));
    client = carrier.client;
  });
  afterEach(async () => {
    await carrier.close();
    expect(bugs).toEqual([]);
  });

  it('streams a snapshot, then batches, numbered without a gap', async () => {
    const messages: StreamMessage[] = [];
    const stream = await client.events();
    for await (const message of stream) {
      messages.push(message);
      if (messages.length === 1) simulator.tell({ type: 'facts', facts: [readFact('a'), readFact('b')] });
      if (messages.length === 2) simulator.tell({ type: 'player' });
      if (messages.length === 3) simulator.tell({ type: 'replaced' });
      if (messages.length === 4) break;
    }
    expect(messages).toMatchObject([
      {
        type: 'snapshot',
        number: 1,
        workspace: { name: 'Fake' },
        world: { startAt: simulator.workspace.now, users: [] },
      },
      { type: 'batch', number: 2, facts: [{ user: 'a' }, { user: 'b' }], clock: { now: simulator.workspace.now } },
      { type: 'player', number: 3, player: null },
      { type: 'snapshot', number: 4 },
    ]);
  });

  it('gives every subscriber a stream of its own', async () => {
    const [first, second] = [await client.events(), await client.events()];
    await first.next();
    simulator.tell({ type: 'facts', facts: [readFact('a')] });
    expect((await first.next()).value).toMatchObject({ type: 'batch', number: 2 });
    expect((await second.next()).value).toMatchObject({ type: 'snapshot', number: 1 });
    await first.return(undefined);
    await second.return(undefined);
  });

  it('ends a stream when its reader goes, when it aborts, and when the page is gone', async () => {
    const returning = await client.events();
    await returning.next();
    await returning.return(undefined);
    await vi.waitFor(() => expect(simulator.subscriberCount).toBe(0));

    const controller = new AbortController();
    const aborted = await client.events(undefined, { signal: controller.signal });
    await aborted.next();
    expect(simulator.subscriberCount).toBe(1);
    controller.abort();
    await expect(aborted.next()).rejects.toThrow();
    await vi.waitFor(() => expect(simulator.subscriberCount).toBe(0));

    const dropped = await client.events();
    await dropped.next();
    carrier.drop();
    await vi.waitFor(() => expect(simulator.subscriberCount).toBe(0));
    await expect(dropped.next()).rejects.toThrow();
  });

  it('answers with the event up to which what came of it was told', async () => {
    const stream = await client.events();
    expect((await stream.next()).value).toMatchObject({ type: 'snapshot', toldSeq: 0 });
    expect(await client.act({ type: 'launchCase', case: 'C1' })).toEqual({ ok: true, toldSeq: 1 });
    expect((await stream.next()).value).toMatchObject({ facts: [{ user: 'by launchCase' }], toldSeq: 1 });
    expect(await client.clock.play()).toEqual({ ok: true, toldSeq: 2 });
    expect(await client.history.previous()).toEqual({ moved: true, toldSeq: 2 });
    await stream.return(undefined);
  });

  it('accepts a wish', async () => {
    expect(await client.act({ type: 'launchCase', case: 'C1' })).toMatchObject({ ok: true });
    expect(simulator.asked).toEqual(['act launchCase']);
  });

  it('refuses by the rules with a typed error', async () => {
    const [error] = await safe(client.act({ type: 'retry', action: 'C1/post-invoice' }));
    expect(isDefinedError(error) && error).toMatchObject({
      code: 'REFUSED',
      status: 409,
      message: 'The Action is closed; nothing can be retried.',
      data: { code: 'closed', message: 'The Action is closed; nothing can be retried.', rules: ['R15'] },
    });
  });

  it('hears what the presenter looks at, within limits', async () => {
    expect(await client.presenter.look({ action: 'C1/post' })).toMatchObject({ ok: true });
    expect(await client.presenter.look({ action: null })).toMatchObject({ ok: true });
    expect(simulator.asked).toEqual(['look C1/post', 'look elsewhere']);
    for (const action of ['', 'x'.repeat(1_001), 7])
      expect((await safe(client.presenter.look({ action } as never)))[0]).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('refuses what the contract does not know', async () => {
    const [error] = await safe(client.act({ type: 'launchCase' } as never));
    expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    expect(simulator.asked).toEqual([]);
  });

  it('answers an Action, or says why not', async () => {
    const answer = { action: 'C1/post-invoice', outcome: 'success' } as const;
    expect(await client.respond(answer)).toMatchObject({ httpStatus: 200, message: 'The response was accepted.' });
    simulator.refusal = reject('unknown', 'There is no Action C1/post-invoice.');
    const [error] = await safe(client.respond(answer));
    expect(isDefinedError(error) && error.data).toMatchObject({ code: 'unknown', rules: [] });
  });

  it('acts in one go on what belongs together, and says what was refused of it', async () => {
    const launch = (reference: string) => ({ type: 'launchCase', case: reference }) as const;
    const retry = { type: 'retry', action: 'C1/post-invoice' } as const;
    expect(await client.actAll({ commands: [launch('C1'), retry, launch('C2')] })).toMatchObject({
      doneCount: 2,
      refusals: [{ code: 'closed', message: 'The Action is closed; nothing can be retried.', rules: ['R15'] }],
    });
    expect(simulator.asked).toEqual(['act launchCase', 'act retry', 'act launchCase']);
    expect((await safe(client.actAll({ commands: [] })))[0]).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('says what is wrong with a file', async () => {
    expect(await client.scenarios.openText({ fileName: 'a.yaml', text: 'right' })).toMatchObject({ ok: true });
    const [error] = await safe(client.scenarios.openText({ fileName: 'a.yaml', text: 'wrong' }));
    expect(isDefinedError(error) && error).toMatchObject({
      code: 'INVALID_FILE',
      message: 'a.yaml:2:3: steps[0]: expected a step',
      data: { problems: [{ file: 'a.yaml', line: 2, column: 3, path: 'steps[0]', message: 'expected a step' }] },
    });
    const { problems } = await client.scenarios.check({ fileName: 'a.yaml', text: 'wrong' });
    expect(problems).toEqual([{ file: 'a.yaml', line: 2, column: 3, path: 'steps[0]', message: 'expected a step' }]);
    expect(await client.scenarios.check({ fileName: 'a.yaml', text: 'right' })).toEqual({ problems: [] });
    const [refused] = await safe(client.scenarios.rehearse({ fileName: 'a.yaml', text: 'wrong' }));
    expect(isDefinedError(refused) && refused).toMatchObject({ code: 'INVALID_FILE', data: { problems } });
    expect(await client.scenarios.rehearse({ fileName: 'a.yaml', text: 'right' })).toMatchObject({
      scenarios: [{ title: 'a.yaml' }],
    });
    const [unknown] = await safe(client.scenarios.text({ id: 'no such' }));
    expect(isDefinedError(unknown) && unknown.message).toContain('no such');
    expect(await client.scenarios.text({ id: 'known' })).toEqual({ fileName: 'known.yaml', text: 'title: Known' });
  });

  it('opens files that come together, and another example', async () => {
    const file = { fileName: 'a.yaml', text: 'title: A' };
    const files = [file, { ...file, fileName: 'people.yaml' }];
    expect(await client.scenarios.openFiles({ files })).toMatchObject({ ok: true });
    const [wrong] = await safe(client.scenarios.openFiles({ files: [{ ...file, fileName: 'wrong.yaml' }] }));
    expect(isDefinedError(wrong) && wrong).toMatchObject({ code: 'INVALID_FILE', status: 422 });
    expect(await client.scenarios.example({ number: 2 })).toMatchObject({ ok: true });
    const [none] = await safe(client.scenarios.example({ number: 3 }));
    expect(isDefinedError(none) && none.data).toMatchObject({ message: 'There is no example 3.' });
    expect(simulator.asked).toEqual([
      'openFiles a.yaml people.yaml',
      'openFiles wrong.yaml',
      'openExample 2',
      'openExample 3',
    ]);
  });

  it('says what is exercised', async () => {
    const { rules, scenarios } = await client.coverage.scenarios();
    expect(scenarios).toEqual([{ file: 'known.yaml', id: 'known', title: 'Known' }]);
    expect(rules[0]).toMatchObject({ rule: 'S1', covered: false });
    const seen = await client.coverage.workspace();
    expect(seen.rules.filter(({ covered }) => covered)).toEqual([{ rule: 'R1', covered: true, by: ['C1/post'] }]);
  });

  it('goes back and forth in the past, and says what happened', async () => {
    expect(await client.history.events({ limit: 5 })).toMatchObject({
      events: [{ seq: 2 }],
      startSeq: 0,
      presentSeq: 2,
    });
    expect(await client.history.goTo({ seq: 2 })).toMatchObject({ moved: true });
    expect(await client.history.goTo({ seq: 7 })).toMatchObject({ moved: false });
    expect(await client.history.previous()).toMatchObject({ moved: true });
    expect(await client.history.next()).toMatchObject({ moved: false });
    expect(simulator.asked).toEqual(['events 5', 'goTo 2', 'goTo 7', 'previous', 'next']);
    expect(await client.history.future({ id: 2 })).toMatchObject({ moved: false });
    expect(await client.history.nameFuture({ id: 1, name: ' Up again ' })).toMatchObject({ ok: true });
    expect(simulator.asked.at(-1)).toBe('nameFuture 1 Up again');
    expect(await client.history.compareFutures({ left: 1, right: 2 })).toMatchObject({
      partedSeq: 2,
      right: { id: 2 },
    });
    const [unknown] = await safe(client.history.compareFutures({ left: 1, right: 3 }));
    expect(unknown).toMatchObject({ code: 'UNKNOWN_FUTURE', status: 404 });
    const [error] = await safe(client.history.goTo({ seq: -1 }));
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('moves the clock', async () => {
    await client.clock.play();
    await client.clock.speed({ speed: 60 });
    await client.clock.pause();
    await client.clock.advance({ by: '1m30s' });
    await client.clock.advance({ to: '+31m' });
    expect(await client.clock.next({ count: 3 })).toMatchObject({ moved: 3 });
    expect(await client.clock.next({})).toMatchObject({ moved: 1 });
    expect(await client.clock.nextRetry()).toMatchObject({ moved: true });
    await client.clock.untilIdle();
    expect(await client.clock.back()).toMatchObject({ moved: true });
    expect(simulator.asked).toEqual([
      'play',
      'setSpeed 60',
      'pause',
      'advance {"by":90000}',
      'advance {"to":"+31m"}',
      'next 3',
      'next 1',
      'nextRetry',
      'untilIdle',
      'back',
    ]);
    const [error] = await safe(client.clock.speed({ speed: 20_000 }));
    expect(error).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('refuses by the rules to jump in time', async () => {
    simulator.refusal = reject('notAllowed', 'The clock cannot jump while erp is real.');
    for (const jump of [
      client.clock.advance({ by: '1m' }),
      client.clock.next({}),
      client.clock.nextRetry(),
      client.clock.untilIdle(),
    ]) {
      const [error] = await safe<unknown, Error>(jump);
      expect(error).toMatchObject({
        code: 'REFUSED',
        status: 409,
        message: 'The clock cannot jump while erp is real.',
        data: { code: 'notAllowed' },
      });
    }
  });

  it('says how long calls really took', async () => {
    expect(await client.wallTimes({ externalApi: 'erp' })).toEqual([
      { actionRef: 'C1/post', callNumber: 1, wallMs: 1.5 },
    ]);
    expect(await client.wallTimes({ externalApi: 'crm' })).toEqual([]);
  });

  it('lists backups and restores one; says which cannot be', async () => {
    expect(await client.workspace.backups()).toEqual([BACKUP]);
    expect(await client.workspace.restore({ saveNumber: 2 })).toMatchObject({ ok: true });
    expect(simulator.asked).toEqual(['restoreBackup 2']);
    const missing = await safe(client.workspace.restore({ saveNumber: 3 }));
    expect(missing.error).toMatchObject({ code: 'NOT_FOUND', status: 404, message: 'The backup 3 is missing.' });
    const damaged = await safe(client.workspace.restore({ saveNumber: 1 }));
    expect(damaged.error).toMatchObject({ code: 'UNREADABLE', status: 422, message: 'The backup 1 is damaged.' });
    const odd = await safe(client.workspace.restore({ saveNumber: 0 }));
    expect(odd.error).toMatchObject({ status: 400 });
  });

  it('opens workspaces and plays scenarios', async () => {
    await client.workspace.openSample();
    await client.workspace.openEmpty();
    await client.scenarios.open({ id: 'known' });
    expect(await client.scenarios.step()).toMatchObject({ step: { number: 1, state: 'passed' } });
    expect(await client.scenarios.run()).toMatchObject({ title: 'Fake', passed: true, toldSeq: 0 });
    expect(simulator.asked).toEqual(['openSample', 'openEmpty', 'openLibrary known', 'step', 'run']);
    expect(await client.scenarios.library()).toEqual([]);
    expect(await client.scenarios.export()).toEqual({ fileName: 'fake.yaml', text: 'title: Fake' });
    simulator.refusal = reject('notAllowed', 'No scenario is open.');
    const [error] = await safe(client.scenarios.step());
    expect(isDefinedError(error) && error.data.code).toBe('notAllowed');
  });

  it('opens, names, copies and deletes workspaces, and says why one cannot be', async () => {
    const id = '6b0b1f62-5d0c-4a53-9a3c-0d8f2a9e7b11';
    expect(await client.workspaces.list()).toEqual([]);
    expect(await client.workspaces.open({ id: 'first' })).toMatchObject({ ok: true });
    expect(await client.workspaces.rename({ id, name: ' Trials ' })).toMatchObject({ ok: true });
    expect(await client.workspaces.duplicate({ id })).toMatchObject({ id: 'first', name: 'Fake copy' });
    expect(await client.workspaces.back()).toMatchObject({ moved: true });
    expect(await client.workspaces.stay()).toMatchObject({ ok: true });
    expect(simulator.asked).toEqual([
      'openWorkspace first',
      `rename ${id} Trials`,
      `duplicate ${id}`,
      'backToWorkspace',
      'stay',
    ]);
    const [missing] = await safe(client.workspaces.open({ id }));
    expect(missing).toMatchObject({ code: 'NOT_FOUND', status: 404, message: 'There is no such workspace.' });
    const [open] = await safe(client.workspaces.remove({ id: 'first' }));
    expect(open).toMatchObject({ code: 'NOT_POSSIBLE', status: 409, message: '“Fake” is open.' });
  });

  it('says what is kept, and erases it where the words say so', async () => {
    expect(await client.erase.look()).toEqual(HOLDINGS);
    // @ts-expect-error: other words
    const [refused] = await safe(client.erase.all({ confirm: 'yes' }));
    expect(refused).toMatchObject({ code: 'BAD_REQUEST' });
    expect(simulator.asked).toEqual([]);
    expect(await client.erase.all({ confirm: ERASE_WORDS })).toMatchObject({
      fileCount: 9,
      left: ['notes.txt'],
      toldSeq: 0,
    });
    expect(simulator.asked).toEqual(['eraseAll']);
  });

  it('plays studies, keeps their runs, and says why one cannot be played', async () => {
    const study = { actionTypeName: 'post', trialCount: 500, seed: 1, windowMs: 0 };
    const { id } = await client.lab.start({ ...study, name: 'A study', vary: ['retry.max=0,1'] });
    await vi.waitFor(async () => expect(await client.lab.run({ id })).toMatchObject({ state: 'finished' }));
    const run = await client.lab.run({ id });
    expect(run.variants.map(({ name }) => name)).toEqual(['Maximum retries 0', 'Maximum retries 1']);
    expect(run.variants[1]?.measures.escalatedPer1000?.value).toBeGreaterThan(0);
    await client.lab.rename({ id, name: 'Nought or one' });
    expect(await client.lab.runs()).toMatchObject([{ id, name: 'Nought or one', variantCount: 2, playedCount: 500 }]);
    expect(await client.lab.trial({ id, variant: 0, pick: { slowest: true } })).toMatchObject({
      fileName: 'trial.yaml',
    });
    const wish = { limits: [], cost: 'callsPerLaunch', given: null };
    const report = await client.lab.report({ id, wish });
    expect(report.fileName).toMatch(/^nought-or-one-\d{4}-\d\d-\d\d-\d{4}\.html$/);
    expect(report.text).toContain('<h1>Nought or one</h1>');
    expect((await client.lab.reportOfRuns({ ids: [id, id] })).text).toContain('<h2>Nought or one</h2>');
    const [tooMany] = await safe(client.lab.reportOfRuns({ ids: [id, id, id, id] }));
    expect(isDefinedError(tooMany) && tooMany).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    await client.lab.cancel({ id });
    await client.lab.remove({ id });
    expect(await client.lab.runs()).toEqual([]);
    const [unreported] = await safe(client.lab.report({ id, wish }));
    expect(isDefinedError(unreported) && unreported).toMatchObject({ code: 'NOT_FOUND', status: 404 });

    const [gone] = await safe(client.lab.run({ id }));
    expect(isDefinedError(gone) && gone).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    const [invalid] = await safe(client.lab.start({ ...study, vary: ['retry.max=101'] }));
    expect(isDefinedError(invalid) && invalid).toMatchObject({
      code: 'INVALID_STUDY',
      status: 422,
      message: 'retry.max=101: expected a whole number from 0 to 100',
    });
  });

  it('plays working days', async () => {
    const HOUR_MS = 3_600_000;
    const day = { actionTypeName: 'post', seed: 1, dayCount: 2, lengthMs: HOUR_MS, launchesPerHour: [5], outage: null };
    const { id } = await client.lab.startDays({ ...day, owner: 'dana', people: [] });
    await vi.waitFor(async () =>
      expect(await client.lab.days({ id })).toMatchObject({ state: 'finished', playedCount: 2 }),
    );
    await client.lab.cancelDays({ id });
    expect((await client.lab.reportOfDays({ id })).text).toContain('<h1>Working day: post</h1>');
    const [unplayed] = await safe(client.lab.reportOfDays({ id: 'nothing' }));
    expect(isDefinedError(unplayed) && unplayed).toMatchObject({ code: 'NOT_FOUND', status: 404 });
    const [invalid] = await safe(client.lab.startDays({ ...day, owner: 'nobody', people: [] }));
    expect(isDefinedError(invalid) && invalid).toMatchObject({
      code: 'INVALID_STUDY',
      message: 'there is no user nobody',
    });
  });

  it('records what is done, with what is said and expected between', async () => {
    const { recorder } = client;
    expect(await recorder.begin()).toEqual({ ok: true, toldSeq: 0 });
    expect(await recorder.add({ step: { say: 'Look.' } })).toMatchObject({ ok: true });
    expect(await recorder.add({ step: { show: { inbox: 'dana' } } })).toMatchObject({ ok: true });
    expect(await recorder.expect({ of: { action: 'C1/post' }, field: 'status' })).toEqual({
      sentence: 'Expects that it is so.',
      toldSeq: 0,
    });
    expect(await recorder.reword({ id: 1, step: { say: 'Look here.' } })).toMatchObject({ ok: true });
    expect(await recorder.remove({ id: 2 })).toMatchObject({ ok: true });
    expect(await recorder.state()).toEqual(RECORDING);
    expect(await recorder.file({ title: ' A walk ', tags: ['retries'], isLesson: true })).toEqual({
      fileName: 'fake-recording.yaml',
      text: 'title: Fake',
    });
    expect(await recorder.end()).toMatchObject({ ok: true });
    expect(simulator.asked).toEqual([
      'record',
      'addStep {"say":"Look."}',
      'addStep {"show":{"inbox":"dana"}}',
      'expectThis {"action":"C1/post"} status',
      'changeStep 1 {"say":"Look here."}',
      'changeStep 2 null',
      'recording {"title":"A walk","tags":["retries"],"isLesson":true}',
      'endRecording',
    ]);
  });

  it('refuses to record by the rules, and what the contract does not know', async () => {
    simulator.refusal = reject('notAllowed', 'Nothing is being recorded.');
    const { recorder } = client;
    for (const wish of [
      () => recorder.begin(),
      () => recorder.end(),
      () => recorder.add({ step: { say: 'Look.' } }),
      () => recorder.expect({ of: { queue: 'AP' }, field: 'actions' }),
      () => recorder.reword({ id: 1, step: { chapter: 'The end' } }),
      () => recorder.remove({ id: 1 }),
      () => recorder.file({ title: 'A walk', isLesson: false }),
    ]) {
      const [error] = await safe<unknown, Error>(wish());
      expect(error).toMatchObject({ code: 'REFUSED', status: 409, data: { code: 'notAllowed', rules: [] } });
    }
    simulator.refusal = null;
    simulator.asked.splice(0);
    for (const wish of [
      () => recorder.add({ step: { say: '' } }),
      () => recorder.add({ step: { launch: { case: 'C1' } } as never }),
      () => recorder.expect({ of: { user: 'dana' } as never, field: 'status' }),
      () => recorder.expect({ of: { case: 'C1' }, field: '' }),
      () => recorder.remove({ id: 0 }),
      () => recorder.file({ title: '', isLesson: true }),
    ]) {
      const [error] = await safe<unknown, Error>(wish());
      expect(error).toMatchObject({ code: 'BAD_REQUEST', status: 400 });
    }
    expect(simulator.asked).toEqual([]);
  });

  it('tells of a bug in words, reports it, and goes on', async () => {
    simulator.failure = new Error('stopped after 10 steps');
    const [error] = await safe(client.clock.untilIdle());
    expect(error).toBeInstanceOf(ORPCError);
    expect(error).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
      message: 'The simulator failed: stopped after 10 steps',
    });
    expect(bugs.splice(0)).toEqual([simulator.failure]);
    simulator.failure = null;
    expect(await client.clock.play()).toMatchObject({ ok: true });
  });

  it('outlives a subscriber that fails', async () => {
    const noPlayer = new Error('no player');
    vi.spyOn(simulator.player, 'state').mockImplementationOnce(() => {
      throw noPlayer;
    });
    const failed = await client.events();
    await expect(failed.next()).rejects.toThrow('The simulator failed: no player');
    expect(bugs.splice(0)).toEqual([noPlayer]);
    expect(simulator.subscriberCount).toBe(0);
    expect(await client.clock.play()).toMatchObject({ ok: true });
  });
});
