import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { DELIVERY_INTERVAL_MS, eventStream, WAITING_FACTS_LIMIT } from '../../../src/main/hosts/event-stream.ts';
import type { User } from '../../../src/shared/definitions.ts';
import type { StreamMessage } from '../../../src/shared/stream.ts';
import { FakeSimulator, readFact } from '../../support/fake-simulator.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Reads as fast as it can, as a client does that keeps up. */
function read(simulator: FakeSimulator) {
  const controller = new AbortController();
  const messages: StreamMessage[] = [];
  const ended = (async () => {
    for await (const message of eventStream(simulator.simulator, controller.signal)) messages.push(message);
  })();
  return { messages, ended, end: () => controller.abort() };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const wait = () => vi.advanceTimersByTimeAsync(DELIVERY_INTERVAL_MS);
const users = (message: StreamMessage | undefined) =>
  message?.type === 'batch'
    ? message.facts.map((fact) => (fact.type === 'notificationsRead' ? fact.user : fact.type))
    : null;

it('begins with a snapshot', async () => {
  const { messages } = read(new FakeSimulator());
  await settle();
  expect(messages).toMatchObject([
    {
      type: 'snapshot',
      number: 1,
      workspace: { id: 'first', name: 'Fake', backTo: null, isFirstStart: false },
      recovered: [],
      player: null,
    },
  ]);
});

it('sends the first change after quiet at once', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  await wait();
  simulator.tell({ type: 'facts', facts: [readFact('a')] });
  await settle();
  expect(users(messages[1])).toEqual(['a']);
});

it('gathers what comes within an interval into one batch, in order, without a gap in the numbers', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  simulator.tell({ type: 'facts', facts: [readFact('a')] });
  await settle();
  simulator.tell({ type: 'facts', facts: [readFact('b')] });
  simulator.tell({ type: 'clock' });
  simulator.tell({ type: 'facts', facts: [readFact('c')] });
  await settle();
  expect(messages).toHaveLength(2);
  await wait();
  expect(messages.map(({ number }) => number)).toEqual([1, 2, 3]);
  expect(users(messages[2])).toEqual(['b', 'c']);
});

it('delivers at most thirty times a second', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await settle();
  const before = messages.length;
  for (let ms = 0; ms < 1_000; ms += 1) {
    simulator.tell({ type: 'facts', facts: [readFact(`${ms}`)] });
    await vi.advanceTimersByTimeAsync(1);
  }
  await wait();
  expect(messages.length - before).toBeLessThanOrEqual(31);
  expect(messages.flatMap((message) => users(message) ?? [])).toHaveLength(1_000);
});

it('runs no timer while nothing happens', async () => {
  const { messages } = read(new FakeSimulator());
  await wait();
  expect(messages).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});

it('says that the clock moved, and what became of the player, in messages of their own', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  simulator.workspace.now += 60_000;
  simulator.tell({ type: 'clock' });
  simulator.tell({ type: 'player' });
  await wait();
  expect(messages.slice(1)).toMatchObject([
    { type: 'batch', number: 2, facts: [], clock: { now: simulator.workspace.now } },
    { type: 'player', number: 3, player: null },
  ]);
});

it('says what is different where one went, between what happened before and after', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  const changes = { values: { sequence: 7 }, whole: {}, entries: {}, grown: {} };
  simulator.tell({ type: 'clock' });
  await settle();
  simulator.tell({ type: 'facts', facts: [readFact('a')] });
  simulator.tell({ type: 'changed', changes });
  simulator.tell({ type: 'facts', facts: [readFact('b')] });
  simulator.tell({ type: 'facts', facts: [readFact('c')] });
  await wait();
  expect(messages.slice(2)).toMatchObject([
    { type: 'batch' },
    { type: 'changed', number: 4, changes },
    { type: 'batch' },
  ]);
  expect(messages.slice(2).map(users)).toEqual([['a'], null, ['b', 'c']]);
});

it('says with the last of what is delivered together up to which event all of it is told, wherever one goes', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  simulator.tell({ type: 'clock' });
  await settle();
  simulator.tell({ type: 'facts', facts: [readFact('a')] });
  simulator.tell({ type: 'changed', changes: { values: { sequence: 7 }, whole: {}, entries: {}, grown: {} } });
  simulator.tell({ type: 'player' });
  await wait();
  simulator.tell({ type: 'replaced' });
  await wait();
  expect(messages.map(({ type, toldSeq }) => [type, toldSeq])).toEqual([
    ['snapshot', 0],
    ['batch', 1],
    ['batch', 1],
    ['changed', 1],
    ['player', 4],
    ['snapshot', 5],
  ]);
});

