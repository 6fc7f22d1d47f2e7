import { describe, expect, it } from 'vitest';
import { directSender } from '../../../src/main/external-system/direct.ts';
import type { CallRequest, JournalEntry } from '../../../src/main/runtime/ports.ts';
import { RunawayError } from '../../../src/main/runtime/runaway-error.ts';
import type { Runtime } from '../../../src/main/runtime/runtime.ts';
import type { Published } from '../../../src/main/runtime/runtime-options.ts';
import type { CallPlan } from '../../../src/shared/model.ts';
import type { ScenarioText } from '../../../src/shared/scenario.ts';
import { worldToJson } from '../../../src/shared/world-json.ts';
import { planCall } from '../../../src/simulated-api/behaviour.ts';
import { DEFINITIONS, MINUTE, START } from '../../support/given.ts';
import { running } from '../../support/running.ts';

const launch = { type: 'launchCase', case: 'C1' } as const;
const withApi = (api: object, change: Partial<ScenarioText> = {}): ScenarioText => ({
  ...DEFINITIONS,
  ...change,
  externalApis: { erp: { url: 'https://erp.example.test/', ...api } },
});
const DOWN = withApi({ otherwise: { fail: 'refused' } });
const many = (count: number, api: object): ScenarioText =>
  withApi(api, {
    caseTypes: { invoice: { owner: 'dana', process: ['post'] } },
    cases: { C1: { owner: 'dana', process: Array.from({ length: 1 }, () => Array(count).fill('post')) } },
  });

/** A promise that the test settles. */
function latch() {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { promise, open };
}

/** Lets everything happen that needs no further help. */
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** A caller whose answers the test lets through. */
function slowCaller() {
  const requests: CallRequest[] = [];
  const waiting: (() => void)[] = [];
  return {
    requests,
    caller: {
      call: (request: CallRequest) =>
        new Promise<CallPlan>((resolve) => {
          requests.push(request);
          waiting.push(() => resolve(planCall(request)));
        }),
    },
    /** Answers all calls that were placed, the last one first. */
    answer() {
      for (const answer of waiting.splice(0).reverse()) answer();
    },
  };
}

describe('1. one input at a time', () => {
  it('jobs run to their end in the order they came, also when nobody waits for them', async () => {
    const { runtime } = running(DOWN);
    const order: string[] = [];
    const jobs = [
      runtime.submit(launch).then(() => order.push(`launched at ${runtime.now - START}`)),
      runtime.advanceBy(MINUTE).then(() => order.push(`moved to ${runtime.now - START}`)),
      runtime.submit({ type: 'retry', action: 'C1/post', by: 'dana' }).then(() => order.push('retried')),
      runtime.advanceToNext().then((moved) => order.push(`moved ${moved}`)),
    ];
    await Promise.all(jobs);
    expect(order).toEqual(['launched at 0', 'moved to 60000', 'retried', 'moved 1']);
    expect(runtime.world.actions.get('C1/post')).toMatchObject({ retryCount: 3 });
  });

  it('a job that fails fails alone', async () => {
    const { runtime } = running(DOWN);
    const failing = runtime.runAlone(() => Promise.reject(new Error('no')));
    const next = runtime.submit(launch);
    await expect(failing).rejects.toThrow('no');
    expect(await next).toMatchObject({ rejected: false });
  });
});

