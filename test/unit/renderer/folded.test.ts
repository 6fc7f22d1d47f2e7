/** What the window asks for is answered when what came of it shows, and never waits for what does not come. */
import { createRouterClient } from '@orpc/server';
import { beforeEach, expect, it } from 'vitest';
import { eventStream } from '../../../src/main/hosts/event-stream.ts';
import { createRouter } from '../../../src/main/hosts/router.ts';
import { answerWhenFolded } from '../../../src/renderer/src/client/answer-when-folded.ts';
import { receive, workspace } from '../../../src/renderer/src/stores/workspace.ts';
import type { StreamMessage } from '../../../src/shared/stream.ts';
import { simulating } from '../../support/simulating.ts';

beforeEach(() => workspace.setState(workspace.getInitialState(), true));

/** As it comes over the wire. */
const sent = (message: StreamMessage): StreamMessage => JSON.parse(JSON.stringify(message));

/** All that is ready to happen has happened. */
const settle = () => new Promise(setImmediate);

/** Answers as they are handed on, in the order in which they come. */
function asking() {
  const answered: string[] = [];
  const ask = (name: string, answer: object) =>
    void answerWhenFolded({ next: async () => answer }).then(() => answered.push(name));
  return { answered, ask };
}

const told = (number: number, toldSeq: number) =>
  receive({ type: 'player', number, toldSeq, player: null, lesson: null });

/** A window whose stream stands at its first message. */
async function connected() {
  const simulator = await simulating({});
  const stream = eventStream(simulator);
  receive(sent((await stream.next()).value as StreamMessage));
  return { simulator, stream, toldSeq: workspace.getState().toldSeq };
}

it('has what came of a call when it is answered: of an edit, of going back, of playing, of another workspace', async () => {
  const { simulator, stream } = await connected();
  const following = (async () => {
    for await (const message of stream) receive(sent(message));
  })();
  const onBug = (error: unknown) => {
    throw error;
  };
  const client = createRouterClient(createRouter(simulator, { onBug }), { interceptors: [answerWhenFolded] });
  const shown = () => {
    const { world, clock, workspace: open } = workspace.getState();
    return { users: [...(world?.users.keys() ?? [])], playing: clock?.playing, title: open.name };
  };
  const { name: title } = workspace.getState().workspace;

  const creating = (name: string) =>
    ({ type: 'createDefinition', definition: { section: 'users', name, value: {} } }) as const;
  await client.act(creating('omar'));
  expect(shown()).toEqual({ users: ['omar'], playing: false, title });
  await client.actAll({ commands: [creating('dana'), creating('lee')] });
  expect(shown().users).toEqual(['omar', 'dana', 'lee']);
  await client.clock.back();
  expect(shown().users).toEqual(['omar']);
  await client.act(creating('kim'));
  expect(shown().users).toEqual(['omar', 'kim']);
  await client.history.previous();
  expect(shown().users).toEqual(['omar']);
  await client.clock.play();
  expect(shown().playing).toBe(true);
  await client.clock.pause();
  expect(shown().playing).toBe(false);
  await client.scenarios.openText({ fileName: 'a.yaml', text: 'title: Another\nusers: { ada: {} }\nsteps: []\n' });
  expect(shown()).toEqual({ users: ['ada'], playing: false, title: 'Another' });

  // A stream that waits for news hears of its end with the next.
  const ended = stream.return();
  simulator.workspace.tell({ type: 'clock' });
  await Promise.all([ended, following]);
  await simulator.close();
});

it('answers each as soon as the stream is there, whatever was asked first; what changes nothing, at once', async () => {
  const { simulator, stream, toldSeq } = await connected();
  const { answered, ask } = asking();
  ask('second', { ok: true, toldSeq: toldSeq + 2 });
  ask('third', { ok: true, toldSeq: toldSeq + 3 });
  ask('first', { ok: true, toldSeq: toldSeq + 1 });
  ask('there already', { ok: true, toldSeq });
  ask('reads', { text: '' });
  await settle();
  expect(answered.splice(0).sort()).toEqual(['reads', 'there already']);
  told(2, toldSeq + 1);
  await settle();
  expect(answered.splice(0)).toEqual(['first']);
  told(3, toldSeq + 3);
  await settle();
  expect(answered).toEqual(['second', 'third']);
  await stream.return();
  await simulator.close();
});

it('answers when another workspace took the place of the one that was asked', async () => {
  const { simulator, stream, toldSeq } = await connected();
  const { answered, ask } = asking();
  ask('of the old one', { ok: true, toldSeq: toldSeq + 1 });
  await settle();
  expect(answered).toEqual([]);
  await simulator.opener.openEmpty();
  const { value } = await stream.next();
  expect(value?.type).toBe('snapshot');
  receive(sent(value as StreamMessage));
  await settle();
  expect(answered).toEqual(['of the old one']);
  await stream.return();
  await simulator.close();
});

it('answers when the connection is lost, and while there is none', async () => {
  const { simulator, stream, toldSeq } = await connected();
  const { answered, ask } = asking();
  ask('before', { ok: true, toldSeq: toldSeq + 1 });
  await settle();
  expect(answered).toEqual([]);
  workspace.setState({ connection: 'lost' });
  ask('meanwhile', { ok: true, toldSeq: toldSeq + 7 });
  await settle();
  expect(answered.sort()).toEqual(['before', 'meanwhile']);
  await stream.return();
  await simulator.close();
});

it('counts anew with a simulator that was started anew', async () => {
  const { simulator, stream } = await connected();
  workspace.setState({ connection: 'lost', toldSeq: 1_000 });
  const again = eventStream(simulator);
  receive(sent((await again.next()).value as StreamMessage));
  const { answered, ask } = asking();
  ask('of the new one', { ok: true, toldSeq: simulator.workspace.toldSeq + 1 });
  await settle();
  expect(answered).toEqual([]);
  told(2, simulator.workspace.toldSeq + 1);
  await settle();
  expect(answered).toEqual(['of the new one']);
  await Promise.all([stream.return(), again.return()]);
  await simulator.close();
});