it('sends a snapshot instead of what is different where that is too much', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  const removed = Array.from({ length: WAITING_FACTS_LIMIT }, (_, index) => `C${index}`);
  const set: [string, User][] = [['omar', { available: true, queues: [] }]];
  simulator.tell({
    type: 'changed',
    changes: {
      values: {},
      whole: {},
      entries: { cases: { removed, set: [] }, users: { removed: [], set } },
      grown: {},
    },
  });
  await wait();
  expect(messages.map(({ type }) => type)).toEqual(['snapshot', 'snapshot']);
});

it('starts over with a snapshot when the workspace was replaced, and forgets what waited', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  simulator.tell({ type: 'clock' });
  await settle();
  simulator.tell({ type: 'facts', facts: [readFact('of the old world')] });
  simulator.tell({ type: 'replaced' });
  simulator.tell({ type: 'facts', facts: [readFact('in the new world already')] });
  await wait();
  expect(messages.slice(2)).toMatchObject([{ type: 'snapshot', number: 3 }]);
});

it('waits with a snapshot until all of it is on disk', async () => {
  const simulator = new FakeSimulator();
  const onDisk = Promise.withResolvers<void>();
  simulator.workspace.look = async (read) => {
    await onDisk.promise;
    return read();
  };
  const { messages } = read(simulator);
  await wait();
  simulator.tell({ type: 'facts', facts: [readFact('in the snapshot')] });
  await wait();
  expect(messages).toEqual([]);
  onDisk.resolve();
  await settle();
  simulator.tell({ type: 'facts', facts: [readFact('after it')] });
  await wait();
  expect(messages.map((message) => users(message) ?? message.type)).toEqual(['snapshot', ['after it']]);
});

it('tells what the presenter looks at, in the snapshot and when it is another Action', async () => {
  const simulator = new FakeSimulator();
  const { messages } = read(simulator);
  await wait();
  vi.spyOn(simulator.presenter, 'state').mockReturnValue({ action: 'C1/post' });
  simulator.tell({ type: 'presenter' });
  await wait();
  expect(messages).toMatchObject([
    { type: 'snapshot', presenter: { action: null } },
    { type: 'presenter', number: 2, presenter: { action: 'C1/post' } },
  ]);
});

it('gives a reader that does not keep up a snapshot instead of an endless batch', async () => {
  const simulator = new FakeSimulator();
  const stream = eventStream(simulator.simulator, new AbortController().signal);
  expect((await stream.next()).value).toMatchObject({ type: 'snapshot', number: 1 });
  const pulled = stream.next();
  simulator.tell({ type: 'facts', facts: [readFact('a')] });
  await wait();
  expect((await pulled).value).toMatchObject({ type: 'batch', number: 2 });
  for (let told = 0; told <= WAITING_FACTS_LIMIT; told += 1_000) {
    simulator.tell({ type: 'facts', facts: Array.from({ length: 1_000 }, () => readFact('b')) });
  }
  const next = stream.next();
  await wait();
  expect((await next).value).toMatchObject({ type: 'snapshot', number: 3 });
});

it('ends and unsubscribes when aborted: while idle, while it waits for its time, and before it began', async () => {
  const simulator = new FakeSimulator();
  const idle = read(simulator);
  await wait();
  expect(simulator.subscriberCount).toBe(1);
  idle.end();
  await idle.ended;
  expect(simulator.subscriberCount).toBe(0);

  const waiting = read(simulator);
  await settle();
  simulator.tell({ type: 'clock' });
  waiting.end();
  await waiting.ended;
  expect(simulator.subscriberCount).toBe(0);
  expect(vi.getTimerCount()).toBe(0);

  const never = read(simulator);
  never.end();
  await never.ended;
  expect(simulator.subscriberCount).toBe(0);
});

it('unsubscribes when its reader goes', async () => {
  const simulator = new FakeSimulator();
  const stream = eventStream(simulator.simulator);
  await stream.next();
  await stream.return();
  expect(simulator.subscriberCount).toBe(0);
});