describe('2. virtual time', () => {
  it('never goes back, stands at each due time in its step, and at the wish at the end', async () => {
    const { runtime, journal } = running(DOWN);
    await runtime.submit(launch);
    await runtime.advanceBy(8 * MINUTE);
    await runtime.advanceTo(START);
    await runtime.advanceBy(0);
    expect(runtime.now).toBe(START + 8 * MINUTE);
    const retries = journal.filter(({ input }) => input.type === 'retryDue').map(({ at }) => (at - START) / MINUTE);
    expect(retries).toEqual([1, 3, 7]);
    expect(journal.at(-1)).toMatchObject({ at: START + 8 * MINUTE, input: { type: 'advanced' } });
    expect(journal.map(({ seq }) => seq)).toEqual(journal.map((_, index) => index + 1));
  });

  it('moves to the next event, the next retry, and on until nothing is scheduled', async () => {
    const { runtime } = running({ ...DOWN, actionTypes: { post: { externalApi: 'erp', due: '2m' } } });
    await runtime.submit(launch);
    expect(await runtime.advanceToNext(2)).toBe(2);
    expect(runtime.now - START).toBe(2 * MINUTE);
    expect(await runtime.advanceToNextRetry()).toBe(true);
    expect(runtime.now - START).toBe(3 * MINUTE);
    await runtime.advanceUntilIdle();
    expect([runtime.now - START, runtime.scheduledCount, runtime.next]).toEqual([31 * MINUTE, 0, undefined]);
    expect(await runtime.advanceToNext(5)).toBe(0);
    expect(await runtime.advanceToNextRetry()).toBe(false);
    expect(runtime.now - START).toBe(31 * MINUTE);
  });
});

describe('3. time stands still while calls are fetched', () => {
  it('and no other job begins; the calls of one instant are placed together, their results taken in creation order', async () => {
    const slow = slowCaller();
    const { runtime, journal } = running(many(3, { otherwise: { fail: 'refused', after: '1s' } }), {
      caller: slow.caller,
    });
    const launched = runtime.submit(launch);
    const moved = runtime.advanceBy(MINUTE);
    await settled();
    expect(slow.requests.map(({ actionRef }) => actionRef)).toEqual(['C1/post', 'C1/post/2', 'C1/post/3']);
    expect([runtime.now, runtime.scheduledCount]).toEqual([START, 0]);
    slow.answer();
    await launched;
    await moved;
    expect(runtime.now).toBe(START + MINUTE);
    const planned = journal.flatMap(({ input }) => (input.type === 'callPlanned' ? [input.actionRef] : []));
    expect(planned).toEqual(['C1/post', 'C1/post/2', 'C1/post/3']);
  });

  it('at most 64 at a time, however many start at one instant', async () => {
    const slow = slowCaller();
    const { runtime } = running(many(150, { otherwise: { acceptAfter: '1s' } }), { caller: slow.caller });
    const launched = runtime.submit(launch);
    for (const placed of [64, 128, 150]) {
      await settled();
      expect(slow.requests).toHaveLength(placed);
      slow.answer();
    }
    await launched;
    expect(runtime.scheduledCount).toBe(150);
  });

  it('a call whose Action closed before it was placed is not placed', async () => {
    const { runtime } = running(DOWN);
    await runtime.submit(launch, { settle: false });
    await runtime.submit({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    expect(runtime.world.timelines.get('C1/post')?.map(({ type }) => type)).not.toContain('callPlanned');
    expect(runtime.scheduledCount).toBe(0);
  });

  it('a workspace stored in the middle of a fetch calls again when it is opened', async () => {
    const slow = slowCaller();
    const stuck = running(DOWN, { caller: slow.caller });
    void stuck.runtime.submit(launch);
    await settled();
    const { runtime } = running(DOWN, { world: stuck.runtime.world, seq: stuck.runtime.seq });
    await runtime.settle();
    expect(runtime.world.actions.get('C1/post')).toMatchObject({ phase: 'retry pending', callCount: 1 });
  });
});

describe('4. when a job has ended nothing that is due is left undone', () => {
  it('a command and what happens at its instant because of it are one job', async () => {
    const { runtime } = running(withApi({ otherwise: { respond: { outcome: 'success' } } }));
    await runtime.submit(launch);
    expect(runtime.world.cases.get('C1')?.status).toBe('Closed');
  });

  it('while playing the slice that follows does it', async () => {
    const { runtime } = running(DOWN);
    await runtime.submit(launch, { settle: false });
    expect(runtime.world.actions.get('C1/post')).toMatchObject({ phase: 'calling', plan: null });
    await runtime.playFor(0, 1_000);
    expect(runtime.world.actions.get('C1/post')?.phase).toBe('retry pending');
  });

  it('a slice of play moves by at most what it was given', async () => {
    const { runtime } = running(DOWN);
    await runtime.submit(launch);
    await runtime.playFor(3 * MINUTE, 10_000);
    expect([runtime.now, runtime.world.actions.get('C1/post')?.retryCount]).toEqual([START + 3 * MINUTE, 2]);
  });

  it('a slice of play makes way for a job that waits, and for real time', async () => {
    const { runtime } = running(DOWN);
    await runtime.submit(launch);
    const slice = runtime.playFor(10 * MINUTE, 10_000);
    const clicked = runtime.submit({ type: 'retry', action: 'C1/post', by: 'dana' });
    await Promise.all([slice, clicked]);
    expect(runtime.now).toBe(START);
    await runtime.playFor(10 * MINUTE, -1);
    expect(runtime.now).toBe(START);
    expect(runtime.world.actions.get('C1/post')?.retryCount).toBe(1);
  });
});

describe('5. the order at one instant (R37)', () => {
  it('results, responses, the response timeout, the due date, retries; then creation order', async () => {
    const api = {
      calls: [{ fail: 'refused' }],
      otherwise: { acceptAfter: '0s', respond: { after: '1m', malformed: true } },
    };
    const { runtime, journal } = running({
      ...withApi(api),
      externalApis: {
        erp: { url: 'https://erp.example.test/', ...(api as object) },
        slow: { url: 'https://slow.example.test/', otherwise: { acceptAfter: '1m' } },
        mute: { url: 'https://mute.example.test/', otherwise: { respond: { after: '1m', malformed: true } } },
      },
      settings: { callTimeout: '2m' },
      actionTypes: {
        retried: { externalApi: 'erp' },
        due: { manual: true, due: '1m' },
        timed: { externalApi: 'mute', responseWithin: '1m' },
        connecting: { externalApi: 'slow' },
      },
      caseTypes: { k: { owner: 'dana', process: ['due'] } },
      cases: { C1: { owner: 'dana', process: [['retried', 'due', 'timed', 'connecting', 'retried', 'connecting']] } },
    });
    await runtime.submit({ type: 'launchCases', caseType: 'k', count: 2, every: MINUTE });
    await runtime.submit(launch);
    const before = journal.length;
    await runtime.advanceBy(MINUTE);
    const happened = journal
      .slice(before)
      .flatMap(({ input }) => ('actionRef' in input ? [`${input.type} ${input.actionRef}`] : [input.type]));
    expect(happened).toEqual([
      'plannedLaunch',
      'callResultDue C1/connecting',
      'callResultDue C1/connecting/2',
      'response C1/timed',
      'responseTimeout C1/timed',
      'dueDate k-1/due',
      'dueDate C1/due',
      'retryDue C1/retried',
      'retryDue C1/retried/2',
      'callPlanned C1/retried',
      'callPlanned C1/retried/2',
      'callResultDue C1/retried',
      'callResultDue C1/retried/2',
    ]);
  });
});

describe('5. responses of one instant (R37)', () => {
  it('come by the creation of their Actions, then as they were scheduled, not by acceptance', async () => {
    const answers = (name: string) =>
      [1, 2].map((n) => ({ after: '1m', outcome: 'success', data: { last: `${name}${n}` } }));
    const { runtime, journal } = running({
      users: { dana: {} },
      externalApis: {
        late: {
          url: 'https://late.example.test/',
          otherwise: { acceptAfter: '20s', respond: answers('late') } as never,
        },
        early: {
          url: 'https://early.example.test/',
          otherwise: { respond: answers('early').map((each) => ({ ...each, after: '80s' })) } as never,
        },
      },
      actionTypes: { first: { externalApi: 'late' }, second: { externalApi: 'early' } },
      cases: { C1: { owner: 'dana', process: [['first', 'second']] } },
    });
    await runtime.submit(launch);
    await runtime.advanceBy(2 * MINUTE);
    const heard = journal.flatMap(({ input }) => (input.type === 'response' ? [input.plannedId] : []));
    expect(heard).toEqual(['C1/first#1.1', 'C1/first#1.2', 'C1/second#1.1', 'C1/second#1.2']);
    expect(runtime.world.cases.get('C1')?.data, 'the one created later writes last').toEqual({ last: 'early1' });
  });
});

describe('the response clock from launch (R32, R35, R39)', () => {
  it('ends retries and cuts a call off at its instant; what is answered to that call is late', async () => {
    const { runtime } = running({
      ...withApi({ calls: [{ fail: 'refused' }], otherwise: { acceptAfter: '20s', respond: { outcome: 'success' } } }),
      settings: { responseClock: 'launch' },
      actionTypes: { post: { externalApi: 'erp', responseWithin: '70s' } },
    });
    await runtime.submit(launch);
    await runtime.advanceUntilIdle();
    const facts = runtime.world.timelines.get('C1/post') ?? [];
    const seconds = facts.map((fact) => [(fact.at - START) / 1_000, fact.type, 'verdict' in fact ? fact.verdict : '']);
    expect(seconds.slice(-5)).toEqual([
      [60, 'callPlanned', ''],
      [70, 'callCutOff', ''],
      [70, 'statusChanged', ''],
      [70, 'allocated', ''],
      [80, 'responseReceived', 'late'],
    ]);
    expect(runtime.world.actions.get('C1/post')).toMatchObject({ status: 'To Do', reason: 'Timeout', retryCount: 1 });
  });
});

describe('R37 retries due at one instant all start before anything that comes of one of them', () => {
  const retrying = (count: number) => many(count, { otherwise: { fail: 'refused' } });
  /** One that answers at once, and one that answers by promise. */
  const callers = {
    direct: { call: planCall },
    http: { call: async (request: CallRequest) => planCall(request) },
  };
  /** The inputs in order; runs of the same are one. */
  const waves = (journal: readonly JournalEntry[]) => {
    const runs: [string, number][] = [];
    for (const { input } of journal) {
      const last = runs.at(-1);
      if (last?.[0] === input.type) last[1] += 1;
      else runs.push([input.type, 1]);
    }
    return runs;
  };
  const oneWave = (count: number) => [
    ['retryDue', count],
    ['callPlanned', count],
    ['callResultDue', count],
  ];
  const acts = [
    ['nobody', async () => undefined],
    ['a click on Retry', (runtime: Runtime) => runtime.submit({ type: 'retry', action: 'C1/post/7' })],
  ] as const;

  for (const [transport, caller] of Object.entries(callers)) {
    for (const count of [65, 200, 1_000]) {
      it(`${count} of them, ${transport}, by a jump`, async () => {
        const { runtime, journal } = running(retrying(count), { caller });
        await runtime.submit(launch);
        journal.length = 0;
        expect(await runtime.advanceToNext()).toBe(1);
        expect(waves(journal)).toEqual(oneWave(count));
      });

      it(`${count} of them, ${transport}, in slices of play that are interrupted every 10 inputs`, async () => {
        const journal: JournalEntry[] = [];
        const record = (entry: JournalEntry) => {
          journal.push(entry);
          if (journal.length % 10 === 0) void runtime.runAlone(async () => undefined);
        };
        const { runtime } = running(retrying(count), { caller, journal: { record, flush: () => undefined } });
        await runtime.submit(launch);
        journal.length = 0;
        let slices = 0;
        for (; journal.length < 3 * count; slices += 1) await runtime.playFor(slices === 0 ? MINUTE : 0, 1e9);
        expect(slices).toBeGreaterThan(count / 10);
        expect(waves(journal)).toEqual(oneWave(count));
      });
    }

    for (const [who, act] of acts) {
      it(`also where ${who} comes in between, ${transport}: what was begun goes to its end first`, async () => {
        const { runtime, journal } = await interrupted(caller);
        await act(runtime);
        await runtime.settle();
        const ofItself = journal.filter(({ input }) => input.type !== 'retry');
        expect(waves(ofItself)).toEqual([
          ['retryDue', 200 - (journal.length - ofItself.length)],
          ['callPlanned', 200],
          ['callResultDue', 200],
        ]);
      });
    }

    it(`also where the app was closed in between, ${transport}`, async () => {
      const { runtime: before } = await interrupted(caller);
      const { world, now, seq } = before;
      const { runtime, journal } = running(retrying(200), { caller, world, now, seq });
      await runtime.settle();
      expect(waves(journal)).toEqual([
        ['retryDue', 195],
        ['callPlanned', 200],
        ['callResultDue', 200],
      ]);
    });
  }

  /** 200 retries are due, 5 of them have started. */
  async function interrupted(caller: (typeof callers)['http'] | (typeof callers)['direct']) {
    const journal: JournalEntry[] = [];
    const record = (entry: JournalEntry) => {
      journal.push(entry);
      if (entry.input.type === 'retryDue' && journal.length === 5) void runtime.runAlone(async () => undefined);
    };
    const { runtime } = running(retrying(200), { caller, journal: { record, flush: () => undefined } });
    await runtime.submit(launch);
    journal.length = 0;
    await runtime.playFor(MINUTE, 1e9);
    expect(waves(journal)).toEqual([['retryDue', 5]]);
    return { runtime, journal };
  }
});

describe('6. journal before acknowledgement', () => {
  it('neither who acts nor who listens hears of a fact before it is on disk', async () => {
    const flushes: ReturnType<typeof latch>[] = [];
    const recorded: JournalEntry[] = [];
    const told: Published[] = [];
    let isAcknowledged = false;
    const { runtime } = running(DOWN, {
      journal: {
        record: (entry) => void recorded.push(entry),
        flush: () => {
          const flush = latch();
          flushes.push(flush);
          return flush.promise;
        },
      },
    });
    runtime.subscribe((published) => told.push(published));
    const acting = runtime.submit(launch).then(() => {
      isAcknowledged = true;
    });
    await settled();
    expect(recorded.map(({ input }) => input.type)).toEqual(['launchCase', 'callPlanned', 'callResultDue']);
    expect([isAcknowledged, told.length, flushes.length]).toEqual([false, 0, 1]);
    flushes[0]?.open();
    await acting;
    expect(told).toMatchObject([{ now: START, seq: 3, scheduledCount: 1, next: { input: { type: 'retryDue' } } }]);
    expect(told[0]?.facts.map(({ type }) => type)).toContain('retryScheduled');
  });

  it('what a job did that failed half-way is on disk before its error tells of it', async () => {
    const flushed = latch();
    const told: Published[] = [];
    let error: unknown;
    const { runtime, journal } = running(withApi({ otherwise: { fail: 'refused' } }), { stepBudget: 3 });
    await runtime.submit(launch);
    runtime.subscribe((published) => told.push(published));
    const slow = running(DOWN, {
      stepBudget: 3,
      world: runtime.world,
      seq: runtime.seq,
      journal: { record: (entry) => void journal.push(entry), flush: () => flushed.promise },
    }).runtime;
    slow.subscribe((published) => told.push(published));
    const failing = slow.advanceUntilIdle().catch((thrown: unknown) => {
      error = thrown;
    });
    await settled();
    expect([journal.filter(({ input }) => input.type === 'retryDue').length, told, error]).toEqual([2, [], undefined]);
    flushed.open();
    await failing;
    expect(error).toBeInstanceOf(RunawayError);
    expect(told.flatMap(({ facts }) => facts).filter(({ type }) => type === 'callStarted')).toHaveLength(2);
  });

  it('who acts is told when it cannot be kept', async () => {
    const { runtime } = running(DOWN, {
      journal: { record: () => undefined, flush: () => Promise.reject(new Error('disk full')) },
    });
    await expect(runtime.submit(launch)).rejects.toThrow('disk full');
  });

  it('who listened and stopped hears nothing more; a job in which nothing happened is no news', async () => {
    const { runtime } = running(DOWN);
    const told: Published[] = [];
    const stop = runtime.subscribe((published) => told.push(published));
    await runtime.settle();
    expect(told).toEqual([]);
    await runtime.advanceBy(5);
    expect(told).toMatchObject([{ facts: [], now: START + 5 }]);
    stop();
    await runtime.submit(launch);
    expect(told).toHaveLength(1);
  });
});

describe('7. a refused input changes nothing', () => {
  it('no fact, no journal entry, no history, no news', async () => {
    const { runtime, journal } = running(DOWN);
    await runtime.submit(launch);
    const before = [
      JSON.stringify(worldToJson(runtime.world)),
      journal.length,
      runtime.ledger.history.length,
      runtime.seq,
    ];
    const told: Published[] = [];
    runtime.subscribe((published) => told.push(published));
    expect(await runtime.submit(launch)).toMatchObject({ rejected: true });
    expect(await runtime.respond('C9/post', { body: null, token: 'right' })).toMatchObject({ httpStatus: 404 });
    expect([
      JSON.stringify(worldToJson(runtime.world)),
      journal.length,
      runtime.ledger.history.length,
      runtime.seq,
    ]).toEqual(before);
    expect(told).toEqual([]);
  });

  it('R28–R30 a response that is refused is kept: it is on the timeline', async () => {
    const { runtime, journal } = running(DOWN);
    await runtime.submit(launch);
    expect(await runtime.respond('C1/post', { body: null, token: 'wrong' })).toMatchObject({ httpStatus: 401 });
    expect(await runtime.respond('C1/post', { body: null, token: 'right' })).toMatchObject({ httpStatus: 400 });
    expect(await runtime.respond('C1/post', { body: { outcome: 'success' }, token: 'right' })).toMatchObject({
      httpStatus: 200,
    });
    expect(await runtime.respond('C1/post', { body: { outcome: 'success' }, token: 'right' })).toMatchObject({
      httpStatus: 200,
    });
    expect(await runtime.respond('C1/post', { body: { outcome: 'unsuccessful' }, token: 'right' })).toMatchObject({
      httpStatus: 409,
    });
    expect(journal.filter(({ input }) => input.type === 'response')).toHaveLength(5);
  });
});

describe('8. the same facts, whoever fetches', () => {
  it('calls and responses by promise, answered out of order, lead to the same journal', async () => {
    const definitions = many(5, {
      random: {
        failRate: 0.4,
        acceptAfter: { uniform: ['0s', '2s'] },
        responseAfter: { uniform: ['0s', '5m'] },
        successRate: 0.5,
      },
    });
    const direct = running(definitions);
    let later = 0;
    const promised = running(definitions, {
      caller: {
        call: async (request) => {
          // Each answer takes one turn less than the one before.
          for (let turns = 5 - (later++ % 5); turns > 0; turns -= 1) await Promise.resolve();
          return planCall(request);
        },
      },
      sender: { send: async (request, receive) => directSender.send(request, receive) },
    });
    for (const { runtime } of [direct, promised]) {
      await runtime.submit(launch);
      await runtime.advanceUntilIdle();
    }
    expect(promised.journal).toEqual(direct.journal);
    expect(worldToJson(promised.runtime.world)).toEqual(worldToJson(direct.runtime.world));
  });

  it('responses of one instant are sent one after the other, in the order they were planned', async () => {
    const respond = [
      { after: '1m', malformed: true as const },
      { after: '1m', token: 'wrong' as const },
      { after: '1m', outcome: 'success' as const, repeat: 2 },
    ];
    const open: ReturnType<typeof latch>[] = [];
    const { runtime } = running(withApi({ otherwise: { respond } }), {
      sender: {
        send: async (request, receive) => {
          const turn = latch();
          open.push(turn);
          await turn.promise;
          return directSender.send(request, receive);
        },
      },
    });
    await runtime.submit(launch);
    const moved = runtime.advanceBy(MINUTE);
    for (let sent = 1; sent <= 4; sent += 1) {
      await settled();
      expect(open).toHaveLength(sent);
      expect(runtime.now).toBe(START + MINUTE);
      open.at(-1)?.open();
    }
    await moved;
    const verdicts = runtime.world.timelines
      .get('C1/post')
      ?.flatMap((fact) => (fact.type === 'responseReceived' ? [fact.verdict] : []));
    expect(verdicts).toEqual(['malformed', 'wrong token', 'accepted', 'duplicate']);
  });
});

describe('9. calls to real APIs keep nobody waiting', () => {
  const LOCAL = withApi({ url: 'http://127.0.0.1:9/', otherwise: { fail: 'refused' } });
  const real = { type: 'switchApi', name: 'erp', to: 'Real' } as const;
  const OK: CallPlan = { result: { connected: true, status: 202 }, latencyMs: 0, answers: [] };

  /** A server that answers when the test says so. */
  function server() {
    const requests: CallRequest[] = [];
    const signals: (AbortSignal | undefined)[] = [];
    const waiting: PromiseWithResolvers<CallPlan>[] = [];
    return {
      requests,
      signals,
      caller: {
        call: (request: CallRequest, giveUp?: AbortSignal) => {
          if (request.switch !== 'Real') return planCall(request);
          requests.push(request);
          signals.push(giveUp);
          const answer = Promise.withResolvers<CallPlan>();
          waiting.push(answer);
          return answer.promise;
        },
      },
      async answers(plan: CallPlan) {
        for (const { resolve } of waiting.splice(0)) resolve(plan);
        await settled();
      },
      async breaks(error: Error) {
        for (const { reject } of waiting.splice(0)) reject(error);
        await settled();
      },
    };
  }

  async function launched(definitions = LOCAL) {
    const erp = server();
    const bugs: unknown[] = [];
    const run = running(definitions, { caller: erp.caller, onBug: (error) => bugs.push(error) });
    await run.runtime.submit(real);
    await run.runtime.submit(launch);
    return { ...run, erp, bugs, post: () => run.runtime.world.actions.get('C1/post') };
  }

  it('the job that started one ends; its result is taken in at the instant where time then stands', async () => {
    const { runtime, erp, post, journal } = await launched();
    expect(post()).toMatchObject({ phase: 'calling', plan: null });
    expect(runtime.scheduledCount).toBe(0);
    await runtime.playFor(10_000, 1_000);
    expect(runtime.now).toBe(START + 10_000);
    await erp.answers(OK);
    expect(post()).toMatchObject({ phase: 'awaiting response', connectedAt: START + 10_000 });
    expect(journal.slice(-2)).toMatchObject([
      { at: START + 10_000, input: { type: 'callPlanned', plan: { latencyMs: 10_000, real: true } } },
      { at: START + 10_000, input: { type: 'callResultDue' } },
    ]);
    expect(erp.requests).toHaveLength(1);
  });

  it('is placed again where one goes back to it, and what the first one came to is nothing any more', async () => {
    const erp = server();
    const { runtime } = running(LOCAL, { caller: erp.caller, historyBytes: 1_000_000 });
    await runtime.submit(real);
    await runtime.onOccasion({}, () => runtime.submit(launch));
    const post = () => runtime.world.actions.get('C1/post');
    const told: Published[] = [];
    runtime.subscribe((published) => told.push(published));
    const calling = runtime.seq;
    await runtime.onOccasion({}, () => runtime.playFor(10_000, 1_000));
    await runtime.goTo(
      (past) => past.at(calling),
      () => Promise.resolve(),
    );
    expect([runtime.now, post()?.phase]).toEqual([START, 'calling']);
    expect(erp.signals.map((signal) => signal?.aborted)).toEqual([true, false]);
    await erp.answers(OK);
    expect(post()).toMatchObject({ phase: 'awaiting response', connectedAt: START, callCount: 1 });
    expect(told.map(({ changes, facts }) => [changes !== null, facts.length > 0])).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    // Before the launch nobody waits for anything.
    await runtime.goTo(
      (past) => past.origin,
      () => Promise.resolve(),
    );
    expect(post()).toBeUndefined();
    expect(erp.requests).toHaveLength(2);
  });

  it('time plays at 1× only, and does not jump', async () => {
    const { runtime, erp } = await launched();
    await erp.answers({ ...OK, result: { connected: false, failure: { kind: 'refused' } } });
    await runtime.playFor(10 * MINUTE, 10_000, 33);
    expect(runtime.now).toBe(START + 33);
    for (const outcome of [
      await runtime.advanceBy(MINUTE),
      await runtime.advanceTo(START + MINUTE),
      await runtime.advanceToNext(),
      await runtime.advanceToNextRetry(),
      await runtime.advanceUntilIdle(),
    ]) {
      expect(outcome).toMatchObject({ rejected: true, message: expect.stringContaining('while erp is real') });
    }
    expect(runtime.now).toBe(START + 33);
    await runtime.submit({ ...real, to: 'As configured' });
    expect(await runtime.advanceToNextRetry()).toBe(true);
    expect(runtime.now).toBe(START + MINUTE);
  });

  it('a jump that was asked for after the switch is refused, though the switch was still to happen', async () => {
    const { runtime } = running(LOCAL);
    await runtime.submit(launch);
    const [, jumped] = await Promise.all([runtime.submit(real), runtime.advanceUntilIdle()]);
    expect(jumped).toMatchObject({ rejected: true });
    expect(runtime.now).toBe(START);
  });

  it('R27 a result that comes after a response, a closing or a switch does no harm', async () => {
    const answered = await launched();
    await answered.runtime.respond('C1/post', { body: { outcome: 'success' }, token: 'right' });
    const before = answered.journal.length;
    await answered.erp.answers(OK);
    expect([answered.journal.length, answered.post()?.status]).toEqual([before, 'Closed']);

    const cancelled = await launched();
    await cancelled.runtime.submit({ type: 'caseVerb', case: 'C1', do: 'cancel' });
    await cancelled.erp.answers(OK);
    expect(cancelled.post()?.resolutionMethod).toBe('Cancelled');

    // Answers on their way still come.
    const switched = await launched();
    await switched.runtime.submit({ ...real, to: 'Down' });
    await switched.runtime.advanceUntilIdle();
    expect(switched.post()).toMatchObject({ phase: 'calling' });
    await switched.erp.answers(OK);
    expect(switched.post()?.phase).toBe('awaiting response');
    expect([answered, cancelled, switched].flatMap(({ bugs }) => bugs)).toEqual([]);
  });

  it('at most 64 at a time; what waits when the API is switched away is simulated', async () => {
    const { runtime, erp } = await launched({ ...many(70, {}), externalApis: LOCAL.externalApis ?? {} });
    expect(erp.requests).toHaveLength(64);
    await runtime.submit({ ...real, to: 'Down' });
    await erp.answers(OK);
    expect(erp.requests).toHaveLength(64);
    const phases = [...runtime.world.actions.values()].map(({ phase }) => phase);
    expect(phases.filter((phase) => phase === 'awaiting response')).toHaveLength(64);
    expect(phases.filter((phase) => phase === 'retry pending')).toHaveLength(6);
  });

  it('they are given up with the runtime, and placed again by the next one on this world', async () => {
    const { runtime, erp, bugs, journal } = await launched();
    runtime.retire();
    expect(erp.signals.map((signal) => signal?.aborted)).toEqual([true]);
    const { length } = journal;
    await erp.answers(OK);
    expect([journal.length, bugs]).toEqual([length, []]);
    const again = server();
    const { runtime: next } = running(LOCAL, { caller: again.caller, world: runtime.world, seq: runtime.seq });
    await next.settle();
    expect(again.requests).toMatchObject([{ actionRef: 'C1/post', callNumber: 1, switch: 'Real' }]);
  });

  it('a bug in placing one is told, and what was placed stays as it was', async () => {
    const { runtime, erp, bugs, post } = await launched();
    const bug = new Error('no such thing');
    await erp.breaks(bug);
    expect(bugs).toEqual([bug]);
    expect(post()?.phase).toBe('calling');
    expect(await runtime.submit({ type: 'caseVerb', case: 'C1', do: 'cancel' })).toMatchObject({ rejected: false });
  });
});

describe('the runaway guard', () => {
  it('stops a job that does not come to rest, and prints the head of the queue', async () => {
    const { runtime } = running(many(4, { otherwise: { fail: 'refused' } }), { stepBudget: 10 });
    await runtime.submit(launch);
    const endless = runtime.advanceUntilIdle();
    await expect(endless).rejects.toThrow(RunawayError);
    await expect(endless).rejects.toThrow(
      /^stopped after 10 steps without coming to rest; next in the queue: \w+ at 2026-01-05T09:\d\d:00\.000Z(, \w+ at 2026\S+){0,2}$/,
    );
    // What happened so far stands, and the next job runs.
    await runtime.settle();
    expect(await runtime.submit({ type: 'caseVerb', case: 'C1', do: 'cancel' })).toMatchObject({ rejected: false });
    expect(runtime.scheduledCount).toBe(0);
  });
});
